// What plan names say about themselves: roles, billing terms and the usual order of names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/input/plans.h"

namespace upgrade_rate {

/// The role that a plan's key (planKey) names, or Role::tier.
Role roleByWords(std::string_view key);

/// The key without words for a billing term: "pro annual" and "pro monthly" are "pro". Unchanged
/// where nothing else is left.
std::string withoutBillingTerm(std::string_view key);

/// Rank of the best known word in the key, 1 (lite, basic, starter) to 5 (enterprise, ultimate).
std::optional<int32_t> rankByWords(std::string_view key);

}  // namespace upgrade_rate

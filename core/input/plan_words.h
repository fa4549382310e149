// What plan names say about themselves: roles, billing terms and the usual order of names.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/input/plans.h"

namespace upgrade_rate {

/// The role that a plan's key (planKey) names, or Role::tier. Words that only sometimes say a role
/// do not say it beside others: "lead capture" and "extra large" are tiers.
Role roleByWords(std::string_view key);

/// The key without words for a billing term: "pro annual" and "pro 12 months" are "pro". Unchanged
/// where nothing else is left.
std::string withoutBillingTerm(std::string_view key);

/// Rank of the best known word in the key, 1 (lite, basic, starter) to 5 (enterprise, ultimate).
std::optional<int32_t> rankByWords(std::string_view key);

/// What tells names of one rank apart, of a key without its billing term.
struct NameParts {
  std::string base;       ///< without words that only raise or lower it, and without its number
  std::string stem;       ///< without its number; that there is one, and its unit, is kept
  bool lowered = false;   ///< by a word like "starter" beside its best one
  int32_t raised = 0;     ///< by words like "plus": more is higher
  bool numbered = false;  ///< its first number is `number`
  double number = 0;
};
NameParts namePartsOf(std::string_view key);

}  // namespace upgrade_rate

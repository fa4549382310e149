// The order of plans by what their names say: by well-known words first ("pro" above "basic"), then
// by what is said beside them ("business plus" above "business", "pro 50" above "pro 10").
//
// Names that nothing tells apart stand in the order of their first appearance, and are marked as
// guessed: of "lite" and "basic" either may be the higher one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace upgrade_rate {

struct WordOrder {
  std::vector<uint32_t> order;  ///< indices of the names, the lowest first
  std::vector<bool> guessed;    ///< per name, whether only its appearance says where it stands
};

/// `names`: keys without billing terms (withoutBillingTerm), each different, each with a known
/// word. `firstSeen`: of each name.
WordOrder orderByWords(std::span<const std::string> names, std::span<const uint64_t> firstSeen);

}  // namespace upgrade_rate

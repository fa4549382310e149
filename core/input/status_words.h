// What a subscription's status says about its row, by the words that billing systems use.
//
// Leaves out what the row's dates say: a status is only the state at the time of the export.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace upgrade_rate {

enum class StatusRole : uint8_t {
  plan,      ///< the customer is on the plan: active, past due, unpaid, paused, non-renewing
  prospect,  ///< not yet a customer: trialing
  ended,     ///< the plan was in force until the row's end: cancelled, expired
  ignored,   ///< never came to anything: incomplete, void
};
constexpr size_t kStatusRoles = 4;

std::string_view statusRoleName(StatusRole);  ///< as in the settings: "plan"

/// Nothing for words that are not known. Letters and digits count, as in headers ("Past due" is
/// "past_due").
std::optional<StatusRole> statusByWords(std::string_view status);

/// All words that are known, as headerKey writes them.
std::vector<std::pair<std::string_view, StatusRole>> knownStatuses();

/// What the settings say of one status.
struct StatusSetting {
  std::string status;
  StatusRole role;
};

}  // namespace upgrade_rate

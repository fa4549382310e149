#include "core/input/status_words.h"

#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

struct RoleWords {
  StatusRole role;
  std::string_view keys;  // of headerKey, separated and surrounded by spaces
};

// Stripe, Chargebee, Recurly, Paddle, Chargify, Kill Bill, WooCommerce ("wc-active"); English, then
// German.
constexpr RoleWords kRoles[] = {
    {StatusRole::plan,
     " active activated live running current pastdue overdue unpaid paused onhold suspended "
     "nonrenewing pendingcancellation pendingcancel cancelling ingrace grace delinquent dunning "
     "inactivepayment open paid subscribed trialended renewed wcactive wconhold "
     "wcpendingcancel aktiv laufend uberfallig pausiert "
     "gekundigtzum "},
    {StatusRole::prospect,
     " trialing trialling trial intrial ontrial freetrial trialstarted test testphase probe "
     "probezeit "},
    {StatusRole::ended,
     " canceled cancelled ended expired terminated churned closed inactive deleted lapsed "
     "unsubscribed stopped completed finished wccancelled wcexpired "
     "wcswitched beendet gekundigt abgelaufen storniert inaktiv "
     "ausgelaufen "},
    {StatusRole::ignored,
     " incomplete incompleteexpired void voided draft future pending failed failedtocreate "
     "scheduled notstarted invalid rejected wcpending offen entwurf ausstehend fehlgeschlagen "
     "ungultig "},
};

}  // namespace

std::string_view statusRoleName(StatusRole role) {
  constexpr std::string_view kNames[kStatusRoles] = {"plan", "prospect", "ended", "ignored"};
  return kNames[static_cast<size_t>(role)];
}

std::optional<StatusRole> statusByWords(std::string_view status) {
  const std::string key = headerKey(status);
  for (const RoleWords& each : kRoles) {
    if (listsWord(each.keys, key)) return each.role;
  }
  return std::nullopt;
}

std::vector<std::pair<std::string_view, StatusRole>> knownStatuses() {
  std::vector<std::pair<std::string_view, StatusRole>> words;
  for (const RoleWords& each : kRoles) {
    for (size_t at = 1; at < each.keys.size();) {
      const size_t end = each.keys.find(' ', at);
      words.emplace_back(each.keys.substr(at, end - at), each.role);
      at = end + 1;
    }
  }
  return words;
}

}  // namespace upgrade_rate

#include "core/input/plan_words.h"

#include <algorithm>

#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

// Every list is surrounded and separated by spaces.
constexpr std::string_view kNoneWords =
    " none cancelled canceled cancel cancellation churn churned expired inactive ended terminated "
    "unsubscribed deleted closed lapsed gekundigt kundigung gekündigt kündigung beendet ";
constexpr std::string_view kProspectWords =
    " trial trialing trialling free freemium demo lead prospect evaluation sandbox test testphase "
    "kostenlos gratis probe ";
constexpr std::string_view kAddOnWords = " addon addons ";
constexpr std::string_view kBillingWords =
    " monthly month months mo mth m annual annually yearly year years yr y quarterly quarter "
    "weekly "
    "week daily biannual biennial semiannual monatlich jährlich jahrlich vierteljährlich "
    "quartalsweise 1m 3m 6m 12m 1y ";

struct RankedWords {
  int32_t rank;
  std::string_view words;
};
constexpr RankedWords kRanks[] = {
    {1,
     " lite light mini micro personal hobby basic base starter start essential essentials bronze "
     "small individual solo "},
    {2, " standard plus team teams regular silver medium core "},
    {3, " pro professional premium growth advanced gold large "},
    {4, " business scale platinum company "},
    {5, " enterprise ultimate unlimited corporate diamond max elite "},
};

template <class Use>
void eachWord(std::string_view key, Use&& use) {
  while (!key.empty()) {
    const size_t end = std::min(key.find_first_of(" ()[],:;|"), key.size());
    if (end > 0) use(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
}

}  // namespace

Role roleByWords(std::string_view key) {
  Role role = Role::tier;
  std::string_view before;
  eachWord(key, [&](std::string_view word) {
    if (listsWord(kNoneWords, word)) role = Role::none;
    if (role == Role::tier && listsWord(kProspectWords, word)) role = Role::prospect;
    if (listsWord(kAddOnWords, word) || (before == "add" && word == "on")) role = Role::addOn;
    if (before == "extra" || before == "additional") role = Role::addOn;
    before = word;
  });
  return role;
}

std::string withoutBillingTerm(std::string_view key) {
  std::string rest;
  eachWord(key, [&](std::string_view word) {
    if (listsWord(kBillingWords, word) || word == "per" || word == "billed") return;
    rest += rest.empty() ? "" : " ";
    rest += word;
  });
  return rest.empty() ? std::string(key) : rest;
}

std::optional<int32_t> rankByWords(std::string_view key) {
  std::optional<int32_t> rank;
  eachWord(key, [&](std::string_view word) {
    for (const RankedWords& each : kRanks) {
      if (listsWord(each.words, word) && each.rank > rank.value_or(0)) rank = each.rank;
    }
  });
  return rank;
}

}  // namespace upgrade_rate

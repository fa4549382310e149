#include "core/input/plan_words.h"

#include <algorithm>
#include <vector>

#include "core/bytes/digit.h"
#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

// Every list is surrounded and separated by spaces.
constexpr std::string_view kNoneWords =
    " none cancelled canceled cancel cancellation churn churned expired inactive ended terminated "
    "unsubscribed deleted closed lapsed gekundigt kundigung gekündigt kündigung beendet ";
constexpr std::string_view kProspectWords =
    " trial trialing trialling free freemium testphase kostenlos gratis ";
// Prospects on their own, and beside words that say nothing of what is offered; else a product may
// be called so: "lead capture", "test prep".
constexpr std::string_view kMaybeProspectWords =
    " lead prospect demo evaluation sandbox test probe ";
constexpr std::string_view kBesideProspects =
    " plan plans tier account accounts user users customer customers version subscription license "
    "only new phase period abo tarif konto kunde ";
constexpr std::string_view kNotFreeOf = " ad ads ";  // "ad free"
constexpr std::string_view kAddOnWords = " addon addons ";
constexpr std::string_view kBillingWords =
    " monthly month months mo mth m annual annually yearly year years yr y quarterly quarter "
    "weekly "
    "week daily biannual biennial semiannual monatlich jährlich jahrlich vierteljährlich "
    "quartalsweise 1m 3m 6m 12m 1y ";
// Of which there may be several: a number before one is part of the term.
constexpr std::string_view kTermUnits =
    " month months mo mth m year years yr y quarter quarters week weeks day days monat monate "
    "monaten jahr jahre jahren woche wochen tage tagen ";

struct RankedWords {
  int32_t rank;
  std::string_view words;
};
constexpr std::string_view kSizes = " small medium large big mini ";
constexpr std::string_view kSmallSizes = " small mini ";
constexpr RankedWords kRanks[] = {
    {1,
     " lite light mini micro personal hobby basic base starter start essential essentials bronze "
     "small individual solo "},
    {2, " standard plus team teams regular silver medium core "},
    {3, " pro professional premium growth advanced gold large "},
    {4, " business scale platinum company "},
    {5, " enterprise ultimate unlimited corporate diamond max elite "},
};

// Of the words of rank 2 those that say how much a name is raised, if at all; the others (team,
// core) say what is offered.
constexpr std::string_view kUsualWords = " standard regular silver medium ";
constexpr int32_t kRaisedByPlus = 2;  // less than by "pro", which is 3, as words rank

template <class Use>
void eachWord(std::string_view key, Use&& use) {
  while (!key.empty()) {
    const size_t end = std::min(key.find_first_of(" ()[],:;|"), key.size());
    if (end > 0) use(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
}

std::vector<std::string_view> wordsOfPlan(std::string_view key) {
  std::vector<std::string_view> words;
  eachWord(key, [&](std::string_view word) { words.push_back(word); });
  return words;
}

int32_t rankOfWord(std::string_view word) {
  for (const RankedWords& each : kRanks) {
    if (listsWord(each.words, word)) return each.rank;
  }
  return 0;
}

size_t digitsAtStart(std::string_view word) {
  return static_cast<size_t>(std::find_if_not(word.begin(), word.end(), isDigit) - word.begin());
}

bool isWholeNumber(std::string_view word) {
  return !word.empty() && digitsAtStart(word) == word.size();
}

// Whether no word beside the one at `at` says what is offered.
bool standsForProspects(const std::vector<std::string_view>& words, size_t at) {
  // A lead is a person: "lead pro" is no trial of "pro", as "demo pro" may be.
  const bool ofPlan = words[at] != "lead" && words[at] != "prospect";
  return std::all_of(words.begin(), words.end(), [&](std::string_view word) {
    return listsWord(kBesideProspects, word) || listsWord(kMaybeProspectWords, word) ||
           listsWord(kProspectWords, word) || isWholeNumber(word) ||
           (ofPlan && rankOfWord(word) > 0);
  });
}

bool saysProspect(const std::vector<std::string_view>& words, size_t at) {
  if (listsWord(kMaybeProspectWords, words[at])) return standsForProspects(words, at);
  if (words[at] == "free" && at > 0 && listsWord(kNotFreeOf, words[at - 1])) return false;
  return listsWord(kProspectWords, words[at]);
}

// "extra large" is as large as plans get, "extra seats" come beside one.
bool saysAddOn(const std::vector<std::string_view>& words, size_t at) {
  if (listsWord(kAddOnWords, words[at])) return true;
  if (at == 0) return false;
  const std::string_view before = words[at - 1];
  if (before == "add" && words[at] == "on") return true;
  return before == "additional" || (before == "extra" && !listsWord(kSizes, words[at]));
}

// Takes a word as the name's number, or as more digits of it ("10,000").
bool takeNumber(std::string_view word, bool follows, NameParts& parts) {
  const size_t digits = digitsAtStart(word);
  constexpr size_t kMostDigits = 12;  // exact in a double, thousands of it too
  if (digits == 0 || digits > kMostDigits) return false;
  double value = 0;
  for (const char c : word.substr(0, digits)) value = value * 10 + (c - '0');
  const std::string_view unit = word.substr(digits);
  if (parts.numbered) {
    if (!follows || digits != 3 || !unit.empty()) return false;
    parts.number = parts.number * 1000 + value;
    return true;
  }
  parts.numbered = true;
  parts.number = unit == "k" ? value * 1000 : value;
  parts.stem += unit == "k" ? " #" : " #" + std::string(unit);
  return true;
}

// Takes a word that only raises or lowers the name.
bool takeShade(std::string_view word, std::string_view next, NameParts& parts) {
  if (word == "extra" || word == "x") {
    if (!listsWord(kSizes, next)) return false;
    listsWord(kSmallSizes, next) ? void(parts.lowered = true) : void(++parts.raised);
    return true;
  }
  const int32_t rank = rankOfWord(word);
  parts.lowered |= rank == 1;
  if (word == "plus") parts.raised += kRaisedByPlus;
  if (rank > 2) parts.raised += rank;
  return rank == 1 || rank > 2 || word == "plus" || listsWord(kUsualWords, word);
}

}  // namespace

Role roleByWords(std::string_view key) {
  Role role = Role::tier;
  const std::vector<std::string_view> words = wordsOfPlan(key);
  for (size_t at = 0; at < words.size(); ++at) {
    if (listsWord(kNoneWords, words[at])) role = Role::none;
    if (role == Role::tier && saysProspect(words, at)) role = Role::prospect;
    if (saysAddOn(words, at)) role = Role::addOn;
  }
  return role;
}

std::string withoutBillingTerm(std::string_view key) {
  std::string rest;
  const std::vector<std::string_view> words = wordsOfPlan(key);
  for (size_t at = 0; at < words.size(); ++at) {
    const bool counted = at > 0 && isWholeNumber(words[at - 1]);
    const bool isTerm = listsWord(kBillingWords, words[at]) || words[at] == "per" ||
                        words[at] == "billed" || (counted && listsWord(kTermUnits, words[at]));
    const bool counts =
        isWholeNumber(words[at]) && at + 1 < words.size() && listsWord(kTermUnits, words[at + 1]);
    if (isTerm || counts) continue;
    rest += rest.empty() ? "" : " ";
    rest += words[at];
  }
  return rest.empty() ? std::string(key) : rest;
}

std::optional<int32_t> rankByWords(std::string_view key) {
  int32_t rank = 0;
  eachWord(key, [&](std::string_view word) { rank = std::max(rank, rankOfWord(word)); });
  return rank > 0 ? std::optional(rank) : std::nullopt;
}

NameParts namePartsOf(std::string_view key) {
  NameParts parts;
  const std::vector<std::string_view> words = wordsOfPlan(key);
  const auto best = std::max_element(words.begin(), words.end(), [](auto a, auto b) {
    return rankOfWord(a) < rankOfWord(b);  // the first of equals
  });
  size_t numberAt = 0;
  for (size_t at = 0; at < words.size(); ++at) {
    const bool isBest = words.begin() + static_cast<std::ptrdiff_t>(at) == best;
    const bool follows = parts.numbered && at == numberAt + 1;
    if (!isBest && takeNumber(words[at], follows, parts)) {
      numberAt = at;
      continue;
    }
    const std::string_view next = at + 1 < words.size() ? words[at + 1] : std::string_view();
    parts.stem += " " + std::string(words[at]);
    if (isBest || !takeShade(words[at], next, parts)) parts.base += " " + std::string(words[at]);
  }
  return parts;
}

}  // namespace upgrade_rate

#include "core/input/plans.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/cells/number.h"
#include "core/cells/words.h"
#include "core/input/key_order.h"
#include "core/input/plan_order.h"
#include "core/input/plan_words.h"
#include "core/input/price.h"
#include "core/input/status_words.h"

namespace upgrade_rate {

namespace {

// One plan while it is being found out about.
struct Found {
  std::string key;
  std::vector<std::pair<uint32_t, uint64_t>> spellings;  // and their rows
  uint64_t rows = 0;
  uint64_t firstSeen = UINT64_MAX;
  std::vector<int64_t> values;
  const PlanEntry* entry = nullptr;  // of a plan table
  Role role = Role::tier;
};

// Tier plans that belong on one tier: the same but for the billing term.
struct Family {
  std::string name;             // without the billing term
  std::vector<size_t> members;  // indices into the found plans
  std::vector<int64_t> values;
  uint64_t firstSeen = UINT64_MAX;
  bool ranked = false;
};

double median(std::vector<int64_t> values) {
  const size_t middle = values.size() / 2;
  std::nth_element(values.begin(), values.begin() + middle, values.end());
  const double upper = static_cast<double>(values[middle]);
  if (values.size() % 2 == 1) return upper / kMillionths;
  const double lower =
      static_cast<double>(*std::max_element(values.begin(), values.begin() + middle));
  return (lower + upper) / 2 / kMillionths;
}

uint16_t currencyOf(const Events& events, uint32_t event) {
  return events.currency.empty() ? kNoCurrency : events.currency[event];
}

// The currency of most known values; of equally many the earlier one.
uint16_t mostUsedCurrency(const Events& events) {
  std::vector<uint64_t> values(events.currencies.size() + 1);
  if (events.currency.empty()) return kNoCurrency;
  for (uint32_t event = 0; event < events.value.size(); ++event) {
    if (events.value[event] == kUnknown) continue;
    ++values[std::min<size_t>(currencyOf(events, event), values.size() - 1)];
  }
  const auto most =
      static_cast<size_t>(std::max_element(values.begin(), values.end()) - values.begin());
  return most + 1 == values.size() ? kNoCurrency : static_cast<uint16_t>(most);
}

// Of this row alone: what is blank in it is not known.
int64_t monthlyValueOf(const Events& events, uint32_t event) {
  if (events.interval.empty()) return events.value[event];
  MonthlyValue monthly(nullptr);
  monthly.begin();
  monthly.add({events.value[event], events.interval[event], kNoCurrency},
              events.quantity.empty() ? kMillionths : events.quantity[event]);
  return monthly.value();
}

// Whose status says that the row's customer is on no plan yet, by status: a trial is mostly free.
std::vector<bool> trialStatuses(const Events& events) {
  std::vector<bool> trials;
  for (uint32_t status = 0; status < events.statuses.size(); ++status) {
    const auto meaning = statusByWords(events.statuses.key(status)).value_or(StatusRole::plan);
    trials.push_back(meaning == StatusRole::prospect || meaning == StatusRole::ignored);
  }
  return trials;
}

// `levels`: of movements what is paid from each event on, else null.
void collectValues(const Events& events, const std::vector<uint32_t>& planOf, uint16_t currency,
                   const std::vector<int64_t>* levels, std::vector<Found>& found) {
  const auto collect = [&](uint32_t spelling, int64_t value) {
    if (spelling != kBlankPlan && value != kUnknown)
      found[planOf[spelling]].values.push_back(value);
  };
  const std::vector<bool> trials = trialStatuses(events);
  for (uint32_t event = 0; event < events.value.size(); ++event) {
    const uint32_t spelling = events.spelling[event];
    const uint32_t status = events.status.empty() ? kBlankPlan : events.status[event];
    if (status < trials.size() && trials[status]) continue;
    if (spelling == kBlankPlan || currencyOf(events, event) != currency) continue;
    collect(spelling, levels != nullptr ? (*levels)[event] : monthlyValueOf(events, event));
  }
  // Before a change to another plan; where prices have an interval, it is not known for this one.
  for (uint32_t event = 0; events.interval.empty() && event < events.valueBefore.size(); ++event) {
    if (currencyOf(events, event) != currency) continue;
    collect(events.from[event], events.valueBefore[event]);
  }
}

using PlanTable = std::span<const PlanEntry* const>;

std::vector<Found> findPlans(const Events& events, bool backward, PlanTable table,
                             std::vector<uint32_t>& planOf) {
  std::vector<Found> found;
  std::map<std::string, uint32_t> byKey;
  const uint32_t spellings = events.spellings.size();
  std::vector<uint64_t> rows(spellings);
  std::vector<uint64_t> firstSeen(spellings, UINT64_MAX);
  for (uint32_t event = 0; event < events.size(); ++event) {
    const uint32_t spelling = events.spelling[event];
    const uint64_t seen = backward ? events.size() - event : event;
    // A plan that its customers came from was there before the one that they went to.
    if (!events.from.empty() && events.from[event] != kBlankPlan) {
      uint64_t& first = firstSeen[events.from[event]];
      first = std::min(first, 2 * seen);
    }
    if (spelling == kBlankPlan) continue;
    ++rows[spelling];
    firstSeen[spelling] = std::min(firstSeen[spelling], 2 * seen + 1);
  }
  planOf.assign(spellings, kNoPlan);
  for (uint32_t spelling = 0; spelling < spellings; ++spelling) {
    if (firstSeen[spelling] == UINT64_MAX) continue;  // only by a reading that was done again
    const PlanEntry* const entry = spelling < table.size() ? table[spelling] : nullptr;
    const bool named = entry != nullptr && !entry->name.empty();
    const std::string key = planKey(named ? entry->name : events.spellings.key(spelling));
    const auto [at, isNew] = byKey.try_emplace(key, static_cast<uint32_t>(found.size()));
    if (isNew) found.emplace_back().key = key;
    Found& plan = found[at->second];
    planOf[spelling] = at->second;
    if (entry != nullptr) plan.entry = entry;
    plan.spellings.push_back({spelling, rows[spelling]});
    plan.rows += rows[spelling];
    plan.firstSeen = std::min(plan.firstSeen, firstSeen[spelling]);
  }
  return found;
}

std::vector<Family> familiesOf(const std::vector<Found>& found) {
  std::map<std::string, Family> byName;
  for (size_t i = 0; i < found.size(); ++i) {
    if (found[i].role != Role::tier) continue;
    const std::string name = withoutBillingTerm(found[i].key);
    Family& family = byName[name];
    family.name = name;
    family.members.push_back(i);
    family.values.insert(family.values.end(), found[i].values.begin(), found[i].values.end());
    family.firstSeen = std::min(family.firstSeen, found[i].firstSeen);
    family.ranked = rankByWords(name).has_value();
  }
  std::vector<Family> families;
  families.reserve(byName.size());
  for (auto& [name, family] : byName) families.push_back(std::move(family));
  return families;
}

void giveTier(const Family& family, int32_t tier, PlanOrder order, std::vector<Plan>& plans) {
  for (const size_t member : family.members) {
    plans[member].rule = {Role::tier, tier};
    plans[member].order = order;
  }
}

// Gives tiers from the lowest position up; equal positions share one.
void giveTiers(const std::vector<Family>& families, const std::vector<double>& position,
               PlanOrder order, std::vector<Plan>& plans) {
  int32_t tier = 0;
  double last = 0;
  for (const uint32_t i : orderByKey(position)) {
    if (tier == 0 || position[i] != last) ++tier;
    last = position[i];
    giveTier(families[i], tier, order, plans);
  }
}

// Every family has a tier of its own: names that differ in more than the billing term are different
// offerings, and on one tier a move between them would be no upgrade.
void giveTiersByWords(const std::vector<Family>& families, std::vector<Plan>& plans) {
  std::vector<std::string> names;
  std::vector<uint64_t> firstSeen;
  for (const Family& each : families) {
    names.push_back(each.name);
    firstSeen.push_back(each.firstSeen);
  }
  const WordOrder words = orderByWords(names, firstSeen);
  int32_t tier = 0;
  for (const uint32_t i : words.order) {
    giveTier(families[i], ++tier, words.guessed[i] ? PlanOrder::appearance : PlanOrder::words,
             plans);
  }
}

// Whether a plan table says the tier of every plan that is one.
bool takeTiersOfTable(const std::vector<Found>& found, std::vector<Plan>& plans) {
  for (size_t i = 0; i < found.size(); ++i) {
    const bool said = found[i].entry != nullptr && found[i].entry->tier;
    if (plans[i].rule.role == Role::tier && !said) return false;
  }
  for (size_t i = 0; i < found.size(); ++i) {
    if (plans[i].rule.role != Role::tier) continue;
    plans[i].rule.tier = *found[i].entry->tier;
    plans[i].order = PlanOrder::table;
  }
  return true;
}

void orderTiers(const std::vector<Found>& found, std::vector<Plan>& plans) {
  if (takeTiersOfTable(found, plans)) return;
  const std::vector<Family> families = familiesOf(found);
  PlanOrder order = PlanOrder::value;
  for (const Family& each : families) {
    if (each.values.empty()) order = PlanOrder::words;
  }
  for (const Family& each : families) {
    if (order == PlanOrder::words && !each.ranked) order = PlanOrder::appearance;
  }
  if (order == PlanOrder::words) return giveTiersByWords(families, plans);
  std::vector<double> position;
  position.reserve(families.size());
  for (const Family& each : families) {
    position.push_back(order == PlanOrder::value ? median(each.values)
                                                 : static_cast<double>(each.firstSeen));
  }
  giveTiers(families, position, order, plans);
}

// What a name says of prospects does not hold where its customers pay: "lead pro" is a plan. But
// the rows of a trial may carry the price that comes after it.
Role roleOf(const Found& found) {
  const Role role = roleByWords(found.key);
  const bool pays = !found.values.empty() && median(found.values) > 0;
  const bool isTrial = found.key.find("trial") != found.key.npos;
  return role == Role::prospect && pays && !isTrial ? Role::tier : role;
}

Plan describe(const Found& found, const Events& events) {
  Plan plan;
  plan.rows = found.rows;
  uint64_t most = 0;
  for (const auto& [spelling, rows] : found.spellings) {
    plan.spellings.emplace_back(events.spellings.key(spelling));
    if (rows > most || plan.name.empty()) plan.name = plan.spellings.back();
    most = std::max(most, rows);
  }
  if (found.entry != nullptr && !found.entry->name.empty()) plan.name = found.entry->name;
  plan.rule = {found.role, 0};
  if (plan.rule.role != Role::tier) plan.order = PlanOrder::words;
  if (!found.values.empty()) plan.typicalValue = median(found.values);
  return plan;
}

}  // namespace

Plans guessPlans(const Events& events, bool backward, PlanTable table,
                 const std::vector<int64_t>* levels) {
  Plans guess;
  std::vector<Found> found = findPlans(events, backward, table, guess.planOf);
  guess.valueCurrency = mostUsedCurrency(events);
  collectValues(events, guess.planOf, guess.valueCurrency, levels, found);
  for (Found& each : found) {
    each.role = roleOf(each);
    guess.plans.push_back(describe(each, events));
  }
  orderTiers(found, guess.plans);
  return guess;
}

}  // namespace upgrade_rate

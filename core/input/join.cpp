#include "core/input/join.h"

#include <algorithm>
#include <map>

#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

constexpr uint32_t kNoMatch = UINT32_MAX;

// Per customer of the events its row in the table, or kNoMatch.
std::vector<uint32_t> rowsOfCustomers(const Lookup& lookup, const Events& events) {
  std::vector<uint32_t> rows;
  rows.reserve(events.customers.size());
  for (uint32_t customer = 0; customer < events.customers.size(); ++customer) {
    const auto key = lookup.keys.indexOf(events.customers.key(customer));
    rows.push_back(key ? lookup.lastOf[*key] : kNoMatch);
  }
  return rows;
}

// Per spelling its row; a key names plans as they are compared.
std::vector<uint32_t> rowsOfPlans(const Lookup& lookup, const Events& events) {
  std::map<std::string, uint32_t> byKey;
  for (uint32_t key = 0; key < lookup.keys.size(); ++key) {
    uint32_t& row = byKey.try_emplace(planKey(lookup.keys.key(key)), 0).first->second;
    row = std::max(row, lookup.lastOf[key]);
  }
  std::vector<uint32_t> rows;
  for (uint32_t spelling = 0; spelling < events.spellings.size(); ++spelling) {
    const auto found = byKey.find(planKey(events.spellings.key(spelling)));
    rows.push_back(found == byKey.end() ? kNoMatch : found->second);
  }
  return rows;
}

bool sameRow(const Lookup& lookup, uint32_t a, uint32_t b) {
  if (lookup.ofPlans) return lookup.plans[a] == lookup.plans[b];
  for (size_t c = 0; c < lookup.columns.size(); ++c) {
    if (lookup.columns[c].values[a] != lookup.columns[c].values[b]) return false;
  }
  return true;
}

void countRows(const Lookup& lookup, const std::vector<uint32_t>& rows, Joined& joined) {
  std::vector<bool> isNamed(lookup.key.size());
  for (const uint32_t row : rows) {
    if (row != kNoMatch) isNamed[row] = true;
    ++(row == kNoMatch ? joined.keysMissing : joined.keysFound);
  }
  for (uint32_t row = 0; row < lookup.key.size(); ++row) {
    const uint32_t last = lookup.lastOf[lookup.key[row]];
    std::string_view code;
    if (row == last) {
      ++(isNamed[row] ? joined.used : joined.unmatched);
      if (!isNamed[row]) code = "lookup.unmatched";
    } else {
      const bool same = sameRow(lookup, row, last);
      ++(same ? joined.duplicate : joined.superseded);
      code = same ? "lookup.duplicate" : "lookup.superseded";
    }
    if (code.empty()) continue;
    joined.setAside.add(lookup.places.record(row), code);
    joined.problems.add(code, lookup.fileName, lookup.places.line(row), "",
                        lookup.keys.key(lookup.key[row]));
  }
}

// The column as a segment of every row, by the customer it is about.
void addSegments(const SegmentColumn& column, const std::vector<uint32_t>& rowOf, Events& events) {
  SegmentColumn& into = events.segments[events.segments.place(column.name, 0)];
  std::vector<uint32_t> valueOf(column.valueCount(), kNoMatch);
  for (uint32_t event = 0; event < events.size(); ++event) {
    const uint32_t row = rowOf[events.customer[event]];
    uint32_t value = kBlankSegment;
    if (row != kNoMatch && column.values[row] != kBlankSegment) {
      uint32_t& known = valueOf[column.values[row]];
      if (known == kNoMatch) known = into.texts.index(column.text(column.values[row])) + 1;
      value = known;
    }
    into.values.append({&value, 1});
  }
}

void addPrices(const Lookup& lookup, const std::vector<uint32_t>& rowOf, Events& events) {
  const auto has = [&](auto&& test) {
    return std::any_of(lookup.plans.begin(), lookup.plans.end(), test);
  };
  if (!has([](const PlanEntry& plan) { return plan.price != kUnknown; })) return;
  const bool intervals = has([](const PlanEntry& p) { return p.interval != kMonthlyAmount; });
  const bool currencies = has([](const PlanEntry& plan) { return !plan.currency.empty(); });
  for (uint32_t event = 0; event < events.size(); ++event) {
    const uint32_t spelling = events.spelling[event];
    const uint32_t row = spelling == kBlankPlan ? kNoMatch : rowOf[spelling];
    const PlanEntry plan = row == kNoMatch ? PlanEntry() : lookup.plans[row];
    events.value.append({&plan.price, 1});
    if (intervals) events.interval.append({&plan.interval, 1});
    if (!currencies) continue;
    const uint16_t currency = plan.currency.empty()
                                  ? kNoCurrency
                                  : static_cast<uint16_t>(events.currencies.index(plan.currency));
    events.currency.append({&currency, 1});
  }
}

}  // namespace

Joined join(const Lookup& lookup, Events& events, std::vector<const PlanEntry*>& plans) {
  Joined joined;
  joined.file = lookup.fileName;
  joined.ofPlans = lookup.ofPlans;
  const std::vector<uint32_t> rows =
      lookup.ofPlans ? rowsOfPlans(lookup, events) : rowsOfCustomers(lookup, events);
  countRows(lookup, rows, joined);
  if (!lookup.ofPlans) {
    for (size_t c = 0; c < lookup.columns.size(); ++c) {
      if (!events.segments.find(lookup.columns[c].name)) {
        addSegments(lookup.columns[c], rows, events);
      }
    }
    return joined;
  }
  plans.resize(events.spellings.size(), nullptr);
  for (size_t spelling = 0; spelling < rows.size(); ++spelling) {
    if (rows[spelling] != kNoMatch) plans[spelling] = &lookup.plans[rows[spelling]];
  }
  // A value of movements may be a difference, which no price is.
  if (events.value.empty() && events.kind.empty()) addPrices(lookup, rows, events);
  return joined;
}

}  // namespace upgrade_rate

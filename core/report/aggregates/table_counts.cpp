// Counts are held against what must be true of any: a list of sums and of pairs of which the first
// is no more than the second. So what was copied in part, or edited, is told by its line instead of
// being shown as a rate.

#include "core/report/aggregates/table_counts.h"

#include <algorithm>
#include <string>

namespace upgrade_rate {

namespace {

struct CountName {
  std::string_view name;
  int64_t PeriodCounts::*count;
};

constexpr CountName kCountNames[] = {
    {"opening", &PeriodCounts::opening},
    {"closing", &PeriodCounts::closing},
    {"joined", &PeriodCounts::joined},
    {"left", &PeriodCounts::left},
    {"new", &PeriodCounts::newCustomers},
    {"reactivated", &PeriodCounts::reactivated},
    {"converted", &PeriodCounts::converted},
    {"prospects", &PeriodCounts::prospects},
    {"active", &PeriodCounts::active},
    {"eligible", &PeriodCounts::eligible},
    {"upgraded", &PeriodCounts::upgraded},
    {"kept", &PeriodCounts::kept},
    {"upsold", &PeriodCounts::upsold},
    {"upgradedOrUpsold", &PeriodCounts::upgradedOrUpsold},
    {"upgradedNew", &PeriodCounts::upgradedNew},
    {"upsoldNew", &PeriodCounts::upsoldNew},
    {"upgradedOrUpsoldNew", &PeriodCounts::upgradedOrUpsoldNew},
    {"upgradedEligible", &PeriodCounts::upgradedEligible},
    {"keptEligible", &PeriodCounts::keptEligible},
    {"upsoldEligible", &PeriodCounts::upsoldEligible},
    {"upgradedOrUpsoldEligible", &PeriodCounts::upgradedOrUpsoldEligible},
    {"upgradeEvents", &PeriodCounts::upgradeEvents},
    {"upgradeEventsEligible", &PeriodCounts::upgradeEventsEligible},
    {"downgraded", &PeriodCounts::downgraded},
    {"churned", &PeriodCounts::churned},
};

// The first is no more than the second.
constexpr std::string_view kAtMost[][2] = {
    {"left", "opening"},
    {"left", "churned"},
    {"joined", "closing"},
    {"closing", "active"},
    {"opening", "active"},
    {"converted", "new"},
    {"eligible", "opening"},
    {"upgraded", "opening"},
    {"kept", "upgraded"},
    {"upsold", "upgradedOrUpsold"},
    {"upgraded", "upgradedOrUpsold"},
    {"upgradedOrUpsold", "opening"},
    {"downgraded", "opening"},
    {"churned", "opening"},
    {"upgradedNew", "upgradedOrUpsoldNew"},
    {"upsoldNew", "upgradedOrUpsoldNew"},
    {"upgradedEligible", "upgraded"},
    {"keptEligible", "kept"},
    {"keptEligible", "upgradedEligible"},
    {"upsoldEligible", "upsold"},
    {"upgradedOrUpsoldEligible", "upgradedOrUpsold"},
    {"upgradedEligible", "upgradedOrUpsoldEligible"},
    {"upsoldEligible", "upgradedOrUpsoldEligible"},
    {"upgradedOrUpsoldEligible", "eligible"},
    {"upgradeEventsEligible", "upgradeEvents"},
    {"upgradedEligible", "upgradeEventsEligible"},
    {"upgraded", "upgradeEvents"},
};

std::string told(std::string_view name, int64_t count) {
  return std::string(name) + " " + std::to_string(count);
}

std::string contradicting(const std::string& what) {
  return "These counts cannot be: " + what + ". Copy the whole result of the query as it is.";
}

int64_t countNamed(const PeriodCounts& counts, std::string_view name) {
  for (const CountName& each : kCountNames) {
    if (each.name == name) return counts.*each.count;
  }
  return 0;
}

// Who joined had to be on a tier, and nobody is both in opening and new.
void checkSums(TableIndex& table, const TableGroup& group, const PeriodCounts& counts) {
  if (counts.closing != counts.opening + counts.joined - counts.left) {
    table.contradiction(
        group, "closing",
        contradicting(told("closing", counts.closing) + " is not " +
                      told("opening", counts.opening) + " + " + told("joined", counts.joined) +
                      " - " + told("left", counts.left)));
  }
  const int64_t others = counts.active - counts.opening;
  if (counts.upgradedOrUpsoldNew > others || counts.joined > others) {
    table.contradiction(
        group, "active",
        contradicting(told("active", counts.active) + " leaves " + std::to_string(others) +
                      " beside " + told("opening", counts.opening) + ", fewer than " +
                      told("joined", counts.joined) + " or " +
                      told("upgradedOrUpsoldNew", counts.upgradedOrUpsoldNew)));
  }
  if (counts.upgradeEvents < counts.upgraded + counts.upgradedNew) {
    table.contradiction(group, "upgradeEvents",
                        contradicting(told("upgradeEvents", counts.upgradeEvents) +
                                      " is less than " + told("upgraded", counts.upgraded) + " + " +
                                      told("upgradedNew", counts.upgradedNew)));
  }
}

}  // namespace

PeriodCounts tableCounts(TableIndex& table, const TableGroup& group) {
  PeriodCounts counts;
  for (const CountName& each : kCountNames) counts.*each.count = table.count(group, each.name);
  for (const auto& [least, most] : kAtMost) {
    const int64_t one = countNamed(counts, least), other = countNamed(counts, most);
    if (one <= other) continue;
    table.contradiction(group, group.cell(least) ? least : most,
                        contradicting(told(least, one) + " is more than " + told(most, other)));
  }
  checkSums(table, group, counts);
  return counts;
}

Overlap tableOverlap(TableIndex& table, const TableGroup& group) {
  const auto count = [&](std::string_view name) {
    return static_cast<uint64_t>(table.count(group, name));
  };
  return {count("both"), count("onlyFirst"), count("onlySecond"), count("neither")};
}

std::vector<TierCounts> tableTiers(TableIndex& table, std::string_view part, int64_t startDay,
                                   int64_t endDay, const PeriodCounts& counts) {
  std::vector<TierCounts> tiers;
  TierCounts sum{};
  const TableGroup* last = nullptr;
  for (const TableGroup& group : table.between(part, startDay, endDay)) {
    last = &group;
    TierCounts tier{static_cast<int32_t>(table.number(group, group.name, 0, INT32_MAX)),
                    table.count(group, "opening"), table.count(group, "upgraded"),
                    table.count(group, "downgraded"), table.count(group, "churned")};
    sum.opening += tier.opening;
    sum.upgraded += tier.upgraded;
    sum.downgraded += tier.downgraded;
    sum.churned += tier.churned;
    if (tier.opening > 0) tiers.push_back(tier);
  }
  std::sort(tiers.begin(), tiers.end(),
            [](const TierCounts& a, const TierCounts& b) { return a.tier < b.tier; });
  const bool same = sum.opening == counts.opening && sum.upgraded == counts.upgraded &&
                    sum.downgraded == counts.downgraded && sum.churned == counts.churned;
  if (last != nullptr && !same) {
    table.contradiction(
        *last, "opening",
        contradicting("the tiers add up to " + told("opening", sum.opening) + ", " +
                      told("upgraded", sum.upgraded) + ", " + told("downgraded", sum.downgraded) +
                      ", " + told("churned", sum.churned) + ", their period has " +
                      told("opening", counts.opening) + ", " + told("upgraded", counts.upgraded) +
                      ", " + told("downgraded", counts.downgraded) + ", " +
                      told("churned", counts.churned)));
  }
  return tiers;
}

}  // namespace upgrade_rate

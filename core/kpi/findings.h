// What stands out in a report: which of the guide's questions its figures raise.
//
// Method: one rule per finding, each a comparison with a threshold, all of them in one table. Rules
// look at figures that are computed already, and keep silent where too few customers stand behind
// them. Leaves out the words, which are the page's, and advice, which the page hangs on the codes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/kpi/figures.h"
#include "core/stats/newcombe.h"
#include "core/stats/share.h"
#include "core/stats/trend.h"

namespace upgrade_rate {

struct FindingRule {
  std::string_view code;
  double threshold;       ///< what it is compared with is said at each rule; 0: nothing
  int64_t fewestBase;     ///< customers that must stand behind the figure
  int64_t fewestCounted;  ///< and how many of those must have done what is counted
};

/// The rules in the order of their weight: what limits the reading, then what is wrong, what
/// changed, what it comes from, and what is good to know. "Clearly": an interval leaves out 0.
inline constexpr FindingRule kFindingRules[] = {
    {"base.few", 100, 1, 0},                // base below this many customers
    {"coverage.low", 50, 30, 0},            // opening below this percentage of active
    {"retention.below", 100, 30, 0},        // net revenue retention below this percentage
    {"churn.aboveUpgrades", 3.84, 30, 10},  // (churned - upgraded)^2 over their sum above this
    {"upgrades.notKept", 80, 30, 0},        // kept below this percentage of upgraded
    {"stickiness.low", 80, 30, 0},          // still up after 90 days, below this percentage
    {"churn.afterUpgrade", 0, 30, 10},      // clearly above that of the others
    {"downgrades.many", 100, 30, 10},       // at or above this percentage of upgraded
    {"band.low", 0, 30, 0},                 // in the lowest band
    {"change.fell", 10, 0, 0},              // clearly, by this percentage of the rate before
    {"launch.backfired", 0, 30, 0},         // clearly lower after than before
    {"trend.falling", 6, 0, 0},             // over at least this many periods
    {"band.high", 0, 30, 10},               // in the highest band
    {"change.rose", 10, 0, 0},              // clearly, by this percentage of the rate before
    {"launch.worked", 0, 30, 0},            // clearly higher after than before
    {"trend.rising", 6, 0, 0},              // over at least this many periods
    {"band.unsure", 80, 1, 0},              // chance of the band below this percentage
    {"base.topTier", 50, 30, 0},            // at or above this percentage of opening
    {"mix.explains", 50, 0, 0},             // mix at or above this percentage of a clear change
    {"segment.most", 50, 30, 0},      // at or above this percentage of upgrades, clearly ahead
    {"upgrades.oneTier", 80, 30, 0},  // at or above this percentage of upgrades, clearly ahead
    {"launch.unclear", 0, 30, 0},     // no clear difference
    {"upgrades.fromNew", 33, 0, 10},  // not in the base, at or above this percentage of upgraded
    {"upsells.aboveUpgrades", 3.84, 30, 10},  // (upsold - upgraded)^2 over their sum above this
    {"price.aboveUpgrades", 100, 0, 0},       // price rises above this percentage of upgrade value
    {"band.middle", 0, 30, 0},                // in a band between
    {"time.firstUpgrade", 0, 30, 0},          // the median is reached
    {"period.unusual", 12, 0, 0},             // among this many latest finished periods
    {"segment.small", 30, 0, 0},              // best or worst rate on fewer customers than this
    {"period.unfinished", 0, 0, 0},           // the last period still runs
};

/// The rule of a code. A code without a rule does not compile.
consteval const FindingRule& findingRule(std::string_view code) {
  size_t at = 0;
  while (kFindingRules[at].code != code) ++at;
  return kFindingRules[at];
}

using FindingValue = std::variant<int64_t, double, bool, std::string>;

/// Rates and shares are ratios; periods are named by their label, bands and segments by name.
struct FindingParam {
  std::string_view name;
  FindingValue value;
};

struct Finding {
  const FindingRule* rule;
  std::vector<FindingParam> params;

  /// Adds a parameter.
  Finding& with(std::string_view name, FindingValue value);
};

struct SegmentCount {
  std::string name;
  Share upgraded;  ///< of the segment's base
};

struct SegmentSplit {
  std::string column;
  std::vector<SegmentCount> segments;  ///< all of them, in any order
};

struct MixSplit {
  std::string column;
  double change = 0;   ///< of the rate, a ratio
  double mix = 0;      ///< the part of it that is mix
  bool clear = false;  ///< the change is more than noise
};

struct DirectionFound {
  Trend trend;
  int64_t periods = 0;  ///< that it was found in
};

struct UnusualPeriod {
  std::string label;
  double rate = 0;
  double centre = 0;  ///< the rate of all periods together
};

struct LaunchFound {
  std::string name;
  Share before, after;
  ShareChange change;  ///< after minus before
  int64_t days;        ///< of each window
};

struct ChurnOverTime {
  int64_t churns = 0;
  double customerDays = 0;  ///< in which they could happen
};

struct ChurnAfterUpgrade {
  int64_t customers = 0;  ///< who upgraded
  ChurnOverTime upgraded, others;
};

struct MedianToUpgrade {
  int64_t customers = 0;
  double days = 0;
};

struct MoneyFound {
  std::string currency;  ///< empty where the data names none
  int64_t customers = 0;
  double priceRises = 0, upgradeValue = 0;  ///< per month
  std::optional<double> netRetention;       ///< a ratio
};

/// Figures to look at. What is empty is not looked at. Nothing is kept after the call.
struct FindingsInput {
  const PeriodFigures* headline = nullptr;
  std::span<const PeriodFigures> periods;  ///< oldest first
  RateOptions rate;                        ///< bands and level as they were in force
  std::vector<SegmentSplit> segments;
  std::vector<MixSplit> mixes;
  std::optional<DirectionFound> direction;
  std::vector<UnusualPeriod> unusual;  ///< oldest first
  std::vector<LaunchFound> launches;
  std::optional<Share> heldAfter90Days;  ///< upgrades that are that old, and those that held
  std::optional<ChurnAfterUpgrade> churn;
  std::optional<MedianToUpgrade> median;
  std::vector<MoneyFound> money;  ///< per currency
};

/// All that is found, weightiest first. Findings of one rule keep the order of the input.
std::vector<Finding> findAll(const FindingsInput& input);

}  // namespace upgrade_rate

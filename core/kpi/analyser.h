// One analysis under way: what core/kpi/analysis.h promises, step by step.
//
// core/kpi/analysis.cpp has the order of the steps, periods and windows; analyser_walks.cpp what
// goes over all histories; analyser_segments.cpp the tables by segment.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/kpi/chosen_counts.h"
#include "core/kpi/customer_filter.h"

namespace upgrade_rate {

class Analyser {
 public:
  Analyser(const Events& events, const OrderedEvents& ordered, const Plans& plans,
           const TimeZone& zone, const AnalysisRules& rules, AnalysisCache& cache)
      : events_(events),
        ordered_(ordered),
        plans_(plans),
        zone_(zone),
        rules_(rules),
        cache_(cache),
        tiers_(plans.tiers(rules.states.prospectsAreCustomers)),
        filter_(rules.filters, ordered, plans) {}

  Analysis run();

 private:
  bool walkHolds() const;
  void walk();
  // Segments and plans of steps are those of their rows. Without segments and filters nobody asks.
  bool asksForRows() const { return !rules_.filters.empty() || !rules_.segmentBy.empty(); }
  void readRows();
  void followFilter();
  // Whether counts with these overlaps serve the rate that is asked for.
  bool overlapsServe(Numerator numerator, Base base) const {
    return !isShare(rules_.rate.numerator, rules_.rate.base) ||
           (numerator == rules_.rate.numerator && base == rules_.rate.base);
  }
  Counted count(std::span<const int64_t> boundaries, std::span<const int32_t> yearBefore) const;
  Counted count(std::span<const int64_t> boundaries, std::span<const int32_t> yearBefore,
                Numerator numerator, Base base) const;
  StepSource source() const { return {cache_.walk->steps, *cache_.rows, filter_, tiers_}; }
  std::vector<int32_t> daysOf(std::span<const int64_t> boundaries) const;
  std::optional<HeadlineWindow> defaultWindow() const;
  std::array<int64_t, 3> boundariesOf(const HeadlineWindow& days) const;
  void countPeriods();
  void countWindow();
  void countYearBefore(AnalysisCache::Window& into) const;
  std::vector<PeriodFigures> judgedPeriods() const;
  Headline judgedHeadline() const;
  PeriodLength lengthOf(const PeriodList& list, size_t period) const;
  LaunchEffect judgedLaunch(int64_t day);
  JourneyRules journeyRules() const;
  void follow();
  void followAll();
  void followChosen();
  std::string currencyName(size_t slot) const;
  void addMoney(Analysis& analysis) const;
  const std::vector<SegmentCounts>& segmentCounts(uint32_t column,
                                                  std::span<const int64_t> boundaries);
  std::vector<SegmentTable> segmentTables(const Headline& headline);

  const Events& events_;
  const OrderedEvents& ordered_;
  const Plans& plans_;
  const TimeZone& zone_;
  const AnalysisRules& rules_;
  AnalysisCache& cache_;
  std::vector<int32_t> tiers_;
  CustomerFilter filter_;
};

}  // namespace upgrade_rate

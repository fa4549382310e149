// Tables by segment, of the headline and of launches.

#include "core/kpi/analyser.h"

namespace upgrade_rate {

const std::vector<SegmentCounts>& Analyser::segmentCounts(uint32_t column,
                                                          std::span<const int64_t> boundaries) {
  const std::vector<int32_t> list = daysOf(boundaries);
  const std::array<int32_t, 3> days = {list[0], list[1], list[2]};
  for (AnalysisCache::Segments& each : cache_.segments) {
    if (each.days != days || each.column != column || !overlapsServe(each.numerator, each.base)) {
      continue;
    }
    each.used = true;
    return each.counts;
  }
  const CountOptions options{plans_.topTier(), rules_.rate.numerator, rules_.rate.base};
  cache_.segments.push_back(
      {days, column, options.numerator, options.base,
       countSegments(source(), events_.segments[column], ordered_.segments[column], days, options),
       true});
  return cache_.segments.back().counts;
}

std::vector<SegmentTable> Analyser::segmentTables(const Headline& headline) {
  const std::array<int64_t, 3> boundaries = boundariesOf(cache_.window->days);
  std::vector<SegmentTable> tables;
  for (const uint32_t column : rules_.segmentBy) {
    tables.push_back(segmentTable(events_.segments[column].name, segmentCounts(column, boundaries),
                                  headline.figures, boundaries[0], rules_.rate));
  }
  return tables;
}

}  // namespace upgrade_rate

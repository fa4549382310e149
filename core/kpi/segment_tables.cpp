#include "core/kpi/segment_tables.h"

#include <algorithm>
#include <utility>

#include "core/stats/p_chart.h"
#include "core/stats/wilson.h"

namespace upgrade_rate {

namespace {

Fraction fractionOf(const PeriodCounts& counts, const RateOptions& options) {
  return fraction(counts, options.numerator, options.base);
}

void sortByBase(std::vector<SegmentCounts>& segments, const RateOptions& options) {
  std::sort(segments.begin(), segments.end(), [&](const SegmentCounts& a, const SegmentCounts& b) {
    const int64_t one = fractionOf(a.after, options).base;
    const int64_t other = fractionOf(b.after, options).base;
    return one != other ? one > other : a.text < b.text;
  });
}

std::optional<double> partOf(int64_t count, int64_t all) {
  if (all == 0) return std::nullopt;
  return static_cast<double>(count) / static_cast<double>(all);
}

// What a row shows of the verdict that a period with its counts would get.
void judgeRow(const PeriodCounts& counts, const PeriodFigures& window, const RateOptions& options,
              SegmentRow& row) {
  PeriodFigures period;
  period.partial = window.partial;
  period.fromTotals = window.fromTotals;
  period.length = window.length;
  period.counts = counts;
  judge(period, options);
  row.band = period.band;
  row.chances = std::move(period.chances);
}

SegmentRow rowOf(SegmentCounts& segment, const PeriodFigures& window, const RateOptions& options,
                 bool share) {
  SegmentRow row;
  const PeriodCounts& counts = segment.after;
  row.text = segment.text;
  row.opening = counts.opening;
  row.upgraded = counts.upgraded;
  row.downgraded = counts.downgraded;
  row.churned = counts.churned;
  row.fraction = fractionOf(counts, options);
  row.rate = row.fraction.rate();
  row.small = row.fraction.base < kFewestInSegment * row.fraction.scale;
  if (share && row.rate && row.fraction.numerator <= row.fraction.base) {
    const Share counted = shareOf(row.fraction);
    row.interval = wilsonInterval(counted.count, counted.base, options.level);
  }
  if (!row.small) judgeRow(counts, window, options, row);
  return row;
}

// Shares of the whole, and the limits around its rate.
void compareWithAll(const Fraction& all, bool share, SegmentTable& table) {
  if (share && all.base > 0 && all.numerator > 0 && all.numerator < all.base) {
    table.centre = all.rate();
  }
  for (SegmentRow& row : table.rows) {
    row.shareOfNumerator = partOf(row.fraction.numerator, all.numerator);
    row.shareOfBase = partOf(row.fraction.base, all.base);
    if (!table.centre || !row.interval) continue;
    row.limits = pChartLimits(*table.centre, static_cast<double>(row.fraction.base), 1);
    if (row.small) continue;
    row.beyond = *row.rate > row.limits->high ? 1 : *row.rate < row.limits->low ? -1 : 0;
  }
}

std::optional<SegmentMix> mixOf(const std::vector<SegmentCounts>& segments,
                                const RateOptions& options) {
  std::vector<SegmentPair> pairs;
  SegmentPair all;
  for (const SegmentCounts& each : segments) {
    const SegmentPair pair{shareOf(fractionOf(each.before, options)),
                           shareOf(fractionOf(each.after, options))};
    all.first.base += pair.first.base;
    all.second.base += pair.second.base;
    pairs.push_back(pair);
  }
  const std::optional<MixRate> found = mixAndRate(pairs);
  if (!found) return std::nullopt;
  SegmentMix mix;
  mix.change = found->change;
  mix.total = found->total;
  mix.againstEverySegment = found->againstEverySegment;
  for (size_t i = 0; i < pairs.size(); ++i) {
    const auto& [before, after] = pairs[i];
    if (before.base == 0 && after.base == 0) continue;
    const auto rate = [](const Share& share) {
      return share.base > 0 ? std::optional(share.rate()) : std::nullopt;
    };
    mix.rows.push_back({segments[i].text, Share{before.base, all.first.base}.rate(),
                        Share{after.base, all.second.base}.rate(), rate(before), rate(after),
                        found->segments[i], before, after});
  }
  return mix;
}

}  // namespace

SegmentTable segmentTable(std::string column, std::vector<SegmentCounts> segments,
                          const PeriodFigures& window, int64_t beforeStart,
                          const RateOptions& options) {
  SegmentTable table;
  table.column = std::move(column);
  table.fromTotals = window.fromTotals;
  const bool share = isShare(options.numerator, options.base);
  sortByBase(segments, options);
  Fraction all;
  for (SegmentCounts& segment : segments) {
    SegmentRow row = rowOf(segment, window, options, share);
    all.scale = row.fraction.scale;
    all.numerator += row.fraction.numerator;
    all.base += row.fraction.base;
    const bool nobody = row.opening == 0 && row.fraction.base == 0 && row.fraction.numerator == 0;
    if (!nobody) table.rows.push_back(std::move(row));
  }
  compareWithAll(all, share, table);
  if (window.change) table.mix = mixOf(segments, options);
  if (table.mix) {
    table.mix->beforeStart = beforeStart;
    table.mix->beforeEnd = *window.start;
  }
  return table;
}

std::vector<LaunchSegment> launchSegments(std::vector<SegmentCounts> segments,
                                          const RateOptions& options) {
  sortByBase(segments, options);
  std::vector<LaunchSegment> rows;
  for (SegmentCounts& segment : segments) {
    LaunchSegment row{std::move(segment.text), fractionOf(segment.before, options),
                      fractionOf(segment.after, options), std::nullopt};
    if (row.before.base == 0 && row.after.base == 0) continue;
    if (isShare(options.numerator, options.base) && row.before.base > 0 && row.after.base > 0) {
      row.change =
          shareChange(shareOf(row.before), shareOf(row.after), segment.overlap, options.level);
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace upgrade_rate

#include "core/report/aggregates/table_segments.h"

#include <algorithm>
#include <map>

#include "core/report/aggregates/table_counts.h"

namespace upgrade_rate {

namespace {

// One column's values with the counts of the headline and of the window before it.
std::vector<SegmentCounts> segmentsOfColumn(const TableContext& context,
                                            const TableHeadline& headline,
                                            const std::string& column, const TableGroup*& last) {
  std::map<std::string, SegmentCounts> values;
  for (const TableGroup& group : context.table.of("segment")) {
    if (group.name != column) continue;
    const bool now = group.isOf(headline.startDay, headline.endDay);
    const bool before = group.isOf(headline.beforeStartDay, headline.startDay);
    if (!now && !before) continue;
    SegmentCounts& segment = values[std::string(group.other)];
    segment.text = std::string(group.other);
    (now ? segment.after : segment.before) = tableCounts(context.table, group);
    if (now) last = &group;
  }
  std::vector<SegmentCounts> list;
  list.reserve(values.size());
  for (auto& [text, segment] : values) list.push_back(std::move(segment));
  return list;
}

void checkSegments(const TableContext& context, const std::vector<SegmentCounts>& segments,
                   const PeriodCounts& all, const TableGroup* last) {
  PeriodCounts sum;
  for (const SegmentCounts& each : segments) {
    sum.opening += each.after.opening;
    sum.upgraded += each.after.upgraded;
  }
  if (last == nullptr || (sum.opening == all.opening && sum.upgraded == all.upgraded)) return;
  context.table.contradiction(*last, "opening",
                              "The segments add up to opening " + std::to_string(sum.opening) +
                                  " and upgraded " + std::to_string(sum.upgraded) +
                                  ", the headline has opening " + std::to_string(all.opening) +
                                  " and upgraded " + std::to_string(all.upgraded) +
                                  ". Copy the whole result of the query as it is.");
}

}  // namespace

std::vector<std::string> tableSegmentColumns(const TableIndex& table) {
  std::vector<std::string> columns;
  for (const TableGroup& group : table.of("segment")) {
    const std::string name(group.name);
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(name);
  }
  return columns;
}

std::optional<std::vector<SegmentTable>> tableSegments(const TableContext& context,
                                                       const TableHeadline& headline,
                                                       const std::vector<std::string>& columns) {
  const bool known = context.table.has("segment") || context.table.saysEmpty("segment");
  if (!known || !context.baseKnown) return std::nullopt;
  PeriodFigures window = headline.headline.figures;
  // The split needs both windows, and not how many customers are in both.
  window.change = headline.hasBefore ? std::optional(headline.alone) : std::nullopt;
  std::vector<SegmentTable> tables;
  for (const std::string& column : columns) {
    const TableGroup* last = nullptr;
    std::vector<SegmentCounts> segments = segmentsOfColumn(context, headline, column, last);
    checkSegments(context, segments, window.counts, last);
    if (!context.table.ok()) return std::nullopt;
    tables.push_back(segmentTable(column, std::move(segments), window,
                                  context.zone.dayStart(headline.beforeStartDay),
                                  context.settings.rate));
  }
  return tables;
}

}  // namespace upgrade_rate

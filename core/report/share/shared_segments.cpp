#include "core/report/share/shared_segments.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/report/share/count_columns.h"
#include "core/report/share/hold_back.h"
#include "core/report/share/shared_periods.h"

namespace upgrade_rate {

namespace {

constexpr size_t kSegmentColumns = 8;

// opening, upgraded, downgraded, churned, numerator and base now, numerator and base before.
struct Shared {
  std::string text;
  std::array<int64_t, kSegmentColumns> numbers{};
  int64_t scale = 1;

  CellSize size() const { return {std::max(numbers[0], numbers[5] / scale), numbers[7] / scale}; }
  void add(const Shared& other) {
    for (size_t i = 0; i < kSegmentColumns; ++i) numbers[i] += other.numbers[i];
  }
};

std::vector<Shared> segmentsOf(const SegmentTable& table) {
  std::vector<Shared> list;
  for (const SegmentRow& row : table.rows) {
    list.push_back({row.text,
                    {row.opening, row.upgraded, row.downgraded, row.churned, row.fraction.numerator,
                     row.fraction.base, 0, 0},
                    row.fraction.scale});
  }
  if (!table.mix) return list;
  for (const MixRow& row : table.mix->rows) {
    auto at = std::find_if(list.begin(), list.end(),
                           [&](const Shared& each) { return each.text == row.text; });
    if (at == list.end()) at = list.insert(list.end(), Shared{row.text, {}, 1});
    at->numbers[6] = static_cast<int64_t>(row.before.count);
    at->numbers[7] = static_cast<int64_t>(row.before.base);
  }
  return list;
}

// Without those that are held back, which are added up.
std::vector<Shared> withoutSmall(const std::vector<Shared>& all, HeldBack& held, int64_t& values,
                                 Shared& rest) {
  std::vector<CellSize> sizes;
  sizes.reserve(all.size());
  for (const Shared& each : all) sizes.push_back(each.size());
  const std::vector<bool> small = heldBack(sizes, held.fewest);
  std::vector<Shared> kept;
  for (size_t i = 0; i < all.size(); ++i) {
    if (!small[i]) {
      kept.push_back(all[i]);
      continue;
    }
    rest.add(all[i]);
    ++values;
  }
  held.segments += values;
  return kept;
}

Json writeTable(const SegmentTable& table, const TimeZone& zone, HeldBack& held) {
  int64_t values = 0;
  Shared rest;
  std::vector<Shared> kept = withoutSmall(segmentsOf(table), held, values, rest);
  Json list = Json::array();
  list.push_back(table.column);
  list.push_back(table.mix ? Json(zone.day(table.mix->beforeStart)) : Json(nullptr));
  list.push_back(values);
  Json texts = Json::array();
  for (const Shared& each : kept) texts.push_back(each.text);
  list.push_back(std::move(texts));
  if (values > 0) kept.push_back(rest);
  for (size_t c = 0; c < kSegmentColumns; ++c) {
    // As with counts: the numerator is most often the upgraded, and the base the opening.
    const bool residual = c == 4 || c == 5;
    std::vector<int64_t> column;
    for (const Shared& each : kept) {
      const int64_t expected = c == 4 ? each.numbers[1] : each.numbers[0];
      column.push_back(each.numbers[c] - (residual ? expected : 0));
    }
    list.push_back(writeColumn(column));
  }
  return list;
}

// `known`: opening, upgraded, downgraded, churned. A segment whose rate is counted from other
// counts than these is damaged.
std::optional<PeriodCounts> knownCounts(int64_t numerator, int64_t base, const RateOptions& rate,
                                        const std::array<int64_t, 4>& known) {
  auto counts = countsWith({numerator, base, scaleOf(rate)}, known[0], known[1], rate);
  if (!counts) return std::nullopt;
  counts->downgraded = known[2];
  counts->churned = known[3];
  return counts;
}

std::vector<SegmentCounts> readCounts(ListReader& table, const PeriodFigures& window,
                                      const RateOptions& options, int64_t& values) {
  values = table.number(0, kLargestCount);
  const Json& texts = table.next();
  if (!texts.is_array() || texts.size() > static_cast<size_t>(kMostShared)) table.fail();
  if (!table.ok()) return {};
  ListReader names(texts, "segments", table.error());
  const size_t rows = texts.size() + (values > 0 ? 1 : 0);
  std::array<std::vector<int64_t>, kSegmentColumns> columns;
  for (auto& column : columns) column = table.column(rows, kLargestCount);
  std::vector<SegmentCounts> list;
  for (const auto& column : columns) {
    double sum = 0;  // what tables add up must fit too
    for (const int64_t each : column) sum += std::abs(static_cast<double>(each));
    if (sum > static_cast<double>(kLargestCount)) table.fail();
  }
  const bool share = isShare(options.numerator, options.base) && !window.fromTotals;
  for (size_t i = 0; i < rows && table.ok(); ++i) {
    SegmentCounts segment;
    segment.text = i < texts.size() ? names.text() : std::string(kRestText);
    const std::array<int64_t, 4> known = {columns[0][i], columns[1][i], columns[2][i],
                                          columns[3][i]};
    const int64_t numerator = columns[4][i] + known[1], base = columns[5][i] + known[0];
    const auto after = knownCounts(numerator, base, options, known);
    const auto before = countsOf(columns[6][i], columns[7][i], options);
    const bool fit = after && before && countsFit(*after) && countsFit(*before) &&
                     isPlausible(fraction(*after, options.numerator, options.base), share) &&
                     isPlausible(fraction(*before, options.numerator, options.base), share);
    if (!fit) {
      table.fail();
      return {};
    }
    segment.after = *after;
    segment.before = *before;
    list.push_back(std::move(segment));
  }
  return list;
}

void takeRest(SegmentTable& table) {
  const auto isRest = [](const auto& row) { return row.text == kRestText; };
  const auto at = std::find_if(table.rows.begin(), table.rows.end(), isRest);
  if (at != table.rows.end()) {
    table.rest->fraction = at->fraction;
    table.rows.erase(at);
  }
  if (!table.mix) return;
  const auto mix = std::find_if(table.mix->rows.begin(), table.mix->rows.end(), isRest);
  if (mix == table.mix->rows.end()) return;
  table.rest->part = mix->part;
  table.mix->rows.erase(mix);
}

}  // namespace

Json writeSharedSegments(const std::optional<std::vector<SegmentTable>>& tables,
                         const TimeZone& zone, HeldBack& held) {
  if (!tables) return nullptr;
  Json list = Json::array();
  for (const SegmentTable& table : *tables) list.push_back(writeTable(table, zone, held));
  return list;
}

std::optional<std::vector<SegmentTable>> readSharedSegments(const Json& list,
                                                            const PeriodFigures& window,
                                                            const RateOptions& options,
                                                            const TimeZone& zone,
                                                            std::optional<Error>& error) {
  if (list.is_null()) return std::nullopt;
  ListReader all(list, "segments", error);
  std::vector<SegmentTable> tables;
  while (!error && !all.atEnd()) {
    ListReader table(all.next(), "segments", error);
    std::string column = table.text();
    const auto beforeDay = table.numberOrNull(kFirstSharedDay, kLastSharedDay);
    int64_t values = 0;
    std::vector<SegmentCounts> counts = readCounts(table, window, options, values);
    if (error || !window.fraction) break;
    PeriodFigures compared = window;
    if (!beforeDay || !window.start) compared.change.reset();
    tables.push_back(segmentTable(std::move(column), std::move(counts), compared,
                                  beforeDay ? zone.dayStart(*beforeDay) : 0, options));
    if (values > 0) tables.back().rest = SegmentRest{static_cast<size_t>(values), {}, {}};
  }
  return tables;
}

void nameNoRest(std::vector<SegmentTable>& tables) {
  for (SegmentTable& table : tables) {
    if (table.rest) takeRest(table);
  }
}

}  // namespace upgrade_rate

// Periods and headline of an aggregates document: times, counts, and the changes between them.

#include <algorithm>

#include "core/report/share/aggregates_reader.h"
#include "core/report/share/count_columns.h"
#include "core/report/share/shared_periods.h"

namespace upgrade_rate {

// Everything that follows from the counts. False where they cannot be counts of one period.
bool AggregatesReader::judgePeriod(PeriodFigures& period, bool gap) {
  period.fromTotals = totals_;
  period.baseKnown = baseKnown_;
  period.partial = period.end && dataUntil_ && *period.end > *dataUntil_;
  if (gap) {
    period.counts = {};
    period.why.push_back("totals.gap");
    return totals_;
  }
  const auto& counts = period.counts;
  if (!totals_ && baseKnown_) {
    const Fraction chosen = fraction(counts, rate().numerator, rate().base);
    const bool share = isShare(rate().numerator, rate().base);
    if (share && chosen.numerator > chosen.base) return false;
  }
  judge(period, rate());
  return true;
}

void AggregatesReader::readCounts(ListReader& list, const std::vector<int64_t>& gaps) {
  const size_t rows = parts_.periods.size();
  const size_t width = totals_ ? 2 : kCountColumns;
  ListReader table(list.next(), "periods", error_);
  std::vector<std::vector<int64_t>> columns;
  for (size_t c = 0; c < width; ++c) columns.push_back(table.column(rows, kLargestCount));
  PeriodCounts before;
  for (size_t p = 0; p < rows && !error_; ++p) {
    PeriodFigures& period = parts_.periods[p];
    if (totals_) {
      period.counts.opening = columns[0][p];
      period.counts.upgraded = columns[1][p];
      if (!countsFit(period.counts)) damagedIn("periods");
    } else {
      CountResiduals row{};
      for (size_t c = 0; c < width; ++c) row[c] = columns[c][p];
      const auto counts = countsFrom(row, before);
      if (!counts) return damagedIn("periods");
      before = period.counts = *counts;
    }
    if (!error_ && !judgePeriod(period, gaps[p] != 0)) damagedIn("periods");
  }
}

namespace {

std::vector<OverlapResiduals> readOverlaps(ListReader& table, size_t rows) {
  std::vector<OverlapResiduals> list(rows);
  for (size_t c = 0; c < 4; ++c) {
    const std::vector<int64_t> column = table.column(rows, kLargestCount);
    for (size_t p = 0; p < rows; ++p) list[p][c] = column[p];
  }
  return list;
}

// The change between two periods; their overlap is told by its residuals, or there is none.
std::optional<ShareChange> changeOf(const PeriodFigures& before, const PeriodFigures& now,
                                    const OverlapResiduals* residuals, int64_t shared,
                                    const RateOptions& rate, bool& damaged) {
  const auto alone = changeBetween(before, now, {}, rate);
  if (!alone || residuals == nullptr) return alone;
  const auto overlap =
      overlapFrom(*residuals, shareOf(*before.fraction), shareOf(*now.fraction), shared);
  const auto change = overlap ? changeBetween(before, now, *overlap, rate) : std::nullopt;
  damaged |= !change;
  return change;
}

}  // namespace

void AggregatesReader::readChanges(ListReader& list) {
  std::vector<PeriodFigures>& periods = parts_.periods;
  const Json& block = list.next();
  const bool separate = block.is_number();
  std::vector<OverlapResiduals> overlaps;
  if (!separate) {
    ListReader table(block, "periods", error_);
    overlaps = readOverlaps(table, periods.size());
  }
  bool damaged = false;
  for (size_t p = 1; p < periods.size() && !error_; ++p) {
    if (periods[p - 1].end != periods[p].start) continue;
    const int64_t shared = periods[p].counts.opening - periods[p - 1].counts.joined;
    periods[p].change = changeOf(periods[p - 1], periods[p], separate ? nullptr : &overlaps[p],
                                 shared, rate(), damaged);
  }
  if (damaged) list.fail();
}

void AggregatesReader::readYearChanges(ListReader& list) {
  std::vector<PeriodFigures>& periods = parts_.periods;
  const size_t rows = periods.size();
  ListReader table(list.next(), "periods", error_);
  const std::vector<int64_t> back = table.column(rows, kMostShared);
  const bool separate = table.atEnd();
  std::vector<OverlapResiduals> overlaps;
  if (!separate) overlaps = readOverlaps(table, rows);
  bool damaged = false;
  for (size_t p = 0; p < rows && !error_; ++p) {
    if (back[p] == 0) continue;
    if (back[p] < 0 || back[p] > static_cast<int64_t>(p)) return list.fail();
    periods[p].changeYear = changeOf(periods[p - static_cast<size_t>(back[p])], periods[p],
                                     separate ? nullptr : &overlaps[p], 0, rate(), damaged);
  }
  if (damaged) list.fail();
}

void AggregatesReader::readPeriods() {
  if (block("periods").is_null()) return;
  ListReader list(block("periods"), "periods", error_);
  parts_.periods = readTimes(list.next(), zone_, parts_.fiscalStartMonth, error_);
  // Two typed numbers are one period without a time.
  const bool untimed = !error_ && parts_.periods.empty();
  if (untimed && totals_ && !dataUntil_) parts_.periods.emplace_back();
  const std::vector<int64_t> gaps = list.column(parts_.periods.size(), 1);
  if (!error_) readCounts(list, gaps);
  if (!error_) readChanges(list);
  if (!error_) readYearChanges(list);
}

namespace {

std::optional<ShareChange> readHeadlineChange(ListReader& list, const PeriodFigures& now,
                                              const RateOptions& rate) {
  const Json& block = list.next();
  if (block.is_number()) return std::nullopt;
  ListReader numbers(block, "headline", list.error());
  uint64_t each[6];
  for (uint64_t& number : each) {
    number = static_cast<uint64_t>(numbers.number(0, kLargestCount));
  }
  if (!list.ok() || now.partial || !now.rate || !isShare(rate.numerator, rate.base)) {
    list.fail();
    return std::nullopt;
  }
  const auto change = shareChange({each[0], each[1]}, shareOf(*now.fraction),
                                  {each[2], each[3], each[4], each[5]}, rate.level);
  if (!change) list.fail();
  return change;
}

}  // namespace

void AggregatesReader::readHeadline() {
  if (block("headline").is_null()) return;
  ListReader list(block("headline"), "headline", error_);
  Headline headline{{}, static_cast<HeadlineReason>(list.number(0, 3))};
  PeriodFigures& period = headline.figures;
  const auto start = list.numberOrNull(kFirstSharedDay, kLastSharedDay);
  const auto end = list.numberOrNull(kFirstSharedDay, kLastSharedDay);
  period.length.months = static_cast<int32_t>(list.number(0, 1200));
  period.length.days = list.number(0, kLastSharedDay - kFirstSharedDay);
  const bool gap = list.number(0, 1) == 1;
  if (start && end && *start < *end) {
    period.start = zone_.dayStart(*start);
    period.end = zone_.dayStart(*end);
    period.label = headlineLabel({headline.reason, *start, *end, 0, 0, 0, period.length});
  } else if (start || end) {
    list.fail();
  }
  const std::vector<int64_t> numbers = list.column(kCountColumns, kLargestCount);
  CountResiduals row{};
  std::copy(numbers.begin(), numbers.end(), row.begin());
  const auto counts = countsFrom(row, {});
  if (!counts) return list.fail();
  period.counts = *counts;
  if (error_ || !judgePeriod(period, gap)) return list.fail();
  period.change = readHeadlineChange(list, period, rate());
  period.changeYear = readHeadlineChange(list, period, rate());
  parts_.headline = std::move(headline);
}

}  // namespace upgrade_rate

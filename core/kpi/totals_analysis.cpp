#include "core/kpi/totals_analysis.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/cells/iso.h"

namespace upgrade_rate {

namespace {

constexpr int64_t kNoDay = INT64_MIN;

struct Entry {
  DayRange days;
  int64_t total = 0;
  int64_t upgraded = 0;
  int32_t parts = 0;  // of a sum, the entries in it
};

int32_t spanMonths(DateSpan span) {
  return span == DateSpan::month     ? 1
         : span == DateSpan::quarter ? 3
         : span == DateSpan::year    ? 12
                                     : 0;
}

std::string dayLabel(const DayRange& days, DateSpan span) {
  const CivilDate date = civilDate(days.begin);
  std::string day = isoDay(days.begin);
  switch (span) {
    case DateSpan::month:
      return day.substr(0, 7);
    case DateSpan::quarter:
      return day.substr(0, 4) + "-Q" + std::to_string((date.month + 2) / 3);
    case DateSpan::year:
      return day.substr(0, 4);
    case DateSpan::week: {
      const IsoWeek week = isoWeek(days.begin);
      if (weekday(days.begin) != 1) return day;
      const std::string number = std::to_string(week.week);
      return std::to_string(week.year) + "-W" + (number.size() < 2 ? "0" : "") + number;
    }
    case DateSpan::day:
    case DateSpan::instant:
      break;
  }
  return day;
}

class TotalsAnalyser {
 public:
  TotalsAnalyser(const Totals& totals, DateSpan span, const TimeZone& zone,
                 const TotalsRules& rules, const std::vector<std::string>& fileNames)
      : totals_(totals), span_(span), zone_(zone), rules_(rules), fileNames_(fileNames) {}

  TotalsAnalysis run();

 private:
  void collect();
  void settle(const TotalsRow& row, RowFate fate);
  std::optional<Entry> sum(const DayRange& days) const;
  PeriodFigures figures(const DayRange& days, const std::string& label, int32_t months);
  void listPeriods();
  int64_t yearBefore(int64_t begin) const;
  void compare();
  std::optional<ShareChange> change(const DayRange& before, const PeriodFigures& now);
  std::optional<DayRange> headlineDays() const;
  void makeHeadline();

  const Totals& totals_;
  DateSpan span_;
  const TimeZone& zone_;
  const TotalsRules& rules_;
  const std::vector<std::string>& fileNames_;
  TotalsAnalysis analysis_;
  std::vector<Entry> entries_;  // ascending, one per period of the rows
};

void TotalsAnalyser::settle(const TotalsRow& row, RowFate fate) {
  ++analysis_.rows[static_cast<size_t>(fate)];
  if (fate == RowFate::used) return;
  const std::string_view code = fate == RowFate::ignored     ? "row.afterDataUntil"
                                : fate == RowFate::duplicate ? "row.duplicate"
                                                             : "row.superseded";
  analysis_.problems.add({code, fileNames_[row.file], row.line, "", ""});
}

// One entry per period: of rows for the same period and segment the last is used, and segments
// of one period add up.
void TotalsAnalyser::collect() {
  std::map<std::pair<int64_t, uint32_t>, const TotalsRow*> last;
  const auto keyOf = [&](const TotalsRow& row) {
    const int64_t begin = row.day ? periodDays(*row.day, span_).begin : kNoDay;
    return std::pair(begin, row.segment);
  };
  const auto isIgnored = [&](const TotalsRow& row) {
    return row.day && rules_.dataUntil &&
           zone_.dayStart(periodDays(*row.day, span_).begin) >= *rules_.dataUntil;
  };
  for (const TotalsRow& row : totals_.rows) {
    if (!isIgnored(row)) last[keyOf(row)] = &row;
  }
  for (const TotalsRow& row : totals_.rows) {
    if (isIgnored(row)) {
      settle(row, RowFate::ignored);
      continue;
    }
    const TotalsRow& used = *last[keyOf(row)];
    const bool same = row.total == used.total && row.upgraded == used.upgraded;
    settle(row, &row == &used ? RowFate::used : same ? RowFate::duplicate : RowFate::superseded);
  }
  for (const auto& [key, row] : last) {
    const DayRange days = row->day ? periodDays(*row->day, span_) : DayRange{kNoDay, kNoDay};
    if (entries_.empty() || entries_.back().days.begin != days.begin) entries_.push_back({days});
    entries_.back().total += row->total;
    entries_.back().upgraded += row->upgraded;
  }
}

// The totals of `days`, where entries fill them without a gap.
std::optional<Entry> TotalsAnalyser::sum(const DayRange& days) const {
  auto at = std::lower_bound(entries_.begin(), entries_.end(), days.begin,
                             [](const Entry& each, int64_t day) { return each.days.begin < day; });
  Entry whole{days};
  for (int64_t day = days.begin; day < days.end; ++at) {
    if (at == entries_.end() || at->days.begin != day || at->days.end > days.end) {
      return std::nullopt;
    }
    if (day == days.begin) whole.total = at->total;
    whole.upgraded += at->upgraded;
    ++whole.parts;
    day = at->days.end;
  }
  if (whole.parts == 0) return std::nullopt;
  return whole;
}

PeriodFigures TotalsAnalyser::figures(const DayRange& days, const std::string& label,
                                      int32_t months) {
  PeriodFigures period;
  period.start = zone_.dayStart(days.begin);
  period.end = zone_.dayStart(days.end);
  period.label = label;
  period.fromTotals = true;
  period.length = {months, days.end - days.begin};
  period.partial = *period.end > *analysis_.dataUntil;
  // A period that the data has not reached the end of shows what there is so far.
  const int64_t endDay = period.partial ? std::min(days.end, *analysis_.endDay) : days.end;
  const std::optional<Entry> whole = sum({days.begin, endDay});
  if (!whole) {
    period.why.push_back("totals.gap");
    return period;
  }
  analysis_.summed |= whole->parts > 1;
  period.counts.opening = whole->total;
  period.counts.upgraded = whole->upgraded;
  judge(period, rules_.rate);
  return period;
}

// Periods of the unit asked for, where the rows' own periods fit into them; else their own.
void TotalsAnalyser::listPeriods() {
  const int32_t own = spanMonths(span_);
  const int32_t wanted = monthsOf(rules_.unit);
  const bool aligned = own <= 1 || (rules_.fiscalStartMonth - 1) % own == 0;
  const bool fits = own > 0 && wanted >= own && aligned;
  const bool weeks = span_ == DateSpan::week && rules_.unit == PeriodUnit::week;
  analysis_.ownPeriods = !fits && !weeks;
  if (!fits || (wanted == own && rules_.fiscalStartMonth == 1)) {
    for (const Entry& entry : entries_) {
      analysis_.periods.push_back(figures(entry.days, dayLabel(entry.days, span_), own));
    }
    return;
  }
  const PeriodList list = periodsCovering(zone_.dayStart(entries_.front().days.begin),
                                          zone_.dayStart(entries_.back().days.end) - 1, rules_.unit,
                                          rules_.fiscalStartMonth, zone_);
  for (size_t p = 0; p < list.size(); ++p) {
    const DayRange days{zone_.day(list.boundaries[p]), zone_.day(list.boundaries[p + 1])};
    analysis_.periods.push_back(figures(days, list.labels[p], wanted));
  }
}

std::optional<ShareChange> TotalsAnalyser::change(const DayRange& before,
                                                  const PeriodFigures& now) {
  if (!sum(before)) return std::nullopt;
  return changeBetween(figures(before, "", 0), now, {}, rules_.rate);
}

// Where the same period a year before starts. Weeks from Monday on go by their number.
int64_t TotalsAnalyser::yearBefore(int64_t begin) const {
  if (span_ != DateSpan::week) return monthStartDay(monthNumber(begin) - 12);
  if (weekday(begin) != 1) return begin - 364;
  const IsoWeek week = isoWeek(begin);
  const bool exists = week.week <= isoWeeksInYear(week.year - 1);
  return exists ? isoWeekMonday(week.year - 1, week.week) : kNoDay;
}

void TotalsAnalyser::compare() {
  std::map<int64_t, size_t> byStart;
  for (size_t p = 0; p < analysis_.periods.size(); ++p) {
    PeriodFigures& period = analysis_.periods[p];
    const int64_t begin = zone_.day(*period.start);
    byStart[begin] = p;
    const bool adjoins = p > 0 && *analysis_.periods[p - 1].end == *period.start;
    if (adjoins) {
      period.change = changeBetween(analysis_.periods[p - 1], period, {}, rules_.rate);
    }
    if (const auto at = byStart.find(yearBefore(begin)); at != byStart.end()) {
      period.changeYear = changeBetween(analysis_.periods[at->second], period, {}, rules_.rate);
    }
  }
}

// The longest stretch without a gap that ends with the last period and is no longer than a year.
std::optional<DayRange> TotalsAnalyser::headlineDays() const {
  if (rules_.range) return rules_.range;
  const int64_t untilDay = zone_.day(*analysis_.dataUntil);
  auto last = entries_.rbegin();
  while (last != entries_.rend() && last->days.end > untilDay) ++last;
  if (last == entries_.rend()) return std::nullopt;
  const int64_t end = last->days.end;
  const int64_t yearBegin =
      span_ == DateSpan::week ? end - 364 : monthStartDay(monthNumber(end) - 12);
  std::optional<DayRange> found;
  int64_t begin = end;
  for (auto at = last; at != entries_.rend() && at->days.end == begin; ++at) {
    begin = at->days.begin;
    if (begin < yearBegin) break;
    if (at->total > 0) found = DayRange{begin, end};
  }
  return found;
}

void TotalsAnalyser::makeHeadline() {
  const std::optional<DayRange> days = headlineDays();
  if (!days) return;
  HeadlineWindow window = rangeHeadline(days->begin, days->end);
  const bool year = window.length.months == 12;
  const HeadlineReason reason = rules_.range ? HeadlineReason::range
                                : year       ? HeadlineReason::last12Months
                                             : HeadlineReason::longestRun;
  Headline headline{figures(*days, headlineLabel(window), window.length.months), reason};
  headline.figures.change = change({window.previousStartDay, window.startDay}, headline.figures);
  headline.figures.changeYear =
      change({window.yearBeforeStartDay, window.yearBeforeEndDay}, headline.figures);
  analysis_.headline = std::move(headline);
}

TotalsAnalysis TotalsAnalyser::run() {
  collect();
  if (entries_.empty()) return std::move(analysis_);
  if (entries_.front().days.begin == kNoDay) {
    PeriodFigures only;
    only.fromTotals = true;
    only.counts.opening = entries_.front().total;
    only.counts.upgraded = entries_.front().upgraded;
    judge(only, rules_.rate);
    analysis_.periods.push_back(only);
    analysis_.headline = Headline{only, HeadlineReason::only};
    return std::move(analysis_);
  }
  analysis_.firstDay = entries_.front().days.begin;
  analysis_.endDay = entries_.back().days.end;
  analysis_.dataUntil = rules_.dataUntil.value_or(zone_.dayStart(*analysis_.endDay));
  listPeriods();
  compare();
  makeHeadline();
  return std::move(analysis_);
}

}  // namespace

TotalsAnalysis analyseTotals(const Totals& totals, DateSpan span, const TimeZone& zone,
                             const TotalsRules& rules, const std::vector<std::string>& fileNames) {
  return TotalsAnalyser(totals, span, zone, rules, fileNames).run();
}

}  // namespace upgrade_rate

#include "core/kpi/totals_analysis.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/cells/iso.h"
#include "core/kpi/totals_entries.h"

namespace upgrade_rate {

namespace {

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
  void settle(const TotalsRecord& record, RowFate fate);
  std::optional<TotalsEntry> sum(const DayRange& days) const { return sumOf(entries_, days); }
  DayRange observed(const DayRange& days) const;
  PeriodFigures figures(const DayRange& days, const std::string& label, int32_t months);
  void listPeriods();
  int64_t yearBefore(int64_t begin) const;
  void compare();
  std::optional<ShareChange> change(const DayRange& before, const PeriodFigures& now);
  std::optional<DayRange> headlineDays() const;
  void makeHeadline();
  void makeSegments(const DayRange& before, const std::optional<DayRange>& days);

  const Totals& totals_;
  DateSpan span_;
  const TimeZone& zone_;
  const TotalsRules& rules_;
  const std::vector<std::string>& fileNames_;
  TotalsAnalysis analysis_;
  TotalsEntries rows_;
  const std::vector<TotalsEntry>& entries_ = rows_.entries;
};

void TotalsAnalyser::settle(const TotalsRecord& record, RowFate fate) {
  ++analysis_.rows[static_cast<size_t>(fate)];
  if (fate == RowFate::used) return;
  analysis_.setAside[record.file].add(record.place.record, problemCode(fate));
  analysis_.problems.add({problemCode(fate), fileNames_[record.file], record.place.line, "", ""});
}

void TotalsAnalyser::collect() {
  analysis_.setAside.resize(fileNames_.size());
  std::vector<bool> ignored;
  for (const TotalsRow& row : totals_.rows) {
    ignored.push_back(row.day && rules_.dataUntil &&
                      zone_.dayStart(periodDays(*row.day, span_).begin) >= *rules_.dataUntil);
  }
  const std::vector<uint32_t> used = usedRows(totals_, span_, rules_.columns, ignored);
  std::vector<RowFate> fates(totals_.records.size(), RowFate::ignored);
  for (uint32_t i = 0; i < used.size(); ++i) {
    const TotalsRow &row = totals_.rows[i], &last = totals_.rows[used[i]];
    const bool same = row.total == last.total && row.upgraded == last.upgraded;
    const RowFate fate = ignored[i]     ? RowFate::ignored
                         : used[i] == i ? RowFate::used
                         : same         ? RowFate::duplicate
                                        : RowFate::superseded;
    for (const uint32_t record : {row.totalRecord, row.upgradedRecord}) {
      if (weightOf(fate) > weightOf(fates[record])) fates[record] = fate;
    }
  }
  for (size_t i = 0; i < fates.size(); ++i) settle(totals_.records[i], fates[i]);
  rows_ = totalsEntries(totals_, span_, used, ignored, rules_.filters);
}

// A period that the data has not reached the end of shows what there is so far.
DayRange TotalsAnalyser::observed(const DayRange& days) const {
  const bool partial = zone_.dayStart(days.end) > *analysis_.dataUntil;
  return {days.begin, partial ? std::min(days.end, *analysis_.endDay) : days.end};
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
  const std::optional<TotalsEntry> whole = sum(observed(days));
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
    for (const TotalsEntry& entry : entries_) {
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
  makeSegments({window.previousStartDay, window.startDay}, observed(*days));
}

void TotalsAnalyser::makeSegments(const DayRange& before, const std::optional<DayRange>& days) {
  const PeriodFigures& window = analysis_.headline->figures;
  if (!window.fraction) return;
  analysis_.segments.emplace();
  for (const uint32_t column : rules_.segmentBy) {
    analysis_.segments->push_back(segmentTable(
        totals_.segments[column].name, totalsSegments(totals_, rows_, column, before, days), window,
        days ? zone_.dayStart(before.begin) : 0, rules_.rate));
  }
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
    makeSegments({}, std::nullopt);
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

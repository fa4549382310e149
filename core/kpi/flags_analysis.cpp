#include "core/kpi/flags_analysis.h"

#include <algorithm>
#include <utility>

#include "core/kpi/flag_counts.h"
#include "core/timeline/order.h"

namespace upgrade_rate {

namespace {

constexpr DayRange kAllDays{0, 1};  // of rows without a date

std::vector<int64_t> daysOf(const Flags& flags, const TimeZone& zone) {
  std::vector<int64_t> days(flags.rows.size(), kAllDays.begin);
  if (!flags.dated()) return days;
  for (size_t i = 0; i < days.size(); ++i) days[i] = zone.day(zone.instant(*flags.rows[i].time));
  return days;
}

class FlagsAnalyser {
 public:
  FlagsAnalyser(const Flags& flags, const TimeZone& zone, const TotalsRules& rules,
                const std::vector<std::string>& fileNames)
      : flags_(flags),
        zone_(zone),
        rules_(rules),
        days_(daysOf(flags, zone)),
        ignored_(settle(flags, fileNames)),
        counter_(flags, days_, ignored_, rules.filters) {}

  TotalsAnalysis run();

 private:
  std::vector<bool> settle(const Flags& flags, const std::vector<std::string>& fileNames);
  void countUndated();
  PeriodFigures figures(const DayRange& days, const std::string& label, PeriodLength length) const;
  std::optional<ShareChange> change(const PeriodFigures& before, const PeriodFigures& now) const;
  void listPeriods();
  std::optional<DayRange> headlineDays() const;
  void makeHeadline();
  void makeSegments(const DayRange& before, const DayRange& days);

  const Flags& flags_;
  const TimeZone& zone_;
  const TotalsRules& rules_;
  TotalsAnalysis analysis_;
  std::vector<int64_t> days_;  // per row
  std::vector<bool> ignored_;
  FlagCounter counter_;
};

std::vector<bool> FlagsAnalyser::settle(const Flags& flags,
                                        const std::vector<std::string>& fileNames) {
  std::vector<bool> ignored;
  const bool dated = flags.dated();
  analysis_.setAside.resize(fileNames.size());
  for (size_t i = 0; i < flags.rows.size(); ++i) {
    const FlagRow& row = flags.rows[i];
    ignored.push_back(dated && zone_.instant(*row.time) >= *rules_.dataUntil);
    ++analysis_.rows[static_cast<size_t>(ignored[i] ? RowFate::ignored : RowFate::used)];
    if (ignored[i]) {
      const std::string_view code = problemCode(RowFate::ignored);
      analysis_.setAside[row.file].add(row.place.record, code);
      analysis_.problems.add({code, fileNames[row.file], row.place.line, "", ""});
      continue;
    }
    if (!dated) continue;
    analysis_.firstDay = std::min(days_[i], analysis_.firstDay.value_or(days_[i]));
    analysis_.endDay = std::max(days_[i] + 1, analysis_.endDay.value_or(days_[i] + 1));
  }
  return ignored;
}

PeriodFigures FlagsAnalyser::figures(const DayRange& days, const std::string& label,
                                     PeriodLength length) const {
  PeriodFigures period;
  period.start = zone_.dayStart(days.begin);
  period.end = zone_.dayStart(days.end);
  period.label = label;
  period.fromTotals = true;
  period.length = length;
  period.partial = *period.end > *rules_.dataUntil;
  period.counts = counter_.count(days);
  judge(period, rules_.rate);
  return period;
}

std::optional<ShareChange> FlagsAnalyser::change(const PeriodFigures& before,
                                                 const PeriodFigures& now) const {
  const auto rangeOf = [&](const PeriodFigures& period) {
    return DayRange{zone_.day(*period.start), zone_.day(*period.end)};
  };
  return changeBetween(before, now, counter_.overlap(rangeOf(before), rangeOf(now)), rules_.rate);
}

void FlagsAnalyser::listPeriods() {
  const PeriodList list =
      periodsCovering(zone_.dayStart(*analysis_.firstDay), zone_.dayStart(*analysis_.endDay) - 1,
                      rules_.unit, rules_.fiscalStartMonth, zone_);
  for (size_t p = 0; p < list.size(); ++p) {
    const DayRange days{zone_.day(list.boundaries[p]), zone_.day(list.boundaries[p + 1])};
    const PeriodLength length{monthsOf(rules_.unit), days.end - days.begin};
    PeriodFigures period = figures(days, list.labels[p], length);
    if (p > 0) period.change = change(analysis_.periods[p - 1], period);
    if (const int32_t before = list.yearBefore[p]; before >= 0) {
      period.changeYear = change(analysis_.periods[static_cast<size_t>(before)], period);
    }
    analysis_.periods.push_back(std::move(period));
  }
}

// Of the last twelve calendar months that the data speaks for to their end, from the first one that
// has a customer.
std::optional<DayRange> FlagsAnalyser::headlineDays() const {
  if (rules_.range) return rules_.range;
  const PeriodList months =
      completeMonths(zone_.dayStart(*analysis_.firstDay), *rules_.dataUntil, zone_);
  constexpr size_t kYear = 12;
  for (size_t p = std::max(months.size(), kYear) - kYear; p < months.size(); ++p) {
    const DayRange days{zone_.day(months.boundaries[p]), zone_.day(months.boundaries[p + 1])};
    if (counter_.count(days).opening == 0) continue;
    return DayRange{days.begin, zone_.day(months.boundaries.back())};
  }
  return std::nullopt;
}

void FlagsAnalyser::makeHeadline() {
  const std::optional<DayRange> days = headlineDays();
  if (!days) return;
  const HeadlineWindow window = rangeHeadline(days->begin, days->end);
  const HeadlineReason reason = rules_.range                 ? HeadlineReason::range
                                : window.length.months == 12 ? HeadlineReason::last12Months
                                                             : HeadlineReason::longestRun;
  Headline headline{figures(*days, headlineLabel(window), window.length), reason};
  const DayRange before{window.previousStartDay, window.startDay};
  headline.figures.change = change(figures(before, "", {}), headline.figures);
  if (window.yearBeforeEndDay <= window.startDay) {
    const DayRange yearBefore{window.yearBeforeStartDay, window.yearBeforeEndDay};
    headline.figures.changeYear = change(figures(yearBefore, "", {}), headline.figures);
  }
  analysis_.headline = std::move(headline);
  makeSegments(before, *days);
}

void FlagsAnalyser::makeSegments(const DayRange& before, const DayRange& days) {
  const PeriodFigures& window = analysis_.headline->figures;
  if (!window.fraction) return;
  analysis_.segments.emplace();
  for (const uint32_t column : rules_.segmentBy) {
    analysis_.segments->push_back(
        segmentTable(flags_.segments[column].name, counter_.segments(column, before, days), window,
                     window.start ? zone_.dayStart(before.begin) : 0, rules_.rate));
  }
}

// Two numbers, from rows without dates.
void FlagsAnalyser::countUndated() {
  PeriodFigures only;
  only.fromTotals = true;
  only.counts = counter_.count(kAllDays);
  judge(only, rules_.rate);
  analysis_.periods.push_back(only);
  analysis_.headline = Headline{only, HeadlineReason::only};
  makeSegments({0, 0}, kAllDays);
}

TotalsAnalysis FlagsAnalyser::run() {
  analysis_.customers = counter_.customers();
  analysis_.dataUntil = rules_.dataUntil;
  if (analysis_.customers == 0) return std::move(analysis_);
  if (!analysis_.firstDay) {
    countUndated();
    return std::move(analysis_);
  }
  listPeriods();
  makeHeadline();
  return std::move(analysis_);
}

}  // namespace

DateSpan flagsSpan(const Flags& flags, DateSpan written, const TimeZone& zone) {
  std::vector<int64_t> days = daysOf(flags, zone);
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const DateSpan span = periodSpan(written, days).value_or(DateSpan::day);
  // Days that happen to be weeks apart are days all the same, unless they are written as weeks.
  return span == DateSpan::week && written != span ? DateSpan::day : span;
}

int64_t flagsUntil(const Flags& flags, DateSpan written, const TimeZone& zone, int64_t today) {
  const DateSpan span = flagsSpan(flags, written, zone);
  const bool periods = span != DateSpan::day && span != DateSpan::instant;
  const int64_t limit = zone.dayStart(today + 1);
  std::optional<int64_t> last;
  for (const FlagRow& row : flags.rows) {
    const int64_t instant = zone.instant(*row.time);
    if (periods || instant < limit) last = std::max(instant, last.value_or(instant));
  }
  if (!periods) return defaultDataUntil(last, zone, today);
  return zone.dayStart(periodDays(zone.day(*last), span).end);
}

TotalsAnalysis analyseFlags(const Flags& flags, const TimeZone& zone, const TotalsRules& rules,
                            const std::vector<std::string>& fileNames) {
  return FlagsAnalyser(flags, zone, rules, fileNames).run();
}

}  // namespace upgrade_rate

// An aggregates document as a report: counts back into periods, windows and tables, and every
// figure from them by the functions that a report from rows goes through.

#include <algorithm>

#include "core/cells/iso.h"
#include "core/report/findings_input.h"
#include "core/report/journeys_json.h"
#include "core/report/period_json.h"
#include "core/report/report.h"
#include "core/report/segments_json.h"
#include "core/report/share/aggregates.h"
#include "core/report/share/carried_notes.h"
#include "core/report/share/count_columns.h"
#include "core/report/share/money_columns.h"
#include "core/report/share/shared_journeys.h"
#include "core/report/share/shared_periods.h"
#include "core/report/share/shared_segments.h"
#include "core/report/trend_json.h"

namespace upgrade_rate {

namespace {

constexpr size_t kMostBytes = size_t{4} << 20;

class AggregatesReader {
 public:
  AggregatesReader(const Json& document, const TimeZone& zone) : document_(document), zone_(zone) {}

  Result<ReportParts> read();

 private:
  const Json& block(const char* key) const {
    const auto at = document_.find(key);
    return at == document_.end() ? none_ : *at;
  }
  bool readSharedSettings();
  void readData();
  void readPeriods();
  void readCounts(ListReader& list, const std::vector<int64_t>& gaps);
  void readChanges(ListReader& list);
  void readYearChanges(ListReader& list);
  void readHeadline();
  bool judgePeriod(PeriodFigures& period, bool gap);
  void readBlocks();
  void note();
  void noteFollowed();
  void find();
  Json dayJson(const std::optional<int64_t>& day) const {
    return day ? Json(isoInstant(zone_.dayStart(*day))) : Json(nullptr);
  }
  const RateOptions& rate() const { return parts_.settings.rate; }
  void damagedIn(const char* where) {
    if (!error_) error_ = damagedShare(where);
  }

  const Json& document_;
  const TimeZone& zone_;
  Json none_;
  std::optional<Error> error_;
  ReportParts parts_;
  Notes carried_;
  size_t filters_ = 0;
  bool totals_ = false, baseKnown_ = true;
  std::optional<int64_t> dataUntil_;
  JourneysFound found_;
};

bool AggregatesReader::readSharedSettings() {
  const Result<Settings> read = readSettings(dumpJson(block("settings")));
  if (!read) {
    error_ = read.error();
    return false;
  }
  parts_.settings = read.value();
  Settings& settings = parts_.settings;
  settings.files.clear();
  settings.statuses.clear();
  settings.filters.clear();
  if (!settings.plans) settings.plans.emplace();
  if (!settings.segmentBy) settings.segmentBy.emplace();
  parts_.files = Json::array();
  if (settings.timeZone != zone_.name()) {
    error_ = Error{"host.zone", "timeZone",
                   "The host knows no time zone \"" + settings.timeZone + "\"."};
  }
  if (settings.dataUntil) dataUntil_ = settingInstant(*settings.dataUntil, zone_);
  return !error_;
}

bool isShape(const std::string& name) {
  for (size_t i = 0; i < kShapes; ++i) {
    if (shapeName(static_cast<Shape>(i)) == name) return true;
  }
  return false;
}

Json writePlan(const PlanSetting& plan, int64_t customers) {
  const bool tier = plan.rule.role == Role::tier;
  return members({{"plan", plan.plan},
                  {"spellings", Json::array()},
                  {"role", roleName(plan.rule.role)},
                  {"tier", tier ? Json(plan.rule.tier) : Json(nullptr)},
                  {"rows", 0},
                  {"customers", customers},
                  {"typicalValue", nullptr},
                  {"order", "settings"}});
}

void AggregatesReader::readData() {
  ListReader list(block("data"), "data", error_);
  const std::string shape = list.text();
  if (!isShape(shape)) list.fail();
  const auto customers = list.numberOrNull(0, kLargestCount);
  const auto first = list.numberOrNull(kFirstSharedDay, kLastSharedDay);
  const auto last = list.numberOrNull(kFirstSharedDay, kLastSharedDay);
  const Json& currency = list.next();
  if (!currency.is_null() && !currency.is_string()) list.fail();
  const Json& counts = list.next();
  filters_ = static_cast<size_t>(list.number(0, kMostShared));
  parts_.oneCurrency = list.number(0, 1) == 1;
  Json plans = Json::array();
  ListReader onPlans(counts, "data", error_);
  for (const PlanSetting& plan : *parts_.settings.plans) {
    plans.push_back(writePlan(plan, onPlans.number(0, kLargestCount)));
    parts_.planNames.push_back(plan.plan);
  }
  parts_.ledger = Json::object();
  for (const char* fate : {"rows", "used", "duplicate", "superseded", "ignored", "rejected"}) {
    put(parts_.ledger, {fate, list.number(0, kLargestCount)});
  }
  put(parts_.ledger, {"problems", Json::array()});
  put(parts_.ledger, {"problemCounts", Json::object()});
  parts_.data = members({{"shape", shape},
                         {"customers", customers},
                         {"firstInstant", dayJson(first)},
                         {"lastInstant", dayJson(last)},
                         {"plans", std::move(plans)},
                         {"valueCurrency", currency},
                         {"columns", Json::array()}});
}

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

void AggregatesReader::readBlocks() {
  std::vector<PeriodFigures*> figures;
  for (PeriodFigures& period : parts_.periods) figures.push_back(&period);
  if (parts_.headline) figures.push_back(&parts_.headline->figures);
  int64_t unit = 1;
  if (!block("unit").is_null()) {
    Json one = Json::array();
    one.push_back(block("unit"));
    unit = ListReader(one, "money", error_).number(1, 1'000'000);
  }
  readMoneyColumns(block("money"), unit, figures, error_);
  if (!error_ && parts_.headline) {
    parts_.segments =
        readSharedSegments(block("segments"), parts_.headline->figures, rate(), zone_, error_);
  }
  if (error_) return;
  if (block("launches").is_null()) {
    parts_.settings.launches.clear();
  } else {
    parts_.launches = readSharedLaunches(block("launches"), parts_.settings, zone_, error_);
  }
  if (error_) return;
  found_ = readSharedJourneys(block("journeys"), unit, dataUntil_.value_or(INT64_MAX), zone_,
                              parts_, error_);
}

void AggregatesReader::find() {
  parts_.trend = trendFigures(parts_.periods, parts_.fiscalStartMonth, zone_, rate());
  FindingsInput found = findingsInput(parts_.headline, parts_.periods, rate());
  lookAtTrend(parts_.trend, found);
  lookAtLaunches(parts_.settings.launches, parts_.launches, found);
  if (parts_.segments) lookAtSegments(*parts_.segments, found);
  if (baseKnown_) {
    lookAtMoney(found);
    if (parts_.journeys) lookAtJourneys(*parts_.journeys, found);
  }
  parts_.findings = findAll(found);
  const auto namesRest = [](const Finding& finding) {
    return std::any_of(finding.params.begin(), finding.params.end(), [](const FindingParam& param) {
      const auto* text = std::get_if<std::string>(&param.value);
      return text != nullptr && *text == kRestText;
    });
  };
  std::erase_if(parts_.findings, namesRest);
}

void AggregatesReader::note() {
  Notes& notes = parts_.notes;
  notes.info("share.opened");
  readHeldBack(block("heldBack"), error_).note(notes);
  readCarriedNotes(block("notes"), notes, error_);
  if (error_) return;
  notePeriods(parts_.periods, parts_.headline, rate(), notes);
  noteTrend(parts_.trend, notes);
  noteLaunches(parts_.settings.launches, parts_.launches, notes);
  noteFollowed();
  noteSegments(*parts_.settings.segmentBy, parts_.headline, parts_.segments, rate(), notes);
  noteFilters(filters_, notes);
}

// Cohorts that are left out are not nobody.
void AggregatesReader::noteFollowed() {
  if (!parts_.journeys) return;
  Notes told;
  noteJourneys(parts_.journeys, parts_.headline, parts_.periods, told);
  for (const Json& each : told.list()) {
    if (each["code"] == "cohorts.nobody" && !found_.cohorts) continue;
    parts_.notes.info(each["code"].get_ref<const std::string&>(), each["params"]);
  }
}

Result<ReportParts> AggregatesReader::read() {
  if (!readSharedSettings()) return *error_;
  readData();
  Json kind = Json::array();
  kind.push_back(block("kind"));
  const int64_t bits = ListReader(kind, "kind", error_).number(0, 3);
  totals_ = (bits & 1) != 0;
  baseKnown_ = (bits & 2) == 0;
  if (!error_) readPeriods();
  if (!error_) readHeadline();
  if (!error_) readBlocks();
  if (error_) return *error_;
  find();
  note();
  if (error_) return *error_;
  if (parts_.segments) nameNoRest(*parts_.segments);
  parts_.leftOut = {!found_.cohorts, !found_.time, !found_.stickiness};
  return std::move(parts_);
}

// Deeper than any document: whoever writes such a text wants what looks at it to run out of stack.
bool isDeep(std::string_view text) {
  constexpr int kDeepest = 16;
  int depth = 0;
  bool inText = false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (inText && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      inText = !inText;
    } else if (!inText && (text[i] == '[' || text[i] == '{')) {
      if (++depth > kDeepest) return true;
    } else if (!inText && (text[i] == ']' || text[i] == '}')) {
      --depth;
    }
  }
  return false;
}

}  // namespace

Result<ReportParts> readAggregates(std::string_view text, const TimeZone& zone) {
  if (text.size() > kMostBytes) {
    return Error{"share.tooLarge", "", "These shared figures are larger than any report."};
  }
  if (isDeep(text)) return damagedShare("");
  const Result<Json> document = parseJson(text, "share");
  if (!document || !document->is_object() || !document->contains("aggregates")) {
    return damagedShare("");
  }
  const Json& version = document.value()["aggregates"];
  if (!version.is_number_integer()) return damagedShare("aggregates");
  if (version.is_number_unsigned() && version.get<uint64_t>() > kAggregatesVersion) {
    return Error{"share.newer", "",
                 "These figures were shared by a newer version of Upgrade Rate. Open them with "
                 "that version."};
  }
  if (version != kAggregatesVersion) return damagedShare("aggregates");
  return AggregatesReader(document.value(), zone).read();
}

}  // namespace upgrade_rate

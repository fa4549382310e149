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
#include "core/report/share/aggregates_reader.h"
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

}  // namespace

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

namespace {

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

}  // namespace

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

namespace {

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

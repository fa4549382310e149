// A report from the counts of rows is the report from the rows.
#include <gtest/gtest.h>

#include <map>
#include <sstream>

#include "tests/core/report/shared_data.h"
#include "tests/core/report/written_aggregates.h"

namespace upgrade_rate {
namespace {

class Writer {
 public:
  Writer(const std::string& rows, const std::string& settings)
      : rows_(rows), asked_(readSettings(settings).value()), loaded_(rows, asked_) {
    parts_ = loaded_.report(asked_);
    asked_.dataUntil = parts_.settings.dataUntil;
  }

  std::string table() {
    about();
    for (size_t p = 0; p < parts_.periods.size(); ++p) period(p);
    if (parts_.headline) headline();
    cohorts();
    waits();
    return out_.text();
  }

 private:
  int64_t day(int64_t instant) const { return loaded_.zone().day(instant); }
  std::string start(const PeriodFigures& period) const { return isoDay(day(*period.start)); }
  std::string end(const PeriodFigures& period) const { return isoDay(day(*period.end)); }

  void about();
  void period(size_t p);
  void headline();
  void segments(int64_t before, int64_t from, int64_t to);
  void tiers(const std::string& part, const PeriodFigures& period);
  void money(const std::string& part, const PeriodFigures& period);
  void overlap(const std::string& part, const PeriodFigures& period, const std::string& name,
               const std::optional<ShareChange>& change);
  void stays(const std::string& part, const PeriodFigures& period, const Stickiness& sticky);
  void cohorts();
  void waits();

  std::string rows_;
  Settings asked_;
  LoadedRows loaded_;
  ReportParts parts_;
  PrintedTable out_;
};

void Writer::about() {
  std::string settings = dumpJson(writeSettings(parts_.settings, Json::array()));
  for (size_t at = 0; (at = settings.find('"', at)) != std::string::npos; at += 2) {
    settings.insert(at, 1, '"');
  }
  out_.at("about");
  out_.add("version", 1);
  out_.add("settings", "\"" + settings + "\"");
  for (const char* fate : {"rows", "used", "duplicate", "superseded", "ignored", "rejected"}) {
    out_.add(fate, parts_.ledger[fate].get<int64_t>());
  }
  for (const Json& plan : parts_.data["plans"]) {
    out_.at("plan", "", "", plan["plan"].get<std::string>());
    out_.add("customers", plan["customers"].get<int64_t>());
  }
}

void Writer::tiers(const std::string& part, const PeriodFigures& period) {
  for (const TierCounts& tier : period.counts.byTier) {
    out_.at(part, start(period), end(period), std::to_string(tier.tier));
    out_.add("opening", tier.opening);
    out_.add("upgraded", tier.upgraded);
    out_.add("downgraded", tier.downgraded);
    out_.add("churned", tier.churned);
  }
}

void Writer::money(const std::string& part, const PeriodFigures& period) {
  const char* names[] = {"new",       "reactivation",   "upgrade", "downgrade",
                         "expansion", "contraction",    "switch",  "priceRise",
                         "priceCut",  "currencyChange", "churn",   "unvalued"};
  if (!period.value) return;
  for (const auto& [currency, money] : *period.value) {
    out_.at(part, start(period), end(period), "", "", currency);
    out_.amount("opening", money.opening);
    out_.amount("closing", money.closing);
    for (size_t i = 0; i < kMoneyParts; ++i) out_.amount(names[i], money.parts[i]);
    out_.add("openingCustomers", money.openingCustomers);
    out_.add("closingCustomers", money.closingCustomers);
    out_.amount("upgradeValue", money.upgradeValue);
    out_.amount("upsellValue", money.upsellValue);
    out_.add("upgradedCustomers", money.upgradedCustomers);
    out_.amount("retainedFrom", money.retainedFrom);
    out_.amount("retainedTo", money.retainedTo);
    out_.amount("retainedCapped", money.retainedCapped);
  }
}

void Writer::overlap(const std::string& part, const PeriodFigures& period, const std::string& name,
                     const std::optional<ShareChange>& change) {
  if (!change) return;
  out_.at(part, start(period), end(period), name);
  out_.add("both", static_cast<int64_t>(change->overlap.both));
  out_.add("onlyFirst", static_cast<int64_t>(change->overlap.onlyFirst));
  out_.add("onlySecond", static_cast<int64_t>(change->overlap.onlySecond));
  out_.add("neither", static_cast<int64_t>(change->overlap.neither));
}

void Writer::stays(const std::string& part, const PeriodFigures& period, const Stickiness& sticky) {
  out_.at(part, start(period), end(period));
  out_.add("upgraded", sticky.upgraded);
  out_.add("churnsAfter", sticky.afterUpgrade.churns);
  out_.add("secondsAfter", sticky.afterUpgrade.seconds);
  out_.add("churnsOthers", sticky.others.churns);
  out_.add("secondsOthers", sticky.others.seconds);
  for (const Stay& stay : sticky.stays) {
    out_.at(part, start(period), end(period), std::to_string(stay.days));
    out_.add("observed", stay.observed);
    out_.add("stayed", stay.stayed.value_or(0));
  }
}

void Writer::period(size_t p) {
  const PeriodFigures& period = parts_.periods[p];
  out_.at("period", start(period), end(period), period.label);
  out_.add("partial", period.partial ? 1 : 0);
  out_.counts(period.counts);
  tiers("periodTier", period);
  money("periodMoney", period);
  overlap("overlap", period, "before", period.change);
  overlap("overlap", period, "yearBefore", period.changeYear);
  stays("stay", period, parts_.journeys->periods[p]);
}

void Writer::segments(int64_t before, int64_t from, int64_t to) {
  if (!parts_.segments) return;
  for (const SegmentTable& table : *parts_.segments) {
    std::vector<std::string> values;
    for (const SegmentRow& row : table.rows) values.push_back(row.text);
    for (const std::string& value : values) {
      Settings filtered = asked_;
      filtered.filters.push_back({false, table.column, {value}});
      out_.at("segment", isoDay(from), isoDay(to), table.column, value);
      out_.counts(loaded_.window(filtered, from, to));
      out_.at("segment", isoDay(before), isoDay(from), table.column, value);
      out_.counts(loaded_.window(filtered, before, from));
    }
  }
}

void Writer::headline() {
  const PeriodFigures& period = parts_.headline->figures;
  const char* reasons[] = {"last12Months", "longestRun", "range"};
  const char* reason = reasons[static_cast<size_t>(parts_.headline->reason)];
  const int64_t from = day(*period.start), to = day(*period.end);
  const HeadlineWindow window = rangeHeadline(from, to);
  out_.at("headline", start(period), end(period), reason);
  out_.counts(period.counts);
  out_.at("window", isoDay(window.previousStartDay), isoDay(from), "before");
  out_.counts(loaded_.window(asked_, window.previousStartDay, from));
  if (window.yearBeforeEndDay < from) {
    out_.at("window", isoDay(window.yearBeforeStartDay), isoDay(window.yearBeforeEndDay),
            "yearBefore");
    out_.counts(loaded_.window(asked_, window.yearBeforeStartDay, window.yearBeforeEndDay));
  }
  tiers("headlineTier", period);
  money("headlineMoney", period);
  overlap("headlineOverlap", period, "before", period.change);
  overlap("headlineOverlap", period, "yearBefore", period.changeYear);
  stays("headlineStay", period, *parts_.journeys->headline);
  segments(window.previousStartDay, from, to);
  const char* kinds[] = {"upgradePath", "downgradePath", "switchPath"};
  for (const Path& path : *parts_.journeys->paths) {
    const size_t kind = path.kind == Movement::upgrade     ? 0
                        : path.kind == Movement::downgrade ? 1
                                                           : 2;
    out_.at(kinds[kind], start(period), end(period), parts_.planNames[path.from],
            parts_.planNames[path.to]);
    out_.add("customers", path.customers);
    out_.add("events", path.events);
    out_.add("valuedEvents", path.valuedEvents);
    out_.amount("value", path.value);
  }
}

void Writer::cohorts() {
  for (const Cohort& cohort : parts_.journeys->cohorts.rows) {
    const std::string from = isoDay(day(cohort.start)), to = isoDay(day(cohort.end));
    out_.at("cohort", from, to);
    out_.add("customers", cohort.customers);
    out_.add("complete", static_cast<int64_t>(cohort.complete));
    for (size_t age = 0; age < cohort.upgraded.size(); ++age) {
      out_.at("cohort", from, to, std::to_string(age));
      out_.add("upgraded", cohort.upgraded[age]);
    }
  }
}

// From the rows themselves: everybody's first row is a tier, rows come in time, who leaves is gone.
void Writer::waits() {
  const std::string ranks[] = {"Basic", "Team", "Pro", "Business"};
  struct Wait {
    int64_t from = 0, first = 0, rank = 0, days = 0;
    char ended = 0;
  };
  const int64_t last = day(settingInstant(*asked_.dataUntil, loaded_.zone()) - 1);
  std::map<std::string, Wait> customers;
  std::istringstream lines(rows_);
  std::string line, id, date, plan;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    std::istringstream cells(line);
    std::getline(cells, id, ',');
    std::getline(cells, date, ',');
    std::getline(cells, plan, ',');
    const int64_t on = loaded_.zone().day(settingInstant(date, loaded_.zone()));
    if (on > last) continue;
    const int64_t rank = std::find(std::begin(ranks), std::end(ranks), plan) - std::begin(ranks);
    const auto [at, isNew] = customers.try_emplace(id, Wait{on, rank, rank, 0, 0});
    Wait& wait = at->second;
    if (isNew || wait.ended != 0) continue;
    wait.ended = rank == 4 ? 'c' : rank > wait.rank ? 'u' : 0;
    wait.rank = rank;
    wait.days = on - wait.from;
  }
  int64_t onTop = 0;
  std::map<int64_t, std::map<char, int64_t>> byDay;
  for (const auto& [name, wait] : customers) {
    if (wait.first == 3) {
      ++onTop;
    } else if (wait.ended != 0) {
      ++byDay[wait.days][wait.ended];
    } else {
      ++byDay[last - wait.from]['n'];
    }
  }
  for (const auto& [days, how] : byDay) {
    out_.at("wait", "", "", std::to_string(days));
    for (const auto& [ended, customersThen] : how) {
      out_.add(ended == 'u' ? "upgraded" : ended == 'c' ? "churned" : "censored", customersThen);
    }
  }
  out_.at("wait");
  out_.add("newOnTopTier", onTop);
}

TEST(AggregatesSame, AsTheReportFromTheRows) {
  const std::string history = sharedHistory(400, 30, 3, 7);
  const std::pair<const char*, const char*> cases[] = {
      {"months", R"({"segmentBy":["region"]})"},
      {"quarters from February", R"({"period":"quarter","fiscalStartMonth":2})"},
      {"years", R"({"period":"year"})"},
      {"weeks", R"({"period":"week"})"},
      {"eligible, 90 %, own bands", R"({"base":"eligible","level":0.9,"segmentBy":["region"],
           "bands":[{"name":"low","from":0},{"name":"high","above":12.345678}]})"},
      {"active, in a year", R"({"base":"active","bandWindow":"year","segmentBy":["region"]})"},
      {"average of upsold", R"({"base":"average","numerator":"upsold","segmentBy":["region"]})"},
      {"a range of days", R"({"range":{"start":"2023-01-10","end":"2023-06-20"},
           "segmentBy":["region"]})"},
      {"data until within a month", R"({"dataUntil":"2024-03-10"})"},
  };
  for (const auto& [name, settings] : cases) {
    SCOPED_TRACE(name);
    const Json was = run(history, settings).json();
    const Outcome outcome = run(Writer(history, settings).table());
    ASSERT_FALSE(outcome.error) << outcome.error->code << " " << outcome.error->where << " "
                                << outcome.error->advice;
    const Json is = outcome.json();
    for (const char* block : {"headline", "periods", "trend", "segments", "cohorts",
                              "timeToUpgrade", "paths", "stickiness", "findings"}) {
      if (was[block] == is[block]) continue;
      ADD_FAILURE() << block << "\n" << Json::diff(was[block], is[block]).dump().substr(0, 1500);
    }
    EXPECT_EQ(is["settings"]["dataUntil"], was["settings"]["dataUntil"]);
  }
}

// What is shared of a table's report opens as that report, as that of rows does.
TEST(AggregatesSame, MayBeShared) {
  const char* settings = R"({"segmentBy":["region"]})";
  Loadable loaded(Writer(sharedHistory(400, 30, 3, 7), settings).table(), "{}");
  ASSERT_FALSE(loaded.error) << loaded.error->advice;
  Json was = Json::parse(loaded.engine.report("{}", kTestHost).value());
  const Result<std::string> shared = loaded.engine.aggregates("{}", kTestHost, R"({"fewest":1})");
  ASSERT_TRUE(shared) << shared.error().advice;
  const Result<std::string> opened = Engine::opened(shared.value(), kTestHost);
  ASSERT_TRUE(opened) << opened.error().code << " " << opened.error().where;
  Json is = Json::parse(opened.value());
  for (Json* report : {&was, &is}) {
    for (Json& period : (*report)["periods"]) period.erase("byTier");
    (*report)["headline"].erase("byTier");
  }
  for (const char* block :
       {"headline", "periods", "trend", "segments", "cohorts", "paths", "stickiness", "findings"}) {
    EXPECT_EQ(is[block], was[block]) << block;
  }
  EXPECT_EQ(is["data"]["shape"], "aggregates");
}

// What the counts are judged by may be chosen anew; what was counted may not, and a note says so.
TEST(AggregatesSame, TakesOnlyWhatCanBeChosen) {
  const std::string table =
      Writer(sharedHistory(400, 30, 3, 7), R"({"segmentBy":["region"]})").table();
  const Json same = run(table).json();
  const Json again = run(table, dumpJson(same["settings"])).json();
  EXPECT_EQ(again, same);
  const Json other = run(table, R"({"base":"active","level":0.8,"bandWindow":"year",
      "period":"quarter","timeZone":"UTC","bridgeDays":3,"segmentBy":[],
      "bands":[{"name":"all","from":0}],"launches":[{"date":"2023-05-01","name":"L"}]})")
                         .json();
  EXPECT_EQ(other["headline"]["base"], same["headline"]["active"]);
  EXPECT_EQ(other["headline"]["band"], "all");
  EXPECT_EQ(other["settings"]["level"], 0.8);
  EXPECT_EQ(other["settings"]["period"], "month");
  EXPECT_EQ(other["launches"][0]["why"], Json::array({"launch.needsCustomers"}));
  for (const Json& note : other["notes"]) {
    if (note["code"] != "aggregates.fixed") continue;
    EXPECT_EQ(note["params"]["settings"], Json::array({"period", "bridgeDays", "segmentBy"}));
  }
  EXPECT_NE(noteCodes(other).find("aggregates.fixed "), std::string::npos);
  EXPECT_EQ(noteCodes(same).find("aggregates.fixed "), std::string::npos);
}

}  // namespace
}  // namespace upgrade_rate

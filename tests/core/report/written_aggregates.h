// The table that a warehouse would print for rows that the core can read itself, made from what the
// core counts of them. What a report does not keep is counted otherwise: windows and segments by
// reports of that range with a filter on that value, waits by hand from the rows.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/cells/iso.h"
#include "core/report/report.h"
#include "tests/core/report/engine_run.h"

namespace upgrade_rate {

using NamedCounts = std::vector<std::pair<const char*, int64_t PeriodCounts::*>>;

inline NamedCounts namedCounts() {
  using C = PeriodCounts;
  return {{"opening", &C::opening},
          {"closing", &C::closing},
          {"joined", &C::joined},
          {"left", &C::left},
          {"new", &C::newCustomers},
          {"reactivated", &C::reactivated},
          {"converted", &C::converted},
          {"prospects", &C::prospects},
          {"active", &C::active},
          {"eligible", &C::eligible},
          {"upgraded", &C::upgraded},
          {"kept", &C::kept},
          {"upsold", &C::upsold},
          {"upgradedOrUpsold", &C::upgradedOrUpsold},
          {"upgradedNew", &C::upgradedNew},
          {"upsoldNew", &C::upsoldNew},
          {"upgradedOrUpsoldNew", &C::upgradedOrUpsoldNew},
          {"upgradedEligible", &C::upgradedEligible},
          {"keptEligible", &C::keptEligible},
          {"upsoldEligible", &C::upsoldEligible},
          {"upgradedOrUpsoldEligible", &C::upgradedOrUpsoldEligible},
          {"upgradeEvents", &C::upgradeEvents},
          {"upgradeEventsEligible", &C::upgradeEventsEligible},
          {"downgraded", &C::downgraded},
          {"churned", &C::churned}};
}

/// One file of rows about customers, loaded without an engine, so that reports on it can be had as
/// structs.
class LoadedRows {
 public:
  explicit LoadedRows(const std::string& bytes, const Settings& settings) {
    auto file = std::make_unique<FileReader>("rows.csv", 0, requestFor(settings, "rows.csv", 0),
                                             loaded_.collected);
    for (bool again = true; again;) {
      file->open();
      file->push(bytes);
      again = file->finish();
    }
    loaded_.shape = file->reading().shape;
    loaded_.order = {0};
    loaded_.files.push_back(std::move(file));
    Events& events = loaded_.collected.events;
    events.files.push_back({"rows.csv", 0, events.size()});
    host_.today = "2026-01-31";
  }

  ReportParts report(const Settings& settings) {
    return makeReport(loaded_, settings, host_, cache_).value();
  }
  PeriodCounts window(Settings settings, int64_t startDay, int64_t endDay) {
    settings.range = DateRangeSetting{isoDay(startDay), isoDay(endDay)};
    return report(settings).headline->figures.counts;
  }
  const TimeZone& zone() const { return host_.zone; }

 private:
  Loaded loaded_;
  Host host_;
  ReportCache cache_;
};

/// Rows of the table, one after the other.
class PrintedTable {
 public:
  PrintedTable() { text_ = "part,start,end,name,other,currency,measure,value\n"; }

  void at(std::string part, std::string start = "", std::string end = "", std::string name = "",
          std::string other = "", std::string currency = "") {
    key_ = std::move(part) + "," + start + "," + end + "," + name + "," + other + "," + currency;
  }
  void add(const std::string& measure, const std::string& value) {
    text_ += key_ + "," + measure + "," + value + "\n";
  }
  void add(const std::string& measure, int64_t value) { add(measure, std::to_string(value)); }
  void amount(const std::string& measure, MoneySum value) {
    const bool negative = value < 0;
    const MoneySum all = negative ? -value : value;
    std::string decimals = std::to_string(static_cast<int64_t>(all % 1'000'000));
    decimals.insert(0, 6 - decimals.size(), '0');
    add(measure, (negative ? "-" : "") + std::to_string(static_cast<int64_t>(all / 1'000'000)) +
                     "." + decimals);
  }
  void counts(const PeriodCounts& counts) {
    for (const auto& [name, count] : namedCounts()) {
      if (counts.*count != 0 || count == &PeriodCounts::opening) add(name, counts.*count);
    }
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_, key_;
};

}  // namespace upgrade_rate

#include "core/report/aggregates/table_about.h"

#include <algorithm>
#include <array>

#include "core/cells/date.h"
#include "core/cells/words.h"
#include "core/input/ledger.h"
#include "core/report/aggregates/table_segments.h"
#include "core/report/report.h"

namespace upgrade_rate {

namespace {

Error tableWithoutSettings(std::string advice) {
  return {"aggregates.noSettings", "about", std::move(advice)};
}

// Keys that say how counts are judged, and where the counts come from, not what was counted.
bool isJudged(const std::string& key) {
  constexpr std::array<std::string_view, 9> kJudged = {
      "schema", "files", "base", "numerator", "level", "bands", "bandWindow", "launches", "today"};
  return std::find(kJudged.begin(), kJudged.end(), key) != kJudged.end();
}

std::optional<int64_t> instantOf(const std::optional<std::string>& written, const TimeZone& zone) {
  return written ? std::optional(settingInstant(*written, zone)) : std::nullopt;
}

bool sameRange(const Settings& one, const Settings& other, const TimeZone& zone) {
  if (!one.range || !other.range) return one.range.has_value() == other.range.has_value();
  return settingInstant(one.range->start, zone) == settingInstant(other.range->start, zone) &&
         settingInstant(one.range->end, zone) == settingInstant(other.range->end, zone);
}

// What a report's own settings say of the end of the data is what its table did not say.
bool agreesOn(const std::string& key, const Settings& counted, const Settings& asked,
              const TimeZone& zone) {
  if (key == "dataUntil")
    return instantOf(counted.dataUntil, zone) == instantOf(asked.dataUntil, zone);
  if (key == "range") return sameRange(counted, asked, zone);
  return writeSettings(counted, Json::array())[key] == writeSettings(asked, Json::array())[key];
}

// With what the table found out of the rows: where the data ends, and by what it tells apart.
Result<Settings> completed(const TableIndex& table, const TableGroup& about, Settings settings) {
  if (!settings.segmentBy) settings.segmentBy = tableSegmentColumns(table);
  if (const std::string_view until = table.text(about, "dataUntil"); !until.empty()) {
    settings.dataUntil = std::string(until);
  }
  if (settings.dataUntil && readDate(trimmed(*settings.dataUntil), DateFormat::yearMonthDay)) {
    return settings;
  }
  return tableWithoutSettings(
      "The rows \"about\" do not say where the data ends (dataUntil). Copy the whole result of the "
      "query.");
}

}  // namespace

Result<Settings> tableSettings(TableIndex& table) {
  if (!table.has("about")) {
    return tableWithoutSettings(
        "The rows \"about\" are missing, which say what was counted. Copy the whole result of the "
        "query.");
  }
  const TableGroup& about = table.of("about")[0];
  const int64_t version = table.count(about, "version");
  if (table.error()) return *table.error();
  if (version > kAggregateTableVersion) {
    return Error{"aggregates.newer", "about",
                 "These counts were written for a newer version of Upgrade Rate. Read them with "
                 "that version, or write the query again with this one."};
  }
  const std::string_view text = table.text(about, "settings");
  if (version < 1 || text.empty()) {
    return tableWithoutSettings(
        "The rows \"about\" name no version or no settings, so nobody knows what was counted. Copy "
        "the whole result of the query.");
  }
  Result<Settings> settings = readSettings(text);
  if (settings) return completed(table, about, std::move(settings.value()));
  table.fail(about.cell("settings")->line, "aggregates.settings",
             "The settings in the table cannot be read: " + settings.error().advice);
  return *table.error();
}

Settings settingsInForce(const Settings& counted, const Settings& asked, const TimeZone& zone,
                         Notes& notes) {
  Settings settings = counted;
  Json fixed = Json::array();
  for (const std::string& key : asked.named) {
    if (key == "base") settings.rate.base = asked.rate.base;
    if (key == "numerator") settings.rate.numerator = asked.rate.numerator;
    if (key == "level") settings.rate.level = asked.rate.level;
    if (key == "bands") settings.rate.bands = asked.rate.bands;
    if (key == "bandWindow") settings.rate.bandWindowMonths = asked.rate.bandWindowMonths;
    if (key == "launches") settings.launches = asked.launches;
    if (!isJudged(key) && !agreesOn(key, counted, asked, zone)) fixed.push_back(key);
  }
  if (!fixed.empty()) notes.warn("aggregates.fixed", members({{"settings", std::move(fixed)}}));
  settings.files = asked.files;
  if (!settings.today) settings.today = asked.today;
  return settings;
}

Json tableLedger(TableIndex& table, Json ledger) {
  const TableGroup& about = table.of("about")[0];
  int64_t sum = 0;
  for (const char* fate : {"used", "duplicate", "superseded", "ignored", "rejected"}) {
    const int64_t rows = table.count(about, fate);
    sum += rows;
    put(ledger, {fate, rows});
  }
  const int64_t rows = table.count(about, "rows");
  put(ledger, {"rows", rows});
  if (sum != rows) {
    table.contradiction(about, "rows",
                        "There are " + std::to_string(rows) +
                            " rows, but those used, duplicate, "
                            "superseded, ignored and rejected are " +
                            std::to_string(sum) + " together. Copy the whole result of the query.");
  }
  return ledger;
}

namespace {

Json tableInstant(TableIndex& table, const TableGroup& about, const char* measure) {
  const std::string_view written = trimmed(table.text(about, measure));
  if (written.empty()) return nullptr;
  if (readDate(written, DateFormat::yearMonthDay)) return std::string(written);
  table.fail(about.cell(measure)->line, "aggregates.value",
             "\"" + problemText(written) + "\" is no instant such as 2024-01-31T23:00:00Z.");
  return nullptr;
}

// Those of the settings, with how many customers were ever on each.
Json tablePlans(TableIndex& table, const Settings& settings) {
  Json list = Json::array();
  const bool known = table.has("plan") || table.saysEmpty("plan");
  if (!settings.plans || !known) return list;
  for (const PlanSetting& plan : *settings.plans) {
    int64_t rows = 0, customers = 0;
    for (const TableGroup& group : table.of("plan")) {
      if (planKey(group.name) != planKey(plan.plan)) continue;
      rows = table.count(group, "rows");
      customers = table.count(group, "customers");
    }
    const bool tier = plan.rule.role == Role::tier;
    list.push_back(members({{"plan", plan.plan},
                            {"spellings", Json::array()},
                            {"role", roleName(plan.rule.role)},
                            {"tier", tier ? Json(plan.rule.tier) : Json(nullptr)},
                            {"rows", rows},
                            {"customers", customers},
                            {"typicalValue", nullptr},
                            {"order", "settings"}}));
  }
  return list;
}

}  // namespace

Json tableData(TableIndex& table, const Settings& settings, const TimeZone&) {
  const TableGroup& about = table.of("about")[0];
  const bool counted = about.cell("customers") != nullptr;
  return members({{"shape", shapeName(Shape::aggregates)},
                  {"customers", counted ? Json(table.count(about, "customers")) : Json(nullptr)},
                  {"firstInstant", tableInstant(table, about, "firstInstant")},
                  {"lastInstant", tableInstant(table, about, "lastInstant")},
                  {"plans", tablePlans(table, settings)}});
}

}  // namespace upgrade_rate

// Settings in: the document to the struct. How files are read is in settings_read_files.cpp.

#include <map>
#include <utility>

#include "core/cells/date.h"
#include "core/cells/number.h"
#include "core/cells/words.h"
#include "core/input/ledger.h"
#include "core/report/object_reader.h"
#include "core/report/settings.h"
#include "core/report/settings_files.h"

namespace upgrade_rate {

namespace {

constexpr int32_t kMostTiers = 1'000'000;

PlanSetting readPlan(const Json& object, const std::string& path, std::optional<Error>& error) {
  PlanSetting plan;
  ObjectReader reader(object, path, error);
  reader.text("plan", plan.plan);
  if (plan.plan.empty()) reader.fail("setting.value", "plan", "Every entry of plans needs a name.");
  const auto role = reader.choice("role", {"tier", "addOn", "prospect", "none"});
  plan.rule.role = static_cast<Role>(role.value_or(0));
  int32_t tier = 0;
  reader.integer("tier", 1, kMostTiers, tier);
  reader.finish();  // a misspelt key says more than what is missing for it
  const bool isTier = plan.rule.role == Role::tier;
  if (isTier && tier == 0) {
    reader.fail("setting.value", "tier",
                "The plan \"" + plan.plan + "\" has no tier. 1 is lowest.");
  }
  if (!isTier && tier != 0) {
    reader.fail("setting.value", "tier", "Only plans with the role \"tier\" have one.");
  }
  plan.rule.tier = tier;
  return plan;
}

StatusSetting readStatus(const Json& object, const std::string& path, std::optional<Error>& error) {
  StatusSetting status{"", StatusRole::plan};
  ObjectReader reader(object, path, error);
  reader.text("status", status.status);
  if (const auto role = reader.choice("as", {"plan", "prospect", "ended", "ignored"})) {
    status.role = static_cast<StatusRole>(*role);
  } else {
    reader.fail("setting.value", "as", "Every entry of statuses says what the status means.");
  }
  reader.finish();
  return status;
}

// A percentage exactly as it is written: at most six decimals.
std::optional<int64_t> percentMillionths(const Json& number) {
  if (!number.is_number()) return std::nullopt;
  const std::string written = dumpJson(number);
  const size_t point = written.find('.');
  if (written.find('e') == std::string::npos && point != std::string::npos &&
      written.size() - point - 1 > 6) {
    return std::nullopt;
  }
  const std::optional<CellNumber> read = readNumber(written, {'.'});
  if (!read || read->millionths < 0 || read->millionths > 100 * kMillionths) return std::nullopt;
  return read->millionths;
}

Band readBand(const Json& object, const std::string& path, std::optional<Error>& error) {
  Band band;
  ObjectReader reader(object, path, error);
  reader.text("name", band.name);
  if (band.name.empty()) reader.fail("setting.value", "name", "Every band needs a name.");
  const Json* from = reader.value("from");
  const Json* above = reader.value("above");
  reader.finish();
  if ((from == nullptr) == (above == nullptr)) {
    reader.fail("setting.value", "from",
                "The band \"" + band.name + "\" needs either \"from\" (at or over) or \"above\".");
  } else {
    const auto percent = percentMillionths(from != nullptr ? *from : *above);
    if (!percent) {
      reader.fail("setting.value", from != nullptr ? "from" : "above",
                  "A threshold is a percentage from 0 to 100 with at most six decimals.");
    }
    band.percentMillionths = percent.value_or(0);
    band.strict = above != nullptr;
  }
  return band;
}

void readBands(ObjectReader& reader, std::optional<Error>& error, Bands& bands) {
  const Json* list = reader.array("bands");
  if (list == nullptr) return;
  bands.clear();
  for (size_t i = 0; i < list->size(); ++i) {
    bands.push_back(readBand((*list)[i], "bands[" + std::to_string(i) + "]", error));
  }
  if (!reader.ok()) return;
  if (bands.empty() || bands[0].percentMillionths != 0 || bands[0].strict) {
    return reader.fail("setting.value", "bands", "The first band must be \"from\": 0.");
  }
  for (size_t i = 1; i < bands.size(); ++i) {
    const std::pair before(bands[i - 1].percentMillionths, bands[i - 1].strict);
    const std::pair now(bands[i].percentMillionths, bands[i].strict);
    if (now <= before) {
      return reader.fail("setting.value", "bands", "The thresholds of bands must ascend.");
    }
    for (size_t j = 0; j < i; ++j) {
      if (bands[j].name == bands[i].name) {
        return reader.fail("setting.value", "bands",
                           "Two bands are named \"" + bands[i].name + "\".");
      }
    }
  }
}

void readDate(ObjectReader& reader, std::string_view key, std::optional<std::string>& into) {
  std::optional<std::string> text;
  reader.text(key, text);
  if (!text) return;
  if (!upgrade_rate::readDate(trimmed(*text), DateFormat::yearMonthDay)) {
    reader.fail("setting.value", key,
                "\"" + reader.pathOf(key) + "\" must be a date such as 2026-01-31, found \"" +
                    *text + "\".");
    return;
  }
  into = text;
}

void readRate(ObjectReader& reader, std::optional<Error>& error, Settings& settings) {
  RateOptions& rate = settings.rate;
  if (const auto base =
          reader.choice("base", {"opening", "eligible", "average", "active", "closing"})) {
    rate.base = static_cast<Base>(*base);
  }
  if (const auto numerator = reader.choice(
          "numerator", {"upgraded", "kept", "upsold", "upgradedOrUpsold", "upgradeEvents"})) {
    rate.numerator = static_cast<Numerator>(*numerator);
    settings.namesNumerator = true;
  }
  reader.number("level", 0, 1, rate.level);
  readBands(reader, error, rate.bands);
  if (const auto window = reader.choice("bandWindow", {"as shown", "month", "quarter", "year"})) {
    constexpr int32_t kMonths[] = {0, 1, 3, 12};
    rate.bandWindowMonths = kMonths[*window];
  }
}

void readRange(ObjectReader& reader, std::optional<Error>& error, Settings& settings) {
  const Json* object = reader.object("range");
  if (object == nullptr) return;
  ObjectReader range(*object, "range", error);
  std::optional<std::string> start, end;
  readDate(range, "start", start);
  readDate(range, "end", end);
  range.finish();
  if (!start || !end) {
    return range.fail("setting.value", "", "\"range\" needs a start and an end.");
  }
  settings.range = DateRangeSetting{*start, *end};
}

// One plan in two roles, or on two tiers.
void refuseContradictions(ObjectReader& reader, const Settings& settings) {
  std::map<std::string, PlanRule> rules;
  for (const PlanSetting& each : settings.plans.value_or(std::vector<PlanSetting>{})) {
    const auto [at, isNew] = rules.try_emplace(planKey(each.plan), each.rule);
    if (isNew || at->second == each.rule) continue;
    reader.fail("setting.value", "plans",
                "The plan \"" + problemText(each.plan) + "\" stands there twice, and differs.");
  }
}

template <class Each>
void readList(ObjectReader& reader, std::string_view key, Each&& each) {
  const Json* list = reader.array(key);
  if (list == nullptr) return;
  for (size_t i = 0; i < list->size(); ++i) {
    each((*list)[i], std::string(key) + "[" + std::to_string(i) + "]");
  }
}

Launch readLaunch(const Json& object, const std::string& path, std::optional<Error>& error) {
  ObjectReader reader(object, path, error);
  std::optional<std::string> date;
  Launch launch;
  readDate(reader, "date", date);
  reader.text("name", launch.name);
  reader.finish();
  launch.date = date.value_or("");
  if (launch.date.empty()) reader.fail("setting.value", "date", "Every launch needs a date.");
  return launch;
}

// A list of texts; nothing where it is missing or null.
std::optional<std::vector<std::string>> readTexts(ObjectReader& reader, std::string_view key,
                                                  const std::string& what) {
  const Json* list = reader.array(key);
  if (list == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  for (const Json& text : *list) {
    if (!text.is_string()) {
      reader.fail("setting.type", key, "\"" + reader.pathOf(key) + "\" must be a list of " + what);
      return std::nullopt;
    }
    texts.push_back(text.get<std::string>());
  }
  return texts;
}

Filter readFilter(const Json& object, const std::string& path, std::optional<Error>& error) {
  ObjectReader reader(object, path, error);
  Filter filter;
  std::optional<std::string> column;
  reader.text("column", column);
  reader.boolean("plan", filter.byPlan);
  const auto in = readTexts(reader, "in", "values.");
  reader.finish();
  filter.column = column.value_or("");
  filter.in = in.value_or(std::vector<std::string>{});
  if (filter.byPlan == column.has_value()) {
    reader.fail("setting.value", "column", "A filter needs either a column or \"plan\": true.");
  }
  if (!in) reader.fail("setting.value", "in", "A filter needs the list \"in\" of what passes it.");
  return filter;
}

}  // namespace

Result<Settings> readSettings(std::string_view text) {
  const Result<Json> document = parseJson(text, "settings");
  if (!document) return document.error();
  Settings settings;
  std::optional<Error> error;
  ObjectReader reader(document.value(), "", error);
  for (const auto& [key, value] : document->items()) {
    if (!value.is_null()) settings.named.push_back(key);
  }
  int32_t schema = 1;
  reader.integer("schema", 1, 1, schema);
  readList(reader, "files", [&](const Json& object, const std::string& path) {
    settings.files.push_back(readFileSettings(object, path, error));
  });
  readList(reader, "plans", [&](const Json& object, const std::string& path) {
    if (!settings.plans) settings.plans.emplace();
    settings.plans->push_back(readPlan(object, path, error));
  });
  readList(reader, "statuses", [&](const Json& object, const std::string& path) {
    settings.statuses.push_back(readStatus(object, path, error));
  });
  reader.boolean("prospectsAreCustomers", settings.prospectsAreCustomers);
  reader.integer("bridgeDays", 0, 366, settings.bridgeDays);
  if (const auto values = reader.choice("movementValues", {"level", "delta", "sizes"})) {
    settings.movementValues = static_cast<MoveValues>(*values);
  }
  if (const auto period = reader.choice("period", {"week", "month", "quarter", "year"})) {
    settings.period = static_cast<PeriodUnit>(*period);
  }
  refuseContradictions(reader, settings);
  readRange(reader, error, settings);
  reader.integer("fiscalStartMonth", 1, 12, settings.fiscalStartMonth);
  reader.text("timeZone", settings.timeZone);
  readDate(reader, "dataUntil", settings.dataUntil);
  readDate(reader, "today", settings.today);
  readRate(reader, error, settings);
  readList(reader, "launches", [&](const Json& object, const std::string& path) {
    settings.launches.push_back(readLaunch(object, path, error));
  });
  settings.segmentBy = readTexts(reader, "segmentBy", "column names.");
  readList(reader, "filters", [&](const Json& object, const std::string& path) {
    settings.filters.push_back(readFilter(object, path, error));
  });
  readCurrencies(reader, error, settings);
  reader.finish();
  if (error) return *error;
  return settings;
}

}  // namespace upgrade_rate

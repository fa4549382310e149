#include "core/report/segment_settings.h"

#include <algorithm>

#include "core/cells/words.h"
#include "core/input/ledger.h"

namespace upgrade_rate {

namespace {

// The column's place in Events::segments. Every file may call it otherwise.
std::optional<uint32_t> placeOf(const Loaded& loaded, const std::string& name) {
  for (const uint32_t index : loaded.order) {
    const Reading& reading = loaded.files[index]->reading();
    const int32_t column = columnNamed(reading.columns, name);
    const std::vector<int32_t>& read = reading.mapping.segments;
    if (std::find(read.begin(), read.end(), column) == read.end()) continue;
    return loaded.segments().find(columnLabel(reading, column));
  }
  return std::nullopt;
}

Error noSuchColumn(const Loaded& loaded, const std::string& name, std::string where) {
  std::string has;
  for (const uint32_t index : loaded.order) {
    for (const std::string& column : loaded.files[index]->reading().columns) {
      has += (has.empty() ? "" : ", ") + problemText(column);
    }
  }
  return {"setting.value", std::move(where),
          "There is no column \"" + problemText(name) + "\". There are: " + has + "."};
}

// Those that the files' mappings, and the filters, ask for.
std::vector<std::string> askedColumns(const Loaded& loaded, const Settings& settings) {
  std::vector<std::string> names;
  for (const uint32_t index : loaded.order) {
    const FileReader& file = *loaded.files[index];
    for (const int32_t column :
         askedSegments(requestFor(settings, file.name(), index), file.reading())) {
      names.push_back(columnLabel(file.reading(), column));
    }
  }
  return names;
}

std::optional<Error> findSegmentBy(const Loaded& loaded, Settings& settings, SegmentRules& rules) {
  const bool asked = settings.segmentBy.has_value();
  std::vector<std::string> names;
  for (const std::string& name : asked ? *settings.segmentBy : askedColumns(loaded, settings)) {
    const std::optional<uint32_t> place = placeOf(loaded, name);
    if (!place) return noSuchColumn(loaded, name, "segmentBy");
    auto& found = rules.segmentBy;
    if (std::find(found.begin(), found.end(), *place) != found.end()) continue;
    found.push_back(*place);
    names.push_back(loaded.segments()[*place].name);
  }
  settings.segmentBy = std::move(names);
  return std::nullopt;
}

void addPlans(const Plans& plans, const Filter& filter, FilterRule& rule) {
  for (const std::string& name : filter.in) {
    const std::string key = planKey(name);
    for (uint32_t plan = 0; plan < plans.plans.size(); ++plan) {
      if (planKey(plans.plans[plan].name) == key) rule.in.push_back(plan);
    }
  }
}

void addValues(const SegmentColumn& column, const Filter& filter, FilterRule& rule) {
  for (const std::string& text : filter.in) {
    if (const auto value = column.valueOf(text)) rule.in.push_back(*value);
  }
}

}  // namespace

std::optional<Error> findSegments(const Loaded& loaded, const Plans& plans, Settings& settings,
                                  SegmentRules& rules) {
  for (const std::string& name : askedColumns(loaded, settings)) {
    if (const auto place = placeOf(loaded, name)) rules.columns.push_back(*place);
  }
  if (auto error = findSegmentBy(loaded, settings, rules)) return error;
  for (size_t i = 0; i < settings.filters.size(); ++i) {
    Filter& filter = settings.filters[i];
    FilterRule& rule = rules.filters.emplace_back();
    if (filter.byPlan && areCounts(loaded.shape)) {
      return Error{"setting.value", "filters[" + std::to_string(i) + "].plan",
                   "Totals and flags hold no plans to filter by."};
    }
    if (filter.byPlan) {
      addPlans(plans, filter, rule);
      continue;
    }
    rule.column = placeOf(loaded, filter.column);
    if (!rule.column) {
      return noSuchColumn(loaded, filter.column, "filters[" + std::to_string(i) + "].column");
    }
    const SegmentColumn& column = loaded.segments()[*rule.column];
    filter.column = column.name;
    addValues(column, filter, rule);
  }
  return std::nullopt;
}

}  // namespace upgrade_rate

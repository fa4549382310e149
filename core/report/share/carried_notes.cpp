#include "core/report/share/carried_notes.h"

#include <algorithm>
#include <string_view>

namespace upgrade_rate {

namespace {

constexpr std::string_view kCarried[] = {"addOn.held",
                                         "base.heldBefore",
                                         "base.incomplete",
                                         "blankPlan",
                                         "changes.noCancellations",
                                         "currency.noRate",
                                         "dataUntil.assumed",
                                         "journeys.needCustomers",
                                         "money.severalCurrencies",
                                         "money.unknown",
                                         "movements.kindUnsaid",
                                         "movements.levels",
                                         "movements.startUnknown",
                                         "movements.value",
                                         "movements.valueUnclear",
                                         "paths.severalCurrencies",
                                         "period.coarser",
                                         "plans.neverChange",
                                         "priceRises.unknown",
                                         "rows.superseded",
                                         "tiers.guessed",
                                         "tiers.unknown",
                                         "totals.assumesNoRepeat",
                                         "totals.separateSamples",
                                         "upsells.needValue",
                                         "value.notPaying"};

constexpr size_t kLongestParam = 200;

bool isCarried(std::string_view code) {
  return std::find(std::begin(kCarried), std::end(kCarried), code) != std::end(kCarried);
}

// A number, a short text, or a list of short texts.
bool isPlain(const Json& value) {
  if (value.is_array()) {
    return value.size() <= 100 && std::all_of(value.begin(), value.end(), [](const Json& each) {
             return each.is_string() && each.get_ref<const std::string&>().size() <= kLongestParam;
           });
  }
  if (value.is_string()) return value.get_ref<const std::string&>().size() <= kLongestParam;
  return value.is_primitive();
}

constexpr const char* kNames[] = {"fewest", "segments", "cohorts", "paths", "plans"};

}  // namespace

Json carriedNotes(const Json& notes) {
  Json list = Json::array();
  for (const Json& note : notes) {
    if (!isCarried(note["code"].get_ref<const std::string&>())) continue;
    Json entry = Json::array();
    entry.push_back(note["code"]);
    entry.push_back(note["severity"] == "warning" ? 1 : 0);
    entry.push_back(note["params"]);
    list.push_back(std::move(entry));
  }
  return list;
}

void readCarriedNotes(const Json& list, Notes& notes, std::optional<Error>& error) {
  ListReader all(list, "notes", error);
  while (!error && !all.atEnd()) {
    ListReader entry(all.next(), "notes", error);
    const std::string code = entry.text();
    const bool warning = entry.number(0, 1) == 1;
    const Json& params = entry.next();
    if (!params.is_object() || !std::all_of(params.begin(), params.end(), isPlain)) entry.fail();
    if (error || !isCarried(code)) continue;
    warning ? notes.warn(code, params) : notes.info(code, params);
  }
}

Json HeldBack::list() const {
  Json numbers = Json::array();
  for (const int64_t each : {fewest, segments, cohorts, paths, plans}) numbers.push_back(each);
  return numbers;
}

void HeldBack::note(Notes& notes) const {
  if (segments + cohorts + paths + plans == 0) return;
  Json params = Json::object();
  const Json numbers = list();
  for (size_t i = 0; i < numbers.size(); ++i) params[kNames[i]] = numbers[i];
  notes.info("share.heldBack", std::move(params));
}

HeldBack readHeldBack(const Json& list, std::optional<Error>& error) {
  ListReader numbers(list, "heldBack", error);
  HeldBack held;
  for (int64_t* each : {&held.fewest, &held.segments, &held.cohorts, &held.paths, &held.plans}) {
    *each = numbers.number(0, kLargestCount);
  }
  return held;
}

}  // namespace upgrade_rate

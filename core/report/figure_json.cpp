#include "core/report/figure_json.h"

namespace upgrade_rate {

Json writeInterval(const std::optional<Interval>& interval) {
  return interval ? Json{interval->low, interval->high} : Json(nullptr);
}

Json writeChange(const std::optional<ShareChange>& change) {
  if (!change) return nullptr;
  return members({{"points", change->difference},
                  {"interval", writeInterval(change->interval)},
                  {"clear", change->clear}});
}

Json writeCodes(const std::vector<std::string_view>& codes) {
  Json list = Json::array();
  for (const std::string_view code : codes) list.push_back(code);
  return list;
}

Json writeScaled(int64_t count, int64_t scale) {
  if (count % scale == 0) return count / scale;
  return static_cast<double>(count) / static_cast<double>(scale);
}

__extension__ Json writeAmount(__int128 millionths) {
  constexpr int64_t kWhole = 1'000'000;
  const bool fits = millionths >= INT64_MIN && millionths <= INT64_MAX;
  if (fits && millionths % kWhole == 0) return static_cast<int64_t>(millionths / kWhole);
  return static_cast<double>(millionths) / static_cast<double>(kWhole);
}

}  // namespace upgrade_rate

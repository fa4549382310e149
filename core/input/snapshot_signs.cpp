#include "core/input/snapshot_signs.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/cells/words.h"
#include "core/input/header_words.h"
#include "core/input/totals.h"

namespace upgrade_rate {

namespace {

std::string_view cellOf(const std::vector<std::string>& row, int32_t column) {
  const bool has = column >= 0 && static_cast<size_t>(column) < row.size();
  return has ? std::string_view(row[column]) : std::string_view();
}

}  // namespace

bool isNamedForPeriods(const ColumnProfile& column) {
  return headerScore(column.key, Part::period) == 1;
}

bool repeatsStates(std::span<const std::vector<std::string>> rows, const Mapping& mapping,
                   int32_t date, DateFormat format) {
  std::set<int64_t> days;
  std::map<std::string_view, std::map<int64_t, std::string>> said;  // by customer, then day
  for (const auto& row : rows) {
    const std::string_view cell = cellOf(row, date);
    const auto time = isNullWord(cell) ? std::nullopt : readDate(cell, format);
    if (!time) continue;
    const int64_t day = floorDivide(time->micros(), kMicrosPerDay);
    std::string state;
    for (const Part part : {Part::plan, Part::value, Part::quantity}) {
      state += std::string(cellOf(row, mapping.of(part))) + '\n';
    }
    days.insert(day);
    said[cellOf(row, mapping.of(Part::customer))][day] = std::move(state);
  }
  size_t several = 0, pairs = 0, same = 0;
  for (const auto& [customer, states] : said) {
    several += states.size() > 1 ? 1 : 0;
    for (auto at = states.begin(); at != states.end() && std::next(at) != states.end(); ++at) {
      ++pairs;
      same += at->second == std::next(at)->second ? 1 : 0;
    }
  }
  constexpr size_t kLeastPairs = 3;
  if (pairs < kLeastPairs || same * 2 <= pairs || several * 2 <= said.size()) return false;
  return periodSpan(dateSpan(format), {days.begin(), days.end()}).has_value();
}

}  // namespace upgrade_rate

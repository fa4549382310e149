#include "core/kpi/totals_entries.h"

#include <algorithm>
#include <map>

namespace upgrade_rate {

namespace {

DayRange daysOf(const TotalsRow& row, DateSpan span) {
  return row.day ? periodDays(*row.day, span) : DayRange{kNoDay, kNoDay};
}

bool passes(const Totals& totals, uint32_t row, const std::vector<FilterRule>& filters) {
  return std::all_of(filters.begin(), filters.end(), [&](const FilterRule& rule) {
    const uint32_t value = totals.segments[*rule.column].values[row];
    return std::find(rule.in.begin(), rule.in.end(), value) != rule.in.end();
  });
}

}  // namespace

std::vector<uint32_t> usedRows(const Totals& totals, DateSpan span,
                               const std::vector<uint32_t>& columns,
                               const std::vector<bool>& ignored) {
  std::map<std::vector<int64_t>, uint32_t> last;
  const auto keyOf = [&](uint32_t row) {
    std::vector<int64_t> key = {daysOf(totals.rows[row], span).begin};
    for (const uint32_t column : columns) key.push_back(totals.segments[column].values[row]);
    return key;
  };
  std::vector<uint32_t> used(totals.rows.size());
  for (uint32_t row = 0; row < used.size(); ++row) {
    if (!ignored[row]) last[keyOf(row)] = row;
  }
  for (uint32_t row = 0; row < used.size(); ++row) {
    used[row] = ignored[row] ? row : last[keyOf(row)];
  }
  return used;
}

TotalsEntries totalsEntries(const Totals& totals, DateSpan span, const std::vector<uint32_t>& used,
                            const std::vector<bool>& ignored,
                            const std::vector<FilterRule>& filters) {
  std::map<int64_t, std::vector<uint32_t>> byPeriod;
  for (uint32_t row = 0; row < used.size(); ++row) {
    if (!ignored[row] && used[row] == row) {
      byPeriod[daysOf(totals.rows[row], span).begin].push_back(row);
    }
  }
  TotalsEntries result;
  for (const auto& [begin, rows] : byPeriod) {
    const uint32_t index = static_cast<uint32_t>(result.entries.size());
    TotalsEntry& entry = result.entries.emplace_back();
    entry.days = daysOf(totals.rows[rows[0]], span);
    for (const uint32_t row : rows) {
      if (!passes(totals, row, filters)) continue;
      entry.total += totals.rows[row].total;
      entry.upgraded += totals.rows[row].upgraded;
      result.used.push_back({index, row});
    }
  }
  return result;
}

std::optional<TotalsEntry> sumOf(std::span<const TotalsEntry> entries, const DayRange& days) {
  auto at =
      std::lower_bound(entries.begin(), entries.end(), days.begin,
                       [](const TotalsEntry& each, int64_t day) { return each.days.begin < day; });
  TotalsEntry whole{days};
  for (int64_t day = days.begin; day < days.end; ++at) {
    if (at == entries.end() || at->days.begin != day || at->days.end > days.end) {
      return std::nullopt;
    }
    if (day == days.begin) whole.total = at->total;
    whole.upgraded += at->upgraded;
    ++whole.parts;
    day = at->days.end;
  }
  if (whole.parts == 0) return std::nullopt;
  return whole;
}

std::vector<SegmentCounts> totalsSegments(const Totals& totals, const TotalsEntries& entries,
                                          uint32_t column, const DayRange& before,
                                          const std::optional<DayRange>& days) {
  const SegmentColumn& segments = totals.segments[column];
  std::map<uint32_t, std::vector<TotalsEntry>> byValue;
  for (const auto& [entry, row] : entries.used) {
    const auto [at, isNew] = byValue.try_emplace(segments.values[row], entries.entries);
    if (isNew) {
      for (TotalsEntry& each : at->second) each.total = each.upgraded = 0;
    }
    at->second[entry].total += totals.rows[row].total;
    at->second[entry].upgraded += totals.rows[row].upgraded;
  }
  std::vector<SegmentCounts> found;
  for (const auto& [value, own] : byValue) {
    SegmentCounts& segment = found.emplace_back();
    segment.text = segments.text(value);
    const auto counts = [](const std::optional<TotalsEntry>& sum) {
      PeriodCounts made;
      if (sum) made.opening = sum->total;
      if (sum) made.upgraded = sum->upgraded;
      return made;
    };
    segment.after = counts(days ? sumOf(own, *days) : std::optional(own.front()));
    if (days) segment.before = counts(sumOf(own, before));
  }
  return found;
}

}  // namespace upgrade_rate

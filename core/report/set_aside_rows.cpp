#include "core/report/set_aside_rows.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

// Files of events stand in the order of the settings.
void addUnused(const Loaded& loaded, const ReportCache& cache, uint32_t file, SetAside& rows) {
  const Events& events = loaded.collected.events;
  const auto at = std::find(loaded.order.begin(), loaded.order.end(), file);
  if (at == loaded.order.end() || !cache.analysis.walk) return;
  const EventFile& of = events.files[static_cast<size_t>(at - loaded.order.begin())];
  for (const UnusedRow& row : cache.analysis.walk->unused) {
    if (of.begin <= row.event && row.event < of.end)
      rows.add(events.places.record(row.event), problemCode(row.fate));
  }
}

}  // namespace

SetAside setAsideOf(const Loaded& loaded, const ReportCache& cache, uint32_t file) {
  SetAside rows = loaded.files[file]->ledger().setAside;
  for (const Joined& table : loaded.joined) {
    if (table.index == file) rows.append(table.setAside);
  }
  if (file < cache.setAside.size()) rows.append(cache.setAside[file]);
  addUnused(loaded, cache, file, rows);
  rows.sort();
  return rows;
}

}  // namespace upgrade_rate

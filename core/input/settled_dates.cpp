#include "core/input/settled_dates.h"

#include "core/input/header_words.h"

namespace upgrade_rate {

namespace {

// When a customer came is not when they moved up. And a date that many rows lack, such as that of
// the upgrade, would leave them all out.
bool isDateOfFlags(const ColumnProfile& column) {
  const auto has = [&](std::string_view word) { return column.key.find(word) != column.key.npos; };
  const uint64_t mayLack = has("upgrad") ? 0 : column.values / 10;
  return column.blanks <= mayLack && !has("since") && !has("signup") && !has("created") &&
         !has("joined") && !has("seit");
}

// Where a cancelled one has a day on which it expires as well, and no other has, it lasts until
// then.
int32_t expiryBeside(std::span<const ColumnProfile> columns, const Mapping& mapping) {
  const int32_t end = mapping.of(Part::end);
  if (end == kNoColumn || !namesCancellations(columns[end].key)) return end;
  for (size_t c = 0; c < columns.size(); ++c) {
    const ColumnProfile& column = columns[c];
    const bool expires = column.key.find("expir") != column.key.npos;
    const bool alike = column.values > 0 && column.values == columns[end].values;
    if (!expires || !alike || mapping.uses(static_cast<int32_t>(c))) continue;
    if (headerScore(column.key, Part::end) > 0) return static_cast<int32_t>(c);
  }
  return end;
}

}  // namespace

void settleDates(std::span<const ColumnProfile> columns, Shape shape, const ReadingRequest& request,
                 Mapping& mapping) {
  if (shape == Shape::subscriptions && !request.mapping.contains(Part::end)) {
    mapping.set(Part::end, expiryBeside(columns, mapping));
  }
  const int32_t date = mapping.of(Part::date);
  if (shape != Shape::flags || date == kNoColumn || request.mapping.contains(Part::date)) return;
  if (!isDateOfFlags(columns[date])) mapping.set(Part::date, kNoColumn);
}

}  // namespace upgrade_rate

#include "core/input/rows.h"

#include "core/cells/words.h"

namespace upgrade_rate {

std::unique_ptr<RowReader> makePlanHistoryRows(const Reading& reading, const std::string& fileName,
                                               Events& events, ReadLedger& ledger);
std::unique_ptr<RowReader> makeTotalsRows(const Reading& reading, const std::string& fileName,
                                          uint32_t file, Totals& totals, ReadLedger& ledger);

std::string_view Cells::at(size_t record, int32_t column) {
  if (column < 0 || static_cast<size_t>(column) >= width(record)) return {};
  const Field& field = batch_.fields[batch_.firstField[record] + column];
  std::string_view text;
  if (field.quoted) {
    std::string scratch;
    text = cellText(batch_, field, dialect_, scratch);
    if (text.data() == scratch.data()) text = unescaped_.emplace_back(std::move(scratch));
  } else {
    text = batch_.text.substr(field.begin, field.size);
  }
  text = trimmed(text);
  return isNullWord(text) ? std::string_view{} : text;
}

std::string_view Cells::raw(size_t record) const {
  if (width(record) == 0) return {};
  const Field& first = batch_.fields[batch_.firstField[record]];
  const Field& last = batch_.fields[batch_.firstField[record + 1] - 1];
  return batch_.text.substr(first.begin, last.begin + last.size - first.begin);
}

std::string_view nonDataCode(Cells& cells, size_t record, const Reading& reading) {
  bool repeatsHeader = reading.header;
  std::string_view first;
  for (size_t c = 0; c < reading.columns.size(); ++c) {
    const std::string_view cell = cells.at(record, static_cast<int32_t>(c));
    const bool unnamed = reading.columns[c] == "#" + std::to_string(c + 1);
    repeatsHeader &= unnamed ? cell.empty() : cell == reading.columns[c];
    if (first.empty()) first = cell;
  }
  if (repeatsHeader) return "row.repeatedHeader";
  const std::string key = headerKey(first);
  for (const std::string_view word : {"total", "totals", "grandtotal", "sum", "summe", "gesamt",
                                      "gesamtsumme", "average", "subtotal"}) {
    if (key == word) return "row.totalsLine";
  }
  return {};
}

std::unique_ptr<RowReader> makeRowReader(const Reading& reading, const std::string& fileName,
                                         uint32_t file, Collected& into, ReadLedger& ledger) {
  if (reading.shape == Shape::totals) {
    return makeTotalsRows(reading, fileName, file, into.totals, ledger);
  }
  return makePlanHistoryRows(reading, fileName, into.events, ledger);
}

}  // namespace upgrade_rate

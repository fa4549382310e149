#include "core/input/rows.h"

#include <algorithm>

#include "core/cells/words.h"

namespace upgrade_rate {

std::unique_ptr<RowReader> makeCustomerRows(const Reading& reading, const std::string& fileName,
                                            Events& events, ReadLedger& ledger);
std::unique_ptr<RowReader> makeMatrixRows(const Reading& reading, const std::string& fileName,
                                          Events& events, ReadLedger& ledger);
std::unique_ptr<RowReader> makeFlagsRows(const Reading& reading, const std::string& fileName,
                                         uint32_t file, Flags& flags, ReadLedger& ledger);
std::unique_ptr<RowReader> makeTotalsRows(const Reading& reading, const std::string& fileName,
                                          uint32_t file, Totals& totals, ReadLedger& ledger);
std::unique_ptr<RowReader> makeWideTotalsRows(const Reading& reading, const std::string& fileName,
                                              uint32_t file, Totals& totals, ReadLedger& ledger);
std::unique_ptr<RowReader> makeAggregateRows(const Reading& reading, const std::string& fileName,
                                             AggregateTable& table, ReadLedger& ledger);
std::unique_ptr<RowReader> makeLookupRows(const Reading& reading, const std::string& fileName,
                                          Lookup& lookup, ReadLedger& ledger);

bool isCommentRecord(const RecordBatch& batch, size_t record, size_t columns) {
  const uint32_t first = batch.firstField[record];
  return columns > 1 && batch.firstField[record + 1] == first + 1 && batch.fields[first].size > 0 &&
         batch.text[batch.fields[first].begin] == '#';
}

std::string_view Cells::read(const Field& field) {
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

std::string_view Cells::at(size_t record, int32_t column) {
  if (column < 0 || static_cast<size_t>(column) >= width(record)) return {};
  return read(batch_.fields[batch_.firstField[record] + column]);
}

void Cells::column(std::span<const uint32_t> records, int32_t column, std::string_view* out) {
  if (column < 0) {
    std::fill_n(out, records.size(), std::string_view{});
    return;
  }
  const char* const text = batch_.text.data();
  const char quote = batch_.plainQuotes ? dialect_.quote : 0;
  for (const uint32_t record : records) {
    const uint32_t place = batch_.firstField[record] + static_cast<uint32_t>(column);
    if (place >= batch_.firstField[record + 1]) {
      *out++ = {};
      continue;
    }
    const Field& field = batch_.fields[place];
    std::string_view cell(text + field.begin, field.size);
    bool plain = !field.quoted;
    if (!plain && quote != 0 && cell.size() >= 2 && cell.back() == quote) {
      cell = cell.substr(1, cell.size() - 2);
      plain = true;
    }
    *out++ = plain && isPlainWord(cell) ? cell : read(field);
  }
}

std::string_view Cells::text(size_t record) {
  std::string& content = unescaped_.emplace_back();
  const Field& first = batch_.fields[batch_.firstField[record]];
  return cellText(batch_, first, dialect_, content);
}

std::string_view Cells::raw(size_t record) const {
  if (width(record) == 0) return {};
  const Field& first = batch_.fields[batch_.firstField[record]];
  const Field& last = batch_.fields[batch_.firstField[record + 1] - 1];
  return batch_.text.substr(first.begin, last.begin + last.size - first.begin);
}

namespace {

bool repeatsHeader(Cells& cells, size_t record, const Reading& reading) {
  if (!reading.header) return false;
  for (size_t c = 0; c < reading.columns.size(); ++c) {
    const std::string_view cell = cells.at(record, static_cast<int32_t>(c));
    if (cell == reading.columns[c]) continue;
    if (!cell.empty() || reading.columns[c] != "#" + std::to_string(c + 1)) return false;
  }
  return true;
}

std::string_view firstFilled(Cells& cells, size_t record, size_t columns) {
  for (size_t c = 0; c < columns; ++c) {
    const std::string_view cell = cells.at(record, static_cast<int32_t>(c));
    if (!cell.empty()) return cell;
  }
  return {};
}

// The first letters of the words below; most cells are told apart by them. Signs may stand before
// the word, and letters beyond ASCII may fold to any of them.
bool mayNameTotals(std::string_view cell) {
  for (const char c : cell) {
    if ((c & 0x80) != 0) return true;
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    if (lower >= 'a' && lower <= 'z')
      return lower == 't' || lower == 'g' || lower == 's' || lower == 'a';
    if (c >= '0' && c <= '9') return false;
  }
  return false;
}

bool namesTotals(std::string_view cell) {
  constexpr std::string_view kWords =
      " total totals grandtotal sum summe gesamt gesamtsumme average subtotal ";
  return mayNameTotals(cell) && listsWord(kWords, headerKey(cell));
}

}  // namespace

std::string_view nonDataCode(Cells& cells, size_t record, const Reading& reading) {
  if (repeatsHeader(cells, record, reading)) return "row.repeatedHeader";
  const std::string_view first = firstFilled(cells, record, reading.columns.size());
  return namesTotals(first) ? "row.totalsLine" : std::string_view{};
}

SegmentCells::SegmentCells(const Reading& reading, SegmentColumns& columns, uint32_t rows)
    : reading_(reading), columns_(columns) {
  for (const int32_t column : reading.mapping.segments) {
    places_.push_back(columns.place(columnLabel(reading, column), rows));
  }
}

void SegmentCells::append(Cells& cells, uint32_t record, uint32_t row) {
  for (size_t i = 0; i < places_.size(); ++i) {
    const std::string_view cell = cells.at(record, reading_.mapping.segments[i]);
    columns_[places_[i]].append({&cell, 1});
  }
  columns_.fill(row + 1);
}

void SegmentCells::append(std::span<const std::string> texts, uint32_t row) {
  for (size_t i = 0; i < places_.size(); ++i) {
    const std::string_view cell = texts[i];
    columns_[places_[i]].append({&cell, 1});
  }
  columns_.fill(row + 1);
}

bool Rejections::ignores(Cells& cells, uint32_t record) {
  const std::string_view code = nonDataCode(cells, record, reading_);
  if (code.empty()) return false;
  ++ledger_.ignored;
  const RowPlace place = cells.place(record);
  ledger_.setAside.add(place.record, code);
  ledger_.problems.add(code, fileName_, place.line, "", cells.raw(record));
  return true;
}

bool Rejections::ignoresSum(Cells& cells, uint32_t record) {
  for (const int32_t column : reading_.mapping.segments) {
    if (!namesTotals(cells.at(record, column))) continue;
    ignore(cells.place(record), "row.totalsLine", column, cells.at(record, column));
    return true;
  }
  return false;
}

void Rejections::reject(Cells& cells, uint32_t record, std::string_view code, int32_t column) {
  if (!ignores(cells, record)) reject(cells.place(record), code, column, cells.at(record, column));
}

void Rejections::note(uint64_t line, std::string_view code, int32_t column, std::string_view text) {
  ledger_.problems.add(code, fileName_, line, reading_.columns[column], text);
}

void Rejections::rejectNoted(RowPlace place, std::string_view code) {
  ++ledger_.rejected;
  ledger_.setAside.add(place.record, code);
}

void Rejections::reject(RowPlace place, std::string_view code, int32_t column,
                        std::string_view text) {
  rejectNoted(place, code);
  note(place.line, code, column, text);
}

void Rejections::ignore(RowPlace place, std::string_view code, int32_t column,
                        std::string_view text) {
  ++ledger_.ignored;
  ledger_.setAside.add(place.record, code);
  note(place.line, code, column, text);
}

std::unique_ptr<RowReader> makeRowReader(const Reading& reading, const std::string& fileName,
                                         uint32_t file, Collected& into, ReadLedger& ledger) {
  if (reading.shape == Shape::totals) {
    const bool wide = hasPeriodColumns(reading.shape, reading.mapping);
    return (wide ? makeWideTotalsRows : makeTotalsRows)(reading, fileName, file, into.totals,
                                                        ledger);
  }
  if (reading.shape == Shape::flags) {
    return makeFlagsRows(reading, fileName, file, into.flags, ledger);
  }
  if (reading.shape == Shape::matrix) {
    return makeMatrixRows(reading, fileName, into.events, ledger);
  }
  if (reading.shape == Shape::aggregates) {
    return makeAggregateRows(reading, fileName, into.aggregates, ledger);
  }
  if (isLookup(reading.shape)) return makeLookupRows(reading, fileName, into.lookups[file], ledger);
  return makeCustomerRows(reading, fileName, into.events, ledger);
}

}  // namespace upgrade_rate

#include "core/input/profile.h"

#include <algorithm>
#include <map>

#include "core/cells/words.h"
#include "core/input/header_words.h"
#include "core/input/period_columns.h"
#include "core/input/plan_words.h"
#include "core/input/totals.h"

namespace upgrade_rate {

namespace {

bool isDate(const std::string& cell) {
  DateEvidence evidence;
  evidence.add(cell);
  return evidence.decide().format != DateFormat::none;
}

bool isNumber(const std::string& cell) {
  return readNumber(cell, {'.'}).has_value() || readNumber(cell, {','}).has_value();
}

bool namesPlan(const std::string& cell) {
  const std::string key = planKey(cell);
  return rankByWords(key) || roleByWords(key) != Role::tier;
}

double share(uint64_t part, uint64_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

// The number of cells most rows have; the larger one of equally frequent numbers.
size_t usualWidth(const SampleRows& rows) {
  std::map<size_t, size_t> frequency;
  for (const auto& row : rows) ++frequency[row.size()];
  size_t width = 0;
  for (const auto& [cells, times] : frequency) {
    if (width == 0 || times >= frequency[width]) width = cells;
  }
  return width;
}

bool allWords(const std::vector<std::string>& row) {
  return std::none_of(row.begin(), row.end(), [](const std::string& cell) {
    return !isNullWord(cell) && (isDate(cell) || isNumber(cell));
  });
}

size_t knownHeaders(const std::vector<std::string>& row) {
  return std::count_if(row.begin(), row.end(),
                       [](const std::string& cell) { return isHeaderWord(headerKey(cell)); });
}

// Spreadsheets pad a title with empty cells to the width of the table.
bool isTitle(const std::vector<std::string>& row, size_t width) {
  const auto filled =
      std::count_if(row.begin(), row.end(), [](const std::string& cell) { return !cell.empty(); });
  return row.size() < width || (width > 1 && filled <= 1);
}

// Whether some column has values that are no words in most of the rows below.
bool typedBelow(const SampleRows& rows, size_t first) {
  std::map<size_t, size_t> typed;
  for (size_t r = first; r < rows.size(); ++r) {
    for (size_t c = 0; c < rows[r].size(); ++c) {
      if (isDate(rows[r][c]) || isNumber(rows[r][c])) ++typed[c];
    }
  }
  const size_t below = rows.size() - first;
  return std::any_of(typed.begin(), typed.end(),
                     [&](const auto& column) { return column.second * 2 > below; });
}

// Whether the row is the header of a matrix: several periods, beside words only, over columns that
// are no such dates themselves.
bool namesPeriods(const SampleRows& rows, size_t first) {
  const std::vector<std::string>& top = rows[first];
  const PeriodHeaders periods = periodHeaders(top, std::nullopt);
  if (periods.columns.size() < 2 || first + 1 == rows.size()) return false;
  size_t words = 0;
  for (const std::string& cell : top)
    words += isNullWord(cell) || (!isDate(cell) && !isNumber(cell));
  if (words == 0 || words + periods.columns.size() != top.size()) return false;
  for (const PeriodColumn& period : periods.columns) {
    size_t cells = 0, dates = 0;
    for (size_t r = first + 1; r < rows.size(); ++r) {
      const size_t c = static_cast<size_t>(period.column);
      if (c >= rows[r].size() || isNullWord(rows[r][c])) continue;
      ++cells;
      dates += readDate(rows[r][c], periods.found.format).has_value() ? 1 : 0;
    }
    if (cells > 0 && dates * 2 > cells) return false;
  }
  return true;
}

}  // namespace

double ColumnProfile::dateShare() const { return share(dates.decide().fitting, values); }
double ColumnProfile::numberShare() const { return share(numbers.decide().fitting, values); }
double ColumnProfile::wordShare() const { return share(words, values); }

ColumnKind ColumnProfile::kind() const {
  if (values == 0) return ColumnKind::blank;
  if (numberShare() > 0.5) return ColumnKind::number;
  return dateShare() > 0.5 ? ColumnKind::date : ColumnKind::text;
}

SampleRows sampleRows(const RecordBatch& batch, const Dialect& dialect, size_t most) {
  SampleRows rows;
  std::string scratch;
  for (size_t r = 0; r < std::min(batch.size(), most); ++r) {
    if (batch.fault[r] >= RecordFault::notARow) continue;
    std::vector<std::string>& row = rows.emplace_back();
    row.reserve(batch.firstField[r + 1] - batch.firstField[r]);
    for (uint32_t f = batch.firstField[r]; f < batch.firstField[r + 1]; ++f) {
      row.emplace_back(trimmed(cellText(batch, batch.fields[f], dialect, scratch)));
    }
  }
  return rows;
}

HeaderPlace findHeader(const SampleRows& rows) {
  const size_t width = usualWidth(rows);
  uint32_t first = 0;
  while (first < rows.size() && isTitle(rows[first], width)) ++first;
  if (first == rows.size()) return {false, 0};
  const bool words = allWords(rows[first]);
  const size_t known = knownHeaders(rows[first]);
  // A column may be called 2024, beside columns with usual names.
  const bool isHeader = known > 1 || (words && (known == 1 || typedBelow(rows, first + 1)));
  return {isHeader || namesPeriods(rows, first), first};
}

std::vector<ColumnProfile> profileColumns(const SampleRows& rows, const HeaderPlace& place) {
  std::vector<ColumnProfile> columns;
  if (place.skipRows >= rows.size()) return columns;
  const std::vector<std::string>& top = rows[place.skipRows];
  for (size_t c = 0; c < top.size(); ++c) {
    ColumnProfile& column = columns.emplace_back();
    const bool named = place.header && !top[c].empty();
    column.header = named ? top[c] : "#" + std::to_string(c + 1);
    column.key = named ? headerKey(top[c]) : "";
  }
  for (size_t r = place.skipRows + (place.header ? 1 : 0); r < rows.size(); ++r) {
    for (size_t c = 0; c < columns.size(); ++c) {
      ColumnProfile& column = columns[c];
      if (c >= rows[r].size() || isNullWord(rows[r][c])) {
        ++column.blanks;
        continue;
      }
      const std::string& cell = rows[r][c];
      ++column.values;
      const bool date = column.dates.add(cell);
      const bool number = column.numbers.add(cell);
      column.counts += readCount(cell) ? 1 : 0;
      column.words += date || number ? 0 : 1;
      if (column.distinct.size() >= kDistinctKept || !column.distinct.insert(cell).second) continue;
      column.plans += namesPlan(cell) ? 1 : 0;
    }
  }
  return columns;
}

}  // namespace upgrade_rate

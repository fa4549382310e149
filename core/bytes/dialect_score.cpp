// The measure behind sniffDialect. See core/bytes/dialect_score.h and core/bytes/dialect.cpp.
#include "core/bytes/dialect_score.h"

#include <algorithm>
#include <set>
#include <vector>

#include "core/bytes/digit.h"
#include "core/bytes/records.h"

namespace upgrade_rate {
namespace {

/// A delimiter inside a cell is at home there when a space follows (prose), or when it is a comma
/// between digits (a number).
bool isPlainMark(std::string_view cell, size_t at) {
  if (at + 1 == cell.size() || cell[at + 1] == ' ') return cell[at] != '\t';
  return cell[at] == ',' && at > 0 && isDigit(cell[at - 1]) && isDigit(cell[at + 1]);
}

/// Whether an unquoted cell looks like one cell, rather than several or a part of one.
bool looksWhole(std::string_view cell) {
  if (cell.size() >= 2 && cell.front() == cell.back() &&
      (cell.front() == '"' || cell.front() == '\'')) {
    return false;  // another way of quoting
  }
  for (size_t at = 0; (at = cell.find_first_of(",;\t|", at)) != std::string_view::npos; ++at) {
    if (!isPlainMark(cell, at)) return false;
  }
  return true;
}

/// Whether the closing quote of a quoted field is its last byte.
bool closesAtEnd(std::string_view raw, const Dialect& dialect) {
  for (size_t i = 1; i < raw.size(); ++i) {
    if (dialect.escape != 0 && raw[i] == dialect.escape) {
      ++i;
    } else if (raw[i] == dialect.quote) {
      if (i + 1 == raw.size()) return true;
      if (raw[i + 1] != dialect.quote) return false;
      ++i;
    }
  }
  return false;
}

struct RecordShape {
  size_t width;  ///< fields
  size_t clean;  ///< of them, how many look whole
  size_t bytes;
};

void addShapes(const RecordBatch& batch, const Dialect& dialect, std::vector<RecordShape>& shapes) {
  for (size_t r = 0; r < batch.size(); ++r) {
    RecordShape shape = {batch.firstField[r + 1] - batch.firstField[r], 0, 0};
    for (size_t f = batch.firstField[r]; f < batch.firstField[r + 1]; ++f) {
      const Field& field = batch.fields[f];
      const std::string_view raw = batch.text.substr(field.begin, field.size);
      shape.clean += field.quoted ? closesAtEnd(raw, dialect) : looksWhole(raw);
      shape.bytes += raw.size() + 1;
    }
    shapes.push_back(shape);
  }
}

/// The records of a sample. The last one may be cut by the sample's end, even inside quotes.
struct DialectReading {
  DialectReading(std::string_view sample, const Dialect& dialect) {
    RecordReader reader(dialect);
    reader.push(sample);
    addShapes(reader.batch(), dialect, shapes);
    complete = shapes.size();
    reader.finish();
    addShapes(reader.batch(), dialect, shapes);
    const RecordBatch& last = reader.batch();
    if (last.size() > 0 && last.fault.back() == RecordFault::unclosedQuote) {
      readable = 1 - static_cast<double>(shapes.back().bytes) / static_cast<double>(sample.size());
    }
  }

  std::vector<RecordShape> shapes;
  size_t complete = 0;  ///< records whose line end was seen
  double readable = 1;  ///< share of the sample that no open quote swallows
};

double ratio(size_t part, size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

/// The score of taking `width` as the number of columns.
DialectScore scoreWidth(const DialectReading& reading, size_t width) {
  size_t fit = 0;
  size_t clean = 0;
  size_t above = 0;  // title lines
  size_t records = reading.complete;
  for (size_t r = 0; r < reading.shapes.size(); ++r) {
    const bool fits = reading.shapes[r].width == width;
    if (r >= reading.complete && fits) ++records;
    if (fits) clean += reading.shapes[r].clean;
    if (!fits && fit == 0) ++above;
    fit += fits;
  }
  DialectScore score;
  score.records = records;
  score.clean = ratio(clean, fit * width);
  if (fit < 2) above = 0;  // one line that splits does not make a table below a title
  score.share = ratio(fit, records - above);
  score.total = ratio(fit, records) * ratio(width - 1, width) * score.clean * reading.readable;
  return score;
}

}  // namespace

DialectScore scoreDialect(std::string_view sample, const Dialect& dialect) {
  const DialectReading reading(sample, dialect);
  std::set<size_t> widths;
  size_t split = 0;
  for (const RecordShape& shape : reading.shapes) {
    if (shape.width > 1) widths.insert(shape.width);
    split += shape.width > 1;
  }
  DialectScore best;
  if (widths.empty() && !reading.shapes.empty()) best = scoreWidth(reading, 1);
  if (widths.empty()) best.share = 0;
  for (const size_t width : widths) {
    const DialectScore score = scoreWidth(reading, width);
    if (score.total > best.total) best = score;
  }
  best.split = ratio(split, reading.shapes.size());
  return best;
}

bool colonsAreText(std::string_view sample) {
  size_t colons = 0;
  size_t text = 0;
  for (size_t i = sample.find(':'); i != std::string_view::npos; i = sample.find(':', i + 1)) {
    const std::string_view behind = sample.substr(i + 1, 3);
    const bool twoDigits = behind.size() >= 2 && isDigit(behind[0]) && isDigit(behind[1]) &&
                           (behind.size() == 2 || !isDigit(behind[2]));
    const bool inTime = i > 0 && isDigit(sample[i - 1]) && twoDigits;
    ++colons;
    text += inTime || behind.starts_with("//");
  }
  return text * 2 > colons;
}

bool quotesHold(std::string_view sample, const Dialect& dialect) {
  RecordReader reader(dialect);
  reader.push(sample);
  const RecordBatch& batch = reader.batch();
  bool holds = false;
  for (const Field& field : batch.fields) {
    const std::string_view raw = batch.text.substr(field.begin, field.size);
    if (!field.quoted) continue;
    if (!closesAtEnd(raw, dialect)) return false;
    holds |= raw.find(dialect.delimiter) != std::string_view::npos;
  }
  return holds;
}

bool mostlyNumbers(std::string_view sample, const Dialect& dialect) {
  RecordReader reader(dialect);
  reader.push(sample);
  std::vector<bool> isNumber;
  const RecordBatch& batch = reader.batch();
  for (size_t r = 0; r < batch.size(); ++r) {
    const size_t first = batch.firstField[r];
    if (r == 0) isNumber.assign(batch.firstField[1] - first, batch.size() > 1);
    for (size_t f = first; r > 0 && f < batch.firstField[r + 1]; ++f) {
      const std::string_view raw = batch.text.substr(batch.fields[f].begin, batch.fields[f].size);
      const bool plain = !raw.empty() && raw.find_first_not_of("0123456789.,%") == raw.npos;
      if (!plain && f - first < isNumber.size()) isNumber[f - first] = false;
    }
  }
  const size_t numbers = std::count(isNumber.begin(), isNumber.end(), true);
  return numbers * 2 > isNumber.size();
}

}  // namespace upgrade_rate

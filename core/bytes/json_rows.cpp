// See core/bytes/json_rows.h.
#include "core/bytes/json_rows.h"

#include <algorithm>

#include "core/bytes/csv_writer.h"

namespace upgrade_rate {
namespace {

using Kind = JsonToken::Kind;

/// A column that is not among the known ones.
constexpr uint32_t kNone = ~uint32_t{0};
/// Beyond so much a push takes no more: rows of few members in a table of many columns grow.
constexpr size_t kFullBytes = 1 << 20;
/// Longer names of columns make a row that is set aside.
constexpr size_t kMostKeyBytes = 4096;

JsonTokens::AfterBreak afterBreak(const JsonLayout& layout) {
  if (layout.linePerRow) return JsonTokens::AfterBreak::nextLine;
  return layout.stream ? JsonTokens::AfterBreak::nextOpening : JsonTokens::AfterBreak::stop;
}

}  // namespace

JsonRows::JsonRows(const JsonLayout& layout)
    : layout_(layout),
      tokens_(afterBreak(layout)),
      rowsOpen_(layout.stream),
      headerDue_(layout.objects) {
  for (const std::string& key : layout.keys) {
    columns_.emplace(key, static_cast<uint32_t>(columns_.size()));
  }
  cells_.resize(layout.keys.size());
}

size_t JsonRows::push(std::string_view text) {
  startOutput();
  return tokens_.push(text, *this);
}

void JsonRows::finish() {
  startOutput();
  tokens_.finish(*this);
}

bool JsonRows::full() const { return text_.size() > kFullBytes; }

void JsonRows::startOutput() {
  text_.clear();
  origins_.clear();
  if (!headerDue_) return;
  headerDue_ = false;
  for (const std::string& key : layout_.keys) {
    if (&key != layout_.keys.data()) text_.push_back(',');
    appendCsvCell(text_, key);
  }
  if (text_.empty()) text_ = "\"\"";
  text_.push_back('\n');
  origins_.push_back({1, RecordFault::none});
}

void JsonRows::token(const JsonToken& token) {
  if (verbatimDepth_ > 0) return verbatim(token);
  switch (token.kind) {
    case Kind::beginObject:
      return begin(token, true);
    case Kind::beginArray:
      return begin(token, false);
    case Kind::endObject:
    case Kind::endArray:
      return end(token);
    case Kind::key:
      path_.resize(pathBefore_.back());
      appendUnescaped(path_, token.text);
      return;
    case Kind::string:
    case Kind::word:
      return scalar(token);
  }
}

void JsonRows::begin(const JsonToken& token, bool object) {
  const bool row = atRow();
  const bool rowFits = row && object == layout_.objects;
  const bool inside = inRow_ && layout_.objects && object;  // an object in an object
  const bool towards = !rowsOpen_ && object && depth_ == pathBefore_.size();
  const bool rows = !rowsOpen_ && !object && depth_ == pathBefore_.size() &&
                    path_ == layout_.path && (depth_ == 0) == layout_.path.empty();
  if (!(rowFits || inside || towards || rows)) {
    startVerbatim(token.line);
    return verbatim(token);
  }
  if (rowFits) startRow(token.line);
  if (object) enterObject();
  ++depth_;
  if (rows) {
    rowsOpen_ = true;
    rowDepth_ = depth_;
  }
}

/// Keys of the object go behind the path so far.
void JsonRows::enterObject() {
  const bool first = depth_ == rowDepth_ && inRow_;
  if (!first && depth_ > 0) path_.push_back('.');
  pathBefore_.push_back(path_.size());
}

void JsonRows::end(const JsonToken& token) {
  --depth_;
  if (token.kind == Kind::endObject) {
    path_.resize(pathBefore_.back());
    pathBefore_.pop_back();
  }
  if (inRow_ && depth_ == rowDepth_) return endRow();
  if (!inRow_ && rowsOpen_ && depth_ < rowDepth_) rowsOpen_ = layout_.stream;
  if (depth_ == 0) path_.clear();
}

void JsonRows::scalar(const JsonToken& token) {
  if (atRow()) {
    return writeOddRow(token.text.substr(0, kMaxCellBytes), {token.line, RecordFault::notARow});
  }
  if (!inRow_) return;
  const uint32_t column = nextColumn();
  const size_t begin = row_.size();
  if (token.cut) origin_.fault = RecordFault::cellTooLong;
  if (token.kind == Kind::string) {
    if (row_.size() <= kMaxRecordBytes) appendUnescaped(row_, token.text);
  } else if (token.text != "null") {
    put(token.text);
  }
  setCell(column, begin);
}

void JsonRows::startRow(uint64_t line) {
  inRow_ = true;
  rowPath_ = path_.size();
  origin_ = {line, RecordFault::none};
  row_.clear();
  guess_ = 0;
  if (layout_.objects) {
    std::fill(cells_.begin(), cells_.end(), Cell());
  } else {
    cells_.clear();
  }
}

void JsonRows::endRow() {
  inRow_ = false;
  path_.resize(rowPath_);
  const size_t begin = text_.size();
  for (const Cell& cell : cells_) {
    if (&cell != cells_.data()) text_.push_back(',');
    if (cell.size > 0) appendCsvCell(text_, std::string_view(row_).substr(cell.begin, cell.size));
  }
  if (text_.size() == begin) text_ += "\"\"";
  text_.push_back('\n');
  origins_.push_back(origin_);
}

/// What stands where a row should, as a record of one cell.
void JsonRows::writeOddRow(std::string_view text, RecordOrigin origin) {
  const size_t begin = text_.size();
  appendCsvCell(text_, text);
  if (text_.size() == begin) text_ += "\"\"";
  text_.push_back('\n');
  origins_.push_back(origin);
}

void JsonRows::broke(const JsonBreak& at) {
  inRow_ = false;
  rowsOpen_ = layout_.stream;
  depth_ = rowDepth_ = verbatimDepth_ = 0;
  path_.clear();
  pathBefore_.clear();
  writeOddRow(at.before, {at.line, RecordFault::brokenJson});
}

/// What begins now is kept as JSON text: a cell, something in the place of a row, or neither.
void JsonRows::startVerbatim(uint64_t line) {
  verbatim_ = inRow_ ? Verbatim::cell : atRow() ? Verbatim::oddRow : Verbatim::dropped;
  if (verbatim_ == Verbatim::cell) verbatimColumn_ = nextColumn();
  if (verbatim_ == Verbatim::oddRow) {
    row_.clear();
    origin_ = {line, RecordFault::notARow};
  }
  verbatimBegin_ = row_.size();
}

void JsonRows::verbatim(const JsonToken& token) {
  const bool closes = token.kind == Kind::endObject || token.kind == Kind::endArray;
  const bool opens = token.kind == Kind::beginObject || token.kind == Kind::beginArray;
  if (verbatim_ != Verbatim::dropped) putVerbatim(token, closes);
  verbatimDepth_ += size_t{opens};
  verbatimDepth_ -= size_t{closes};
  if (verbatimDepth_ == 0) endVerbatim();
}

void JsonRows::putVerbatim(const JsonToken& token, bool closes) {
  const char last = row_.size() > verbatimBegin_ ? row_.back() : '[';
  if (!closes && last != '[' && last != '{' && last != ':') put(",");
  switch (token.kind) {
    case Kind::beginObject:
      return put("{");
    case Kind::endObject:
      return put("}");
    case Kind::beginArray:
      return put("[");
    case Kind::endArray:
      return put("]");
    case Kind::word:
      put(token.text);
      break;
    case Kind::key:
    case Kind::string:
      put("\"");
      put(token.text);
      put(token.kind == Kind::key ? "\":" : "\"");
  }
  if (token.cut) origin_.fault = RecordFault::cellTooLong;
}

void JsonRows::endVerbatim() {
  if (verbatim_ == Verbatim::cell) return setCell(verbatimColumn_, verbatimBegin_);
  if (verbatim_ == Verbatim::oddRow) writeOddRow(row_, origin_);
}

/// Beyond the longest record nothing is kept: the row is set aside for its length.
void JsonRows::put(std::string_view bytes) {
  if (row_.size() <= kMaxRecordBytes) row_.append(bytes);
}

void JsonRows::setCell(uint32_t column, size_t begin) {
  if (row_.size() > kMaxRecordBytes) origin_.fault = RecordFault::recordTooLong;
  if (column == kNone) return;
  cells_[column] = {static_cast<uint32_t>(begin), static_cast<uint32_t>(row_.size() - begin)};
}

/// The column of the value that comes next.
uint32_t JsonRows::nextColumn() {
  if (layout_.objects) return columnOf(std::string_view(path_).substr(rowPath_));
  // More cells are counted by none: the row is set aside for their number.
  if (cells_.size() > kMaxColumns) return kNone;
  cells_.emplace_back();
  return static_cast<uint32_t>(cells_.size() - 1);
}

uint32_t JsonRows::columnOf(std::string_view key) {
  if (guess_ < layout_.keys.size() && layout_.keys[guess_] == key) return guess_++;
  const auto found = columns_.find(key);
  if (found != columns_.end()) {
    guess_ = found->second + 1;
    return found->second < layout_.keys.size() ? found->second : kNone;
  }
  if (columns_.size() >= kMaxColumns || key.size() > kMostKeyBytes) {
    origin_.fault = RecordFault::tooManyColumns;
    return kNone;
  }
  columns_.emplace(key, static_cast<uint32_t>(columns_.size()));
  late_.emplace_back(key);
  return kNone;
}

}  // namespace upgrade_rate

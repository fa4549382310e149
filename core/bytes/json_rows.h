// The rows of a JSON document as RFC 4180 text, chunk by chunk: what the record reader takes.
//
// A row is an object or an array. The members of an object become the columns, those of objects in
// it by their path with dots (customer.id); an array inside a row is one cell, as JSON text without
// the white space. Numbers and words are written as they stand, null as a blank. A key that an
// object has twice counts by its last value. The first record is the header, where rows are
// objects.
//
// The columns are known before (core/bytes/json_layout.h). A key that is not among them is listed
// in `lateKeys`, so that the document can be read again with it; its value is not in this text.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/json_tokens.h"
#include "core/bytes/records.h"

namespace upgrade_rate {

/// Where a document's rows are, and what columns they have.
struct JsonLayout {
  /// Each value of the document is a row. Else the rows are the elements of an array: the document
  /// itself, or what stands under `path` in it ("response.data").
  bool stream = false;
  bool linePerRow = false;  ///< a stream with no line end inside a value (NDJSON)
  bool objects = true;      ///< rows are objects, else arrays
  std::string path;
  std::vector<std::string> keys;  ///< of objects, in the order of their first appearance
};

class JsonRows : private JsonSink {
 public:
  explicit JsonRows(const JsonLayout& layout);

  /// Returns how many bytes were taken. Fewer than all when there is much to be written: call it
  /// again with the others.
  size_t push(std::string_view text);
  void finish();

  /// What the last call completed: whole records, and where each of them came from. Valid until the
  /// next call.
  std::string_view text() const { return text_; }
  std::span<const RecordOrigin> origins() const { return origins_; }

  /// Keys beyond layout.keys, up to kMaxColumns in all.
  const std::vector<std::string>& lateKeys() const { return late_; }

 private:
  struct Cell {
    uint32_t begin = 0, size = 0;  // of row_
  };

  void token(const JsonToken& token) override;
  void broke(const JsonBreak& at) override;
  bool full() const override;

  void startOutput();
  void begin(const JsonToken& token, bool object);
  void end(const JsonToken& token);
  void enterObject();
  void scalar(const JsonToken& token);
  void startRow(uint64_t line);
  void endRow();
  void writeOddRow(std::string_view text, RecordOrigin origin);
  void startVerbatim(uint64_t line);
  void verbatim(const JsonToken& token);
  void putVerbatim(const JsonToken& token, bool closes);
  void endVerbatim();
  bool atRow() const { return rowsOpen_ && !inRow_ && depth_ == rowDepth_; }

  uint32_t columnOf(std::string_view key);
  uint32_t nextColumn();
  void put(std::string_view bytes);
  void setCell(uint32_t column, size_t begin);

  JsonLayout layout_;
  JsonTokens tokens_;
  std::map<std::string, uint32_t, std::less<>> columns_;
  std::vector<std::string> late_;

  size_t depth_ = 0;  // open brackets, without those inside a cell
  bool rowsOpen_;     // elements at rowDepth_ are rows
  size_t rowDepth_ = 0;
  bool inRow_ = false;
  std::string path_;                // of keys, where the next value belongs
  std::vector<size_t> pathBefore_;  // per open object: how much of path_ belongs to it
  size_t rowPath_ = 0;              // where the row's own path begins
  size_t verbatimDepth_ = 0;        // brackets open inside a cell
  enum class Verbatim : uint8_t { cell, oddRow, dropped } verbatim_ = Verbatim::cell;
  size_t verbatimBegin_ = 0;
  uint32_t verbatimColumn_ = 0;

  RecordOrigin origin_ = {1, RecordFault::none};
  std::string row_;  // the contents of its cells
  std::vector<Cell> cells_;
  uint32_t guess_ = 0;  // the column behind the one before

  std::string text_;
  std::vector<RecordOrigin> origins_;
  bool headerDue_;
};

}  // namespace upgrade_rate

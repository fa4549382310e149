// The bytes of one file as the text that records are cut from: decoded, and rewritten where the
// file is JSON.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/bytes/encoding.h"
#include "core/bytes/json_rows.h"
#include "core/bytes/records.h"

namespace upgrade_rate {

class TableText {
 public:
  /// `json`: the layout of a JSON document, else null. `atStart`: the bytes begin with the file's
  /// first one.
  TableText(Encoding encoding, const JsonLayout* json, bool atStart = true);

  /// After either of these call `next` until it is false; `bytes` must live until then.
  void push(std::span<const char> bytes);
  void finish();
  /// Gives the next piece of the text to `records`.
  bool next(RecordReader& records);

  bool invalidUtf8() const { return decoder_.invalidUtf8(); }
  /// Of JSON: keys that the layout has not.
  std::span<const std::string> lateKeys() const;

 private:
  Utf8Decoder decoder_;
  std::unique_ptr<JsonRows> rows_;
  std::string_view text_;  // decoded, and not given out
  bool due_ = false;       // a piece is due, though text_ may be empty
  bool ends_ = false;
};

}  // namespace upgrade_rate

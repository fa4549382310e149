// Where the first record ends in a text that begins anywhere: the place from which a piece of a
// large file can be read without having read what stands before it.
//
// Whether the text begins inside quotes is not known, and is taken to be not so, in the middle of
// an unquoted field. That finds its way by itself in most files: of `c","d"` the first quote is
// text and the second opens. It goes wrong where a quoted field holds line ends or delimiters
// around the beginning; who uses the answer must hold it against where the text before really
// ended.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/bytes/dialect.h"
#include "core/bytes/quotes.h"

namespace upgrade_rate {

class RecordEndFinder {
 public:
  static constexpr size_t kNotFound = ~size_t{0};

  explicit RecordEndFinder(Dialect dialect) : quotes_(dialect) { quotes_.startInText(); }

  /// How many bytes of `text` stand before the next record, or kNotFound: then give it the text
  /// that follows. 0: the record ended with the text before, at a CR that no LF follows.
  size_t find(std::string_view text);

 private:
  QuoteResolver quotes_;
  bool afterReturn_ = false;  // the text before ended with a CR outside quotes
};

}  // namespace upgrade_rate

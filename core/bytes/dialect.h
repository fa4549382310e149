// How a delimited text file is punctuated, and how that is guessed from its first bytes.
#pragma once

#include <cstdint>
#include <string_view>

namespace upgrade_rate {

/// The punctuation of one file. Lines always end at LF, CR or CRLF, mixed freely.
struct Dialect {
  char delimiter = ',';
  char quote = '"';  ///< 0: no quoting, every quote sign is text
  char escape = 0;   ///< 0: a quote inside quotes is doubled (RFC 4180); '\\': backslash escapes
  bool operator==(const Dialect&) const = default;
};

/// The most likely dialect of UTF-8 text `sample` (the first bytes of a file, cut anywhere).
/// Judged by consistency: the punctuation under which most records have the same number (> 1) of
/// fields, with preference , ; tab | and then any other single byte. One column: ','.
Dialect sniffDialect(std::string_view sample);

}  // namespace upgrade_rate

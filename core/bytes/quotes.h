// Which delimiters and line ends of a text count, and which stand inside quotes.
//
// The grammar (as in core/bytes/records.h): a quote opens a quoted field only as the field's first
// byte; inside, a doubled quote is one quote; after the closing quote everything up to the next
// delimiter is text. Where the dialect has an escape byte, it takes the meaning of the next byte
// away, inside quotes only.
//
// Method: "inside quotes" is the running parity of the quotes before a byte, which six shifts give
// for 64 bytes at once (prefix xor, as in Langdale and Lemire's simdjson). Parity is wrong as soon
// as a quote stands in the middle of an unquoted field. The first such quote would open quotes
// without standing behind a separator or a closing quote, which one mask operation shows; such a
// block is then read quote by quote. With an escape byte, blocks with quotes are read byte by byte.
#pragma once

#include <cstdint>
#include <utility>

#include "core/bytes/dialect.h"
#include "core/bytes/scan.h"

namespace upgrade_rate {

/// What counts in a block of 64 bytes; bit i stands for byte i. CRLF is one line end, at its LF.
struct Structure {
  uint64_t separators;     ///< delimiters and line ends outside quotes
  uint64_t lineEnds;       ///< line ends outside quotes, a part of `separators`
  uint64_t innerLineEnds;  ///< line ends inside quotes
};

/// Reads the blocks of one text in order.
class QuoteResolver {
 public:
  explicit QuoteResolver(Dialect dialect) : dialect_(dialect) {}

  /// `block` is `size` (1 to 64) bytes with the masks `masks`; `lineFeedFollows` says whether the
  /// byte after it is LF.
  Structure resolve(const BlockMasks& masks, const char* block, unsigned size,
                    bool lineFeedFollows);

  /// For a text that begins in the middle of an unquoted field.
  void startInText() { state_ = State::unquoted; }
  /// The same for one byte. Without CRLF: a line end is what the caller takes for one.
  void step(char byte) {
    const bool lineEnd = byte == '\n' || byte == '\r';
    state_ = next(state_, dialect_.quote != 0 && byte == dialect_.quote,
                  lineEnd || byte == dialect_.delimiter, byte);
  }

  /// Whether the text read so far ends inside quotes.
  bool inQuotes() const { return state_ == State::inQuotes || state_ == State::escaped; }

  /// Whether a field got more than an opening and a closing quote since this was last asked, or may
  /// have: where a quote or an escape byte has to be resolved, it is true.
  bool tookFurtherQuote() { return std::exchange(furtherQuote_, false); }

 private:
  enum class State : uint8_t { fieldStart, unquoted, inQuotes, escaped, closingQuote };

  uint64_t insideByMasks(uint64_t quotes, uint64_t separators, unsigned size);
  uint64_t insideByteByByte(uint64_t quotes, uint64_t separators, const char* block, unsigned size);
  State next(State state, bool quote, bool separator, char byte) const;

  Dialect dialect_;
  State state_ = State::fieldStart;
  bool furtherQuote_ = false;
};

}  // namespace upgrade_rate

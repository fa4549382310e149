// Quoting by parity, by single quotes where parity fails, by bytes where there are escapes. See
// core/bytes/quotes.h.
#include "core/bytes/quotes.h"

namespace upgrade_rate {
namespace {

/// Bit i of the result: whether an odd number of bits up to and including i is set.
uint64_t prefixXor(uint64_t bits) {
  for (unsigned shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
  return bits;
}

struct Quoted {
  uint64_t inside;
  uint64_t closing;
};

/// The same where parity fails. `openers` are the places behind separators: a quote outside quotes
/// opens there, and right behind a closing one; elsewhere it is text.
Quoted quoteByQuote(uint64_t quotes, uint64_t openers, uint64_t inside) {
  uint64_t closing = 0;
  for (; quotes != 0; quotes &= quotes - 1) {
    const uint64_t quote = quotes & (~quotes + 1);
    const uint64_t fromHere = ~(quote - 1);
    if (inside & quote) {
      closing |= quote;
      inside ^= fromHere;
    } else if ((openers | closing << 1) & quote) {
      inside ^= fromHere;
    }
  }
  return {inside, closing};
}

}  // namespace

Structure QuoteResolver::resolve(const BlockMasks& masks, const char* block, unsigned size,
                                 bool lineFeedFollows) {
  uint64_t lineEnds = masks.lineFeed;
  if (masks.carriageReturn != 0) {
    const uint64_t beforeLineFeed =
        (masks.lineFeed >> 1) | (uint64_t{lineFeedFollows} << (kBlockBytes - 1));
    lineEnds |= masks.carriageReturn & ~beforeLineFeed;
  }
  const uint64_t separators = masks.delimiter | lineEnds;
  const uint64_t quotes = dialect_.quote == 0 ? 0 : masks.quote;
  if (quotes == 0 && !inQuotes()) {
    state_ = (separators >> (size - 1)) & 1 ? State::fieldStart : State::unquoted;
    return {separators, lineEnds, 0};
  }
  const uint64_t inside = dialect_.escape == 0 ? insideByMasks(quotes, separators, size)
                                               : insideByteByByte(quotes, separators, block, size);
  return {separators & ~inside, lineEnds & ~inside, lineEnds & inside};
}

/// The bytes inside quotes; opening quotes count as inside, closing ones do not.
uint64_t QuoteResolver::insideByMasks(uint64_t quotes, uint64_t separators, unsigned size) {
  const uint64_t before = inQuotes() ? ~uint64_t{0} : 0;
  const bool mayOpen = state_ == State::fieldStart || state_ == State::closingQuote;
  uint64_t inside = prefixXor(quotes) ^ before;
  uint64_t closing = quotes & ~inside;
  const uint64_t openers = ((separators & ~inside) | closing) << 1 | uint64_t{mayOpen};
  // A quote right behind a closing one belongs to the same field.
  const bool afterClosing = state_ == State::closingQuote;
  furtherQuote_ |= (quotes & (closing << 1 | uint64_t{afterClosing})) != 0;
  if ((quotes & inside & ~openers) != 0) {
    furtherQuote_ = true;
    const Quoted quoted = quoteByQuote(quotes, separators << 1 | uint64_t{mayOpen}, before);
    inside = quoted.inside;
    closing = quoted.closing;
  }
  const uint64_t last = uint64_t{1} << (size - 1);
  if (inside & last) {
    state_ = State::inQuotes;
  } else if (separators & last) {
    state_ = State::fieldStart;
  } else {
    state_ = closing & last ? State::closingQuote : State::unquoted;
  }
  return inside;
}

uint64_t QuoteResolver::insideByteByByte(uint64_t quotes, uint64_t separators, const char* block,
                                         unsigned size) {
  furtherQuote_ = true;
  uint64_t inside = 0;
  for (unsigned i = 0; i < size; ++i) {
    state_ = next(state_, (quotes >> i) & 1, (separators >> i) & 1, block[i]);
    inside |= uint64_t{inQuotes()} << i;
  }
  return inside;
}

QuoteResolver::State QuoteResolver::next(State state, bool quote, bool separator, char byte) const {
  switch (state) {
    case State::escaped:
      return State::inQuotes;
    case State::inQuotes:
      if (quote) return State::closingQuote;
      return dialect_.escape != 0 && byte == dialect_.escape ? State::escaped : State::inQuotes;
    case State::fieldStart:
    case State::closingQuote:  // a quote right behind a closing one was a doubled quote
      if (quote) return State::inQuotes;
      break;
    case State::unquoted:
      break;
  }
  return separator ? State::fieldStart : State::unquoted;
}

}  // namespace upgrade_rate

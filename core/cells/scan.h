// A place in a cell's text, moved forward by what is expected there. Every step either takes what
// it names and moves, or leaves the place as it was. It never allocates.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/bytes/digit.h"

namespace upgrade_rate {

class Scan {
 public:
  explicit Scan(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool atEnd() const { return at_ == end_; }
  char peek() const { return at_ == end_ ? '\0' : *at_; }
  const char* place() const { return at_; }
  std::string_view rest() const { return {at_, static_cast<size_t>(end_ - at_)}; }
  void skip(size_t bytes) { at_ += bytes; }

  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    at_++;
    return true;
  }
  bool take(std::string_view text) {
    if (rest().substr(0, text.size()) != text) return false;
    at_ += text.size();
    return true;
  }
  /// A run of ASCII digits. Returns how many; `value` holds the first 18 of them at most.
  int digits(int64_t& value) {
    const char* const begin = at_;
    value = 0;
    for (; at_ != end_ && isDigit(*at_); at_++)
      if (at_ - begin < 18) value = value * 10 + (*at_ - '0');
    return static_cast<int>(at_ - begin);
  }
  /// Spaces as they are written inside dates and numbers: ASCII space and tab, no-break space
  /// U+00A0, figure, thin and narrow no-break space U+2007, U+2009, U+202F.
  bool spaces() {
    const char* const begin = at_;
    while (at_ != end_ && oneSpace()) {
    }
    return at_ != begin;
  }

 private:
  bool oneSpace() {
    if (*at_ == ' ' || *at_ == '\t') return at_++, true;
    if (static_cast<uint8_t>(*at_) < 0xC2) return false;
    return take("\u00A0") || take("\u202F") || take("\u2009") || take("\u2007");
  }

  const char* at_;
  const char* end_;
};

}  // namespace upgrade_rate

#include "core/cells/decimal.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace upgrade_rate {
namespace {

size_t groupSignBytes(std::string_view text) {
  switch (text.front()) {
    case ',':
    case '.':
    case ' ':
    case '\'':
    case '_':
      return 1;
    case '\xC2':
      return text.substr(0, 2) == "\u00A0" ? 2 : 0;
    case '\xE2':
      break;
    default:
      return 0;
  }
  const std::string_view sign = text.substr(0, 3);
  return sign == "\u202F" || sign == "\u2009" || sign == "\u2007" || sign == "\u2019" ? 3 : 0;
}

/// The group sign at the start of `text` that a digit follows; empty for none.
std::string_view groupSignAtStart(std::string_view text, char decimalSign) {
  if (text.empty() || text.front() == decimalSign) return {};
  const size_t bytes = groupSignBytes(text);
  if (bytes == 0 || bytes >= text.size() || !isDigit(text[bytes])) return {};
  return text.substr(0, bytes);
}

/// The lengths of groups as they come, judged at the end.
class Grouping {
 public:
  void add(int64_t digits) {
    if (groups_ == 0) first_ = digits;
    if (groups_ >= 2) {  // the one before is neither the first nor the last
      middleThrees_ = middleThrees_ && last_ == 3;
      middleTwos_ = middleTwos_ && last_ == 2;
    }
    last_ = digits;
    groups_++;
  }
  bool grouped() const { return groups_ > 1; }
  bool proper(bool leadingZero, bool indianAllowed) const {
    if (!grouped()) return true;
    if (leadingZero || last_ != 3) return false;
    if (middleThrees_ && first_ >= 1 && first_ <= 3) return true;
    return indianAllowed && middleTwos_ && first_ >= 1 && first_ <= 2;
  }

 private:
  int64_t groups_ = 0, first_ = 0, last_ = 0;
  bool middleThrees_ = true, middleTwos_ = true;
};

struct Digits {
  std::string_view text;  ///< integer and fraction digits with whatever stands between them
  int64_t integer = 0;    ///< how many before the decimal sign
  int64_t fraction = 0;   ///< how many after
};

int64_t digitRun(Scan& scan) {
  int64_t ignored;
  return scan.digits(ignored);
}

std::optional<Digits> takeDigits(Scan& scan, char decimalSign, bool& grouped) {
  Digits digits;
  const char* const begin = scan.place();
  const bool leadingZero = scan.peek() == '0';
  Grouping grouping;
  std::string_view sign;
  for (;;) {
    const int64_t run = digitRun(scan);
    grouping.add(run);
    digits.integer += run;
    const std::string_view next = groupSignAtStart(scan.rest(), decimalSign);
    if (run == 0 || next.empty() || (!sign.empty() && next != sign)) break;
    sign = next;
    scan.skip(sign.size());
  }
  if (!grouping.proper(leadingZero, sign == "," && decimalSign == '.')) return std::nullopt;
  if (scan.take(decimalSign)) digits.fraction = digitRun(scan);
  if (digits.integer + digits.fraction == 0) return std::nullopt;
  digits.text = {begin, static_cast<size_t>(scan.place() - begin)};
  grouped = grouping.grouped();
  return digits;
}

/// The power of ten after E; 0 when there is none. Cut to ±10^8, further than any cell is long.
int64_t takeExponent(Scan& scan) {
  Scan ahead = scan;
  if (!ahead.take('e') && !ahead.take('E')) return 0;
  const bool negative = ahead.take('-');
  if (!negative) ahead.take('+');
  int64_t exponent;
  const int digits = ahead.digits(exponent);
  if (digits == 0 || digits > 18) return 0;
  scan = ahead;
  exponent = std::min<int64_t>(exponent, 100'000'000);
  return negative ? -exponent : exponent;
}

bool timesTenPlus(uint64_t& value, uint64_t digit) {
  constexpr uint64_t kMost = std::numeric_limits<int64_t>::max();
  if (value > (kMost - digit) / 10) return false;
  value = value * 10 + digit;
  return true;
}

/// `power` is that of the first digit, in millionths.
std::optional<int64_t> weigh(std::string_view text, int64_t power) {
  uint64_t value = 0;
  uint64_t half = 0;    // the first digit below a millionth
  bool beyond = false;  // whether anything follows it
  for (char c : text) {
    if (!isDigit(c)) continue;
    const uint64_t digit = static_cast<uint64_t>(c - '0');
    if (power >= 0 && !timesTenPlus(value, digit)) return std::nullopt;
    if (power == -1) half = digit;
    if (power < -1) beyond = beyond || digit != 0;
    power--;
  }
  for (; power >= 0 && value != 0; power--)
    if (!timesTenPlus(value, 0)) return std::nullopt;
  const bool up = half > 5 || (half == 5 && (beyond || value % 2 == 1));
  if (up && value == uint64_t{std::numeric_limits<int64_t>::max()}) return std::nullopt;
  return static_cast<int64_t>(value + (up ? 1 : 0));
}

}  // namespace

std::optional<int64_t> takeDecimal(Scan& scan, char decimalSign) {
  bool grouped = false;
  const std::optional<Digits> digits = takeDigits(scan, decimalSign, grouped);
  if (!digits) return std::nullopt;
  const int64_t exponent = grouped ? 0 : takeExponent(scan);
  return weigh(digits->text, digits->integer - 1 + 6 + exponent);
}

}  // namespace upgrade_rate

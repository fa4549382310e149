#include "core/cells/exact.h"

#include "core/cells/scan.h"

namespace upgrade_rate {

namespace {

constexpr int kMostDigits = 30;  // 24 before the point and 6 after it
constexpr int64_t kMostExponent = 40;

// The power of ten behind e or E; nothing where there is none that makes sense.
std::optional<int64_t> takeTenPower(Scan& scan) {
  if (!scan.take('e') && !scan.take('E')) return 0;
  const bool negative = scan.take('-');
  if (!negative) scan.take('+');
  int64_t power = 0;
  const int digits = scan.digits(power);
  if (digits == 0 || digits > 9 || power > kMostExponent) return std::nullopt;
  return negative ? -power : power;
}

}  // namespace

__extension__ std::optional<__int128> readExact(std::string_view text) {
  Scan scan(text);
  const bool negative = scan.take('-');
  if (!negative) scan.take('+');
  __extension__ __int128 value = 0;
  int significant = 0, digits = 0;
  int64_t power = 6;
  const auto takeDigits = [&](int64_t perDigit) {
    for (; isDigit(scan.peek()) && !scan.atEnd(); scan.skip(1), ++digits) {
      if (significant > 0 || scan.peek() != '0') ++significant;
      if (significant <= kMostDigits) value = value * 10 + (scan.peek() - '0');
      power -= perDigit;
    }
  };
  takeDigits(0);
  if (scan.take('.')) takeDigits(1);
  const std::optional<int64_t> exponent = takeTenPower(scan);
  if (digits == 0 || significant > kMostDigits || !exponent || !scan.atEnd()) return std::nullopt;
  for (power += *exponent; power > 0 && value != 0; --power) {
    if (++significant > kMostDigits) return std::nullopt;
    value *= 10;
  }
  for (; power < 0 && value != 0; ++power) {
    if (value % 10 != 0) return std::nullopt;
    value /= 10;
  }
  return negative ? -value : value;
}

}  // namespace upgrade_rate

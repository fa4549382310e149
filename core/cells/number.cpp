// A number is marks, a decimal, marks. Plain digits with at most a minus and a decimal sign, which
// is what programs write, take a short way without any of the marks; the short way also knows
// without a second reading what the other decimal sign would have made of them: digits without a
// sign read the same, "1.234" reads apart, anything else does not fit.
#include "core/cells/number.h"

#include <cstdlib>

#include "core/cells/currency.h"
#include "core/cells/decimal.h"

namespace upgrade_rate {
namespace {

/// What stands around the digits.
struct Marks {
  bool sign = false, negative = false, openBracket = false, closeBracket = false, percent = false;
  std::string_view currencySign, currencyCode;
};

bool isCode(std::string_view currency) {
  const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  return currency.size() == 3 && letter(currency[0]) && letter(currency[1]) && letter(currency[2]);
}

bool takeCurrency(Scan& scan, Marks& marks) {
  const std::string_view found = scan.rest().substr(0, currencyAtStart(scan.rest()));
  if (found.empty()) return false;
  std::string_view& place = isCode(found) ? marks.currencyCode : marks.currencySign;
  if (!place.empty()) return false;
  place = found;
  scan.skip(found.size());
  return true;
}

bool takeSign(Scan& scan, Marks& marks) {
  if (marks.sign || marks.openBracket) return false;
  marks.negative = scan.take('-') || scan.take("\u2212");
  marks.sign = marks.negative || scan.take('+');
  return marks.sign;
}

bool takeOpenBracket(Scan& scan, Marks& marks) {
  if (marks.sign || marks.openBracket || !scan.take('(')) return false;
  return marks.openBracket = marks.negative = true;
}

bool takeCloseBracket(Scan& scan, Marks& marks) {
  if (!marks.openBracket || marks.closeBracket || !scan.take(')')) return false;
  return marks.closeBracket = true;
}

bool takePercent(Scan& scan, Marks& marks) {
  if (marks.percent || !scan.take('%')) return false;
  return marks.percent = true;
}

bool takeTrailingMinus(Scan& scan, Marks& marks) {
  if (marks.sign || marks.openBracket || !scan.take('-')) return false;
  return marks.sign = marks.negative = true;
}

std::optional<CellNumber> readMarked(std::string_view cell, char decimalSign) {
  if (!hasDigit(cell)) return std::nullopt;
  Scan scan(cell);
  Marks marks;
  while (scan.spaces() || takeSign(scan, marks) || takeOpenBracket(scan, marks) ||
         takeCurrency(scan, marks)) {
  }
  const std::optional<int64_t> size = takeDecimal(scan, decimalSign);
  if (!size) return std::nullopt;
  while (scan.spaces() || takePercent(scan, marks) || takeCloseBracket(scan, marks) ||
         takeTrailingMinus(scan, marks) || takeCurrency(scan, marks)) {
  }
  const std::string_view currency =
      marks.currencyCode.empty() ? marks.currencySign : marks.currencyCode;
  if (!scan.atEnd() || marks.openBracket != marks.closeBracket) return std::nullopt;
  if (marks.percent && !currency.empty()) return std::nullopt;
  return CellNumber{marks.negative ? -*size : *size, currency, marks.percent};
}

constexpr size_t kPlainDigits = 12;  // so that their millionths cannot overflow

/// [-]digits[sign digits], with at most 12 digits before the sign and 6 after.
struct Plain {
  int64_t millionths = 0;
  bool decimal = false;  ///< has a decimal sign
  bool grouped = false;  ///< the decimal sign could as well group: "1.234"
};

inline bool readPlain(std::string_view cell, char decimalSign, Plain& out) {
  constexpr uint64_t kScale[] = {1'000'000, 100'000, 10'000, 1000, 100, 10, 1};
  const char* at = cell.data();
  const char* const end = at + cell.size();
  const bool negative = at != end && *at == '-';
  if (negative) at++;
  const char* const begin = at;
  uint64_t value = 0;  // wraps only where there are too many digits anyway
  for (; at != end && isDigit(*at); at++) value = value * 10 + static_cast<uint8_t>(*at - '0');
  const size_t integers = static_cast<size_t>(at - begin);
  if (integers == 0 || integers > kPlainDigits) return false;
  size_t decimals = 0;
  out.decimal = at != end;
  if (out.decimal) {
    if (*at++ != decimalSign) return false;
    decimals = static_cast<size_t>(end - at);
    if (decimals == 0 || decimals > 6) return false;
    for (; at != end && isDigit(*at); at++) value = value * 10 + static_cast<uint8_t>(*at - '0');
    if (at != end) return false;
  }
  out.grouped = decimals == 3 && integers <= 3 && *begin != '0';
  const int64_t size = static_cast<int64_t>(value * kScale[decimals]);
  out.millionths = negative ? -size : size;
  return true;
}

}  // namespace

std::optional<CellNumber> readNumber(std::string_view cell, NumberFormat format) {
  Plain plain;
  if (cell.size() <= kPlainDigits + 8 && readPlain(cell, format.decimal, plain))
    return CellNumber{plain.millionths, {}, false};
  return readMarked(cell, format.decimal);
}

void NumberEvidence::note(const std::optional<CellNumber>& point,
                          const std::optional<CellNumber>& comma) {
  values_++;
  point_ += point ? 1 : 0;
  comma_ += comma ? 1 : 0;
  if (!point || !comma || point->millionths == comma->millionths) return;
  apart_++;
  // With groups a number is further from zero than with decimals.
  pointGroups_ += std::abs(comma->millionths) > std::abs(point->millionths) ? 1 : 0;
}

bool NumberEvidence::add(std::string_view cell) {
  const std::optional<CellNumber> point = readNumber(cell, {'.'});
  const std::optional<CellNumber> comma = readNumber(cell, {','});
  note(point, comma);
  return point || comma;
}

void NumberEvidence::add(const NumberEvidence& other) {
  values_ += other.values_;
  point_ += other.point_;
  comma_ += other.comma_;
  apart_ += other.apart_;
  pointGroups_ += other.pointGroups_;
}

void NumberEvidence::write(FlatWriter& out) const {
  for (const uint64_t count : {values_, point_, comma_, apart_, pointGroups_}) out.number(count);
}

void NumberEvidence::addWritten(FlatReader& in) {
  for (uint64_t* const count : {&values_, &point_, &comma_, &apart_, &pointGroups_}) {
    *count += in.number<uint64_t>();
  }
}

NumberEvidence::Decision NumberEvidence::decide() const {
  const bool comma = comma_ != point_ ? comma_ > point_ : pointGroups_ > apart_ - pointGroups_;
  return {{comma ? ',' : '.'}, comma ? comma_ : point_, values_, comma_ == point_ && apart_ > 0};
}

std::optional<CellNumber> NumberColumn::read(std::string_view cell) {
  Plain plain;
  if (cell.size() <= kPlainDigits + 8 && readPlain(cell, format_.decimal, plain)) {
    const bool other = !plain.decimal || plain.grouped;  // whether the other sign fits too
    const bool own = true;
    const bool point = format_.decimal == '.';
    evidence_.values_++;
    evidence_.point_ += point ? own : other;
    evidence_.comma_ += point ? other : own;
    evidence_.apart_ += plain.grouped;
    evidence_.pointGroups_ += plain.grouped && point;
    return CellNumber{plain.millionths, {}, false};
  }
  const std::optional<CellNumber> point = readMarked(cell, '.');
  const std::optional<CellNumber> comma = readMarked(cell, ',');
  evidence_.note(point, comma);
  return format_.decimal == '.' ? point : comma;
}

size_t NumberColumn::readAll(std::span<const std::string_view> cells, int64_t blank,
                             int64_t* millionths, std::vector<MarkedCell>* marked) {
  for (size_t i = 0; i < cells.size(); i++) {
    if (cells[i].empty()) {
      millionths[i] = blank;
    } else if (const std::optional<CellNumber> number = read(cells[i])) {
      millionths[i] = number->millionths;
      if (marked != nullptr && !number->currency.empty()) marked->push_back({i, number->currency});
    } else {
      return i;
    }
  }
  return cells.size();
}

}  // namespace upgrade_rate

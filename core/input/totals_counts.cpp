#include "core/input/totals_counts.h"

#include <algorithm>

#include "core/cells/number.h"

namespace upgrade_rate {

namespace {

constexpr std::array<char, 2> kDecimalSigns = {'.', ','};

}  // namespace

std::optional<int64_t> CountColumn::read(std::string_view cell) {
  std::array<std::optional<int64_t>, 2> counts;
  for (size_t i = 0; i < counts.size(); ++i) {
    const std::optional<CellNumber> number = readNumber(cell, {kDecimalSigns[i]});
    if (!number) continue;
    ++seen_[i].numbers;
    const bool whole = number->millionths >= 0 && number->millionths % kMillionths == 0;
    if (number->percent || !whole) continue;
    ++seen_[i].counts;
    counts[i] = number->millionths / kMillionths;
  }
  // The larger one is the one with groups; nothing is less than any count.
  const std::optional<int64_t> grouped = std::max(counts[0], counts[1]);
  for (size_t i = 0; i < counts.size(); ++i) seen_[i].others += counts[i] != grouped ? 1 : 0;
  return decimal_ ? counts[*decimal_ == ',' ? 1 : 0] : grouped;
}

std::optional<char> CountColumn::verdict() const {
  const Seen &point = seen_[0], &comma = seen_[1];
  if (point.numbers == comma.numbers) return std::nullopt;
  const bool isComma =
      point.counts != comma.counts ? comma.counts > point.counts : comma.numbers > point.numbers;
  if ((isComma ? comma : point).others == 0) return std::nullopt;
  return kDecimalSigns[isComma ? 1 : 0];
}

CountColumns::CountColumns(const std::map<Part, char>& decimals) {
  for (const auto& [part, decimal] : decimals) columns_.emplace(part, CountColumn(decimal));
}

std::map<Part, char> CountColumns::verdicts() const {
  std::map<Part, char> decimals;
  for (const auto& [part, column] : columns_) {
    if (const auto decimal = column.verdict()) decimals.emplace(part, *decimal);
  }
  return decimals;
}

}  // namespace upgrade_rate

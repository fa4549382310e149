// What customers pay and how many units they have, as the cells say it: numbers, intervals and
// currencies of a group of rows.

#include "core/cells/currency.h"
#include "core/cells/interval.h"
#include "core/input/customer_rows.h"

namespace upgrade_rate {

// Of the rows that are right so far; the others say nothing about how the column is written.
void CustomerRows::readNumbers(Cells& cells, Numbers& numbers, std::vector<MarkedCell>* marked) {
  readCells(cells, numbers.part, numbers.cells);
  if (anyFault_) {
    for (size_t i = 0; i < count_; ++i) {
      if (faults_[i] != RowFault::none) numbers.cells[i] = {};
    }
  }
  for (size_t i = 0; i < count_; ++i) {
    const std::span<const std::string_view> rest(numbers.cells.data() + i, count_ - i);
    const size_t before = marked == nullptr ? 0 : marked->size();
    const size_t first = i;
    i += numbers.column.readAll(rest, kUnknown, numbers.millionths.data() + i, marked);
    for (size_t m = before; marked != nullptr && m < marked->size(); ++m) {
      (*marked)[m].cell += first;
    }
    if (i == count_) return;
    faults_[i] = numbers.fault;
    anyFault_ = true;
  }
}

// Of rows that are right so far.
template <class Meaning>
void CustomerRows::readWords(Cells& cells, Part part, RowFault fault, uint16_t blank,
                             WordMeanings& meanings, Meaning&& meaning, Group<uint16_t>& into) {
  readCells(cells, part, cells_);
  for (size_t i = 0; i < count_; ++i) {
    into[i] = blank;
    if (cells_[i].empty() || faults_[i] != RowFault::none) continue;
    const std::optional<uint16_t> read = meanings.of(cells_[i], meaning);
    into[i] = read.value_or(blank);
    if (read) continue;
    faults_[i] = fault;
    anyFault_ = true;
  }
}

void CustomerRows::readIntervals(Cells& cells) {
  readWords(cells, Part::interval, RowFault::interval, kBlankInterval, intervals_, readInterval,
            interval_);
}

void CustomerRows::readCurrencies(Cells& cells) {
  const auto meaning = [this](std::string_view cell) -> std::optional<uint16_t> {
    const std::optional<std::string> key = currencyKey(cell);
    if (!key) return std::nullopt;
    return static_cast<uint16_t>(events_.currencies.index(*key));  // three letters at most, or few
  };
  if (!marks_) {
    readWords(cells, Part::currency, RowFault::currency, kNoCurrency, currencies_, meaning,
              currency_);
    return;
  }
  if (!hasCurrencies_ && marked_.empty()) return;
  if (!hasCurrencies_) events_.currency.resize(events_.size(), kNoCurrency);
  hasCurrencies_ = true;
  std::fill_n(currency_.begin(), count_, kNoCurrency);
  for (const MarkedCell& each : marked_) {
    currency_[each.cell] = currencies_.of(each.currency, meaning).value_or(kNoCurrency);
  }
}

void CustomerRows::readValues(Cells& cells) {
  marked_.clear();
  readNumbers(cells, values_, marks_ ? &marked_ : nullptr);
}

// Marks of currencies stand beside the value after as well.
void CustomerRows::readBefore(Cells& cells) { readNumbers(cells, *before_); }

}  // namespace upgrade_rate

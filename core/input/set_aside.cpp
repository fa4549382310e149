#include "core/input/set_aside.h"

#include <algorithm>

#include "core/input/ledger.h"

namespace upgrade_rate {

void SetAside::add(uint64_t record, std::string_view code) {
  rows_.push_back(record << kCodeBits | problemPlace(code));
}

void SetAside::append(const SetAside& other) {
  rows_.insert(rows_.end(), other.rows_.begin(), other.rows_.end());
}

void SetAside::sort() { std::sort(rows_.begin(), rows_.end()); }

std::string_view SetAside::code(size_t row) const {
  return problemAt(rows_[row] & ((1 << kCodeBits) - 1));
}

void SetAside::write(FlatWriter& out) const {
  out.number(static_cast<uint64_t>(rows_.size()));
  out.numbers(std::span(rows_));
}

void SetAside::addWritten(FlatReader& in, uint64_t recordsBefore) {
  std::vector<uint64_t> later(static_cast<size_t>(in.number<uint64_t>()));
  in.numbers(std::span(later));
  for (const uint64_t row : later) rows_.push_back(row + (recordsBefore << kCodeBits));
}

}  // namespace upgrade_rate

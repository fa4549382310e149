// Matrix: each row is a customer, with one column per period for the plan or the value. Rows become
// as many events as there are periods, blank cells included: they say that there was no customer.
//
// A cell that cannot be read rejects its whole row, so that a row is either all events or none.

#include <utility>

#include "core/cells/currency.h"
#include "core/input/plans.h"
#include "core/input/rows.h"

namespace upgrade_rate {

namespace {

class MatrixRows : public RowReader {
 public:
  MatrixRows(const Reading& reading, std::string fileName, Events& events, ReadLedger& ledger);

  void read(Cells& cells, std::span<const uint32_t> records) override;
  ColumnVerdicts verdicts() const override {
    if (!hasValues_) return {};
    return {std::nullopt, numbers_.verdict()};
  }

 private:
  struct Segment {
    int32_t column;
    uint32_t place;  // in Events::segments
  };

  void readRow(Cells& cells, uint32_t record);
  bool readValues(Cells& cells, uint32_t record);
  bool readCurrency(Cells& cells, uint32_t record);
  void append(Cells& cells, uint32_t record);

  const Reading& reading_;
  std::string fileName_;
  Events& events_;
  Rejections rejections_;
  NumberColumn numbers_;
  bool hasValues_, hasCurrencies_;
  uint32_t paying_ = kBlankPlan;
  std::vector<Segment> segments_;

  // Of the row being read, by period.
  std::vector<std::string_view> cells_;
  std::vector<uint32_t> spellings_;
  std::vector<int64_t> values_;
  std::vector<uint16_t> currencies_;
  std::vector<MarkedCell> marked_;
};

MatrixRows::MatrixRows(const Reading& reading, std::string fileName, Events& events,
                       ReadLedger& ledger)
    : reading_(reading),
      fileName_(std::move(fileName)),
      events_(events),
      rejections_(reading, fileName_, ledger),
      numbers_(reading.numberFormat),
      hasValues_(reading.hasNoPlans()),
      hasCurrencies_(hasValues_ && reading.mapping.of(Part::currency) != kNoColumn),
      cells_(reading.periods.size()),
      spellings_(reading.periods.size()),
      values_(reading.periods.size(), kUnknown),
      currencies_(reading.periods.size(), kNoCurrency) {
  if (hasValues_) {
    events.value.resize(events.size(), kUnknown);
    paying_ = events.spellings.index(kPayingPlan);
  }
  if (hasCurrencies_) events.currency.resize(events.size(), kNoCurrency);
  for (const int32_t column : reading.mapping.segments) {
    segments_.push_back(
        {column, events.segments.place(columnLabel(reading, column), events.size())});
  }
}

// False: a cell is no number, and the row is rejected for it.
bool MatrixRows::readValues(Cells& cells, uint32_t record) {
  marked_.clear();
  const size_t bad = numbers_.readAll(cells_, kUnknown, values_.data(), &marked_);
  if (bad < cells_.size()) {
    rejections_.reject(cells, record, "number.unreadable", reading_.periods[bad].column);
    return false;
  }
  for (size_t i = 0; i < values_.size(); ++i) {
    spellings_[i] = paysFor(values_[i], false) ? paying_ : kBlankPlan;
  }
  return readCurrency(cells, record);
}

// From its column; where there is none, from what stands beside the values.
bool MatrixRows::readCurrency(Cells& cells, uint32_t record) {
  const int32_t column = reading_.mapping.of(Part::currency);
  const auto index = [this](const std::string& key) {
    return static_cast<uint16_t>(events_.currencies.index(key));
  };
  std::fill(currencies_.begin(), currencies_.end(), kNoCurrency);
  if (column == kNoColumn) {
    if (!marked_.empty() && !hasCurrencies_) events_.currency.resize(events_.size(), kNoCurrency);
    hasCurrencies_ |= !marked_.empty();
    for (const MarkedCell& each : marked_) {
      if (const auto key = currencyKey(each.currency)) currencies_[each.cell] = index(*key);
    }
    return true;
  }
  const std::string_view cell = cells.at(record, column);
  if (cell.empty()) return true;
  const auto key = currencyKey(cell);
  if (!key) {
    rejections_.reject(cells, record, "currency.unreadable", column);
    return false;
  }
  std::fill(currencies_.begin(), currencies_.end(), index(*key));
  return true;
}

void MatrixRows::append(Cells& cells, uint32_t record) {
  const uint32_t first = events_.size();
  const int32_t column = reading_.mapping.of(Part::customer);
  const uint32_t customer = events_.customers.index(cells.at(record, column));
  events_.places.add(first, cells.place(record));
  for (const PeriodColumn& period : reading_.periods) {
    events_.customer.push_back(customer);
    events_.time.push_back(CellTime(period.day * kMicrosPerDay, true));
  }
  events_.spelling.append(spellings_);
  if (hasValues_) events_.value.append(values_);
  if (hasCurrencies_) events_.currency.append(currencies_);
  for (const Segment& segment : segments_) {
    std::fill(cells_.begin(), cells_.end(), cells.at(record, segment.column));
    events_.segments[segment.place].append(cells_);
  }
}

void MatrixRows::readRow(Cells& cells, uint32_t record) {
  // A line with totals has numbers like any other, and the header again has words like plans.
  if (rejections_.ignores(cells, record)) return;
  if (cells.at(record, reading_.mapping.of(Part::customer)).empty()) {
    return rejections_.reject(cells, record, "customer.blank", Part::customer);
  }
  for (size_t i = 0; i < cells_.size(); ++i) {
    cells_[i] = cells.at(record, reading_.periods[i].column);
  }
  if (hasValues_) {
    if (!readValues(cells, record)) return;
  } else {
    events_.spellings.indexFew(cells_, kBlankPlan, spellings_.data());
  }
  append(cells, record);
}

void MatrixRows::read(Cells& cells, std::span<const uint32_t> records) {
  for (const uint32_t record : records) readRow(cells, record);
  events_.fillUp();
}

}  // namespace

std::unique_ptr<RowReader> makeMatrixRows(const Reading& reading, const std::string& fileName,
                                          Events& events, ReadLedger& ledger) {
  return std::make_unique<MatrixRows>(reading, fileName, events, ledger);
}

}  // namespace upgrade_rate

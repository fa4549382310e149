// Plan history: each row is the plan of one customer from a date on. Rows become events.
//
// The hot path of reading: cells are taken column by column for a batch of records, so that date
// parsing and the two dictionaries each run in a tight loop.

#include "core/input/rows.h"

namespace upgrade_rate {

namespace {

struct Cell {
  std::string_view code;  // of the problem; empty when there is none
  Part part;
  std::string_view text;
};

class PlanHistoryRows : public RowReader {
 public:
  PlanHistoryRows(const Reading& reading, std::string fileName, Events& events, ReadLedger& ledger)
      : reading_(reading),
        fileName_(std::move(fileName)),
        events_(events),
        ledger_(ledger),
        dates_(reading.dateFormat, reading.dateHeaderSaysUtc),
        values_(reading.numberFormat),
        quantities_(reading.numberFormat),
        hasValue_(reading.mapping.of(Part::value) != kNoColumn),
        hasQuantity_(reading.mapping.of(Part::quantity) != kNoColumn) {
    // A second file may bring a column that the first had not: its rows are unknown there.
    if (hasValue_) events_.value.resize(events_.size(), kUnknown);
    if (hasQuantity_) events_.quantity.resize(events_.size(), kUnknown);
  }

  void read(Cells& cells, const std::vector<uint32_t>& records) override;
  ColumnVerdicts verdicts() const override;

 private:
  Cell readRow(Cells& cells, uint32_t record);
  Cell readNumberCell(Cells& cells, uint32_t record, Part part, NumberColumn& column,
                      int64_t& into);
  void reject(Cells& cells, uint32_t record, const Cell& cell);
  void append(Cells& cells);

  const Reading& reading_;
  std::string fileName_;
  Events& events_;
  ReadLedger& ledger_;
  DateColumn dates_;
  NumberColumn values_;
  NumberColumn quantities_;
  bool hasValue_, hasQuantity_;

  // The row being read, and the accepted rows of the batch.
  CellTime time_;
  int64_t value_ = kUnknown, quantity_ = kUnknown;
  std::vector<uint32_t> accepted_;
  std::vector<std::string_view> keys_;
  std::vector<uint32_t> indices_;
};

Cell PlanHistoryRows::readNumberCell(Cells& cells, uint32_t record, Part part, NumberColumn& column,
                                     int64_t& into) {
  into = kUnknown;
  const std::string_view text = cells.at(record, reading_.mapping.of(part));
  if (text.empty()) return {};
  const std::optional<CellNumber> number = column.read(text);
  if (!number) return {"number.unreadable", part, text};
  into = number->millionths;
  return {};
}

Cell PlanHistoryRows::readRow(Cells& cells, uint32_t record) {
  const std::string_view customer = cells.at(record, reading_.mapping.of(Part::customer));
  const std::string_view date = cells.at(record, reading_.mapping.of(Part::date));
  if (date.empty()) return {"date.blank", Part::date, date};
  const std::optional<CellTime> time = dates_.read(date);
  if (customer.empty()) return {"customer.blank", Part::customer, customer};
  // A day that is too late is ignored later, like all rows after the end of the data.
  if (!time || time->micros() < kFirstDayMeant * kMicrosPerDay) {
    return {"date.unreadable", Part::date, date};
  }
  time_ = *time;
  if (hasValue_) {
    const Cell cell = readNumberCell(cells, record, Part::value, values_, value_);
    if (!cell.code.empty()) return cell;
    // Cents to the currency's unit, half to even, like every rounding of money.
    if (reading_.minorUnits && value_ != kUnknown) {
      const int64_t whole = value_ / 100, rest = value_ % 100;
      const int64_t away = rest > 50 || (rest == 50 && whole % 2 != 0)     ? 1
                           : rest < -50 || (rest == -50 && whole % 2 != 0) ? -1
                                                                           : 0;
      value_ = whole + away;
    }
  }
  if (hasQuantity_) return readNumberCell(cells, record, Part::quantity, quantities_, quantity_);
  return {};
}

void PlanHistoryRows::reject(Cells& cells, uint32_t record, const Cell& cell) {
  if (const std::string_view noData = nonDataCode(cells, record, reading_); !noData.empty()) {
    ++ledger_.ignored;
    ledger_.problems.add(
        {noData, fileName_, cells.line(record), "", problemText(cells.raw(record))});
    return;
  }
  ++ledger_.rejected;
  if (!ledger_.problems.wantsExample(cell.code)) {
    ledger_.problems.count(cell.code);
    return;
  }
  const int32_t column = reading_.mapping.of(cell.part);
  ledger_.problems.add(
      {cell.code, fileName_, cells.line(record), reading_.columns[column], problemText(cell.text)});
}

void PlanHistoryRows::append(Cells& cells) {
  const auto indexInto = [&](Dictionary& dictionary) {
    indices_.resize(keys_.size());
    dictionary.indexAll(keys_, indices_.data());
  };
  keys_.clear();
  for (const uint32_t record : accepted_) {
    keys_.push_back(cells.at(record, reading_.mapping.of(Part::customer)));
  }
  indexInto(events_.customers);
  events_.customer.insert(events_.customer.end(), indices_.begin(), indices_.end());

  keys_.clear();
  for (const uint32_t record : accepted_) {
    const std::string_view plan = cells.at(record, reading_.mapping.of(Part::plan));
    if (!plan.empty()) keys_.push_back(plan);
  }
  indexInto(events_.spellings);
  size_t next = 0;
  for (const uint32_t record : accepted_) {
    const bool blank = cells.at(record, reading_.mapping.of(Part::plan)).empty();
    events_.spelling.push_back(blank ? kBlankPlan : indices_[next++]);
  }
}

void PlanHistoryRows::read(Cells& cells, const std::vector<uint32_t>& records) {
  accepted_.clear();
  for (const uint32_t record : records) {
    const Cell wrong = readRow(cells, record);
    if (!wrong.code.empty()) {
      reject(cells, record, wrong);
      continue;
    }
    events_.lines.add(static_cast<uint32_t>(events_.time.size()), cells.line(record));
    events_.time.push_back(time_);
    if (hasValue_) events_.value.push_back(value_);
    if (hasQuantity_) events_.quantity.push_back(quantity_);
    accepted_.push_back(record);
  }
  append(cells);
  // A column that an earlier file had and this one has not.
  if (!hasValue_ && !events_.value.empty()) events_.value.resize(events_.size(), kUnknown);
  if (!hasQuantity_ && !events_.quantity.empty()) {
    events_.quantity.resize(events_.size(), kUnknown);
  }
}

ColumnVerdicts PlanHistoryRows::verdicts() const {
  ColumnVerdicts verdicts{dates_.verdict(), std::nullopt};
  if (hasValue_) verdicts.numbers = values_.verdict();
  return verdicts;
}

}  // namespace

std::unique_ptr<RowReader> makePlanHistoryRows(const Reading& reading, const std::string& fileName,
                                               Events& events, ReadLedger& ledger) {
  return std::make_unique<PlanHistoryRows>(reading, fileName, events, ledger);
}

}  // namespace upgrade_rate

// Plan history: each row is the plan of one customer from a date on. Rows become events.
//
// The hot path of reading. Records are taken in groups that fit the nearest cache, and of a group
// one column after the other: its cells, then what they say, so that date parsing and the two
// dictionaries each run in a tight loop. Rows with something wrong are set aside at the end of the
// group, in their order, by the first thing that is wrong.

#include <array>

#include "core/input/rows.h"

namespace upgrade_rate {

namespace {

constexpr size_t kGroup = 512;

/// What is wrong with a row, if anything.
enum class Fault : uint8_t { none, dateBlank, customerBlank, dateUnreadable, value, quantity };

struct FaultKind {
  std::string_view code;
  Part part;
};
constexpr FaultKind kFaults[] = {
    {"", Part::date},
    {"date.blank", Part::date},
    {"customer.blank", Part::customer},
    {"date.unreadable", Part::date},
    {"number.unreadable", Part::value},
    {"number.unreadable", Part::quantity},
};

// Cents to the currency's unit, half to even, like every rounding of money.
int64_t fromMinorUnits(int64_t value) {
  if (value == kUnknown) return value;
  const int64_t whole = value / 100, rest = value % 100;
  const int64_t away = rest > 50 || (rest == 50 && whole % 2 != 0)     ? 1
                       : rest < -50 || (rest == -50 && whole % 2 != 0) ? -1
                                                                       : 0;
  return whole + away;
}

class PlanHistoryRows : public RowReader {
 public:
  PlanHistoryRows(const Reading& reading, std::string fileName, Events& events, ReadLedger& ledger)
      : reading_(reading),
        fileName_(std::move(fileName)),
        events_(events),
        ledger_(ledger),
        dates_(reading.dateFormat, reading.dateHeaderSaysUtc),
        values_{Part::value, Fault::value, NumberColumn(reading.numberFormat), {}, {}},
        quantities_{Part::quantity, Fault::quantity, NumberColumn(reading.numberFormat), {}, {}},
        hasValue_(reading.mapping.of(Part::value) != kNoColumn),
        hasQuantity_(reading.mapping.of(Part::quantity) != kNoColumn) {
    // A second file may bring a column that the first had not: its rows are unknown there.
    if (hasValue_) events_.value.resize(events_.size(), kUnknown);
    if (hasQuantity_) events_.quantity.resize(events_.size(), kUnknown);
    for (const int32_t column : reading.mapping.segments) {
      const std::string label = columnLabel(reading, column);
      segments_.push_back({column, events_.segments.place(label, events_.size())});
    }
  }

  void read(Cells& cells, std::span<const uint32_t> records) override;
  ColumnVerdicts verdicts() const override;
  void writeEvidence(FlatWriter& out) override {
    dates_.evidence().write(out);
    values_.column.evidence().write(out);
  }
  void addEvidence(FlatReader& in) override {
    dates_.evidence().addWritten(in);
    values_.column.evidence().addWritten(in);
  }

 private:
  template <class T>
  using Group = std::array<T, kGroup>;

  struct Segment {
    int32_t column;
    uint32_t place;  // in Events::segments
  };

  struct Numbers {
    Part part;
    Fault fault;
    NumberColumn column;
    Group<std::string_view> cells;
    Group<int64_t> millionths;
  };

  void readGroup(Cells& cells, std::span<const uint32_t> records);
  void readCells(Cells& cells, Part part, Group<std::string_view>& into);
  void readDates(Cells& cells);
  void readNumbers(Cells& cells, Numbers& numbers);
  void dropFaulty(Cells& cells);
  void reject(Cells& cells, uint32_t record, Fault fault);
  void append(Cells& cells);

  const Reading& reading_;
  std::string fileName_;
  Events& events_;
  ReadLedger& ledger_;
  DateColumn dates_;
  Numbers values_;
  Numbers quantities_;
  bool hasValue_, hasQuantity_;
  std::vector<Segment> segments_;

  // The rows of a group; of all these the first count_ entries.
  size_t count_ = 0;
  Group<uint32_t> records_;
  Group<Fault> faults_;
  bool anyFault_ = false;
  Group<std::string_view> customers_;
  Group<std::string_view> cells_;  // of the column being read
  Group<CellTime> times_;
  Group<bool> fits_;
  Group<uint32_t> indices_;
};

void PlanHistoryRows::readCells(Cells& cells, Part part, Group<std::string_view>& into) {
  cells.column({records_.data(), count_}, reading_.mapping.of(part), into.data());
}

void PlanHistoryRows::readDates(Cells& cells) {
  readCells(cells, Part::customer, customers_);
  readCells(cells, Part::date, cells_);
  dates_.readAll({cells_.data(), count_}, times_.data(), fits_.data());
  anyFault_ = false;
  for (size_t i = 0; i < count_; ++i) {
    // A day that is too late is ignored later, like all rows after the end of the data.
    const bool meant = fits_[i] && times_[i].micros() >= kFirstDayMeant * kMicrosPerDay;
    faults_[i] = cells_[i].empty()       ? Fault::dateBlank
                 : customers_[i].empty() ? Fault::customerBlank
                 : meant                 ? Fault::none
                                         : Fault::dateUnreadable;
    anyFault_ |= faults_[i] != Fault::none;
  }
}

// Of the rows that are right so far; the others say nothing about how the column is written.
void PlanHistoryRows::readNumbers(Cells& cells, Numbers& numbers) {
  readCells(cells, numbers.part, numbers.cells);
  if (anyFault_) {
    for (size_t i = 0; i < count_; ++i) {
      if (faults_[i] != Fault::none) numbers.cells[i] = {};
    }
  }
  for (size_t i = 0; i < count_; ++i) {
    const std::span<const std::string_view> rest(numbers.cells.data() + i, count_ - i);
    i += numbers.column.readAll(rest, kUnknown, numbers.millionths.data() + i);
    if (i == count_) return;
    faults_[i] = numbers.fault;
    anyFault_ = true;
  }
}

void PlanHistoryRows::reject(Cells& cells, uint32_t record, Fault fault) {
  if (const std::string_view noData = nonDataCode(cells, record, reading_); !noData.empty()) {
    ++ledger_.ignored;
    ledger_.problems.add(noData, fileName_, cells.line(record), "", cells.raw(record));
    return;
  }
  ++ledger_.rejected;
  const FaultKind& kind = kFaults[static_cast<size_t>(fault)];
  const int32_t column = reading_.mapping.of(kind.part);
  ledger_.problems.add(kind.code, fileName_, cells.line(record), reading_.columns[column],
                       cells.at(record, column));
}

void PlanHistoryRows::dropFaulty(Cells& cells) {
  size_t kept = 0;
  for (size_t i = 0; i < count_; ++i) {
    if (faults_[i] != Fault::none) {
      reject(cells, records_[i], faults_[i]);
      continue;
    }
    records_[kept] = records_[i];
    customers_[kept] = customers_[i];
    times_[kept] = times_[i];
    if (hasValue_) values_.millionths[kept] = values_.millionths[i];
    if (hasQuantity_) quantities_.millionths[kept] = quantities_.millionths[i];
    ++kept;
  }
  count_ = kept;
}

void PlanHistoryRows::append(Cells& cells) {
  const uint32_t first = events_.size();
  for (size_t i = 0; i < count_; ++i) {
    events_.lines.add(first + static_cast<uint32_t>(i), cells.line(records_[i]));
  }
  events_.time.append({times_.data(), count_});
  if (hasValue_) events_.value.append({values_.millionths.data(), count_});
  if (hasQuantity_) events_.quantity.append({quantities_.millionths.data(), count_});
  events_.customers.indexAll({customers_.data(), count_}, indices_.data());
  events_.customer.append({indices_.data(), count_});

  readCells(cells, Part::plan, cells_);
  events_.spellings.indexFew({cells_.data(), count_}, kBlankPlan, indices_.data());
  events_.spelling.append({indices_.data(), count_});

  for (const Segment& segment : segments_) {
    cells.column({records_.data(), count_}, segment.column, cells_.data());
    events_.segments[segment.place].append({cells_.data(), count_});
  }
}

void PlanHistoryRows::readGroup(Cells& cells, std::span<const uint32_t> records) {
  count_ = records.size();
  std::copy(records.begin(), records.end(), records_.begin());
  readDates(cells);
  if (hasValue_) {
    readNumbers(cells, values_);
    if (reading_.minorUnits) {
      for (size_t i = 0; i < count_; ++i) {
        if (faults_[i] == Fault::none)
          values_.millionths[i] = fromMinorUnits(values_.millionths[i]);
      }
    }
  }
  if (hasQuantity_) readNumbers(cells, quantities_);
  if (anyFault_) dropFaulty(cells);
  append(cells);
}

void PlanHistoryRows::read(Cells& cells, std::span<const uint32_t> records) {
  for (size_t at = 0; at < records.size(); at += kGroup) {
    readGroup(cells, records.subspan(at, std::min(kGroup, records.size() - at)));
  }
  // A column that an earlier file had and this one has not.
  if (!hasValue_ && !events_.value.empty()) events_.value.resize(events_.size(), kUnknown);
  if (!hasQuantity_ && !events_.quantity.empty()) {
    events_.quantity.resize(events_.size(), kUnknown);
  }
  events_.segments.fill(events_.size());
}

ColumnVerdicts PlanHistoryRows::verdicts() const {
  ColumnVerdicts verdicts{dates_.verdict(), std::nullopt};
  if (hasValue_) verdicts.numbers = values_.column.verdict();
  return verdicts;
}

}  // namespace

std::unique_ptr<RowReader> makePlanHistoryRows(const Reading& reading, const std::string& fileName,
                                               Events& events, ReadLedger& ledger) {
  return std::make_unique<PlanHistoryRows>(reading, fileName, events, ledger);
}

}  // namespace upgrade_rate

// Plan history: each row is the plan of one customer from a date on. Subscriptions: from a start to
// an end. Rows become events.
//
// The hot path of reading. Records are taken in groups that fit the nearest cache, and of a group
// one column after the other: its cells, then what they say, so that date parsing and the two
// dictionaries each run in a tight loop. Rows with something wrong are set aside at the end of the
// group, in their order, by the first thing that is wrong.

#include <array>

#include "core/cells/currency.h"
#include "core/cells/interval.h"
#include "core/input/rows.h"
#include "core/input/stretches.h"

namespace upgrade_rate {

namespace {

constexpr size_t kGroup = 512;

/// What is wrong with a row, if anything.
enum class Fault : uint8_t {
  none,
  dateBlank,
  customerBlank,
  dateUnreadable,
  endUnreadable,
  planBlank,
  value,
  quantity,
  interval,
  currency
};

struct FaultKind {
  std::string_view code;
  Part part;
};
constexpr FaultKind kFaults[] = {
    {"", Part::date},
    {"date.blank", Part::date},
    {"customer.blank", Part::customer},
    {"date.unreadable", Part::date},
    {"end.unreadable", Part::end},
    {"plan.blank", Part::plan},
    {"number.unreadable", Part::value},
    {"number.unreadable", Part::quantity},
    {"interval.unreadable", Part::interval},
    {"currency.unreadable", Part::currency},
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

// What the few different words of a column mean, each found out once; or nothing.
class WordMeanings {
 public:
  template <class Meaning>
  std::optional<uint16_t> of(std::string_view word, Meaning&& meaning) {
    const uint32_t index = words_.index(word);
    if (index == meanings_.size()) meanings_.push_back(meaning(word));
    return meanings_[index];
  }

 private:
  Dictionary words_;
  std::vector<std::optional<uint16_t>> meanings_;
};

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
        hasQuantity_(reading.mapping.of(Part::quantity) != kNoColumn),
        hasInterval_(hasValue_ && reading.mapping.of(Part::interval) != kNoColumn),
        hasCurrencies_(hasValue_ && reading.mapping.of(Part::currency) != kNoColumn),
        marks_(!hasCurrencies_) {
    // A second file may bring a column that the first had not: its rows are unknown there.
    if (hasValue_) events_.value.resize(events_.size(), kUnknown);
    if (hasQuantity_) events_.quantity.resize(events_.size(), kUnknown);
    if (hasInterval_) events_.interval.resize(events_.size(), kMonthlyAmount);
    if (hasCurrencies_) events_.currency.resize(events_.size(), kNoCurrency);
    if (reading.shape == Shape::subscriptions) stretches_.emplace(reading, events);
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
  void readEnds(Cells& cells);
  void readNumbers(Cells& cells, Numbers& numbers, std::vector<MarkedCell>* marked = nullptr);
  template <class Meaning>
  void readWords(Cells& cells, Part part, Fault fault, uint16_t blank, WordMeanings& meanings,
                 Meaning&& meaning, Group<uint16_t>& into);
  void readValues(Cells& cells);
  void readMarks();
  void readCurrencies(Cells& cells);
  void dropFaulty(Cells& cells);
  void reject(Cells& cells, uint32_t record, Fault fault);
  void append(Cells& cells);
  void appendStretches(Cells& cells);

  const Reading& reading_;
  std::string fileName_;
  Events& events_;
  ReadLedger& ledger_;
  DateColumn dates_;
  Numbers values_;
  Numbers quantities_;
  bool hasValue_, hasQuantity_, hasInterval_;
  bool hasCurrencies_;  // a column of them, or one was seen beside a value
  bool marks_;          // there is no column, so what stands beside values counts
  WordMeanings intervals_, currencies_;
  std::optional<Stretches> stretches_;
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
  Group<uint16_t> interval_, currency_;
  std::vector<MarkedCell> marked_;
};

void PlanHistoryRows::readCells(Cells& cells, Part part, Group<std::string_view>& into) {
  cells.column({records_.data(), count_}, reading_.mapping.of(part), into.data());
}

void PlanHistoryRows::readDates(Cells& cells) {
  readCells(cells, Part::customer, customers_);
  readCells(cells, datePartOf(reading_.shape), cells_);
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

// The plan is looked at too: a subscription without one says nothing.
void PlanHistoryRows::readEnds(Cells& cells) {
  readCells(cells, Part::end, cells_);
  stretches_->readEnds({cells_.data(), count_}, fits_.data());
  readCells(cells, Part::plan, cells_);
  for (size_t i = 0; i < count_; ++i) {
    if (faults_[i] != Fault::none) continue;
    faults_[i] = !fits_[i]           ? Fault::endUnreadable
                 : cells_[i].empty() ? Fault::planBlank
                                     : Fault::none;
    anyFault_ |= faults_[i] != Fault::none;
  }
}

// Of the rows that are right so far; the others say nothing about how the column is written.
void PlanHistoryRows::readNumbers(Cells& cells, Numbers& numbers, std::vector<MarkedCell>* marked) {
  readCells(cells, numbers.part, numbers.cells);
  if (anyFault_) {
    for (size_t i = 0; i < count_; ++i) {
      if (faults_[i] != Fault::none) numbers.cells[i] = {};
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
void PlanHistoryRows::readWords(Cells& cells, Part part, Fault fault, uint16_t blank,
                                WordMeanings& meanings, Meaning&& meaning, Group<uint16_t>& into) {
  readCells(cells, part, cells_);
  for (size_t i = 0; i < count_; ++i) {
    into[i] = blank;
    if (cells_[i].empty() || faults_[i] != Fault::none) continue;
    const std::optional<uint16_t> read = meanings.of(cells_[i], meaning);
    into[i] = read.value_or(blank);
    if (read) continue;
    faults_[i] = fault;
    anyFault_ = true;
  }
}

void PlanHistoryRows::readCurrencies(Cells& cells) {
  const auto meaning = [this](std::string_view cell) -> std::optional<uint16_t> {
    const std::optional<std::string> key = currencyKey(cell);
    if (!key) return std::nullopt;
    return static_cast<uint16_t>(events_.currencies.index(*key));  // three letters at most, or few
  };
  if (!marks_) {
    readWords(cells, Part::currency, Fault::currency, kNoCurrency, currencies_, meaning, currency_);
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

void PlanHistoryRows::readValues(Cells& cells) {
  marked_.clear();
  readNumbers(cells, values_, marks_ ? &marked_ : nullptr);
  for (size_t i = 0; reading_.minorUnits && i < count_; ++i) {
    if (faults_[i] == Fault::none) values_.millionths[i] = fromMinorUnits(values_.millionths[i]);
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
  const Part part = kind.part == Part::date ? datePartOf(reading_.shape) : kind.part;
  const int32_t column = reading_.mapping.of(part);
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
    if (stretches_) stretches_->ends()[kept] = stretches_->ends()[i];
    if (hasValue_) values_.millionths[kept] = values_.millionths[i];
    if (hasQuantity_) quantities_.millionths[kept] = quantities_.millionths[i];
    if (hasInterval_) interval_[kept] = interval_[i];
    if (hasCurrencies_) currency_[kept] = currency_[i];
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
  if (hasInterval_) events_.interval.append({interval_.data(), count_});
  if (hasCurrencies_) events_.currency.append({currency_.data(), count_});
  events_.customers.indexAll({customers_.data(), count_}, indices_.data());
  events_.customer.append({indices_.data(), count_});

  readCells(cells, Part::plan, cells_);
  events_.spellings.indexFew({cells_.data(), count_}, kBlankPlan, indices_.data());
  events_.spelling.append({indices_.data(), count_});
  for (const Segment& segment : segments_) {
    cells.column({records_.data(), count_}, segment.column, cells_.data());
    events_.segments[segment.place].append({cells_.data(), count_});
  }
  if (stretches_) appendStretches(cells);
}

void PlanHistoryRows::appendStretches(Cells& cells) {
  readCells(cells, Part::status, cells_);
  readCells(cells, Part::subscription, customers_);
  stretches_->append(count_, {cells_.data(), count_}, {customers_.data(), count_});
}

void PlanHistoryRows::readGroup(Cells& cells, std::span<const uint32_t> records) {
  count_ = records.size();
  std::copy(records.begin(), records.end(), records_.begin());
  readDates(cells);
  if (stretches_) readEnds(cells);
  if (hasValue_) readValues(cells);
  if (hasQuantity_) readNumbers(cells, quantities_);
  if (hasInterval_) {
    readWords(cells, Part::interval, Fault::interval, kBlankInterval, intervals_, readInterval,
              interval_);
  }
  if (hasValue_) readCurrencies(cells);
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
  if (!hasInterval_ && !events_.interval.empty()) {
    events_.interval.resize(events_.size(), kMonthlyAmount);
  }
  if (!hasCurrencies_ && !events_.currency.empty()) {
    events_.currency.resize(events_.size(), kNoCurrency);
  }
}

ColumnVerdicts PlanHistoryRows::verdicts() const {
  ColumnVerdicts verdicts{dates_.verdict(), std::nullopt};
  if (stretches_) verdicts.dates = stretches_->verdict(dates_.evidence());
  if (hasValue_) verdicts.numbers = values_.column.verdict();
  return verdicts;
}

}  // namespace

std::unique_ptr<RowReader> makePlanHistoryRows(const Reading& reading, const std::string& fileName,
                                               Events& events, ReadLedger& ledger) {
  return std::make_unique<PlanHistoryRows>(reading, fileName, events, ledger);
}

}  // namespace upgrade_rate

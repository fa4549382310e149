// Plan history: each row is the plan of one customer from a date on. Subscriptions: from a start to
// an end. Snapshots: in one period, from whose first day on the row counts. Rows become events.
//
// The hot path of reading. Records are taken in groups that fit the nearest cache, and of a group
// one column after the other: its cells, then what they say, so that date parsing and the two
// dictionaries each run in a tight loop. Rows with something wrong are set aside at the end of the
// group, in their order, by the first thing that is wrong.

#include "core/input/customer_rows.h"

#include <utility>

#include "core/input/deal_stages.h"

namespace upgrade_rate {

namespace {

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
    {"type.unknown", Part::type},
    {"number.unreadable", Part::valueBefore},
    {"row.notWon", Part::stage},
};

}  // namespace

CustomerRows::CustomerRows(const Reading& reading, std::string fileName, Events& events,
                           ReadLedger& ledger)
    : reading_(reading),
      fileName_(std::move(fileName)),
      events_(events),
      rejections_(reading, fileName_, ledger),
      dates_(reading.dateFormat, reading.dateHeaderSaysUtc),
      values_{
          valuePartOf(reading.shape), RowFault::value, NumberColumn(reading.numberFormat), {}, {}},
      quantities_{Part::quantity, RowFault::quantity, NumberColumn(reading.numberFormat), {}, {}},
      hasValue_(reading.mapping.of(valuePartOf(reading.shape)) != kNoColumn),
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
  if (reading.hasNoPlans()) paying_ = events.spellings.index(kPayingPlan);
  if (isOfChanges(reading.shape)) moves_.emplace(reading, events);
  if (reading.mapping.of(Part::valueBefore) != kNoColumn) {
    before_.emplace(Numbers{
        Part::valueBefore, RowFault::valueBefore, NumberColumn(reading.numberFormat), {}, {}});
    events_.valueBefore.resize(events_.size(), kUnknown);
  }
  for (const int32_t column : reading.mapping.segments) {
    const std::string label = columnLabel(reading, column);
    segments_.push_back({column, events_.segments.place(label, events_.size())});
  }
}

void CustomerRows::readCells(Cells& cells, Part part, Group<std::string_view>& into) {
  cells.column({records_.data(), count_}, reading_.mapping.of(part), into.data());
}

void CustomerRows::readDates(Cells& cells) {
  readCells(cells, Part::customer, customers_);
  readCells(cells, datePartOf(reading_.shape), cells_);
  dates_.readAll({cells_.data(), count_}, times_.data(), fits_.data());
  anyFault_ = false;
  for (size_t i = 0; i < count_; ++i) {
    // A day that is too late is ignored later, like all rows after the end of the data.
    const bool meant = fits_[i] && times_[i].micros() >= kFirstDayMeant * kMicrosPerDay;
    faults_[i] = cells_[i].empty()       ? RowFault::dateBlank
                 : customers_[i].empty() ? RowFault::customerBlank
                 : meant                 ? RowFault::none
                                         : RowFault::dateUnreadable;
    anyFault_ |= faults_[i] != RowFault::none;
  }
}

// The day that a period cell names, as with totals: a time of day would make every row a look at
// the books of its own.
void CustomerRows::readPeriods() {
  for (size_t i = 0; i < count_; ++i) {
    if (faults_[i] != RowFault::none) continue;
    const int64_t day = floorDivide(times_[i].micros(), kMicrosPerDay);
    times_[i] = CellTime(day * kMicrosPerDay, true);
    if (day < kEndDayMeant) continue;
    faults_[i] = RowFault::dateUnreadable;
    anyFault_ = true;
  }
}

// The plan is looked at too: a subscription without one says nothing, where plans are named.
void CustomerRows::readEnds(Cells& cells) {
  readCells(cells, Part::end, cells_);
  stretches_->readEnds({cells_.data(), count_}, fits_.data());
  readCells(cells, Part::plan, cells_);
  for (size_t i = 0; i < count_; ++i) {
    if (faults_[i] != RowFault::none) continue;
    faults_[i] = !fits_[i]                                    ? RowFault::endUnreadable
                 : cells_[i].empty() && paying_ == kBlankPlan ? RowFault::planBlank
                                                              : RowFault::none;
    anyFault_ |= faults_[i] != RowFault::none;
  }
}

// What kind of a movement each row is, and whether it names the plan that it leads to.
void CustomerRows::readMoves(Cells& cells) {
  readCells(cells, Part::type, cells_);
  moves_->readKinds({cells_.data(), count_}, fits_.data());
  for (size_t i = 0; i < count_; ++i) {
    if (faults_[i] != RowFault::none || fits_[i]) continue;
    faults_[i] = RowFault::type;
    anyFault_ = true;
  }
  const Part plan = planPartOf(reading_.shape);
  if (reading_.mapping.of(plan) == kNoColumn) return;
  readCells(cells, plan, cells_);
  for (size_t i = 0; i < count_; ++i) {
    if (faults_[i] != RowFault::none || !cells_[i].empty() || isLoss(moves_->kinds()[i])) continue;
    faults_[i] = RowFault::planBlank;
    anyFault_ = true;
  }
}

// A deal that is open or lost changed nothing, so it may leave open what kind it would have been.
void CustomerRows::readStages(Cells& cells) {
  readCells(cells, Part::stage, cells_);
  for (size_t i = 0; i < count_; ++i) {
    const bool mayBe = faults_[i] == RowFault::none || faults_[i] == RowFault::type ||
                       faults_[i] == RowFault::planBlank;
    const bool won = stages_.of(cells_[i], isWonStage).value_or(0) != 0;
    if (!mayBe || won) continue;
    faults_[i] = RowFault::notWon;
    anyFault_ = true;
  }
}

void CustomerRows::reject(Cells& cells, uint32_t record, RowFault fault) {
  const FaultKind& kind = kFaults[static_cast<size_t>(fault)];
  if (fault == RowFault::notWon) {
    if (rejections_.ignores(cells, record)) return;
    const int32_t column = reading_.mapping.of(kind.part);
    return rejections_.ignore(cells.place(record), kind.code, column, cells.at(record, column));
  }
  const Part part = kind.part == Part::date    ? datePartOf(reading_.shape)
                    : kind.part == Part::plan  ? planPartOf(reading_.shape)
                    : kind.part == Part::value ? valuePartOf(reading_.shape)
                                               : kind.part;
  rejections_.reject(cells, record, kind.code, part);
}

void CustomerRows::dropFaulty(Cells& cells) {
  size_t kept = 0;
  for (size_t i = 0; i < count_; ++i) {
    if (faults_[i] != RowFault::none) {
      reject(cells, records_[i], faults_[i]);
      continue;
    }
    records_[kept] = records_[i];
    customers_[kept] = customers_[i];
    times_[kept] = times_[i];
    if (stretches_) stretches_->ends()[kept] = stretches_->ends()[i];
    if (moves_) moves_->kinds()[kept] = moves_->kinds()[i];
    if (before_) before_->millionths[kept] = before_->millionths[i];
    if (hasValue_) values_.millionths[kept] = values_.millionths[i];
    if (hasQuantity_) quantities_.millionths[kept] = quantities_.millionths[i];
    if (hasInterval_) interval_[kept] = interval_[i];
    if (hasCurrencies_) currency_[kept] = currency_[i];
    ++kept;
  }
  count_ = kept;
}

void CustomerRows::append(Cells& cells) {
  const uint32_t first = events_.size();
  for (size_t i = 0; i < count_; ++i) {
    events_.places.add(first + static_cast<uint32_t>(i), cells.place(records_[i]));
  }
  events_.time.append({times_.data(), count_});
  if (hasValue_) events_.value.append({values_.millionths.data(), count_});
  if (hasQuantity_) events_.quantity.append({quantities_.millionths.data(), count_});
  if (hasInterval_) events_.interval.append({interval_.data(), count_});
  if (hasCurrencies_) events_.currency.append({currency_.data(), count_});
  events_.customers.indexAll({customers_.data(), count_}, indices_.data());
  events_.customer.append({indices_.data(), count_});

  appendPlans(cells);
  for (const Segment& segment : segments_) {
    cells.column({records_.data(), count_}, segment.column, cells_.data());
    events_.segments[segment.place].append({cells_.data(), count_});
  }
  if (stretches_) appendStretches(cells);
  if (moves_) appendMoves(cells);
}

// Who leaves has no plan from then on; the one that such a row names is the one that was left.
void CustomerRows::appendMoves(Cells& cells) {
  if (before_) events_.valueBefore.append({before_->millionths.data(), count_});
  readCells(cells, Part::fromPlan, cells_);
  moves_->append(count_, {cells_.data(), count_}, events_.size() - static_cast<uint32_t>(count_));
}

void CustomerRows::appendPlans(Cells& cells) {
  if (paying_ == kBlankPlan) {
    readCells(cells, planPartOf(reading_.shape), cells_);
    events_.spellings.indexFew({cells_.data(), count_}, kBlankPlan, indices_.data());
  } else {
    const bool blankPays = reading_.shape != Shape::snapshots;
    for (size_t i = 0; i < count_; ++i) {
      indices_[i] = paysFor(values_.millionths[i], blankPays) ? paying_ : kBlankPlan;
    }
  }
  events_.spelling.append({indices_.data(), count_});
}

void CustomerRows::appendStretches(Cells& cells) {
  readCells(cells, Part::status, cells_);
  readCells(cells, Part::subscription, customers_);
  stretches_->append(count_, {cells_.data(), count_}, {customers_.data(), count_});
}

void CustomerRows::readGroup(Cells& cells, std::span<const uint32_t> records) {
  count_ = records.size();
  std::copy(records.begin(), records.end(), records_.begin());
  readDates(cells);
  if (reading_.shape == Shape::snapshots) readPeriods();
  if (stretches_) readEnds(cells);
  if (moves_) readMoves(cells);
  if (hasValue_) readValues(cells);
  if (hasQuantity_) readNumbers(cells, quantities_);
  if (before_) readBefore(cells);
  if (hasInterval_) readIntervals(cells);
  if (hasValue_) readCurrencies(cells);
  if (moves_ && reading_.mapping.of(Part::stage) != kNoColumn) readStages(cells);
  if (anyFault_) dropFaulty(cells);
  append(cells);
}

void CustomerRows::read(Cells& cells, std::span<const uint32_t> records) {
  for (size_t at = 0; at < records.size(); at += kGroup) {
    readGroup(cells, records.subspan(at, std::min(kGroup, records.size() - at)));
  }
  events_.fillUp();
}

ColumnVerdicts CustomerRows::verdicts() const {
  ColumnVerdicts verdicts{dates_.verdict(), std::nullopt};
  if (stretches_) verdicts.dates = stretches_->verdict(dates_.evidence());
  if (hasValue_) verdicts.numbers = values_.column.verdict();
  return verdicts;
}

std::unique_ptr<RowReader> makeCustomerRows(const Reading& reading, const std::string& fileName,
                                            Events& events, ReadLedger& ledger) {
  return std::make_unique<CustomerRows>(reading, fileName, events, ledger);
}

}  // namespace upgrade_rate

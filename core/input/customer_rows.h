// Rows about customers (plan history, subscriptions, snapshots) to events: what the reader keeps of
// a group.
//
// core/input/customer_rows.cpp has the way of a group from cells to events, customer_values.cpp
// what is read of numbers, intervals and currencies.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/input/moves.h"
#include "core/input/plans.h"
#include "core/input/rows.h"
#include "core/input/stretches.h"

namespace upgrade_rate {

/// What is wrong with a row, if anything.
enum class RowFault : uint8_t {
  none,
  dateBlank,
  customerBlank,
  dateUnreadable,
  endUnreadable,
  planBlank,
  value,
  quantity,
  interval,
  currency,
  type,
  valueBefore,
  notWon  ///< a deal that was not won: ignored, not rejected
};

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

class CustomerRows : public RowReader {
 public:
  /// `reading`, `events` and `ledger` must outlive it.
  CustomerRows(const Reading& reading, std::string fileName, Events& events, ReadLedger& ledger);

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
  static constexpr size_t kGroup = 512;  // rows whose columns fit the nearest cache
  template <class T>
  using Group = std::array<T, kGroup>;

  struct Segment {
    int32_t column;
    uint32_t place;  // in Events::segments
  };

  struct Numbers {
    Part part;
    RowFault fault;
    NumberColumn column;
    Group<std::string_view> cells;
    Group<int64_t> millionths;
  };

  void readGroup(Cells& cells, std::span<const uint32_t> records);
  void readCells(Cells& cells, Part part, Group<std::string_view>& into);
  void readDates(Cells& cells);
  void readPeriods();
  void readEnds(Cells& cells);
  void readNumbers(Cells& cells, Numbers& numbers, std::vector<MarkedCell>* marked = nullptr);
  template <class Meaning>
  void readWords(Cells& cells, Part part, RowFault fault, uint16_t blank, WordMeanings& meanings,
                 Meaning&& meaning, Group<uint16_t>& into);
  void readValues(Cells& cells);
  void readBefore(Cells& cells);
  void readIntervals(Cells& cells);
  void readCurrencies(Cells& cells);
  void dropFaulty(Cells& cells);
  void reject(Cells& cells, uint32_t record, RowFault fault);
  void append(Cells& cells);
  void appendPlans(Cells& cells);
  void appendStretches(Cells& cells);
  void readMoves(Cells& cells);
  void readStages(Cells& cells);
  void appendMoves(Cells& cells);

  const Reading& reading_;
  std::string fileName_;
  Events& events_;
  Rejections rejections_;
  DateColumn dates_;
  Numbers values_;
  Numbers quantities_;
  bool hasValue_, hasQuantity_, hasInterval_;
  bool hasCurrencies_;            // a column of them, or one was seen beside a value
  bool marks_;                    // there is no column, so what stands beside values counts
  uint32_t paying_ = kBlankPlan;  // the plan of all rows, where no column names one
  WordMeanings intervals_, currencies_, stages_;
  std::optional<Stretches> stretches_;
  std::optional<Moves> moves_;
  std::optional<Numbers> before_;  // of moves, where they say what was paid before
  std::vector<Segment> segments_;

  // The rows of a group; of all these the first count_ entries.
  size_t count_ = 0;
  Group<uint32_t> records_;
  Group<RowFault> faults_;
  bool anyFault_ = false;
  Group<std::string_view> customers_;
  Group<std::string_view> cells_;  // of the column being read
  Group<CellTime> times_;
  Group<bool> fits_;
  Group<uint32_t> indices_;
  Group<uint16_t> interval_, currency_;
  std::vector<MarkedCell> marked_;
};

}  // namespace upgrade_rate

// Totals with one column per period: one row for the customers in total, one for those who
// upgraded, as spreadsheets have them.
//
// Method: rows are kept until the end of the file, since of several labels for one count ("active",
// "customers") the best one counts, and since the two rows of a pair may stand apart. A pair has
// the same segments and the same words to the left of the periods; of several such rows the first
// belongs to the first, the second to the second. Every period with both counts becomes a row of
// totals.
//
// A cell that is no count is named, and only its period is left out. A row is rejected where no
// other one goes with it, or where it gives no period and some cell of it is the reason.

#include <algorithm>
#include <deque>
#include <map>
#include <utility>

#include "core/input/header_words.h"
#include "core/input/rows.h"
#include "core/input/totals_counts.h"

namespace upgrade_rate {

namespace {

constexpr int64_t kNoCount = -1;

struct MeasureRow {
  RowPlace place;
  std::string label;
  Measure measure;
  std::vector<std::string> segments;  // in the order of the mapping
  std::vector<std::string> words;     // that tell it from the rows of other pairs
  std::vector<int64_t> counts;        // per period, or kNoCount
  std::string_view fault = {};        // of some cell that is no count, or cannot be right
};

class WideTotalsRows : public RowReader {
 public:
  WideTotalsRows(const Reading& reading, std::string fileName, uint32_t file, Totals& totals,
                 ReadLedger& ledger);

  void read(Cells& cells, std::span<const uint32_t> records) override {
    for (const uint32_t record : records) readRow(cells, record);
  }
  void finish() override;
  ColumnVerdicts verdicts() const override {
    return {std::nullopt, std::nullopt, counts_.verdicts()};
  }

 private:
  void readRow(Cells& cells, uint32_t record);
  void keepBestLabels();
  void pair(MeasureRow& total, MeasureRow& upgraded);
  bool append(const MeasureRow& total, MeasureRow& upgraded, size_t period);
  void settleUseless(const MeasureRow& row);

  const Reading& reading_;
  std::string fileName_;
  uint32_t file_;
  Totals& totals_;
  Rejections rejections_;
  CountColumns counts_;
  SegmentCells segments_;
  int32_t measure_;
  std::vector<int32_t> words_;  // columns to the left of the periods
  std::vector<MeasureRow> rows_;
};

WideTotalsRows::WideTotalsRows(const Reading& reading, std::string fileName, uint32_t file,
                               Totals& totals, ReadLedger& ledger)
    : reading_(reading),
      fileName_(std::move(fileName)),
      file_(file),
      totals_(totals),
      rejections_(reading, fileName_, ledger),
      counts_(reading.countDecimals),
      segments_(reading, totals.segments, static_cast<uint32_t>(totals.rows.size())),
      measure_(reading.mapping.of(Part::measure)) {
  totals_.span = dateSpan(reading.dateFormat);
  const int32_t first = reading.mapping.of(Part::period);
  for (int32_t column = 0; column < first; ++column) {
    const bool words = reading.kinds[column] == ColumnKind::text;
    if (words && column != measure_) words_.push_back(column);
  }
}

void WideTotalsRows::readRow(Cells& cells, uint32_t record) {
  const std::string_view label = cells.at(record, measure_);
  const std::optional<Measure> measure = measureByWords(label);
  if (!measure) {
    if (rejections_.ignores(cells, record)) return;
    return rejections_.ignore(cells.place(record), "row.noMeasure", measure_, label);
  }
  if (rejections_.ignoresSum(cells, record)) return;
  MeasureRow row{cells.place(record), std::string(label), *measure, {}, {}, {}};
  for (const int32_t column : reading_.mapping.segments) {
    row.segments.emplace_back(cells.at(record, column));
  }
  for (const int32_t column : words_) row.words.emplace_back(cells.at(record, column));
  for (const PeriodColumn& period : reading_.periods) {
    const std::string_view cell = cells.at(record, period.column);
    const std::optional<int64_t> count = counts_.read(measure->part, cell);
    row.counts.push_back(count.value_or(kNoCount));
    if (count || cell.empty()) continue;
    row.fault = "totals.notCount";
    rejections_.note(row.place.line, row.fault, period.column, cell);
  }
  rows_.push_back(std::move(row));
}

// Rows with another label for the same count are not needed: of labels that say it as well the one
// that comes first is read.
void WideTotalsRows::keepBestLabels() {
  std::map<Part, MeasureRow> best;
  for (const MeasureRow& row : rows_) {
    const auto at = best.find(row.measure.part);
    if (at == best.end() || row.measure.score > at->second.measure.score) {
      best.insert_or_assign(row.measure.part, row);
    }
  }
  std::erase_if(rows_, [&](const MeasureRow& row) {
    if (row.label == best.at(row.measure.part).label) return false;
    rejections_.ignore(row.place, "row.noMeasure", measure_, row.label);
    return true;
  });
}

// Whether the period has both counts, and they can be right.
bool WideTotalsRows::append(const MeasureRow& total, MeasureRow& upgraded, size_t period) {
  const int64_t all = total.counts[period], some = upgraded.counts[period];
  if (all == kNoCount || some == kNoCount) return false;
  const PeriodColumn& column = reading_.periods[period];
  if (some > all) {
    upgraded.fault = "totals.upgradedOverTotal";
    rejections_.note(upgraded.place.line, upgraded.fault, column.column, std::to_string(some));
    return false;
  }
  const uint32_t record = static_cast<uint32_t>(totals_.records.size());
  totals_.rows.push_back({column.day, all, some, record, record + 1});
  segments_.append(upgraded.segments, static_cast<uint32_t>(totals_.rows.size() - 1));
  return true;
}

void WideTotalsRows::pair(MeasureRow& total, MeasureRow& upgraded) {
  size_t periods = 0;
  for (size_t i = 0; i < reading_.periods.size(); ++i) periods += append(total, upgraded, i);
  if (periods > 0) {
    totals_.records.push_back({file_, total.place});
    totals_.records.push_back({file_, upgraded.place});
    return;
  }
  settleUseless(total);
  settleUseless(upgraded);
}

void WideTotalsRows::settleUseless(const MeasureRow& row) {
  // What is wrong with it is named already.
  if (!row.fault.empty()) return rejections_.rejectNoted(row.place, row.fault);
  rejections_.ignore(row.place, "row.noFigure", measure_, row.label);
}

void WideTotalsRows::finish() {
  keepBestLabels();
  using Key = std::pair<std::vector<std::string>, std::vector<std::string>>;
  std::map<Key, std::deque<MeasureRow*>> waiting;  // for the other row; all of one count
  for (MeasureRow& row : rows_) {
    std::deque<MeasureRow*>& others = waiting[{row.segments, row.words}];
    if (others.empty() || others.front()->measure.part == row.measure.part) {
      others.push_back(&row);
      continue;
    }
    MeasureRow& other = *others.front();
    others.pop_front();
    row.measure.part == Part::total ? pair(row, other) : pair(other, row);
  }
  for (const auto& [key, alone] : waiting) {
    for (const MeasureRow* row : alone) {
      rejections_.reject(row->place, "totals.measureAlone", measure_, row->label);
    }
  }
}

}  // namespace

std::unique_ptr<RowReader> makeWideTotalsRows(const Reading& reading, const std::string& fileName,
                                              uint32_t file, Totals& totals, ReadLedger& ledger) {
  return std::make_unique<WideTotalsRows>(reading, fileName, file, totals, ledger);
}

}  // namespace upgrade_rate

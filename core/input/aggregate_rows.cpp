// Rows of a table of aggregates, as they stand.
//
// Days may stand with a time of midnight behind them, as engines print timestamps. What cannot be
// part of any table (a line of dashes, a count of rows below it) is set aside with its line.

#include <array>
#include <utility>

#include "core/cells/time.h"
#include "core/input/rows.h"

namespace upgrade_rate {

namespace {

class AggregateRows : public RowReader {
 public:
  AggregateRows(const Reading& reading, std::string fileName, AggregateTable& table,
                ReadLedger& ledger)
      : reading_(reading),
        fileName_(std::move(fileName)),
        table_(table),
        rejections_(reading, fileName_, ledger) {}

  void read(Cells& cells, std::span<const uint32_t> records) override {
    for (const uint32_t record : records) readRow(cells, record);
  }
  ColumnVerdicts verdicts() const override { return {}; }

 private:
  void readRow(Cells& cells, uint32_t record);

  const Reading& reading_;
  std::string fileName_;
  AggregateTable& table_;
  Rejections rejections_;
};

// False where the cell is neither blank nor a day.
bool readAggregateDay(std::string_view cell, int32_t& day) {
  day = kNoAggregateDay;
  if (cell.empty()) return true;
  const std::optional<CellTime> time = readDate(cell, DateFormat::yearMonthDay);
  if (!time || time->micros() % kMicrosPerDay != 0) return false;
  day = static_cast<int32_t>(floorDivide(time->micros(), kMicrosPerDay));
  return day >= kFirstDayMeant && day < kEndDayMeant;
}

void AggregateRows::readRow(Cells& cells, uint32_t record) {
  // Engines that print text for each other write a null as \N.
  const auto cell = [&](Part part) {
    const std::string_view text = cells.at(record, reading_.mapping.of(part));
    return text == "\\N" ? std::string_view{} : text;
  };
  const std::string_view part = cell(Part::part), measure = cell(Part::measure);
  if (part.empty() || measure.empty()) {
    const Part missing = part.empty() ? Part::part : Part::measure;
    return rejections_.reject(cells, record, "aggregates.incomplete", missing);
  }
  if (part == reading_.columns[reading_.mapping.of(Part::part)] &&
      measure == reading_.columns[reading_.mapping.of(Part::measure)]) {
    return rejections_.reject(cells, record, "aggregates.incomplete", Part::part);
  }
  int32_t start = 0, end = 0;
  if (!readAggregateDay(cell(Part::start), start)) {
    return rejections_.reject(cells, record, "date.unreadable", Part::start);
  }
  if (!readAggregateDay(cell(Part::end), end)) {
    return rejections_.reject(cells, record, "date.unreadable", Part::end);
  }
  const std::array<std::string_view, 6> texts = {
      part, cell(Part::name), cell(Part::other), cell(Part::currency), measure, cell(Part::value)};
  std::array<uint32_t, 6> ids{};
  table_.texts.indexAll(texts, ids.data());
  table_.rows.push_back(
      {ids[0], ids[1], ids[2], ids[3], ids[4], ids[5], start, end, cells.place(record).line});
}

}  // namespace

std::unique_ptr<RowReader> makeAggregateRows(const Reading& reading, const std::string& fileName,
                                             AggregateTable& table, ReadLedger& ledger) {
  return std::make_unique<AggregateRows>(reading, fileName, table, ledger);
}

}  // namespace upgrade_rate

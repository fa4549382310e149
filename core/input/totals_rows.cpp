// Totals: each row is a period with its customers and how many of them upgraded.

#include "core/cells/words.h"
#include "core/input/rows.h"
#include "core/input/totals_counts.h"

namespace upgrade_rate {

namespace {

class TotalsRows : public RowReader {
 public:
  TotalsRows(const Reading& reading, std::string fileName, uint32_t file, Totals& totals,
             ReadLedger& ledger)
      : reading_(reading),
        fileName_(std::move(fileName)),
        file_(file),
        totals_(totals),
        rejections_(reading, fileName_, ledger),
        dates_(reading.dateFormat, reading.dateHeaderSaysUtc),
        counts_(reading.countDecimals),
        hasPeriod_(reading.mapping.of(Part::period) != kNoColumn),
        segments_(reading, totals.segments, static_cast<uint32_t>(totals.rows.size())) {
    if (hasPeriod_) totals_.span = dateSpan(reading.dateFormat);
  }

  void read(Cells& cells, std::span<const uint32_t> records) override {
    for (const uint32_t record : records) readRow(cells, record);
  }

  ColumnVerdicts verdicts() const override {
    return {hasPeriod_ ? std::optional(dates_.verdict()) : std::nullopt, std::nullopt,
            counts_.verdicts()};
  }

 private:
  void readRow(Cells& cells, uint32_t record);

  const Reading& reading_;
  std::string fileName_;
  uint32_t file_;
  Totals& totals_;
  Rejections rejections_;
  DateColumn dates_;
  CountColumns counts_;
  bool hasPeriod_;
  SegmentCells segments_;
};

void TotalsRows::readRow(Cells& cells, uint32_t record) {
  if (rejections_.ignoresSum(cells, record)) return;
  std::optional<int64_t> day;
  if (hasPeriod_) {
    const std::string_view period = cells.at(record, reading_.mapping.of(Part::period));
    if (period.empty()) return rejections_.reject(cells, record, "date.blank", Part::period);
    const std::optional<CellTime> time = dates_.read(period);
    if (!time) return rejections_.reject(cells, record, "date.unreadable", Part::period);
    day = floorDivide(time->micros(), kMicrosPerDay);
    if (*day < kFirstDayMeant || *day >= kEndDayMeant) {
      return rejections_.reject(cells, record, "date.unreadable", Part::period);
    }
  }
  const auto read = [&](Part part) {
    return counts_.read(part, cells.at(record, reading_.mapping.of(part)));
  };
  const std::optional<int64_t> total = read(Part::total), upgraded = read(Part::upgraded);
  if (!total) return rejections_.reject(cells, record, "totals.notCount", Part::total);
  if (!upgraded) return rejections_.reject(cells, record, "totals.notCount", Part::upgraded);
  if (*upgraded > *total)
    return rejections_.reject(cells, record, "totals.upgradedOverTotal", Part::upgraded);
  const uint32_t source = static_cast<uint32_t>(totals_.records.size());
  totals_.records.push_back({file_, cells.place(record)});
  totals_.rows.push_back({day, *total, *upgraded, source, source});
  segments_.append(cells, record, static_cast<uint32_t>(totals_.rows.size() - 1));
}

}  // namespace

std::unique_ptr<RowReader> makeTotalsRows(const Reading& reading, const std::string& fileName,
                                          uint32_t file, Totals& totals, ReadLedger& ledger) {
  return std::make_unique<TotalsRows>(reading, fileName, file, totals, ledger);
}

}  // namespace upgrade_rate

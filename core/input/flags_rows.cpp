// Flags: each row is a customer, and whether they upgraded.

#include <utility>

#include "core/cells/words.h"
#include "core/input/rows.h"

namespace upgrade_rate {

namespace {

class FlagsRows : public RowReader {
 public:
  FlagsRows(const Reading& reading, std::string fileName, uint32_t file, Flags& flags,
            ReadLedger& ledger)
      : reading_(reading),
        fileName_(std::move(fileName)),
        file_(file),
        flags_(flags),
        rejections_(reading, fileName_, ledger),
        dates_(reading.dateFormat, reading.dateHeaderSaysUtc),
        hasDate_(reading.mapping.of(Part::date) != kNoColumn),
        segments_(reading, flags.segments, static_cast<uint32_t>(flags.rows.size())) {}

  void read(Cells& cells, std::span<const uint32_t> records) override {
    for (const uint32_t record : records) readRow(cells, record);
  }
  ColumnVerdicts verdicts() const override {
    return {hasDate_ ? std::optional(dates_.verdict()) : std::nullopt, std::nullopt};
  }

 private:
  void readRow(Cells& cells, uint32_t record);

  const Reading& reading_;
  std::string fileName_;
  uint32_t file_;
  Flags& flags_;
  Rejections rejections_;
  DateColumn dates_;
  bool hasDate_;
  SegmentCells segments_;
};

void FlagsRows::readRow(Cells& cells, uint32_t record) {
  std::optional<CellTime> time;
  if (hasDate_) {
    const std::string_view date = cells.at(record, reading_.mapping.of(Part::date));
    if (date.empty()) return rejections_.reject(cells, record, "date.blank", Part::date);
    time = dates_.read(date);
    if (!time || time->micros() < kFirstDayMeant * kMicrosPerDay ||
        time->micros() >= kEndDayMeant * kMicrosPerDay) {
      return rejections_.reject(cells, record, "date.unreadable", Part::date);
    }
  }
  const std::string_view customer = cells.at(record, reading_.mapping.of(Part::customer));
  if (customer.empty()) return rejections_.reject(cells, record, "customer.blank", Part::customer);
  const auto upgraded = readBoolean(cells.at(record, reading_.mapping.of(Part::flag)));
  if (!upgraded) return rejections_.reject(cells, record, "flag.unreadable", Part::flag);
  flags_.rows.push_back(
      {time, flags_.customers.index(customer), file_, cells.place(record), *upgraded});
  segments_.append(cells, record, static_cast<uint32_t>(flags_.rows.size() - 1));
}

}  // namespace

std::unique_ptr<RowReader> makeFlagsRows(const Reading& reading, const std::string& fileName,
                                         uint32_t file, Flags& flags, ReadLedger& ledger) {
  return std::make_unique<FlagsRows>(reading, fileName, file, flags, ledger);
}

}  // namespace upgrade_rate

// Rows of a customer table or a plan table.

#include <utility>

#include "core/cells/currency.h"
#include "core/cells/interval.h"
#include "core/input/price.h"
#include "core/input/rows.h"

namespace upgrade_rate {

namespace {

class LookupRows : public RowReader {
 public:
  LookupRows(const Reading& reading, const std::string& fileName, Lookup& lookup,
             ReadLedger& ledger)
      : reading_(reading),
        lookup_(lookup),
        rejections_(reading, lookup.fileName, ledger),
        prices_(reading.numberFormat),
        segments_(reading, lookup.columns, 0) {
    lookup_.ofPlans = reading.shape == Shape::planTable;
    lookup_.fileName = fileName;
  }

  void read(Cells& cells, std::span<const uint32_t> records) override {
    for (const uint32_t record : records) readRow(cells, record);
  }
  ColumnVerdicts verdicts() const override {
    if (reading_.mapping.of(Part::value) == kNoColumn) return {};
    return {std::nullopt, prices_.verdict()};
  }

 private:
  std::string_view cell(Cells& cells, uint32_t record, Part part) const {
    return cells.at(record, reading_.mapping.of(part));
  }
  void readRow(Cells& cells, uint32_t record);
  /// The part that cannot be read, if there is one.
  std::optional<Part> readPlan(Cells& cells, uint32_t record, PlanEntry& plan);

  const Reading& reading_;
  Lookup& lookup_;
  Rejections rejections_;
  NumberColumn prices_;
  SegmentCells segments_;
};

std::optional<Part> LookupRows::readPlan(Cells& cells, uint32_t record, PlanEntry& plan) {
  plan.name = cell(cells, record, Part::plan);
  if (const std::string_view tier = cell(cells, record, Part::tier); !tier.empty()) {
    const std::optional<int64_t> number = readCount(tier);
    if (!number || *number < 1 || *number > INT32_MAX / 2) return Part::tier;
    plan.tier = static_cast<int32_t>(*number);
  }
  const std::string_view price = cell(cells, record, Part::value);
  if (prices_.readAll({&price, 1}, kUnknown, &plan.price, nullptr) == 0) return Part::value;
  if (const std::string_view text = cell(cells, record, Part::interval); !text.empty()) {
    const auto interval = readInterval(text);
    if (!interval) return Part::interval;
    plan.interval = *interval;
  } else if (reading_.mapping.of(Part::interval) != kNoColumn) {
    plan.interval = kBlankInterval;
  }
  if (const std::string_view text = cell(cells, record, Part::currency); !text.empty()) {
    const auto currency = currencyKey(text);
    if (!currency) return Part::currency;
    plan.currency = *currency;
  }
  if (reading_.minorUnits) plan.price = fromMinorUnits(plan.price, minorDigits(plan.currency));
  return std::nullopt;
}

void LookupRows::readRow(Cells& cells, uint32_t record) {
  const std::string_view name = cell(cells, record, Part::key);
  if (name.empty()) return rejections_.reject(cells, record, "key.blank", Part::key);
  PlanEntry plan;
  if (lookup_.ofPlans) {
    if (const auto part = readPlan(cells, record, plan)) {
      return rejections_.reject(cells, record,
                                *part == Part::interval   ? "interval.unreadable"
                                : *part == Part::currency ? "currency.unreadable"
                                                          : "number.unreadable",
                                *part);
    }
    lookup_.plans.push_back(std::move(plan));
  }
  const uint32_t row = static_cast<uint32_t>(lookup_.key.size());
  const uint32_t key = lookup_.keys.index(name);
  lookup_.key.push_back(key);
  if (key == lookup_.lastOf.size()) lookup_.lastOf.push_back(row);
  lookup_.lastOf[key] = row;
  lookup_.places.add(row, cells.place(record));
  segments_.append(cells, record, row);
}

}  // namespace

std::unique_ptr<RowReader> makeLookupRows(const Reading& reading, const std::string& fileName,
                                          Lookup& lookup, ReadLedger& ledger) {
  return std::make_unique<LookupRows>(reading, fileName, lookup, ledger);
}

}  // namespace upgrade_rate

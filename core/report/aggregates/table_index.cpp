#include "core/report/aggregates/table_index.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "core/cells/exact.h"
#include "core/input/ledger.h"
#include "core/report/share/number_columns.h"

namespace upgrade_rate {

namespace {

using AggregateKey = std::array<int64_t, 6>;  // part, start, end, name, other, currency

AggregateKey keyOf(const AggregateRow& row) {
  return {row.part, row.start, row.end, row.name, row.other, row.currency};
}

std::optional<int64_t> givenDay(int32_t day) {
  return day == kNoAggregateDay ? std::nullopt : std::optional<int64_t>(day);
}

// Places of rows, sorted by what they are about.
std::vector<uint32_t> sortedByKey(const std::vector<AggregateRow>& rows) {
  std::vector<uint32_t> order(rows.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    const AggregateKey one = keyOf(rows[a]), other = keyOf(rows[b]);
    return one != other ? one < other : a < b;
  });
  return order;
}

}  // namespace

const TableCell* TableGroup::cell(std::string_view measure) const {
  const auto at = std::lower_bound(
      cells.begin(), cells.end(), measure,
      [](const TableCell& each, std::string_view wanted) { return each.measure < wanted; });
  return at != cells.end() && at->measure == measure ? &*at : nullptr;
}

TableIndex::TableIndex(const AggregateTable& table, std::string file) : file_(std::move(file)) {
  const std::vector<AggregateRow>& rows = table.rows;
  AggregateKey last{};
  TableGroup* group = nullptr;
  for (const uint32_t place : sortedByKey(rows)) {
    const AggregateRow& row = rows[place];
    if (group == nullptr || keyOf(row) != last) {
      last = keyOf(row);
      group = &parts_[table.text(row.part)].emplace_back();
      group->start = givenDay(row.start);
      group->end = givenDay(row.end);
      group->name = table.text(row.name);
      group->other = table.text(row.other);
      group->currency = table.text(row.currency);
    }
    group->cells.push_back({table.text(row.measure), table.text(row.value), row.line});
  }
  for (auto& [part, groups] : parts_) {
    for (TableGroup& each : groups) {
      std::stable_sort(
          each.cells.begin(), each.cells.end(),
          [](const TableCell& a, const TableCell& b) { return a.measure < b.measure; });
      const auto twice = std::adjacent_find(
          each.cells.begin(), each.cells.end(),
          [](const TableCell& a, const TableCell& b) { return a.measure == b.measure; });
      if (twice == each.cells.end()) continue;
      fail((twice + 1)->line, "aggregates.duplicate",
           "\"" + problemText(part) + "\", \"" + problemText(twice->measure) +
               "\" stands here again, and was told in line " + std::to_string(twice->line) +
               ". Bring the result of one query, once.");
    }
  }
}

const std::vector<TableGroup>& TableIndex::of(std::string_view part) const {
  const auto at = parts_.find(part);
  return at == parts_.end() ? none_ : at->second;
}

// Things of a part stand in the order of their days.
std::span<const TableGroup> TableIndex::between(std::string_view part, int64_t startDay,
                                                int64_t endDay) const {
  using Days = std::pair<std::optional<int64_t>, std::optional<int64_t>>;
  const Days days(startDay, endDay);
  const std::vector<TableGroup>& groups = of(part);
  const auto daysOf = [](const TableGroup& group) { return Days(group.start, group.end); };
  const auto first = std::partition_point(
      groups.begin(), groups.end(), [&](const TableGroup& group) { return daysOf(group) < days; });
  const auto last = std::partition_point(
      first, groups.end(), [&](const TableGroup& group) { return daysOf(group) <= days; });
  return std::span(groups).subspan(static_cast<size_t>(first - groups.begin()),
                                   static_cast<size_t>(last - first));
}

bool TableIndex::saysEmpty(std::string_view part) const {
  if (has(part) || !has("about")) return false;
  std::string_view rest = text(of("about")[0], "parts");
  while (!rest.empty()) {
    const size_t end = std::min(rest.find(' '), rest.size());
    if (rest.substr(0, end) == part) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

int64_t TableIndex::count(const TableGroup& group, std::string_view measure) {
  const TableCell* const cell = group.cell(measure);
  if (cell == nullptr || cell->value.empty()) return 0;
  const auto number = readExact(cell->value);
  const bool whole =
      number && *number >= 0 && *number % 1'000'000 == 0 && *number / 1'000'000 <= kLargestCount;
  if (whole) return static_cast<int64_t>(*number / 1'000'000);
  fail(cell->line, "aggregates.value",
       "\"" + std::string(measure) + "\" is \"" + problemText(cell->value) +
           "\", which is no whole number, 0 or more. Copy the result of the query as it is.");
  return 0;
}

MoneySum TableIndex::amount(const TableGroup& group, std::string_view measure) {
  const TableCell* const cell = group.cell(measure);
  if (cell == nullptr || cell->value.empty()) return 0;
  if (const auto number = readExact(cell->value)) return *number;
  fail(cell->line, "aggregates.value",
       "\"" + std::string(measure) + "\" is \"" + problemText(cell->value) +
           "\", which is no number with a point and at most six decimals. Copy the result of the "
           "query as it is.");
  return 0;
}

std::string_view TableIndex::text(const TableGroup& group, std::string_view measure) const {
  const TableCell* const cell = group.cell(measure);
  return cell == nullptr ? std::string_view{} : cell->value;
}

int64_t TableIndex::number(const TableGroup& group, std::string_view written, int64_t least,
                           int64_t most) {
  const auto number = readExact(written);
  const auto millionths = [](int64_t whole) { return MoneySum{whole} * 1'000'000; };
  if (number && *number % 1'000'000 == 0 && *number >= millionths(least) &&
      *number <= millionths(most)) {
    return static_cast<int64_t>(*number / 1'000'000);
  }
  fail(group.line(), "aggregates.value",
       "\"" + problemText(written) + "\" should be a whole number from " + std::to_string(least) +
           " to " + std::to_string(most) + ". Copy the result of the query as it is.");
  return least;
}

void TableIndex::fail(uint64_t line, std::string_view code, std::string advice) {
  if (error_) return;
  error_ = Error{std::string(code), file_ + ": line " + std::to_string(line), std::move(advice)};
}

void TableIndex::contradiction(const TableGroup& group, std::string_view measure,
                               std::string advice) {
  const TableCell* const cell = group.cell(measure);
  fail(cell == nullptr ? group.line() : cell->line, "aggregates.contradiction", std::move(advice));
}

}  // namespace upgrade_rate

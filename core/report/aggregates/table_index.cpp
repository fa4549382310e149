#include "core/report/aggregates/table_index.h"

#include <algorithm>
#include <array>

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

// Rows [first, end) that stand together and are about one thing.
struct Run {
  AggregateKey key;
  uint32_t first, end;
};

// Engines write the rows of a thing together, so sorting their runs is quick; the rows of those
// that do not stay in the order of the file.
std::vector<Run> sortedRuns(const std::vector<AggregateRow>& rows) {
  std::vector<Run> runs;
  for (uint32_t place = 0; place < rows.size(); ++place) {
    const AggregateKey key = keyOf(rows[place]);
    if (runs.empty() || runs.back().key != key) runs.push_back({key, place, place});
    runs.back().end = place + 1;
  }
  std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) {
    return a.key != b.key ? a.key < b.key : a.first < b.first;
  });
  return runs;
}

}  // namespace

const TableCell* TableGroup::cell(std::string_view measure) const {
  const auto at = std::lower_bound(
      cells.begin(), cells.end(), measure,
      [](const TableCell& each, std::string_view wanted) { return each.measure < wanted; });
  return at != cells.end() && at->measure == measure ? &*at : nullptr;
}

TableIndex::TableIndex(const AggregateTable& table, std::string file) : file_(std::move(file)) {
  const Run* before = nullptr;
  TableGroup* group = nullptr;
  const std::vector<Run> runs = sortedRuns(table.rows);
  for (const Run& run : runs) {
    if (before == nullptr || before->key != run.key)
      group = &addGroup(table, table.rows[run.first]);
    before = &run;
    for (uint32_t place = run.first; place < run.end; ++place) {
      const AggregateRow& row = table.rows[place];
      group->cells.push_back({table.text(row.measure), table.text(row.value), row.line});
    }
  }
  sortCells();
}

TableGroup& TableIndex::addGroup(const AggregateTable& table, const AggregateRow& row) {
  TableGroup& group = parts_[table.text(row.part)].emplace_back();
  group.start = givenDay(row.start);
  group.end = givenDay(row.end);
  group.name = table.text(row.name);
  group.other = table.text(row.other);
  group.currency = table.text(row.currency);
  return group;
}

// By measure, which a thing has once.
void TableIndex::sortCells() {
  for (auto& [part, groups] : parts_) {
    for (TableGroup& each : groups) {
      std::sort(each.cells.begin(), each.cells.end(), [](const TableCell& a, const TableCell& b) {
        return a.measure != b.measure ? a.measure < b.measure : a.line < b.line;
      });
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

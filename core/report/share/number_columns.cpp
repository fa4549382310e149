#include "core/report/share/number_columns.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

std::optional<int64_t> wholeNumber(const Json& value) {
  if (value.is_number_unsigned()) {
    const uint64_t number = value.get<uint64_t>();
    if (number > static_cast<uint64_t>(INT64_MAX)) return std::nullopt;
    return static_cast<int64_t>(number);
  }
  if (!value.is_number_integer()) return std::nullopt;
  return value.get<int64_t>();
}

}  // namespace

Json writeColumn(const std::vector<int64_t>& numbers) {
  if (std::all_of(numbers.begin(), numbers.end(), [](int64_t each) { return each == 0; })) {
    return 0;
  }
  Json plain = Json::array(), steps = Json::array();
  int64_t before = 0;
  for (const int64_t each : numbers) {
    plain.push_back(each);
    steps.push_back(each - before);  // both lie within half of the type's range
    before = each;
  }
  if (dumpJson(steps).size() + 2 >= dumpJson(plain).size()) return plain;
  Json differences = Json::array();
  differences.push_back(std::move(steps));
  return differences;
}

Json writeRows(const std::vector<std::vector<int64_t>>& rows, size_t width) {
  Json list = Json::array();
  for (size_t c = 0; c < width; ++c) {
    std::vector<int64_t> column;
    column.reserve(rows.size());
    for (const std::vector<int64_t>& row : rows) column.push_back(row[c]);
    list.push_back(writeColumn(column));
  }
  return list;
}

Error damagedShare(const std::string& where) {
  return {"share.damaged", where,
          "These shared figures are damaged: part of the link or file is missing or changed. Copy "
          "it again, as a whole."};
}

ListReader::ListReader(const Json& list, std::string where, std::optional<Error>& error)
    : list_(list), where_(std::move(where)), error_(error) {
  if (!list.is_array()) fail();
}

void ListReader::fail() {
  if (!error_) error_ = damagedShare(where_);
}

const Json& ListReader::next() {
  if (!list_.is_array() || atEnd()) {
    fail();
    return none_;
  }
  return list_[at_++];
}

int64_t ListReader::number(int64_t least, int64_t most) {
  const std::optional<int64_t> found = wholeNumber(next());
  if (found && *found >= least && *found <= most) return *found;
  fail();
  return least;
}

std::optional<int64_t> ListReader::numberOrNull(int64_t least, int64_t most) {
  if (list_.is_array() && !atEnd() && list_[at_].is_null()) {
    ++at_;
    return std::nullopt;
  }
  return number(least, most);
}

std::string ListReader::text() {
  const Json& found = next();
  if (found.is_string()) return found.get<std::string>();
  fail();
  return {};
}

std::vector<int64_t> ListReader::column(size_t rows, int64_t most) {
  std::vector<int64_t> numbers(rows);
  const Json& found = next();
  if (wholeNumber(found) == 0) return numbers;
  const bool steps = found.is_array() && found.size() == 1 && found[0].is_array();
  const Json& list = steps ? found[0] : found;
  if (!list.is_array() || list.size() != rows) {
    fail();
    return numbers;
  }
  int64_t before = 0;
  for (size_t i = 0; i < rows; ++i) {
    const std::optional<int64_t> number = wholeNumber(list[i]);
    int64_t sum = 0;
    const bool fits = number && !__builtin_add_overflow(*number, steps ? before : 0, &sum) &&
                      sum >= -most && sum <= most;
    if (!fits) {
      fail();
      return numbers;
    }
    numbers[i] = before = sum;
  }
  return numbers;
}

}  // namespace upgrade_rate

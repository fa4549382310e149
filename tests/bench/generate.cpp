// Writes a plan history of any size, for measuring speed: the same arguments, the same bytes.
//
//   upgrade_rate_rows FILE ROWS CUSTOMERS time|customer|none QUOTED_PERCENT COLUMNS SEED
//
// Method: every customer gets at least one row, the rest fall to customers by chance; a customer's
// rows stand at distinct instants between 2021 and 2024, each plan drawn from the one before (up,
// down, another price, a trial, gone, gone for a day). Then the rows are put in the order asked
// for. Instants are days; where one customer has too many rows for that, they are seconds. A
// quarter of the text is the customer's id, date, plan and monthly value; further columns are
// words. Leaves out: everything that makes reading hard (blank cells, repeated rows, errors, odd
// formats). The case folders have those; here they would only blur what is measured.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr uint32_t kDays = 1461;  // 2021-01-01 to 2024-12-31
constexpr uint32_t kDaySeconds = 86400;
constexpr uint32_t kMostRowsByDay = 400;  // a customer's stretch is at least kDays * 3 / 10
constexpr size_t kBufferBytes = 1 << 20;

enum Plan : uint8_t { kTrial, kBasic, kPlus, kPro, kBusiness, kCancelled };
constexpr const char* kPlanNames[] = {"trial", "basic", "plus", "pro", "business", "cancelled"};
constexpr uint32_t kPrices[] = {0, 19, 39, 79, 199, 0};

struct Request {
  const char* file;
  uint32_t rows;
  uint32_t customers;
  std::string_view order;
  uint32_t quotedPercent;
  uint32_t columns;
  uint64_t seed;
};

struct Row {
  uint32_t customer;
  uint32_t instant;  // days or seconds since 2021-01-01
  Plan plan;
  uint8_t extra;  // added to the plan's price
};

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
uint64_t mixed(uint64_t z) {
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31);
}

struct Random {
  uint64_t state;
  uint64_t next() { return mixed(state += 0x9e3779b97f4a7c15U); }
  uint32_t below(uint64_t end) { return static_cast<uint32_t>(((next() >> 32) * end) >> 32); }
};

// What a customer does next. A cancellation never follows a cancellation.
Plan following(Plan plan, Random& random) {
  const uint32_t lot = random.below(100);
  if (plan == kTrial) return lot < 50 ? kBasic : lot < 70 ? kPlus : kCancelled;
  if (plan == kCancelled) {
    return lot < 15 ? kTrial : static_cast<Plan>(kBasic + random.below(3));
  }
  if (lot < 40) return static_cast<Plan>(std::min<uint32_t>(plan + 1U, kBusiness));
  if (lot < 52) return static_cast<Plan>(std::max<uint32_t>(plan - 1U, kBasic));
  if (lot < 77) return kCancelled;
  return lot < 82 ? kTrial : plan;
}

// Appends one customer's rows, in the order of time. The stretch from joining to the end is cut
// into as many parts as there are rows, so no two instants are the same.
void addCustomer(std::vector<Row>& rows, uint32_t customer, uint32_t count, uint64_t span,
                 Random& random) {
  const uint64_t joined = random.below(span * 7 / 10);
  Plan plan = random.below(100) < 30 ? kTrial : static_cast<Plan>(kBasic + random.below(2));
  uint64_t instant = joined;
  for (uint32_t i = 0; i < count; ++i) {
    if (i > 0) {
      const bool swap = plan == kCancelled && random.below(100) < 30;
      plan = following(plan, random);
      const uint64_t from = joined + (span - joined) * i / count;
      const uint64_t until = joined + (span - joined) * (i + 1) / count;
      instant = swap ? instant + 1 : from + random.below(until - from);
    }
    const auto extra = static_cast<uint8_t>(random.below(10));
    rows.push_back({customer, static_cast<uint32_t>(instant), plan, extra});
  }
}

std::vector<uint32_t> rowsPerCustomer(const Request& request, Random& random) {
  std::vector<uint32_t> counts(request.customers, 1);
  for (uint32_t i = request.customers; i < request.rows; ++i) {
    ++counts[random.below(request.customers)];
  }
  return counts;
}

void shuffle(std::vector<Row>& rows, Random& random) {
  for (size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
}

class Writer {
 public:
  Writer(const Request& request, bool seconds)
      : request_(request), seconds_(seconds), file_(std::fopen(request.file, "wb")) {
    if (file_ == nullptr) {
      std::fprintf(stderr, "cannot write %s\n", request.file);
      std::exit(2);
    }
    for (uint32_t day = 0; day < kDays; ++day) dates_.push_back(dateText(day));
  }
  ~Writer() {
    flush();
    std::fclose(file_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void header() {
    constexpr const char* kNames[] = {"customer_id", "start_date", "plan_name", "mrr",
                                      "region",      "country",    "channel",   "rep"};
    for (uint32_t column = 0; column < request_.columns; ++column) {
      cell(column < 8 ? kNames[column] : "field_" + std::to_string(column + 1), column);
    }
    buffer_.back() = '\n';
  }

  void row(const Row& row) {
    char text[32];
    std::snprintf(text, sizeof text, "cus_%08u", row.customer);
    place_ = mixed(row.customer * uint64_t{2654435761} + row.instant);
    cell(text, 0);
    cell(instantText(row.instant), 1);
    cell(kPlanNames[row.plan], 2);
    const uint32_t value = kPrices[row.plan] == 0 ? 0 : kPrices[row.plan] + row.extra;
    std::snprintf(text, sizeof text, "%u.00", value);
    cell(text, 3);
    for (uint32_t column = 4; column < request_.columns; ++column) {
      cell(word(row.customer, column), column);
    }
    buffer_.back() = '\n';
    if (buffer_.size() > kBufferBytes) flush();
  }

 private:
  static std::string dateText(uint32_t day) {
    constexpr uint32_t kMonthDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    uint32_t year = 2021;
    while (day >= (year == 2024 ? 366U : 365U)) day -= year++ == 2024 ? 366U : 365U;
    uint32_t month = 0;
    for (; month < 11; ++month) {
      const uint32_t length = kMonthDays[month] + (month == 1 && year == 2024 ? 1U : 0U);
      if (day < length) break;
      day -= length;
    }
    char text[48];
    std::snprintf(text, sizeof text, "%04u-%02u-%02u", year, month + 1, day + 1);
    return text;
  }

  std::string instantText(uint32_t instant) const {
    if (!seconds_) return dates_[instant];
    const uint32_t second = instant % kDaySeconds;
    char text[48];
    std::snprintf(text, sizeof text, " %02u:%02u:%02u", second / 3600, second / 60 % 60,
                  second % 60);
    return dates_[instant / kDaySeconds] + text;
  }

  // The same word for one customer and column, wherever the row stands.
  static std::string word(uint32_t customer, uint32_t column) {
    constexpr const char* kRegions[] = {"EMEA", "AMER", "APAC", "LATAM"};
    constexpr const char* kCountries[] = {"DE", "US", "JP", "BR", "FR", "GB", "IN", "CA"};
    constexpr const char* kChannels[] = {"web", "partner", "direct", "reseller"};
    const uint64_t lot = mixed((uint64_t{customer} << 8) + column);
    if (column == 4) return kRegions[lot % 4];
    if (column == 5) return kCountries[lot % 8];
    if (column == 6) return kChannels[lot % 4];
    return "rep" + std::to_string(100 + lot % 900);
  }

  void cell(std::string_view text, uint32_t column) {
    const bool quoted = mixed(place_ + column) % 100 < request_.quotedPercent;
    if (quoted) buffer_ += '"';
    buffer_ += text;
    if (quoted) buffer_ += '"';
    buffer_ += ',';
  }

  void flush() {
    if (std::fwrite(buffer_.data(), 1, buffer_.size(), file_) != buffer_.size()) {
      std::fputs("the disk is full\n", stderr);
      std::exit(2);
    }
    buffer_.clear();
  }

  const Request& request_;
  bool seconds_;
  std::FILE* file_;
  std::vector<std::string> dates_;
  std::string buffer_;
  uint64_t place_ = 0;  // of the row, for the chance of quotes
};

void write(const Request& request) {
  Random random{request.seed};
  const std::vector<uint32_t> counts = rowsPerCustomer(request, random);
  const bool seconds = *std::max_element(counts.begin(), counts.end()) > kMostRowsByDay;
  const uint64_t span = seconds ? uint64_t{kDays} * kDaySeconds : kDays;
  std::vector<Row> rows;
  rows.reserve(request.rows);
  for (uint32_t customer = 0; customer < request.customers; ++customer) {
    addCustomer(rows, customer, counts[customer], span, random);
  }
  if (request.order != "customer") shuffle(rows, random);
  if (request.order == "time") {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Row& a, const Row& b) { return a.instant < b.instant; });
  }
  Writer writer(request, seconds);
  writer.header();
  for (const Row& row : rows) writer.row(row);
}

}  // namespace

int main(int argc, char** argv) {
  const auto number = [&](int i) { return std::strtoul(argv[i], nullptr, 10); };
  const auto whole = [&](int i) { return static_cast<uint32_t>(number(i)); };
  if (argc != 8 || whole(3) == 0 || whole(2) < whole(3) || whole(6) < 4) {
    std::fputs(
        "usage: upgrade_rate_rows FILE ROWS CUSTOMERS time|customer|none QUOTED_PERCENT COLUMNS "
        "SEED\n(no more customers than rows, at least 4 columns)\n",
        stderr);
    return 2;
  }
  write({argv[1], whole(2), whole(3), argv[4], whole(5), whole(6), number(7)});
  return 0;
}

// Words for billing intervals as a table of constants: what is read here by readInterval() is
// looked up there, so a word that stands in no list is unreadable in the warehouse.

#include <set>

#include "core/cells/interval.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

constexpr const char* kUnits[] = {"month",
                                  "months",
                                  "monthly",
                                  "mo",
                                  "mon",
                                  "quarter",
                                  "quarterly",
                                  "qtr",
                                  "halfyear",
                                  "half year",
                                  "halfyearly",
                                  "semiannual",
                                  "semiannually",
                                  "year",
                                  "years",
                                  "yearly",
                                  "yr",
                                  "annual",
                                  "annually",
                                  "annum",
                                  "pa",
                                  "week",
                                  "weeks",
                                  "weekly",
                                  "wk",
                                  "biweekly",
                                  "fortnight",
                                  "fortnightly",
                                  "day",
                                  "days",
                                  "daily",
                                  "biennial",
                                  "triennial",
                                  "y",
                                  "m",
                                  "w",
                                  "d",
                                  "q",
                                  "monat",
                                  "monatlich",
                                  "quartal",
                                  "jahr",
                                  "woche",
                                  "tag"};
constexpr const char* kTimes[] = {"",    "per ", "every ", "1 ",  "2 ",  "3 ",
                                  "4 ",  "6 ",   "7 ",     "12 ", "14 ", "18 ",
                                  "24 ", "28 ",  "30 ",    "36 ", "90 ", "365 "};
constexpr const char* kPeriods[] = {"p1m", "p2m", "p3m",  "p6m",  "p12m", "p24m",
                                    "p1y", "p2y", "p3y",  "p1w",  "p2w",  "p4w",
                                    "p1d", "p7d", "p14d", "p30d", "p90d", "p365d"};

class IntervalWords {
 public:
  explicit IntervalWords(SqlQuery& query) : query_(query) {}

  // Shares of a month, in 30240ths: of a year 2520, of a week 131040.
  void add(const std::string& cell) {
    const auto interval = readInterval(cell);
    std::string key;
    for (const char c : cell) {
      if (c != ' ') key += c;
    }
    if (!interval || !seen_.insert(key).second) return;
    const MonthlyShare share = monthlyShare(*interval);
    const int64_t shares = int64_t{30'240} * share.times / 12;
    if (shares % share.perTwelve != 0) return;
    values_.rows.push_back({query_.text(key), std::to_string(shares / share.perTwelve)});
  }
  const SqlValues& values() const { return values_; }

 private:
  SqlQuery& query_;
  SqlValues values_{{{"billed_key", false}, {"shares", true}}, {}};
  std::set<std::string> seen_;
};

}  // namespace

void writeIntervals(SqlQuery& query) {
  IntervalWords words(query);
  for (const char* unit : kUnits) {
    for (const char* times : kTimes) words.add(std::string(times) + unit);
  }
  for (const char* period : kPeriods) words.add(period);
  query.addValues("intervals",
                  "Words for billing intervals, and the share of a month's price that one of\n"
                  "them makes, in 30240ths.",
                  words.values());
}

}  // namespace upgrade_rate

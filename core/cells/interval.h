// Billing intervals as people and billing systems write them: how long the time is that one price
// pays for.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace upgrade_rate {

/// An interval in 16 bits: a number of months, weeks or days. Years and quarters are months.
using BillingInterval = uint16_t;

constexpr BillingInterval kBlankInterval = 0;
/// No interval: the amount beside it is monthly as it stands.
constexpr BillingInterval kMonthlyAmount = 1;

/// The interval of a trimmed cell that is not blank; nothing for other text. Understood are the
/// words of one table ("monthly", "jährlich", "quarter", "P1M", …), with a number before them
/// ("every 3 months", "6-month", "12mo"), of at most 1200 months, weeks or days. A number alone has
/// no unit, and "bimonthly" is used for both half a month and two: neither is an interval.
std::optional<BillingInterval> readInterval(std::string_view cell);

/// What the price of one interval is multiplied by for a month: times / perTwelve / 12. A year is
/// 12 months, 52 weeks or 365 days.
struct MonthlyShare {
  int32_t times;      ///< 12, 52 or 365
  int32_t perTwelve;  ///< months, weeks or days of the interval
};
MonthlyShare monthlyShare(BillingInterval interval);

}  // namespace upgrade_rate

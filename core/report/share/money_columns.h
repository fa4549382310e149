// Money of periods as lists of whole numbers, and back, exactly.
//
// Method: all amounts of a document are multiples of some power of ten (cents, mostly), in which
// they are counted; and as with counts, what other amounts lead one to expect is taken off.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/kpi/figures.h"
#include "core/report/share/number_columns.h"

namespace upgrade_rate {

/// The largest power of ten, at most a whole unit, that all amounts are multiples of (millionths).
/// `money`: of all periods that are written. Nothing where an amount is too large to be written.
std::optional<int64_t> moneyUnit(const std::vector<const PeriodFigures*>& periods);

/// Money of all periods, in which the same currencies stand: [[currency, column, …], …]. Null
/// where there is none.
Json writeMoneyColumns(const std::vector<const PeriodFigures*>& periods, int64_t unit);

/// Fills `value` of the periods.
void readMoneyColumns(const Json& list, int64_t unit, const std::vector<PeriodFigures*>& periods,
                      std::optional<Error>& error);

/// One amount, as journeys have it.
int64_t amountIn(int64_t unit, MoneySum amount);

}  // namespace upgrade_rate

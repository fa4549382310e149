// Money of periods and of the headline in a table of aggregates, by currency.
#pragma once

#include <string>
#include <vector>

#include "core/report/aggregates/table_periods.h"

namespace upgrade_rate {

/// The currencies that the table names, in the order of the alphabet.
std::vector<std::string> tableCurrencies(const TableIndex& table);

/// Fills `value` of the periods and of the headline, each with every currency; it stays nothing
/// where the table has none. Errors, in the table: a bridge that does not add up, or more customers
/// than there are.
void addTableMoney(const TableContext& context, std::vector<PeriodFigures>& periods,
                   std::optional<TableHeadline>& headline);

}  // namespace upgrade_rate

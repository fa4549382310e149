// Money in the statement: its steps, and its rows of the result.
#pragma once

#include <string>

#include "core/report/sql/output.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

// For the step `comings`, of steps s and sides e: columns after a comma, and the currency that they
// are grouped by.
std::string payingColumns(SqlQuery& query);
std::string payingCurrency(SqlQuery& query);

void writeMoney(SqlQuery& query);
void addMoney(const AddRow& add);

}  // namespace upgrade_rate

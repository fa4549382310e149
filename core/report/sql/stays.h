// Stickiness in the statement: its steps, and its rows of the result.
#pragma once

#include "core/report/sql/output.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

void writeFrameTimes(
    SqlQuery& query);  ///< of `frames`, before who is there at the start is counted
void writeStays(SqlQuery& query);
void addStays(const AddRow& add);

}  // namespace upgrade_rate

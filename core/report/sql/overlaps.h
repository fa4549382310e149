// Whom two periods share, in the statement: its steps, and its rows of the result.
#pragma once

#include "core/report/sql/output.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

/// Whether the rate is a share of customers; others have no change that asks for overlaps.
bool writesOverlaps(const SqlFacts& facts);

void writeOverlaps(SqlQuery& query);
void addOverlaps(const AddRow& add);

}  // namespace upgrade_rate

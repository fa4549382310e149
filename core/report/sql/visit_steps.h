// Steps within visits: every step beside what the customer does in the whole of a period or window.
//
// What is summed over customers one by one (counts.cpp) needs visits only. Money, stickiness,
// overlaps and, with filters, cohorts and paths also ask which step it was, and read this.
#pragma once

#include <string>
#include <string_view>

#include "core/report/sql/query.h"

namespace upgrade_rate {

/// The first of a visit's rows: what the filters say of who is held at its start, and of the first
/// plan in it. Columns, each after a comma; `over`: "" in a group, else a window.
std::string filterPicks(const SqlFacts& facts, std::string_view over);
/// 1 where the filters choose the customer for the visit `alias`, of filterPicks and opening_rung.
std::string chosenBy(const SqlFacts& facts, std::string_view alias);

/// The part of `visit_steps` whose visits are those in the month or quarter of a cohort.
std::string_view cohortPart(const SqlFacts& facts);
/// The number of the month or quarter of a cohort that `day` lies in.
std::string cohortNumber(const SqlFacts& facts, const std::string& day);

/// Step `visit_steps`: part, name, visit_period, and columns of the step and of its visit. Rows
/// with `days` other than 0 are no steps: they say where the customer stands so long after an
/// upgrade.
void writeVisitSteps(SqlQuery& query);

}  // namespace upgrade_rate

// Names and texts from outside, as a dialect quotes them, so that nothing in them can end the
// quote.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/sql/dialects.h"

namespace upgrade_rate {

/// A column or one part of a table's name. Snowflake folds names that are not quoted to capitals,
/// and nearly all of its tables are made that way: plain ones are left bare there.
std::string quotedName(std::string_view name, SqlDialect dialect);

/// A text, as a literal.
std::string quotedText(std::string_view text, SqlDialect dialect);

/// The parts of `schema.table`; each may stand in "…" or `…`, where the quote is written twice.
/// Nothing where a part is empty or a quote does not end.
std::optional<std::vector<std::string>> tableParts(std::string_view from);

/// For a template of dbt: what Jinja would take for a tag is written as a text.
std::string escapedForJinja(std::string_view sql);

}  // namespace upgrade_rate

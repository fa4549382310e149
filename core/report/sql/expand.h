// Templates of SQL: words such as @text(x), put in a dialect's terms.
//
// `@name(a, b)` stands for the dialect's pattern with its arguments in place of $1 and $2;
// arguments and patterns may hold words themselves. `#name#` stands for a piece that the settings
// decide. Whatever comes from outside (names, literals) is a token here, two control characters
// around a number, so that nothing in it can be taken for a word, a quote or a comma.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/report/sql/dialects.h"

namespace upgrade_rate {

/// Of names that need no quotes: a letter of ASCII, a digit or _.
bool isNameSign(char c);

using SqlPieces = std::map<std::string, std::string, std::less<>>;

/// `text` with every piece and word replaced. A piece or word that is not known is a broken
/// invariant: it stays as it is, and no engine takes it.
std::string expanded(std::string_view text, const SqlPieces& pieces, SqlDialect dialect);

}  // namespace upgrade_rate

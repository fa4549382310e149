// Cells as words: trimming, what counts as blank, yes and no, and comparison keys for headers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace upgrade_rate {

/// Without leading and trailing white space (ASCII, no-break space U+00A0, U+FEFF, U+3000).
std::string_view trimmed(std::string_view cell);

/// Whether a trimmed cell means "no value": empty, NULL, N/A, none, nil, -, (null) or NaN, in any
/// case. The same in every column: a customer called "NULL" is a blank customer.
bool isNullWord(std::string_view trimmedCell);

/// true/false, yes/no, y/n, 1/0, t/f in any case; nothing for other text.
std::optional<bool> readBoolean(std::string_view trimmedCell);

/// The key under which headers are compared: lower case, accents removed (Latin letters), and only
/// letters and digits kept: "Customer ID" and "customer_id" are "customerid".
std::string headerKey(std::string_view header);

/// Unicode simple case folding for Latin, Greek and Cyrillic letters; other text as it is.
std::string caseFolded(std::string_view text);

/// The key under which plan names are compared: case-folded, trimmed, with runs of space, `_`, `-`,
/// `.` and `/` as one space (none at the ends). Other signs count: "Pro" is not "Pro+". A name made
/// of nothing but those signs is its own key.
std::string planKey(std::string_view plan);

}  // namespace upgrade_rate

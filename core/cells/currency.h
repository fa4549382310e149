// Currency signs and codes as they stand beside an amount.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace upgrade_rate {

/// Bytes of the currency sign or code at the start of `text`; 0 for none. Understood are
/// - the signs of Unicode's currency block, $ £ ¥ ฿ and full-width ＄ ￡ ￥ ￦ (but no ¢),
/// - a dollar sign with one or two capitals before it: US$, A$, CA$, R$,
/// - the ISO 4217 codes, all capitals or all lower case (the list is that of CLDR),
/// - the everyday abbreviations kr, zł, Kč, Ft, Fr., SFr., Rs, RM, Rp, лв, руб.
/// A code or abbreviation is a whole word: no letter follows it.
size_t currencyAtStart(std::string_view text);

/// The key of a currency that is written in a cell of its own, trimmed and not blank: the text in
/// capitals. Nothing for what is no currency: neither one of the above, nor three letters, nor
/// "euro".
std::optional<std::string> currencyKey(std::string_view cell);

/// How many decimal places the smallest unit of a currency has, by its key: 2 for nearly all, and
/// for what is unknown (ISO 4217, list one).
int minorDigits(std::string_view key);

}  // namespace upgrade_rate

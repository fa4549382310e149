// Names of months and week days in the languages exports are written in: English, German, French,
// Spanish, Italian, Portuguese, Dutch and the Scandinavian ones.
#pragma once

#include "core/cells/scan.h"

namespace upgrade_rate {

/// Takes a month's name: whole, or its first three or more letters where no other month of any of
/// the languages starts so ("jui" is refused: juin or juillet), in any case, with or without
/// accents, and a full stop after an abbreviation. 1 to 12; 0 when there is none.
int takeMonthName(Scan& scan);

/// Takes a week day (Wed, Mittwoch, Mi, mer.) with the full stop and comma behind it. 1 Monday to
/// 7 Sunday; 0 when there is none.
int takeWeekdayName(Scan& scan);

/// Takes the ASCII word `word` (lower case) in any case where no letter follows.
bool takeWord(Scan& scan, std::string_view word);

}  // namespace upgrade_rate

// The digits of a number: grouping, decimal sign, exponent, and their exact value.
//
// Method: the digits are found and the grouping checked in one pass, and weighed in a second one by
// their power of ten, so that no value is ever a binary fraction. What lies past the sixth decimal
// is rounded half to even over all digits that follow, however many.
#pragma once

#include <cstdint>
#include <optional>

#include "core/cells/scan.h"

namespace upgrade_rate {

/// Takes an unsigned decimal and gives its millionths (at most INT64_MAX). Nothing, and the place
/// undefined, when there is none or it is too large.
/// - Groups are three digits after a first of one to three, the first without a leading zero, all
///   with one sign: the one of . and , that is not `decimalSign`, a space (see Scan::spaces), ' ’
///   or _. With a comma also in the Indian way: 12,34,567.
/// - ".5" and "5." are numbers. An exponent ("1.5E3") only without grouping.
std::optional<int64_t> takeDecimal(Scan& scan, char decimalSign);

}  // namespace upgrade_rate

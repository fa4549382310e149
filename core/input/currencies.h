// Which currency the values of a file are in, where no column says it but signs or codes stand
// beside some of them; and what its smallest unit is.
#pragma once

#include <cstdint>
#include <optional>

#include "core/input/events.h"

namespace upgrade_rate {

/// The currency of the rows of [begin, end) of `events`, if there is one and no second one; then
/// all of these rows get it. `bare`: whether some value other than 0 stood there without it.
struct OneCurrency {
  uint16_t currency;
  bool bare;
};
std::optional<OneCurrency> settleCurrency(Events& events, const EventFile& file);

/// Takes the values of a file in smallest units to units of their currency, which must be settled:
/// a hundred cents are a dollar, but a yen is a yen.
void settleMinorUnits(Events& events, const EventFile& file);

}  // namespace upgrade_rate

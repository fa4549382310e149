// What is said of rows that can be read and yet may not hold the answer.
#pragma once

#include <array>
#include <cstdint>

#include "core/input/plans.h"
#include "core/input/reading.h"
#include "core/report/notes.h"
#include "core/timeline/order.h"
#include "core/timeline/state.h"

namespace upgrade_rate {

/// A list of who has which plan today has no history: nobody in it can have upgraded, and its rate
/// of 0 says nothing. Told where no customer ever has a second plan though there are several.
void noteNoHistory(Shape shape, const OrderedEvents& ordered, const Plans& plans, Notes& notes);

/// Rows that say otherwise than a later one of the same customer and instant, or of the same period
/// of totals, do not count. Where they are many, something tells them apart that was not read.
/// `rows`: how many of each fate.
void noteSuperseded(const std::array<uint64_t, kRowFates>& rows, Notes& notes);

}  // namespace upgrade_rate

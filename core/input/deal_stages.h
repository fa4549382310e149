// Which deals of a CRM count: those that were won.
#pragma once

#include <string_view>

namespace upgrade_rate {

/// Whether the stage says that the deal is won: "Closed Won", "closedwon", "Gewonnen", or a yes in
/// a column that asks for it. Any other word, and none, says that it is open or lost.
bool isWonStage(std::string_view stage);

}  // namespace upgrade_rate

// Method: the stages of HubSpot, Salesforce and Pipedrive have a word for "won", which may stand in
// a phrase of the user's own ("6 - Closed Won"). A phrase that also denies it is not won.

#include "core/input/deal_stages.h"

#include <algorithm>

#include "core/cells/words.h"

namespace upgrade_rate {

bool isWonStage(std::string_view stage) {
  constexpr std::string_view kWon = " won closedwon gewonnen ";
  constexpr std::string_view kDenied = " not nicht no lost verloren unlikely ";
  if (readBoolean(stage).value_or(false)) return true;
  bool won = false;
  while (!stage.empty()) {
    const size_t end = std::min(stage.find_first_of(" -_/.:,;|()"), stage.size());
    const std::string word = headerKey(stage.substr(0, end));
    if (listsWord(kDenied, word)) return false;
    won |= listsWord(kWon, word);
    stage.remove_prefix(std::min(end + 1, stage.size()));
  }
  return won;
}

}  // namespace upgrade_rate

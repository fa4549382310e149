// Method: one table of words, as headers are compared (lower case letters and digits only). The
// whole text is looked up first, so that "ACTIVE_START" is not "active".

#include "core/input/move_words.h"

#include <algorithm>

#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

struct MoveWords {
  MoveKind kind;
  std::string_view words;  // separated and surrounded by spaces
};

constexpr MoveWords kMoveWords[] = {
    {MoveKind::join,
     " new newbiz newbusiness newmrr signup signedup subscribe subscribed acquisition acquired "
     "activation activated joined join created onboarded won neu neukunde neukundengeschaft "
     "neugeschaft anmeldung "
     "abschluss zugang "},
    {MoveKind::rejoin,
     " reactivation reactivated reactivate resurrected resurrection winback resubscribe "
     "resubscribed resumed resume returned returning reaktivierung reaktiviert ruckkehr "
     "wiederaufnahme wiederkehrer "},
    {MoveKind::up, " upgrade upgraded upgrades activeupgrade hochstufung hochgestuft "},
    {MoveKind::down,
     " downgrade downgraded downgrades activedowngrade herabstufung herabgestuft ruckstufung "},
    {MoveKind::more,
     " expansion expanded upsell upsold crosssell crosssold increase increased addon addons "
     "existingcustomeraddon existingcustomercrosssell"
     " existingbusinessaddon existingbusinesscrosssell erweiterung "
     "ausbau zubuchung "},
    {MoveKind::less,
     " contraction contracted decrease decreased reduction reduced reduzierung verringerung "
     "abbestellung "},
    {MoveKind::leave,
     " churn churned cancellation cancelled canceled cancel cancels deactivation deactivated "
     "terminated termination expired deleted lost unsubscribed left kundigung gekundigt abgang "
     "abwanderung abgewandert "},
    {MoveKind::start, " activestart start started begin begun beginn "},
    {MoveKind::end, " activeend end ended stop stopped ende beendet "},
    {MoveKind::stay, " renewal renewed renew renews verlangerung verlangert "},
    {MoveKind::change,
     " change changed replacement replaced planchange switch switched migration migrated sidegrade "
     "wechsel "
     "tarifwechsel "},
    {MoveKind::again,
     " existingbusiness existingcustomer existingclient repeatbusiness bestandsgeschaft "
     "bestandskunde bestandskundengeschaft bestehendesgeschaft bestehenderkunde "},
};

std::optional<MoveKind> kindOfKey(std::string_view key) {
  for (const MoveWords& each : kMoveWords) {
    if (listsWord(each.words, key)) return each.kind;
  }
  return std::nullopt;
}

}  // namespace

std::optional<MoveKind> moveKindByWords(std::string_view text) {
  if (const auto whole = kindOfKey(headerKey(text))) return whole;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(" -_/.:,;|()"), text.size());
    if (const auto kind = kindOfKey(headerKey(text.substr(0, end)))) return kind;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::nullopt;
}

}  // namespace upgrade_rate

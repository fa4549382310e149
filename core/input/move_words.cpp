// Method: one table of words, as headers are compared (lower case letters and digits only), and
// beside each row of it what may stand beside its words in a phrase. The whole text is looked up
// first, so that "ACTIVE_START" is not "active". Of a phrase every word has to be known: an event
// log has "upgrade_failed", "card_expired" and "cancellation_scheduled", and none of them is a
// movement.

#include "core/input/move_words.h"

#include <algorithm>
#include <vector>

#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

// All lists are separated and surrounded by spaces.
struct MoveWords {
  MoveKind kind;
  std::string_view words;
  std::string_view beside;  // words that leave the kind as it is; kBesideAny do so everywhere
};

constexpr std::string_view kCustomers =
    " customer customers client clients logo kunde kunden kundin kundinnen ";
constexpr std::string_view kHolders =
    " customer customers client clients logo kunde kunden kundin kundinnen account accounts user "
    "users konto plan plans tier tarif tarifs package paket license licence deal business ";
constexpr std::string_view kPartWords =
    " customer customers client clients logo kunde kunden account accounts user users konto plan "
    "plans license licenses licence licences seat seats quantity units product products deal "
    "business ";
// A customer or an account that is created is one in the books, and need not pay.
constexpr std::string_view kBegun = " charge mandate plan plans ";
constexpr std::string_view kBilling = " billing entitlement plan plans ";

constexpr MoveWords kMoveWords[] = {
    {MoveKind::join,
     " new newbiz newbusiness newmrr neu neukunde neukundengeschaft neugeschaft "
     "newsubscriptionstarted newsubscriptionstart newsubscriptionnotification ",
     " customer customers client clients logo kunde kunden kundin account biz business "},
    {MoveKind::join,
     " signup signedup subscribe subscribed acquisition acquired joined join onboarded anmeldung "
     "abschluss zugang ",
     kCustomers},
    {MoveKind::join, " won closedwon ",
     " customer customers client kunde logo deal closed business "},
    {MoveKind::join, " activation activated ", kBegun},
    {MoveKind::join, " created ", ""},
    {MoveKind::rejoin,
     " reactivation reactivated reactivate resurrected resurrection winback resubscribe "
     "resubscribed resumed resume reaktivierung reaktiviert ruckkehr wiederaufnahme wiederkehrer "
     "reactivatedaccountnotification ",
     " customer customers client clients kunde kunden account accounts user users konto plan logo "
     "business billing entitlement "},
    {MoveKind::rejoin, " returned returning return ", kCustomers},
    {MoveKind::up, " upgrade upgraded upgrades activeupgrade hochstufung hochgestuft ", kHolders},
    {MoveKind::down,
     " downgrade downgraded downgrades activedowngrade herabstufung herabgestuft ruckstufung ",
     kHolders},
    {MoveKind::more,
     " expansion expanded upsell upsold crosssell crosssold increase increased "
     "existingcustomeraddon existingcustomercrosssell existingbusinessaddon "
     "existingbusinesscrosssell erweiterung ausbau zubuchung ",
     kPartWords},
    {MoveKind::more, " addon addons ",
     " customer client account user plan product deal business added purchased bought sold "
     "gebucht "},
    {MoveKind::less,
     " contraction contracted decrease decreased reduction reduced reduzierung verringerung "
     "abbestellung ",
     kPartWords},
    {MoveKind::leave,
     " churn churned deactivation deactivated terminated termination unsubscribed kundigung "
     "gekundigt abgang abwanderung abgewandert ",
     kHolders},
    {MoveKind::leave,
     " cancellation cancelled canceled cancel cancels canceledsubscriptionnotification ",
     " customer customers client clients kunde kunden account accounts user users konto plan plans "
     "tarif license licence logo business charge "},
    {MoveKind::leave, " expired expiredsubscriptionnotification ",
     " customer client account user plan plans license licence "},
    {MoveKind::leave, " deleted lost left ",
     " customer customers client clients account logo kunde "},
    {MoveKind::start,
     " activestart start started begin begun beginn startbillingaddon startentitlementaddon ",
     kBilling},
    {MoveKind::end,
     " activeend end ended stop stopped ende beendet stopbillingaddon stopentitlementaddon ",
     kBilling},
    {MoveKind::stay,
     " renewal renewed renew renews verlangerung verlangert renewalfrombillingretry "
     "renewedsubscriptionnotification ",
     " customer client kunde account plan plans product license licence business deal auto "
     "automatic did "},
    {MoveKind::change,
     " change changed replacement replaced planchange switch switched migration migrated sidegrade "
     "wechsel tarifwechsel ",
     " plan plans tier tarif tarifs package paket product products kind "},
    {MoveKind::again,
     " existingbusiness existingcustomer existingclient repeatbusiness bestandsgeschaft "
     "bestandskunde bestandskundengeschaft bestehendesgeschaft bestehenderkunde ",
     " deal "},
};

// What a movement is of, how it came about and to which plan: none of it is another kind.
constexpr std::string_view kBesideAny =
    " subscription subscriptions subscriber subscribers sub subs membership contract abo "
    "abonnement vertrag vertrags mrr arr revenue recurring paid base event type movement to of the "
    "a an from by with for auf von zu zum zur des der die das im "
    "self serve service selfserve selfservice online voluntary involuntary delinquent freiwillig "
    "freiwillige unfreiwillig unfreiwillige ordentliche full completed complete succeeded "
    "successful successfully processed effective executed immediate immediately backdating "
    "monthly annual annually yearly quarterly monatlich jahrlich "
    "lite basic starter standard plus pro professional premium enterprise ultimate bronze silver "
    "gold platinum ";
// Before a word for customers: "existing customer".
constexpr std::string_view kExisting = " existing current repeat bestehender bestehendes ";
constexpr std::string_view kExistingOnes = " customer customers client clients account business ";

const MoveWords* rowOf(std::string_view key) {
  const auto* const at =
      std::find_if(std::begin(kMoveWords), std::end(kMoveWords),
                   [&](const MoveWords& each) { return listsWord(each.words, key); });
  return at == std::end(kMoveWords) ? nullptr : at;
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const size_t end = std::min(text.find_first_of(" -_/.:,;|()"), text.size());
    std::string key = headerKey(text.substr(0, end));
    const bool ofExisting =
        !words.empty() && listsWord(kExisting, words.back()) && listsWord(kExistingOnes, key);
    if (ofExisting) {
      words.pop_back();
    } else if (!key.empty() && !listsWord(kBesideAny, key)) {
      words.push_back(std::move(key));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// Whether a phrase that names `kind` as well may say no more by it than `other` does.
bool yields(MoveKind kind, MoveKind other) {
  const bool moves =
      other == MoveKind::up || other == MoveKind::down || isMore(other) || other == MoveKind::less;
  if (kind == MoveKind::change || kind == MoveKind::stay) return moves;
  if (kind == MoveKind::again) return moves || other == MoveKind::stay || isLoss(other);
  return kind == MoveKind::up && other == MoveKind::rejoin;
}

// Of two kinds that a phrase names the one that it means: "plan change: upgrade", "renewal with
// upsell". Nothing where they contradict one another: "upgrade cancelled", "signup started".
std::optional<MoveKind> oneOf(MoveKind first, MoveKind second) {
  if (first == second || yields(second, first)) return first;
  if (yields(first, second)) return second;
  const auto both = [&](MoveKind one, MoveKind other) {
    return (first == one && second == other) || (first == other && second == one);
  };
  const bool sameWay = both(MoveKind::up, MoveKind::more) || both(MoveKind::down, MoveKind::less);
  return sameWay ? std::optional(first) : std::nullopt;
}

}  // namespace

std::optional<MoveKind> moveKindByWords(std::string_view text) {
  if (const MoveWords* whole = rowOf(headerKey(text))) return whole->kind;
  std::optional<MoveKind> kind;
  const std::vector<std::string> words = wordsOf(text);
  std::vector<const MoveWords*> rows;
  for (const std::string& word : words) {
    const MoveWords* const row = rowOf(word);
    if (row == nullptr) continue;
    kind = kind ? oneOf(*kind, row->kind) : row->kind;
    if (!kind) return std::nullopt;
    rows.push_back(row);
  }
  for (const std::string& word : words) {
    const bool fits =
        rowOf(word) != nullptr || std::all_of(rows.begin(), rows.end(), [&](const MoveWords* row) {
          return listsWord(row->beside, word);
        });
    if (!fits) return std::nullopt;
  }
  return kind;
}

bool namesMoveKind(std::string_view text) {
  if (rowOf(headerKey(text)) != nullptr) return true;
  const std::vector<std::string> words = wordsOf(text);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return rowOf(word) != nullptr; });
}

}  // namespace upgrade_rate

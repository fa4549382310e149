#include "core/input/header_words.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

struct HeaderWord {
  Part part;
  double score;
  std::string_view keys;  // separated and surrounded by spaces
};

// Keys are lower case letters and digits only. English first, then German.
constexpr HeaderWord kHeaderWords[] = {
    {Part::customer, 1.0,
     " customer customerid customersid customerexternalid customercode customerkey customernumber "
     "customeroid accountaccountnumber accountaccountid customerreference "
     "account accountid accountcode accountnumber client clientid kunde kundennr kundennummer "
     "kundenid "},
    {Part::customer, 0.9,
     " user userid username organization organizationid organisation organisationid org orgid "
     "company companyid tenant tenantid subscriber subscriberid member memberid workspace "
     "workspaceid team teamid companyname customername accountname associatedcompany"
     " associatedcompanyid associatedcompanyids benutzer nutzer firma "},
    {Part::customer, 0.7, " email customeremail emailaddress name domain uid uuid cust acct "},
    {Part::customer, 0.7,
     " login handle contact contactid person personid buyer buyerid kontakt abonnent mandant "
     "cliente klant "},
    {Part::customer, 0.4, " id key number nummer "},
    {Part::date, 1.0,
     " date startdate start startedat changedate changedat changedon effectivedate effectiveat "
     "effectivefrom effective validfrom eventdate eventtime timestamp datum beginn startdatum "
     "gultigab wechseldatum since from planstart planstartdate plandate "},
    {Part::date, 0.8,
     " time day at on when datetime occurredat happenedat createdat created createdutc closedate "
     "closingdate abschlussdatum starttime "
     "startutc begin begindate recordedat ts eventtimestamp ab seit zeitpunkt "
     "versionstartedat subscriptionstartedat "},
    {Part::date, 0.6, " updatedat updated modifiedat lastmodified syncedat "},
    {Part::date, 0.5, " month period monat week year "},
    {Part::plan, 1.0,
     " plan planname product productname tier package subscriptionplan newplan currentplan "
     "pricingplan plantier tarif paket produkt "},
    {Part::plan, 0.9,
     " planid subscriptionsplanid plancode planexternalid productid level edition offering license "
     "licence "
     "subscription subscriptiontype plantype membership sku pricename "},
    {Part::plan, 0.85,
     " priceid nextproductname nextplan nextproduct nexttier toplan newproduct newtier "},
    {Part::plan, 0.5, " type stufe "},
    {Part::value, 1.0,
     " value mrr monthlyvalue monthlyrevenue monthlyrecurringrevenue monthlyamount monthlyprice "
     "planamount wert monatswert mrreur mrrusd mrrcents mrrincents valuecents "},
    {Part::value, 0.8,
     " price amount revenue fee charge monthlyfee monthlycharge pricepermonth amountpermonth "
     "preis betrag umsatz amountcents pricecents "},
    {Part::value, 0.9,
     " mrrmovement mrrchange mrrdelta mrrdifference mrrimpact netmrr netmrrchange valuechange "
     "amountchange valuedelta amountdelta delta mrranderung mrrdifferenz wertanderung differenz "},
    {Part::quantity, 1.0,
     " quantity qty seats seatcount licenses licences numberofseats planquantity units anzahl "
     "menge platze lizenzen "},
    {Part::start, 1.0,
     " start startdate startedat starts starton startson startedon started startutc startedatutc "
     "begin begins beginn begindate startdatum validfrom activefrom effectivefrom "
     "subscriptionstart subscriptionstartdate subscriptionstartedat versionstartedat planstart "
     "planstartdate gultigab vertragsbeginn von from ab since seit activatedat activationdate "
     "starttime startat startsat contractstart contractstartdate "},
    {Part::start, 0.8, " created createdat createdutc createdon creationdate signupdate "},
    {Part::start, 0.5,
     " date datum changedate changedat changedon effectivedate effectiveat effective timestamp "
     "day time on when updatedat "},
    {Part::end, 1.0,
     " end ends enddate endat endedat endedatutc endedon ended endeddate validto validuntil until "
     "activeuntil effectiveto effectiveuntil endtime endsat endson subscriptionend "
     "subscriptionenddate subscriptionendedat planend planenddate stopdate finishdate ende endet "
     "enddatum bis gultigbis vertragsende laufzeitende contractend contractenddate "
     "terminationdate terminatedat terminated closedat churndate churnedat churnedon to "},
    {Part::end, 0.8,
     " canceledat cancelledat canceledon cancelledon canceledatutc cancelledatutc canceldate "
     "canceleddate cancelleddate cancellationdate cancellation subscriptioncanceledat "
     "subscriptioncancelledat subscriptionscancelledat kundigung kundigungsdatum gekundigtam "
     "gekundigtzum "},
    {Part::end, 0.6, " expiresat expireson expiredat expires expirydate expirationdate expiry "},
    {Part::status, 1.0,
     " status subscriptionstatus subscriptionstate state zustand vertragsstatus abostatus "
     "planstatus accountstatus customerstatus "},
    {Part::subscription, 1.0,
     " subscription subscriptionid subscriptionsid subscriptionuuid subid contractid contract "
     "contractnumber "
     "agreementid licenseid vertrag vertragsnummer vertragsnr abonummer abonr aboid "},
    {Part::subscription, 0.5, " id uuid "},
    {Part::interval, 1.0,
     " interval billinginterval billingperiod billingperiodunit billingcycle billingterm "
     "billingfrequency paymentinterval paymentfrequency paymentperiod planinterval "
     "planintervalunit intervalunit recurringinterval subscriptioninterval priceinterval "
     "abrechnungszeitraum abrechnungsintervall zahlungsintervall zahlungszeitraum zahlungsrhythmus "
     "zahlungsweise zahlweise intervall "},
    {Part::interval, 0.8,
     " term cycle frequency recurrence cadence periodicity billing billed paymentterm paymentterms "
     "planterm planperiod subscriptionterm abrechnung laufzeit turnus rhythmus "},
    {Part::currency, 1.0,
     " currency currencycode currencyiso isocurrency currencyisocode billingcurrency "
     "pricecurrency plancurrency invoicecurrency currencyid wahrung waehrung wahrungscode "
     "wahrungskurzel "},
    {Part::fromPlan, 1.0,
     " fromplan oldplan previousplan previousplanexternalid previousplanname previousplanid "
     "prevproductname prevproduct prevplan prevplanname planfrom planbefore formerplan lastplan "
     "fromproduct fromtier oldtier previoustier oldproduct previousproduct frompackage alterplan "
     "altertarif alttarif vorherigertarif vorherigerplan vonplan vontarif planvorher tarifvorher "
     "bisherigerplan bisherigertarif "},
    {Part::fromPlan, 0.9, " from old previous prev before von alt vorher bisher "},
    {Part::toPlan, 1.0,
     " toplan newplan nextplan nextplanname nextproductname nextproduct planto planafter toproduct "
     "totier newtier newproduct nexttier topackage newplanname newplanid targetplan neuerplan "
     "neuertarif neutarif zuplan zutarif zielplan zieltarif plannachher tarifnachher "},
    {Part::toPlan, 0.9, " to new next after zu nach neu nachher "},
    {Part::type, 1.0,
     " movementtype eventtype changetype transitiontype movement typeofmovement mrrmovementtype "
     "subscriptioneventtype bewegungsart ereignisart ereignistyp wechselart "},
    {Part::type, 0.8,
     " type event action change kind activity transactiontype category ereignis art typ aktion "
     "bewegung vorgang vorgangsart dealtype opportunitytype "},
    {Part::stage, 1.0,
     " stage dealstage stagename opportunitystage pipelinestage salesstage phase dealphase "
     "verkaufsphase opportunityphase pipelinephase "},
    {Part::stage, 0.8, " isclosedwon iswon closedwon "},
    {Part::valueBefore, 1.0,
     " valuebefore mrrbefore oldvalue oldmrr previousmrr prevmrr previousvalue valuefrom fromvalue "
     "frommrr oldprice previousprice oldamount previousamount amountbefore pricebefore beforevalue "
     "beforemrr altermrr altermonatswert wertvorher mrrvorher alterwert alterpreis preisvorher "},
    {Part::valueAfter, 1.0,
     " valueafter mrrafter newvalue newmrr nextmrr nextvalue valueto tovalue tomrr newprice "
     "nextprice newamount nextamount amountafter priceafter aftervalue aftermrr neuermrr "
     "neuermonatswert wertnachher mrrnachher neuerwert neuerpreis preisnachher "},
    {Part::period, 1.0,
     " period month quarter year week snapshot snapshotdate snapshotmonth asof asofdate "
     "reportingperiod reportingmonth reportmonth reportdate monthend billingmonth zeitraum monat "
     "quartal jahr woche stichtag "},
    {Part::period, 0.8, " date periodstart monthstart startdate day datum "},
    {Part::total, 1.0,
     " customersatstart customersstart startcustomers openingcustomers opening startingcustomers "
     "beginningcustomers customersatstartofmonth customersatstartofperiod customersatbeginning "
     "customersatthestart kundenzubeginn kundenambeginn kundenanfang kundenamanfang "
     "kundenzumstart kundenstart bestandanfang anfangsbestand kundenammonatsanfang "},
    {Part::total, 0.95,
     " total totalcustomers customers customerstotal totalaccounts base customerbase customercount "
     "numberofcustomers gesamt kunden kundengesamt bestand "},
    {Part::total, 0.8,
     " accounts subscribers activecustomers users members clients active count paying "
     "payingcustomers totalusers totalsubscribers ofcustomers existingcustomers "
     "totalnumberofcustomers anzahlkunden "},
    {Part::upgraded, 1.0,
     " upgraded upgrades customersupgraded upgradedcustomers upgradecount numberofupgrades "
     "upgradedaccounts accountsupgraded upgrade upgradedusers usersupgraded hochgestuft "
     "upgradeskunden "},
    {Part::upgraded, 0.8,
     " movedup ofupgrades numberupgraded customerswhoupgraded upgradingcustomers upgradescount "
     "anzahlupgrades hochgestuftekunden upgradeanzahl "},
    {Part::flag, 1.0,
     " upgraded upgrade didupgrade hasupgraded isupgraded wasupgraded upgradeflag upgradedflag "
     "upgradedyn upgradedyesno customerupgraded movedup hochgestuft aufgestiegen upgegradet "},
};

// "stripecustomerid" and "signupdate" end with a usual name. Not so for counts and money: new
// customers are no total, and a lifetime value is no monthly one.
bool endsWithUsualName(const HeaderWord& word, std::string_view key) {
  constexpr size_t kLeastLetters = 4;
  for (size_t cut = 1; cut + kLeastLetters <= key.size(); ++cut) {
    if (listsWord(word.keys, key.substr(cut))) return true;
  }
  return false;
}

bool mayEndWith(Part part) {
  return part == Part::customer || part == Part::date || part == Part::plan ||
         part == Part::start || part == Part::end || part == Part::status || part == Part::interval;
}

// Beside the plan before, any plan is the one after; and any value the one after.
std::optional<Part> alsoPlays(Part part) {
  if (part == Part::toPlan) return Part::plan;
  if (part == Part::valueAfter) return Part::value;
  return std::nullopt;
}

// "Customer no.", "Kunden-Nr." and "acct num": the name without the short word for its number.
std::string_view withoutNumberWord(std::string_view key) {
  for (const std::string_view word : {"no", "nr", "num", "nbr", "ref"}) {
    if (key.ends_with(word)) return key.substr(0, key.size() - word.size());
  }
  return {};
}

// A trial's end, or that of the period that is paid for, ends nothing.
bool isPassingDate(std::string_view key) {
  return key.find("trial") != key.npos || key.find("period") != key.npos;
}

}  // namespace

double headerScore(std::string_view key, Part part) {
  if (key.empty()) return 0;
  if ((part == Part::start || part == Part::end) && isPassingDate(key)) return 0;
  double score = 0;
  for (const HeaderWord& word : kHeaderWords) {
    if (word.part == part && word.score > score && listsWord(word.keys, key)) score = word.score;
  }
  if (score > 0) return score;
  if (part == Part::customer || part == Part::subscription) {
    const double named = headerScore(withoutNumberWord(key), part);
    if (named > 0) return named;
  }
  if (const auto other = alsoPlays(part)) return 0.8 * headerScore(key, *other);
  if (!mayEndWith(part)) return 0;
  for (const HeaderWord& word : kHeaderWords) {
    if (word.part == part && word.score == 1 && endsWithUsualName(word, key)) return 0.65;
  }
  return 0;
}

bool isDeltaWord(std::string_view key) {
  return key.find("change") != key.npos || key.find("movement") != key.npos ||
         key.find("delta") != key.npos || key.find("differen") != key.npos ||
         key.find("anderung") != key.npos || key.find("impact") != key.npos ||
         key.starts_with("netmrr");
}

std::optional<Measure> measureByWords(std::string_view label) {
  const std::string key = headerKey(label);
  const double total = headerScore(key, Part::total), upgraded = headerScore(key, Part::upgraded);
  if (total == 0 && upgraded == 0) return std::nullopt;
  return total > upgraded ? Measure{Part::total, total} : Measure{Part::upgraded, upgraded};
}

bool isHeaderWord(std::string_view key) {
  return !key.empty() &&
         std::any_of(std::begin(kHeaderWords), std::end(kHeaderWords),
                     [&](const HeaderWord& word) { return listsWord(word.keys, key); });
}

bool namesCancellations(std::string_view key) {
  return key.find("cancel") != std::string_view::npos ||
         key.find("kundig") != std::string_view::npos;
}

}  // namespace upgrade_rate

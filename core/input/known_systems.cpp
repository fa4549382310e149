#include "core/input/known_systems.h"

#include <algorithm>
#include <string>

#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

// Headers from the systems' own documentation of their exports (Stripe Dashboard and Sigma,
// Chargebee, Recurly, ChartMogul, Baremetrics, Kill Bill Analytics, Paddle's API, HubSpot's export
// of deals, Salesforce's reports and objects).
constexpr KnownSystem kSystems[] = {
    {"Stripe subscriptions", Shape::subscriptions, " customerid plan status startutc ",
     " customer:customerid plan:plan start:startutc end:endedatutc end:canceledatutc status:status "
     "quantity:quantity interval:interval value:amount currency:currency subscription:id ",
     false},
    {"Chargebee subscriptions", Shape::subscriptions,
     " subscriptionsid subscriptionsplanid subscriptionsstatus customersid ",
     " customer:customersid plan:subscriptionsplanid start:subscriptionsstartedat "
     "end:subscriptionscancelledat status:subscriptionsstatus quantity:subscriptionsplanquantity "
     "value:subscriptionsplanunitprice interval:subscriptionsbillingperiodunit "
     "currency:subscriptionscurrencycode subscription:subscriptionsid ",
     false},
    {"Recurly subscriptions", Shape::subscriptions,
     " accountcode uuid plancode subscriptionstate versionstartedat ",
     " customer:accountcode plan:plancode start:versionstartedat end:versionendedat "
     "end:subscriptionendedat end:expiredat status:subscriptionstate "
     "value:versiontotalrecurringamount currency:currency subscription:uuid ",
     false},
    {"Baremetrics subscriptions", Shape::subscriptions,
     " customeroid planname subscriptionstartedat ",
     " customer:customeroid plan:planname start:subscriptionstartedat "
     "end:subscriptioncanceledat value:planamount interval:planinterval currency:plancurrency "
     "subscription:subscriptionoid quantity:subscriptionquantity ",
     true},
    {"ChartMogul MRR movements", Shape::movements, " customerexternalid movementtype mrrmovement ",
     " customer:customerexternalid date:date type:movementtype value:mrrmovement "
     "plan:planexternalid fromPlan:previousplanexternalid currency:currencycode ",
     true},
    {"Stripe subscription change events", Shape::movements,
     " eventtimestamp eventtype mrrchange customerid ",
     " customer:customerid date:eventtimestamp type:eventtype value:mrrchange plan:productid "
     "plan:priceid currency:currency ",
     true},
    {"Kill Bill transitions", Shape::movements, " accountid event prevproductname nextproductname ",
     " customer:accountid date:nextstartdate date:requestedtimestamp type:event "
     "fromPlan:prevproductname plan:nextproductname value:nextmrr currency:currency ",
     false},
    {"Kill Bill transitions", Shape::changes, " accountid prevproductname nextproductname ",
     " customer:accountid date:nextstartdate date:requestedtimestamp fromPlan:prevproductname "
     "toPlan:nextproductname valueBefore:prevmrr valueAfter:nextmrr currency:currency ",
     false},
    {"Paddle subscriptions", Shape::subscriptions,
     " customerid status currencycode startedat nextbilledat ",
     " subscription:id subscription:subscriptionid customer:customerid start:startedat "
     "end:canceledat status:status plan:itemsproductname plan:items0productname plan:productname "
     "plan:itemspricename plan:items0pricename plan:pricename plan:itemsproductid "
     "plan:itemspriceproductid plan:items0priceproductid plan:productid plan:itemspriceid "
     "plan:items0priceid plan:priceid quantity:itemsquantity quantity:items0quantity "
     "quantity:quantity interval:billingcycleinterval value:itemspriceunitpriceamount "
     "value:items0priceunitpriceamount value:unitpriceamount currency:currencycode ",
     true},
    {"Paddle transactions", Shape::planHistory, " customerid status currencycode billedat ", " ",
     true,
     "They are payments, and do not say which plan was held from when to when. Export the "
     "subscriptions instead: customer_id, status, started_at, canceled_at and the product."},
    {"HubSpot deals", Shape::movements, " dealname dealstage closedate dealtype ",
     " customer:associatedcompanyids customer:associatedcompany date:closedate type:dealtype "
     "stage:dealstage ",
     false},
    {"Salesforce opportunities", Shape::movements, " accountname closedate stage type ",
     " customer:accountid customer:accountname date:closedate type:type stage:stage ", false},
    {"Salesforce opportunities", Shape::movements, " accountid closedate stagename type ",
     " customer:accountid date:closedate type:type stage:stagename ", false},
};

int32_t columnWithKey(std::span<const ColumnProfile> columns, std::string_view key) {
  const auto at = std::find_if(columns.begin(), columns.end(),
                               [&](const ColumnProfile& column) { return column.key == key; });
  return at == columns.end() ? kNoColumn : static_cast<int32_t>(at - columns.begin());
}

// Calls `take` for every word of the list.
template <class Take>
void eachWord(std::string_view list, Take&& take) {
  while (true) {
    list.remove_prefix(std::min(list.find_first_not_of(' '), list.size()));
    if (list.empty()) return;
    const std::string_view word = list.substr(0, list.find(' '));
    take(word);
    list.remove_prefix(word.size());
  }
}

std::optional<Part> partNamed(std::string_view name) {
  for (size_t i = 0; i < kParts; ++i) {
    if (partName(static_cast<Part>(i)) == name) return static_cast<Part>(i);
  }
  return std::nullopt;
}

}  // namespace

const KnownSystem* knownSystem(std::span<const ColumnProfile> columns) {
  const KnownSystem* best = nullptr;
  size_t most = 0;
  for (const KnownSystem& system : kSystems) {
    size_t needed = 0, found = 0;
    eachWord(system.needs, [&](std::string_view key) {
      ++needed;
      found += columnWithKey(columns, key) == kNoColumn ? 0 : 1;
    });
    if (found < needed || needed <= most) continue;
    best = &system;
    most = needed;
  }
  return best;
}

ReadingRequest withSystem(const KnownSystem& system, const ReadingRequest& request,
                          std::span<const ColumnProfile> columns) {
  ReadingRequest known = request;
  if (request.shape && *request.shape != system.shape) return known;
  known.shape = system.shape;
  if (!request.minorUnits && system.minorUnits) known.minorUnits = true;
  const std::vector<std::string> segments = request.segments.value_or(std::vector<std::string>{});
  const auto isTaken = [&](const std::string& header) {
    if (std::find(segments.begin(), segments.end(), header) != segments.end()) return true;
    return std::any_of(known.mapping.begin(), known.mapping.end(),
                       [&](const auto& each) { return each.second == header; });
  };
  eachWord(system.plays, [&](std::string_view pair) {
    const size_t colon = pair.find(':');
    const std::optional<Part> part = partNamed(pair.substr(0, colon));
    const int32_t column = columnWithKey(columns, pair.substr(colon + 1));
    if (!part || column == kNoColumn || known.mapping.contains(*part)) return;
    const std::string header = columns[column].header;
    if (!isTaken(header)) known.mapping[*part] = header;
  });
  return known;
}

}  // namespace upgrade_rate

// The counts of one period and the overlap of two, customer by customer as the definition reads.
#pragma once

#include "core/kpi/counts.h"
#include "core/stats/newcombe.h"
#include "tests/core/kpi/slow_timeline.h"

namespace upgrade_rate::slow {

/// What one customer did in [start, end).
struct Visit {
  Moment opening, closing;
  bool active = false;
  std::map<std::string, int64_t> moves;
  bool converted = false;

  bool did(const char* move) const { return moves.count(move) > 0; }
  int64_t times(const char* move) const { return did(move) ? moves.at(move) : 0; }
  bool kept() const {
    return opening.tiered() && did("upgrade") && closing.tiered() && closing.tier > opening.tier;
  }
};

// The state after all rows strictly before `instant`.
inline Moment at(const Timeline& timeline, int64_t instant) {
  const Moment* found = nullptr;
  for (const Moment& each : timeline.moments) {
    if (each.instant < instant) found = &each;
  }
  return found ? *found : Moment{};
}

inline Visit visitOf(const Timeline& timeline, int64_t start, int64_t end) {
  Visit visit;
  visit.opening = at(timeline, start);
  visit.closing = at(timeline, end);
  visit.active = visit.opening.tiered();
  for (const Moment& each : timeline.moments) {
    if (each.instant >= start && each.instant < end && each.tiered()) visit.active = true;
  }
  for (const Move& move : timeline.moves) {
    if (move.instant < start || move.instant >= end) continue;
    ++visit.moves[move.name];
    visit.converted |= move.name == "new" && move.fromKind == "prospect";
  }
  return visit;
}

inline void addTo(PeriodCounts& counts, std::map<int32_t, TierCounts>& byTier, const Visit& v,
                  int32_t topTier) {
  const bool opening = v.opening.tiered(), closing = v.closing.tiered();
  const bool upgraded = v.did("upgrade"), upsold = v.did("expansion");
  const bool eligible = opening && v.opening.tier < topTier;
  counts.opening += opening;
  counts.closing += closing;
  counts.joined += closing && !opening;
  counts.left += opening && !closing;
  counts.newCustomers += v.did("new");
  counts.reactivated += v.did("reactivation");
  counts.converted += v.converted;
  counts.prospects += v.opening.kind == "prospect";
  counts.active += v.active;
  counts.eligible += eligible;
  counts.upgraded += opening && upgraded;
  counts.kept += v.kept();
  counts.upsold += opening && upsold;
  counts.upgradedOrUpsold += opening && (upgraded || upsold);
  counts.upgradedNew += !opening && upgraded;
  counts.upsoldNew += !opening && upsold;
  counts.upgradedOrUpsoldNew += !opening && (upgraded || upsold);
  counts.upgradedEligible += eligible && upgraded;
  counts.keptEligible += eligible && v.kept();
  counts.upsoldEligible += eligible && upsold;
  counts.upgradedOrUpsoldEligible += eligible && (upgraded || upsold);
  counts.upgradeEvents += v.times("upgrade");
  counts.upgradeEventsEligible += eligible ? v.times("upgrade") : 0;
  counts.downgraded += opening && v.did("downgrade");
  counts.churned += opening && v.did("churn");
  if (!opening) return;
  TierCounts& tier = byTier[v.opening.tier];
  tier.tier = v.opening.tier;
  ++tier.opening;
  tier.upgraded += upgraded;
  tier.downgraded += v.did("downgrade");
  tier.churned += v.did("churn");
}

inline PeriodCounts countsOf(const std::vector<Timeline>& timelines, int64_t start, int64_t end,
                             int32_t topTier) {
  PeriodCounts counts;
  std::map<int32_t, TierCounts> byTier;
  for (const Timeline& each : timelines) {
    addTo(counts, byTier, visitOf(each, start, end), topTier);
  }
  for (const auto& [tier, of] : byTier) counts.byTier.push_back(of);
  return counts;
}

inline bool inBase(const Visit& v, Base base, int32_t topTier) {
  if (base == Base::active) return v.active;
  if (base == Base::eligible) return v.opening.tiered() && v.opening.tier < topTier;
  return v.opening.tiered();
}

inline bool inNumerator(const Visit& v, Numerator numerator) {
  const bool upgraded = v.did("upgrade"), upsold = v.did("expansion");
  return numerator == Numerator::kept               ? v.kept()
         : numerator == Numerator::upsold           ? upsold
         : numerator == Numerator::upgradedOrUpsold ? upgraded || upsold
                                                    : upgraded;
}

/// The phi table of the customers in both bases.
inline Overlap overlapOf(const std::vector<Timeline>& timelines, const int64_t first[2],
                         const int64_t second[2], const CountOptions& options) {
  Overlap overlap;
  for (const Timeline& each : timelines) {
    const Visit one = visitOf(each, first[0], first[1]);
    const Visit two = visitOf(each, second[0], second[1]);
    if (!inBase(one, options.base, options.topTier)) continue;
    if (!inBase(two, options.base, options.topTier)) continue;
    const bool a = inNumerator(one, options.numerator), b = inNumerator(two, options.numerator);
    ++(a && b ? overlap.both : a ? overlap.onlyFirst : b ? overlap.onlySecond : overlap.neither);
  }
  return overlap;
}

/// Every field as text, so that a difference shows where it is.
inline std::string written(const PeriodCounts& c) {
  std::string text;
  const auto put = [&](const char* name, int64_t count) {
    text += std::string(name) + "=" + std::to_string(count) + " ";
  };
  put("opening", c.opening), put("closing", c.closing), put("joined", c.joined);
  put("left", c.left), put("new", c.newCustomers), put("reactivated", c.reactivated);
  put("converted", c.converted), put("prospects", c.prospects), put("active", c.active);
  put("eligible", c.eligible), put("upgraded", c.upgraded), put("kept", c.kept);
  put("upsold", c.upsold), put("upgradedOrUpsold", c.upgradedOrUpsold);
  put("upgradedNew", c.upgradedNew), put("upsoldNew", c.upsoldNew);
  put("upgradedOrUpsoldNew", c.upgradedOrUpsoldNew), put("upgradedEligible", c.upgradedEligible);
  put("keptEligible", c.keptEligible), put("upsoldEligible", c.upsoldEligible);
  put("upgradedOrUpsoldEligible", c.upgradedOrUpsoldEligible);
  put("upgradeEvents", c.upgradeEvents), put("upgradeEventsEligible", c.upgradeEventsEligible);
  put("downgraded", c.downgraded), put("churned", c.churned);
  for (const TierCounts& t : c.byTier) {
    put("tier", t.tier), put("opening", t.opening), put("upgraded", t.upgraded);
    put("downgraded", t.downgraded), put("churned", t.churned);
  }
  return text;
}

inline std::string written(const Overlap& o) {
  return std::to_string(o.both) + " " + std::to_string(o.onlyFirst) + " " +
         std::to_string(o.onlySecond) + " " + std::to_string(o.neither);
}

}  // namespace upgrade_rate::slow

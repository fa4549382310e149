// The timeline of one customer, written again from its definition, slowly and without sharing code
// with the core beyond its zone and its plans: what the fast one is compared with.
//
// Leaves out files read backwards: the histories it is used on have none.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/timeline/states.h"
#include "tests/core/timeline/history.h"

namespace upgrade_rate::slow {

using Amount = std::optional<int64_t>;

struct Moment {
  int64_t instant = 0;
  std::string kind = "none";  ///< none, prospect, tier
  int32_t tier = 0;
  uint32_t plan = kNoPlan;
  Amount quantity, value;
  int64_t row = -1;  ///< the event that said the plan, or that there is none
  std::map<uint32_t, std::pair<Amount, Amount>> addOns;  ///< by plan: quantity, value

  bool tiered() const { return kind == "tier"; }
  Amount sum() const {
    Amount total = value;
    for (const auto& [addOn, held] : addOns) {
      if (!total || !held.second) return std::nullopt;
      *total += *held.second;
    }
    return total;
  }
};

struct Move {
  int64_t instant;
  std::string name;
  std::string fromKind;
};

struct Timeline {
  std::vector<Moment> moments;
  std::vector<Move> moves;
  std::array<uint64_t, kRowFates> fates{};
  std::vector<int64_t> usedInstants;
};

inline Amount amountOf(int64_t millionths) {
  return millionths == kUnknown ? std::nullopt : Amount(millionths);
}

// Step 2, same instant: the rows that are used, in order.
inline std::vector<uint32_t> usedRows(const History& h, uint32_t customer, const TimeZone& zone,
                                      int64_t dataUntil, Timeline& out) {
  std::map<int64_t, std::vector<uint32_t>> byInstant;
  for (uint32_t e = 0; e < h.events.size(); ++e) {
    if (h.events.customer[e] == customer) byInstant[zone.instant(h.events.time[e])].push_back(e);
  }
  std::vector<uint32_t> used;
  for (const auto& [instant, rows] : byInstant) {
    if (instant >= dataUntil) {
      out.fates[size_t(RowFate::ignored)] += rows.size();
      continue;
    }
    const uint32_t last = rows.back();
    used.push_back(last);
    out.usedInstants.push_back(instant);
    ++out.fates[size_t(RowFate::used)];
    for (size_t i = 0; i + 1 < rows.size(); ++i) {
      const bool same = h.events.spelling[rows[i]] == h.events.spelling[last] &&
                        h.events.value[rows[i]] == h.events.value[last] &&
                        h.events.quantity[rows[i]] == h.events.quantity[last];
      ++out.fates[size_t(same ? RowFate::duplicate : RowFate::superseded)];
    }
  }
  return used;
}

inline Moment after(const Moment& before, const History& h, uint32_t row, int64_t instant,
                    bool prospectsAreCustomers) {
  Moment now = before;
  now.instant = instant;
  const uint32_t spelling = h.events.spelling[row];
  const uint32_t plan = spelling == kBlankPlan ? kNoPlan : h.plans.planOf[spelling];
  const Role role = plan == kNoPlan ? Role::none : h.plans.plans[plan].rule.role;
  Amount quantity = amountOf(h.events.quantity[row]);
  Amount value = amountOf(h.events.value[row]);
  if (role == Role::none) {
    now = Moment{};
    now.instant = instant;
    now.row = row;
  } else if (role == Role::addOn) {
    if (now.row < 0) now.row = row;
    if (quantity == Amount(0)) {
      now.addOns.erase(plan);
    } else {
      auto& held = now.addOns[plan];
      if (quantity) held.first = quantity;
      if (value) held.second = value;
    }
  } else {
    const bool unchanged = before.plan == plan;
    if (!quantity && unchanged) quantity = before.quantity;
    if (!value && unchanged) value = before.value;
    now.row = row;
    now.plan = plan;
    now.quantity = quantity;
    now.value = value;
    now.kind = role == Role::tier || prospectsAreCustomers ? "tier" : "prospect";
    now.tier = role == Role::tier ? h.plans.plans[plan].rule.tier : 0;
  }
  return now;
}

// Step 4: drops the first `none` that a bridge spans, until there is none left.
inline void bridge(std::vector<Moment>& moments, const TimeZone& zone, int32_t days) {
  for (size_t i = 1; i + 1 < moments.size();) {
    const int64_t until = zone.instant(zone.local(moments[i].instant) + days * kMicrosPerDay);
    if (moments[i].kind == "none" && moments[i - 1].tiered() && moments[i + 1].tiered() &&
        moments[i + 1].instant <= until) {
      moments.erase(moments.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

inline std::string moveOf(const Moment& a, const Moment& b, bool wasCustomer) {
  if (!a.tiered()) return !b.tiered() ? "" : wasCustomer ? "reactivation" : "new";
  if (!b.tiered()) return "churn";
  if (b.tier != a.tier) return b.tier > a.tier ? "upgrade" : "downgrade";
  bool up = a.quantity && b.quantity && *b.quantity > *a.quantity;
  bool down = a.quantity && b.quantity && *b.quantity < *a.quantity;
  for (const auto& [plan, held] : b.addOns) {
    if (a.addOns.count(plan) == 0) {
      up = true;
    } else if (const Amount was = a.addOns.at(plan).first; was && held.first) {
      up |= *held.first > *was;
      down |= *held.first < *was;
    }
  }
  for (const auto& [plan, held] : a.addOns) down |= b.addOns.count(plan) == 0;
  if (up) return "expansion";
  if (down) return "contraction";
  if (a.plan != b.plan) return "switch";
  if (!a.sum() || !b.sum() || *a.sum() == *b.sum()) return "";
  const bool rises = *b.sum() > *a.sum();
  if (a.quantity && b.quantity) return rises ? "priceRise" : "priceCut";
  return rises ? "expansion" : "contraction";
}

inline Timeline timelineOf(const History& h, uint32_t customer, const TimeZone& zone,
                           const StateRules& rules) {
  Timeline out;
  Moment now;
  for (const uint32_t row : usedRows(h, customer, zone, rules.dataUntil, out)) {
    now = after(now, h, row, zone.instant(h.events.time[row]), rules.prospectsAreCustomers);
    const bool still =
        now.kind == "none" && !out.moments.empty() && out.moments.back().kind == "none";
    if (!still) out.moments.push_back(now);
  }
  bridge(out.moments, zone, rules.bridgeDays);
  Moment before;
  bool wasCustomer = false;
  for (const Moment& moment : out.moments) {
    const std::string name = moveOf(before, moment, wasCustomer);
    if (!name.empty()) out.moves.push_back({moment.instant, name, before.kind});
    wasCustomer |= moment.tiered();
    before = moment;
  }
  return out;
}

}  // namespace upgrade_rate::slow

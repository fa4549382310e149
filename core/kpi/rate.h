// Numerator over base: the rate, kept as two exact counts.
#pragma once

#include <cstdint>
#include <optional>

#include "core/kpi/counts.h"
#include "core/stats/share.h"

namespace upgrade_rate {

/// numerator / base, both times `scale` (2 where the base is an average of two counts, else 1).
struct Fraction {
  int64_t numerator = 0;
  int64_t base = 0;
  int64_t scale = 1;

  /// Nothing for a base of 0.
  std::optional<double> rate() const {
    if (base <= 0) return std::nullopt;
    return static_cast<double>(numerator) / static_cast<double>(base);
  }
};

/// A fraction that is a share of its base, for the statistics.
inline Share shareOf(const Fraction& fraction) {
  return {static_cast<uint64_t>(fraction.numerator), static_cast<uint64_t>(fraction.base)};
}

Fraction fraction(const PeriodCounts& counts, Numerator numerator, Base base);

/// Whether the numerator counts some of the customers in the base. Events, and bases that are no
/// fixed group of customers, give a ratio that is no share: it has no interval, chances or change.
bool isShare(Numerator numerator, Base base);

/// (upgraded − downgraded) / opening; nothing for an opening of 0.
std::optional<double> netRate(const PeriodCounts& counts);

}  // namespace upgrade_rate

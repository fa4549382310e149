// Whether a rate is good: the band it falls into, how sure that is, and how far the next one is.
//
// Thresholds are compared on counts, never on a rounded rate, so 15.000 % is exactly at 15. The
// published scale states no window; where the reader chooses one, a threshold t for a window of W
// months becomes 1 − (1 − t)^(L/W) for a period of L months (constant hazard).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/kpi/rate.h"

namespace upgrade_rate {

/// One band. A rate is in the last band whose threshold it passes.
struct Band {
  std::string name;
  int64_t percentMillionths = 0;  ///< threshold in millionths of a percent, 0 to 100'000'000
  bool strict = false;            ///< the rate must be over it, not only at it
};

/// Ascending; the first starts at 0 and is not strict.
using Bands = std::vector<Band>;

Bands publishedBands();  ///< concerning < 15 ≤ healthy ≤ 25 < exceptional

/// How a threshold's window relates to the period's length. Whole months are compared exactly.
struct BandScale {
  bool asShown = true;       ///< thresholds are for the period as it is
  int32_t windowMonths = 0;  ///< W
  int32_t periodMonths = 0;  ///< L in whole months, or 0
  double periodLength = 0;   ///< L in months where it is not whole (days ÷ 30.436875)
};

/// Index into `bands`. The fraction's base must be above 0.
size_t bandOf(const Bands& bands, const Fraction& fraction, const BandScale& scale);

/// Smallest number of further customers in the numerator that lifts the rate into a higher band;
/// nothing in the top band, or where a share would have to pass its whole base.
std::optional<int64_t> toNextBand(const Bands& bands, const Fraction& fraction,
                                  const BandScale& scale, bool share);
/// Smallest number fewer that drops it into a lower band; nothing in the lowest.
std::optional<int64_t> toLowerBand(const Bands& bands, const Fraction& fraction,
                                   const BandScale& scale);

/// Chance of each band, summing to 1: posterior Beta(k + ½, n − k + ½) of the rate (Jeffreys).
/// `fraction` must be a share with a base above 0.
std::vector<double> bandChances(const Bands& bands, const Fraction& fraction,
                                const BandScale& scale);

/// The threshold as it applies to the period, as a ratio.
double scaledThreshold(const Band& band, const BandScale& scale);

}  // namespace upgrade_rate

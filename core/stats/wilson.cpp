// Wilson's limits; wilson.h says what they mean.
//
// The textbook form (2k + z^2 -+ z sqrt(z^2 + 4k(n-k)/n)) / 2(n + z^2) loses the lower limit to
// cancellation when k is small, and 1 - high when n - k is small. Multiplying by the conjugate
// gives low = 2k^2 / (n (2k + z^2 + z sqrt(...))), a sum of positive terms.
#include "core/stats/wilson.h"

#include <algorithm>
#include <cmath>

#include "core/stats/normal.h"

namespace upgrade_rate {

std::optional<Interval> wilsonInterval(uint64_t k, uint64_t n, double level) {
  const std::optional<double> z = normalTwoSidedQuantile(level);
  if (n == 0 || k > n || !z) return std::nullopt;
  const double total = static_cast<double>(n);
  const double hits = static_cast<double>(k);
  const double misses = static_cast<double>(n - k);
  const double zz = *z * *z;
  const double spread = *z * std::sqrt(zz + 4 * hits * (misses / total));
  const double low = 2 * hits * (hits / total) / (2 * hits + zz + spread);
  const double missesLow = 2 * misses * (misses / total) / (2 * misses + zz + spread);
  const double share = hits / total;
  // For k > n/2 the upper limit is near 1 and best taken from its complement.
  const double high = hits > misses ? 1 - missesLow : (2 * hits + zz + spread) / (2 * (total + zz));
  return Interval{std::clamp(low, 0.0, share), std::clamp(high, share, 1.0)};
}

}  // namespace upgrade_rate

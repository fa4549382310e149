// Wilson's limits; wilson.h says what they mean.
//
// The textbook form (2k + z^2 -+ z sqrt(z^2 + 4k(n-k)/n)) / 2(n + z^2) loses the lower limit to
// cancellation when k is small. Multiplying by the conjugate gives
// low = 2k^2 / (n (2k + z^2 + z sqrt(...))), a sum of positive terms.
#include "core/stats/wilson.h"

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
  const double sum = 2 * hits + zz + spread;
  const double low = 2 * hits * (hits / total) / sum;
  const double high = k == n ? 1 : sum / (2 * (total + zz));
  return Interval{low, high};
}

}  // namespace upgrade_rate

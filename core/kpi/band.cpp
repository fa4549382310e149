#include "core/kpi/band.h"

#include <cmath>
#include <numeric>

#include "core/kpi/exact_power.h"
#include "core/stats/beta.h"

namespace upgrade_rate {

namespace {

constexpr int64_t kWhole = 100'000'000;  // 100 % in millionths of a percent

int sign(double value) { return value < 0 ? -1 : value > 0 ? 1 : 0; }

// Sign of rate − threshold.
int compareRate(const Band& band, const Fraction& fraction, const BandScale& scale) {
  const int64_t k = fraction.numerator;
  const int64_t n = fraction.base;
  const int64_t t = band.percentMillionths;
  if (scale.asShown || scale.windowMonths == scale.periodMonths || t == 0) {
    const __int128 left = static_cast<__int128>(k) * kWhole;
    const __int128 right = static_cast<__int128>(t) * n;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  if (k >= n) return 1;
  if (scale.periodMonths == 0) {
    return sign(static_cast<double>(k) / static_cast<double>(n) - scaledThreshold(band, scale));
  }
  // rate > t′  ⇔  (1 − k/n)^W < (1 − t)^L, with both sides times n^W · whole^L.
  const int32_t common = std::gcd(scale.windowMonths, scale.periodMonths);
  const uint32_t window = scale.windowMonths / common;
  const uint32_t length = scale.periodMonths / common;
  return -comparePowerProducts({static_cast<uint64_t>(n - k), window}, {kWhole, length},
                               {static_cast<uint64_t>(kWhole - t), length},
                               {static_cast<uint64_t>(n), window});
}

bool passes(const Band& band, const Fraction& fraction, const BandScale& scale) {
  const int compared = compareRate(band, fraction, scale);
  return band.strict ? compared > 0 : compared >= 0;
}

Fraction withMore(const Fraction& fraction, int64_t customers) {
  Fraction moved = fraction;
  moved.numerator += customers * fraction.scale;
  return moved;
}

}  // namespace

Bands publishedBands() {
  return {
      {"concerning", 0, false}, {"healthy", 15'000'000, false}, {"exceptional", 25'000'000, true}};
}

double scaledThreshold(const Band& band, const BandScale& scale) {
  const double threshold = static_cast<double>(band.percentMillionths) / kWhole;
  if (scale.asShown) return threshold;
  const double length = scale.periodMonths > 0 ? scale.periodMonths : scale.periodLength;
  return -std::expm1(std::log1p(-threshold) * length / scale.windowMonths);
}

size_t bandOf(const Bands& bands, const Fraction& fraction, const BandScale& scale) {
  size_t band = 0;
  while (band + 1 < bands.size() && passes(bands[band + 1], fraction, scale)) ++band;
  return band;
}

std::optional<int64_t> toNextBand(const Bands& bands, const Fraction& fraction,
                                  const BandScale& scale, bool share) {
  const size_t band = bandOf(bands, fraction, scale);
  if (band + 1 == bands.size()) return std::nullopt;
  // A share ends at its base; another ratio can go on, but not past twice the base here, since
  // every threshold is at most 100 %.
  int64_t enough = fraction.base / fraction.scale + 1;
  if (share) enough = fraction.base - fraction.numerator;
  if (enough <= 0 || !passes(bands[band + 1], withMore(fraction, enough), scale)) {
    return std::nullopt;
  }
  int64_t tooFew = 0;
  while (enough - tooFew > 1) {
    const int64_t middle = tooFew + (enough - tooFew) / 2;
    (passes(bands[band + 1], withMore(fraction, middle), scale) ? enough : tooFew) = middle;
  }
  return enough;
}

std::optional<int64_t> toLowerBand(const Bands& bands, const Fraction& fraction,
                                   const BandScale& scale) {
  const size_t band = bandOf(bands, fraction, scale);
  if (band == 0) return std::nullopt;
  int64_t still = 0;
  int64_t dropped = fraction.numerator / fraction.scale;
  if (passes(bands[band], withMore(fraction, -dropped), scale)) return std::nullopt;
  while (dropped - still > 1) {
    const int64_t middle = still + (dropped - still) / 2;
    (passes(bands[band], withMore(fraction, -middle), scale) ? still : dropped) = middle;
  }
  return dropped;
}

std::vector<double> bandChances(const Bands& bands, const Fraction& fraction,
                                const BandScale& scale) {
  const double k = static_cast<double>(fraction.numerator);
  const double n = static_cast<double>(fraction.base);
  std::vector<double> chances;
  Tails from{0, 1};
  for (size_t band = 0; band < bands.size(); ++band) {
    Tails to{1, 0};
    if (band + 1 < bands.size()) {
      to = betaTails(scaledThreshold(bands[band + 1], scale), k + 0.5, n - k + 0.5)
               .value_or(Tails{1, 0});
    }
    // The difference of the smaller tails keeps its digits.
    chances.push_back(from.lower > 0.5 ? from.upper - to.upper : to.lower - from.lower);
    from = to;
  }
  return chances;
}

}  // namespace upgrade_rate

// Newcombe's hybrid score interval for overlapping samples; newcombe.h says what it means.
#include "core/stats/newcombe.h"

#include <algorithm>
#include <cmath>

#include "core/stats/wilson.h"

namespace upgrade_rate {
namespace {

// a*d - b*c to about one unit in the last place even where the products nearly cancel (Kahan).
double differenceOfProducts(double a, double d, double b, double c) {
  const double bc = b * c;
  const double roundingOfBc = std::fma(-b, c, bc);
  return std::fma(a, d, -bc) + roundingOfBc;
}

uint64_t size(const Overlap& o) { return o.both + o.onlyFirst + o.onlySecond + o.neither; }

bool fits(const Overlap& o, Share first, Share second) {
  const uint64_t hitsFirst = o.both + o.onlyFirst;
  const uint64_t hitsSecond = o.both + o.onlySecond;
  return first.count <= first.base && second.count <= second.base && hitsFirst <= first.count &&
         hitsSecond <= second.count && size(o) - hitsFirst <= first.base - first.count &&
         size(o) - hitsSecond <= second.base - second.count;
}

// The length of the side with arms g and h at correlation rho. The radicand can only fall below 0
// by rounding (|rho| <= 1).
double side(double g, double h, double rho) {
  return std::sqrt(std::max(0.0, g * g - 2 * rho * g * h + h * h));
}

}  // namespace

double phiCoefficient(Overlap overlap) {
  const double a = static_cast<double>(overlap.both), b = static_cast<double>(overlap.onlyFirst);
  const double c = static_cast<double>(overlap.onlySecond);
  const double d = static_cast<double>(overlap.neither);
  const double margins = std::sqrt((a + b) * (c + d)) * std::sqrt((a + c) * (b + d));
  if (margins == 0) return 0;
  return std::clamp(differenceOfProducts(a, d, b, c) / margins, -1.0, 1.0);
}

std::optional<ShareChange> shareChange(Share first, Share second, Overlap overlap, double level) {
  const std::optional<Interval> one = wilsonInterval(first.count, first.base, level);
  const std::optional<Interval> two = wilsonInterval(second.count, second.base, level);
  if (!one || !two || !fits(overlap, first, second)) return std::nullopt;
  const double n1 = static_cast<double>(first.base), n2 = static_cast<double>(second.base);
  const double shared = static_cast<double>(size(overlap)) / std::sqrt(n1 * n2);
  const double rho = phiCoefficient(overlap) * std::min(1.0, shared);
  const double p1 = first.rate(), p2 = second.rate();
  const double k1 = static_cast<double>(first.count), k2 = static_cast<double>(second.count);
  const double d = differenceOfProducts(k2, n1, k1, n2) / (n1 * n2);  // exact 0 for equal shares
  const Interval limits{d - side(p2 - two->low, one->high - p1, rho),
                        d + side(two->high - p2, p1 - one->low, rho)};
  const Interval cut{std::max(-1.0, limits.low), std::min(1.0, limits.high)};
  return ShareChange{d, cut, rho, cut.low > 0 || cut.high < 0, first, overlap};
}

}  // namespace upgrade_rate

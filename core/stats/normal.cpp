// Normal distribution function and quantile; normal.h says by which methods.
#include "core/stats/normal.h"

#include <cmath>
#include <cstddef>

namespace upgrade_rate {
namespace {

// 1/sqrt(2) as the sum of two doubles, and 2/sqrt(pi).
constexpr double kInvSqrt2 = 0.70710678118654757;
constexpr double kInvSqrt2Low = -4.8336466567264567e-17;
constexpr double kTwoInvSqrtPi = 1.1283791670955126;

// P(Z >= z) * 2 for any sign of z. erfc(x) changes by 2x^2 times the relative error of x, so the
// error of x = z/sqrt(2) is found by a fused product and its first-order effect added.
double twiceUpperTail(double z) {
  const double x = z * kInvSqrt2;
  const double plain = std::erfc(x);
  if (!(std::fabs(x) < 30)) return plain;
  const double missing = std::fma(z, kInvSqrt2, -x) + z * kInvSqrt2Low;
  return plain - missing * kTwoInvSqrtPi * std::exp(-x * x);
}

// Coefficients of AS 241 by rising power: numerators and denominators of three rational functions.
constexpr double kCentreTop[] = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                                 1.9715909503065514427e+3, 1.3731693765509461125e+4,
                                 4.5921953931549871457e+4, 6.7265770927008700853e+4,
                                 3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double kCentreBottom[] = {1.0,
                                    4.2313330701600911252e+1,
                                    6.8718700749205790830e+2,
                                    5.3941960214247511077e+3,
                                    2.1213794301586595867e+4,
                                    3.9307895800092710610e+4,
                                    2.8729085735721942674e+4,
                                    5.2264952788528545610e+3};
constexpr double kMiddleTop[] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                                 5.76949722146069140550e0,  3.64784832476320460504e0,
                                 1.27045825245236838258e0,  2.41780725177450611770e-1,
                                 2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kMiddleBottom[] = {1.0,
                                    2.05319162663775882187e0,
                                    1.67638483018380384940e0,
                                    6.89767334985100004550e-1,
                                    1.48103976427480074590e-1,
                                    1.51986665636164571966e-2,
                                    5.47593808499534494600e-4,
                                    1.05075007164441684324e-9};
constexpr double kFarTop[] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                              1.78482653991729133580e0,  2.96560571828504891230e-1,
                              2.65321895265761230930e-2, 1.24266094738807843860e-3,
                              2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kFarBottom[] = {1.0,
                                 5.99832206555887937690e-1,
                                 1.36929880922735805310e-1,
                                 1.48753612908506148525e-2,
                                 7.86869131145613259100e-4,
                                 1.84631831751005468180e-5,
                                 1.42151175831644588870e-7,
                                 2.04426310338993978564e-15};

double polynomial(const double (&coefficient)[8], double x) {
  double sum = coefficient[7];
  for (std::size_t i = 7; i-- > 0;) sum = sum * x + coefficient[i];
  return sum;
}

}  // namespace

double normalCdf(double z) { return 0.5 * twiceUpperTail(-z); }

double normalTwoSidedP(double z) { return twiceUpperTail(std::fabs(z)); }

std::optional<double> normalQuantile(double p) {
  if (!(p > 0 && p < 1)) return std::nullopt;
  const double q = p - 0.5;
  if (std::fabs(q) <= 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(kCentreTop, r) / polynomial(kCentreBottom, r);
  }
  const double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
  const double z = r <= 5 ? polynomial(kMiddleTop, r - 1.6) / polynomial(kMiddleBottom, r - 1.6)
                          : polynomial(kFarTop, r - 5) / polynomial(kFarBottom, r - 5);
  return q < 0 ? -z : z;
}

std::optional<double> normalTwoSidedQuantile(double level) {
  if (!(level > 0 && level < 1)) return std::nullopt;
  const std::optional<double> z = normalQuantile((1 - level) / 2);
  return z ? std::optional<double>(-*z) : std::nullopt;
}

}  // namespace upgrade_rate

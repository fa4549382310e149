// Comparison by relative error, with the two values and their error in the failure text.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace upgrade_rate {

/// |got - want| <= tolerance * |want|; exact where want is 0.
inline testing::AssertionResult near(double got, double want, double tolerance) {
  if (std::fabs(got - want) <= tolerance * std::fabs(want)) return testing::AssertionSuccess();
  return testing::AssertionFailure()
         << testing::PrintToString(got) << " instead of " << testing::PrintToString(want)
         << ", relative error " << std::fabs(got - want) / std::fabs(want);
}

}  // namespace upgrade_rate

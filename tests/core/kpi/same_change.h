// Two changes of a share that must be the same, to the last bit.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "core/stats/newcombe.h"

namespace upgrade_rate {

inline void expectSame(const std::optional<ShareChange>& got,
                       const std::optional<ShareChange>& want, const std::string& name) {
  ASSERT_EQ(got.has_value(), want.has_value()) << name;
  if (!got) return;
  EXPECT_EQ(got->difference, want->difference) << name;
  EXPECT_EQ(got->interval.low, want->interval.low) << name;
  EXPECT_EQ(got->interval.high, want->interval.high) << name;
  EXPECT_EQ(got->correlation, want->correlation) << name;
}

}  // namespace upgrade_rate

// Did the share change because segments upgrade differently now, or because their sizes shifted?
//
// Method: the symmetric two-factor decomposition (Kitagawa 1955, JASA 50:1168-1194). With w the
// share of a segment in the base and r its rate, mix = sum (w2 - w1)(r1 + r2)/2 and
// rate = sum (r2 - r1)(w1 + w2)/2; they sum to the change. A segment without base in one period has
// no rate there and takes its other one, so that its coming or going is all mix.
// Leaves out intervals: it splits what was counted.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "core/stats/share.h"

namespace upgrade_rate {

struct SegmentPair {
  Share first;
  Share second;
};

/// Parts of a change, in shares (0.01 is one point).
struct MixRatePart {
  double mix = 0;
  double rate = 0;
};

struct MixRate {
  double change = 0;                  ///< overall share, second minus first
  MixRatePart total;                  ///< mix + rate = change
  std::vector<MixRatePart> segments;  ///< as the segments given; they sum to the total
  /// The overall share moved one way and every segment with a base in both periods the other way
  /// (Simpson's paradox); compared exactly, on counts.
  bool againstEverySegment = false;
};

/// Nothing when all bases of a period are 0 or a count exceeds its base.
std::optional<MixRate> mixAndRate(std::span<const SegmentPair> segments);

}  // namespace upgrade_rate

// Kitagawa's decomposition; mix_rate.h says what it means.
#include "core/stats/mix_rate.h"

namespace upgrade_rate {
namespace {

bool movesAgainstEvery(std::span<const SegmentPair> segments, const SegmentPair& overall) {
  const int direction = compareShares(overall.second, overall.first);
  bool compared = false;
  for (const SegmentPair& segment : segments) {
    if (segment.first.base == 0 || segment.second.base == 0) continue;
    if (compareShares(segment.second, segment.first) != -direction) return false;
    compared = true;
  }
  return direction != 0 && compared;
}

MixRatePart partOf(const SegmentPair& segment, const SegmentPair& overall) {
  const bool inFirst = segment.first.base > 0, inSecond = segment.second.base > 0;
  if (!inFirst && !inSecond) return {};
  const double rate1 = inFirst ? segment.first.rate() : segment.second.rate();
  const double rate2 = inSecond ? segment.second.rate() : segment.first.rate();
  const double weight1 = Share{segment.first.base, overall.first.base}.rate();
  const double weight2 = Share{segment.second.base, overall.second.base}.rate();
  return {(weight2 - weight1) * (rate1 + rate2) / 2, (rate2 - rate1) * (weight1 + weight2) / 2};
}

}  // namespace

std::optional<MixRate> mixAndRate(std::span<const SegmentPair> segments) {
  SegmentPair overall;
  for (const SegmentPair& s : segments) {
    if (s.first.count > s.first.base || s.second.count > s.second.base) return std::nullopt;
    overall.first = {overall.first.count + s.first.count, overall.first.base + s.first.base};
    overall.second = {overall.second.count + s.second.count, overall.second.base + s.second.base};
  }
  if (overall.first.base == 0 || overall.second.base == 0) return std::nullopt;
  MixRate result;
  result.change = overall.second.rate() - overall.first.rate();
  result.againstEverySegment = movesAgainstEvery(segments, overall);
  for (const SegmentPair& segment : segments) {
    const MixRatePart part = partOf(segment, overall);
    result.total = {result.total.mix + part.mix, result.total.rate + part.rate};
    result.segments.push_back(part);
  }
  return result;
}

}  // namespace upgrade_rate

#include "core/report/segments_json.h"

#include <algorithm>

#include "core/cells/iso.h"
#include "core/report/figure_json.h"

namespace upgrade_rate {

namespace {

Json writeChances(const std::vector<double>& chances, const Bands& bands) {
  if (chances.empty()) return nullptr;
  Json object = Json::object();
  for (size_t i = 0; i < bands.size(); ++i) object[bands[i].name] = chances[i];
  return object;
}

Json writeBeyond(int beyond) {
  return beyond == 0 ? Json(nullptr) : Json(beyond > 0 ? "above" : "below");
}

Json writeRow(const SegmentRow& row, bool fromTotals, const Bands& bands) {
  const auto count = [&](int64_t of) { return fromTotals ? Json(nullptr) : Json(of); };
  return members({{"value", row.text},
                  {"opening", row.opening},
                  {"upgraded", row.upgraded},
                  {"downgraded", count(row.downgraded)},
                  {"churned", count(row.churned)},
                  {"numerator", writeScaled(row.fraction.numerator, row.fraction.scale)},
                  {"base", writeScaled(row.fraction.base, row.fraction.scale)},
                  {"rate", row.rate},
                  {"interval", writeInterval(row.interval)},
                  {"small", row.small},
                  {"band", row.band ? Json(bands[*row.band].name) : Json(nullptr)},
                  {"bandChances", writeChances(row.chances, bands)},
                  {"shareOfNumerator", row.shareOfNumerator},
                  {"shareOfBase", row.shareOfBase},
                  {"limits", writeInterval(row.limits)},
                  {"beyond", writeBeyond(row.beyond)}});
}

size_t moreThanShown(size_t rows, const std::optional<SegmentRest>& rest) {
  return std::max(rows, kMostSegments) - kMostSegments + (rest ? rest->values : 0);
}

Json writeMoreRows(const SegmentTable& table) {
  const std::vector<SegmentRow>& rows = table.rows;
  const size_t values = moreThanShown(rows.size(), table.rest);
  if (values == 0) return nullptr;
  Fraction rest = table.rest ? table.rest->fraction : Fraction{};
  for (size_t i = kMostSegments; i < rows.size(); ++i) {
    rest.scale = rows[i].fraction.scale;
    rest.numerator += rows[i].fraction.numerator;
    rest.base += rows[i].fraction.base;
  }
  return members({{"values", values},
                  {"base", writeScaled(rest.base, rest.scale)},
                  {"numerator", writeScaled(rest.numerator, rest.scale)}});
}

Json writeMoreMix(const std::vector<MixRow>& rows, const std::optional<SegmentRest>& heldBack) {
  const size_t values = moreThanShown(rows.size(), heldBack);
  if (values == 0) return nullptr;
  MixRatePart rest = heldBack ? heldBack->part : MixRatePart{};
  for (size_t i = kMostSegments; i < rows.size(); ++i) {
    rest.mix += rows[i].part.mix;
    rest.rate += rows[i].part.rate;
  }
  return members({{"values", values}, {"mix", rest.mix}, {"rate", rest.rate}});
}

Json writeMix(const std::optional<SegmentMix>& mix, const std::optional<SegmentRest>& rest) {
  if (!mix) return nullptr;
  Json rows = Json::array();
  for (size_t i = 0; i < std::min(kMostSegments, mix->rows.size()); ++i) {
    const MixRow& row = mix->rows[i];
    rows.push_back(members({{"value", row.text},
                            {"shareBefore", row.shareBefore},
                            {"shareAfter", row.shareAfter},
                            {"rateBefore", row.rateBefore},
                            {"rateAfter", row.rateAfter},
                            {"mix", row.part.mix},
                            {"rate", row.part.rate}}));
  }
  return members({{"before", members({{"start", isoInstant(mix->beforeStart)},
                                      {"end", isoInstant(mix->beforeEnd)}})},
                  {"points", mix->change},
                  {"mix", mix->total.mix},
                  {"rate", mix->total.rate},
                  {"againstAll", mix->againstEverySegment},
                  {"rows", std::move(rows)},
                  {"more", writeMoreMix(mix->rows, rest)}});
}

Json writeTable(const SegmentTable& table, const Bands& bands) {
  Json rows = Json::array();
  for (size_t i = 0; i < std::min(kMostSegments, table.rows.size()); ++i) {
    rows.push_back(writeRow(table.rows[i], table.fromTotals, bands));
  }
  Json funnel = nullptr;
  if (table.centre) funnel = members({{"centre", *table.centre}, {"sigmaZ", 1}});
  return members({{"column", table.column},
                  {"rows", std::move(rows)},
                  {"more", writeMoreRows(table)},
                  {"funnel", std::move(funnel)},
                  {"mix", writeMix(table.mix, table.rest)}});
}

Json writeLaunchRow(const LaunchSegment& row) {
  const auto& change = row.change;
  const auto count = [](int64_t value, const Fraction& of) { return writeScaled(value, of.scale); };
  return members({{"value", row.text},
                  {"numeratorBefore", count(row.before.numerator, row.before)},
                  {"baseBefore", count(row.before.base, row.before)},
                  {"numeratorAfter", count(row.after.numerator, row.after)},
                  {"baseAfter", count(row.after.base, row.after)},
                  {"points", change ? Json(change->difference) : Json(nullptr)},
                  {"interval", change ? writeInterval(change->interval) : Json(nullptr)},
                  {"clear", change ? Json(change->clear) : Json(nullptr)}});
}

}  // namespace

Json writeSegments(const std::vector<std::string>& segmentBy,
                   const std::optional<std::vector<SegmentTable>>& tables, const Bands& bands) {
  if (!tables && !segmentBy.empty()) return nullptr;
  Json list = Json::array();
  if (!tables) return list;
  for (const SegmentTable& table : *tables) list.push_back(writeTable(table, bands));
  return list;
}

Json writeLaunchSegments(const std::vector<std::vector<LaunchSegment>>& segments,
                         const std::vector<std::string>& columns) {
  Json list = Json::array();
  for (size_t c = 0; c < segments.size(); ++c) {
    Json rows = Json::array();
    for (size_t i = 0; i < std::min(kMostSegments, segments[c].size()); ++i) {
      rows.push_back(writeLaunchRow(segments[c][i]));
    }
    list.push_back(members({{"column", columns[c]}, {"rows", std::move(rows)}}));
  }
  return list;
}

void noteSegments(const std::vector<std::string>& segmentBy,
                  const std::optional<Headline>& headline,
                  const std::optional<std::vector<SegmentTable>>& tables, const RateOptions& rate,
                  Notes& notes) {
  if (segmentBy.empty()) return;
  if (!headline) return notes.info("segments.needHeadline");
  if (!tables) return;  // the headline says why it has no rate
  Json small = Json::array();
  bool noMix = false;
  for (const SegmentTable& table : *tables) {
    const auto isSmall = [](const SegmentRow& row) { return row.small; };
    if (std::any_of(table.rows.begin(), table.rows.end(), isSmall)) small.push_back(table.column);
    noMix |= !table.mix;
  }
  if (!small.empty()) notes.info("segments.few", members({{"columns", std::move(small)}}));
  // Where the rate is no share, the periods say so already.
  if (noMix && isShare(rate.numerator, rate.base)) notes.info("mix.needsBefore");
}

void noteFilters(size_t count, Notes& notes) {
  if (count > 0) notes.info("filters.inForce", members({{"count", count}}));
}

}  // namespace upgrade_rate

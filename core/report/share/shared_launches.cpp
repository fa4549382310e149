// Launches of an aggregates document: the two windows around each, as counted.

#include <algorithm>
#include <array>

#include "core/report/report.h"
#include "core/report/share/count_columns.h"
#include "core/report/share/hold_back.h"
#include "core/report/share/shared_segments.h"
#include "core/report/trend_json.h"

namespace upgrade_rate {

namespace {

constexpr size_t kWindowNumbers = 8;  // numerator and base before and after, and the overlap's four
using Numbers = std::array<int64_t, kWindowNumbers>;

// What a launch without a comparison says.
constexpr std::string_view kReasons[] = {"launch.tooShort", "launch.needsCustomers",
                                         "base.incomplete"};

Numbers numbersOf(const Fraction& before, const Fraction& after,
                  const std::optional<ShareChange>& change) {
  const Overlap overlap = change ? change->overlap : Overlap{};
  return {before.numerator,
          before.base,
          after.numerator,
          after.base,
          static_cast<int64_t>(overlap.both),
          static_cast<int64_t>(overlap.onlyFirst),
          static_cast<int64_t>(overlap.onlySecond),
          static_cast<int64_t>(overlap.neither)};
}

Json writeNumbers(const Numbers& numbers) { return writeColumn({numbers.begin(), numbers.end()}); }

Json writeWithin(const std::vector<LaunchSegment>& rows, HeldBack& held) {
  std::vector<CellSize> sizes;
  sizes.reserve(rows.size());
  for (const LaunchSegment& row : rows) {
    sizes.push_back({row.after.base / row.after.scale, row.before.base / row.before.scale});
  }
  const std::vector<bool> small = heldBack(sizes, held.fewest);
  Json list = Json::array();
  for (size_t i = 0; i < rows.size(); ++i) {
    if (small[i]) continue;
    Json entry = Json::array();
    entry.push_back(rows[i].text);
    entry.push_back(writeNumbers(numbersOf(rows[i].before, rows[i].after, rows[i].change)));
    list.push_back(std::move(entry));
  }
  return list;
}

struct Windows {
  std::array<PeriodCounts, 2> counts;
  Overlap overlap;
};

Windows readWindows(ListReader& list, const RateOptions& rate) {
  const std::vector<int64_t> numbers = list.column(kWindowNumbers, kLargestCount);
  Windows windows;
  for (size_t w = 0; w < 2 && list.ok(); ++w) {
    const int64_t numerator = numbers[w * 2], base = numbers[w * 2 + 1];
    const bool fits = isPlausible({numerator, base}, isShare(rate.numerator, rate.base));
    const auto counts = fits ? countsOf(numerator, base, rate) : std::nullopt;
    if (!counts || !countsFit(*counts)) list.fail();
    if (counts) windows.counts[w] = *counts;
  }
  for (size_t i = 4; i < kWindowNumbers; ++i) {
    if (numbers[i] < 0) list.fail();
  }
  if (!list.ok()) return {};
  windows.overlap = {static_cast<uint64_t>(numbers[4]), static_cast<uint64_t>(numbers[5]),
                     static_cast<uint64_t>(numbers[6]), static_cast<uint64_t>(numbers[7])};
  return windows;
}

std::vector<LaunchSegment> readWithin(const Json& list, const RateOptions& rate,
                                      std::optional<Error>& error) {
  ListReader rows(list, "launches", error);
  std::vector<SegmentCounts> segments;
  while (!error && !rows.atEnd()) {
    ListReader row(rows.next(), "launches", error);
    SegmentCounts segment;
    segment.text = row.text();
    const Windows windows = readWindows(row, rate);
    segment.before = windows.counts[0];
    segment.after = windows.counts[1];
    segment.overlap = windows.overlap;
    segments.push_back(std::move(segment));
  }
  return error ? std::vector<LaunchSegment>{} : launchSegments(std::move(segments), rate);
}

LaunchEffect readEffect(ListReader& entry, int64_t launchDay, const RateOptions& rate,
                        const TimeZone& zone) {
  const int64_t days = entry.number(0, kLongestLaunchWindow);
  if (days == 0) {
    return launchWithout(kReasons[entry.number(0, static_cast<int64_t>(std::size(kReasons)) - 1)]);
  }
  const Windows counted = readWindows(entry, rate);
  const LaunchWindows windows{
      days,
      {zone.dayStart(launchDay - days), zone.dayStart(launchDay), zone.dayStart(launchDay + days)}};
  return launchEffect(windows, counted.counts, counted.overlap, rate);
}

}  // namespace

Json writeSharedLaunches(const std::vector<LaunchEffect>& effects, HeldBack& held) {
  Json list = Json::array();
  for (const LaunchEffect& effect : effects) {
    Json entry = Json::array();
    entry.push_back(effect.days);
    if (effect.days == 0) {
      const auto* reason = std::find(std::begin(kReasons), std::end(kReasons) - 1,
                                     effect.why.empty() ? kReasons[0] : effect.why[0]);
      entry.push_back(reason - std::begin(kReasons));
    } else {
      const Fraction none;
      entry.push_back(writeNumbers(numbersOf(effect.before.fraction.value_or(none),
                                             effect.after.fraction.value_or(none), effect.change)));
      for (const auto& rows : effect.segments) entry.push_back(writeWithin(rows, held));
    }
    list.push_back(std::move(entry));
  }
  return list;
}

std::vector<LaunchEffect> readSharedLaunches(const Json& list, const Settings& settings,
                                             const TimeZone& zone, std::optional<Error>& error) {
  ListReader entries(list, "launches", error);
  const std::vector<int64_t> days = launchDays(settings.launches, zone);
  const size_t columns = settings.segmentBy ? settings.segmentBy->size() : 0;
  std::vector<LaunchEffect> effects;
  for (const int64_t day : days) {
    ListReader entry(entries.next(), "launches", error);
    effects.push_back(readEffect(entry, day, settings.rate, zone));
    for (size_t c = 0; c < columns && !entry.atEnd() && !error; ++c) {
      effects.back().segments.push_back(readWithin(entry.next(), settings.rate, error));
    }
  }
  return effects;
}

}  // namespace upgrade_rate

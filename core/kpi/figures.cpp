#include "core/kpi/figures.h"

#include "core/stats/wilson.h"

namespace upgrade_rate {

namespace {

// Average length of a Gregorian month, in days: 146,097 days in 4,800 months.
constexpr double kDaysPerMonth = 30.436875;

BandScale scaleFor(const PeriodLength& length, int32_t windowMonths) {
  const bool known = length.months > 0 || length.days > 0;
  if (windowMonths == 0 || !known) return {};
  return {false, windowMonths, length.months, static_cast<double>(length.days) / kDaysPerMonth};
}

void judgeBand(PeriodFigures& period, const RateOptions& options, bool share) {
  const Fraction& fraction = *period.fraction;
  const BandScale scale = scaleFor(period.length, options.bandWindowMonths);
  period.band = bandOf(options.bands, fraction, scale);
  period.toNextBand = toNextBand(options.bands, fraction, scale, share);
  period.toLowerBand = toLowerBand(options.bands, fraction, scale);
  if (share) period.chances = bandChances(options.bands, fraction, scale);
  if (options.bandWindowMonths == 0) {
    const size_t annual = bandOf(options.bands, fraction, scaleFor(period.length, kYearMonths));
    if (annual != *period.band) period.bandAnnual = annual;
  }
}

}  // namespace

void judge(PeriodFigures& period, const RateOptions& options) {
  const BandScale scale = scaleFor(period.length, options.bandWindowMonths);
  for (size_t band = 1; band < options.bands.size(); ++band) {
    period.bandLimits.push_back(scaledThreshold(options.bands[band], scale));
  }
  bool share = isShare(options.numerator, options.base);
  const bool totalsGiveIt =
      options.numerator == Numerator::upgraded && options.base == Base::opening;
  if (period.partial) period.why.push_back("period.partial");
  if (period.fromTotals && !totalsGiveIt) {
    period.why.push_back("totals.noCustomers");
    return;
  }
  if (!period.baseKnown) {
    period.why.push_back("base.incomplete");
    period.numeratorOnly = fraction(period.counts, options.numerator, options.base);
    return;
  }
  if (!period.fromTotals) period.netRate = netRate(period.counts);
  period.fraction = fraction(period.counts, options.numerator, options.base);
  period.rate = period.fraction->rate();
  if (!period.rate) {
    period.why.push_back("base.empty");
    return;
  }
  if (period.fraction->numerator > period.fraction->base && period.fromTotals) {
    // Sums of totals can count a customer twice, and then they are no share any more.
    share = false;
    period.why.push_back("totals.sumOverBase");
  }
  if (share) {
    const Share counted = shareOf(*period.fraction);
    period.interval = wilsonInterval(counted.count, counted.base, options.level);
  } else if (!period.fromTotals) {
    period.why.push_back("base.notShare");
  }
  if (!period.partial) judgeBand(period, options, share);
}

std::optional<ShareChange> changeBetween(const PeriodFigures& before, const PeriodFigures& after,
                                         const Overlap& overlap, const RateOptions& options) {
  if (before.partial || after.partial || !before.rate || !after.rate ||
      !isShare(options.numerator, options.base)) {
    return std::nullopt;
  }
  return shareChange(shareOf(*before.fraction), shareOf(*after.fraction), overlap, options.level);
}

}  // namespace upgrade_rate

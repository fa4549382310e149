#include "core/kpi/rate.h"

namespace upgrade_rate {

namespace {

int64_t ofOpening(const PeriodCounts& counts, Numerator numerator) {
  switch (numerator) {
    case Numerator::upgraded:
      return counts.upgraded;
    case Numerator::kept:
      return counts.kept;
    case Numerator::upsold:
      return counts.upsold;
    case Numerator::upgradedOrUpsold:
      return counts.upgradedOrUpsold;
    case Numerator::upgradeEvents:
      return counts.upgradeEvents;
  }
  return 0;
}

int64_t ofEligible(const PeriodCounts& counts, Numerator numerator) {
  switch (numerator) {
    case Numerator::upgraded:
      return counts.upgradedEligible;
    case Numerator::kept:
      return counts.keptEligible;
    case Numerator::upsold:
      return counts.upsoldEligible;
    case Numerator::upgradedOrUpsold:
      return counts.upgradedOrUpsoldEligible;
    case Numerator::upgradeEvents:
      return counts.upgradeEventsEligible;
  }
  return 0;
}

// Those of the numerator who were not in opening; being kept needs a tier at the start.
int64_t notInOpening(const PeriodCounts& counts, Numerator numerator) {
  switch (numerator) {
    case Numerator::upgraded:
      return counts.upgradedNew;
    case Numerator::upsold:
      return counts.upsoldNew;
    case Numerator::upgradedOrUpsold:
      return counts.upgradedOrUpsoldNew;
    case Numerator::kept:
    case Numerator::upgradeEvents:  // counts all customers already
      return 0;
  }
  return 0;
}

}  // namespace

Fraction fraction(const PeriodCounts& counts, Numerator numerator, Base base) {
  const int64_t upgraded = ofOpening(counts, numerator);
  switch (base) {
    case Base::opening:
      return {upgraded, counts.opening};
    case Base::eligible:
      return {ofEligible(counts, numerator), counts.eligible};
    case Base::average:
      return {upgraded * 2, counts.opening + counts.closing, 2};
    case Base::active:
      return {upgraded + notInOpening(counts, numerator), counts.active};
    case Base::closing:
      return {upgraded, counts.closing};
  }
  return {};
}

bool isShare(Numerator numerator, Base base) {
  return numerator != Numerator::upgradeEvents && base != Base::average && base != Base::closing;
}

std::optional<double> netRate(const PeriodCounts& counts) {
  if (counts.opening == 0) return std::nullopt;
  return static_cast<double>(counts.upgraded - counts.downgraded) /
         static_cast<double>(counts.opening);
}

}  // namespace upgrade_rate

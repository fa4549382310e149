#include "core/input/stretches.h"

namespace upgrade_rate {

namespace {

constexpr int64_t kFirstOpenDay = dayNumber({2099, 1, 1});

bool meansNoEnd(std::string_view cell) {
  return cell.empty() || cell == "0" || cell.starts_with("0000-00-00");
}

}  // namespace

Stretches::Stretches(const Reading& reading, Events& events)
    : reading_(reading), events_(events), dates_(reading.endFormat, reading.endHeaderSaysUtc) {
  events.end.resize(events.size(), kNoEnd);
  // A second file may bring a column that the first had not.
  if (reading.mapping.of(Part::status) != kNoColumn) {
    events.status.resize(events.size(), kBlankPlan);
  }
  if (reading.mapping.of(Part::subscription) != kNoColumn) {
    events.subscription.resize(events.size(), kBlankPlan);
  }
  events.endsAreCancellations |= reading.endsAreCancellations;
}

void Stretches::readEnds(std::span<const std::string_view> cells, bool* fits) {
  ends_.assign(cells.size(), kNoEnd);
  for (size_t i = 0; i < cells.size(); ++i) {
    fits[i] = true;
    if (meansNoEnd(cells[i])) continue;
    const std::optional<CellTime> end = dates_.read(cells[i]);
    fits[i] = end.has_value();
    if (end && end->micros() < kFirstOpenDay * kMicrosPerDay) ends_[i] = *end;
  }
}

void Stretches::append(size_t count, std::span<const std::string_view> statuses,
                       std::span<const std::string_view> subscriptions) {
  events_.end.append({ends_.data(), count});
  indices_.resize(count);
  if (reading_.mapping.of(Part::status) != kNoColumn) {
    events_.statuses.indexFew(statuses, kBlankPlan, indices_.data());
    events_.status.append(indices_);
  }
  if (reading_.mapping.of(Part::subscription) != kNoColumn) {
    events_.subscriptions.indexAll(subscriptions, indices_.data());
    for (size_t i = 0; i < count; ++i) {
      if (subscriptions[i].empty()) indices_[i] = kBlankPlan;
    }
    events_.subscription.append(indices_);
  }
}

DateEvidence::Decision Stretches::verdict(const DateEvidence& starts) const {
  if (reading_.endFormat != reading_.dateFormat) return starts.decide();
  DateEvidence both = starts;
  both.add(dates_.evidence());
  return both.decide();
}

}  // namespace upgrade_rate

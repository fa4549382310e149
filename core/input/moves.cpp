#include "core/input/moves.h"

namespace upgrade_rate {

Moves::Moves(const Reading& reading, Events& events) : reading_(reading), events_(events) {
  events.from.resize(events.size(), kBlankPlan);
  if (reading.shape == Shape::movements) events.kind.resize(events.size(), MoveKind::change);
  events.deals |= reading.mapping.of(Part::stage) != kNoColumn;
  events.valuesAreDeltas |= reading.valuesAreDeltas;
  events.plansNamed |= reading.mapping.of(planPartOf(reading.shape)) != kNoColumn;
}

void Moves::readKinds(std::span<const std::string_view> cells, bool* fits) {
  kinds_.assign(cells.size(), MoveKind::change);
  for (size_t i = 0; i < cells.size(); ++i) {
    fits[i] = true;
    if (reading_.shape != Shape::movements) continue;
    const uint32_t word = words_.index(cells[i]);
    if (word == meanings_.size()) meanings_.push_back(moveKindByWords(cells[i]));
    fits[i] = meanings_[word].has_value();
    if (fits[i]) kinds_[i] = *meanings_[word];
  }
}

void Moves::append(size_t count, std::span<const std::string_view> fromPlans, uint32_t first) {
  indices_.resize(count);
  events_.spellings.indexFew(fromPlans, kBlankPlan, indices_.data());
  for (size_t i = 0; i < count; ++i) {
    if (kinds_[i] != MoveKind::leave) continue;
    uint32_t& to = events_.spelling[first + i];
    if (indices_[i] == kBlankPlan) indices_[i] = to;
    to = kBlankPlan;
  }
  events_.from.append(indices_);
  if (reading_.shape == Shape::movements) events_.kind.append({kinds_.data(), count});
}

}  // namespace upgrade_rate

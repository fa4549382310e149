#include "core/input/shape_choice.h"

#include <optional>
#include <utility>

#include "core/input/header_words.h"
#include "core/input/snapshot_signs.h"

namespace upgrade_rate {

namespace {

using Rows = std::span<const std::vector<std::string>>;

// A kind of movement, or the plan before beside the one after, tells what a row is. So do an end or
// a start with a status, unless a column is called the kind of a movement and nothing else.
// And rows that are called the customers in total and those who upgraded are no customers.
std::optional<Shape> toldShape(const Table& table, const Candidate& totals,
                               const Candidate& movements, const Candidate& changes,
                               const Candidate& subscriptions) {
  if (totals.complete && totals.mapping.of(Part::measure) != kNoColumn) return Shape::totals;
  const int32_t type = movements.mapping.of(Part::type);
  const bool sure = movements.complete && headerScore(table.columns[type].key, Part::type) == 1;
  if (sure || (movements.complete && !subscriptions.complete)) return Shape::movements;
  if (changes.complete) return Shape::changes;
  return std::nullopt;
}

// Whether rows with a customer and a date are snapshots, and the candidate is for that date.
bool saysSnapshots(const Table& table, const Mapping& asked, const ReadingRequest& request,
                   const Mapping& found, Rows rows) {
  if (request.shape == Shape::snapshots || request.mapping.contains(Part::period)) return true;
  if (!table.named) return false;
  const Candidate history = fitShape(table, Shape::planHistory, asked, request);
  const int32_t date = history.mapping.of(Part::date);
  if (date == kNoColumn || date != found.of(Part::period)) return false;
  const ColumnProfile& column = table.columns[date];
  return isNamedForPeriods(column) ||
         repeatsStates(rows, found, date,
                       request.dateFormat.value_or(column.dates.decide().format));
}

}  // namespace

ShapeFound bestShape(const Table& table, const Mapping& asked, const ReadingRequest& request,
                     Rows rows) {
  const auto fit = [&](Shape each) {
    const bool open = !request.shape || request.shape == each;
    return open ? fitShape(table, each, asked, request) : Candidate{};
  };
  const Candidate subscriptions = fit(Shape::subscriptions);
  if (const auto told = toldShape(table, fit(Shape::totals), fit(Shape::movements),
                                  fit(Shape::changes), subscriptions)) {
    return {*told, fit(*told)};
  }
  ShapeFound best{request.shape.value_or(Shape::planHistory), {}};
  for (const Shape shape : {Shape::matrix, Shape::subscriptions, Shape::snapshots,
                            Shape::planHistory, Shape::totals, Shape::flags}) {
    if (request.shape && shape != *request.shape) continue;
    const bool found = best.candidate.complete;
    if (found && (best.shape == Shape::matrix || shape == Shape::flags)) break;
    if (found && best.shape == Shape::subscriptions && shape == Shape::snapshots) continue;
    if (found && shape == Shape::planHistory) continue;
    Candidate candidate = shape == Shape::subscriptions ? subscriptions : fit(shape);
    if (shape == Shape::snapshots && candidate.complete) {
      candidate.complete = saysSnapshots(table, asked, request, candidate.mapping, rows);
    }
    if (!candidate.complete || candidate.score <= best.candidate.score) continue;
    best = {shape, std::move(candidate)};
  }
  return best;
}

std::optional<ShapeGuess> runnerUp(const Table& table, Shape best) {
  std::optional<ShapeGuess> next;
  for (const Shape shape :
       {Shape::planHistory, Shape::subscriptions, Shape::snapshots, Shape::matrix, Shape::changes,
        Shape::movements, Shape::totals, Shape::flags}) {
    if (shape == best) continue;
    const Candidate other = fitShape(table, shape, {}, {});
    if (!other.complete || (next && other.score <= next->fit)) continue;
    next = ShapeGuess{shape, other.score};
  }
  return next;
}

}  // namespace upgrade_rate

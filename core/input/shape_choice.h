// Which shape the columns and rows of a file fit best.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/input/shape_fit.h"

namespace upgrade_rate {

struct ShapeFound {
  Shape shape;
  Candidate candidate;
};

/// `rows`: the sampled ones. Not complete where no shape fits. What subscriptions and snapshots
/// need would do for a plan history too, without their ends or with nobody missing; and rows that
/// hold plans say more than whether somebody upgraded.
ShapeFound bestShape(const Table& table, const Mapping& asked, const ReadingRequest& request,
                     std::span<const std::vector<std::string>> rows);

/// The best of the other shapes that the columns would do for too, by the columns alone.
std::optional<ShapeGuess> runnerUp(const Table& table, Shape best);

}  // namespace upgrade_rate

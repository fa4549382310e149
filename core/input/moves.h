// What the rows of changes and movements have beside those of a plan history: the plan before, and
// the kind of the movement.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/input/events.h"
#include "core/input/move_words.h"
#include "core/input/reading.h"

namespace upgrade_rate {

class Moves {
 public:
  /// `reading` and `events` must outlive it.
  Moves(const Reading& reading, Events& events);

  /// Reads the kinds of a group of rows into kinds(); `fits`: whether each is known.
  void readKinds(std::span<const std::string_view> cells, bool* fits);
  std::vector<MoveKind>& kinds() { return kinds_; }
  /// Appends the first `count` of kinds() and the plans before to the events, whose rows from
  /// `first` on have their plans already.
  void append(size_t count, std::span<const std::string_view> fromPlans, uint32_t first);

 private:
  const Reading& reading_;
  Events& events_;
  Dictionary words_;
  std::vector<std::optional<MoveKind>> meanings_;  // per word
  std::vector<MoveKind> kinds_;
  std::vector<uint32_t> indices_;
};

}  // namespace upgrade_rate

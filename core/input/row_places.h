// Where rows stand in their file: the line for people, the record for reading them again. Of JSON
// in one line all rows have that line, and cells with line ends make lines skip.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytes/flat_bytes.h"

namespace upgrade_rate {

struct RowPlace {
  uint64_t line = 0;    ///< 1-based, where the row starts
  uint64_t record = 0;  ///< 0-based, the header and what stands above it included
};

/// A number per index, kept as runs in which it grows with the index or stays the same: one run in
/// a clean file.
class NumberRuns {
 public:
  /// `index`: beyond all before.
  void add(uint32_t index, uint64_t number) {
    if (runs_.empty() || !continues(runs_.back(), index, number))
      runs_.push_back({index, 1, number});
  }
  uint64_t at(uint32_t index) const;
  /// Forgets the numbers from `index` on.
  void cut(uint32_t index);
  /// Hands them to another instance, which adds `firstIndex` to each index and `before` to each
  /// number.
  void write(FlatWriter& out) const;
  void addWritten(FlatReader& in, uint32_t firstIndex, uint64_t before);

 private:
  struct Run {
    uint32_t firstIndex;
    uint32_t step;  // by which the number grows with the index: 0 or 1
    uint64_t first;
    uint64_t at(uint32_t index) const { return first + uint64_t{step} * (index - firstIndex); }
  };
  static bool continues(Run& run, uint32_t index, uint64_t number) {
    if (index == run.firstIndex + 1 && number == run.first) run.step = 0;
    return number == run.at(index);
  }

  std::vector<Run> runs_;
};

/// The place of each event or row.
class RowPlaces {
 public:
  void add(uint32_t index, RowPlace place) {
    lines_.add(index, place.line);
    records_.add(index, place.record);
  }
  uint64_t line(uint32_t index) const { return lines_.at(index); }
  uint64_t record(uint32_t index) const { return records_.at(index); }
  void cut(uint32_t index) {
    lines_.cut(index);
    records_.cut(index);
  }
  void write(FlatWriter& out) const {
    lines_.write(out);
    records_.write(out);
  }
  /// `before`: what is added to each place.
  void addWritten(FlatReader& in, uint32_t firstIndex, RowPlace before) {
    lines_.addWritten(in, firstIndex, before.line);
    records_.addWritten(in, firstIndex, before.record);
  }

 private:
  NumberRuns lines_, records_;
};

}  // namespace upgrade_rate

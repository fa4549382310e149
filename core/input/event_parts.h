// Events on their way from one instance of the core to another, in parts of about a megabyte, so
// that neither side holds them twice.
//
// Method: the writer's dictionaries are sent first, in their order, which is that of first
// appearance. The receiver looks every key up in its own dictionaries and so learns what each of
// the writer's indices is there; rows follow with the writer's indices. Because new keys come in
// the order in which rows would have brought them, the receiver ends with the same dictionaries as
// if it had read the rows itself.
#pragma once

#include <cstdint>
#include <vector>

#include "core/bytes/flat_bytes.h"
#include "core/input/events.h"

namespace upgrade_rate {

/// Gives the events away: what was written is gone from `events`.
class EventWriter {
 public:
  explicit EventWriter(Events& events) : events_(events) {}
  /// Appends the next part to `out`; false when nothing is left.
  bool next(FlatWriter& out);

 private:
  bool nextKeys(FlatWriter& out, const Dictionary& dictionary, uint32_t& at, uint8_t kind);
  bool nextTexts(FlatWriter& out);
  bool nextRows(FlatWriter& out);

  Events& events_;
  uint32_t customer_ = 0, spelling_ = 0, currency_ = 0;
  std::vector<uint32_t> texts_;  // per segment column
  size_t block_ = 0;
  bool placesWritten_ = false;
};

/// Adds the parts behind the events that are there, in the order in which they
/// were written.
class EventAdder {
 public:
  /// `before`: what is added to the writer's places.
  EventAdder(Events& events, RowPlace before)
      : events_(events), first_(events.size()), before_(before) {}
  void add(FlatReader& part);

 private:
  void addKeys(FlatReader& part, Dictionary& dictionary, std::vector<uint32_t>& indices);
  void addRows(FlatReader& part);
  void addColumns(FlatReader& part);
  void addSegments(FlatReader& part);
  void addIndices(FlatReader& part, const std::vector<uint32_t>& indices, Column<uint32_t>& to);

  Events& events_;
  uint32_t first_;
  RowPlace before_;
  std::vector<uint32_t> customers_, spellings_, currencies_;  // of the writer's indices, those here
  struct SegmentHere {
    uint32_t place;               // in Events::segments
    std::vector<uint32_t> texts;  // of the writer's texts, the keys here
  };
  std::vector<SegmentHere> segments_;  // per column of the writer
  std::vector<uint32_t> scratch_;
};

}  // namespace upgrade_rate

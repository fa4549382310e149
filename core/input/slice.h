// One large file read by several instances of the core, each a slice of it, with the result that
// one instance would have had.
//
// A slice [from, to) of the bytes owns the records that begin behind the first record end at or
// after `from`, up to the one that ends at or after `to`; so every record has one owner, whatever
// the cuts. Whether `from` stands inside quotes cannot be known there, and is taken to be not so
// (core/bytes/record_end.h). Every slice says where its first record began and where its last one
// ended. The first slice is surely right; if the next began where it ended, that one is right too,
// and so on. A slice that began elsewhere is read again from the right place.
//
// How the file is read is found from its first bytes alone, so every instance is given these and
// comes to the same. What needs the whole file (the format of the dates, the decimal sign, the
// encoding) is counted by every slice and judged over the sum.
//
// The order of calls (core/report/engine.h has them; `head` is the file's first kHeadBytes, or all
// of it). The instance that makes the reports reads the first slice itself:
//
//   main    begin; order(index, 0, to); openSlice; pushHead; push … from byte 0 on; closeSlice
//   worker  begin with the same settings and files; openSlice with main's order(index, from, to);
//           pushHead; push … from byte `from` on; closeSlice; exportPart … until it is empty
//   main    for the slices in their order: importPart for all parts. If the first part is refused,
//           drop the others; a worker reads the slice again by main's orderAgain(from, to), from
//           the byte on that it names (`start`)
//   main    closeFile. If that is true, all slices are read again, from the first one on
//
// pushHead is false where a file cannot be read in slices: read it in one piece, with openFile.
// push is false when a slice needs no more bytes; until then bytes behind `to` are wanted too.
#pragma once

#include <memory>
#include <optional>

#include "core/bytes/record_end.h"
#include "core/input/event_parts.h"
#include "core/input/file_reader.h"

namespace upgrade_rate {

/// Which piece of a file an instance is to read, and what is known of it.
struct SliceOrder {
  uint64_t from = 0, to = 0;
  /// The place of its first record, and how many records stand before, where
  /// both are known.
  std::optional<uint64_t> start;
  uint64_t recordsBefore = 0;
  Corrections corrections;
};

class SliceReader {
 public:
  /// `file` is opened here, and `events` is what it reads into.
  SliceReader(FileReader& file, Events& events, const SliceOrder& order);

  /// The file's first bytes: kHeadBytes, or all of it. False: not in slices.
  bool pushHead(std::span<const char> head);
  /// The next bytes, of which the first is that at order.start, or else at
  /// order.from.
  bool push(std::span<const char> bytes);
  /// No more bytes: push said so, or the file is at its end.
  void close();

  /// After close: the next part of what was read, empty at the end. Holds until
  /// the next call.
  std::string_view exportPart();
  /// Adds a part of the next slice. False: it does not begin where this one
  /// ends.
  bool importPart(std::string_view bytes);
  /// For the slice that was refused: it begins where what was imported so far
  /// ends.
  SliceOrder orderAgain(uint64_t from, uint64_t to) const;

 private:
  bool findStart(std::span<const char>& bytes);
  bool pushBehind(std::span<const char> bytes);
  void take(std::span<const char> bytes);
  void writeHead();
  bool addHead(FlatReader& part);

  FileReader& file_;
  Events& events_;
  SliceOrder order_;
  std::optional<RecordEndFinder> finder_;  // until the first record's place is known
  uint64_t start_ = 0;
  uint64_t position_ = 0;  // of the next byte; at last of the first one behind
  uint64_t firstRecord_ = 0;
  uint64_t lines_ = 0;  // of all that was read or imported
  bool afterReturn_ = false;
  bool done_ = false;
  FlatWriter out_;
  std::unique_ptr<EventWriter> writer_;
  std::unique_ptr<EventAdder> adder_;
};

}  // namespace upgrade_rate

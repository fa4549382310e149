// Text to small integers: every distinct customer id, plan spelling or segment value gets the next
// index, in order of first appearance.
//
// Method: open addressing over 32-bit slots. A slot holds the place of a key in as many low bits as
// places need by now, and the hash in the others, so that most keys that are not meant are passed
// over without looking at them. Keys stand in blocks that are never moved, each behind its index
// and its length. Keys come in batches, so that hashing, slot loads and key comparisons are
// separate passes and their cache misses overlap (WebAssembly has no prefetch instruction; a pass
// of plain loads does the same job).
// Memory: per key its bytes, 9 to 12 for index, length and place, and 5.3 to 10.7 for slots.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/bytes/unfilled.h"
#include "core/input/column.h"

namespace upgrade_rate {

class Dictionary {
 public:
  Dictionary();

  /// Index of each key, in order; unknown keys are added. `out` has room for keys.size() indices.
  void indexAll(std::span<const std::string_view> keys, uint32_t* out);
  /// The same for a column of few distinct keys, in which a blank cell is no key but `blank`.
  void indexFew(std::span<const std::string_view> keys, uint32_t blank, uint32_t* out);
  uint32_t index(std::string_view key);
  /// The index of a key that is there; it is not added.
  std::optional<uint32_t> indexOf(std::string_view key) const;

  uint32_t size() const { return static_cast<uint32_t>(places_.size()); }
  /// The key of an index below size(). The view holds as long as the dictionary has the key.
  std::string_view key(uint32_t index) const;
  /// Forgets the keys from index `size` on.
  void cut(uint32_t size);

 private:
  uint32_t slotOf(std::string_view key, uint32_t hash) const;
  uint32_t find(std::string_view key, uint32_t hash);
  uint32_t add(std::string_view key);
  void rebuild(size_t slots);
  const char* entry(uint32_t place) const;
  const char* candidate(uint32_t hash) const;

  std::vector<uint32_t> slots_;  // place and hash, 0 is free; a power of two
  uint32_t placeMask_;           // the bits of a slot that hold the place
  Column<uint32_t> places_;      // of each key, by its index
  std::vector<Unfilled<char>> blocks_;
  uint32_t touched_ = 0;  // what loads ahead of their use have seen; means nothing
};

}  // namespace upgrade_rate

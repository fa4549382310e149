// Text to small integers: every distinct customer id, plan spelling or segment value gets the next
// index, in order of first appearance.
//
// Method: open addressing over 32-bit slots, hashes kept beside the keys' offsets, key bytes in one
// arena. Keys come in batches, so that hashing, slot loads and key comparisons are separate passes
// and their cache misses overlap (WebAssembly has no prefetch instruction; a pass of plain loads
// does the same job).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace upgrade_rate {

class Dictionary {
 public:
  Dictionary();

  /// Index of each key, in order; unknown keys are added. `out` has room for keys.size() indices.
  void indexAll(std::span<const std::string_view> keys, uint32_t* out);
  uint32_t index(std::string_view key);

  uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }
  /// The key of an index below size(). The view holds until the next key is added.
  std::string_view key(uint32_t index) const;

 private:
  uint32_t find(std::string_view key, uint32_t hash);
  void grow();

  std::vector<uint32_t> slots_;  // index + 1, 0 is free; a power of two, at most half full
  std::vector<uint32_t> hashes_;
  std::vector<size_t> ends_;  // of each key in bytes_
  std::string bytes_;
};

}  // namespace upgrade_rate

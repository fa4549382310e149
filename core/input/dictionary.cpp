#include "core/input/dictionary.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace upgrade_rate {

namespace {

constexpr size_t kFirstSlots = 1024;
constexpr size_t kBatch = 64;

uint64_t load64(const char* bytes) {
  uint64_t word;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// Multiply and fold, eight bytes at a time, in the manner of wyhash. Not keyed: keys that collide
// on purpose make a slow page for their author only.
uint32_t hashOf(std::string_view key) {
  constexpr uint64_t kMix = 0x9E37'79B9'7F4A'7C15;
  uint64_t hash = key.size() * kMix;
  const char* at = key.data();
  size_t left = key.size();
  for (; left >= 8; at += 8, left -= 8) {
    hash = (hash ^ load64(at)) * kMix;
    hash ^= hash >> 32;
  }
  uint64_t tail = 0;
  if (left > 0) std::memcpy(&tail, at, left);
  hash = (hash ^ tail) * kMix;
  hash ^= hash >> 29;
  hash *= 0xBF58'476D'1CE4'E5B9;
  return static_cast<uint32_t>(hash >> 32);
}

}  // namespace

Dictionary::Dictionary() : slots_(kFirstSlots, 0) {}

std::string_view Dictionary::key(uint32_t index) const {
  const size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

uint32_t Dictionary::find(std::string_view key, uint32_t hash) {
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  for (; slots_[at] != 0; at = (at + 1) & mask) {
    const uint32_t index = slots_[at] - 1;
    if (hashes_[index] == hash && this->key(index) == key) return index;
  }
  const uint32_t index = size();
  slots_[at] = index + 1;
  hashes_.push_back(hash);
  bytes_.append(key);
  ends_.push_back(bytes_.size());
  if (ends_.size() * 2 > slots_.size()) grow();
  return index;
}

void Dictionary::grow() {
  slots_.assign(slots_.size() * 2, 0);
  const size_t mask = slots_.size() - 1;
  for (uint32_t index = 0; index < size(); ++index) {
    size_t at = hashes_[index] & mask;
    while (slots_[at] != 0) at = (at + 1) & mask;
    slots_[at] = index + 1;
  }
}

uint32_t Dictionary::index(std::string_view key) { return find(key, hashOf(key)); }

void Dictionary::indexAll(std::span<const std::string_view> keys, uint32_t* out) {
  std::array<uint32_t, kBatch> hashes;
  for (size_t begin = 0; begin < keys.size(); begin += kBatch) {
    const size_t count = std::min(kBatch, keys.size() - begin);
    uint64_t touched = 0;
    for (size_t i = 0; i < count; ++i) hashes[i] = hashOf(keys[begin + i]);
    const size_t mask = slots_.size() - 1;
    for (size_t i = 0; i < count; ++i) out[begin + i] = slots_[hashes[i] & mask];
    for (size_t i = 0; i < count; ++i) {
      const uint32_t slot = out[begin + i];
      if (slot != 0) touched += hashes_[slot - 1] + ends_[slot - 1];
    }
    // Keeps the loads above from being optimised away; the condition never holds.
    if (touched == ~uint64_t{0}) return;
    for (size_t i = 0; i < count; ++i) out[begin + i] = find(keys[begin + i], hashes[i]);
  }
}

}  // namespace upgrade_rate

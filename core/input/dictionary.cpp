#include "core/input/dictionary.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/bytes/same_bytes.h"

namespace upgrade_rate {

namespace {

constexpr size_t kFirstSlots = 1024;
constexpr size_t kBatch = 128;
constexpr size_t kUnit = 4;  // keys begin at multiples of it, so that a place may name 16 GiB
constexpr uint32_t kBlockBits = 14;
constexpr uint32_t kBlockUnits = uint32_t{1} << kBlockBits;
constexpr size_t kKeyBlockBytes = kBlockUnits * kUnit;
constexpr uint32_t kFirstPlaceMask = 0xffff;
constexpr size_t kRecent = 64;
constexpr uint8_t kLongKey = 255;  // the length follows in four bytes

// Multiply and fold, eight bytes at a time, in the manner of wyhash; the last eight may overlap
// those before. Not keyed: keys that collide on purpose make a slow page for their author only.
uint32_t hashOf(std::string_view key) {
  constexpr uint64_t kMix = 0x9E37'79B9'7F4A'7C15;
  uint64_t hash = key.size() * kMix;
  const char* at = key.data();
  size_t left = key.size();
  for (; left > 8; at += 8, left -= 8) {
    hash = (hash ^ wordFrom<uint64_t>(at)) * kMix;
    hash ^= hash >> 32;
  }
  const bool isLong = key.size() > 8;
  hash = (hash ^ (isLong ? wordFrom<uint64_t>(at + left - 8) : shortText(at, left))) * kMix;
  hash ^= hash >> 29;
  hash *= 0xBF58'476D'1CE4'E5B9;
  return static_cast<uint32_t>(hash >> 32);
}

uint32_t indexAt(const char* entry) { return wordFrom<uint32_t>(entry); }

std::string_view keyAt(const char* entry) {
  const uint8_t size = static_cast<uint8_t>(entry[4]);
  if (size != kLongKey) return {entry + 5, size};
  return {entry + 9, wordFrom<uint32_t>(entry + 5)};
}

}  // namespace

Dictionary::Dictionary() : slots_(kFirstSlots, 0), placeMask_(kFirstPlaceMask) {}

inline const char* Dictionary::entry(uint32_t place) const {
  return blocks_[place >> kBlockBits].data() + (place & (kBlockUnits - 1)) * kUnit;
}

std::string_view Dictionary::key(uint32_t index) const { return keyAt(entry(places_[index])); }

// A key that is longer than what is left of the last block starts a new one, and a very long one
// has a block of its own. Returns the key's place, never 0.
uint32_t Dictionary::add(std::string_view key) {
  const bool isLong = key.size() >= kLongKey;
  const size_t head = isLong ? 9 : 5;
  const size_t bytes = (head + key.size() + kUnit - 1) / kUnit * kUnit;
  if (blocks_.empty() || blocks_.back().size() + bytes > kKeyBlockBytes) {
    if (blocks_.size() == (size_t{1} << (32 - kBlockBits))) __builtin_trap();  // no memory
    blocks_.emplace_back().reserve(std::max(bytes + kUnit, kKeyBlockBytes));
    if (blocks_.size() == 1) blocks_.back().resize(kUnit);
  }
  Unfilled<char>& block = blocks_.back();
  const size_t begin = block.size();
  block.resize(begin + bytes);
  const uint32_t words[2] = {size(), static_cast<uint32_t>(key.size())};
  char* const entry = block.data() + begin;
  std::memcpy(entry, words, 4);
  entry[4] = static_cast<char>(isLong ? kLongKey : key.size());
  if (isLong) std::memcpy(entry + 5, words + 1, 4);
  if (!key.empty()) std::memcpy(entry + head, key.data(), key.size());
  const uint32_t place = static_cast<uint32_t>(blocks_.size() - 1) << kBlockBits |
                         static_cast<uint32_t>(begin / kUnit);
  places_.push_back(place);
  return place;
}

// That of the key, or the free one in which it would be.
inline uint32_t Dictionary::slotOf(std::string_view key, uint32_t hash) const {
  const uint32_t last = static_cast<uint32_t>(slots_.size() - 1);
  uint32_t at = hash & last;
  for (; slots_[at] != 0; at = (at + 1) & last) {
    if (((slots_[at] ^ hash) & ~placeMask_) != 0) continue;
    if (sameBytes(keyAt(entry(slots_[at] & placeMask_)), key)) break;
  }
  return at;
}

std::optional<uint32_t> Dictionary::indexOf(std::string_view key) const {
  const uint32_t slot = slots_[slotOf(key, hashOf(key))];
  if (slot == 0) return std::nullopt;
  return indexAt(entry(slot & placeMask_));
}

uint32_t Dictionary::find(std::string_view key, uint32_t hash) {
  const uint32_t at = slotOf(key, hash);
  if (slots_[at] != 0) return indexAt(entry(slots_[at] & placeMask_));
  const uint32_t place = add(key);
  if (place > placeMask_) {
    rebuild(slots_.size());
  } else {
    slots_[at] = (hash & ~placeMask_) | place;
    if (size_t{size()} * 4 > slots_.size() * 3) rebuild(slots_.size() * 2);
  }
  return size() - 1;
}

// Hashes are not kept: taking them again from the keys, which stand in order, is cheap.
void Dictionary::rebuild(size_t slots) {
  std::vector<uint32_t>().swap(slots_);
  slots_.resize(slots, 0);
  const uint32_t last = static_cast<uint32_t>(slots - 1);
  // With so much room for places that the next doubling comes first, mostly.
  const uint64_t room = size() == 0 ? 0 : uint64_t{places_[size() - 1]} * 8;
  while (placeMask_ < room && placeMask_ != ~uint32_t{0}) placeMask_ = placeMask_ << 1 | 1;
  for (const uint32_t place : places_) {
    const uint32_t hash = hashOf(keyAt(entry(place)));
    uint32_t at = hash & last;
    while (slots_[at] != 0) at = (at + 1) & last;
    slots_[at] = (hash & ~placeMask_) | place;
  }
}

void Dictionary::cut(uint32_t size) {
  if (size >= this->size()) return;
  const uint32_t place = places_[size];
  const size_t offset = (place & (kBlockUnits - 1)) * kUnit;
  blocks_.resize((place >> kBlockBits) + (offset > 0 ? 1 : 0));
  if (offset > 0) blocks_.back().resize(offset);
  places_.resize(size);
  size_t slots = kFirstSlots;
  while (size_t{size} * 4 > slots * 3) slots *= 2;
  rebuild(slots);
}

void Dictionary::indexFew(std::span<const std::string_view> keys, uint32_t blank, uint32_t* out) {
  struct Recent {
    std::string_view key;
    uint32_t index;
  };
  std::array<Recent, kRecent> recent = {};
  for (size_t i = 0; i < keys.size(); ++i) {
    const std::string_view key = keys[i];
    if (key.empty()) {
      out[i] = blank;
      continue;
    }
    const size_t mixed =
        key.size() * 5 + static_cast<uint8_t>(key.front()) * 3 + static_cast<uint8_t>(key.back());
    Recent& place = recent[mixed % kRecent];
    if (!sameBytes(place.key, key)) place = {key, index(key)};
    out[i] = place.index;
  }
}

uint32_t Dictionary::index(std::string_view key) { return find(key, hashOf(key)); }

// The first key that one with this hash may be; null where it is a new one.
inline const char* Dictionary::candidate(uint32_t hash) const {
  const uint32_t last = static_cast<uint32_t>(slots_.size() - 1);
  for (uint32_t at = hash & last; slots_[at] != 0; at = (at + 1) & last) {
    if (((slots_[at] ^ hash) & ~placeMask_) == 0) return entry(slots_[at] & placeMask_);
  }
  return nullptr;
}

void Dictionary::indexAll(std::span<const std::string_view> keys, uint32_t* out) {
  std::array<uint32_t, kBatch> hashes;
  std::array<const char*, kBatch> entries;
  for (size_t begin = 0; begin < keys.size(); begin += kBatch) {
    const size_t count = std::min(kBatch, keys.size() - begin);
    const std::string_view* const batch = keys.data() + begin;
    const size_t last = slots_.size() - 1;
    uint32_t touched = 0;
    for (size_t i = 0; i < count; ++i) hashes[i] = hashOf(batch[i]);
    for (size_t i = 0; i < count; ++i) touched |= slots_[hashes[i] & last];
    for (size_t i = 0; i < count; ++i) entries[i] = candidate(hashes[i]);
    for (size_t i = 0; i < count; ++i) {
      if (entries[i] != nullptr) touched |= static_cast<uint8_t>(*entries[i]);
    }
    touched_ = touched;  // so that the loads are not optimised away
    for (size_t i = 0; i < count; ++i) {
      const bool known = entries[i] != nullptr && sameBytes(keyAt(entries[i]), batch[i]);
      out[begin + i] = known ? indexAt(entries[i]) : find(batch[i], hashes[i]);
    }
  }
}

}  // namespace upgrade_rate

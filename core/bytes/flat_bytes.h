// Numbers and texts as one block of bytes, for handing state from one instance of the core to
// another of the same build: fixed-size numbers as they stand in memory, texts behind their length.
// No format to keep: what one version writes, only that version reads.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace upgrade_rate {

class FlatWriter {
 public:
  template <class T>
  void number(T value) {
    numbers(std::span<const T>(&value, 1));
  }
  template <class T>
  void numbers(std::span<const T> values) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
  }
  void text(std::string_view text) {
    number(static_cast<uint64_t>(text.size()));
    bytes_.append(text);
  }

  std::string_view bytes() const { return bytes_; }
  void clear() { bytes_.clear(); }

 private:
  std::string bytes_;
};

/// Reads what a FlatWriter wrote, in the same order. A block that ends too early is a broken
/// invariant and traps.
class FlatReader {
 public:
  explicit FlatReader(std::string_view bytes) : left_(bytes) {}

  template <class T>
  T number() {
    T value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  template <class T>
  void numbers(std::span<T> into) {
    const std::string_view bytes = take(into.size_bytes());
    if (!bytes.empty()) std::memcpy(into.data(), bytes.data(), bytes.size());
  }
  /// A view into the block.
  std::string_view text() { return take(number<uint64_t>()); }
  bool atEnd() const { return left_.empty(); }

 private:
  std::string_view take(uint64_t bytes) {
    if (bytes > left_.size()) __builtin_trap();
    const std::string_view taken = left_.substr(0, static_cast<size_t>(bytes));
    left_.remove_prefix(static_cast<size_t>(bytes));
    return taken;
  }

  std::string_view left_;
};

}  // namespace upgrade_rate

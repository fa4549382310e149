// One column of numbers, one entry per row, that grows without being copied.
//
// A vector doubles: at the moment of growth it holds three times what it needs. Here entries stand
// in blocks of 65,536, so that a growing column never has more room to spare than one block, and a
// reader that is done with a block can give it back while the rest is still in use.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace upgrade_rate {

template <class T>
class Column {
 public:
  enum : size_t { kBlockBits = 16, kBlock = size_t{1} << 16 };

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T operator[](size_t i) const { return blocks_[i >> kBlockBits][i & (kBlock - 1)]; }
  T& operator[](size_t i) { return blocks_[i >> kBlockBits][i & (kBlock - 1)]; }

  /// All blocks but the last are full. A released block is empty.
  size_t blocks() const { return blocks_.size(); }
  std::span<const T> block(size_t i) const { return blocks_[i]; }
  /// Gives the memory of block i back; its entries must not be asked for any more.
  void release(size_t i) { std::vector<T>().swap(blocks_[i]); }

  void push_back(T value) {
    room().push_back(value);
    ++size_;
  }
  void append(std::span<const T> values) {
    while (!values.empty()) {
      std::vector<T>& last = room();
      const size_t count = std::min(values.size(), kBlock - last.size());
      last.insert(last.end(), values.begin(), values.begin() + count);
      size_ += count;
      values = values.subspan(count);
    }
  }
  /// Cuts the column, or fills it up with `value`.
  void resize(size_t size, T value = {}) {
    while (size_ < size) {
      std::vector<T>& last = room();
      const size_t count = std::min(size - size_, kBlock - last.size());
      last.resize(last.size() + count, value);
      size_ += count;
    }
    if (size_ == size) return;
    blocks_.resize((size + kBlock - 1) >> kBlockBits);
    if (!blocks_.empty()) blocks_.back().resize(size - ((blocks_.size() - 1) << kBlockBits));
    size_ = size;
  }

  class Iterator {
   public:
    Iterator(const Column* column, size_t at) : column_(column), at_(at) {}
    T operator*() const { return (*column_)[at_]; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Column* column_;
    size_t at_;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, size_}; }

 private:
  // The last block, with room for one entry at least. Only the first block grows by doubling, for
  // tables of a few rows.
  std::vector<T>& room() {
    if (blocks_.empty() || blocks_.back().size() == kBlock) {
      blocks_.emplace_back();
      if (blocks_.size() > 1) blocks_.back().reserve(kBlock);
    }
    return blocks_.back();
  }

  std::vector<std::vector<T>> blocks_;
  size_t size_ = 0;
};

}  // namespace upgrade_rate

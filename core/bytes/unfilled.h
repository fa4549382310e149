// A vector whose new room is not filled: `resize` leaves numbers as they come, to be written next.
// Filling them first costs a pass over memory that is written anyway.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace upgrade_rate {

template <class T>
struct UnfilledAllocator : std::allocator<T> {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  template <class U>
  struct rebind {
    using other = UnfilledAllocator<U>;
  };
  template <class U>
  void construct(U* place) {
    ::new (static_cast<void*>(place)) U;  // no parentheses: not filled
  }
  template <class U, class... Values>
  void construct(U* place, Values&&... values) {
    ::new (static_cast<void*>(place)) U(std::forward<Values>(values)...);
  }
};

template <class T>
using Unfilled = std::vector<T, UnfilledAllocator<T>>;

}  // namespace upgrade_rate

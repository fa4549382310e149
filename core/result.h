// How the core reports what it cannot do: a value or an Error, never an exception.
//
// Three kinds of trouble are kept apart. A bad row is data and goes to the ledger
// (core/input/ledger.h). Input or settings that cannot be used at all are an Error here.
// A broken invariant or no memory is a trap: the host replaces the instance.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace upgrade_rate {

/// Why something could not be used.
struct Error {
  std::string code;    ///< stable and dotted, for programs: "setting.unknownKey"
  std::string where;   ///< the file, key or place it was found at; may be empty
  std::string advice;  ///< what was found and what to do, as one or two English sentences
};

/// Either a T or the Error that prevented it. Check `ok()` before `value()`: asking a failed
/// Result for its value is a broken invariant and traps.
template <class T>
class Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return held_.index() == 0; }
  explicit operator bool() const { return ok(); }
  T& value() {
    return ok() ? *std::get_if<0>(&held_) : (__builtin_trap(), *std::get_if<0>(&held_));
  }
  const T& value() const { return const_cast<Result*>(this)->value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace upgrade_rate

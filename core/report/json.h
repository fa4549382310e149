// nlohmann/json as the documents use it: keys in the order they are written, no exceptions.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/result.h"

namespace upgrade_rate {

using Json = nlohmann::ordered_json;

/// Parses a whole document. The error says at which byte it stops being JSON.
Result<Json> parseJson(std::string_view text, std::string_view what);

/// One line of UTF-8; bytes that are none become U+FFFD.
std::string dumpJson(const Json& document);

/// One member of an object on its way into a document. Lives no longer than the expression that
/// names it. A list of these takes a third of the code that the library's own lists take.
class Member {
 public:
  Member(const char* key, std::nullptr_t) : key_(key) {}
  Member(const char* key, bool value) : key_(key), kind_(Kind::boolean), integer_(value) {}
  Member(const char* key, double value) : key_(key), kind_(Kind::number), number_(value) {}
  template <std::signed_integral Integer>
  Member(const char* key, Integer value) : key_(key), kind_(Kind::integer), integer_(value) {}
  template <std::unsigned_integral Integer>
  requires(!std::same_as<Integer, bool>) Member(const char* key, Integer value)
      : key_(key), kind_(Kind::natural), integer_(static_cast<int64_t>(value)) {}
  Member(const char* key, std::string_view value) : key_(key), kind_(Kind::text), text_(value) {}
  Member(const char* key, const char* value) : Member(key, std::string_view(value)) {}
  Member(const char* key, const std::string& value) : Member(key, std::string_view(value)) {}
  Member(const char* key, const Json& value) : key_(key), kind_(Kind::copied), json_(&value) {}
  Member(const char* key, Json&& value) : key_(key), kind_(Kind::moved), json_(&value) {}
  /// Null where there is no value.
  template <class Value>
  Member(const char* key, const std::optional<Value>& value)
      : Member(value ? Member(key, *value) : Member(key, nullptr)) {}

  /// Puts the member at the end of `object`, or in the place of its namesake.
  void putInto(Json& object) const;

 private:
  enum class Kind : uint8_t { null, boolean, integer, natural, number, text, copied, moved };
  const char* key_;
  Kind kind_ = Kind::null;
  union {
    int64_t integer_ = 0;
    double number_;
    const Json* json_;
  };
  std::string_view text_;
};

/// An object with these members, in this order.
Json members(std::initializer_list<Member> list);

inline void put(Json& object, const Member& member) { member.putInto(object); }

}  // namespace upgrade_rate

// nlohmann/json as the documents use it: keys in the order they are written, no exceptions.
#pragma once

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

/// A number, or null where there is none.
template <class Number>
Json orNull(const std::optional<Number>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace upgrade_rate

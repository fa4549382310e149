// Whether a text is JSON, and where in it the rows of the table are, from its first bytes.
#pragma once

#include <optional>
#include <string_view>

#include "core/bytes/json_rows.h"

namespace upgrade_rate {

struct JsonFound {
  /// Set where the text is JSON with at least one row, or the beginning of one.
  std::optional<JsonLayout> layout;
  /// Set where the text begins as JSON and breaks before its first row is whole.
  std::optional<JsonBreak> broken;
};

/// `head`: the first text of a document, cut anywhere, or all of it (`whole`). The rows are
/// - the elements of the array that the document is, where one of them is an object or an array;
/// - each of several values that follow one another (NDJSON);
/// - of one object the array inside it, at any depth of objects, that holds most objects or arrays;
///   where there is none, the object itself is the one row.
JsonFound findJson(std::string_view head, bool whole);

}  // namespace upgrade_rate

// Reads one JSON object key by key, naming the key of whatever is wrong. The first error stands.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "core/report/json.h"
#include "core/result.h"

namespace upgrade_rate {

class ObjectReader {
 public:
  /// `path`: of the object, for messages ("files[0].mapping"); empty for the document itself.
  ObjectReader(const Json& object, std::string path, std::optional<Error>& error);

  /// The value of `key`, or null when it is missing or null.
  const Json* value(std::string_view key);
  void text(std::string_view key, std::string& into);
  void text(std::string_view key, std::optional<std::string>& into);
  void boolean(std::string_view key, bool& into);
  void boolean(std::string_view key, std::optional<bool>& into);
  void integer(std::string_view key, int64_t least, int64_t most, int32_t& into);
  /// A number between `least` and `most`, both excluded.
  void number(std::string_view key, double least, double most, double& into);
  /// One of the names; its place in the list.
  std::optional<size_t> choice(std::string_view key, std::initializer_list<std::string_view> names);
  const Json* array(std::string_view key);
  const Json* object(std::string_view key);

  void fail(std::string code, std::string_view key, std::string advice);
  /// After the last key: any other key is an error.
  void finish();
  std::string pathOf(std::string_view key) const;
  bool ok() const { return !error_; }

 private:
  void wrongType(std::string_view key, std::string_view wanted);

  const Json& object_;
  std::string path_;
  std::optional<Error>& error_;
  std::set<std::string, std::less<>> known_;
};

}  // namespace upgrade_rate

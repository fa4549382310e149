#include "core/report/object_reader.h"

#include "core/input/ledger.h"

namespace upgrade_rate {

namespace {

// What stands in the place of a setting, short enough for a message. Lists and objects are not
// written out: they may be deep.
std::string shown(const Json& found) {
  if (found.is_array()) return "a list";
  if (found.is_object()) return "an object";
  const std::string whole = dumpJson(found);
  const std::string cut = problemText(whole);
  return cut.size() < whole.size() ? cut + "…" : cut;
}

}  // namespace

ObjectReader::ObjectReader(const Json& object, std::string path, std::optional<Error>& error)
    : object_(object), path_(std::move(path)), error_(error) {
  if (!object.is_object()) {
    fail("setting.type", "", "This must be an object { … }, found " + shown(object) + ".");
  }
}

std::string ObjectReader::pathOf(std::string_view key) const {
  if (key.empty()) return path_;
  return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void ObjectReader::fail(std::string code, std::string_view key, std::string advice) {
  if (!error_) error_ = Error{std::move(code), pathOf(key), std::move(advice)};
}

void ObjectReader::wrongType(std::string_view key, std::string_view wanted) {
  fail("setting.type", key,
       "\"" + pathOf(key) + "\" must be " + std::string(wanted) + ", found " +
           shown(object_[std::string(key)]) + ".");
}

const Json* ObjectReader::value(std::string_view key) {
  known_.emplace(key);
  if (error_ || !object_.is_object()) return nullptr;
  const auto at = object_.find(key);
  return at == object_.end() || at->is_null() ? nullptr : &*at;
}

void ObjectReader::text(std::string_view key, std::optional<std::string>& into) {
  const Json* found = value(key);
  if (found == nullptr) return;
  if (!found->is_string()) return wrongType(key, "a text");
  into = found->get<std::string>();
}

void ObjectReader::text(std::string_view key, std::string& into) {
  std::optional<std::string> found;
  text(key, found);
  if (found) into = *found;
}

void ObjectReader::boolean(std::string_view key, std::optional<bool>& into) {
  const Json* found = value(key);
  if (found == nullptr) return;
  if (!found->is_boolean()) return wrongType(key, "true or false");
  into = found->get<bool>();
}

void ObjectReader::boolean(std::string_view key, bool& into) {
  std::optional<bool> found;
  boolean(key, found);
  if (found) into = *found;
}

void ObjectReader::integer(std::string_view key, int64_t least, int64_t most, int32_t& into) {
  const Json* found = value(key);
  if (found == nullptr) return;
  const std::string wanted =
      "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  if (!found->is_number_integer()) return wrongType(key, wanted);
  const bool fits = !found->is_number_unsigned() || found->get<uint64_t>() <= INT64_MAX;
  const int64_t number = fits ? found->get<int64_t>() : INT64_MAX;
  if (number < least || number > most) {
    return fail("setting.value", key, "\"" + pathOf(key) + "\" must be " + wanted + ".");
  }
  into = static_cast<int32_t>(number);
}

void ObjectReader::number(std::string_view key, double least, double most, double& into) {
  const Json* found = value(key);
  if (found == nullptr) return;
  const std::string wanted = "a number between " + dumpJson(least) + " and " + dumpJson(most);
  if (!found->is_number()) return wrongType(key, wanted);
  const double number = found->get<double>();
  if (!(number > least && number < most)) {
    return fail("setting.value", key, "\"" + pathOf(key) + "\" must be " + wanted + ".");
  }
  into = number;
}

std::optional<size_t> ObjectReader::choice(std::string_view key,
                                           std::initializer_list<std::string_view> names) {
  std::optional<std::string> found;
  text(key, found);
  if (!found) return std::nullopt;
  std::string all;
  size_t place = 0;
  for (const std::string_view name : names) {
    if (name == *found) return place;
    all += (place++ == 0 ? "\"" : ", \"") + std::string(name) + "\"";
  }
  fail(
      "setting.value", key,
      "\"" + pathOf(key) + "\" must be one of " + all + ", found \"" + problemText(*found) + "\".");
  return std::nullopt;
}

const Json* ObjectReader::array(std::string_view key) {
  const Json* found = value(key);
  if (found == nullptr) return nullptr;
  if (found->is_array()) return found;
  wrongType(key, "a list [ … ]");
  return nullptr;
}

const Json* ObjectReader::object(std::string_view key) {
  const Json* found = value(key);
  if (found == nullptr) return nullptr;
  if (found->is_object()) return found;
  wrongType(key, "an object { … }");
  return nullptr;
}

void ObjectReader::finish() {
  if (error_ || !object_.is_object()) return;
  for (const auto& item : object_.items()) {
    if (known_.contains(item.key())) continue;
    std::string all;
    for (const std::string& name : known_) all += (all.empty() ? "" : ", ") + name;
    return fail("setting.unknownKey", item.key(),
                "There is no setting \"" + pathOf(item.key()) + "\". Known here: " + all + ".");
  }
}

}  // namespace upgrade_rate

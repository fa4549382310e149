#include "core/report/json.h"

namespace upgrade_rate {

namespace {

// Finds where a text stops being JSON; only asked when it is not.
class ErrorPlace : public nlohmann::json_sax<Json> {
 public:
  size_t position = 0;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(size_t at, const std::string&, const nlohmann::detail::exception&) override {
    position = at;
    return false;
  }
};

}  // namespace

Result<Json> parseJson(std::string_view text, std::string_view what) {
  Json document = Json::parse(text, nullptr, false);
  if (!document.is_discarded()) return document;
  ErrorPlace place;
  Json::sax_parse(text, &place);
  return Error{"setting.notJson", std::string(what),
               "This is not JSON: it goes wrong at byte " + std::to_string(place.position) +
                   ". Look for a missing quote, comma or bracket there."};
}

std::string dumpJson(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace upgrade_rate

#include "core/report/json.h"

namespace upgrade_rate {

namespace {

using DomBuilder = nlohmann::detail::json_sax_dom_parser<Json>;

// Builds the document like Json::parse, and keeps where the text stops being JSON. One parser
// instead of the three that Json::parse brings: a tenth of the module's size.
class PlacedBuilder : public DomBuilder {
 public:
  explicit PlacedBuilder(Json& into) : DomBuilder(into, false) {}

  template <class Exception>
  bool parse_error(size_t at, const std::string&, const Exception&) {
    position = at;
    return false;
  }

  size_t position = 0;
};

}  // namespace

Result<Json> parseJson(std::string_view text, std::string_view what) {
  Json document;
  PlacedBuilder builder(document);
  if (Json::sax_parse(text, &builder)) return document;
  return Error{"setting.notJson", std::string(what),
               "This is not JSON: it goes wrong at byte " + std::to_string(builder.position) +
                   ". Look for a missing quote, comma or bracket there."};
}

std::string dumpJson(const Json& document) {
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace upgrade_rate

// The notes of a report: every assumption and warning, as a code with parameters. The page turns
// codes into sentences.
#pragma once

#include <string_view>

#include "core/report/json.h"

namespace upgrade_rate {

class Notes {
 public:
  void info(std::string_view code, Json params = Json::object()) {
    add(code, "info", std::move(params));
  }
  void warn(std::string_view code, Json params = Json::object()) {
    add(code, "warning", std::move(params));
  }
  const Json& list() const { return list_; }

 private:
  void add(std::string_view code, std::string_view severity, Json params) {
    list_.push_back(
        members({{"code", code}, {"severity", severity}, {"params", std::move(params)}}));
  }
  Json list_ = Json::array();
};

}  // namespace upgrade_rate

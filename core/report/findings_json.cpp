#include "core/report/findings_json.h"

namespace upgrade_rate {

Json writeFindings(const std::vector<Finding>& findings) {
  Json list = Json::array();
  for (const Finding& finding : findings) {
    Json params = Json::object();
    for (const FindingParam& param : finding.params) {
      params[std::string(param.name)] =
          std::visit([](const auto& value) { return Json(value); }, param.value);
    }
    list.push_back({{"code", finding.rule->code}, {"params", std::move(params)}});
  }
  return list;
}

}  // namespace upgrade_rate

// Any bytes as shared figures: refused with a code and a reason, or a report document.

#include <cstdint>
#include <string_view>

#include "tests/core/report/engine_run.h"

using namespace upgrade_rate;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<std::string> opened = Engine::opened(text, kTestHost);
  if (!opened) {
    if (opened.error().code.empty() || opened.error().advice.empty()) __builtin_trap();
    return 0;
  }
  const Json report = Json::parse(opened.value(), nullptr, false);
  if (report.is_discarded() || !report["periods"].is_array()) __builtin_trap();
  return 0;
}

// Any bytes as a settings document: refused with a code and a reason, or read; and what is read,
// written and read again is the same.

#include "core/report/settings.h"

#include <cstdint>
#include <string>
#include <string_view>

using namespace upgrade_rate;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const Result<Settings> read = readSettings(text);
  if (!read) {
    if (read.error().code.empty() || read.error().advice.empty()) __builtin_trap();
    return 0;
  }
  const std::string written = dumpJson(writeSettings(read.value(), Json::array()));
  const Result<Settings> again = readSettings(written);
  if (!again) __builtin_trap();
  if (dumpJson(writeSettings(again.value(), Json::array())) != written) __builtin_trap();
  return 0;
}

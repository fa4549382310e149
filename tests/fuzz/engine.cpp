// Any bytes as a file, from first byte to report: refused with a code and a reason, or a report
// whose rows sum up, whose periods balance, and that its own settings give again.

#include <cstdint>
#include <string>

#include "tests/core/report/engine_run.h"

using namespace upgrade_rate;

namespace {

constexpr size_t kMostBytes = 2048;

void expect(bool holds) {
  if (!holds) __builtin_trap();
}

void checkLedger(const Json& ledger) {
  int64_t sum = 0;
  for (const char* fate : {"used", "duplicate", "superseded", "ignored", "rejected"}) {
    expect(ledger[fate].get<int64_t>() >= 0);
    sum += ledger[fate].get<int64_t>();
  }
  expect(sum == ledger["rows"].get<int64_t>());
}

void checkPeriods(const Json& periods) {
  const Json* before = nullptr;
  for (const Json& period : periods) {
    if (period["closing"].is_null()) continue;  // totals know no closing
    const auto count = [&](const char* key) { return period[key].get<int64_t>(); };
    expect(count("closing") == count("opening") + count("joined") - count("left"));
    expect(count("upgraded") <= count("opening"));
    expect(before == nullptr || (*before)["closing"] == period["opening"]);
    before = &period;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size > kMostBytes) return 0;  // a small table says as much, many times as fast
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const Outcome outcome = run(bytes);
  const size_t chunk = size == 0 ? 1 : data[size / 2] % 64 + size_t{1};
  const Outcome chunked = run(bytes, "{}", chunk);
  expect(chunked.report == outcome.report);
  if (outcome.error) {
    expect(!outcome.error->code.empty() && !outcome.error->advice.empty());
    return 0;
  }
  const Json report = outcome.json();
  checkLedger(report["ledger"]);
  checkPeriods(report["periods"]);
  expect(run(bytes, outcome.settings()).report == outcome.report);
  return 0;
}

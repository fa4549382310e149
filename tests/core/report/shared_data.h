// A plan history with segments, made by a small generator, for tests of what is shared.
#pragma once

#include <cstdint>
#include <string>

#include "core/report/engine.h"
#include "tests/core/report/engine_run.h"

namespace upgrade_rate {

/// `customers` over `months` from January 2022 on: they start on a plan, one in five moves up
/// later, one in eight leaves. Region r<i> has about half the customers of r<i-1>.
inline std::string sharedHistory(int customers, int months, int regions, uint64_t seed) {
  uint64_t state = seed * 2 + 1;
  const auto below = [&](int limit) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<int>((state >> 33) % static_cast<uint64_t>(limit));
  };
  const char* plans[] = {"Basic", "Team", "Pro", "Business"};
  const char* values[] = {"19.90", "49.00", "99.00", "249.00"};
  std::string text = "customer,date,plan,value,region\n";
  const auto row = [&](int customer, int month, int day, int plan, int region) {
    const int m = month % 12 + 1;
    text += "cust-canary-" + std::to_string(customer) + "," + std::to_string(2022 + month / 12) +
            (m < 10 ? "-0" : "-") + std::to_string(m) + (day < 10 ? "-0" : "-") +
            std::to_string(day) + "," + (plan < 0 ? "none" : plans[plan]) + "," +
            (plan < 0 ? "" : values[plan]) + ",r" + std::to_string(region) + "\n";
  };
  for (int c = 0; c < customers; ++c) {
    int region = 0;
    while (region + 1 < regions && below(2) == 0) ++region;
    int month = below(months), plan = below(3), day = 1 + below(27);
    row(c, month, day, plan, region);
    while (month + 1 < months && below(3) > 0) {
      month += 1 + below(months - month - 1 > 0 ? months - month - 1 : 1);
      const int what = below(8);
      if (what == 0) {
        row(c, month, 1 + below(27), -1, region);
        break;
      }
      plan = what < 5 ? (plan < 3 ? plan + 1 : 3) : what == 5 ? (plan > 0 ? plan - 1 : 0) : plan;
      row(c, month, 1 + below(27), plan, region);
    }
  }
  return text;
}

/// A file loaded, to be asked for reports and for what may be shared of them.
struct Loadable {
  Engine engine;
  std::optional<Error> error;

  Loadable(const std::string& bytes, std::string_view settings) {
    Outcome unused;
    error = engine.begin(settings, R"([{"name":"file-canary.csv"}])");
    if (error) return;
    readThrough(engine, 0, bytes, 1 << 20, unused);
    error = engine.finish();
  }
};

}  // namespace upgrade_rate

// Files through the engine as a host does it: begin, every file in chunks (again where the engine
// asks for it), finish, report.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/engine.h"
#include "core/report/json.h"

namespace upgrade_rate {

struct TestFile {
  std::string name;
  std::string bytes;
};

/// UTC, on a day after all test data.
constexpr std::string_view kTestHost =
    R"({"today":"2026-01-31","zone":{"name":"UTC","transitions":[[-2208988800,0]]}})";

struct Outcome {
  std::string report;  ///< empty where there is an error
  std::optional<Error> error;
  int readings = 0;  ///< of all files together

  Json json() const { return report.empty() ? Json() : Json::parse(report); }
  std::string settings() const { return dumpJson(json()["settings"]); }
};

inline void readThrough(Engine& engine, uint32_t index, const std::string& bytes, size_t chunk,
                        Outcome& outcome) {
  constexpr int kMostReadings = 5;  // encoding, keys of JSON, dates and numbers may each ask once
  bool again = true;
  for (int reading = 0; again && reading < kMostReadings; ++reading, ++outcome.readings) {
    engine.openFile(index);
    bool goOn = true;
    for (size_t at = 0; goOn && at < bytes.size(); at += chunk) {
      // A chunk of its own, so that reading past its end is seen by the sanitizers.
      const std::string piece = bytes.substr(at, chunk);
      goOn = engine.push(piece);
    }
    again = engine.closeFile();
  }
}

inline Outcome run(const std::vector<TestFile>& files, std::string_view settings = "{}",
                   size_t chunk = 1 << 20) {
  Outcome outcome;
  Engine engine;
  Json names = Json::array();
  for (const TestFile& file : files) names.push_back({{"name", file.name}});
  outcome.error = engine.begin(settings, dumpJson(names));
  if (outcome.error) return outcome;
  for (uint32_t i = 0; i < files.size(); ++i) {
    readThrough(engine, i, files[i].bytes, chunk, outcome);
  }
  outcome.error = engine.finish();
  if (outcome.error) return outcome;
  const Result<std::string> report = engine.report(settings, kTestHost);
  if (report) {
    outcome.report = report.value();
  } else {
    outcome.error = report.error();
  }
  return outcome;
}

inline Outcome run(std::string bytes, std::string_view settings = "{}", size_t chunk = 1 << 20) {
  return run(std::vector<TestFile>{{"input.csv", std::move(bytes)}}, settings, chunk);
}

/// The codes of a report's notes, one after the other with a space behind each.
inline std::string noteCodes(const Json& report) {
  std::string codes;
  for (const Json& note : report["notes"]) codes += note["code"].get<std::string>() + " ";
  return codes;
}

/// The row counts of a report: rows = used + duplicate + superseded + ignored + rejected.
inline std::string ledgerSums(const Json& report) {
  const Json& ledger = report["ledger"];
  std::string text = ledger["rows"].dump() + " =";
  for (const char* fate : {"used", "duplicate", "superseded", "ignored", "rejected"}) {
    text += " " + ledger[fate].dump();
  }
  return text;
}

}  // namespace upgrade_rate

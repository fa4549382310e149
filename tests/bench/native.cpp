// The native core as one contender of the benchmark.
//
//   upgrade_rate_timed WARM_UP.csv FILE.csv HOST.json SETTINGS.json…
//
// Reads the warm-up file and makes its reports, says {"ready": …}, waits for a line on standard
// input, then does the same with the file and prints what every contender prints: milliseconds of
// reading, of each report, kilobytes of memory before and at the peak, and the reports.
// The file comes in pieces of 1 MiB, as in a browser; it is never whole in memory.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/engine.h"

namespace {

using upgrade_rate::Engine;

constexpr size_t kPieceBytes = 1 << 20;
constexpr int kReadings = 4;

[[noreturn]] void stop(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::exit(2);
}

double nowMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

// A line of Linux's own account of this process, in kilobytes; 0 where there is none.
long kilobytes(std::string_view name) {
  std::FILE* status = std::fopen("/proc/self/status", "r");
  if (status == nullptr) return 0;
  char line[256];
  long found = 0;
  while (std::fgets(line, sizeof line, status) != nullptr) {
    if (std::string_view(line).starts_with(name)) found = std::atol(line + name.size());
  }
  std::fclose(status);
  return found;
}

// Makes the peak start anew.
void forgetPeak() {
  if (std::FILE* file = std::fopen("/proc/self/clear_refs", "w")) {
    std::fputs("5", file);
    std::fclose(file);
  }
}

// Gives the file's pieces, until `take` wants no more.
template <class Take>
void pieces(const char* path, Take&& take) {
  std::FILE* file = std::fopen(path, "rb");
  if (file == nullptr) stop(std::string("cannot open ") + path);
  std::vector<char> buffer(kPieceBytes);
  while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), file)) {
    if (!take(std::span<const char>(buffer.data(), count))) break;
  }
  std::fclose(file);
}

std::string text(const char* path) {
  std::string all;
  pieces(path, [&](std::span<const char> piece) {
    all.append(piece.data(), piece.size());
    return true;
  });
  return all;
}

void load(Engine& engine, const char* path, const std::string& settings) {
  if (const auto error = engine.begin(settings, R"([{"name":"history.csv"}])")) stop(error->code);
  for (int reading = 0; reading < kReadings; ++reading) {
    engine.openFile(0);
    pieces(path, [&](std::span<const char> piece) { return engine.push(piece); });
    if (!engine.closeFile()) break;
  }
  if (const auto error = engine.finish()) stop(error->code);
}

struct Answer {
  double loadMs = 0;
  std::string reportMs;  // JSON list
  std::string reports;   // JSON list
};

Answer answer(const char* path, const std::string& host, const std::vector<std::string>& settings) {
  Answer answer;
  Engine engine;
  double last = nowMs();
  const auto lap = [&last] {
    const double start = std::exchange(last, nowMs());
    return last - start;
  };
  load(engine, path, settings[0]);
  answer.loadMs = lap();
  for (const std::string& one : settings) {
    const auto report = engine.report(one, host);
    if (!report) stop(report.error().code);
    const char* comma = answer.reports.empty() ? "" : ",";
    answer.reportMs += comma + std::to_string(lap());
    answer.reports += comma + report.value();
    last = nowMs();
  }
  return answer;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) stop("usage: upgrade_rate_timed WARM_UP.csv FILE.csv HOST.json SETTINGS.json…");
  const std::string host = text(argv[3]);
  std::vector<std::string> settings;
  for (int i = 4; i < argc; ++i) settings.push_back(text(argv[i]));
  answer(argv[1], host, settings);
  forgetPeak();
  const long before = kilobytes("VmRSS:");
  std::printf("{\"ready\":true}\n");
  std::fflush(stdout);
  if (std::getchar() == EOF) return 0;
  const Answer timed = answer(argv[2], host, settings);
  std::printf("{\"loadMs\":%f,\"reportMs\":[%s],\"readyKb\":%ld,\"peakKb\":%ld,\"reports\":[%s]}\n",
              timed.loadMs, timed.reportMs.c_str(), before, kilobytes("VmHWM:"),
              timed.reports.c_str());
  return 0;
}

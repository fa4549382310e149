// Runs the native core over files as the command does the WebAssembly module, for the case folders:
//   upgrade_rate_cases SETTINGS.json HOST.json CHUNK_BYTES FILE…
// prints {"ok": report} or {"error": …}, and with --table in the place of CHUNK_BYTES the table of
// the first file.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/engine.h"
#include "core/report/json.h"

namespace {

using upgrade_rate::Engine;
using upgrade_rate::Error;
using upgrade_rate::Json;

constexpr size_t kTableChunkBytes = 1 << 20;

std::string fileBytes(const std::string& path) {
  std::string bytes;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    std::fprintf(stderr, "cannot open %s\n", path.c_str());
    std::exit(2);
  }
  std::vector<char> buffer(kTableChunkBytes);
  while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), file)) {
    bytes.append(buffer.data(), count);
  }
  std::fclose(file);
  return bytes;
}

int fail(const Error& error) {
  const Json document = {
      {"error", {{"code", error.code}, {"where", error.where}, {"advice", error.advice}}}};
  std::puts(upgrade_rate::dumpJson(document).c_str());
  return 0;
}

template <class Push>
void inChunks(const std::string& bytes, size_t chunk, Push&& push) {
  for (size_t at = 0; at < bytes.size(); at += chunk) {
    push(std::span(bytes).subspan(at, std::min(chunk, bytes.size() - at)));
  }
}

void readFile(Engine& engine, uint32_t index, const std::string& bytes, size_t chunk) {
  for (int reading = 0; reading < 5; ++reading) {
    engine.openFile(index);
    bool goOn = true;
    inChunks(bytes, chunk, [&](std::span<const char> piece) { goOn = goOn && engine.push(piece); });
    if (!engine.closeFile()) return;
  }
}

void printTable(Engine& engine, const std::string& bytes) {
  const auto print = [&] {
    const std::string_view text = engine.tableText();
    std::fwrite(text.data(), 1, text.size(), stdout);
  };
  engine.openTable(0);
  inChunks(bytes, kTableChunkBytes, [&](std::span<const char> piece) {
    engine.pushTable(piece);
    print();
  });
  engine.closeTable();
  print();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) {
    std::fputs("usage: upgrade_rate_cases SETTINGS HOST CHUNK_BYTES|--table FILE…\n", stderr);
    return 2;
  }
  const std::string settings = fileBytes(argv[1]);
  const std::string host = fileBytes(argv[2]);
  const bool table = std::string_view(argv[3]) == "--table";
  const size_t chunk = table ? kTableChunkBytes : std::strtoul(argv[3], nullptr, 10);
  Json names = Json::array();
  std::vector<std::string> files;
  for (int i = 4; i < argc; ++i) {
    const std::string path = argv[i];
    names.push_back({{"name", path.substr(path.find_last_of('/') + 1)}});
    files.push_back(fileBytes(path));
  }
  Engine engine;
  if (const auto error = engine.begin(settings, upgrade_rate::dumpJson(names))) return fail(*error);
  for (uint32_t i = 0; i < files.size(); ++i) readFile(engine, i, files[i], chunk);
  const auto unusable = engine.finish();
  // Also where no row can be counted: how the text is punctuated is known then all the same.
  const auto is = [&](std::string_view code) { return unusable && unusable->code == code; };
  if (table && !is("input.empty") && !is("input.binary") && !is("input.brokenJson")) {
    printTable(engine, files[0]);
    return 0;
  }
  if (unusable) return fail(*unusable);
  const auto report = engine.report(settings, host);
  if (!report) return fail(report.error());
  std::printf("{\"ok\":%s}\n", report.value().c_str());
  return 0;
}

// The core's engine for JavaScript: the only file that knows Emscripten.
//
// Bytes come in through a buffer that this object owns and JavaScript fills at once; documents go
// in and out as text. module.d.ts tells the other side.

#include <emscripten/bind.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/report/engine.h"
#include "core/report/json.h"

namespace {

using upgrade_rate::Error;
using upgrade_rate::Json;
using upgrade_rate::Result;

Json errorDocument(const Error& error) {
  return upgrade_rate::members(
      {{"code", error.code}, {"where", error.where}, {"advice", error.advice}});
}

std::string errorText(const std::optional<Error>& error) {
  return error ? upgrade_rate::dumpJson(errorDocument(*error)) : std::string();
}

// The document stays the text it is: it is large, and JavaScript parses it anyway.
std::string resultText(const Result<std::string>& result) {
  if (result) return "{\"ok\":" + result.value() + "}";
  return upgrade_rate::dumpJson(upgrade_rate::members({{"error", errorDocument(result.error())}}));
}

class BoundEngine {
 public:
  std::string begin(const std::string& settings, const std::string& files) {
    return errorText(engine_.begin(settings, files));
  }
  void openFile(uint32_t index) { engine_.openFile(index); }
  uint32_t reserve(uint32_t bytes) {
    if (input_.size() < bytes) input_.resize(bytes);
    return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(input_.data()));
  }
  bool push(uint32_t bytes) { return engine_.push({input_.data(), bytes}); }
  bool closeFile() { return engine_.closeFile(); }
  std::string finish() { return errorText(engine_.finish()); }
  double rows() const { return static_cast<double>(engine_.rows()); }
  std::string summary() const { return resultText(engine_.summary()); }
  bool needsReading(const std::string& settings) const { return engine_.needsReading(settings); }
  std::string report(const std::string& settings, const std::string& host) {
    return resultText(engine_.report(settings, host));
  }
  std::string answer(const std::string& settings, const std::string& host) {
    return resultText(engine_.report(settings, host, upgrade_rate::ReportPart::answer));
  }
  std::string aggregates(const std::string& settings, const std::string& host,
                         const std::string& options) {
    return resultText(engine_.aggregates(settings, host, options));
  }
  std::string opened(const std::string& document, const std::string& host) const {
    return resultText(upgrade_rate::Engine::opened(document, host));
  }
  std::string sql(const std::string& settings, const std::string& host,
                  const std::string& request) const {
    return resultText(upgrade_rate::Engine::sql(settings, host, request));
  }
  std::string openSlice(uint32_t index, const std::string& order) {
    return errorText(engine_.openSlice(index, order));
  }
  bool pushHead(uint32_t bytes) { return engine_.pushHead({input_.data(), bytes}); }
  void closeSlice() { engine_.closeSlice(); }
  uint32_t exportPart() {
    part_ = engine_.exportPart();
    return static_cast<uint32_t>(part_.size());
  }
  uint32_t partPointer() const {
    return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(part_.data()));
  }
  bool importPart(uint32_t bytes) { return engine_.importPart({input_.data(), bytes}); }
  std::string order(uint32_t index, double from, double to) const {
    return engine_.order(index, static_cast<uint64_t>(from), static_cast<uint64_t>(to));
  }
  std::string orderAgain(double from, double to) const {
    return engine_.orderAgain(static_cast<uint64_t>(from), static_cast<uint64_t>(to));
  }
  void openTable(uint32_t index) { engine_.openTable(index); }
  void openSetAside(uint32_t index) { engine_.openSetAside(index); }
  void pushTable(uint32_t bytes) { engine_.pushTable({input_.data(), bytes}); }
  void closeTable() { engine_.closeTable(); }
  uint32_t textPointer() const {
    return static_cast<uint32_t>(reinterpret_cast<uintptr_t>(engine_.tableText().data()));
  }
  uint32_t textBytes() const { return static_cast<uint32_t>(engine_.tableText().size()); }

 private:
  upgrade_rate::Engine engine_;
  std::vector<char> input_;
  std::string_view part_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(upgrade_rate) {
  emscripten::class_<BoundEngine>("Engine")
      .constructor<>()
      .function("begin", &BoundEngine::begin)
      .function("openFile", &BoundEngine::openFile)
      .function("reserve", &BoundEngine::reserve)
      .function("push", &BoundEngine::push)
      .function("closeFile", &BoundEngine::closeFile)
      .function("finish", &BoundEngine::finish)
      .function("rows", &BoundEngine::rows)
      .function("summary", &BoundEngine::summary)
      .function("answer", &BoundEngine::answer)
      .function("needsReading", &BoundEngine::needsReading)
      .function("report", &BoundEngine::report)
      .function("aggregates", &BoundEngine::aggregates)
      .function("opened", &BoundEngine::opened)
      .function("sql", &BoundEngine::sql)
      .function("openSlice", &BoundEngine::openSlice)
      .function("pushHead", &BoundEngine::pushHead)
      .function("closeSlice", &BoundEngine::closeSlice)
      .function("exportPart", &BoundEngine::exportPart)
      .function("partPointer", &BoundEngine::partPointer)
      .function("importPart", &BoundEngine::importPart)
      .function("order", &BoundEngine::order)
      .function("orderAgain", &BoundEngine::orderAgain)
      .function("openTable", &BoundEngine::openTable)
      .function("openSetAside", &BoundEngine::openSetAside)
      .function("pushTable", &BoundEngine::pushTable)
      .function("closeTable", &BoundEngine::closeTable)
      .function("textPointer", &BoundEngine::textPointer)
      .function("textBytes", &BoundEngine::textBytes);
}

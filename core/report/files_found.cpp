#include "core/report/files_found.h"

#include <optional>

namespace upgrade_rate {

namespace {

Json writeGuess(const std::optional<ShapeGuess>& guess) {
  if (!guess) return nullptr;
  return members({{"shape", shapeName(guess->shape)}, {"fit", guess->fit}});
}

}  // namespace

Json writeFilesFound(const Loaded& loaded) {
  Json files = Json::array();
  for (const auto& file : loaded.files) {
    const Reading& reading = file->reading();
    const bool readable = !file->error();
    files.push_back(
        members({{"name", file->name()},
                 {"rows", file->ledger().rows},
                 {"shape", readable ? Json(shapeName(reading.shape)) : Json(nullptr)},
                 {"guess", readable ? writeGuess(reading.guess) : Json(nullptr)},
                 {"runnerUp", readable ? writeGuess(reading.runnerUp) : Json(nullptr)}}));
  }
  return files;
}

}  // namespace upgrade_rate

// Settings in: the entries of `files[]`, how each file is read.

#include <utility>

#include "core/cells/date.h"
#include "core/report/settings_files.h"

namespace upgrade_rate {

namespace {

void readCharacter(ObjectReader& reader, std::string_view key, bool mayBeEmpty,
                   std::optional<char>& into) {
  std::optional<std::string> text;
  reader.text(key, text);
  if (!text) return;
  if (text->size() == 1) {
    into = (*text)[0];
  } else if (text->empty() && mayBeEmpty) {
    into = '\0';
  } else {
    reader.fail("setting.value", key,
                "\"" + reader.pathOf(key) + "\" must be one single-byte character.");
  }
}

// Punctuation that could not be told apart.
void refuseClashes(ObjectReader& reader, const ReadingRequest& request) {
  const auto breaksLines = [](std::optional<char> byte) {
    return byte && std::string_view("\r\n").find(*byte) != std::string_view::npos;
  };
  if (breaksLines(request.delimiter) || request.delimiter == '\0') {
    reader.fail("setting.value", "delimiter", "A delimiter stands within a line.");
  }
  if (breaksLines(request.quote) || (request.quote && request.quote == request.delimiter)) {
    reader.fail("setting.value", "quote",
                "A quote stands within a line and is not the delimiter. No quote is \"\".");
  }
}

void readMapping(const Json& object, const std::string& path, ReadingRequest& request,
                 std::optional<Error>& error) {
  ObjectReader reader(object, path, error);
  for (size_t i = 0; i < kParts; ++i) {
    const Part part = static_cast<Part>(i);
    std::optional<std::string> column;
    reader.text(partName(part), column);
    // An explicit null says that no column plays this part; a missing key leaves it to detection.
    if (object.contains(partName(part))) request.mapping[part] = column.value_or("");
  }
  if (const Json* segments = reader.array("segments")) {
    std::vector<std::string> names;
    for (const Json& name : *segments) {
      if (!name.is_string()) {
        reader.fail("setting.type", "segments", "\"segments\" must be a list of column names.");
        return;
      }
      names.push_back(name.get<std::string>());
    }
    request.segments = names;
  }
  reader.finish();
}

// The entry with this name (of several, the one in its place), else a nameless one in its place.
const FileSettings* entryFor(const std::vector<FileSettings>& files, const std::string& name,
                             size_t index) {
  const FileSettings* inPlace = index < files.size() ? &files[index] : nullptr;
  if (inPlace != nullptr && inPlace->name == name) return inPlace;
  for (const FileSettings& file : files) {
    if (file.name == name) return &file;
  }
  return inPlace != nullptr && inPlace->name.empty() ? inPlace : nullptr;
}

}  // namespace

void readFormats(ObjectReader& reader, ReadingRequest& request) {
  if (const auto encoding =
          reader.choice("encoding", {"utf-8", "utf-16le", "utf-16be", "windows-1252"})) {
    request.encoding = static_cast<Encoding>(*encoding);
  }
  std::optional<std::string> format;
  reader.text("dateFormat", format);
  if (format) {
    request.dateFormat = dateFormatNamed(*format);
    if (!request.dateFormat) {
      reader.fail("setting.value", "dateFormat",
                  "There is no date format \"" + *format + "\". Examples: Y-M-D, D/M/Y, M/D/Y.");
    }
  }
  if (const auto decimal = reader.choice("decimal", {".", ","})) {
    request.decimal = *decimal == 0 ? '.' : ',';
  }
}

ReadingRequest requestFor(const Settings& settings, const std::string& name, size_t index) {
  const FileSettings* entry = entryFor(settings.files, name, index);
  ReadingRequest request = entry != nullptr ? entry->reading : ReadingRequest{};
  std::vector<std::string>& also = request.alsoSegments;
  if (settings.segmentBy) {
    also = *settings.segmentBy;
  } else {
    // A column that one file maps, the others have too.
    for (const FileSettings& file : settings.files) {
      const auto mapped = file.reading.segments.value_or(std::vector<std::string>{});
      also.insert(also.end(), mapped.begin(), mapped.end());
    }
  }
  for (const Filter& filter : settings.filters) {
    if (!filter.byPlan) also.push_back(filter.column);
  }
  return request;
}

FileSettings readFileSettings(const Json& object, const std::string& path,
                              std::optional<Error>& error) {
  FileSettings file;
  ObjectReader reader(object, path, error);
  reader.text("name", file.name);
  ReadingRequest& request = file.reading;
  std::optional<std::string> shape;
  reader.text("shape", shape);
  if (shape) {
    for (size_t i = 0; i < kShapes; ++i) {
      if (shapeName(static_cast<Shape>(i)) == *shape) request.shape = static_cast<Shape>(i);
    }
    if (!request.shape) {
      reader.fail("setting.value", "shape",
                  "\"" + *shape +
                      "\" is not a shape that is read. Choose planHistory, subscriptions, changes, "
                      "movements, snapshots, matrix, flags, totals, planTable, customerTable or "
                      "aggregates.");
    }
  }
  reader.text("sheet", request.sheet);
  readFormats(reader, request);
  if (const auto unit = reader.choice("valueUnit", {"major", "minor"})) {
    request.minorUnits = *unit == 1;
  }
  readCharacter(reader, "delimiter", false, request.delimiter);
  readCharacter(reader, "quote", true, request.quote);
  refuseClashes(reader, request);
  reader.boolean("header", request.header);
  int32_t skipRows = -1;
  reader.integer("skipRows", 0, 1000, skipRows);
  if (skipRows >= 0) request.skipRows = static_cast<uint32_t>(skipRows);
  if (const Json* mapping = reader.object("mapping")) {
    readMapping(*mapping, reader.pathOf("mapping"), request, error);
  }
  reader.finish();
  return file;
}

}  // namespace upgrade_rate

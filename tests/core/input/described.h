// How the beginning of a file is read, in one line.
#pragma once

#include <string>

#include "core/input/head.h"

namespace upgrade_rate {

/// "planHistory customer=Kunde date=Datum plan=Tarif", or the code of the error.
inline std::string described(std::string_view bytes, const ReadingRequest& request = {}) {
  const Head head = readHead({bytes.data(), bytes.size()}, true, request);
  if (head.error) {
    return head.error->code + (head.error->where.empty() ? "" : " ") + head.error->where;
  }
  const Reading& reading = head.reading;
  std::string text(shapeName(reading.shape));
  for (size_t i = 0; i < kParts; ++i) {
    const int32_t column = reading.mapping.column[i];
    if (column == kNoColumn) continue;
    text += " " + std::string(partName(static_cast<Part>(i))) + "=" + reading.columns[column];
  }
  for (const UnclearPart& each : reading.unclear) {
    text += " unclear:" + std::string(partName(each.part)) + "/" + reading.columns[each.rival];
  }
  return text;
}

}  // namespace upgrade_rate

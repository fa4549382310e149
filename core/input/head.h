// What a file is, from its first bytes: a table of text, or something that cannot be read as one.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "core/input/profile.h"
#include "core/input/reading.h"
#include "core/result.h"

namespace upgrade_rate {

struct Head {
  Reading reading;     ///< as far as it could be found out when there is an error
  SampleRows preview;  ///< the first records, header included
  /// An empty file, a file that is no text, a header without rows, no shape that fits.
  std::optional<Error> error;
};

/// Decides how a file is read from its first bytes. `whole`: the head is all of the file.
Head readHead(std::span<const char> head, bool whole, const ReadingRequest& request);

}  // namespace upgrade_rate

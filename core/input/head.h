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
  Reading reading;
  SampleRows preview;  ///< the first records, header included
};

/// Decides how a file is read from its first bytes. `whole`: the head is all of the file.
/// Errors: an empty file, a file that is no text, a header without rows, no shape that fits.
Result<Head> readHead(std::span<const char> head, bool whole, const ReadingRequest& request);

}  // namespace upgrade_rate

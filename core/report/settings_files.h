// The part of the settings that says how a file is read, and what else is written like it.
#pragma once

#include <optional>
#include <string>

#include "core/input/reading.h"
#include "core/report/object_reader.h"
#include "core/report/settings.h"

namespace upgrade_rate {

/// `currencyRates` and `reportingCurrency`.
void readCurrencies(ObjectReader& reader, std::optional<Error>& error, Settings& settings);

/// One entry of `files[]`. `path`: of the object, for messages.
FileSettings readFileSettings(const Json& object, const std::string& path,
                              std::optional<Error>& error);

/// Its keys `encoding`, `dateFormat` and `decimal`.
void readFormats(ObjectReader& reader, ReadingRequest& request);

}  // namespace upgrade_rate

// Writing cells as RFC 4180 text.
#pragma once

#include <string>
#include <string_view>

namespace upgrade_rate {

/// Appends one cell. It is quoted only when it holds a comma, a quote, CR or LF, or begins or ends
/// with a space; its content is kept byte for byte. The caller writes commas and line ends.
void appendCsvCell(std::string& out, std::string_view cell);

}  // namespace upgrade_rate

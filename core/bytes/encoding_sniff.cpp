// Which encoding a file is in, from its first bytes. See core/bytes/encoding.h.
#include "core/bytes/encoding.h"
#include "core/bytes/utf8.h"

namespace upgrade_rate {
namespace {

bool beginsWith(std::string_view text, std::string_view mark) {
  return text.substr(0, mark.size()) == mark;
}

/// UTF-16 without a mark: delimiters, digits, spaces and line ends have a NUL as their upper half
/// in every script, so at least every tenth unit has one, and hardly any unit has one below.
bool looksLikeUtf16(size_t upperNuls, size_t lowerNuls, size_t units) {
  return upperNuls > 0 && upperNuls * 10 >= units && lowerNuls * 10 <= upperNuls;
}

}  // namespace

std::string_view encodingName(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return "utf-8";
    case Encoding::utf16le:
      return "utf-16le";
    case Encoding::utf16be:
      return "utf-16be";
    case Encoding::windows1252:
      break;
  }
  return "windows-1252";
}

Encoding sniffEncoding(std::span<const char> sample) {
  const std::string_view text(sample.data(), sample.size());
  if (beginsWith(text, "\xef\xbb\xbf")) return Encoding::utf8;
  if (beginsWith(text, "\xff\xfe")) return Encoding::utf16le;
  if (beginsWith(text, "\xfe\xff")) return Encoding::utf16be;
  size_t evenNuls = 0;
  size_t oddNuls = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\0') ++(i % 2 == 0 ? evenNuls : oddNuls);
  }
  const size_t units = text.size() / 2;
  if (looksLikeUtf16(oddNuls, evenNuls, units)) return Encoding::utf16le;
  if (looksLikeUtf16(evenNuls, oddNuls, units)) return Encoding::utf16be;
  return checkUtf8(text).valid ? Encoding::utf8 : Encoding::windows1252;
}

}  // namespace upgrade_rate

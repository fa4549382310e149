// Bytes of an unknown encoding to UTF-8, chunk by chunk.
//
// Method: a byte order mark decides; else NUL bytes in every second place mean UTF-16; else the
// text is taken as UTF-8 until a byte sequence proves otherwise, and then it is Windows-1252
// (WHATWG table). The proof may come late in a large file: `Utf8Decoder::invalidUtf8()` tells the
// reader, which reads the file again as Windows-1252.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace upgrade_rate {

enum class Encoding : uint8_t { utf8, utf16le, utf16be, windows1252 };

std::string_view encodingName(Encoding);  ///< "utf-8", "utf-16le", "utf-16be", "windows-1252"

/// The encoding of a file that starts with `sample` (any cut; a whole small file is fine).
Encoding sniffEncoding(std::span<const char> sample);

/// Turns chunks of one file into UTF-8 text. A leading byte order mark is dropped. Sequences cut
/// by a chunk's end are held back until the next chunk, so any chunking gives the same text.
class Utf8Decoder {
 public:
  /// `atStart`: the chunks begin with the file's first byte, where a byte order mark may stand.
  explicit Utf8Decoder(Encoding encoding, bool atStart = true);

  /// The UTF-8 text of `chunk`. The view is into `chunk` itself where no change is needed, else
  /// into this object, and holds until the next call.
  std::string_view decode(std::span<const char> chunk);
  /// What was held back at the end of the file (an incomplete sequence reads as U+FFFD).
  std::string_view finish();

  /// Whether the bytes so far broke the rules of UTF-8 (only for Encoding::utf8). Such bytes are
  /// passed on as they are.
  bool invalidUtf8() const;

 private:
  std::string_view decodeUtf8(std::string_view bytes);
  std::string_view decodeUtf16(std::string_view bytes);

  Encoding encoding_;
  bool atStart_;
  bool invalid_ = false;
  std::string held_;
  std::string text_;
};

}  // namespace upgrade_rate

// Decoding to UTF-8, chunk by chunk. See core/bytes/encoding.h.
//
// UTF-8 (and ASCII in Windows-1252) is passed on as it is, without a copy, unless a character was
// cut by the end of the chunk before. Windows-1252 follows the WHATWG Encoding Standard, where the
// five unassigned bytes are C1 controls. In UTF-16 a surrogate without its partner is U+FFFD.
#include "core/bytes/encoding.h"

#include "core/bytes/utf8.h"

namespace upgrade_rate {
namespace {

constexpr uint32_t kReplacement = 0xfffd;
constexpr std::string_view kUtf8Mark = "\xef\xbb\xbf";

/// What the bytes 0x80 to 0x9f stand for; all others stand for themselves.
constexpr uint16_t kWindows1252[32] = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178};

bool isHighSurrogate(uint32_t unit) { return (unit & 0xfc00) == 0xd800; }
bool isLowSurrogate(uint32_t unit) { return (unit & 0xfc00) == 0xdc00; }

void appendWindows1252(std::string& out, std::string_view bytes) {
  while (!bytes.empty()) {
    const size_t ascii = asciiPrefix(bytes);
    out.append(bytes.substr(0, ascii));
    bytes.remove_prefix(ascii);
    while (!bytes.empty() && (bytes.front() & 0x80) != 0) {
      const uint8_t byte = static_cast<uint8_t>(bytes.front());
      appendUtf8(out, byte < 0xa0 ? kWindows1252[byte - 0x80] : byte);
      bytes.remove_prefix(1);
    }
  }
}

}  // namespace

Utf8Decoder::Utf8Decoder(Encoding encoding, bool atStart)
    : encoding_(encoding), atStart_(atStart) {}

bool Utf8Decoder::invalidUtf8() const { return invalid_; }

std::string_view Utf8Decoder::decode(std::span<const char> chunk) {
  const std::string_view bytes(chunk.data(), chunk.size());
  switch (encoding_) {
    case Encoding::utf8:
      return decodeUtf8(bytes);
    case Encoding::windows1252:
      if (asciiPrefix(bytes) == bytes.size()) return bytes;
      text_.clear();
      appendWindows1252(text_, bytes);
      return text_;
    case Encoding::utf16le:
    case Encoding::utf16be:
      break;
  }
  return decodeUtf16(bytes);
}

std::string_view Utf8Decoder::finish() {
  text_.clear();
  if (held_.empty()) return text_;
  if (encoding_ == Encoding::utf8) invalid_ = true;
  held_.clear();
  appendUtf8(text_, kReplacement);
  return text_;
}

std::string_view Utf8Decoder::decodeUtf8(std::string_view bytes) {
  if (!held_.empty()) {
    text_.assign(held_).append(bytes);
    held_.clear();
    bytes = text_;
  }
  if (atStart_) {
    // A first EF or EF BB alone is an incomplete character too, so it is held back either way.
    if (bytes.size() >= kUtf8Mark.size() || kUtf8Mark.substr(0, bytes.size()) != bytes) {
      atStart_ = false;
      if (bytes.substr(0, kUtf8Mark.size()) == kUtf8Mark) bytes.remove_prefix(kUtf8Mark.size());
    }
  }
  const Utf8Check check = checkUtf8(bytes);
  if (!check.valid) invalid_ = true;
  held_.assign(bytes.substr(bytes.size() - check.cutTail));
  return bytes.substr(0, bytes.size() - check.cutTail);
}

/// `held_` is one byte of a unit, a high surrogate, or a high surrogate and one byte.
std::string_view Utf8Decoder::decodeUtf16(std::string_view bytes) {
  text_.clear();
  uint32_t high = 0;
  held_.append(bytes);
  const size_t units = held_.size() / 2;
  for (size_t i = 0; i < units; ++i) {
    const uint32_t first = static_cast<uint8_t>(held_[2 * i]);
    const uint32_t second = static_cast<uint8_t>(held_[2 * i + 1]);
    const uint32_t unit =
        encoding_ == Encoding::utf16le ? first | (second << 8) : (first << 8) | second;
    const bool mark = atStart_ && unit == 0xfeff;
    atStart_ = false;
    if (mark) continue;
    if (high != 0 && isLowSurrogate(unit)) {
      appendUtf8(text_, 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00));
      high = 0;
      continue;
    }
    if (high != 0) appendUtf8(text_, kReplacement);
    high = isHighSurrogate(unit) ? unit : 0;
    if (high == 0) appendUtf8(text_, isLowSurrogate(unit) ? kReplacement : unit);
  }
  held_.erase(0, 2 * units - (high != 0 ? 2 : 0));
  return text_;
}

}  // namespace upgrade_rate

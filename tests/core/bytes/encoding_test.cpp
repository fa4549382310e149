// Sniffing and decoding of encodings. Byte sequences are from the Unicode Standard (table 3-7 for
// ill-formed UTF-8) and the WHATWG table of Windows-1252.
#include "core/bytes/encoding.h"

#include <gtest/gtest.h>

#include "tests/core/bytes/random_bytes.h"

namespace upgrade_rate {
namespace {

using namespace std::string_literals;

std::span<const char> bytesOf(const std::string& text) { return {text.data(), text.size()}; }

std::string decodeAll(const std::string& bytes, Encoding encoding, size_t chunk,
                      bool* invalid = nullptr) {
  Utf8Decoder decoder(encoding);
  std::string text;
  for (size_t at = 0; at < bytes.size(); at += chunk) {
    const std::string part = bytes.substr(at, chunk);
    text += decoder.decode(bytesOf(part));
  }
  text += decoder.finish();
  if (invalid != nullptr) *invalid = decoder.invalidUtf8();
  return text;
}

TEST(SniffEncoding, Cases) {
  const struct {
    const char* name;
    std::string sample;
    Encoding expected;
  } cases[] = {
      {"empty", "", Encoding::utf8},
      {"ASCII", "a,b\n", Encoding::utf8},
      {"UTF-8 mark",
       "\xef\xbb\xbf"
       "a",
       Encoding::utf8},
      {"UTF-8 mark, then bytes that are not", "\xef\xbb\xbf\xe9\n", Encoding::utf8},
      {"UTF-8", "Zo\xc3\xab\n", Encoding::utf8},
      {"UTF-8 cut in a character", "5 \xe2\x82", Encoding::utf8},
      {"Windows-1252", "Zo\xeb,1\n", Encoding::windows1252},
      {"Windows-1252 euro", "\x80 5\n", Encoding::windows1252},
      {"UTF-16LE mark",
       "\xff\xfe"
       "a\0"s,
       Encoding::utf16le},
      {"UTF-16BE mark",
       "\xfe\xff"
       "\0a"s,
       Encoding::utf16be},
      {"UTF-16LE without mark", "a\0,\0b\0\n\0"s, Encoding::utf16le},
      {"UTF-16BE without mark", "\0a\0,\0b\0\n"s, Encoding::utf16be},
      {"UTF-16LE Cyrillic", "\x14\x04\x30\x04\x3d\x04,\0\x31\x04\x31\x04\n\0"s, Encoding::utf16le},
      {"one NUL in UTF-8", "abcdefghijklmnopqrstuvwxyz\0abc"s, Encoding::utf8},
      {"PNG header", "\x89PNG\r\n\x1a\n"s, Encoding::windows1252},
  };
  for (const auto& c : cases) EXPECT_EQ(sniffEncoding(bytesOf(c.sample)), c.expected) << c.name;
}

TEST(EncodingName, All) {
  EXPECT_EQ(encodingName(Encoding::utf8), "utf-8");
  EXPECT_EQ(encodingName(Encoding::utf16le), "utf-16le");
  EXPECT_EQ(encodingName(Encoding::utf16be), "utf-16be");
  EXPECT_EQ(encodingName(Encoding::windows1252), "windows-1252");
}

struct DecodeCase {
  const char* name;
  Encoding encoding;
  std::string bytes;
  std::string expected;
  bool invalid = false;
};

const std::string kReplacement = "\xef\xbf\xbd";

const DecodeCase kDecodeCases[] = {
    {"nothing", Encoding::utf8, "", ""},
    {"ASCII", Encoding::utf8, "abc", "abc"},
    {"mark dropped", Encoding::utf8,
     "\xef\xbb\xbf"
     "abc",
     "abc"},
    {"only a mark", Encoding::utf8, "\xef\xbb\xbf", ""},
    {"second mark kept", Encoding::utf8, "\xef\xbb\xbf\xef\xbb\xbf", "\xef\xbb\xbf"},
    {"mark not at the start kept", Encoding::utf8, "a\xef\xbb\xbf", "a\xef\xbb\xbf"},
    {"begins like a mark", Encoding::utf8,
     "\xef\xbb\xbe"
     "a",
     "\xef\xbb\xbe"
     "a"},
    {"half a mark at the end", Encoding::utf8, "\xef\xbb", kReplacement, true},
    {"2, 3 and 4 bytes", Encoding::utf8, "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80",
     "\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80"},
    {"borders", Encoding::utf8,
     "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xf0\x90\x80\x80\xf4\x8f\xbf\xbf",
     "\x7f\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xf0\x90\x80\x80\xf4\x8f\xbf\xbf"},
    {"NUL", Encoding::utf8, "a\0b"s, "a\0b"s},
    {"lone continuation", Encoding::utf8, "a\x80z", "a\x80z", true},
    {"overlong slash", Encoding::utf8, "\xc0\xafz", "\xc0\xafz", true},
    {"overlong C1", Encoding::utf8, "\xc1\xbfz", "\xc1\xbfz", true},
    {"overlong of 3 bytes", Encoding::utf8, "\xe0\x9f\xbfz", "\xe0\x9f\xbfz", true},
    {"overlong of 4 bytes", Encoding::utf8, "\xf0\x8f\xbf\xbfz", "\xf0\x8f\xbf\xbfz", true},
    {"surrogate D800", Encoding::utf8, "\xed\xa0\x80z", "\xed\xa0\x80z", true},
    {"surrogate DFFF", Encoding::utf8, "\xed\xbf\xbfz", "\xed\xbf\xbfz", true},
    {"above 10FFFF", Encoding::utf8, "\xf4\x90\x80\x80z", "\xf4\x90\x80\x80z", true},
    {"F5", Encoding::utf8, "\xf5\x80\x80\x80z", "\xf5\x80\x80\x80z", true},
    {"FF", Encoding::utf8, "\xffz", "\xffz", true},
    {"interrupted character", Encoding::utf8, "\xe2\x82z", "\xe2\x82z", true},
    {"interrupted by a character", Encoding::utf8, "\xe2\xc3\xa9", "\xe2\xc3\xa9", true},
    {"cut after 1 of 2", Encoding::utf8, "a\xc3", "a" + kReplacement, true},
    {"cut after 2 of 3", Encoding::utf8, "a\xe2\x82", "a" + kReplacement, true},
    {"cut after 3 of 4", Encoding::utf8, "a\xf0\x9f\x98", "a" + kReplacement, true},
    {"impossible second byte at the end", Encoding::utf8, "a\xe0\x80", "a\xe0\x80", true},

    {"Windows-1252", Encoding::windows1252,
     "Zo\xeb \x80\x9c"
     "5\x94\xff",
     "Zo\xc3\xab \xe2\x82\xac\xc5\x93"
     "5\xe2\x80\x9d\xc3\xbf"},
    {"Windows-1252 unassigned", Encoding::windows1252, "\x81\x8d\x8f\x90\x9d\xa0",
     "\xc2\x81\xc2\x8d\xc2\x8f\xc2\x90\xc2\x9d\xc2\xa0"},
    {"Windows-1252 ASCII", Encoding::windows1252, "abc\n", "abc\n"},

    {"UTF-16LE", Encoding::utf16le, "a\0\xe9\0\xac\x20"s, "a\xc3\xa9\xe2\x82\xac"},
    {"UTF-16LE mark", Encoding::utf16le,
     "\xff\xfe"
     "a\0"s,
     "a"},
    {"UTF-16LE second mark kept", Encoding::utf16le, "\xff\xfe\xff\xfe", "\xef\xbb\xbf"},
    {"UTF-16LE pair", Encoding::utf16le, "\x3d\xd8\x00\xdez\0"s, "\xf0\x9f\x98\x80z"},
    {"UTF-16LE highest", Encoding::utf16le, "\xff\xdb\xff\xdf", "\xf4\x8f\xbf\xbf"},
    {"UTF-16BE", Encoding::utf16be, "\xfe\xff\0a\xd8\x3d\xde\0"s, "a\xf0\x9f\x98\x80"},
    {"lone high surrogate", Encoding::utf16be, "\xd8\x3d\0a"s, kReplacement + "a"},
    {"lone low surrogate", Encoding::utf16be, "\xde\0\0a"s, kReplacement + "a"},
    {"two high surrogates", Encoding::utf16be, "\xd8\x3d\xd8\x3d\xde\0"s,
     kReplacement + "\xf0\x9f\x98\x80"},
    {"high surrogate at the end", Encoding::utf16be, "\0a\xd8\x3d"s, "a" + kReplacement},
    {"odd byte at the end", Encoding::utf16le, "a\0b"s, "a" + kReplacement},
};

TEST(Utf8Decoder, CasesInEveryChunking) {
  for (const DecodeCase& c : kDecodeCases) {
    for (size_t chunk = 1; chunk <= c.bytes.size() + 1; ++chunk) {
      bool invalid = false;
      EXPECT_EQ(decodeAll(c.bytes, c.encoding, chunk, &invalid), c.expected)
          << c.name << ", chunks of " << chunk;
      EXPECT_EQ(invalid, c.invalid) << c.name << ", chunks of " << chunk;
    }
  }
}

/// Every sequence of up to three bytes and a sample of four: valid exactly if it is what some
/// scalar value is written as.
TEST(Utf8Decoder, AcceptsExactlyTheEncodingsOfScalarValues) {
  std::vector<bool> isCharacter(1 << 24, false);  // of two and three bytes, by their value
  for (uint32_t c = 0x80; c < 0x10000; ++c) {
    if (c >= 0xd800 && c < 0xe000) continue;
    if (c < 0x800) {
      isCharacter[(0xc0 | c >> 6) << 8 | (0x80 | (c & 63))] = true;
    } else {
      isCharacter[(0xe0 | c >> 12) << 16 | (0x80 | (c >> 6 & 63)) << 8 | (0x80 | (c & 63))] = true;
    }
  }
  for (uint32_t value = 0x8000; value < (1 << 24); ++value) {
    const bool two = value < 0x10000;
    if (!two && (value >> 16) < 0x80) continue;                           // begins with ASCII
    if (!two && (value >> 16) >= 0xc0 && (value >> 16) < 0xe0) continue;  // two, and one more
    if (!two && (value >> 16) >= 0xf0) continue;                          // four bytes
    if (two && value >> 8 >= 0xe0) continue;                              // longer than two
    std::string bytes;
    if (!two) bytes.push_back(static_cast<char>(value >> 16));
    bytes.push_back(static_cast<char>(value >> 8));
    bytes.push_back(static_cast<char>(value));
    Utf8Decoder decoder(Encoding::utf8);
    bytes.push_back('.');
    decoder.decode(bytesOf(bytes));
    ASSERT_EQ(!decoder.invalidUtf8(), isCharacter[value]) << std::hex << value;
  }
}

TEST(Utf8Decoder, AnyChunkingIsTheSameOnRandomBytes) {
  RandomBytes random(6);
  const std::string_view alphabet = "aaa\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80\xed\xef\xbb\xbf";
  for (int round = 0; round < 500; ++round) {
    const std::string bytes = random.from(alphabet, random.below(200));
    for (const Encoding encoding :
         {Encoding::utf8, Encoding::windows1252, Encoding::utf16le, Encoding::utf16be}) {
      bool invalid = false;
      bool invalidInChunks = false;
      const std::string whole = decodeAll(bytes, encoding, bytes.size() + 1, &invalid);
      EXPECT_EQ(decodeAll(bytes, encoding, 1 + random.below(9), &invalidInChunks), whole);
      EXPECT_EQ(invalidInChunks, invalid);
    }
  }
}

TEST(Utf8Decoder, PlainTextIsNotCopied) {
  const std::string text(1000, 'a');
  for (const Encoding encoding : {Encoding::utf8, Encoding::windows1252}) {
    Utf8Decoder decoder(encoding);
    EXPECT_EQ(decoder.decode(bytesOf(text)).data(), text.data());
  }
}

}  // namespace
}  // namespace upgrade_rate

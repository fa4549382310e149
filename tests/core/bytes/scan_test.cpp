// Every body of the scan gives the masks that a byte-by-byte comparison gives, at every alignment
// and length, and reads no byte past the text (the sanitizers see to that).
#include "core/bytes/scan.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "tests/core/bytes/random_bytes.h"

namespace upgrade_rate {
namespace {

std::vector<BlockMasks> expectedMasks(std::string_view text, ScanBytes bytes) {
  std::vector<BlockMasks> masks((text.size() + 63) / 64, BlockMasks{});
  for (size_t i = 0; i < text.size(); ++i) {
    const uint64_t bit = uint64_t{1} << (i % 64);
    if (text[i] == bytes.delimiter) masks[i / 64].delimiter |= bit;
    if (text[i] == bytes.quote) masks[i / 64].quote |= bit;
    if (text[i] == '\n') masks[i / 64].lineFeed |= bit;
    if (text[i] == '\r') masks[i / 64].carriageReturn |= bit;
  }
  return masks;
}

void expectAllBodiesAgree(std::string_view text, ScanBytes bytes) {
  const std::vector<BlockMasks> expected = expectedMasks(text, bytes);
  for (const NamedScanBody& body : scanBodies()) {
    std::vector<BlockMasks> masks(expected.size());
    scan(body.body, text, bytes, masks.data());
    ASSERT_EQ(masks, expected) << body.name << ", " << text.size() << " bytes";
  }
}

TEST(Scan, HandMade) {
  // a , " " \n b \r \n : bits 1; 2 and 3; 4 and 7; 6
  const std::string_view text = "a,\"\"\nb\r\n";
  for (const NamedScanBody& body : scanBodies()) {
    BlockMasks masks = {};
    scan(body.body, text, {',', '"'}, &masks);
    EXPECT_EQ(masks, (BlockMasks{0b10, 0b1100, 0b10010000, 0b1000000})) << body.name;
  }
}

TEST(Scan, PortableBodyIsAlwaysThere) {
  ASSERT_FALSE(scanBodies().empty());
  EXPECT_STREQ(scanBodies().back().name, "portable");
#if defined(__wasm_simd128__) || defined(__SSE2__)
  EXPECT_EQ(scanBodies().size(), 2u);
#endif
}

TEST(Scan, DenseStructureAtEveryAlignmentAndLength) {
  RandomBytes random(1);
  for (size_t length = 0; length <= 200; ++length) {
    for (size_t alignment = 0; alignment < 16; ++alignment) {
      // A block of exactly the right size, so that one byte too far is an error.
      const std::unique_ptr<char[]> memory(new char[alignment + length]);
      const std::string bytes = random.from(",,\"\"\r\n;ab\x80\xac\x2d\x2b", length);
      bytes.copy(memory.get() + alignment, length);
      expectAllBodiesAgree({memory.get() + alignment, length}, {',', '"'});
    }
  }
}

TEST(Scan, EveryByteAsDelimiter) {
  std::string all;
  for (int i = 0; i < 256 + 3; ++i) all.push_back(static_cast<char>(i));
  for (int i = 0; i < 256; ++i) {
    expectAllBodiesAgree(all, {static_cast<char>(i), static_cast<char>(255 - i)});
  }
}

TEST(Scan, NulDelimiterDoesNotMatchPastTheEnd) {
  expectAllBodiesAgree(std::string_view("a\0b\0", 4), {'\0', '\0'});
}

}  // namespace
}  // namespace upgrade_rate

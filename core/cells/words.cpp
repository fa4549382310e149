// Words by small fixed lists; keys by folding letter by letter. Ligatures such as ﬁ and full-width
// forms are left as they are.
#include "core/cells/words.h"

#include <algorithm>
#include <array>

#include "core/cells/letters.h"

namespace upgrade_rate {
namespace {

constexpr std::array<std::string_view, 3> kWideSpaces = {"\u00A0", "\uFEFF", "\u3000"};

bool isAsciiSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

size_t leadingSpace(std::string_view text) {
  if (text.empty()) return 0;
  if (isAsciiSpace(text.front())) return 1;
  for (std::string_view space : kWideSpaces)
    if (text.substr(0, space.size()) == space) return space.size();
  return 0;
}

size_t trailingSpace(std::string_view text) {
  if (text.empty()) return 0;
  if (isAsciiSpace(text.back())) return 1;
  for (std::string_view space : kWideSpaces)
    if (text.size() >= space.size() && text.substr(text.size() - space.size()) == space)
      return space.size();
  return 0;
}

/// Compares with a word in lower-case ASCII.
bool isWord(std::string_view text, std::string_view word) {
  return std::equal(text.begin(), text.end(), word.begin(), word.end(), [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
  });
}

template <size_t N>
bool isOneOf(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return isWord(text, word); });
}

/// Beyond ASCII everything counts as a letter but the blocks of punctuation, signs and spaces.
bool isLetterOrDigit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  const bool sign = c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) ||
                    (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF0F) || c == 0xFEFF ||
                    c == 0xFFFD;
  return !sign && c != kNoCodePoint;
}

bool joinsPlanWords(std::string_view rest, size_t& bytes) {
  constexpr std::string_view kJoiners = "_-./";
  bytes = kJoiners.find(rest.front()) != std::string_view::npos ? 1 : leadingSpace(rest);
  return bytes != 0;
}

}  // namespace

std::string_view trimmed(std::string_view cell) {
  while (size_t bytes = leadingSpace(cell)) cell.remove_prefix(bytes);
  while (size_t bytes = trailingSpace(cell)) cell.remove_suffix(bytes);
  return cell;
}

bool isNullWord(std::string_view cell) {
  constexpr std::array<std::string_view, 10> kNullWords = {
      "null", "n/a", "none", "nil", "-", "(null)", "nan", "\\n", "\u2013", "\u2014"};
  return cell.empty() || (cell.size() <= 6 && isOneOf(cell, kNullWords));
}

bool listsWord(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (size_t at = words.find(word, 1); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

std::optional<bool> readBoolean(std::string_view cell) {
  constexpr std::array<std::string_view, 6> kYes = {"true", "yes", "y", "1", "t", "ja"};
  constexpr std::array<std::string_view, 6> kNo = {"false", "no", "n", "0", "f", "nein"};
  if (isOneOf(cell, kYes)) return true;
  if (isOneOf(cell, kNo)) return false;
  return std::nullopt;
}

std::string headerKey(std::string_view header) {
  std::string key;
  while (!header.empty()) {
    const CodePoint c = firstCodePoint(header);
    header.remove_prefix(c.bytes);
    if (isCombiningAccent(c.value)) continue;
    const char32_t folded = foldedCase(c.value);
    if (const BaseLetters base = baseLetters(c.value); base.first != 0) {
      key += base.first;
      if (base.second != 0) key += base.second;
    } else if (isLetterOrDigit(folded)) {
      appendUtf8(key, folded);
    }
  }
  return key;
}

std::string caseFolded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const CodePoint c = firstCodePoint(text);
    if (c.value == kNoCodePoint) {
      out += text.front();
    } else {
      appendUtf8(out, foldedCase(c.value));
    }
    text.remove_prefix(c.bytes);
  }
  return out;
}

std::string planKey(std::string_view plan) {
  const std::string folded = caseFolded(trimmed(plan));
  std::string key;
  bool joined = false;
  for (std::string_view rest = folded; !rest.empty();) {
    size_t bytes = 0;
    if (joinsPlanWords(rest, bytes)) {
      joined = !key.empty();
    } else {
      if (joined) key += ' ';
      joined = false;
      bytes = 1;
      key += rest.front();
    }
    rest.remove_prefix(bytes);
  }
  return key.empty() ? folded : key;
}

}  // namespace upgrade_rate

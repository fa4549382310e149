// Method: the run of letters at the place is folded to plain lower-case ASCII on the stack and
// looked up as a whole name or the beginning of one. The lists hold each beginning only once.
#include "core/cells/date_words.h"

#include <iterator>

#include "core/cells/letters.h"

namespace upgrade_rate {
namespace {

struct Name {
  std::string_view text;
  int number;
};

constexpr Name kMonths[] = {
    {"january", 1},
    {"february", 2},
    {"march", 3},
    {"april", 4},
    {"may", 5},
    {"june", 6},
    {"july", 7},
    {"august", 8},
    {"september", 9},
    {"october", 10},
    {"november", 11},
    {"december", 12},
    // German, and with it much of Dutch and Scandinavian
    {"januar", 1},
    {"janner", 1},
    {"februar", 2},
    {"feber", 2},
    {"marz", 3},
    {"maerz", 3},
    {"mrz", 3},
    {"mai", 5},
    {"juni", 6},
    {"juli", 7},
    {"oktober", 10},
    {"dezember", 12},
    // French
    {"janvier", 1},
    {"fevrier", 2},
    {"mars", 3},
    {"avril", 4},
    {"juin", 6},
    {"juillet", 7},
    {"aout", 8},
    {"septembre", 9},
    {"octobre", 10},
    {"novembre", 11},
    {"decembre", 12},
    // Spanish, Italian, Portuguese
    {"enero", 1},
    {"gennaio", 1},
    {"janeiro", 1},
    {"febrero", 2},
    {"febbraio", 2},
    {"fevereiro", 2},
    {"marzo", 3},
    {"marco", 3},
    {"abril", 4},
    {"aprile", 4},
    {"mayo", 5},
    {"maggio", 5},
    {"maio", 5},
    {"junio", 6},
    {"giugno", 6},
    {"junho", 6},
    {"julio", 7},
    {"luglio", 7},
    {"julho", 7},
    {"agosto", 8},
    {"septiembre", 9},
    {"setiembre", 9},
    {"settembre", 9},
    {"setembro", 9},
    {"octubre", 10},
    {"ottobre", 10},
    {"outubro", 10},
    {"noviembre", 11},
    {"novembro", 11},
    {"diciembre", 12},
    {"dicembre", 12},
    {"dezembro", 12},
    // Dutch, Scandinavian
    {"januari", 1},
    {"februari", 2},
    {"maart", 3},
    {"mrt", 3},
    {"marts", 3},
    {"mei", 5},
    {"maj", 5},
    {"augustus", 8},
    {"augusti", 8},
    {"desember", 12},
};

constexpr Name kWeekdays[] = {
    {"monday", 1},     {"tuesday", 2},  {"wednesday", 3}, {"thursday", 4},  {"friday", 5},
    {"saturday", 6},   {"sunday", 7},   {"montag", 1},    {"dienstag", 2},  {"mittwoch", 3},
    {"donnerstag", 4}, {"freitag", 5},  {"samstag", 6},   {"sonnabend", 6}, {"sonntag", 7},
    {"lundi", 1},      {"mardi", 2},    {"mercredi", 3},  {"jeudi", 4},     {"vendredi", 5},
    {"samedi", 6},     {"dimanche", 7}, {"mo", 1},        {"di", 2},        {"mi", 3},
    {"do", 4},         {"fr", 5},       {"sa", 6},        {"so", 7},
};

/// A run of letters in plain ASCII.
struct Word {
  char letters[16];
  size_t size = 0;
  size_t bytes = 0;  ///< in the cell
  std::string_view text() const { return {letters, size}; }
};

bool isAsciiLetter(char c) { return static_cast<uint8_t>((c | 0x20) - 'a') < 26; }

/// Nothing (size 0) for a word too long to be any of the names.
Word wordAt(std::string_view text) {
  Word word;
  while (word.bytes < text.size()) {
    const std::string_view rest = text.substr(word.bytes);
    if (isAsciiLetter(rest.front())) {
      word.letters[word.size++] = static_cast<char>(rest.front() | 0x20);
      word.bytes++;
    } else {
      if (static_cast<uint8_t>(rest.front()) < 0x80) break;
      const CodePoint c = firstCodePoint(rest);
      const BaseLetters base = baseLetters(c.value);
      if (base.first == 0 && !isCombiningAccent(c.value)) break;
      if (base.first != 0) word.letters[word.size++] = base.first;
      word.bytes += c.bytes;
    }
    if (word.size == sizeof word.letters) return {};
  }
  return word;
}

template <size_t N>
int numberOf(std::string_view word, const Name (&names)[N]) {
  int found = 0;
  for (const Name& name : names) {
    if (name.text.substr(0, word.size()) != word) continue;
    if (name.text.size() == word.size()) return name.number;
    if (word.size() < 3) continue;
    if (found != 0 && found != name.number) return 0;
    found = name.number;
  }
  return found;
}

}  // namespace

int takeMonthName(Scan& scan) {
  const Word word = wordAt(scan.rest());
  const int month = word.size < 3 ? 0 : numberOf(word.text(), kMonths);
  if (month == 0) return 0;
  scan.skip(word.bytes);
  scan.take('.');
  return month;
}

int takeWeekdayName(Scan& scan) {
  const Word word = wordAt(scan.rest());
  const int day = word.size < 2 ? 0 : numberOf(word.text(), kWeekdays);
  if (day == 0) return 0;
  scan.skip(word.bytes);
  scan.take('.');
  scan.take(',');
  return day;
}

bool takeWord(Scan& scan, std::string_view word) {
  const std::string_view rest = scan.rest();
  if (rest.size() < word.size()) return false;
  for (size_t i = 0; i < word.size(); i++)
    if ((rest[i] | 0x20) != word[i]) return false;
  if (rest.size() > word.size() && isAsciiLetter(rest[word.size()])) return false;
  scan.skip(word.size());
  return true;
}

}  // namespace upgrade_rate

// Method: the run of letters at the place is folded to plain lower-case ASCII on the stack and
// looked up by bisection as a whole name or the beginning of one.
#include "core/cells/date_words.h"

#include <algorithm>
#include <iterator>

#include "core/cells/letters.h"

namespace upgrade_rate {
namespace {

struct Name {
  std::string_view text;
  int number;
};

// Both tables are sorted, so that all names with one beginning stand together.
constexpr Name kMonths[] = {
    {"abril", 4},      {"agosto", 8},    {"aout", 8},      {"april", 4},      {"aprile", 4},
    {"august", 8},     {"augusti", 8},   {"augustus", 8},  {"avril", 4},      {"december", 12},
    {"decembre", 12},  {"desember", 12}, {"dezember", 12}, {"dezembro", 12},  {"dicembre", 12},
    {"diciembre", 12}, {"enero", 1},     {"febbraio", 2},  {"feber", 2},      {"febrero", 2},
    {"februar", 2},    {"februari", 2},  {"february", 2},  {"fevereiro", 2},  {"fevrier", 2},
    {"gennaio", 1},    {"giugno", 6},    {"janeiro", 1},   {"janner", 1},     {"januar", 1},
    {"januari", 1},    {"january", 1},   {"janvier", 1},   {"juillet", 7},    {"juin", 6},
    {"julho", 7},      {"juli", 7},      {"julio", 7},     {"july", 7},       {"june", 6},
    {"junho", 6},      {"juni", 6},      {"junio", 6},     {"luglio", 7},     {"maart", 3},
    {"maerz", 3},      {"maggio", 5},    {"mai", 5},       {"maio", 5},       {"maj", 5},
    {"march", 3},      {"marco", 3},     {"mars", 3},      {"marts", 3},      {"marz", 3},
    {"marzo", 3},      {"may", 5},       {"mayo", 5},      {"mei", 5},        {"mrt", 3},
    {"mrz", 3},        {"november", 11}, {"novembre", 11}, {"novembro", 11},  {"noviembre", 11},
    {"october", 10},   {"octobre", 10},  {"octubre", 10},  {"oktober", 10},   {"ottobre", 10},
    {"outubro", 10},   {"september", 9}, {"septembre", 9}, {"septiembre", 9}, {"setembro", 9},
    {"setiembre", 9},  {"settembre", 9},
};

constexpr Name kWeekdays[] = {
    {"di", 2},       {"dienstag", 2}, {"dimanche", 7},  {"do", 4},        {"donnerstag", 4},
    {"fr", 5},       {"freitag", 5},  {"friday", 5},    {"jeudi", 4},     {"lundi", 1},
    {"mardi", 2},    {"mercredi", 3}, {"mi", 3},        {"mittwoch", 3},  {"mo", 1},
    {"monday", 1},   {"montag", 1},   {"sa", 6},        {"samedi", 6},    {"samstag", 6},
    {"saturday", 6}, {"so", 7},       {"sonnabend", 6}, {"sonntag", 7},   {"sunday", 7},
    {"thursday", 4}, {"tuesday", 2},  {"vendredi", 5},  {"wednesday", 3},
};

template <size_t N>
constexpr bool isSorted(const Name (&names)[N]) {
  for (size_t i = 1; i < N; i++)
    if (!(names[i - 1].text < names[i].text)) return false;
  return true;
}

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

/// The number of the name that is `word`, or of all names that begin with it.
template <size_t N>
int numberOf(std::string_view word, const Name (&names)[N]) {
  static_assert(isSorted(kMonths) && isSorted(kWeekdays));
  const auto* name = std::lower_bound(std::begin(names), std::end(names), word,
                                      [](const Name& n, std::string_view w) { return n.text < w; });
  if (name == std::end(names) || name->text.substr(0, word.size()) != word) return 0;
  if (name->text.size() == word.size()) return name->number;
  if (word.size() < 3) return 0;
  for (const auto* next = name + 1; next != std::end(names); next++) {
    if (next->text.substr(0, word.size()) != word) break;
    if (next->number != name->number) return 0;
  }
  return name->number;
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

// Which format a column has, and that a streamed column comes to the same verdict.
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/cells/date.h"
#include "core/cells/iso.h"
#include "core/cells/time.h"

namespace upgrade_rate {
namespace {

using enum DateFormat;

struct DecideCase {
  const char* name;
  std::vector<std::string_view> cells;
  DateFormat format;
  uint64_t fitting;
  std::string_view example = {};  // ambiguous where given
};

const DecideCase kDecisions[] = {
    {"no values", {}, none, 0},
    {"no dates", {"a", "b"}, none, 0},
    {"one bad among good", {"2024-01-03", "?", "2024-02-03"}, yearMonthDay, 2},
    {"only day-first exists", {"01/02/2024", "13/02/2024"}, dayMonthYear, 2},
    {"only month-first exists", {"01/02/2024", "02/13/2024"}, monthDayYear, 2},
    {"both, apart", {"03/03/2024", "01/02/2024", "05/06/2024"}, dayMonthYear, 3, "01/02/2024"},
    {"both, dashes", {"01-02-24"}, dayMonthYear, 1, "01-02-24"},
    {"both, never apart", {"03/03/2024", "04/04/2024"}, dayMonthYear, 2},
    {"full stops are day-first", {"01.02.2024", "05.06.2024"}, dayMonthYear, 2},
    {"full stops month-first by proof", {"01.02.2024", "05.31.2024"}, monthDayYear, 2},
    {"one way each", {"13/02/2024", "02/13/2024"}, dayMonthYear, 1},
    {"one way each and one apart",
     {"13/02/2024", "02/13/2024", "1/2/24"},
     dayMonthYear,
     2,
     "1/2/24"},
    {"the week day tells", {"Thu 01/02/2024", "Fri 05/01/2024"}, dayMonthYear, 2},
    {"firsts of months", {"1/1/2024", "2/1/2024", "3/1/2024"}, monthDayYear, 3, "2/1/2024"},
    {"firsts of months, fixed width", {"04/01/2024", "01/01/2024"}, monthDayYear, 2, "04/01/2024"},
    {"firsts of quarters, two years",
     {"10/1/23", "1/1/24", "4/1/24", "7/1/24"},
     monthDayYear,
     4,
     "10/1/23"},
    {"firsts of months, day-first", {"1/1/2024", "1/2/2024"}, dayMonthYear, 2, "1/2/2024"},
    {"the fifth of each month, or days of May",
     {"1/5/2024", "2/5/2024"},
     dayMonthYear,
     2,
     "1/5/2024"},
    {"the fifth of each month, day-first", {"5/1/2024", "5/2/2024"}, dayMonthYear, 2, "5/1/2024"},
    {"one first", {"2/1/2024", "2/1/2024"}, dayMonthYear, 2, "2/1/2024"},
    {"firsts, and one other day",
     {"1/1/2024", "2/1/2024", "3/4/2024"},
     dayMonthYear,
     3,
     "2/1/2024"},
    {"firsts, and a day that is day-first", {"1/1/2024", "2/1/2024", "13/1/2024"}, dayMonthYear, 3},
    {"firsts, and one way each",
     {"1/1/2024", "2/1/2024", "13/1/2024", "1/13/2024"},
     dayMonthYear,
     3,
     "2/1/2024"},
    {"days of January with full stops", {"01.01.2024", "02.01.2024"}, dayMonthYear, 2},
    {"days of January, one with full stops",
     {"1/1/2024", "2/1/2024", "3.1.2024"},
     dayMonthYear,
     3,
     "2/1/2024"},
    {"firsts of months and words", {"1/1/2024", "2/1/2024", "?"}, monthDayYear, 2, "2/1/2024"},
    {"more ISO than numbers", {"2024-01-03", "2024-01-04", "1/2/2024"}, yearMonthDay, 2},
    {"a tie goes to the day", {"2024-01-03", "2024"}, yearMonthDay, 1},
    {"a tie goes to the first", {"2024", "45292"}, year, 1},
    {"years", {"2023", "2024"}, year, 2},
    {"compact months", {"202312", "202401"}, yearMonth, 2},
    {"seconds", {"1704276330", "1704276331"}, unixSeconds, 2},
    {"serials", {"45292", "45293.5"}, serial, 2},
    {"month names", {"Jan 24", "Feb 24"}, monthNameYear, 2},
};

TEST(DateEvidence, Decides) {
  for (const DecideCase& c : kDecisions) {
    DateEvidence evidence;
    for (std::string_view cell : c.cells) evidence.add(cell);
    const auto decision = evidence.decide();
    EXPECT_EQ(dateFormatName(decision.format), dateFormatName(c.format)) << c.name;
    EXPECT_EQ(decision.fitting, c.fitting) << c.name;
    EXPECT_EQ(decision.values, c.cells.size()) << c.name;
    EXPECT_EQ(decision.ambiguous, !c.example.empty()) << c.name;
    EXPECT_EQ(decision.example, c.example) << c.name;
  }
}

/// Random cells near to dates: pieces of them put together, most often in a sensible order.
class Cells {
 public:
  explicit Cells(uint32_t seed) : random_(seed) {}

  size_t below(size_t n) { return static_cast<size_t>(random_() % n); }

  std::string cell() {
    switch (below(4)) {
      case 0:
        return days() + clock();
      case 1:
        return number(2) + sign() + number(2) + sign() + number(below(2) ? 4 : 2) + clock();
      case 2:
        return mix();
      default:
        return number(1 + below(14)) + (below(6) ? "" : ".5");
    }
  }

  /// Most often the first of a month, written month-first, and now and then anything.
  std::string nearlyFirst() {
    if (below(12) == 0) return cell();
    const std::string s = below(12) ? "/" : ".", zero = below(2) ? "0" : "";
    const std::string second = below(12) ? "1" : std::to_string(1 + below(13));
    return zero + std::to_string(1 + below(9)) + s + zero + second + s + "2024";
  }

 private:
  std::string pick(const std::vector<std::string>& from) { return from[below(from.size())]; }
  std::string sign() { return pick({"/", "/", "/", "-", ".", " "}); }
  std::string number(size_t digits) {
    std::string text;
    for (size_t i = 0; i < digits; i++) text += static_cast<char>('0' + below(i == 0 ? 3 : 10));
    return text;
  }
  std::string days() {
    const std::string day = std::to_string(1 + below(31)), month = std::to_string(1 + below(13));
    const std::string year = below(2) ? "2024" : "24";
    const std::string s = sign();
    const std::string before = below(4) ? "" : pick({"Mon ", "mar. ", "Di, ", "Fri, "});
    return before + pick({day + s + month + s + year, month + s + day + s + year,
                          "2024" + s + month + s + day, day + " Mar " + year,
                          "Mar " + day + ", " + year, "mar " + year, year + s + month});
  }
  std::string clock() {
    return pick({"", "", "", " 10:05", "T10:05:30Z", " 10:05 AM", " 2024", " 12:00 CET"});
  }
  std::string mix() {
    static const std::vector<std::string> kPieces = {
        "2024", "24", "1", "12", "31", "Mar", "mar", "Q3", "W07", "T",      "Z",  ":05",
        " ",    ",",  "-", "/",  ".",  "10",  "KW",  "M",  "de",  "+02:00", ".30"};
    std::string text;
    for (size_t i = 1 + below(7); i > 0; i--) text += kPieces[below(kPieces.size())];
    return text;
  }

  std::mt19937 random_;
};

constexpr DateFormat format(size_t i) { return static_cast<DateFormat>(i); }

// The counting of whole columns rests on this.
TEST(DateFormats, AreDisjointButForDayFirstAndMonthFirst) {
  Cells cells(1);
  std::array<int, kDateFormats> seen{};
  for (int round = 0; round < 100'000; round++) {
    const std::string cell = cells.cell();
    std::vector<size_t> fitting;
    for (size_t i = 1; i < kDateFormats; i++)
      if (readDate(cell, format(i))) fitting.push_back(i);
    for (size_t i : fitting) seen[i]++;
    const bool pair = fitting.size() == 2 && format(fitting[0]) == dayMonthYear &&
                      format(fitting[1]) == monthDayYear;
    ASSERT_TRUE(fitting.size() <= 1 || pair)
        << cell << " fits " << dateFormatName(format(fitting[0])) << " and "
        << dateFormatName(format(fitting[1]));
  }
  for (size_t i = 1; i < kDateFormats; i++)
    EXPECT_GT(seen[i], 20) << dateFormatName(format(i)) << " is hardly tried";
}

// The two numbers that stand first in a cell.
std::pair<int, int> firstNumbers(const std::string& cell) {
  const size_t first = cell.find_first_of("0123456789");
  size_t length = 0;
  const int number = std::stoi(cell.substr(first), &length);
  return {number, std::stoi(cell.substr(cell.find_first_of("0123456789", first + length)))};
}

// The counts as DateEvidence documents them, found the slow way: every format asked about every
// value.
DateEvidence::Decision slowDecision(const std::vector<std::string>& cells) {
  std::array<uint64_t, kDateFormats> fits{};
  std::string example;
  bool either = true;
  std::set<int> firstNumber, secondNumber;
  for (const std::string& cell : cells) {
    for (size_t i = 1; i < kDateFormats; i++) fits[i] += readDate(cell, format(i)) ? 1 : 0;
    const auto dayFirst = readDate(cell, dayMonthYear), monthFirst = readDate(cell, monthDayYear);
    const bool apart = dayFirst && monthFirst && !(*dayFirst == *monthFirst);
    const size_t firstSign = cell.find_first_of("-/.", cell.find_first_of("0123456789"));
    const bool dotted = firstSign != std::string::npos && cell[firstSign] == '.';
    if (apart && !dotted && example.empty()) example = cell;
    if (!dayFirst && !monthFirst) continue;
    either = either && dayFirst && monthFirst && !dotted;
    firstNumber.insert(firstNumbers(cell).first);
    secondNumber.insert(firstNumbers(cell).second);
  }
  DateEvidence::Decision decision;
  decision.values = cells.size();
  for (size_t i = 1; i < kDateFormats; i++)
    if (fits[i] > decision.fitting) {
      decision.format = format(i);
      decision.fitting = fits[i];
    }
  const bool tie =
      fits[static_cast<size_t>(dayMonthYear)] == fits[static_cast<size_t>(monthDayYear)];
  decision.ambiguous = decision.format == dayMonthYear && tie && !example.empty();
  if (decision.ambiguous) decision.example = example;
  const bool oneDay = secondNumber == std::set<int>{1} && firstNumber.size() > 1;
  if (decision.ambiguous && either && oneDay) decision.format = monthDayYear;
  return decision;
}

TEST(DateColumn, VerdictIsThatOfTheEvidenceOfAllValues) {
  Cells random(2);
  int ambiguous = 0, oneDay = 0;
  for (int round = 0; round < 4000; round++) {
    std::vector<std::string> cells(random.below(8));
    for (std::string& cell : cells) cell = round < 2000 ? random.cell() : random.nearlyFirst();
    DateEvidence evidence, front, back, handed;
    for (const std::string& cell : cells) evidence.add(cell);
    const auto expected = slowDecision(cells);
    ASSERT_EQ(evidence.decide(), expected);
    ambiguous += expected.ambiguous;
    oneDay += expected.ambiguous && expected.format == monthDayYear;
    // In two parts, put together, and handed on.
    for (size_t i = 0; i < cells.size(); i++) (i * 2 < cells.size() ? front : back).add(cells[i]);
    front.add(back);
    ASSERT_EQ(front.decide(), expected);
    FlatWriter written;
    front.write(written);
    FlatReader reader(written.bytes());
    handed.addWritten(reader);
    ASSERT_EQ(handed.decide(), expected);
    for (size_t i = 0; i < kDateFormats; i++) {
      DateColumn column(format(i), round % 2 == 0);
      for (const std::string& cell : cells)
        ASSERT_EQ(column.read(cell), readDate(cell, format(i), round % 2 == 0)) << cell;
      ASSERT_EQ(column.verdict(), expected) << dateFormatName(format(i));
    }
  }
  EXPECT_GT(ambiguous, 50);
  EXPECT_GT(oneDay, 50);
}

// Two spaces before the time, or one before a sign, are no fixed form: the careful reader reads.
TEST(DateColumn, TheFixedFormsReadAsTheCarefulReaderDoes) {
  std::mt19937 random(3);
  const auto two = [](auto n) { return std::string(n < 10 ? "0" : "").append(std::to_string(n)); };
  for (int round = 0; round < 20'000; round++) {
    const auto day = two(random() % 34), month = two(random() % 14);
    const auto year = std::to_string(1000 + random() % 9000);
    const char sign = "-/."[random() % 3];
    const auto clock = two(random() % 26) + ':' + two(random() % 62) +
                       (random() % 2 ? ':' + two(random() % 62) : "") +
                       (random() % 2 ? '.' + std::to_string(random() % 100'000) : "") +
                       (random() % 2 ? "Z" : "");
    const auto ymd = year + sign + month + sign + day, dmy = day + sign + month + sign + year;
    for (const auto& [date, format] :
         {std::pair{ymd, yearMonthDay}, {dmy, dayMonthYear}, {dmy, monthDayYear}}) {
      ASSERT_EQ(readDate(date + ' ' + clock, format), readDate(date + "  " + clock, format))
          << date << ' ' << clock;
      const std::string spaced =
          date.substr(0, date.find(sign)) + ' ' + date.substr(date.find(sign));
      ASSERT_EQ(readDate(date, format), readDate(spaced, format)) << date;
    }
  }
}

TEST(DateColumn, FixedFormsAtEveryByte) {
  for (std::string_view whole : {"2024-03-31T10:05:30Z", "31/03/2024 10:05", "2024-03-31 10:05"}) {
    const DateFormat own = whole[2] == '/' ? dayMonthYear : yearMonthDay;
    ASSERT_TRUE(readDate(whole, own));
    for (size_t at = 0; at < whole.size(); at++)
      for (int byte = 0; byte < 256; byte++) {
        std::string cell(whole);
        cell[at] = static_cast<char>(byte);
        const bool digit = byte >= '0' && byte <= '9';
        const bool wasDigit = whole[at] >= '0' && whole[at] <= '9';
        // A digit may only become another digit or a space; what stands between may change to some
        // signs.
        const bool space = byte == ' ' || byte == '\t' || byte == ',';
        if (wasDigit && !digit && !space && at > 0) {
          EXPECT_FALSE(readDate(cell, own)) << cell;
        }
        if (!wasDigit && digit) {
          EXPECT_FALSE(readDate(cell, own)) << cell;
        }
      }
  }
}

}  // namespace
}  // namespace upgrade_rate

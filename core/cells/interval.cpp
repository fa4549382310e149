// Method: a cell is cut into runs of letters and of digits, without accents and in lower case.
// Words that only stand beside an interval are dropped; of the rest a leading number counts, and
// the letters together are looked up. ISO 8601 durations (P1M) are a form of their own.
#include "core/cells/interval.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/cells/letters.h"
#include "core/cells/words.h"

namespace upgrade_rate {

namespace {

enum Unit : uint16_t { kMonth, kWeek, kDay };
constexpr int32_t kUnitBits = 2;
constexpr int32_t kMost = 1200;

struct IntervalWords {
  Unit unit;
  int32_t count;
  std::string_view words;  // separated and surrounded by spaces
};

// English, then German.
constexpr IntervalWords kIntervalWords[] = {
    {kMonth, 1,
     " month months monthly mo mos mon mth mths mthly m permonth calendarmonth "
     "monat monate monaten monatlich monatl mtl monatsweise "},
    {kMonth, 3,
     " quarter quarters quarterly quarteryear qtr qtrs qtrly q trimester trimestrial threemonthly "
     "quartal quartale quartalen quartalsweise vierteljahr vierteljahrlich "},
    {kMonth, 6,
     " halfyear halfyears halfyearly halfannual halfannually semiannual semiannually semiyear "
     "semiyearly semester biannual biannually sixmonthly "
     "halbjahr halbjahre halbjahrlich halbjahresweise "},
    {kMonth, 12,
     " year years yearly yr yrs yrly y annual annually annum pa peryear yearlong twelvemonthly "
     "jahr jahre jahren jahrlich jhrl jahrl jahresweise j "},
    {kMonth, 24, " biennial biennially biennium biyearly zweijahrlich zweijahrig "},
    {kMonth, 36, " triennial triennially triennium dreijahrlich dreijahrig "},
    {kMonth, 2, " twomonthly zweimonatlich "},
    {kMonth, 1, " einmonatlich einmonatig "},
    {kWeek, 1, " week weeks weekly wk wks wkly w perweek woche wochen wochentlich "},
    {kWeek, 2, " fortnight fortnights fortnightly biweekly zweiwochentlich vierzehntagig "},
    {kDay, 1, " day days daily d perday tag tage tagen taglich "},
};

struct NumberWord {
  int32_t number;
  std::string_view words;
};
constexpr NumberWord kNumberWords[] = {
    {1, " one ein eine einem einen "},
    {2, " two zwei "},
    {3, " three drei "},
    {4, " four vier "},
    {6, " six sechs "},
    {12, " twelve zwolf "},
    {18, " eighteen achtzehn "},
};

constexpr std::string_view kBeside =
    " every each per a an the in billed billing paid payment payments pay plan subscription "
    "interval term recurring renews renewal renewing prepaid alle jeder jedes jeden pro je im "
    "zahlung zahlweise zahlbar abrechnung abgerechnet laufzeit vertrag abo ";

bool isDigits(const std::string& token) { return token[0] >= '0' && token[0] <= '9'; }

std::vector<std::string> tokensOf(std::string_view cell) {
  std::vector<std::string> tokens;
  bool joins = false;
  const auto append = [&](char c) {
    const bool digit = c >= '0' && c <= '9';
    if (!joins || isDigits(tokens.back()) != digit) tokens.emplace_back();
    tokens.back() += c;
    joins = true;
  };
  while (!cell.empty()) {
    const CodePoint c = firstCodePoint(cell);
    cell.remove_prefix(c.bytes);
    if (isCombiningAccent(c.value)) continue;
    const char32_t folded = foldedCase(c.value);
    const BaseLetters base = baseLetters(c.value);
    const bool plain = (folded >= 'a' && folded <= 'z') || (folded >= '0' && folded <= '9');
    if (base.first != 0) {
      append(base.first);
      if (base.second != 0) append(base.second);
    } else if (plain) {
      append(static_cast<char>(folded));
    } else {
      // "p.a." is one word; "1.5" is two numbers, which is no interval.
      joins = joins && folded == '.' && !isDigits(tokens.back());
    }
  }
  return tokens;
}

// 0 for what is no number, or too large.
int32_t numberOf(const std::string& token) {
  if (!isDigits(token)) {
    for (const NumberWord& each : kNumberWords) {
      if (listsWord(each.words, token)) return each.number;
    }
    return 0;
  }
  int32_t number = 0;
  for (const char c : token) number = std::min(kMost + 1, number * 10 + (c - '0'));
  return number;
}

std::optional<BillingInterval> intervalOf(Unit unit, int64_t count) {
  if (count < 1 || count > kMost) return std::nullopt;
  return static_cast<BillingInterval>((count << kUnitBits | unit) + (kMonthlyAmount + 1));
}

// P1M, P1Y, P12M, P2W, P30D.
std::optional<BillingInterval> isoDuration(const std::vector<std::string>& tokens) {
  if (tokens.size() != 3 || tokens[0] != "p" || !isDigits(tokens[1])) return std::nullopt;
  const int64_t count = numberOf(tokens[1]);
  if (tokens[2] == "y") return intervalOf(kMonth, count * 12);
  if (tokens[2] == "m") return intervalOf(kMonth, count);
  if (tokens[2] == "w") return intervalOf(kWeek, count);
  if (tokens[2] == "d") return intervalOf(kDay, count);
  return std::nullopt;
}

}  // namespace

std::optional<BillingInterval> readInterval(std::string_view cell) {
  constexpr size_t kLongest = 60;
  if (cell.size() > kLongest) return std::nullopt;
  std::vector<std::string> tokens = tokensOf(cell);
  if (const auto iso = isoDuration(tokens)) return iso;
  std::erase_if(tokens, [](const std::string& token) { return listsWord(kBeside, token); });
  if (tokens.empty()) return std::nullopt;
  const int32_t number = numberOf(tokens[0]);
  if (number == 0 && isDigits(tokens[0])) return std::nullopt;
  std::string word;
  for (size_t i = number == 0 ? 0 : 1; i < tokens.size(); ++i) {
    if (isDigits(tokens[i])) return std::nullopt;
    word += tokens[i];
  }
  for (const IntervalWords& each : kIntervalWords) {
    if (listsWord(each.words, word)) {
      return intervalOf(each.unit, int64_t{std::max(number, 1)} * each.count);
    }
  }
  return std::nullopt;
}

MonthlyShare monthlyShare(BillingInterval interval) {
  constexpr int32_t kTimes[] = {12, 52, 365};
  const int32_t code = interval - (kMonthlyAmount + 1);
  return {kTimes[code & ((1 << kUnitBits) - 1)], code >> kUnitBits};
}

}  // namespace upgrade_rate

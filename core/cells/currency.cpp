#include "core/cells/currency.h"

#include <algorithm>
#include <array>

#include "core/cells/letters.h"
#include "core/cells/words.h"

namespace upgrade_rate {
namespace {

// Sorted; four characters per code.
constexpr std::string_view kIsoCodes =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP "
    "GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES "
    "KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR "
    "MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB "
    "RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG ZWL ";
static_assert(kIsoCodes.size() % 4 == 0);

// A longer one stands before its own beginning.
constexpr std::array<std::string_view, 17> kAbbreviations = {
    "kr.", "kr", "Kr.", "Kr",   "zł",  "Kč",  "Ft", "SFr.", "Fr.",
    "Rs.", "Rs", "RM",  "руб.", "руб", "лв.", "лв", "Rp"};

bool isSign(char32_t c) {
  return c == '$' || c == 0xA3 || c == 0xA5 || c == 0xE3F || (c >= 0x20A0 && c <= 0x20CF) ||
         c == 0xFF04 || c == 0xFFE1 || c == 0xFFE5 || c == 0xFFE6;
}

bool letterAtStart(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = firstCodePoint(text).value;
  if (c < 0x80) return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  return c >= 0xC0 && c < 0x2000 && !isSign(c);
}

bool isAscii(char c) { return static_cast<uint8_t>(c) < 0x80; }

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }

size_t isoCodeAtStart(std::string_view text) {
  if (text.size() < 3 || letterAtStart(text.substr(3))) return 0;
  char code[3];
  const bool upper = isUpper(text[0]);
  for (size_t i = 0; i < 3; i++) {
    code[i] = upper ? text[i] : static_cast<char>(text[i] - ('a' - 'A'));
    if (!isUpper(code[i])) return 0;
  }
  size_t low = 0, high = kIsoCodes.size() / 4;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    const int order = kIsoCodes.compare(middle * 4, 3, std::string_view(code, 3));
    if (order == 0) return 3;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return 0;
}

size_t abbreviationAtStart(std::string_view text) {
  for (std::string_view word : kAbbreviations)
    if (text.substr(0, word.size()) == word && !letterAtStart(text.substr(word.size())))
      return word.size();
  return 0;
}

}  // namespace

size_t currencyAtStart(std::string_view text) {
  if (text.empty() || (isAscii(text[0]) && text[0] != '$' && !letterAtStart(text))) return 0;
  const CodePoint first = firstCodePoint(text);
  if (isSign(first.value)) return first.bytes;
  for (size_t letters = 1; letters <= 2 && letters < text.size(); letters++) {
    if (!isUpper(text[letters - 1])) break;
    if (text[letters] == '$') return letters + 1;
  }
  if (const size_t bytes = isoCodeAtStart(text)) return bytes;
  return abbreviationAtStart(text);
}

std::optional<std::string> currencyKey(std::string_view cell) {
  const auto isLetter = [](char c) { return isAscii(c) && letterAtStart({&c, 1}); };
  std::string key;
  for (const char c : cell) {
    key += c >= 'a' && c <= 'z' ? static_cast<char>(c - ('a' - 'A')) : c;
  }
  const bool threeLetters = cell.size() == 3 && std::all_of(cell.begin(), cell.end(), isLetter);
  const bool known = currencyAtStart(cell) == cell.size() || currencyAtStart(key) == key.size();
  if (cell.empty() || !(threeLetters || known || key == "EURO")) return std::nullopt;
  return key;
}

int minorDigits(std::string_view key) {
  constexpr std::string_view kNone =
      " BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ";
  constexpr std::string_view kThree = " BHD IQD JOD KWD LYD OMR TND ";
  if (key.size() != 3) return 2;
  return listsWord(kNone, key) ? 0 : listsWord(kThree, key) ? 3 : 2;
}

}  // namespace upgrade_rate

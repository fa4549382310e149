#include "core/cells/words.h"

#include <gtest/gtest.h>

#include "core/cells/letters.h"

namespace upgrade_rate {
namespace {

struct TextCase {
  std::string_view from, to;
};

TEST(Words, Trimmed) {
  constexpr TextCase kCases[] = {
      {"", ""},
      {"  \t\r\n\v\f ", ""},
      {" a b ", "a b"},
      {"\u00A0Pro\u00A0", "Pro"},
      {"\uFEFFcustomer", "customer"},
      {"\u3000\u00A0 x \u3000", "x"},
      {"\u00E0", "\u00E0"},  // à ends in the byte A0 and is no space
      {"\xA0x", "\xA0x"},    // a stray byte is not white space
      {"\u2003x", "\u2003x"},
  };
  for (const TextCase& c : kCases) EXPECT_EQ(trimmed(c.from), c.to) << c.from;
}

TEST(Words, NullWords) {
  for (std::string_view word : {"", "NULL", "null", "Null", "N/A", "n/a", "none", "None", "nil",
                                "-", "\u2013", "\u2014", "\\N", "(null)", "(NULL)", "NaN", "nan"})
    EXPECT_TRUE(isNullWord(word)) << word;
  for (std::string_view word : {"0", "NA", "n", "--", "null0", "(null", "nulls", "no", "non",
                                "\u2026", "\\", "\\NN", "N/A."})
    EXPECT_FALSE(isNullWord(word)) << word;
}

TEST(Words, Booleans) {
  for (std::string_view yes : {"true", "TRUE", "Yes", "y", "Y", "1", "t", "T"})
    EXPECT_EQ(readBoolean(yes), true) << yes;
  for (std::string_view no : {"false", "FALSE", "No", "n", "N", "0", "f", "F"})
    EXPECT_EQ(readBoolean(no), false) << no;
  for (std::string_view other : {"", "2", "on", "off", "wahr", "oui", "ye", "truee", "10", "01"})
    EXPECT_EQ(readBoolean(other), std::nullopt) << other;
}

TEST(Words, HeaderKeys) {
  constexpr TextCase kCases[] = {
      {"Customer ID", "customerid"},
      {"customer_id", "customerid"},
      {"Canceled At (UTC)", "canceledatutc"},
      {"subscriptions.plan_unit_price", "subscriptionsplanunitprice"},
      {"Début d’abonnement", "debutdabonnement"},
      {"Debu\u0301t", "debut"},  // decomposed é
      {"Kündigung", "kundigung"},
      {"STRASSE / Straße", "strassestrasse"},
      {"Œuvre Æon Þing", "oeuvreaeonthing"},
      {"Łódź Đ ø", "lodzdo"},
      {"İstanbul ı", "istanbuli"},
      {"Việt Nam", "vietnam"},
      {"Тариф №1", "тариф1"},
      {"ΠΕΛΆΤΗΣ", "πελάτησ"},
      {"顧客 ID", "顧客id"},
      {"\uFEFFid", "id"},
      {"% up", "up"},
      {"m²", "m"},
      {"", ""},
      {"---", ""},
  };
  for (const TextCase& c : kCases) EXPECT_EQ(headerKey(c.from), c.to) << c.from;
}

TEST(Words, CaseFolded) {
  constexpr TextCase kCases[] = {
      {"PRO Plus+", "pro plus+"}, {"ÄÖÜ ß ẞ", "äöü ß ß"},     {"ÉCOLE Œ Ÿ", "école œ ÿ"},
      {"ΣΊΣΥΦΟΣ ς", "σίσυφοσ σ"}, {"ЁЖИК Ђ", "ёжик ђ"},       {"ŁÓDŹ", "łódź"},
      {"İ I ı", "İ i ı"},         {"ĲŽ ǅ Ǆ", "ĳž ǆ ǆ"},       {"ſ µ", "s μ"},
      {"×÷ 顧客", "×÷ 顧客"},     {"\xC3(\xFF", "\xC3(\xFF"}, {"Ա", "Ա"},
  };
  for (const TextCase& c : kCases) EXPECT_EQ(caseFolded(c.from), c.to) << c.from;
}

TEST(Words, PlanKeys) {
  constexpr TextCase kCases[] = {
      {"Pro", "pro"},
      {" PRO ", "pro"},
      {"pro_monthly", "pro monthly"},
      {"Pro - Monthly", "pro monthly"},
      {"pro.monthly/eu", "pro monthly eu"},
      {"pro\u00A0\u00A0monthly", "pro monthly"},
      {"Pro+", "pro+"},
      {"Pro (annual)", "pro (annual)"},
      {"-pro-", "pro"},
      {"Größe_XL", "größe xl"},
      {"_", "_"},
      {"./-", "./-"},
      {"", ""},
      {"à la carte", "à la carte"},
  };
  for (const TextCase& c : kCases) EXPECT_EQ(planKey(c.from), c.to) << c.from;
  EXPECT_NE(planKey("Pro"), planKey("Pro+"));
}

TEST(Letters, BrokenUtf8IsOneByteAtATime) {
  for (std::string_view broken : {"\x80", "\xC0\x80", "\xC3", "\xE2\x82", "\xED\xA0\x80",
                                  "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xFF"}) {
    EXPECT_EQ(firstCodePoint(broken).value, kNoCodePoint);
    EXPECT_EQ(firstCodePoint(broken).bytes, 1u);
  }
  EXPECT_EQ(firstCodePoint("\xF0\x9F\x98\x80").value, 0x1F600u);
  EXPECT_EQ(firstCodePoint("\xE2\x82\xAC").value, 0x20ACu);
}

TEST(Letters, CodePointsGoThereAndBack) {
  for (char32_t c = 0; c <= 0x10FFFF; c++) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    appendUtf8(text, c);
    ASSERT_EQ(firstCodePoint(text).value, c);
    ASSERT_EQ(firstCodePoint(text).bytes, text.size());
  }
}

}  // namespace
}  // namespace upgrade_rate

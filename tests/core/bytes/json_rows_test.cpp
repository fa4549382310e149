#include "core/bytes/json_rows.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "core/bytes/json_layout.h"
#include "core/bytes/table_text.h"

namespace upgrade_rate {
namespace {

/// The document as the text that is made of it, every record's line in front, and its fault where
/// it has one: "2:" "2!json:" "2!row:".
std::string rowsOf(std::string_view document, size_t chunk, const JsonLayout& layout) {
  JsonRows rows(layout);
  std::string all;
  const auto take = [&] {
    RecordReader records({});
    records.pushRecords(rows.text(), rows.origins());
    const RecordBatch& batch = records.batch();
    for (size_t r = 0; r < batch.size(); ++r) {
      const Field& first = batch.fields[batch.firstField[r]];
      const Field& last = batch.fields[batch.firstField[r + 1] - 1];
      constexpr const char* kFaults[] = {
          ":", "!quote:", "!long:", "!columns:", "!size:", "!element:", "!json:"};
      all += std::to_string(batch.line[r]) + kFaults[static_cast<size_t>(batch.fault[r])];
      all += std::string(batch.text.substr(first.begin, last.begin + last.size - first.begin));
      all += "\n";
    }
  };
  while (!document.empty()) {
    std::string_view piece = document.substr(0, chunk);
    document.remove_prefix(piece.size());
    while (!piece.empty()) {
      piece.remove_prefix(rows.push(piece));
      take();
    }
  }
  rows.finish();
  take();
  return all;
}

std::string rowsOf(std::string_view document, size_t chunk = ~size_t{0}) {
  const JsonFound found = findJson(document, true);
  if (found.broken) {
    return "broken at " + std::to_string(found.broken->line) + ":" +
           std::to_string(found.broken->byte) + " " + found.broken->before;
  }
  return found.layout ? rowsOf(document, chunk, *found.layout) : "no JSON";
}

struct RowsCase {
  const char* name;
  std::string_view document;
  std::string_view rows;
};

constexpr RowsCase kRowsCases[] = {
    {"an array of objects", R"([{"a":"x","b":2},{"a":"y","b":3}])", "1:a,b\n1:x,2\n1:y,3\n"},
    {"lines are those of the document", "[\n{\"a\":1\n},\n\n {\"a\":2}]", "1:a\n2:1\n5:2\n"},
    {"an array of arrays", R"([["a","b"],["x",2]])", "1:a,b\n1:x,2\n"},
    {"NDJSON", "{\"a\":1}\n{\"a\":2}\r\n\n{\"a\":3}", "1:a\n1:1\n2:2\n4:3\n"},
    {"NDJSON of arrays", "[\"a\",\"b\"]\n[1,2]\n", "1:a,b\n2:1,2\n"},
    {"objects one after the other", "{\n\"a\":1}{\"a\"\n:2}\n", "1:a\n1:1\n2:2\n"},
    {"one object", R"({"a":1,"b":{"c":2}})", "1:a,b.c\n1:1,2\n"},
    {"keys in the order of their first appearance, blanks where they are missing",
     R"([{"b":1},{"a":2,"b":3},{"c":4}])", "1:b,a,c\n1:1,,\n1:3,2,\n1:,,4\n"},
    {"a list that an object wraps", R"({"object":"list","data":[{"id":"x"},{"id":"y"}],"n":2})",
     "1:id\n1:x\n1:y\n"},
    {"wrapped twice", R"({"a":[1,2],"r":{"p":{},"data":[{"id":"x"}]},"data":[3]})", "1:id\n1:x\n"},
    {"arrays that an object wraps", R"({"columns":["a"],"data":[["a"],[1],[2]]})",
     "1:a\n1:1\n1:2\n"},
    {"of two lists the longer one", R"({"p":[{"id":1}],"q":[{"k":2},{"k":3}]})", "1:k\n1:2\n1:3\n"},
    {"a list in every row of NDJSON is a cell", "{\"a\":[{\"b\":1}]}\n{\"a\":[]}",
     "1:a\n1:\"[{\"\"b\"\":1}]\"\n2:[]\n"},
    {"objects in objects", R"([{"c":{"id":"x","of":{"n":1}},"d":2}])",
     "1:c.id,c.of.n,d\n1:x,1,2\n"},
    {"an object, and null in its place", R"([{"c":null},{"c":{"id":1}}])", "1:c,c.id\n1:,\n1:,1\n"},
    {"arrays in a row, without white space",
     "[{\"a\":[ 1, \"x\\n\", {\"k\" : [ ] , \"l\":\"\\\"\"}, null ]}]",
     "1:a\n1:\"[1,\"\"x\\n\"\",{\"\"k\"\":[],\"\"l\"\":\"\"\\\"\"\"\"},null]\"\n"},
    {"an object in an array row", R"([["a","b"],[{"k":1},[]]])", "1:a,b\n1:\"{\"\"k\"\":1}\",[]\n"},
    {"numbers keep their digits", R"([[1.10,12345678901234567890,-0,1E+5,0.30000000000000004]])",
     "1:1.10,12345678901234567890,-0,1E+5,0.30000000000000004\n"},
    {"words", R"([[true,false,null,NaN,-Infinity]])", "1:true,false,,NaN,-Infinity\n"},
    {"texts that CSV quotes", R"([["a,b","\"q\"","x\r\ny"," z"]])",
     "1:\"a,b\",\"\"\"q\"\"\",\"x\r\ny\",\" z\"\n"},
    {"escapes", R"([["\u00e9\/\b\\\t","\ud83d\ude00","\ud83d!","\u0041\ude00"]])",
     "1:\xc3\xa9/\b\\\t,\xf0\x9f\x98\x80,\xef\xbf\xbd!,A\xef\xbf\xbd\n"},
    {"a key with an escape, a comma and a dot", R"([{"a\u0041,":1,"x.y":2}])",
     "1:\"aA,\",x.y\n1:1,2\n"},
    {"a key twice: the last", R"([{"a":1,"a":2}])", "1:a\n1:2\n"},
    {"empty and blank rows stay rows", R"([{"a":1},{},{"a":""},{"a":null}])",
     "1:a\n1:1\n1:\"\"\n1:\"\"\n1:\"\"\n"},
    {"what is no row among rows", "[{\"a\":1},\n5,\nnull,\n[1, 2],\n{\"a\":2}]",
     "1:a\n1:1\n2!element:5\n3!element:null\n4!element:\"[1,2]\"\n5:2\n"},
    {"an object among arrays", R"([["a"],{"b":1},["c"]])",
     "1:a\n1!element:\"{\"\"b\"\":1}\"\n1:c\n"},
    {"cut off in the third row", "[{\"a\":1},\n{\"a\":2},\n{\"a\":\"thr",
     "1:a\n1:1\n2:2\n3!json:\"{\"\"a\"\":\"\"thr\"\n"},
    {"nothing is read behind a break in an array", "[[1],[2],\n[3],[4 5],[6]]",
     "1:1\n1:2\n2:3\n2!json:\"[3],[4 5\"\n"},
    {"the next line is read behind a break in NDJSON",
     "{\"a\":1}\n{\"a\":\n{\"a\":3}\n{a:4}\n{\"a\":\"5\n{\"a\":6}",
     "1:a\n1:1\n2!json:\"{\"\"a\"\":\"\n3:3\n4!json:{a\n5!json:\"{\"\"a\"\":\"\"5\"\n6:6\n"},
    {"the next object is read behind a break in objects of several lines",
     "{\"a\":\n1}\n{\"a\":\n2,}\n{\"a\":\n3}", "1:a\n1:1\n4!json:\"2,}\"\n5:3\n"},
    {"a break behind 60 blanks tells the blanks only, however the text comes",
     "{\"a\":1}\n{\"a\":\"x                                                            \n{\"a\":2}",
     "1:a\n1:1\n2!json:\"\"\n3:2\n"},
    {"broken in the first row", "\n{\"a\":tru}", "broken at 2:9 {\"a\":tru}"},
    {"a number with a zero in front", "[{\"a\":01}]", "broken at 1:9 [{\"a\":01}"},
    {"a number without digits behind the point", "[{\"a\":1.}]", "broken at 1:9 [{\"a\":1.}"},
    {"an unknown escape", "[{\"a\":\"\\x\"}]", "broken at 1:9 [{\"a\":\"\\x"},
    {"three hexadecimal digits", "[{\"a\":\"\\u12g\"}]", "broken at 1:12 [{\"a\":\"\\u12g"},
    {"brackets that do not match", "[{\"a\":1]", "broken at 1:8 [{\"a\":1]"},
    {"a comma too many", "[{\"a\":1,}]", "broken at 1:9 [{\"a\":1,}"},
    {"CSV: brackets around names", "[Customer],[Date]\nx,y\n", "no JSON"},
    {"CSV: brackets around numbers", "[1],[2]\n[3],[4]\n", "no JSON"},
    {"CSV: a quoted cell behind a brace", "{\"a\",\"b\"\n", "no JSON"},
    {"CSV", "customer,date\n{\"a\":1},2\n", "no JSON"},
};

TEST(JsonRows, AreReadAsWritten) {
  for (const RowsCase& c : kRowsCases) EXPECT_EQ(rowsOf(c.document), c.rows) << c.name;
}

TEST(JsonRows, DoNotDependOnTheChunks) {
  for (const RowsCase& c : kRowsCases) {
    for (size_t chunk = 1; chunk < 9; ++chunk) {
      EXPECT_EQ(rowsOf(c.document, chunk), c.rows) << c.name << ", chunks of " << chunk;
    }
  }
}

TEST(JsonRows, ListsTheKeysThatComeLate) {
  JsonLayout layout;
  layout.keys = {"a"};
  JsonRows rows(layout);
  rows.push(R"([{"a":1},{"b":{"c":2},"a":3},{"d":[4],"b":{"c":5}}])");
  EXPECT_EQ(rows.text(), "a\n1\n3\n\"\"\n");
  EXPECT_EQ(rows.lateKeys(), (std::vector<std::string>{"b.c", "d"}));
}

std::string repeated(std::string_view text, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += text;
  return all;
}

struct LimitCase {
  const char* name;
  std::string row;  // between good ones
  const char* fault;
};

TEST(JsonRows, KeepToTheLimits) {
  std::string wide = "{";
  for (int i = 0; i < 5000; ++i) wide += "\"k" + std::to_string(i) + "\":1,";
  wide += "\"a\":1}";
  std::string large = "{\"a\":1";
  for (int i = 0; i < 20; ++i) {
    large += ",\"l" + std::to_string(i) + "\":\"" + std::string(1'000'000, 'x') + "\"";
  }
  large += "}";
  const std::string mebibytes(3 << 20, 'x');
  const LimitCase cases[] = {
      {"a text of 3 MiB", "{\"a\":\"" + mebibytes + "\"}", "2!long:"},
      {"a number of 3 MiB", "{\"a\":" + std::string(3 << 20, '1') + "}", "2!long:"},
      {"a list of 3 MiB", "{\"a\":[" + repeated("10,", 1 << 20) + "0]}", "2!long:"},
      {"a text of 3 MiB where a row should be", "\"" + mebibytes + "\"", "2!"},
      {"5,001 keys", wide, "2!columns:"},
      {"20 million bytes", large, "2!size:"},
  };
  for (const LimitCase& c : cases) {
    const std::string document = "[{\"a\":1},\n" + c.row + ",\n{\"a\":2}]";
    const std::string rows = rowsOf(document);
    EXPECT_NE(rows.find(std::string("\n") + c.fault), std::string::npos) << c.name;
    EXPECT_NE(rows.find("\n3:2"), std::string::npos) << c.name;
    EXPECT_EQ(rows, rowsOf(document, 100'003)) << c.name;
  }
}

TEST(JsonRows, GiveUpWhereBracketsAreNestedTooDeeply) {
  const std::string deep = "[{\"a\":1},{\"a\":" + repeated("[", 100'000) + repeated("]", 100'000);
  EXPECT_EQ(rowsOf(deep).substr(0, 12), "1:a\n1:1\n1!js");
}

// Rows of one member in a table of many columns: 128 KiB of them would make 80 MB at once.
TEST(JsonRows, GrowInPieces) {
  JsonLayout layout;
  for (int i = 0; i < 4096; ++i) layout.keys.push_back("k" + std::to_string(i));
  JsonRows rows(layout);
  const std::string document = "[" + repeated("{},", 40'000) + "{}]";
  std::string_view left = document;
  size_t records = 0;
  while (!left.empty()) {
    left.remove_prefix(rows.push(left));
    records += rows.origins().size();
    ASSERT_LT(rows.text().size(), size_t{2} << 20);
  }
  EXPECT_EQ(records, 40'002U);
}

TEST(TableText, ReadsJsonInEveryEncoding) {
  const std::string utf16 = std::string("\xff\xfe[\0{\0\"\0k\0\"\0:\0\"\0\xe9\0\"\0}\0]\0", 24);
  for (const auto& [encoding, bytes] :
       {std::pair{Encoding::utf8, std::string("\xef\xbb\xbf[{\"k\":\"\xc3\xa9\"}]")},
        std::pair{Encoding::utf16le, utf16},
        std::pair{Encoding::windows1252, std::string("[{\"k\":\"\xe9\"}]")}}) {
    Utf8Decoder decoder(encoding);
    std::string text(decoder.decode(bytes));
    text += decoder.finish();
    EXPECT_EQ(rowsOf(text), "1:k\n1:\xc3\xa9\n");
    const JsonFound found = findJson(text, true);
    TableText source(encoding, &*found.layout);
    RecordReader records({});
    size_t count = 0;
    for (const char byte : bytes) {
      source.push({&byte, 1});
      while (source.next(records)) count += records.batch().size();
    }
    source.finish();
    while (source.next(records)) count += records.batch().size();
    EXPECT_EQ(count, 2U);
  }
}

}  // namespace
}  // namespace upgrade_rate

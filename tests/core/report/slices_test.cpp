// Files cut into slices that several engines read, against the same file read in one piece: the
// reports are equal byte for byte, whatever the cuts.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "core/input/file_reader.h"
#include "tests/core/report/engine_run.h"

namespace upgrade_rate {
namespace {

constexpr const char* kFiles = R"([{"name":"input.csv"}])";

struct Sliced : Outcome {
  int refused = 0;  // slices that began at the wrong place
  bool sliceable = true;
};

void pushFrom(Engine& engine, const std::string& bytes, uint64_t from, size_t chunk) {
  for (uint64_t at = from; at < bytes.size(); at += chunk) {
    const std::string piece = bytes.substr(static_cast<size_t>(at), chunk);
    if (!engine.push(piece)) return;
  }
}

bool readSlice(Engine& engine, const std::string& bytes, const std::string& order, size_t chunk) {
  const auto error = engine.openSlice(0, order);
  EXPECT_FALSE(error) << error->advice;
  const std::string head = bytes.substr(0, kHeadBytes);
  if (!engine.pushHead(head)) return false;
  const Json asked = Json::parse(order);
  pushFrom(engine, bytes, asked.contains("start") ? asked["start"] : asked["from"], chunk);
  engine.closeSlice();
  return true;
}

// Whether the main engine took the worker's slice.
bool hand(Engine& worker, Engine& main) {
  bool taken = true;
  for (;;) {
    const std::string part(worker.exportPart());
    if (part.empty() || !taken) return taken;
    taken = main.importPart(part);
  }
}

/// `cuts`: where the second slice and all later ones begin, rising.
Sliced runSliced(const std::string& bytes, const std::vector<uint64_t>& cuts,
                 std::string_view settings = "{}", size_t chunk = 1 << 20) {
  Sliced outcome;
  std::vector<uint64_t> bounds = {0};
  bounds.insert(bounds.end(), cuts.begin(), cuts.end());
  bounds.push_back(bytes.size());
  Engine main, worker;
  EXPECT_FALSE(main.begin(settings, kFiles));
  EXPECT_FALSE(worker.begin(settings, kFiles));
  bool again = true;
  for (; again && outcome.readings < 4; ++outcome.readings) {
    outcome.sliceable = readSlice(main, bytes, main.order(0, 0, bounds[1]), chunk);
    if (!outcome.sliceable) return outcome;
    for (size_t s = 1; s + 1 < bounds.size(); ++s) {
      readSlice(worker, bytes, main.order(0, bounds[s], bounds[s + 1]), chunk);
      if (hand(worker, main)) continue;
      ++outcome.refused;
      readSlice(worker, bytes, main.orderAgain(bounds[s], bounds[s + 1]), chunk);
      EXPECT_TRUE(hand(worker, main)) << "slice " << s;
    }
    again = main.closeFile();
  }
  outcome.error = main.finish();
  if (outcome.error) return outcome;
  const Result<std::string> report = main.report(settings, kTestHost);
  if (report) outcome.report = report.value();
  return outcome;
}

std::string answer(const Outcome& outcome) {
  return outcome.error ? outcome.error->code + " " + outcome.error->advice : outcome.report;
}

void expectSameInTwo(const std::string& bytes, const std::string& name) {
  const Outcome whole = run(bytes);
  for (uint64_t cut = 1; cut < bytes.size(); ++cut) {
    const Sliced sliced = runSliced(bytes, {cut}, "{}", 5);
    ASSERT_EQ(answer(sliced), answer(whole)) << name << " cut at " << cut;
    ASSERT_EQ(sliced.readings, whole.readings) << name << " cut at " << cut;
  }
}

const std::string kPlain =
    "customer,date,plan,value\nann,2024-01-05,Basic,10\nbob,2024-01-09,Basic,10\n\n"
    "cid,2024-02-01,Pro,30\nann,2024-02-11,Pro,30\nbob,,Pro,30\nbob,2024-03-02,Pro,x\n"
    "dee,2024-03-03,Basic,10\nann,2024-03-09,,\n";

struct NamedFile {
  const char* name;
  std::string bytes;
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

TEST(Slices, CutAtEveryByteInTwo) {
  const std::vector<NamedFile> files = {
      {"plain", kPlain},
      {"CRLF", replaced(kPlain, "\n", "\r\n")},
      {"lone CR", replaced(kPlain, "\n", "\r")},
      {"no line end at the end", kPlain.substr(0, kPlain.size() - 1)},
      {"byte order mark", "\xef\xbb\xbf" + kPlain},
      {"prices with intervals and currencies",
       "customer,date,plan,price,interval,currency\nann,2024-01-05,Basic,120,year,EUR\n"
       "bob,2024-01-09,Basic,10,month,USD\nann,2024-02-11,Pro,30,sometimes,EUR\n"
       "cid,2024-02-11,Pro,30,,GBP\nbob,2024-03-02,Pro,90,quarter,\n"},
      {"signs beside some values",
       "customer,date,plan,price\nann,2024-01-05,Basic,10\nbob,2024-01-09,Basic,$10\n"
       "ann,2024-02-11,Pro,20 €\ncid,2024-02-11,Pro,30\nbob,2024-03-02,Pro,$30\n"},
      {"every cell quoted",
       "\"" + replaced(replaced(replaced(kPlain, "\n\n", "\n"), ",", "\",\""), "\n", "\"\n\"") +
           "\"\n"},
      {"line ends and delimiters in quotes",
       "customer,date,plan\n\"an\nn\",2024-01-05,\"Ba,\n\"\"sic\"\nbob,2024-01-06,\"Pro\n,,\"\n"
       "\"an\nn\",2024-02-05,\"Pro\n,,\"\nbob,2024-03-06,\"x\"\"\n\"\"y\"\n"},
      {"a quote that is never closed", kPlain + "eva,2024-03-04,\"Basic\nfay,2024-03-05,Pro\n"},
      {"title lines", "Export of today,,,\nby the system,,,\n" + kPlain},
      {"without a header", kPlain.substr(kPlain.find('\n') + 1)},
      {"Windows-1252", replaced(kPlain, "ann", "J\xfcrg")},
      {"characters of several bytes", replaced(kPlain, "ann", "J\u00fcrg\u4e2d")},
  };
  for (const NamedFile& file : files) expectSameInTwo(file.bytes, file.name);
}

// A region that only the second slice has, one of both, blanks, and a customer who moves.
TEST(Slices, Segments) {
  const std::string bytes =
      "customer,date,plan,region,channel\nann,2024-01-05,Basic,EMEA,web\nbob,2024-01-06,Pro,,shop\n"
      "cid,2024-01-07,Basic,EMEA,\nann,2024-02-05,Pro,APAC,web\ncid,2024-02-06,Pro,LATAM,phone\n";
  const std::string settings =
      R"({"segmentBy":["channel","region"],"filters":[{"column":"region","in":["EMEA","APAC",""]}],
          "range":{"start":"2024-02-01","end":"2024-02-06"}})";
  const std::string whole = answer(run(bytes, settings));
  EXPECT_NE(whole.find("\"value\":\"EMEA\""), std::string::npos) << whole;
  for (uint64_t cut = 1; cut < bytes.size(); ++cut) {
    ASSERT_EQ(answer(runSliced(bytes, {cut}, settings)), whole) << cut;
  }
}

// Every first cut with every seventh second one behind it: all kinds of place meet each other.
TEST(Slices, CutAtAnyTwoBytesInThree) {
  const std::string bytes =
      "customer,date,plan\nann,2024-01-05,\"Ba\n\"\"sic\"\nbob,2024-01-06,Pro\nann,2024-02-05,\"P,"
      "\n\"\n";
  const std::string whole = answer(run(bytes));
  for (uint64_t first = 1; first < bytes.size(); ++first) {
    for (uint64_t second = first; second <= bytes.size(); second += 7) {
      ASSERT_EQ(answer(runSliced(bytes, {first, second})), whole) << first << " " << second;
    }
  }
}

TEST(Slices, RandomFiles) {
  std::mt19937 random(11);
  const char* const cells[] = {"ann",     "bob", "\"a\nb\"", "\"x\"\"y\"",
                               "\"q,r\"", "cid", "",         "o\"p"};
  for (int file = 0; file < 20; ++file) {
    std::string bytes = "customer,date,plan\n";
    for (int row = 0; row < 12; ++row) {
      bytes += std::string(cells[random() % 8]) + ",2024-0" + std::to_string(1 + random() % 9) +
               "-1" + std::to_string(random() % 10) + "," + cells[random() % 8] +
               (random() % 9 == 0 ? ",more" : "") + (random() % 3 == 0 ? "\r\n" : "\n");
    }
    const std::string whole = answer(run(bytes));
    for (int cut = 0; cut < 20; ++cut) {
      std::vector<uint64_t> cuts = {1 + random() % bytes.size(), 1 + random() % bytes.size(),
                                    1 + random() % bytes.size()};
      std::sort(cuts.begin(), cuts.end());
      ASSERT_EQ(answer(runSliced(bytes, cuts, "{}", 1 + random() % 50)), whole) << bytes;
    }
  }
}

TEST(Slices, WithoutQuotesNoSliceIsReadTwice) {
  for (uint64_t cut = kPlain.find('\n') + 1; cut < kPlain.size(); ++cut) {
    EXPECT_EQ(runSliced(kPlain, {cut}).refused, 0) << cut;
  }
}

TEST(Slices, EvidenceOfTheLastSliceCountsForAll) {
  // Month-first shows in the last row only, behind the head that is looked at.
  std::string bytes = "customer,date,plan\n";
  for (int row = 0; row < 16'000; ++row) {
    bytes += "customer-" + std::to_string(row % 700) + ",02/01/2024,Basic\n";
  }
  bytes += "customer-1,05/13/2024,Pro\n";
  ASSERT_GT(bytes.size(), kHeadBytes);
  const Outcome whole = run(bytes);
  const Sliced sliced = runSliced(bytes, {100'000, 300'000});
  EXPECT_EQ(sliced.readings, 2);
  EXPECT_EQ(sliced.json()["settings"]["files"][0]["dateFormat"], "M/D/Y");
  EXPECT_EQ(answer(sliced), answer(whole));
  // A byte that is no UTF-8 does the same for the encoding.
  const std::string western = bytes + "J\xfcrg,05/14/2024,Pro\n";
  EXPECT_EQ(answer(runSliced(western, {200'000, 400'000})), answer(run(western)));
}

TEST(Slices, TotalsAndUtf16AreNotSliced) {
  EXPECT_FALSE(
      runSliced("month,customers,upgraded\n2024-01,100,5\n2024-02,100,7\n", {40}).sliceable);
  std::string wide = "\xff\xfe";
  for (const char c : kPlain) wide += {c, '\0'};
  EXPECT_FALSE(runSliced(wide, {40}).sliceable);
}

}  // namespace
}  // namespace upgrade_rate

// Guessing the punctuation of a delimited text by trying it.
//
// Every plausible pair of delimiter and quoting reads the sample with the record reader itself. A
// pair is better the more of the records have the same number of fields, the more fields that is,
// and the more of their cells look like whole cells. The first two are the pattern score of van
// den Burg, Nazabal and Sutton ("Wrangling messy CSV files by detecting row and type patterns",
// 2019); the third is a small stand-in for their type score, and is what tells "1,5;2,5" as two
// decimals from three cells. That title lines above the table do not count against a pair is
// DuckDB's idea. Rare delimiters get a chance only where the usual four fail.
//
// Left out: delimiters of several bytes or outside ASCII.
#include "core/bytes/dialect.h"

#include <algorithm>
#include <string>
#include <vector>

#include "core/bytes/dialect_score.h"

namespace upgrade_rate {
namespace {

constexpr size_t kSampleBytes = 64 << 10;
constexpr std::string_view kUsual = ",;\t|";
constexpr std::string_view kRare = ":!#";

struct Judged {
  Dialect dialect;
  DialectScore score;
};

bool isControl(char byte) {
  return byte > 0 && byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r';
}

/// Bytes that hardly ever stand in text: field separators by intent.
std::string intentionalIn(std::string_view sample) {
  std::string found;
  for (const char byte : sample) {
    const bool intentional = isControl(byte) || byte == '^' || byte == '~';
    if (intentional && found.find(byte) == std::string::npos) found.push_back(byte);
  }
  return found;
}

/// How often a quote stands where a field begins, and where one ends.
struct QuoteEdges {
  size_t begins = 0;
  size_t ends = 0;
  size_t pairs() const { return std::min(begins, ends); }
};

QuoteEdges quoteEdges(std::string_view sample, char quote) {
  const auto isEdge = [sample](size_t i) {
    if (i >= sample.size()) return true;  // also one before the first byte
    const char byte = sample[i];
    return byte == '\n' || byte == '\r' || isControl(byte) ||
           std::string_view(",;\t|:!#^~ ").find(byte) != std::string_view::npos;
  };
  QuoteEdges edges;
  for (size_t i = sample.find(quote); i != std::string_view::npos; i = sample.find(quote, i + 1)) {
    edges.begins += isEdge(i - 1);
    edges.ends += isEdge(i + 1);
  }
  return edges;
}

/// Ways of quoting worth a try, the likeliest first: a tie goes to the earlier.
std::vector<Dialect> quotings(std::string_view sample) {
  std::vector<Dialect> all = {{',', '"', 0}};
  if (sample.find("\\\"") != std::string_view::npos) all.push_back({',', '"', '\\'});
  if (quoteEdges(sample, '\'').pairs() > 0) {
    all.push_back({',', '\'', 0});
    if (sample.find("\\'") != std::string_view::npos) all.push_back({',', '\'', '\\'});
  }
  const QuoteEdges edges = quoteEdges(sample, '"');
  if (edges.begins > 2 * edges.ends) all.push_back({',', 0, 0});  // opened, but hardly ever closed
  return all;
}

/// The best reading of `sample` with one of `delimiters`; a tie goes to the earlier.
Judged best(std::string_view sample, std::string_view delimiters) {
  Judged winner = {{}, {}};
  const std::vector<Dialect> ways = quotings(sample);
  for (const char delimiter : delimiters) {
    if (sample.find(delimiter) == std::string_view::npos) continue;
    for (Dialect way : ways) {
      way.delimiter = delimiter;
      const DialectScore score = scoreDialect(sample, way);
      // Giving up double quotes must be clearly better: near ties come from single odd cells.
      const bool givesUp = way.quote != '"' && winner.dialect.quote == '"';
      const double margin = givesUp ? 1.05 : 1.0;
      if (score.total > winner.score.total * margin) winner = {way, score};
    }
  }
  return winner;
}

/// The quoting of a file that has one column.
Dialect oneColumn(std::string_view sample) {
  Dialect dialect;
  if (quoteEdges(sample, '\'').pairs() > quoteEdges(sample, '"').pairs()) dialect.quote = '\'';
  if (sample.find("\\\"") != std::string_view::npos) {
    const Dialect escaped = {',', '"', '\\'};
    if (scoreDialect(sample, escaped).clean > scoreDialect(sample, dialect).clean) return escaped;
  }
  return dialect;
}

}  // namespace

Dialect sniffDialect(std::string_view sample) {
  sample = sample.substr(0, kSampleBytes);
  const Judged usual = best(sample, kUsual);
  const Judged intentional = best(sample, intentionalIn(sample));
  const bool cleaner = intentional.score.total > usual.score.total;
  if (intentional.score.share >= 0.9 && cleaner) return intentional.dialect;
  if (usual.score.share > 0.5) return usual.dialect;
  const Judged rare = best(sample, kRare);
  const bool isText = rare.dialect.delimiter == ':' && colonsAreText(sample);
  if (rare.score.share >= 0.9 && rare.score.records > 1 && !isText) return rare.dialect;
  const Judged space = best(sample, " ");
  if (space.score.share == 1 && space.score.records > 1 &&
      (mostlyNumbers(sample, space.dialect) || quotesHold(sample, space.dialect))) {
    return space.dialect;
  }
  if (usual.score.split >= 0.8) return usual.dialect;  // ragged, but hardly a line without it
  return oneColumn(sample);
}

}  // namespace upgrade_rate

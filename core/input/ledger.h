// Where every row went. Used + duplicate + superseded + ignored + rejected = rows.
//
// Reading decides what is rejected, and what is ignored because it is no data (a title line, a
// repeated header, a totals line). The timeline decides the rest, since that depends on settings.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/flat_bytes.h"
#include "core/input/row_places.h"
#include "core/input/set_aside.h"

namespace upgrade_rate {

/// One thing that is wrong with one row.
struct Problem {
  std::string_view code;  ///< a key of the advice table, kept for ever
  std::string file;
  uint64_t line = 0;   ///< 1-based, where the row starts
  std::string column;  ///< header name or "#3"; empty when it is the whole row
  std::string text;    ///< the offending text, valid UTF-8, at most kProblemTextBytes
};

constexpr size_t kProblemTextBytes = 80;
constexpr size_t kExamplesPerCode = 100;  ///< problems kept per code; all are counted

/// What to do about a problem, in English. The page has its own sentences by code.
std::string_view problemAdvice(std::string_view code);

/// The code's place in the table of advice, below 256, and the code at a place.
size_t problemPlace(std::string_view code);
std::string_view problemAt(size_t place);

/// `text` cut to kProblemTextBytes at a character's end, broken UTF-8 replaced by U+FFFD.
std::string problemText(std::string_view text);

/// Problems by code: all counted, the first of each kept as examples.
class Problems {
 public:
  void add(Problem problem);
  /// The same; `text` as it came, which is only cut and kept where an example is wanted.
  void add(std::string_view code, const std::string& file, uint64_t line, std::string_view column,
           std::string_view text);
  /// Whether an example of `code` would still be kept (else only `count` it, at less cost).
  bool wantsExample(std::string_view code) const;
  void count(std::string_view code, uint64_t times = 1);
  /// Keeps an example, where one is wanted, of what is counted already.
  void keep(Problem problem);
  void append(const Problems& other);
  /// Puts the examples of one file in the order of its lines, however they were found.
  void sortByLine();

  const std::map<std::string_view, uint64_t>& counts() const { return counts_; }
  const std::vector<Problem>& examples() const { return examples_; }

 private:
  std::map<std::string_view, uint64_t> counts_;
  std::map<std::string_view, size_t> kept_;
  std::vector<Problem> examples_;
};

/// What reading made of one file's rows.
struct ReadLedger {
  uint64_t rows = 0;  ///< all records but the header; title lines above it included
  uint64_t ignored = 0;
  uint64_t rejected = 0;
  Problems problems;
  SetAside setAside;  ///< what is ignored or rejected

  /// Hands the ledger of a later piece of the file to another instance, which
  /// adds it behind its own. Places are counted from the piece's beginning:
  /// `before` is what is added to them in `file`.
  void write(FlatWriter& out) const;
  void addWritten(FlatReader& in, const std::string& file, RowPlace before);
};

}  // namespace upgrade_rate

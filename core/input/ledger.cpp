#include "core/input/ledger.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace upgrade_rate {

namespace {

struct Advice {
  std::string_view code;
  std::string_view text;
};

constexpr Advice kAdvice[] = {
    {"aggregates.incomplete",
     "A row of counts from a warehouse names its part and its measure, and this one does not. If "
     "it stands between such rows, copy the whole result again."},
    {"cell.tooLong", "A cell is longer than 1 MiB. Look for a missing closing quote or line end."},
    {"columns.tooMany", "The row has more than 4,096 cells. Check the delimiter."},
    {"currency.unreadable",
     "This is no currency. Write its code of three letters, or leave it blank."},
    {"customer.blank", "The row names no customer. Fill in the customer, or leave the row out."},
    {"date.blank", "The row has no date. Fill in the date the plan started."},
    {"date.unreadable",
     "This is no date in the format of its column. Correct it, or choose another "
     "date format."},
    {"end.beforeStart", "The end lies before the start. Correct one of them."},
    {"end.unreadable",
     "This is no date in the format of its column. Correct it, or leave it empty for a "
     "subscription that runs on."},
    {"flag.unreadable", "This says neither yes nor no. Write yes or no, true or false, 1 or 0."},
    {"interval.unreadable",
     "This is no billing interval. Write one such as month, quarter, year or 3 months."},
    {"json.broken",
     "The text is no JSON from here on, so this row is not whole, and nothing after it was read "
     "unless it begins on a line of its own. Correct it here, or export the file again."},
    {"json.notARow",
     "This stands where a row should be, and is not written as the other rows are. Write it as "
     "they are, or leave it out."},
    {"key.blank", "The row of the table has no key. Fill it in."},
    {"lookup.duplicate", "Another row of the table says exactly the same."},
    {"lookup.superseded", "A later row of the table has the same key and is used instead."},
    {"lookup.unmatched", "No other file names this key. Check that it is written as there."},
    {"number.unreadable",
     "This is no number in the format of its column. Correct it, or choose "
     "another decimal sign."},
    {"plan.blank", "The row names no plan, so it says nothing. Fill it in."},
    {"row.afterDataUntil", "The row lies at or after the end of the data and is not counted yet."},
    {"row.comment", "A line that begins with # and has no further cell. It is no data."},
    {"row.duplicate", "Another row says exactly the same. It is counted once."},
    {"row.emptyStretch", "The subscription ends as it starts, so it was never in force."},
    {"row.endedWithoutEnd",
     "The status says that the subscription ended, and nothing says when. Bring the column with "
     "its "
     "end."},
    {"row.extraCells",
     "The row has more cells than the header. Look for a delimiter inside a cell "
     "that is not quoted."},
    {"row.noPlan", "A subscription to a plan that stands for no plan."},
    {"row.noFigure",
     "The row has no figure, or none that the row beside it has too. Fill in both, or leave it."},
    {"row.noMeasure",
     "The row counts neither the customers in total nor those who upgraded, so it is not needed."},
    {"row.notWon", "Only deals that were won count, and this one is open or lost."},
    {"row.nul", "The row holds NUL bytes, so it may be damaged. Export the file again."},
    {"row.repeatedHeader", "The header stands here again. The line is no data."},
    {"row.status", "The status says that the subscription never came to anything."},
    {"row.superseded", "A later row for the same customer and instant is used instead."},
    {"row.title", "A line above the header. It is no data."},
    {"row.tooLong", "The row is longer than 16 MiB. Look for a missing line end or closing quote."},
    {"row.totalsLine", "A line with totals. It is no data."},
    {"row.unclosedQuote",
     "A quote is opened and never closed. Close it, or double it where it belongs to the text."},
    {"totals.measureAlone",
     "The customers in total and those who upgraded stand in two rows, and the other one is not "
     "there. Add it, with the same words beside it."},
    {"totals.notCount", "This is no whole number of customers, 0 or more."},
    {"totals.upgradedOverTotal", "More customers upgraded than there are. Check the two columns."},
    {"type.unknown",
     "This is no kind of movement that is known. Write one such as new, upgrade, downgrade, "
     "expansion, contraction, churn, reactivation or renewal."},
};

constexpr bool isContinuation(char byte) { return (byte & 0xC0) == 0x80; }

// Bytes of the well-formed UTF-8 sequence at the start of `text`; 0 when there is none.
size_t sequenceBytes(std::string_view text) {
  const unsigned char lead = text[0];
  if (lead < 0x80) return 1;
  const size_t bytes = lead >= 0xC2 && lead < 0xE0   ? 2
                       : (lead & 0xF0) == 0xE0       ? 3
                       : lead >= 0xF0 && lead < 0xF5 ? 4
                                                     : 0;
  if (bytes == 0 || text.size() < bytes) return 0;
  for (size_t i = 1; i < bytes; ++i) {
    if (!isContinuation(text[i])) return 0;
  }
  const unsigned char second = text[1];
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second > 0x9F) || (lead == 0xF4 && second > 0x8F);
  return overlong || outside ? 0 : bytes;
}

}  // namespace

size_t problemPlace(std::string_view code) {
  const auto found = std::find_if(std::begin(kAdvice), std::end(kAdvice),
                                  [&](const Advice& advice) { return advice.code == code; });
  return static_cast<size_t>(found - std::begin(kAdvice));
}

std::string_view problemAt(size_t place) {
  return place < std::size(kAdvice) ? kAdvice[place].code : std::string_view{};
}

std::string_view problemAdvice(std::string_view code) {
  const size_t place = problemPlace(code);
  return place < std::size(kAdvice) ? kAdvice[place].text : std::string_view{};
}

std::string problemText(std::string_view text) {
  std::string clean;
  while (!text.empty()) {
    const size_t bytes = sequenceBytes(text);
    const std::string_view next = bytes == 0 ? "\xEF\xBF\xBD" : text.substr(0, bytes);
    if (clean.size() + next.size() > kProblemTextBytes) break;
    clean += next;
    text.remove_prefix(std::max<size_t>(bytes, 1));
  }
  return clean;
}

bool Problems::wantsExample(std::string_view code) const {
  const auto kept = kept_.find(code);
  return kept == kept_.end() || kept->second < kExamplesPerCode;
}

void Problems::count(std::string_view code, uint64_t times) { counts_[code] += times; }

void Problems::keep(Problem problem) {
  if (!wantsExample(problem.code)) return;
  ++kept_[problem.code];
  examples_.push_back(std::move(problem));
}

void Problems::add(Problem problem) {
  count(problem.code);
  keep(std::move(problem));
}

void Problems::add(std::string_view code, const std::string& file, uint64_t line,
                   std::string_view column, std::string_view text) {
  if (!wantsExample(code)) return count(code);
  add({code, file, line, std::string(column), problemText(text)});
}

void Problems::append(const Problems& other) {
  for (const auto& [code, times] : other.counts_) count(code, times);
  for (const Problem& problem : other.examples_) keep(problem);
}

void Problems::sortByLine() {
  std::stable_sort(examples_.begin(), examples_.end(),
                   [](const Problem& a, const Problem& b) { return a.line < b.line; });
}

void ReadLedger::write(FlatWriter& out) const {
  for (const uint64_t count : {rows, ignored, rejected}) out.number(count);
  out.number(static_cast<uint64_t>(problems.counts().size()));
  for (const auto& [code, times] : problems.counts()) {
    out.text(code);
    out.number(times);
  }
  out.number(static_cast<uint64_t>(problems.examples().size()));
  for (const Problem& problem : problems.examples()) {
    out.text(problem.code);
    out.number(problem.line);
    out.text(problem.column);
    out.text(problem.text);
  }
  setAside.write(out);
}

void ReadLedger::addWritten(FlatReader& in, const std::string& file, RowPlace before) {
  for (uint64_t* const count : {&rows, &ignored, &rejected}) *count += in.number<uint64_t>();
  Problems later;
  for (uint64_t left = in.number<uint64_t>(); left > 0; --left) {
    const std::string_view code = problemAt(problemPlace(in.text()));
    later.count(code, in.number<uint64_t>());
  }
  for (uint64_t left = in.number<uint64_t>(); left > 0; --left) {
    const std::string_view code = problemAt(problemPlace(in.text()));
    const uint64_t line = in.number<uint64_t>() + before.line;
    const std::string column(in.text());
    later.keep({code, file, line, column, std::string(in.text())});
  }
  problems.append(later);
  setAside.addWritten(in, before.record);
}

}  // namespace upgrade_rate

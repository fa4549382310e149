#include "core/report/sql/expand.h"

#include <algorithm>
#include <vector>

namespace upgrade_rate {

namespace {

std::string withPieces(std::string_view text, const SqlPieces& pieces) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text[at] == '#' ? text.find('#', at + 1) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += text[at++];
      continue;
    }
    const auto piece = pieces.find(text.substr(at + 1, end - at - 1));
    if (piece == pieces.end()) {
      out += text[at++];
    } else {
      out += withPieces(piece->second, pieces);
      at = end + 1;
    }
  }
  return out;
}

// The end of a quoted text that begins at `at`.
size_t pastQuote(std::string_view text, size_t at) {
  const size_t end = text.find('\'', at + 1);
  return end == std::string_view::npos ? text.size() : end + 1;
}

// Arguments between the bracket at `open` and its partner; gives the place after that.
size_t readArguments(std::string_view text, size_t open, std::vector<std::string_view>& arguments) {
  size_t depth = 0, begin = open + 1;
  const auto take = [&](size_t end) {
    std::string_view one = text.substr(begin, end - begin);
    while (!one.empty() && (one.front() == ' ' || one.front() == '\n')) one.remove_prefix(1);
    arguments.push_back(one);
    begin = end + 1;
  };
  for (size_t at = open; at < text.size();) {
    const char c = text[at];
    if (c == '\'') {
      at = pastQuote(text, at);
      continue;
    }
    if (c == '(') ++depth;
    if (c == ',' && depth == 1) take(at);
    if (c == ')' && --depth == 0) {
      take(at);
      return at + 1;
    }
    ++at;
  }
  return text.size();
}

std::string_view patternOf(std::string_view name, SqlDialect dialect) {
  for (const DialectWord& word : dialectWords()) {
    if (word.name != name) continue;
    const std::string_view says = word.says[static_cast<size_t>(dialect)];
    return says.empty() ? word.says[0] : says;
  }
  return {};
}

std::string withWords(std::string_view text, SqlDialect dialect);

std::string filled(std::string_view pattern, const std::vector<std::string>& arguments) {
  std::string out;
  for (size_t at = 0; at < pattern.size(); ++at) {
    const size_t place = at + 1 < pattern.size() ? static_cast<size_t>(pattern[at + 1] - '1') : 9;
    if (pattern[at] == '$' && place < arguments.size()) {
      out += arguments[place];
      ++at;
    } else {
      out += pattern[at];
    }
  }
  return out;
}

// How many arguments a pattern takes.
size_t argumentsOf(std::string_view pattern) {
  size_t most = 0;
  for (size_t at = 0; at + 1 < pattern.size(); ++at) {
    if (pattern[at] != '$' || pattern[at + 1] < '1' || pattern[at + 1] > '9') continue;
    most = std::max(most, static_cast<size_t>(pattern[at + 1] - '0'));
  }
  return most;
}

std::string withWords(std::string_view text, SqlDialect dialect) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    if (text[at] == '\'') {
      const size_t end = pastQuote(text, at);
      out += text.substr(at, end - at);
      at = end;
      continue;
    }
    size_t end = at + 1;
    while (text[at] == '@' && end < text.size() && isNameSign(text[end])) ++end;
    const bool isWord = end > at + 1 && end < text.size() && text[end] == '(';
    const std::string_view pattern =
        isWord ? patternOf(text.substr(at + 1, end - at - 1), dialect) : std::string_view();
    if (pattern.empty()) {
      out += text[at++];
      continue;
    }
    std::vector<std::string_view> raw;
    at = readArguments(text, end, raw);
    std::vector<std::string> arguments;
    arguments.reserve(raw.size());
    for (const std::string_view one : raw) arguments.push_back(withWords(one, dialect));
    // Commas in the last argument are its own: windows have some.
    for (const size_t most = argumentsOf(pattern); most > 0 && arguments.size() > most;) {
      arguments[arguments.size() - 2] += ", " + arguments.back();
      arguments.pop_back();
    }
    out += filled(withWords(pattern, dialect), arguments);
  }
  return out;
}

}  // namespace

bool isNameSign(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

std::string expanded(std::string_view text, const SqlPieces& pieces, SqlDialect dialect) {
  return withWords(withPieces(text, pieces), dialect);
}

}  // namespace upgrade_rate

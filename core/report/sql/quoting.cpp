#include "core/report/sql/quoting.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

bool isPlainSign(char c, bool first) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return letter || (!first && c >= '0' && c <= '9');
}

// Of Snowflake's reserved and limited words those that somebody might name a column or table.
constexpr std::string_view kReserved =
    " account all alter and any as between by case cast check column connect connection constraint "
    "create cross current current_date current_time current_timestamp current_user database delete "
    "distinct drop else exists false following for from full grant group gscluster having ilike in "
    "increment inner insert intersect into is issue join lateral left like localtime "
    "localtimestamp "
    "minus natural not null of on or order organization qualify regexp revoke right rlike row rows "
    "sample schema select set some start table tablesample then to trigger true try_cast union "
    "unique update using values view when whenever where window with ";

bool isBare(std::string_view name) {
  if (name.empty() || !isPlainSign(name[0], true)) return false;
  std::string word = " ";
  for (const char c : name) {
    if (!isPlainSign(c, false)) return false;
    word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return kReserved.find(word + ' ') == std::string_view::npos;
}

bool usesBackticks(SqlDialect dialect) {
  return dialect == SqlDialect::clickhouse || dialect == SqlDialect::spark ||
         dialect == SqlDialect::bigquery;
}

bool escapesByBackslash(SqlDialect dialect) {
  return dialect != SqlDialect::duckdb && dialect != SqlDialect::postgres;
}

}  // namespace

std::string quotedName(std::string_view name, SqlDialect dialect) {
  if (dialect == SqlDialect::snowflake && isBare(name)) return std::string(name);
  const char quote = usesBackticks(dialect) ? '`' : '"';
  const bool backslash = dialect == SqlDialect::clickhouse || dialect == SqlDialect::bigquery;
  std::string out(1, quote);
  for (const char c : name) {
    if (c == quote) out += backslash ? '\\' : quote;
    if (c == '\\' && backslash) out += '\\';
    if (c != '\0') out += c;
  }
  return out + quote;
}

std::string quotedText(std::string_view text, SqlDialect dialect) {
  const bool hasBackslash = text.find('\\') != std::string_view::npos;
  // E'…' reads a backslash alike under both settings of standard_conforming_strings.
  const bool postgresEscapes = dialect == SqlDialect::postgres && hasBackslash;
  const bool escapes = postgresEscapes || escapesByBackslash(dialect);
  const bool doubles = dialect == SqlDialect::postgres || dialect == SqlDialect::duckdb ||
                       dialect == SqlDialect::snowflake;
  std::string out = postgresEscapes ? "E'" : "'";
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    // Spark puts its configuration in place of ${…} before it reads a statement.
    if (dialect == SqlDialect::spark && c == '$' && text.substr(at + 1, 1) == "{") {
      out += "\\u0024";
      continue;
    }
    if (c == '\'') out += doubles ? "'" : "\\";
    if (c == '\\' && escapes) out += '\\';
    if (c == '\n' && escapesByBackslash(dialect)) {
      out += "\\n";
    } else if (c == '\r' && escapesByBackslash(dialect)) {
      out += "\\r";
    } else if (c != '\0') {
      out += c;
    }
  }
  return out + '\'';
}

std::optional<std::vector<std::string>> tableParts(std::string_view from) {
  std::vector<std::string> parts;
  for (size_t at = 0;;) {
    std::string part;
    const char quote = at < from.size() && (from[at] == '"' || from[at] == '`') ? from[at] : '\0';
    if (quote != '\0') ++at;
    bool closed = quote == '\0';
    for (; at < from.size(); ++at) {
      if (quote == '\0' && from[at] == '.') break;
      if (quote != '\0' && from[at] == quote) {
        if (at + 1 < from.size() && from[at + 1] == quote) {
          ++at;
        } else {
          closed = true;
          ++at;
          break;
        }
      }
      part += from[at];
    }
    if (part.empty() || !closed) return std::nullopt;
    parts.push_back(part);
    if (at == from.size()) return parts;
    if (from[at++] != '.') return std::nullopt;
  }
}

std::string escapedForJinja(std::string_view sql) {
  std::string out;
  for (size_t at = 0; at < sql.size(); ++at) {
    const char next = at + 1 < sql.size() ? sql[at + 1] : ' ';
    const bool opens = sql[at] == '{' && (next == '{' || next == '%' || next == '#');
    out += opens ? "{{ '{' }}" : std::string(1, sql[at]);
  }
  return out;
}

}  // namespace upgrade_rate

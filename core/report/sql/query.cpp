#include "core/report/sql/query.h"

#include <algorithm>

#include "core/report/sql/quoting.h"

namespace upgrade_rate {

namespace {

constexpr char kTokenBegin = '\x01', kTokenEnd = '\x02';

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out;
}

std::string_view trimmedBody(std::string_view body) {
  while (!body.empty() && body.front() == '\n') body.remove_prefix(1);
  while (!body.empty() && (body.back() == '\n' || body.back() == ' ')) body.remove_suffix(1);
  return body;
}

}  // namespace

bool SqlFacts::has(Part part) const {
  const auto at = file.mapping.find(part);
  return at != file.mapping.end() && !at->second.empty();
}

std::string SqlQuery::token(std::string sql) {
  tokens_.push_back(std::move(sql));
  return kTokenBegin + std::to_string(tokens_.size() - 1) + kTokenEnd;
}

std::string SqlQuery::name(std::string_view name) { return token(quotedName(name, dialect_)); }
std::string SqlQuery::exactName(std::string_view name) {
  const bool folds = dialect_ == SqlDialect::snowflake;
  return folds ? token('"' + std::string(name) + '"') : this->name(name);
}
std::string SqlQuery::text(std::string_view text) { return token(quotedText(text, dialect_)); }

SqlStep& SqlQuery::addStep(std::string_view name, std::string_view comment, std::string_view body) {
  std::string lines;
  for (size_t at = 0; at < comment.size();) {
    const size_t end = std::min(comment.find('\n', at), comment.size());
    lines += "-- " + std::string(comment.substr(at, end - at)) + "\n";
    at = end + 1;
  }
  SqlStep& step = steps_.emplace_back();
  step.name = name;
  step.comment = lines;
  step.body = expanded(trimmedBody(body), pieces_, dialect_);
  return step;
}

void SqlQuery::add(std::string_view name, std::string_view comment, std::string_view body) {
  addStep(name, comment, body);
}

void SqlQuery::addLarge(std::string_view name, std::string_view comment, std::string_view order,
                        std::string_view body) {
  SqlStep& large = addStep(name, comment, body);
  large.kept = SqlStep::Kept::large;
  large.order = order;
}

void SqlQuery::addSmall(std::string_view name, std::string_view comment,
                        const std::vector<std::string>& columns, std::string_view body) {
  const bool constant = dialect_ == SqlDialect::clickhouse && !script_;
  SqlStep& small = addStep(name, comment, body);
  small.kept = SqlStep::Kept::small;
  if (!constant) return;
  std::string names, picks;
  for (const std::string& column : columns) {
    const std::string place =
        std::to_string(picks.empty() ? 1 : std::count(picks.begin(), picks.end(), ',') + 2);
    names += (names.empty() ? "r." : ", r.") + column;
    picks += (picks.empty() ? "x." : ", x.") + place + " AS " + column;
  }
  small.instead = small.name + "_body AS (\n" + small.body + "\n),\n(SELECT groupArray(tuple(" +
                  names + ")) FROM " + small.name + "_body AS r) AS " + small.name + "_rows,\n" +
                  small.name + " AS (\n  SELECT " + picks + " FROM (SELECT arrayJoin(" +
                  small.name + "_rows) AS x)\n)";
}

void SqlQuery::addValues(std::string_view name, std::string_view comment, const SqlValues& values) {
  const bool tuples = dialect_ == SqlDialect::clickhouse;
  const bool structs = dialect_ == SqlDialect::bigquery;
  std::string rows, names, picks;
  for (size_t i = 0; i < values.columns.size(); ++i) {
    const auto& [column, number] = values.columns[i];
    const std::string separator = i == 0 ? "" : ", ";
    names += separator + std::string(column);
    const std::string cell = "x." + std::to_string(i + 1);
    picks += separator + (number ? "toInt64(" + cell + ")" : cell) + " AS " + std::string(column);
  }
  for (const std::vector<std::string>& row : values.rows) {
    std::string cells = joined(row);
    if (structs && rows.empty()) {
      cells.clear();
      for (size_t i = 0; i < row.size(); ++i) {
        cells += (i == 0 ? "" : ", ") + row[i] + " AS " + std::string(values.columns[i].name);
      }
    }
    rows += std::string(rows.empty() ? "" : ",") + "\n    " +
            (structs  ? "STRUCT("
             : tuples ? "tuple("
                      : "(") +
            cells + ")";
  }
  add(name, comment,
      tuples    ? "  SELECT " + picks + " FROM (SELECT arrayJoin([" + rows + "\n  ]) AS x)"
      : structs ? "  SELECT * FROM UNNEST([" + rows + "\n  ])"
                : "  SELECT * FROM (VALUES" + rows + "\n  ) AS v(" + names + ")");
}

std::string SqlQuery::joinClock(std::string_view row, std::string_view day) const {
  if (facts_.steadyClock()) return "";
  const std::string on(day);
  return "\n  LEFT JOIN clock AS " + std::string(row) + " ON " + std::string(row) + ".day = " + on;
}

std::string SqlQuery::toLocal(std::string_view instant, std::string_view row) const {
  if (!facts_.steadyClock()) {
    return "@to_local(" + std::string(instant) + ", " + std::string(row) + ")";
  }
  const int64_t offset = facts_.zone.transitions()[0].offsetSeconds * kMicrosPerSecond;
  return offset == 0 ? std::string(instant)
                     : "(" + std::string(instant) + " + (" + std::to_string(offset) + "))";
}

std::string SqlQuery::toInstant(std::string_view wall, std::string_view row) const {
  if (!facts_.steadyClock()) {
    return "@to_instant(" + std::string(wall) + ", " + std::string(row) + ")";
  }
  const int64_t offset = facts_.zone.transitions()[0].offsetSeconds * kMicrosPerSecond;
  return offset == 0 ? std::string(wall)
                     : "(" + std::string(wall) + " - (" + std::to_string(offset) + "))";
}

std::string SqlQuery::withTokens(std::string_view sql) const {
  std::string out;
  for (size_t at = 0; at < sql.size(); ++at) {
    if (sql[at] != kTokenBegin) {
      out += sql[at];
      continue;
    }
    size_t index = 0;
    for (++at; sql[at] != kTokenEnd; ++at) index = index * 10 + static_cast<size_t>(sql[at] - '0');
    out += tokens_[index];
  }
  return out;
}

std::string SqlQuery::finish(std::string_view final) const {
  std::string last = expanded(trimmedBody(final), pieces_, dialect_) + "\n";
  std::vector<SqlStep> steps = steps_;
  makeWay(steps, last, table_);
  return withTokens(script_ ? asScript(steps, last) : oneStatement(steps, last));
}

std::string columnsOf(std::string_view alias, const std::vector<std::string>& names) {
  std::string columns;
  for (const std::string& name : names) {
    columns += (columns.empty() ? "" : ", ") + std::string(alias) + "." + name + " AS " + name;
  }
  return columns;
}

std::string segmentColumns(const SqlFacts& facts, std::string_view alias) {
  std::vector<std::string> names;
  for (size_t i = 0; i < facts.segments.size(); ++i) names.push_back("segment" + std::to_string(i));
  return names.empty() ? "" : ", " + columnsOf(alias, names);
}

}  // namespace upgrade_rate

#include "core/report/sql/script.h"

#include <algorithm>
#include <set>

#include "core/report/sql/expand.h"

namespace upgrade_rate {

namespace {

constexpr std::string_view kPrefix = "upgrade_rate_";

bool isTable(const SqlStep& step) { return step.kept != SqlStep::Kept::inPlace; }

// The name behind the next FROM or JOIN at or after `at`: where it begins, and how long it is.
// Words in texts cannot be mistaken for steps: no text of ours has FROM in it, and others' are
// tokens here.
struct NamePlace {
  size_t begin = 0, size = 0;
};
NamePlace nextName(std::string_view sql, size_t at) {
  for (; at + 5 < sql.size(); ++at) {
    const std::string_view word = sql.substr(at, 5);
    if ((word != "FROM " && word != "JOIN ") || (at > 0 && isNameSign(sql[at - 1]))) continue;
    NamePlace place{at + 5, 0};
    while (place.begin + place.size < sql.size() && isNameSign(sql[place.begin + place.size])) {
      ++place.size;
    }
    return place;
  }
  return {sql.size(), 0};
}

std::set<size_t> stepsNamed(const std::vector<SqlStep>& steps, std::string_view sql) {
  std::set<size_t> named;
  for (NamePlace at = nextName(sql, 0); at.begin < sql.size(); at = nextName(sql, at.begin)) {
    const std::string_view name = sql.substr(at.begin, at.size);
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](const SqlStep& each) { return each.name == name; });
    if (step != steps.end()) named.insert(static_cast<size_t>(step - steps.begin()));
  }
  return named;
}

// What `sql` reads: itself, or by the steps that it names and that are written in place.
std::set<size_t> stepsRead(const std::vector<SqlStep>& steps, std::string_view sql) {
  std::set<size_t> read, open = stepsNamed(steps, sql);
  while (!open.empty()) {
    const size_t one = *open.begin();
    open.erase(open.begin());
    if (!read.insert(one).second || isTable(steps[one])) continue;
    open.merge(stepsNamed(steps, steps[one].body));
  }
  return read;
}

// With the prefix before every name that `chosen` holds for.
template <typename Chosen>
std::string withPrefix(std::string_view sql, const Chosen& chosen) {
  std::string out;
  size_t done = 0;
  for (NamePlace at = nextName(sql, 0); at.begin < sql.size(); at = nextName(sql, at.begin)) {
    const std::string_view name = sql.substr(at.begin, at.size);
    out += sql.substr(done, at.begin - done);
    if (at.size > 0 && chosen(name)) out += kPrefix;
    done = at.begin;
  }
  return out + std::string(sql.substr(done));
}

std::string withTableNames(const std::vector<SqlStep>& steps, std::string_view sql) {
  return withPrefix(sql, [&](std::string_view name) {
    return std::any_of(steps.begin(), steps.end(),
                       [&](const SqlStep& each) { return isTable(each) && each.name == name; });
  });
}

std::string withSteps(const std::vector<SqlStep>& steps, const std::set<size_t>& chosen) {
  std::string list;
  bool recursive = false;
  for (const size_t i : chosen) {
    const SqlStep& step = steps[i];
    recursive |= stepsNamed(steps, step.body).count(i) > 0;
    list += (list.empty() ? "" : ",\n") + step.comment +
            (step.instead.empty() ? step.name + " AS (\n" + step.body + "\n)" : step.instead);
  }
  if (list.empty()) return "";
  return (recursive ? "WITH RECURSIVE\n" : "WITH\n") + list + "\n";
}

// A SELECT with the steps that it needs and that are no tables.
std::string statement(const std::vector<SqlStep>& steps, std::string_view sql) {
  std::set<size_t> inPlace;
  for (const size_t i : stepsRead(steps, sql)) {
    if (!isTable(steps[i])) inPlace.insert(i);
  }
  return withTableNames(steps, withSteps(steps, inPlace) + std::string(sql));
}

std::string tableHead(const SqlStep& step) {
  const std::string engine = step.kept == SqlStep::Kept::small ? "Memory"
                             : step.order.empty()              ? "MergeTree ORDER BY tuple()"
                                                  : "MergeTree ORDER BY (" + step.order +
                                                        ") SETTINGS allow_nullable_key = 1";
  return step.comment + "CREATE OR REPLACE TEMPORARY TABLE " + std::string(kPrefix) + step.name +
         " ENGINE = " + engine + " AS\n";
}

}  // namespace

void makeWay(std::vector<SqlStep>& steps, std::string& final, std::string_view table) {
  const auto isTaken = [&](std::string_view name) { return name == table; };
  for (SqlStep& step : steps) {
    if (isTaken(step.name)) step.name = std::string(kPrefix) + step.name;
    step.body = withPrefix(step.body, isTaken);
  }
  final = withPrefix(final, isTaken);
}

std::string oneStatement(const std::vector<SqlStep>& steps, std::string_view final) {
  std::set<size_t> all;
  for (size_t i = 0; i < steps.size(); ++i) all.insert(i);
  return withSteps(steps, all) + std::string(final);
}

std::string asScript(const std::vector<SqlStep>& steps, std::string_view final) {
  std::vector<size_t> lastReader(steps.size(), 0);  // the table that reads it last
  for (size_t i = 0; i < steps.size(); ++i) {
    if (!isTable(steps[i])) continue;
    for (const size_t read : stepsRead(steps, steps[i].body)) lastReader[read] = i;
  }
  for (const size_t read : stepsRead(steps, final)) lastReader[read] = steps.size();
  std::string script = "SET join_use_nulls = 1, prefer_column_name_to_alias = 1;\n";
  for (size_t i = 0; i < steps.size(); ++i) {
    if (!isTable(steps[i])) continue;
    script += tableHead(steps[i]) + statement(steps, steps[i].body) + ";\n";
    for (size_t j = 0; j < i; ++j) {
      if (lastReader[j] != i || steps[j].kept != SqlStep::Kept::large) continue;
      script += "DROP TEMPORARY TABLE " + std::string(kPrefix) + steps[j].name + ";\n";
    }
  }
  return script + statement(steps, final);
}

}  // namespace upgrade_rate

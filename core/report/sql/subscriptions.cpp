// Subscriptions: what each row says of a stretch, and which of them run at every instant at which
// one starts or ends. Definitions: section 1 of the specification. Goes on in concurrent.cpp.

#include <set>

#include "core/cells/words.h"
#include "core/input/header_words.h"
#include "core/report/sql/query.h"

namespace upgrade_rate {

namespace {

constexpr const char* kWithoutEnd =
    "(r.until_cell = '0' OR SUBSTR(r.until_cell, 1, 10) = '0000-00-00')";

// Where the end column says when somebody cancelled, it counts only for what has ended.
bool areCancellations(const SqlFacts& facts) {
  return facts.has(Part::end) && facts.has(Part::status) &&
         namesCancellations(headerKey(facts.file.mapping.at(Part::end)));
}

void writeStatusWords(SqlQuery& query) {
  SqlValues values{{{"status_key", false}, {"meaning", false}}, {}};
  std::set<std::string> seen;
  const auto add = [&](const std::string& key, StatusRole role) {
    if (!seen.insert(key).second) return;
    values.rows.push_back({query.text(key), "'" + std::string(statusRoleName(role)) + "'"});
  };
  for (const StatusSetting& each : query.facts().settings.statuses)
    add(headerKey(each.status), each.role);
  for (const auto& [word, role] : knownStatuses()) add(std::string(word), role);
  query.addValues("status_words",
                  "What a status says of its row: letters and digits of it count. Any other word\n"
                  "leaves the customer on the plan.",
                  values);
}

}  // namespace

void writeStretchRows(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  std::string stated = "@null_big() AS stated_end, 0 AS odd_end";
  if (facts.has(Part::end)) {
    stated = std::string("CASE WHEN ") + kWithoutEnd +
             " OR (CASE WHEN r.until_offset_minutes IS NOT NULL THEN r.until_wall - "
             "r.until_offset_minutes * 60000000 ELSE r.until_wall END) >= 4070908800000000 THEN "
             "NULL ELSE r.until_instant END AS stated_end,\n    CASE WHEN r.until_cell IS NOT NULL "
             "AND NOT " +
             kWithoutEnd + " AND r.until_instant IS NULL THEN 1 ELSE 0 END AS odd_end";
  }
  query.piece("stated", stated);
  query.piece("meaning", "'plan'");
  query.piece("meanings", "");
  if (facts.has(Part::status)) {
    writeStatusWords(query);
    query.piece("meaning", "COALESCE(m.meaning, 'plan')");
    query.piece("meanings", " LEFT JOIN status_words AS m ON m.status_key = @status_key(r.status)");
  }
  query.add("stretches_read", "The stated end, where there is one before 2099, and the status.", R"(
  SELECT r.*, #stated#, #meaning# AS meaning
  FROM rows_read AS r#meanings#
)");
  query.piece("ends", areCancellations(facts)
                          ? "CASE WHEN r.meaning = 'ended' THEN r.stated_end END"
                          : "r.stated_end");
  query.add("stretches_meant", "", "  SELECT r.*, #ends# AS ends_at FROM stretches_read AS r");
}

void writeStretches(SqlQuery& query) {
  query.add("stretches_used", "A later start ends the earlier row of its subscription.", R"(
  SELECT r.*, @lead(r.instant, PARTITION BY r.customer, r.unit ORDER BY r.instant) AS next_start
  FROM rows_fated AS r WHERE r.fate = 'used'
)");
  query.addLarge(
      "stretches",
      "When each row stops, if that is before the data ends; and its stated end, if no later\n"
      "start comes first.",
      "customer, instant", R"(
  SELECT s.*, COALESCE(s.ends_at, 9000000000000000000) AS ends_key,
    CASE WHEN s.ends_at < h.until_at AND (s.next_start IS NULL OR s.ends_at <= s.next_start) THEN s.ends_at END AS reaches,
    CASE WHEN s.next_start IS NOT NULL AND (s.ends_at IS NULL OR s.next_start < s.ends_at) THEN s.next_start
      WHEN s.ends_at < h.until_at THEN s.ends_at END AS stops
  FROM stretches_used AS s CROSS JOIN horizon AS h
)");
  query.add("lanes", "Blanks are filled within a subscription.", R"(
  SELECT s.*, s.unit AS lane, 0 AS span FROM stretches AS s
)");
}

}  // namespace upgrade_rate

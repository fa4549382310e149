// Money of every period and of the headline, by currency. Definitions: section 6 of the
// specification.
//
// Method: every step takes what was paid before it from one sum and adds what is paid after it to
// another; which of them, and to which currency, the movement says. What is paid at the start of a
// period is the sum of all differences before it, as with customers. Retention looks at those who
// change: at both ends of their visit.

#include "core/report/sql/money.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

constexpr std::string_view kLines[] = {"new",       "reactivation",   "upgrade", "downgrade",
                                       "expansion", "contraction",    "switch",  "priceRise",
                                       "priceCut",  "currencyChange", "churn",   "unvalued"};

// From here on their sums are called m_…, and so is each one's measure.
constexpr std::string_view kSums[] = {
    "payers", "upgradeValue", "upsellValue", "upgradedCustomers", "excluded", "kept", "lost"};

std::string currencyOf(SqlQuery& query, const std::string& billed) {
  const SqlFacts& facts = query.facts();
  return facts.converts() ? query.text(*facts.settings.reportingCurrency) : billed;
}

// Both sides of a step, of those whom the filters choose.
void writeSides(SqlQuery& query) {
  const bool several = query.facts().currencies && !query.facts().converts();
  query.piece("crosses",
              several ? " OR (v.rung >= 2 AND v.rung_from >= 2 AND v.billed <> v.billed0)" : "");
  query.piece("same_currency", several ? " AND v.closing_billed = v.billed0" : "");
  query.piece("currency",
              currencyOf(query, "CASE WHEN e.comes = 1 THEN v.billed ELSE v.billed0 END"));
  query.add(
      "money_sides",
      "What a customer pays before and after each step, and the line that it belongs to: none\n"
      "of a movement where a side is not known.",
      R"(
  SELECT v.part AS part, v.name AS name, v.visit_period AS visit_period, v.customer AS customer, v.opens AS opens, #currency# AS currency,
    CASE WHEN (v.rung >= 2 AND v.value IS NULL) OR (v.rung_from >= 2 AND v.value0 IS NULL) OR (v.rung_from < 2 AND v.movement = '') THEN 'unvalued'
      WHEN v.movement = ''#crosses# THEN 'currencyChange' ELSE v.movement END AS line,
    @wide(CASE WHEN e.comes = 1 THEN COALESCE(v.value, 0) ELSE -COALESCE(v.value0, 0) END) AS amount,
    CASE WHEN e.comes = 1 AND v.value IS NOT NULL THEN 1 WHEN e.comes = 0 AND v.value0 IS NOT NULL THEN -1 ELSE 0 END AS payers,
    CASE WHEN e.comes = 0 AND v.ord = v.first_ord AND v.value0 IS NOT NULL THEN 1 ELSE 0 END AS is_opening,
    CASE WHEN v.closing_rung < 2 THEN -v.value0 WHEN v.closing_known = 1#same_currency# THEN v.closing_value - v.value0 END AS difference
  FROM visit_steps AS v CROSS JOIN (SELECT 1 AS comes UNION ALL SELECT 0) AS e
  WHERE v.days = 0 AND v.passes = 1 AND v.part IN ('period', 'headline') AND CASE WHEN e.comes = 1 THEN v.rung ELSE v.rung_from END >= 2
)");
}

void writeMoves(SqlQuery& query) {
  std::vector<std::string> columns = {"part", "name", "visit_period", "currency"};
  std::string lines;
  for (const std::string_view line : kLines) {
    columns.push_back("m_" + std::string(line));
    lines += ",\n    SUM(CASE WHEN s.line = '" + std::string(line) +
             "' THEN s.amount ELSE @wide(0) END) AS m_" + std::string(line);
  }
  for (const std::string_view sum : kSums) columns.push_back("m_" + std::string(sum));
  query.piece("lines", lines);
  query.addSmall("money_moves",
                 "The lines of every period, and what retention asks of who changed.", columns, R"(
  SELECT s.part AS part, s.name AS name, s.visit_period AS visit_period, s.currency AS currency#lines#,
    SUM(@wide(s.payers)) AS m_payers,
    SUM(CASE WHEN s.opens = 1 AND s.line = 'upgrade' THEN s.amount ELSE @wide(0) END) AS m_upgradeValue,
    SUM(CASE WHEN s.opens = 1 AND s.line = 'expansion' THEN s.amount ELSE @wide(0) END) AS m_upsellValue,
    @wide(COUNT(DISTINCT CASE WHEN s.opens = 1 AND s.line = 'upgrade' THEN s.customer END)) AS m_upgradedCustomers,
    SUM(CASE WHEN s.is_opening = 1 AND s.difference IS NULL THEN -s.amount ELSE @wide(0) END) AS m_excluded,
    SUM(CASE WHEN s.is_opening = 1 AND s.difference IS NOT NULL THEN @wide(s.difference) ELSE @wide(0) END) AS m_kept,
    SUM(CASE WHEN s.is_opening = 1 AND s.difference < 0 THEN @wide(s.difference) ELSE @wide(0) END) AS m_lost
  FROM money_sides AS s GROUP BY s.part, s.name, s.visit_period, s.currency
)");
}

// With filters: of whoever they choose for any period or for the headline, also without a step in
// it.
void writeChosenCurrencies(SqlQuery& query) {
  query.piece("currency", currencyOf(query, "v.billed"));
  query.addSmall("paid_currencies",
                 "Currencies in which anybody who is counted ever paid a known value.",
                 {"currency"}, R"(
  SELECT DISTINCT p.currency AS currency FROM (
    SELECT #currency# AS currency, CASE WHEN v.rung >= 2 AND v.value IS NOT NULL THEN 1 ELSE 0 END AS known,
      MAX(CASE WHEN v.passes = 1 THEN 1
        WHEN v.rung = 0 OR v.passes_held = 0 THEN 0
        WHEN COALESCE(v.next_period, l.last_period + 1) > v.period + 1 THEN 1
        WHEN v.day < w.start_day AND COALESCE(v.next_day, w.end_day) >= w.end_day THEN 1 ELSE 0 END) OVER (PARTITION BY v.customer) AS is_chosen
    FROM visit_steps AS v CROSS JOIN (SELECT MAX(p.period) AS last_period FROM periods AS p) AS l
      CROSS JOIN (SELECT MAX(w.start_day) AS start_day, MAX(w.end_day) AS end_day FROM windows AS w WHERE w.part = 'headline') AS w
    WHERE v.days = 0 AND v.part IN ('period', 'headline')
  ) AS p
  WHERE p.is_chosen = 1 AND p.known = 1
)");
}

SqlValues measures() {
  SqlValues values{{{"measure", false}}, {}};
  const auto add = [&](std::string_view name) {
    values.rows.push_back({"'" + std::string(name) + "'"});
  };
  for (const char* name :
       {"opening", "closing", "openingCustomers", "closingCustomers", "retainedFrom", "retainedTo",
        "retainedCapped", "upgradeValue", "upsellValue", "upgradedCustomers"}) {
    add(name);
  }
  for (const std::string_view line : kLines) add(line);
  return values;
}

std::string measureCase() {
  const std::string none = "@wide(0)";
  const auto sum = [&](std::string_view name) {
    return "COALESCE(c.m_" + std::string(name) + ", " + none + ")";
  };
  const std::string paid = "o.paid", payers = "o.payers";
  const std::string retained = paid + " - " + sum("excluded");
  std::string closing = paid, cases;
  for (const std::string_view line : kLines) closing += " + " + sum(line);
  const auto when = [&](std::string_view name, const std::string& amount) {
    cases += "\n      WHEN '" + std::string(name) + "' THEN " + amount;
  };
  when("opening", paid);
  when("closing", closing);
  when("openingCustomers", payers);
  when("closingCustomers", payers + " + " + sum("payers"));
  when("retainedFrom", retained);
  when("retainedTo", retained + " + " + sum("kept"));
  when("retainedCapped", retained + " + " + sum("lost"));
  for (const char* name : {"upgradeValue", "upsellValue", "upgradedCustomers"})
    when(name, sum(name));
  for (const std::string_view line : kLines) when(line, sum(line));
  return "CASE m.measure" + cases + " END";
}

}  // namespace

std::string payingColumns(SqlQuery& query) {
  const SqlFacts& facts = query.facts();
  if (!facts.valued) return "";
  const std::string held = facts.filters() ? "s.passes_held" : "1";
  const std::string held0 = facts.filters() ? "s.passes_held0" : "1";
  return ",\n    SUM(@wide(CASE WHEN e.comes = 1 AND s.rung >= 2 THEN " + held +
         " * COALESCE(s.value, 0) WHEN e.comes = 0 AND s.rung_from >= 2 THEN -" + held0 +
         " * COALESCE(s.value0, 0) ELSE 0 END)) AS paid,\n    SUM(CASE WHEN e.comes = 1 AND s.rung "
         ">= 2 AND s.value IS NOT NULL THEN " +
         held + " WHEN e.comes = 0 AND s.rung_from >= 2 AND s.value0 IS NOT NULL THEN -" + held0 +
         " ELSE 0 END) AS payers,\n    SUM(CASE WHEN e.comes = 1 AND s.value IS NOT NULL THEN 1 "
         "ELSE 0 "
         "END) AS known";
}

std::string payingCurrency(SqlQuery& query) {
  return currencyOf(query, "CASE WHEN e.comes = 1 THEN s.billed ELSE s.billed0 END");
}

void writeMoney(SqlQuery& query) {
  writeSides(query);
  writeMoves(query);
  if (query.facts().filters()) writeChosenCurrencies(query);
  query.piece("paid_by", query.facts().filters()
                             ? "\n  JOIN paid_currencies AS p ON p.currency = c.currency"
                             : "");
  query.piece("known", query.facts().filters() ? "" : " HAVING SUM(c.known) > 0");
  query.add("money_at_start",
            "What is paid at the start of each period and of the headline, in every currency in "
            "which\nanybody who is counted ever paid a known value.",
            R"(
  SELECT f.part AS part, f.name AS name, f.period AS period, f.start_day AS start_day, f.end_day AS end_day, c.currency AS currency,
    SUM(CASE WHEN c.day < f.start_day THEN @wide(c.paid) ELSE @wide(0) END) AS paid, SUM(CASE WHEN c.day < f.start_day THEN @wide(c.payers) ELSE @wide(0) END) AS payers
  FROM frames AS f CROSS JOIN comings AS c#paid_by#
  WHERE c.rung >= 2 AND f.part <> 'window'
  GROUP BY f.part, f.name, f.period, f.start_day, f.end_day, c.currency#known#
)");
  query.addValues("money_measures", "The names of the sums.", measures());
  query.piece("measure_amount", measureCase());
  query.add("money_cells", "", R"(
  SELECT o.part AS part, o.start_day AS start_day, o.end_day AS end_day, o.currency AS currency, m.measure AS measure, #measure_amount# AS amount
  FROM money_at_start AS o CROSS JOIN money_measures AS m
  LEFT JOIN money_moves AS c ON c.part = o.part AND c.name = o.name AND c.visit_period = o.period AND c.currency = o.currency
)");
}

void addMoney(const AddRow& add) {
  add(rowOf("CASE WHEN c.part = 'period' THEN 'periodMoney' ELSE 'headlineMoney' END",
            "@date_text(c.start_day)", "@date_text(c.end_day)", "", "", "c.currency", "c.measure",
            "CASE WHEN c.measure IN ('openingCustomers', 'closingCustomers', 'upgradedCustomers') "
            "THEN @text(c.amount) ELSE @money(c.amount) END"),
      "money_cells AS c");
}

}  // namespace upgrade_rate

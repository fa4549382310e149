#include "core/report/sql/dialects.h"

namespace upgrade_rate {

namespace {

constexpr std::array<std::string_view, kDialects> kNames = {"clickhouse", "duckdb",   "postgres",
                                                            "spark",      "bigquery", "snowflake"};

// clang-format off
constexpr DialectWord kWords[] = {
    // Cells as text, and what they say. Control characters are escaped, so that no tool on the way
    // that changes the ends of lines changes what is trimmed. Casts give NULL where they can, and are
    // asked only of cells that a regular expression has let pass.
    {"text", {"toString($1)", "CAST($1 AS VARCHAR)", "CAST($1 AS TEXT)", "CAST($1 AS STRING)", "CAST($1 AS STRING)", "TO_VARCHAR($1)"}},
    {"trim", {"trim(BOTH ' \\t\\r\\n' FROM $1)", "trim($1, E' \\t\\r\\n')", "BTRIM($1, E' \\t\\r\\n')", "TRIM(BOTH ' \\t\\r\\n' FROM $1)", "TRIM($1, ' \\t\\r\\n')", "TRIM($1, ' \\t\\r\\n')"}},
    {"lower", {"lowerUTF8($1)", "LOWER($1)", "LOWER($1)", "LOWER($1)", "LOWER($1)", "LOWER($1)"}},
    {"upper", {"upperUTF8($1)", "UPPER($1)", "UPPER($1)", "UPPER($1)", "UPPER($1)", "UPPER($1)"}},
    {"matches", {"match($1, $2)", "regexp_matches($1, $2)", "$1 ~ $2", "$1 RLIKE $2", "REGEXP_CONTAINS($1, $2)", "REGEXP_LIKE($1, $2)"}},
    {"extract", {"extract($1, $2)", "regexp_extract($1, $2)", "COALESCE(SUBSTRING($1 FROM $2), '')", "REGEXP_EXTRACT($1, $2, 0)", "COALESCE(REGEXP_EXTRACT($1, $2), '')", "COALESCE(REGEXP_SUBSTR($1, $2), '')"}},
    {"replace", {"replaceRegexpAll($1, $2, $3)", "regexp_replace($1, $2, $3, 'g')", "REGEXP_REPLACE($1, $2, $3, 'g')", "REGEXP_REPLACE($1, $2, $3)", "REGEXP_REPLACE($1, $2, $3)", "REGEXP_REPLACE($1, $2, $3)"}},
    {"translate", {"translateUTF8($1, $2, $3)", "TRANSLATE($1, $2, $3)", "TRANSLATE($1, $2, $3)", "TRANSLATE($1, $2, $3)", "TRANSLATE($1, $2, $3)", "TRANSLATE($1, $2, $3)"}},
    {"pad_right", {"rightPad($1, $2, $3)", "RPAD($1, $2, $3)", "RPAD($1, $2, $3)", "RPAD($1, $2, $3)", "RPAD($1, $2, $3)", "RPAD($1, $2, $3)"}},
    {"pad_left", {"leftPad($1, $2, $3)", "LPAD($1, $2, $3)", "LPAD($1, $2, $3)", "LPAD($1, $2, $3)", "LPAD($1, $2, $3)", "LPAD($1, $2, $3)"}},
    {"length", {"lengthUTF8($1)", "LENGTH($1)", "LENGTH($1)", "LENGTH($1)", "LENGTH($1)", "LENGTH($1)"}},
    {"digits", {"toInt64OrNull($1)", "TRY_CAST($1 AS BIGINT)", "CAST(NULLIF($1, '') AS BIGINT)", "CAST(NULLIF($1, '') AS BIGINT)", "SAFE_CAST($1 AS INT64)", "TRY_TO_NUMBER($1, 38, 0)"}},
    {"big", {"toInt64($1)", "CAST($1 AS BIGINT)", "CAST($1 AS BIGINT)", "CAST($1 AS BIGINT)", "CAST($1 AS INT64)", "CAST($1 AS NUMBER(38, 0))"}},
    {"null_big", {"CAST(NULL AS Nullable(Int64))", "CAST(NULL AS BIGINT)", "CAST(NULL AS BIGINT)", "CAST(NULL AS BIGINT)", "CAST(NULL AS INT64)", "CAST(NULL AS NUMBER(38, 0))"}},
    // Whole numbers wide enough for sums of prices times rates.
    {"wide", {"CAST($1 AS Nullable(Int256))", "CAST($1 AS HUGEINT)", "CAST($1 AS NUMERIC)", "CAST($1 AS DECIMAL(38, 0))", "CAST($1 AS BIGNUMERIC)", "CAST($1 AS NUMBER(38, 0))"}},
    {"wide_div", {"intDiv($1, $2)", "(($1) // ($2))", "DIV($1, $2)", "CAST(($1) DIV ($2) AS DECIMAL(38, 0))", "DIV($1, $2)", "CAST((($1) - MOD($1, $2)) / ($2) AS NUMBER(38, 0))"}},
    // Whole division of numbers that are not negative. Snowflake rounds a quotient at the sixth
    // decimal, so there the remainder goes first.
    {"div", {"intDiv($1, $2)", "(($1) // ($2))", "(($1) / ($2))", "(($1) DIV ($2))", "DIV($1, $2)", "CAST((($1) - MOD($1, $2)) / ($2) AS NUMBER(38, 0))"}},
    {"mod", {"modulo($1, $2)", "mod($1, $2)", "MOD($1, $2)", "MOD($1, $2)", "MOD($1, $2)", "MOD($1, $2)"}},
    // Days since 1970-01-01 to dates and their parts.
    {"date", {"addDays(toDate32('1970-01-01'), $1)", "(DATE '1970-01-01' + CAST($1 AS INTEGER))", "(DATE '1970-01-01' + CAST($1 AS INTEGER))", "DATE_ADD(DATE '1970-01-01', CAST($1 AS INT))", "DATE_ADD(DATE '1970-01-01', INTERVAL $1 DAY)", "DATEADD(DAY, $1, DATE '1970-01-01')"}},
    {"year", {"toInt64(toYear($1))", "EXTRACT(YEAR FROM $1)", "CAST(EXTRACT(YEAR FROM $1) AS BIGINT)", "CAST(EXTRACT(YEAR FROM $1) AS BIGINT)", "EXTRACT(YEAR FROM $1)", "EXTRACT(YEAR FROM $1)"}},
    {"month", {"toInt64(toMonth($1))", "EXTRACT(MONTH FROM $1)", "CAST(EXTRACT(MONTH FROM $1) AS BIGINT)", "CAST(EXTRACT(MONTH FROM $1) AS BIGINT)", "EXTRACT(MONTH FROM $1)", "EXTRACT(MONTH FROM $1)"}},
    {"date_text", {"toString(addDays(toDate32('1970-01-01'), $1))", "strftime(@date($1), '%Y-%m-%d')", "TO_CHAR(@date($1), 'YYYY-MM-DD')", "DATE_FORMAT(@date($1), 'yyyy-MM-dd')", "FORMAT_DATE('%Y-%m-%d', @date($1))", "TO_CHAR(@date($1), 'YYYY-MM-DD')"}},
    {"now_micros", {"toUnixTimestamp64Micro(now64(6))", "epoch_us(now())", "CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000000) AS BIGINT)", "UNIX_MICROS(CURRENT_TIMESTAMP())", "UNIX_MICROS(CURRENT_TIMESTAMP())", "DATE_PART(EPOCH_MICROSECOND, CURRENT_TIMESTAMP())"}},
    // The row before and after: $2 is the window without its brackets.
    {"lag", {"lagInFrame(toNullable($1)) OVER ($2 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)", "LAG($1) OVER ($2)", "LAG($1) OVER ($2)", "LAG($1) OVER ($2)", "LAG($1) OVER ($2)", "LAG($1) OVER ($2)"}},
    {"lead", {"leadInFrame(toNullable($1)) OVER ($2 ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)", "LEAD($1) OVER ($2)", "LEAD($1) OVER ($2)", "LEAD($1) OVER ($2)", "LEAD($1) OVER ($2)", "LEAD($1) OVER ($2)"}},
    // A row of $1 for every whole number n from its column $2 to its column $3, both included.
    {"spine", {"SELECT s.*, arrayJoin(range(toInt64(s.$2), toInt64(s.$3) + 1)) AS n FROM $1 AS s WHERE s.$3 >= s.$2",
               "SELECT s.*, UNNEST(generate_series(CAST(s.$2 AS BIGINT), CAST(s.$3 AS BIGINT))) AS n FROM $1 AS s WHERE s.$3 >= s.$2",
               "SELECT s.*, u.n FROM $1 AS s CROSS JOIN LATERAL GENERATE_SERIES(CAST(s.$2 AS BIGINT), CAST(s.$3 AS BIGINT)) AS u(n)",
               "SELECT s.*, EXPLODE(SEQUENCE(CAST(s.$2 AS BIGINT), CAST(s.$3 AS BIGINT))) AS n FROM $1 AS s WHERE s.$3 >= s.$2",
               "SELECT s.*, n FROM $1 AS s CROSS JOIN UNNEST(GENERATE_ARRAY(s.$2, s.$3)) AS n",
               "SELECT s.*, s.$2 + u.i AS n FROM $1 AS s CROSS JOIN (SELECT ROW_NUMBER() OVER (ORDER BY SEQ8()) - 1 AS i FROM TABLE(GENERATOR(ROWCOUNT => 110000))) AS u WHERE s.$2 + u.i <= s.$3"}},
    // Where a row stands when no column says it; see web/docs/warehouse.md.
    {"scan_position", {"toInt64(rowNumberInAllBlocks())", "ROW_NUMBER() OVER ()", "ROW_NUMBER() OVER ()", "0", "0", "0"}},

    // What databases write for a null where they write text, in lower case.
    {"null_mark", {"'\\\\n'", "'\\n'", "'\\n'", "'\\\\n'", "'\\\\n'", "'\\\\n'"}},

    // Made of the words above, alike in all dialects.
    {"word", {"CASE WHEN LOWER(@trim($1)) NOT IN ('', 'null', 'n/a', 'none', 'nil', '-', '–', '—', '(null)', 'nan', @null_mark()) THEN @trim($1) END"}},
    {"plan_key", {"@trim(@replace(@lower($1), '[ _./-]+', ' '))"}},
    {"status_key", {"@replace(@translate(@lower($1), 'äöüáàâéèêíóôúñç', 'aouaaaeeeioounc'), '[ -/:-@_{-~]+', '')"}},
    {"month_first_day", {"(365 * @div($1 - 2, 12) + @div(@div($1 - 2, 12), 4) - @div(@div($1 - 2, 12), 100) + @div(@div($1 - 2, 12), 400) + @div(153 * @mod($1 - 2, 12) + 2, 5) - 719468)"}},
    {"month_of", {"(@year(@date($1)) * 12 + @month(@date($1)) - 1)"}},
    // Whole days of microseconds, also before 1970.
    {"day_of_micros", {"(@div($1 + 4320000000000000000, 86400000000) - 50000000)"}},
    // $1 over $2, a half to the even neighbour.
    {"half_even_size", {"(@wide_div($1, $2) + CASE WHEN 2 * @mod($1, $2) > $2 OR (2 * @mod($1, $2) = $2 AND @mod(@wide_div($1, $2), 2) = 1) THEN 1 ELSE 0 END)"}},
    {"half_even", {"CASE WHEN $1 < 0 THEN -@half_even_size((-($1)), $2) ELSE @half_even_size($1, $2) END"}},
    // Millionths as money, with up to 6 decimals.
    {"money", {"(CASE WHEN $1 < 0 THEN '-' ELSE '' END || @text(@wide_div(CASE WHEN $1 < 0 THEN -($1) ELSE $1 END, 1000000)) || '.' || @pad_left(@text(@mod(CASE WHEN $1 < 0 THEN -($1) ELSE $1 END, 1000000)), 6, '0'))"}},
    {"two_digits", {"@pad_left(@text($1), 2, '0')"}},
    // Wall clock of an instant and back; $2 is a row of `clock`. Of a repeated time the earlier
    // instant, of a skipped one the first after the gap.
    {"to_local", {"($1 + CASE WHEN $1 < $2.changes_at THEN $2.offset_before ELSE $2.offset_after END)"}},
    {"to_instant", {"CASE WHEN $1 IS NULL THEN NULL WHEN $1 - $2.offset_before < $2.changes_at THEN $1 - $2.offset_before WHEN $1 - $2.offset_after > $2.changes_at THEN $1 - $2.offset_after ELSE $2.changes_at END"}},
};
// clang-format on

}  // namespace

std::string_view dialectName(SqlDialect dialect) { return kNames[static_cast<size_t>(dialect)]; }

std::optional<SqlDialect> dialectNamed(std::string_view name) {
  for (size_t i = 0; i < kDialects; ++i) {
    if (kNames[i] == name) return static_cast<SqlDialect>(i);
  }
  return std::nullopt;
}

std::span<const DialectWord> dialectWords() { return kWords; }

}  // namespace upgrade_rate

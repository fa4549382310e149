// What six warehouses call the same thing: a small table of words, each with one pattern per
// dialect, in which $1, $2 … are the arguments.
//
// Sources: the engines' manuals, page by page in web/docs/warehouse.md. Words that all six spell
// alike are not here, and what needs no function of theirs is arithmetic: calendar days and months
// are counted in whole numbers, so that no engine's idea of a date can differ.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace upgrade_rate {

enum class SqlDialect : uint8_t { clickhouse, duckdb, postgres, spark, bigquery, snowflake };
constexpr size_t kDialects = 6;

std::string_view dialectName(SqlDialect dialect);
std::optional<SqlDialect> dialectNamed(std::string_view name);

struct DialectWord {
  std::string_view name;
  std::array<std::string_view, kDialects> says;  ///< in the order of SqlDialect
};

/// Words that differ, and words made of them (with one pattern for all, in the first place).
std::span<const DialectWord> dialectWords();

}  // namespace upgrade_rate

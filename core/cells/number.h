// Reads a column of numbers: exact decimals, kept as whole millionths.
//
// The decimal sign is found for the column from all its values. Grouping by , . space (also
// no-break and thin space) ' or _ is accepted where it groups by threes (or in the Indian way);
// currency signs and codes, a percent sign, a leading + or -, a trailing -, and parentheses for
// negatives are understood. More than six decimals are rounded half to even.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/bytes/flat_bytes.h"

namespace upgrade_rate {

constexpr int64_t kMillionths = 1'000'000;

struct NumberFormat {
  char decimal = '.';  ///< '.' or ','
};

struct CellNumber {
  int64_t millionths = 0;
  std::string_view currency;  ///< sign or code found beside the number, a view into the cell; the
                              ///< code where both stand there ("$5.00 USD")
  bool percent = false;       ///< "5 %" is 5,000,000 millionths with this set, not divided
};

/// Reads one cell (trimmed, not blank); nothing when it is no number, or too large to hold.
std::optional<CellNumber> readNumber(std::string_view cell, NumberFormat format);

/// Which decimal sign the values seen so far have. "1.234" fits both, and they read it apart.
/// Where both fit equally many, three digits behind a sign are taken to be a group, since amounts
/// with three decimals are rare: of "1.234" it is the comma, of "1,234" the point. Where nothing
/// or as much speaks for either it is the point.
class NumberEvidence {
 public:
  bool add(std::string_view cell);  ///< whether one of the two signs makes it a number
  struct Decision {
    NumberFormat format;
    uint64_t fitting = 0;
    uint64_t values = 0;
    bool ambiguous = false;  ///< both signs fit equally many and at least one value reads apart
  };
  Decision decide() const;
  /// The values of another column with those of this one.
  void add(const NumberEvidence& other);

  /// Hands the counts to another instance, which adds them to its own.
  void write(FlatWriter& out) const;
  void addWritten(FlatReader& in);

 private:
  friend class NumberColumn;
  void note(const std::optional<CellNumber>& point, const std::optional<CellNumber>& comma);
  uint64_t values_ = 0, point_ = 0, comma_ = 0, apart_ = 0;
  uint64_t pointGroups_ = 0;  // of those read apart, the ones whose sign is a point
};

/// A cell of several, and the currency that stood beside its number.
struct MarkedCell {
  size_t cell;
  std::string_view currency;
};

/// Reads a whole column by the decimal sign guessed from its sample, and checks the guess: after
/// all values `verdict` is exactly what NumberEvidence fed with all of them would decide. Where it
/// differs from `format`, the column has to be read again.
class NumberColumn {
 public:
  explicit NumberColumn(NumberFormat format) : format_(format) {}

  std::optional<CellNumber> read(std::string_view trimmedNonBlankCell);
  /// The same for its millionths alone, for cells that may be blank; blank ones count for nothing
  /// and leave `blank`. The return value is the first cell that is no number, or cells.size():
  /// cells behind it are not read. `marked`, where given, gets the cells with a currency.
  size_t readAll(std::span<const std::string_view> cells, int64_t blank, int64_t* millionths,
                 std::vector<MarkedCell>* marked = nullptr);
  NumberEvidence::Decision verdict() const { return evidence_.decide(); }
  NumberEvidence& evidence() { return evidence_; }
  NumberFormat format() const { return format_; }

 private:
  NumberFormat format_;
  NumberEvidence evidence_;
};

}  // namespace upgrade_rate

// What the kind of a movement says: customers who come, go, move to another plan, or take more or
// less of the one they have.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace upgrade_rate {

enum class MoveKind : uint8_t {
  change,  ///< to another plan, whichever way
  join,
  rejoin,  ///< comes back: was a customer at some time before
  up,      ///< to a higher plan
  down,    ///< to a lower plan
  more,    ///< expansion
  less,    ///< contraction
  leave,
  start,  ///< one plan begins beside what is held
  end,    ///< one plan ends beside what is held
  stay,   ///< renewal
  again,  ///< a customer buys again: more, a higher plan or the same once more is not said
};

/// Nothing for words that are not known. Case, accents and signs do not count. A phrase ("Existing
/// Customer - Upgrade") names a kind only where its other words are known to change nothing:
/// "upgrade failed" and "card expired" are no movements.
std::optional<MoveKind> moveKindByWords(std::string_view text);

/// Whether some word of the text would be a kind on its own.
bool namesMoveKind(std::string_view text);

/// Whether the customer is one from then on who was none directly before.
constexpr bool isJoin(MoveKind kind) {
  return kind == MoveKind::join || kind == MoveKind::rejoin || kind == MoveKind::start;
}
/// Whether the customer takes more of what there is, as far as the kind says.
constexpr bool isMore(MoveKind kind) { return kind == MoveKind::more || kind == MoveKind::again; }
constexpr bool isLoss(MoveKind kind) { return kind == MoveKind::leave || kind == MoveKind::end; }

}  // namespace upgrade_rate

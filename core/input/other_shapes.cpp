#include "core/input/other_shapes.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/cells/words.h"
#include "core/input/column_score.h"
#include "core/input/header_words.h"
#include "core/input/move_words.h"
#include "core/input/plan_words.h"

namespace upgrade_rate {

namespace {

// Lists of keys (headerKey) and of words, separated and surrounded by spaces.
constexpr std::string_view kFormerPlans =
    " fromplan oldplan previousplan previousplanexternalid prevproductname prevplan planfrom "
    "planbefore formerplan previousplanname lastplan alterplan alttarif vorherigertarif ";
constexpr std::string_view kMovementNames =
    " movementtype eventtype changetype mrrchange mrrmovement mrrdelta mrrdifference delta "
    "dealtype "
    "dealstage ";
constexpr std::string_view kMaybeMovements =
    " type event action change movement kind transactiontype stage ereignis art ";
constexpr std::string_view kMovementWords =
    " upgrade upgraded downgrade downgraded expansion contraction churn churned reactivation "
    "reactivated renewal renewed signup new newbiz cancellation cancelled canceled cancel ";
// Of which every row says what happened, whatever that is called.
constexpr std::string_view kEventNames = " event action movement ereignis ";

// Whether some value has one of the words.
bool says(const ColumnProfile& column, std::string_view words) {
  return std::any_of(column.distinct.begin(), column.distinct.end(), [&](const std::string& value) {
    std::string_view rest = value;
    while (!rest.empty()) {
      const size_t end = std::min(rest.find_first_of(" -_/"), rest.size());
      if (listsWord(words, headerKey(rest.substr(0, end)))) return true;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
  });
}

// Whether some value is a role that is no plan (cancelled, trialing) and none is a known plan.
bool saysWhoLeft(const ColumnProfile& column) {
  bool roles = false, plans = false;
  for (const std::string& value : column.distinct) {
    const std::string key = planKey(value);
    roles |= roleByWords(key) == Role::none;
    plans |= rankByWords(key).has_value();
  }
  return roles && !plans;
}

bool isOfMovements(const ColumnProfile& column) {
  if (listsWord(kMovementNames, column.key)) return true;
  if (listsWord(kMaybeMovements, column.key) && says(column, kMovementWords)) return true;
  return listsWord(kEventNames, column.key) &&
         std::any_of(column.distinct.begin(), column.distinct.end(),
                     [](const std::string& value) { return namesMoveKind(value); });
}

std::string_view meaningOf(const ColumnProfile& column) {
  if (listsWord(kFormerPlans, column.key)) return "each row is a change from one plan to another";
  if (isOfMovements(column)) return "each row is a movement of one kind";
  if (headerScore(column.key, Part::stage) > 0 && saysWon(column))
    return "each row is a deal, won or not";
  if (headerScore(column.key, Part::status) == 1 && saysWhoLeft(column)) {
    return "some rows are no plan any more";
  }
  return {};
}

Error unsupported(const ColumnProfile& column, std::string_view meaning) {
  return {"input.shapeUnsupported", column.header,
          "The column \"" + column.header + "\" says that " + std::string(meaning) +
              ". That shape is not read yet. Bring one row per plan change (customer, date, plan; "
              "an empty plan for a cancellation), or say that the shape is \"planHistory\" if the "
              "column does not matter."};
}

}  // namespace

std::optional<Error> otherShape(std::span<const ColumnProfile> columns) {
  for (const ColumnProfile& column : columns) {
    if (const auto meaning = meaningOf(column); !meaning.empty())
      return unsupported(column, meaning);
  }
  return std::nullopt;
}

}  // namespace upgrade_rate

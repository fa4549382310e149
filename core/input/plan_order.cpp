#include "core/input/plan_order.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "core/input/key_order.h"
#include "core/input/plan_words.h"

namespace upgrade_rate {

namespace {

using Keys = std::vector<double>;  // one a name

struct Name {
  int32_t rank;
  NameParts parts;
};

// Sorts by these keys, the most significant one last.
std::vector<uint32_t> orderByAll(std::span<const Keys> keys) {
  std::vector<uint32_t> order = orderByKey(keys.front());
  for (const Keys& each : keys.subspan(1)) {
    Keys inOrder;
    inOrder.reserve(order.size());
    for (const uint32_t i : order) inOrder.push_back(each[i]);
    std::vector<uint32_t> next = orderByKey(inOrder);
    for (uint32_t& i : next) i = order[i];
    order = std::move(next);
  }
  return order;
}

// "pro 2023" and "pro 2024" are versions of a plan rather than sizes of it: nothing tells which is
// the higher one.
void tellYears(std::vector<Name>& names) {
  std::map<std::string, bool> onlyYears;  // by stem
  for (const Name& each : names) {
    if (!each.parts.numbered) continue;
    const bool year = each.parts.number >= 1990 && each.parts.number < 2100;
    bool& all = onlyYears.try_emplace(each.parts.stem, true).first->second;
    all &= year;
  }
  for (Name& each : names) {
    if (!each.parts.numbered || !onlyYears[each.parts.stem]) continue;
    each.parts.stem += std::to_string(static_cast<int>(each.parts.number));
  }
}

// Of each name when the first of those with the same text was seen.
template <class TextOf>
Keys firstSeenWith(const std::vector<Name>& names, std::span<const uint64_t> firstSeen,
                   TextOf&& textOf) {
  std::map<std::string, double> first;
  for (size_t i = 0; i < names.size(); ++i) {
    const auto seen = static_cast<double>(firstSeen[i]);
    double& earliest = first.try_emplace(textOf(names[i]), seen).first->second;
    earliest = std::min(earliest, seen);
  }
  Keys keys;
  keys.reserve(names.size());
  for (const Name& each : names) keys.push_back(first[textOf(each)]);
  return keys;
}

// Whether names that are level by `levelOf` differ in `textOf`, by name.
template <class LevelOf, class TextOf>
void markLevel(const std::vector<Name>& names, LevelOf&& levelOf, TextOf&& textOf,
               std::vector<bool>& marked) {
  std::map<std::string, std::set<std::string>> texts;
  for (const Name& each : names) texts[levelOf(each)].insert(textOf(each));
  for (size_t i = 0; i < names.size(); ++i) {
    if (texts[levelOf(names[i])].size() > 1) marked[i] = true;
  }
}

std::string rankOf(const Name& name) { return std::to_string(name.rank); }
std::string baseOf(const Name& name) { return rankOf(name) + name.parts.base; }
std::string shadeOf(const Name& name) {
  return baseOf(name) + (name.parts.lowered ? "|-" : "|+") + std::to_string(name.parts.raised);
}
std::string stemOf(const Name& name) { return name.parts.stem; }

}  // namespace

WordOrder orderByWords(std::span<const std::string> names, std::span<const uint64_t> firstSeen) {
  std::vector<Name> found;
  found.reserve(names.size());
  for (const std::string& each : names) {
    found.push_back({rankByWords(each).value_or(0), namePartsOf(each)});
  }
  tellYears(found);
  Keys number, raised, lowered, rank;
  for (const Name& each : found) {
    number.push_back(each.parts.number);
    raised.push_back(each.parts.raised);
    lowered.push_back(each.parts.lowered ? 0 : 1);
    rank.push_back(each.rank);
  }
  const Keys keys[] = {
      firstSeenWith(found, firstSeen,
                    [](const Name& name) {
                      return name.parts.stem + "|" +
                             std::to_string(static_cast<int64_t>(name.parts.number));
                    }),
      number,
      firstSeenWith(found, firstSeen, stemOf),
      raised,
      lowered,
      firstSeenWith(found, firstSeen, baseOf),
      rank};
  WordOrder result{orderByAll(keys), std::vector<bool>(names.size(), false)};
  markLevel(found, rankOf, baseOf, result.guessed);
  markLevel(found, shadeOf, stemOf, result.guessed);
  return result;
}

}  // namespace upgrade_rate

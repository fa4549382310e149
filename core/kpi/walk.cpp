#include "core/kpi/walk.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace upgrade_rate {

std::string_view problemCode(RowFate fate) {
  switch (fate) {
    case RowFate::duplicate:
      return "row.duplicate";
    case RowFate::superseded:
      return "row.superseded";
    case RowFate::ignored:
      return "row.afterDataUntil";
    case RowFate::ignoredPlan:
      return "row.noPlan";
    case RowFate::ignoredStatus:
      return "row.status";
    case RowFate::ignoredNoEnd:
      return "row.endedWithoutEnd";
    case RowFate::ignoredEmpty:
      return "row.emptyStretch";
    case RowFate::rejectedEnd:
      return "end.beforeStart";
    case RowFate::used:
      break;
  }
  return {};
}

namespace {

class Walker {
 public:
  Walker(const Events& events, const OrderedEvents& ordered, const Plans& plans,
         const TimeZone& zone, const StateRules& rules, std::vector<uint32_t>* stepRows)
      : events_(events),
        ordered_(ordered),
        plans_(plans),
        zone_(zone),
        rules_(rules),
        stepRows_(stepRows),
        severalPerRow_(std::any_of(events.files.begin(), events.files.end(),
                                   [](const EventFile& file) { return file.perRow > 1; })) {}

  Walk run();

 private:
  void noteRow(uint32_t place, RowFate fate);
  void noteEvent(uint32_t place, RowFate fate);
  void settleRows();
  void noteUnused(uint32_t place, RowFate fate, bool asExample);
  void countProblems();
  void ignoreAll();
  void followAll(Walk& walk);
  void noteSpan(const std::optional<InstantSpan>& span);
  void notePlans(const CustomerHistory& history);
  void noteChanges(const CustomerHistory& history);

  const Events& events_;
  const OrderedEvents& ordered_;
  const Plans& plans_;
  const TimeZone& zone_;
  const StateRules& rules_;
  std::vector<uint32_t>* stepRows_;
  RowFigures figures_;
  std::vector<UnusedRow> unused_;
  std::vector<uint32_t> lastOnPlan_;  // customer + 1 that was last counted on each plan
  bool severalPerRow_;                // rows give several events each, whose fates are waiting
  struct EventFate {
    uint32_t row;  // its first event
    RowFate fate;
    uint32_t place;
  };
  std::vector<EventFate> waiting_;  // of the customer
};

void Walker::noteUnused(uint32_t place, RowFate fate, bool asExample) {
  uint32_t event = ordered_.eventAt(place);
  if (severalPerRow_) event = events_.fileOf(event).firstOfRow(event);
  unused_.push_back({event, fate});
  if (!asExample) return;
  figures_.problems.add({problemCode(fate), events_.fileOf(event).name, events_.places.line(event),
                         "", problemText(events_.customers.key(ordered_.customerAt(place)))});
}

void Walker::noteRow(uint32_t place, RowFate fate) {
  const uint64_t rows = ++figures_.rows[static_cast<size_t>(fate)];
  if (fate == RowFate::used) {
    figures_.blankPlanRows += !severalPerRow_ && ordered_.spelling[place] == kBlankPlan;
  } else {
    noteUnused(place, fate, rows <= kExamplesPerCode);
  }
}

void Walker::noteEvent(uint32_t place, RowFate fate) {
  if (!severalPerRow_) return noteRow(place, fate);
  const uint32_t event = ordered_.eventAt(place);
  waiting_.push_back({events_.fileOf(event).firstOfRow(event), fate, place});
}

// The rows of a customer of which every event has its fate by now.
void Walker::settleRows() {
  std::sort(waiting_.begin(), waiting_.end(), [](const EventFate& a, const EventFate& b) {
    return a.row != b.row ? a.row < b.row : weightOf(a.fate) > weightOf(b.fate);
  });
  for (size_t i = 0; i < waiting_.size(); ++i) {
    if (i == 0 || waiting_[i].row != waiting_[i - 1].row)
      noteRow(waiting_[i].place, waiting_[i].fate);
  }
  waiting_.clear();
}

// Those beyond the examples, at once.
void Walker::countProblems() {
  for (size_t f = 1; f < kRowFates; ++f) {
    const RowFate fate = static_cast<RowFate>(f);
    const uint64_t rows = figures_.rows[f];
    if (rows > kExamplesPerCode) {
      figures_.problems.count(problemCode(fate), rows - kExamplesPerCode);
    }
  }
}

// No row is before dataUntil: then the examples come in the order of reading.
void Walker::ignoreAll() {
  std::vector<uint32_t> places(ordered_.size());
  std::iota(places.begin(), places.end(), 0);
  std::sort(places.begin(), places.end(),
            [&](uint32_t a, uint32_t b) { return ordered_.eventAt(a) < ordered_.eventAt(b); });
  for (const uint32_t place : places) noteEvent(place, RowFate::ignored);
  settleRows();
}

// Which rows of subscriptions are used, and which of their ends count, is known only customer by
// customer.
void Walker::noteSpan(const std::optional<InstantSpan>& span) {
  if (!span) return;
  figures_.firstUsed = std::min(span->first, figures_.firstUsed.value_or(span->first));
  figures_.lastUsed = std::max(span->last, figures_.lastUsed.value_or(span->last));
}

void Walker::notePlans(const CustomerHistory& history) {
  const auto note = [&](uint32_t plan) {
    if (plan == kNoPlan || lastOnPlan_[plan] == history.customer + 1) return;
    lastOnPlan_[plan] = history.customer + 1;
    ++figures_.customersOnPlan[plan];
  };
  for (const State& state : history.states) note(state.plan);
  for (const AddOn& addOn : history.addOns) note(addOn.plan);
}

void Walker::noteChanges(const CustomerHistory& history) {
  ChangeFigures& figures = *figures_.changes;
  for (const Movement movement : history.movements) {
    const bool joins = movement == Movement::newCustomer || movement == Movement::reactivation;
    figures.joined += joins ? 1 : 0;
    figures.left += movement == Movement::churn ? 1 : 0;
  }
  const ChangeNotes& notes = history.changes;
  figures.heldBefore += history.heldBefore ? 1 : 0;
  figures.startUnknown += notes.startUnknown ? 1 : 0;
  figures.contradicted += notes.contradicted;
  if (notes.contradicted == 0 || figures.example) return;
  const uint32_t event = ordered_.eventAt(notes.contradiction);
  figures.example =
      Problem{"changes.contradict", events_.fileOf(event).name, events_.places.line(event), "",
              problemText(events_.spellings.key(ordered_.from[notes.contradiction]))};
}

void Walker::followAll(Walk& walk) {
  const uint64_t& used = figures_.rows[static_cast<size_t>(RowFate::used)];
  uint64_t usedBefore = 0;
  eachHistory(
      ordered_, plans_, zone_, rules_,
      [&](uint32_t place, RowFate fate) { noteEvent(place, fate); },
      [&](const CustomerHistory& history) {
        settleRows();
        noteSpan(history.span);
        figures_.customers += used > usedBefore;
        usedBefore = used;
        notePlans(history);
        if (figures_.changes) noteChanges(history);
        addGaps(history, walk);
        walk.steps.add(history);
        if (stepRows_ != nullptr) addRows(history, *stepRows_);
      });
}

Walk Walker::run() {
  Walk walk;
  for (const Plan& plan : plans_.plans) walk.plans.push_back(plan.rule);
  walk.rules = rules_;
  figures_.customersOnPlan.assign(plans_.plans.size(), 0);
  lastOnPlan_.assign(plans_.plans.size(), 0);
  if (!ordered_.from.empty()) figures_.changes.emplace().deals = ordered_.deals;
  if (const auto used = instantsBefore(ordered_, zone_, rules_.dataUntil)) {
    if (ordered_.end.empty()) noteSpan(used);
    walk.steps =
        Steps(LocalDays(used->first, used->last, zone_),
              tierIndices(plans_, rules_.prospectsAreCustomers), figures_.changes.has_value());
    walk.steps.reserve(ordered_.size());
    followAll(walk);
  } else {
    ignoreAll();
  }
  countProblems();
  walk.figures = std::move(figures_);
  walk.unused = std::move(unused_);
  return walk;
}

}  // namespace

std::vector<uint32_t> tierIndices(const Plans& plans, bool prospectsAreCustomers) {
  const std::vector<int32_t> tiers = plans.tiers(prospectsAreCustomers);
  std::vector<uint32_t> indices;
  for (const Plan& plan : plans.plans) {
    const int32_t tier = plan.rule.role == Role::tier ? plan.rule.tier : 0;
    const auto at = std::lower_bound(tiers.begin(), tiers.end(), tier);
    indices.push_back(static_cast<uint32_t>(at - tiers.begin()));
  }
  return indices;
}

Walk walkRows(const Events& events, const OrderedEvents& ordered, const Plans& plans,
              const TimeZone& zone, const StateRules& rules, std::vector<uint32_t>* stepRows) {
  return Walker(events, ordered, plans, zone, rules, stepRows).run();
}

}  // namespace upgrade_rate

#include "core/input/events.h"

#include <algorithm>

namespace upgrade_rate {

const EventFile& Events::fileOf(uint32_t event) const {
  return *std::find_if(files.begin(), files.end(), [&](const EventFile& file) {
    return file.begin <= event && event < file.end;
  });
}

void Events::fillUp() {
  const auto fill = [this](auto& column, auto blank) {
    if (!column.empty()) column.resize(size(), blank);
  };
  fill(value, kUnknown);
  fill(quantity, kUnknown);
  fill(interval, kMonthlyAmount);
  fill(currency, kNoCurrency);
  fill(status, kBlankPlan);
  fill(subscription, kBlankPlan);
  fill(valueBefore, kUnknown);
  segments.fill(size());
}

template <class Each>
void Events::eachOptionalColumn(Each&& each) {
  each(value);
  each(quantity);
  each(interval);
  each(currency);
  each(end);
  each(status);
  each(subscription);
  each(from);
  each(kind);
  each(valueBefore);
}

Events::Mark Events::mark() {
  Mark mark{size(),
            customers.size(),
            spellings.size(),
            statuses.size(),
            subscriptions.size(),
            currencies.size(),
            segments.mark(size()),
            {}};
  size_t column = 0;
  eachOptionalColumn([&](const auto& each) { mark.unused[column++] = each.empty(); });
  return mark;
}

void Events::cut(const Mark& mark) {
  customers.cut(mark.customers);
  spellings.cut(mark.spellings);
  statuses.cut(mark.statuses);
  subscriptions.cut(mark.subscriptions);
  currencies.cut(mark.currencies);
  segments.cut(mark.segments);
  customer.resize(mark.events);
  time.resize(mark.events);
  spelling.resize(mark.events);
  size_t column = 0;
  eachOptionalColumn([&](auto& each) {
    const size_t kept = mark.unused[column++] ? 0 : mark.events;
    if (each.size() > kept) each.resize(kept);
  });
  places.cut(mark.events);
}

}  // namespace upgrade_rate

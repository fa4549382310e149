#include "core/input/events.h"

#include <algorithm>

namespace upgrade_rate {

uint64_t EventLines::line(uint32_t event) const {
  const auto after =
      std::upper_bound(runs_.begin(), runs_.end(), event,
                       [](uint32_t wanted, const Run& run) { return wanted < run.firstEvent; });
  const Run& run = *(after - 1);
  return run.firstLine + (event - run.firstEvent);
}

void EventLines::cut(uint32_t event) {
  while (!runs_.empty() && runs_.back().firstEvent >= event) runs_.pop_back();
}

void EventLines::write(FlatWriter& out) const {
  out.number(static_cast<uint64_t>(runs_.size()));
  for (const Run& run : runs_) {
    out.number(run.firstEvent);
    out.number(run.firstLine);
  }
}

void EventLines::addWritten(FlatReader& in, uint32_t firstEvent, uint64_t linesBefore) {
  for (uint64_t left = in.number<uint64_t>(); left > 0; --left) {
    const uint32_t event = in.number<uint32_t>() + firstEvent;
    add(event, in.number<uint64_t>() + linesBefore);
  }
}

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
  lines.cut(mark.events);
}

}  // namespace upgrade_rate

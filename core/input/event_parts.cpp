#include "core/input/event_parts.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

enum Kind : uint8_t { kPlaces, kCustomers, kSpellings, kCurrencies, kRows, kSegment };

constexpr size_t kKeyBytes = 1 << 20;  // of keys in one part, about

template <class T>
void writeBlock(FlatWriter& out, Column<T>& column, size_t block) {
  out.numbers(column.block(block));
  column.release(block);
}

void writeKeys(FlatWriter& out, const Dictionary& dictionary, uint32_t& at) {
  const uint32_t begin = at;
  size_t bytes = 0;
  while (at < dictionary.size() && bytes < kKeyBytes) bytes += dictionary.key(at++).size();
  out.number(at - begin);
  for (uint32_t index = begin; index < at; ++index) out.text(dictionary.key(index));
}

template <class T>
void writeOptional(FlatWriter& out, Column<T>& column, size_t block) {
  out.number(uint8_t{!column.empty()});
  if (!column.empty()) writeBlock(out, column, block);
}

// A column that the piece has not stays empty, or gets blanks where rows before have it. `change`
// is done to each entry.
template <class T, class Change>
void addOptional(FlatReader& part, size_t rows, size_t rowsBefore, T blank, Column<T>& to,
                 Change&& change) {
  if (part.number<uint8_t>() == 0) {
    if (!to.empty()) to.resize(rowsBefore + rows, blank);
    return;
  }
  std::vector<T> values(rows);
  part.numbers(std::span(values));
  for (T& value : values) value = change(value);
  to.resize(rowsBefore, blank);
  to.append(values);
}

}  // namespace

bool EventWriter::nextKeys(FlatWriter& out, const Dictionary& dictionary, uint32_t& at,
                           uint8_t kind) {
  if (at == dictionary.size()) return false;
  out.number(kind);
  writeKeys(out, dictionary, at);
  return true;
}

bool EventWriter::nextRows(FlatWriter& out) {
  if (block_ == events_.customer.blocks()) return false;
  out.number(uint8_t{kRows});
  out.number(static_cast<uint32_t>(events_.customer.block(block_).size()));
  writeBlock(out, events_.customer, block_);
  writeBlock(out, events_.spelling, block_);
  writeBlock(out, events_.time, block_);
  writeOptional(out, events_.value, block_);
  writeOptional(out, events_.quantity, block_);
  writeOptional(out, events_.interval, block_);
  writeOptional(out, events_.currency, block_);
  for (size_t i = 0; i < events_.segments.size(); ++i) {
    writeBlock(out, events_.segments[i].values, block_);
  }
  ++block_;
  return true;
}

// The texts of the segment columns, one column after the other.
bool EventWriter::nextTexts(FlatWriter& out) {
  for (uint32_t i = 0; i < texts_.size(); ++i) {
    const Dictionary& texts = events_.segments[i].texts;
    if (texts_[i] == texts.size()) continue;
    out.number(uint8_t{kSegment});
    out.number(i);
    writeKeys(out, texts, texts_[i]);
    return true;
  }
  return false;
}

bool EventWriter::next(FlatWriter& out) {
  if (!placesWritten_) {
    placesWritten_ = true;
    out.number(uint8_t{kPlaces});
    events_.places.write(out);
    texts_.resize(events_.segments.size());
    out.number(static_cast<uint32_t>(texts_.size()));
    for (size_t i = 0; i < texts_.size(); ++i) out.text(events_.segments[i].name);
    return true;
  }
  return nextKeys(out, events_.customers, customer_, kCustomers) ||
         nextKeys(out, events_.spellings, spelling_, kSpellings) ||
         nextKeys(out, events_.currencies, currency_, kCurrencies) || nextTexts(out) ||
         nextRows(out);
}

void EventAdder::addKeys(FlatReader& part, Dictionary& dictionary, std::vector<uint32_t>& indices) {
  std::vector<std::string_view> keys(part.number<uint32_t>());
  for (std::string_view& key : keys) key = part.text();
  const size_t before = indices.size();
  indices.resize(before + keys.size());
  dictionary.indexAll(keys, indices.data() + before);
}

void EventAdder::addIndices(FlatReader& part, const std::vector<uint32_t>& indices,
                            Column<uint32_t>& to) {
  part.numbers(std::span(scratch_));
  for (uint32_t& index : scratch_) {
    if (index != kBlankPlan) index = indices[index];
  }
  to.append(scratch_);
}

void EventAdder::addRows(FlatReader& part) {
  const size_t rowsBefore = events_.size();
  const size_t rows = part.number<uint32_t>();
  scratch_.resize(rows);
  addIndices(part, customers_, events_.customer);
  addIndices(part, spellings_, events_.spelling);
  std::vector<CellTime> times(rows);
  part.numbers(std::span(times));
  events_.time.append(times);
  const auto same = [](auto value) { return value; };
  addOptional(part, rows, rowsBefore, kUnknown, events_.value, same);
  addOptional(part, rows, rowsBefore, kUnknown, events_.quantity, same);
  addOptional(part, rows, rowsBefore, kMonthlyAmount, events_.interval, same);
  addOptional(part, rows, rowsBefore, kNoCurrency, events_.currency, [this](uint16_t currency) {
    return currency == kNoCurrency ? kNoCurrency : static_cast<uint16_t>(currencies_[currency]);
  });
  addSegments(part);
}

// The reader of the first slice made the writer's columns here already.
void EventAdder::addColumns(FlatReader& part) {
  for (uint32_t left = part.number<uint32_t>(); left > 0; --left) {
    segments_.push_back({events_.segments.place(part.text(), first_), {}});
  }
}

void EventAdder::addSegments(FlatReader& part) {
  for (const SegmentHere& segment : segments_) {
    part.numbers(std::span(scratch_));
    for (uint32_t& value : scratch_) {
      if (value != kBlankSegment) value = segment.texts[value - 1] + 1;
    }
    events_.segments[segment.place].values.append(scratch_);
  }
  events_.segments.fill(events_.size());
}

void EventAdder::add(FlatReader& part) {
  switch (part.number<uint8_t>()) {
    case kPlaces:
      events_.places.addWritten(part, first_, before_);
      return addColumns(part);
    case kCustomers:
      return addKeys(part, events_.customers, customers_);
    case kSpellings:
      return addKeys(part, events_.spellings, spellings_);
    case kSegment: {
      SegmentHere& segment = segments_[part.number<uint32_t>()];
      return addKeys(part, events_.segments[segment.place].texts, segment.texts);
    }
    case kCurrencies:
      return addKeys(part, events_.currencies, currencies_);
    default:
      return addRows(part);
  }
}

}  // namespace upgrade_rate

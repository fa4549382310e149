#include "core/input/slice.h"

#include <algorithm>

namespace upgrade_rate {

namespace {

enum Tag : uint8_t { kHead, kEvents };

size_t firstLineEnd(std::span<const char> bytes) {
  return std::string_view(bytes.data(), bytes.size()).find_first_of("\r\n");
}

}  // namespace

SliceReader::SliceReader(FileReader& file, Events& events, const SliceOrder& order)
    : file_(file), events_(events), order_(order) {
  if (order_.from == 0) order_.start = 0;
  position_ = order_.start.value_or(order_.from);
  file_.openSlice(order_.corrections);
}

bool SliceReader::pushHead(std::span<const char> head) {
  if (!file_.decide(head, position_ == 0)) return false;
  if (order_.start) {
    start_ = position_;
    firstRecord_ = order_.recordsBefore;
  } else {
    finder_.emplace(file_.reading().dialect);
    firstRecord_ = uint64_t{file_.reading().skipRows} + 1;  // behind the header, it is to be hoped
  }
  file_.skipRecords(firstRecord_);
  done_ = order_.start && start_ > order_.to;
  return true;
}

// Drops the bytes of the record that belongs to the slice before.
bool SliceReader::findStart(std::span<const char>& bytes) {
  const size_t before = finder_->find({bytes.data(), bytes.size()});
  const bool found = before != RecordEndFinder::kNotFound;
  position_ += found ? before : bytes.size();
  start_ = position_;
  if (!found) return false;
  finder_.reset();
  bytes = bytes.subspan(before);
  done_ = start_ > order_.to;
  return true;
}

void SliceReader::take(std::span<const char> bytes) {
  file_.readBytes(bytes);
  position_ += bytes.size();
}

bool SliceReader::push(std::span<const char> bytes) {
  if (finder_ && !findStart(bytes)) return true;
  if (done_) return false;
  if (position_ < order_.to) {
    const uint64_t left = order_.to - position_;
    const size_t count = bytes.size() < left ? bytes.size() : static_cast<size_t>(left);
    take(bytes.first(count));
    bytes = bytes.subspan(count);
  }
  return pushBehind(bytes);
}

// From `to` on line end by line end, since the first one outside quotes is the
// slice's end. All bytes before it are read when it is judged, so that it is
// known whether they leave quotes open.
bool SliceReader::pushBehind(std::span<const char> bytes) {
  while (!bytes.empty()) {
    if (afterReturn_) {
      if (bytes.front() == '\n') take(bytes.first(1));
      done_ = true;
      return false;
    }
    const size_t before = std::min(firstLineEnd(bytes), bytes.size());
    take(bytes.first(before));
    bytes = bytes.subspan(before);
    if (bytes.empty()) return true;
    const bool ends = !file_.inQuotes();
    const bool lineFeed = bytes.front() == '\n';
    take(bytes.first(1));
    bytes = bytes.subspan(1);
    done_ = ends && lineFeed;
    afterReturn_ = ends && !lineFeed;
    if (done_) return false;
  }
  return true;
}

void SliceReader::close() {
  finder_.reset();
  file_.endRecords();
  lines_ = file_.linesRead();
}

void SliceReader::writeHead() {
  out_.number(uint8_t{kHead});
  out_.number(start_);
  out_.number(position_);
  out_.number(static_cast<uint64_t>(order_.start.has_value()));
  out_.number(firstRecord_);
  out_.number(lines_);
  file_.writeFindings(out_, firstRecord_);
  writer_ = std::make_unique<EventWriter>(events_);
}

std::string_view SliceReader::exportPart() {
  out_.clear();
  if (writer_ == nullptr) {
    writeHead();
    return out_.bytes();
  }
  out_.number(uint8_t{kEvents});
  return writer_->next(out_) ? out_.bytes() : std::string_view{};
}

bool SliceReader::addHead(FlatReader& part) {
  const uint64_t start = part.number<uint64_t>();
  const uint64_t end = part.number<uint64_t>();
  const bool told = part.number<uint64_t>() != 0;
  const uint64_t firstRecord = part.number<uint64_t>();
  const uint64_t lines = part.number<uint64_t>();
  const uint64_t seen = file_.recordsSeen();
  const bool rightRecord = told ? firstRecord == seen : seen > file_.reading().skipRows;
  if (start != position_ || !rightRecord) return false;
  position_ = end;
  const RowPlace before{lines_, seen - firstRecord};  // it may have guessed too high a number
  file_.addFindings(part, before);
  adder_ = std::make_unique<EventAdder>(events_, before);
  lines_ += lines;
  return true;
}

bool SliceReader::importPart(std::string_view bytes) {
  FlatReader part(bytes);
  if (part.number<uint8_t>() == kHead) return addHead(part);
  adder_->add(part);
  return true;
}

SliceOrder SliceReader::orderAgain(uint64_t from, uint64_t to) const {
  return {from, to, position_, file_.recordsSeen(), file_.corrections()};
}

}  // namespace upgrade_rate

#include "core/input/file_reader.h"

#include <algorithm>
#include <utility>

#include "core/input/head.h"

namespace upgrade_rate {

namespace {

constexpr size_t kPieceBytes = 128 * 1024;

}  // namespace

FileReader::FileReader(std::string name, uint32_t index, ReadingRequest request, Collected& into)
    : name_(std::move(name)),
      index_(index),
      request_(request),
      corrected_(std::move(request)),
      into_(into) {}

void FileReader::open() {
  if (!first_) {
    first_ = into_.events.mark();
    firstTotal_ = into_.totals.mark();
    firstFlag_ = into_.flags.mark();
    firstAggregate_ = into_.aggregates.mark();
  }
  forgetRows();
  head_.clear();
  started_ = false;
  error_.reset();
  ledger_ = {};
  recordsSeen_ = 0;
  addedInvalidUtf8_ = false;
}

// A second reading starts from nothing, so that it leaves behind what a first one would.
void FileReader::forgetRows() {
  into_.events.cut(*first_);
  into_.totals.cut(firstTotal_);
  into_.lookups.erase(index_);
  into_.flags.cut(firstFlag_);
  into_.aggregates.cut(firstAggregate_);
}

void FileReader::refuse(Error error) {
  error_ = std::move(error);
  // A table has no rows among those of other files, which may have come after it.
  isLookup(reading_.shape) ? void(into_.lookups.erase(index_)) : forgetRows();
}

// More segments than are asked for do no harm. But a column that is one by the mapping, and not
// because segments or filters name it, cannot be found to play another part.
bool FileReader::segmentsAgree(const ReadingRequest& request) const {
  const auto has = [](const std::vector<int32_t>& columns, int32_t column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  const std::vector<int32_t> asked = askedSegments(request, reading_);
  const std::vector<int32_t>& read = reading_.mapping.segments;
  const auto isRead = [&](int32_t column) { return has(read, column); };
  if (!std::all_of(asked.begin(), asked.end(), isRead)) return false;
  const std::vector<std::string> none;
  for (const std::string& name : request.segments.value_or(none)) {
    const int32_t column = columnNamed(reading_.columns, name);
    if (column == kNoColumn) return false;
    for (size_t i = 0; i < kParts; ++i) {
      const bool plays = reading_.mapping.column[i] == column;
      if (plays && !request.mapping.contains(static_cast<Part>(i))) return false;
    }
  }
  for (const std::string& name : request_.segments.value_or(none)) {
    if (!has(asked, columnNamed(reading_.columns, name))) return false;
  }
  return true;
}

bool FileReader::agreesWith(ReadingRequest request) const {
  request.sheetRead = request_.sheetRead;
  request.amongOthers = request_.amongOthers;
  if (request == request_) return true;
  if (error_) return false;
  // What is asked for must be what was found; what is not asked for any more must not have been.
  const auto agrees = [](const auto& asked, const auto& before, const auto& found) {
    return asked ? *asked == found : !before;
  };
  for (size_t i = 0; i < kParts; ++i) {
    const Part part = static_cast<Part>(i);
    const auto asked = request.mapping.find(part);
    if (asked == request.mapping.end()) {
      if (request_.mapping.contains(part)) return false;
      continue;
    }
    const int32_t column = reading_.mapping.of(part);
    const bool none = column == kNoColumn;
    if (asked->second.empty() != none) return false;
    if (!none && asked->second != reading_.columns[column] &&
        asked->second != "#" + std::to_string(column + 1)) {
      return false;
    }
  }
  return segmentsAgree(request) && agrees(request.sheet, request_.sheet, reading_.sheet) &&
         agrees(request.shape, request_.shape, reading_.shape) &&
         agrees(request.encoding, request_.encoding, reading_.encoding) &&
         agrees(request.delimiter, request_.delimiter, reading_.dialect.delimiter) &&
         agrees(request.quote, request_.quote, reading_.dialect.quote) &&
         agrees(request.header, request_.header, reading_.header) &&
         agrees(request.skipRows, request_.skipRows, reading_.skipRows) &&
         agrees(request.dateFormat, request_.dateFormat, reading_.dateFormat) &&
         agrees(request.decimal, request_.decimal, reading_.numberFormat.decimal) &&
         agrees(request.minorUnits, request_.minorUnits, reading_.minorUnits);
}

bool FileReader::push(std::span<const char> bytes) {
  if (error_) return false;
  if (started_) {
    readBytes(bytes);
    return true;
  }
  const size_t wanted = std::min(bytes.size(), kHeadBytes - head_.size());
  head_.append(bytes.data(), wanted);
  if (head_.size() < kHeadBytes) return true;
  startReading(false, true);
  if (error_) return false;
  readBytes(head_);
  return push(bytes.subspan(wanted));
}

// In pieces whose text, fields and cells fit the processor's cache together.
void FileReader::readBytes(std::span<const char> bytes) {
  for (; !bytes.empty(); bytes = bytes.subspan(std::min(bytes.size(), kPieceBytes))) {
    text_->push(bytes.first(std::min(bytes.size(), kPieceBytes)));
    readText();
  }
}

void FileReader::openSlice(const Corrections& corrections) {
  corrected_.encoding = corrections.encoding;
  corrected_.dateFormat = corrections.dateFormat;
  corrected_.decimal = corrections.decimal;
  open();
}

bool FileReader::decide(std::span<const char> head, bool atStart) {
  head_.assign(head.data(), head.size());
  startReading(head.size() < kHeadBytes, atStart);
  if (error_ || reading_.json || reading_.shape != Shape::planHistory) return false;
  // Punctuation must be found in the bytes as they come.
  const Dialect& dialect = reading_.dialect;
  const bool ascii = ((dialect.delimiter | dialect.quote | dialect.escape) & 0x80) == 0;
  return ascii &&
         (reading_.encoding == Encoding::utf8 || reading_.encoding == Encoding::windows1252);
}

Corrections FileReader::corrections() const {
  return {corrected_.encoding, corrected_.dateFormat, corrected_.decimal};
}

void FileReader::writeFindings(FlatWriter& out, uint64_t recordsBefore) {
  out.number(recordsSeen_ - recordsBefore);
  out.number(uint8_t{text_->invalidUtf8()});
  ledger_.write(out);
  rows_->writeEvidence(out);
}

void FileReader::addFindings(FlatReader& in, RowPlace before) {
  recordsSeen_ += in.number<uint64_t>();
  addedInvalidUtf8_ |= in.number<uint8_t>() != 0;
  ledger_.addWritten(in, name_, before);
  rows_->addEvidence(in);
}

void FileReader::startReading(bool whole, bool atStart) {
  Head head = readHead(head_, whole, corrected_);
  reading_ = std::move(head.reading);
  preview_ = std::move(head.preview);
  error_ = std::move(head.error);
  if (error_) return;
  started_ = true;
  text_ = std::make_unique<TableText>(reading_.encoding, reading_.json ? &*reading_.json : nullptr,
                                      atStart);
  records_ = std::make_unique<RecordReader>(reading_.dialect);
  rows_ = makeRowReader(reading_, name_, index_, into_, ledger_);
}

void FileReader::readText() {
  while (text_->next(*records_)) readBatch(records_->batch());
}

// What all values say against what the first ones said. A reading that was asked for stands.
bool FileReader::mustReadAgain() {
  bool again = false;
  const bool invalidUtf8 = text_->invalidUtf8() || addedInvalidUtf8_;
  if (reading_.encoding == Encoding::utf8 && invalidUtf8 && !corrected_.encoding) {
    corrected_.encoding = Encoding::windows1252;
    again = true;
  } else if (!text_->lateKeys().empty() && corrected_.jsonKeys.empty()) {
    corrected_.jsonKeys = reading_.json->keys;
    corrected_.jsonKeys.insert(corrected_.jsonKeys.end(), text_->lateKeys().begin(),
                               text_->lateKeys().end());
    again = true;
  }
  const ColumnVerdicts verdicts = rows_->verdicts();
  if (verdicts.dates) {
    const DateFormat format = verdicts.dates->format;
    const bool other = format != DateFormat::none && format != reading_.dateFormat;
    if (other && !corrected_.dateFormat) {
      corrected_.dateFormat = format;
      again = true;
    }
    reading_.datesAssumed = verdicts.dates->ambiguous;
    reading_.dateExample = verdicts.dates->example;
  }
  if (verdicts.numbers) {
    const char decimal = reading_.formatOf(*verdicts.numbers).decimal;
    reading_.numbersAssumed = verdicts.numbers->ambiguous;
    if (decimal != reading_.numberFormat.decimal && !corrected_.decimal) {
      corrected_.decimal = decimal;
      again = true;
    }
  }
  if (!verdicts.countDecimals.empty() && corrected_.countDecimals.empty()) {
    corrected_.countDecimals = verdicts.countDecimals;
    again = true;
  }
  return again;
}

void FileReader::endRecords() {
  text_->finish();
  readText();
  records_->finish();
  readBatch(records_->batch());
  rows_->finish();
}

bool FileReader::finish() {
  if (!started_ && !error_) {
    startReading(true, true);
    if (!error_) readBytes(head_);
  }
  if (error_) return false;
  endRecords();
  ledger_.problems.sortByLine();  // so that they do not depend on the chunks or slices
  return mustReadAgain();
}

}  // namespace upgrade_rate

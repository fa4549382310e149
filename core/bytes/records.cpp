// The record reader: masks of punctuation (scan.h), resolved for quotes (quotes.h), become fields
// and records here, 4 KiB at a time so that the masks stay in the nearest cache.
//
// Between two calls the text of the incomplete last record stays in the buffer, with the fields
// already found in it, so that no byte is read twice. A CR at the very end of a push waits too: a
// LF may follow. A record that passes a limit keeps its first part; the rest is read on for its
// end, but thrown away.
#include "core/bytes/records.h"

#include <algorithm>
#include <bit>

#include "core/bytes/record_limits.h"

namespace upgrade_rate {
namespace {

constexpr size_t kSliceBlocks = 64;

/// The number of set bits. Machines have an instruction for it that x86 compilers may not use
/// unasked; the sums of bits of 2, 4 and 8 cost less than the call they make instead.
inline size_t bitCount(uint64_t bits) {
#if defined(__wasm__)
  return static_cast<size_t>(std::popcount(bits));
#else
  bits -= (bits >> 1) & 0x5555555555555555;
  bits = (bits & 0x3333333333333333) + ((bits >> 2) & 0x3333333333333333);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0F;
  return (bits * 0x0101010101010101) >> 56;
#endif
}

}  // namespace

RecordReader::RecordReader(Dialect dialect) : dialect_(dialect), quotes_(dialect) {
  batch_.firstField.push_back(0);
}

void RecordReader::push(std::string_view text) {
  startBatch();
  buffer_.append(text);
  const bool waits = !buffer_.empty() && buffer_.back() == '\r';
  read(buffer_.size() - size_t{waits});
  closeBatch();
}

void RecordReader::pushRecords(std::string_view text, std::span<const RecordOrigin> origins) {
  push(text);
  if (batch_.size() != origins.size()) __builtin_trap();
  for (size_t r = 0; r < origins.size(); ++r) {
    batch_.line[r] = origins[r].line;
    if (batch_.fault[r] == RecordFault::none) batch_.fault[r] = origins[r].fault;
  }
}

void RecordReader::finish() {
  startBatch();
  read(buffer_.size());
  if (recordBegin_ < read_) {
    Cursor out = makeRoom(1, 1);
    *out.field++ = fieldTo(read_);
    endRecord(read_, out);
    trim(out);
    if (quotes_.inQuotes()) batch_.fault.back() = RecordFault::unclosedQuote;
  }
  recordBegin_ = fieldBegin_ = read_ = buffer_.size();
  closeBatch();
}

/// Moves what is left of the open record to the front of buffer and batch.
void RecordReader::startBatch() {
  buffer_.erase(0, recordBegin_);
  read_ -= recordBegin_;
  fieldBegin_ -= recordBegin_;
  recordBegin_ = 0;
  batch_.text = {};
  batch_.fields.assign(openFields_.begin(), openFields_.end());
  batch_.firstField.assign(1, 0);
  batch_.line.clear();
  batch_.fault.clear();
  batch_.plainQuotes = openPlain_;
}

/// Takes the fields of the open record out of the batch again.
void RecordReader::closeBatch() {
  // Where in the pushed text a further quote stood is not known: maybe in the open record.
  const bool plain = !quotes_.tookFurtherQuote();
  batch_.plainQuotes = batch_.plainQuotes && plain;
  openPlain_ = recordBegin_ == buffer_.size() || batch_.plainQuotes;
  openFields_.assign(batch_.fields.begin() + batch_.firstField.back(), batch_.fields.end());
  for (Field& field : openFields_) field.begin -= static_cast<uint32_t>(recordBegin_);
  batch_.fields.resize(batch_.firstField.back());
  limitOpenRecord();
  batch_.text = std::string_view(buffer_).substr(0, recordBegin_);
}

void RecordReader::read(size_t end) {
  BlockMasks masks[kSliceBlocks];
  Structure structures[kSliceBlocks];
  while (read_ < end) {
    const size_t size = std::min(end - read_, kSliceBlocks * kBlockBytes);
    const char* const text = buffer_.data() + read_;
    scan({text, size}, {dialect_.delimiter, dialect_.quote}, masks);
    const size_t blocks = (size + kBlockBytes - 1) / kBlockBytes;
    uint64_t quotes = 0;
    for (size_t i = 0; i < blocks; ++i) {
      const size_t begin = i * kBlockBytes;
      const unsigned blockSize = static_cast<unsigned>(std::min(size - begin, kBlockBytes));
      // A std::string ends with a NUL that may be read, so this is never past the buffer.
      const bool lineFeedFollows = text[begin + blockSize] == '\n';
      structures[i] = quotes_.resolve(masks[i], text + begin, blockSize, lineFeedFollows);
      quotes |= masks[i].quote;
    }
    // A field that is open may have begun with a quote before.
    const bool mayQuote = quotes != 0 || (fieldBegin_ < read_ && isQuote(buffer_[fieldBegin_]));
    if (mayQuote) {
      cutSlice<true>(structures, blocks);
    } else {
      cutSlice<false>(structures, blocks);
    }
    read_ += size;
  }
}

/// The batch with room for so many more fields and records, so that no field asks for its own.
RecordReader::Cursor RecordReader::makeRoom(size_t fields, size_t records) {
  const size_t oldFields = batch_.fields.size();
  const size_t oldRecords = batch_.line.size();
  batch_.fields.resize(oldFields + fields);
  batch_.firstField.resize(oldRecords + 1 + records);
  batch_.line.resize(oldRecords + records);
  batch_.fault.resize(oldRecords + records);
  return {batch_.fields.data() + batch_.firstField[oldRecords], batch_.fields.data() + oldFields,
          batch_.firstField.data() + oldRecords + 1, batch_.line.data() + oldRecords,
          batch_.fault.data() + oldRecords};
}

/// Gives back the room that blank lines and dropped fields did not need.
void RecordReader::trim(const Cursor& out) {
  const size_t records = out.line - batch_.line.data();
  batch_.fields.resize(out.field - batch_.fields.data());
  batch_.firstField.resize(records + 1);
  batch_.line.resize(records);
  batch_.fault.resize(records);
}

/// Delivers the record whose fields end at `out.field` and whose line end stands at `end`, unless
/// the line is blank.
inline void RecordReader::endRecord(size_t end, Cursor& out) {
  Field& last = out.field[-1];
  if (last.size > 0 && buffer_[end] == '\n' && buffer_[end - 1] == '\r') {
    last.size = (last.size - 1) & 0x7fffffff;
  }
  size_t fields = out.field - out.recordFields;
  if (fields > 1 || last.size > 0) {
    RecordFault fault = openFault_;
    if (fault != RecordFault::none) {
      fields = keptFields_;
      openFault_ = RecordFault::none;
    } else if (mayPassALimit(fields, end - recordBegin_)) {
      const LimitedRecord limited = limitRecord(buffer_, {out.recordFields, fields}, recordBegin_);
      fields = limited.fields;
      fault = limited.fault;
    }
    out.recordFields += fields;
    *out.firstField++ = static_cast<uint32_t>(out.recordFields - batch_.fields.data());
    *out.line++ = recordLine_;
    *out.fault++ = fault;
  }
  out.field = out.recordFields;
  recordBegin_ = fieldBegin_ = end + 1;
  recordLine_ = line_;
}

template <bool kQuotes>
inline void RecordReader::cutFields(uint64_t separators, size_t blockBegin, Cursor& out) {
  const char* const text = buffer_.data();
  size_t fieldBegin = fieldBegin_;
  Field* field = out.field;
  for (; separators != 0; separators &= separators - 1) {
    const size_t end = blockBegin + std::countr_zero(separators);
    const bool quoted = kQuotes && isQuote(text[fieldBegin]);
    *field++ = {static_cast<uint32_t>(fieldBegin),
                static_cast<uint32_t>(end - fieldBegin) & 0x7fffffff, quoted};
    fieldBegin = end + 1;
  }
  fieldBegin_ = fieldBegin;
  out.field = field;
}

/// The fields and records that end in the slice at `read_`. `kQuotes`: some of them may be quoted.
template <bool kQuotes>
void RecordReader::cutSlice(const Structure* blocks, size_t count) {
  size_t fields = 0;
  size_t records = 0;
  for (size_t i = 0; i < count; ++i) {
    fields += bitCount(blocks[i].separators);
    records += bitCount(blocks[i].lineEnds);
  }
  Cursor out = makeRoom(fields, records);
  size_t begin = read_;
  for (size_t i = 0; i < count; ++i, begin += kBlockBytes) {
    uint64_t separators = blocks[i].separators;
    uint64_t inner = blocks[i].innerLineEnds;
    for (uint64_t ends = blocks[i].lineEnds; ends != 0; ends &= ends - 1) {
      const uint64_t upToEnd = ends ^ (ends - 1);
      cutFields<kQuotes>(separators & upToEnd, begin, out);
      separators &= ~upToEnd;
      line_ += 1 + (inner == 0 ? 0 : std::popcount(inner & upToEnd));
      inner &= ~upToEnd;
      endRecord(begin + std::countr_zero(ends), out);
    }
    cutFields<kQuotes>(separators, begin, out);
    if (inner != 0) line_ += std::popcount(inner);
  }
  trim(out);
}

/// The field from `fieldBegin_` to `end`.
Field RecordReader::fieldTo(size_t end) const {
  const bool quoted = fieldBegin_ < end && isQuote(buffer_[fieldBegin_]);
  return {static_cast<uint32_t>(fieldBegin_), static_cast<uint32_t>(end - fieldBegin_) & 0x7fffffff,
          quoted};
}

/// Throws away what an open record holds beyond the limits, so that memory stays bounded.
void RecordReader::limitOpenRecord() {
  if (openFault_ == RecordFault::none) {
    if (!mayPassALimit(openFields_.size() + 1, read_ - recordBegin_)) return;
    Unfilled<Field> fields = openFields_;
    fields.push_back(fieldTo(read_));
    fields.back().begin -= static_cast<uint32_t>(recordBegin_);
    const std::string_view record = std::string_view(buffer_).substr(recordBegin_);
    const LimitedRecord limited = limitRecord(record, fields, 0);
    if (limited.fault == RecordFault::none) return;
    openFault_ = limited.fault;
    keptFields_ = limited.fields;
    keptBytes_ = fields[keptFields_ - 1].begin + fields[keptFields_ - 1].size;
    openFields_ = std::move(fields);
  }
  openFields_.resize(keptFields_);
  const size_t keptEnd = recordBegin_ + keptBytes_;
  buffer_.erase(keptEnd, read_ - keptEnd);
  fieldBegin_ = read_ = keptEnd;
}

}  // namespace upgrade_rate

// See core/bytes/table_text.h.
#include "core/bytes/table_text.h"

#include <utility>

namespace upgrade_rate {

TableText::TableText(Encoding encoding, const JsonLayout* json, bool atStart)
    : decoder_(encoding, atStart), rows_(json == nullptr ? nullptr : new JsonRows(*json)) {}

void TableText::push(std::span<const char> bytes) {
  text_ = decoder_.decode(bytes);
  due_ = true;
}

void TableText::finish() {
  text_ = decoder_.finish();
  due_ = ends_ = true;
}

bool TableText::next(RecordReader& records) {
  if (rows_ == nullptr) {
    if (!std::exchange(due_, false)) return false;
    records.push(text_);
    return true;
  }
  if (!text_.empty()) {
    text_.remove_prefix(rows_->push(text_));
  } else if (std::exchange(ends_, false)) {
    rows_->finish();
  } else {
    return false;
  }
  records.pushRecords(rows_->text(), rows_->origins());
  return true;
}

std::span<const std::string> TableText::lateKeys() const {
  return rows_ == nullptr ? std::span<const std::string>() : rows_->lateKeys();
}

}  // namespace upgrade_rate

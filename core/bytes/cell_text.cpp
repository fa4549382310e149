// The content of one field. Most quoted fields hold no further quote or escape and are a view of
// the text between their quotes; only the others are copied.
#include <cstring>

#include "core/bytes/records.h"

namespace upgrade_rate {
namespace {

bool holds(std::string_view text, char byte) {
  return !text.empty() && std::memchr(text.data(), byte, text.size()) != nullptr;
}

bool canBeEscaped(char byte, const Dialect& dialect) {
  return byte == dialect.quote || byte == dialect.escape || byte == dialect.delimiter ||
         byte == '\n' || byte == '\r';
}

/// `raw` begins behind the opening quote. A quote behind which text follows closes nothing where
/// the field ends with a quote: that writer did not double what stands inside ("5" pipe").
void resolveQuotes(std::string_view raw, const Dialect& dialect, std::string& content) {
  content.clear();
  const bool endsQuoted = dialect.escape == 0 && raw.ends_with(dialect.quote);
  for (size_t i = 0; i < raw.size(); ++i) {
    const bool last = i + 1 == raw.size();
    if (raw[i] == dialect.quote) {
      const bool doubled = !last && raw[i + 1] == dialect.quote;
      if (!doubled && (last || !endsQuoted)) {  // closed: the rest is plain text
        content.append(raw.substr(i + 1));
        return;
      }
      i += size_t{doubled};
    } else if (dialect.escape != 0 && raw[i] == dialect.escape && !last) {
      if (!canBeEscaped(raw[i + 1], dialect)) content.push_back(raw[i]);
      ++i;
    }
    content.push_back(raw[i]);
  }
}

}  // namespace

std::string_view cellText(const RecordBatch& batch, const Field& field, const Dialect& dialect,
                          std::string& scratch) {
  const std::string_view raw = batch.text.substr(field.begin, field.size);
  if (!field.quoted) return raw;
  if (raw.size() >= 2 && raw.back() == dialect.quote) {
    const std::string_view inner = raw.substr(1, raw.size() - 2);
    const bool plain =
        !holds(inner, dialect.quote) && (dialect.escape == 0 || !holds(inner, dialect.escape));
    if (plain) return inner;
  }
  resolveQuotes(raw.substr(1), dialect, scratch);
  return scratch;
}

}  // namespace upgrade_rate

// Any bytes as JSON: the rows do not depend on how the text comes in chunks, and of a document that
// nlohmann/json takes, every element is a row, in which texts are what that library says. The first
// byte says how large the chunks are.

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "core/bytes/json_layout.h"
#include "tests/core/bytes/read_all.h"

using namespace upgrade_rate;
using Document = nlohmann::ordered_json;

namespace {

constexpr size_t kDeep = 256;

void expect(bool holds) {
  if (!holds) __builtin_trap();
}

std::vector<ReadRecord> rowsOf(std::string_view text, const JsonLayout& layout, size_t chunk) {
  JsonRows rows(layout);
  RecordReader reader({});
  std::vector<ReadRecord> records;
  const auto take = [&] {
    reader.pushRecords(rows.text(), rows.origins());
    addBatch(reader.batch(), {}, records);
  };
  for (; !text.empty(); text.remove_prefix(std::min(chunk, text.size()))) {
    std::string_view piece = text.substr(0, chunk);
    while (!piece.empty()) {
      piece.remove_prefix(rows.push(piece));
      take();
    }
  }
  rows.finish();
  take();
  return records;
}

void checkArray(const Document& document, const JsonLayout& layout,
                const std::vector<ReadRecord>& records) {
  const size_t header = layout.objects ? 1 : 0;
  expect(records.size() == document.size() + header);
  for (size_t i = 0; i < document.size(); ++i) {
    const Document& element = document[i];
    const ReadRecord& record = records[i + header];
    const bool kind = layout.objects ? element.is_object() : element.is_array();
    const bool fits = kind && (layout.objects || element.size() <= kMaxColumns);
    expect((record.fault == RecordFault::none) == fits);
    if (!fits || !element.is_array()) continue;
    expect(record.cells.size() == std::max<size_t>(element.size(), 1));
    for (size_t c = 0; c < element.size(); ++c) {
      const Document& value = element[c];
      if (value.is_string()) expect(record.cells[c] == value.get_ref<const std::string&>());
      if (value.is_null()) expect(record.cells[c].empty());
      if (value.is_structured()) expect(Document::parse(record.cells[c]) == value);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const size_t chunk = data[0] % 16 + size_t{1};
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const JsonFound found = findJson(text, true);
  const Document document = Document::parse(text, nullptr, false);
  const size_t brackets =
      std::count(text.begin(), text.end(), '[') + std::count(text.begin(), text.end(), '{');
  const bool marked = text.starts_with("\xef\xbb\xbf");  // which the decoder drops before
  const bool ends = text.find('\0') != text.npos;        // where that library takes the text to end
  const bool valid =
      !marked && !ends && !document.is_discarded() && document.is_structured() && brackets < kDeep;
  expect(!valid || (found.layout && !found.broken));
  if (!found.layout) return 0;
  const std::vector<ReadRecord> records = rowsOf(text, *found.layout, text.size() + 1);
  expect(rowsOf(text, *found.layout, chunk) == records);
  if (!valid) return 0;
  for (const ReadRecord& record : records) expect(record.fault != RecordFault::brokenJson);
  if (document.is_array() && !found.layout->stream) checkArray(document, *found.layout, records);
  return 0;
}

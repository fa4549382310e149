#include "core/input/segment_columns.h"

#include <array>

#include "core/cells/words.h"

namespace upgrade_rate {

std::optional<uint32_t> SegmentColumn::valueOf(std::string_view text) const {
  if (text.empty()) return kBlankSegment;
  const std::optional<uint32_t> key = texts.indexOf(text);
  return key ? std::optional(*key + 1) : std::nullopt;
}

void SegmentColumn::append(std::span<const std::string_view> cells) {
  constexpr size_t kBatch = 512;
  constexpr uint32_t kBlankKey = UINT32_MAX;  // and one more is kBlankSegment
  std::array<uint32_t, kBatch> indices;
  for (size_t at = 0; at < cells.size(); at += kBatch) {
    const auto batch = cells.subspan(at, std::min(kBatch, cells.size() - at));
    texts.indexFew(batch, kBlankKey, indices.data());
    for (size_t i = 0; i < batch.size(); ++i) ++indices[i];
    values.append({indices.data(), batch.size()});
  }
}

std::optional<uint32_t> SegmentColumns::find(std::string_view name) const {
  for (uint32_t i = 0; i < columns_.size(); ++i) {
    if (columns_[i].name == name) return i;
  }
  const std::string key = headerKey(name);
  for (uint32_t i = 0; i < columns_.size() && !key.empty() && name[0] != '#'; ++i) {
    if (columns_[i].name[0] != '#' && headerKey(columns_[i].name) == key) return i;
  }
  return std::nullopt;
}

uint32_t SegmentColumns::place(std::string_view name, uint32_t rows) {
  if (const std::optional<uint32_t> found = find(name)) return *found;
  columns_.emplace_back();
  columns_.back().name = name;
  columns_.back().values.resize(rows, kBlankSegment);
  return static_cast<uint32_t>(columns_.size() - 1);
}

void SegmentColumns::fill(uint32_t rows) {
  for (SegmentColumn& column : columns_) {
    if (column.values.size() < rows) column.values.resize(rows, kBlankSegment);
  }
}

SegmentColumns::Mark SegmentColumns::mark(uint32_t rows) const {
  Mark mark{rows, {}};
  for (const SegmentColumn& column : columns_) mark.texts.push_back(column.texts.size());
  return mark;
}

void SegmentColumns::cut(const Mark& mark) {
  columns_.resize(mark.texts.size());
  for (size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].texts.cut(mark.texts[i]);
    if (columns_[i].values.size() > mark.rows) columns_[i].values.resize(mark.rows);
  }
}

}  // namespace upgrade_rate

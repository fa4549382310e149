// See core/bytes/json_layout.h. The head is read twice: once for where the rows are, then as rows
// without columns, which gives the columns.
#include "core/bytes/json_layout.h"

#include <algorithm>

namespace upgrade_rate {
namespace {

using Kind = JsonToken::Kind;

/// An array that may be that of the rows.
struct Rows {
  std::string path;
  size_t objects = 0;
  size_t arrays = 0;
  size_t whole = 0;  ///< of both, those that are closed
  size_t all() const { return objects + arrays; }
};

/// What the document's first values are.
class Outline : public JsonSink {
 public:
  std::vector<Rows> rows;  ///< reached from the first value through objects only
  bool array = false;      ///< the first value is one
  size_t containers = 0;   ///< objects and arrays among the values of the document …
  size_t wholeOnes = 0;    ///< … of them, those that are closed
  size_t values = 0;
  bool firstOnOneLine = false;
  std::optional<JsonBreak> broken;

 private:
  void token(const JsonToken& token) override {
    switch (token.kind) {
      case Kind::beginObject:
      case Kind::beginArray:
        return begin(token);
      case Kind::endObject:
      case Kind::endArray:
        return end(token);
      case Kind::key:
        if (open_.size() == pathBefore_.size() && values == 1) {
          path_.resize(pathBefore_.back());
          appendUnescaped(path_, token.text);
        }
        return;
      case Kind::string:
      case Kind::word:
        values += open_.empty() ? 1 : 0;
    }
  }
  void broke(const JsonBreak& at) override { broken = at; }

  void begin(const JsonToken& token) {
    const bool object = token.kind == Kind::beginObject;
    if (open_.empty()) {
      ++values;
      ++containers;
      if (values == 1) array = !object;
      firstLine_ = token.line;
    }
    const bool reached = values == 1 && open_.size() == pathBefore_.size();
    if (rowsAt_ != 0 && open_.size() == rowsAt_) {
      ++(object ? rows.back().objects : rows.back().arrays);
    } else if (reached && object) {
      if (!open_.empty()) path_.push_back('.');
      pathBefore_.push_back(path_.size());
    } else if (reached && rowsAt_ == 0) {
      rows.push_back({path_});
      rowsAt_ = open_.size() + 1;
    }
    open_.push_back(object);
  }

  void end(const JsonToken& token) {
    open_.pop_back();
    if (open_.size() < pathBefore_.size()) {
      path_.resize(pathBefore_.back());
      pathBefore_.pop_back();
    }
    if (rowsAt_ != 0 && open_.size() == rowsAt_) ++rows.back().whole;
    if (open_.size() < rowsAt_) rowsAt_ = 0;
    if (!open_.empty()) return;
    ++wholeOnes;
    if (values == 1) firstOnOneLine = token.line == firstLine_;
  }

  std::vector<bool> open_;  // objects true, arrays false
  std::string path_;
  std::vector<size_t> pathBefore_;
  size_t rowsAt_ = 0;  // how many are open inside rows.back(), while it is
  uint64_t firstLine_ = 0;
};

enum class Begins : uint8_t { otherwise, asArray, asJson };

/// Cheap, for all files that are none. An array of scalars may be a cell of some CSV: [1],[2].
Begins beginsHow(std::string_view text) {
  const auto skipSpace = [&] {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  };
  skipSpace();
  const bool array = text.starts_with('[');
  if (!array && !text.starts_with('{')) return Begins::otherwise;
  text.remove_prefix(1);
  skipSpace();
  if (array && (text.starts_with('{') || text.starts_with('['))) return Begins::asJson;
  if (array) return Begins::asArray;
  if (text.starts_with('}')) return Begins::asJson;
  if (!text.starts_with('"')) return Begins::otherwise;
  size_t end = 1;
  while (end < text.size() && text[end] != '"') end += text[end] == '\\' ? 2 : 1;
  text.remove_prefix(std::min(end + 1, text.size()));
  skipSpace();
  return text.empty() || text.starts_with(':') ? Begins::asJson : Begins::otherwise;
}

const Rows* mostRows(const std::vector<Rows>& rows) {
  const auto most = std::max_element(
      rows.begin(), rows.end(), [](const Rows& a, const Rows& b) { return a.all() < b.all(); });
  return most == rows.end() || most->all() == 0 ? nullptr : &*most;
}

}  // namespace

JsonFound findJson(std::string_view head, bool whole) {
  JsonFound found;
  const Begins begins = beginsHow(head);
  if (begins == Begins::otherwise) return found;
  Outline outline;
  JsonTokens tokens(JsonTokens::AfterBreak::stop);
  tokens.push(head, outline);
  if (whole) tokens.finish(outline);
  if (outline.broken && begins == Begins::asArray && outline.values < 2) return found;
  JsonLayout layout;
  const Rows* rows = mostRows(outline.rows);
  const bool several = outline.values > 1 && outline.wholeOnes > 0;
  layout.stream = rows == nullptr || (several && !outline.array);
  if (layout.stream) {
    layout.objects = !outline.array;
    layout.linePerRow = several && outline.firstOnOneLine;
  } else {
    layout.path = rows->path;
    layout.objects = rows->objects >= rows->arrays;
  }
  const size_t wholeRows = layout.stream ? outline.wholeOnes : rows->whole;
  if (outline.broken && wholeRows == 0) {
    found.broken = std::move(outline.broken);
    return found;
  }
  JsonRows reader(layout);
  while (!head.empty()) head.remove_prefix(reader.push(head));
  layout.keys = reader.lateKeys();
  found.layout = std::move(layout);
  return found;
}

}  // namespace upgrade_rate

// JSON text (RFC 8259) in chunks to tokens, with nothing held but the token that is under way.
//
// Method: a push tokenizer of our own that checks the grammar by a stack of open brackets. The
// library that the documents use (nlohmann/json) reads JSON only as a whole text or through an
// iterator that waits for more, and turns numbers into doubles; here a file may be larger than
// memory, comes in pieces, and numbers keep their digits. Its parser for one element after the
// other would also make the module larger than this does.
//
// Wider than the RFC: any number of values may follow one another (NDJSON, JSON Lines), NaN and
// Infinity are words (Python writes them), and control signs other than line ends may stand in
// strings. Left out: comments, trailing commas, quotes other than ".
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace upgrade_rate {

struct JsonToken {
  enum class Kind : uint8_t { beginObject, endObject, beginArray, endArray, key, string, word };
  Kind kind;
  /// Of a key or string what stands between its quotes (see `appendUnescaped`); of a word the
  /// number, true, false, null … as it stands. At most kMaxCellBytes.
  std::string_view text;
  uint64_t line;  ///< 1-based
  bool cut;       ///< `text` was longer
};

/// Where a text stops being JSON.
struct JsonBreak {
  uint64_t line = 0;   ///< 1-based
  uint64_t byte = 0;   ///< of that line in UTF-8, 1-based
  std::string before;  ///< what stands before and at it on that line, or on the last not blank
};
/// At most so much of it is told.
constexpr size_t kJsonBreakBytes = 60;

class JsonSink {
 public:
  virtual ~JsonSink() = default;
  virtual void token(const JsonToken& token) = 0;
  /// What is open is given up; no bracket of it will be closed.
  virtual void broke(const JsonBreak& at) = 0;
  /// Whether no more is to be taken from the present push.
  virtual bool full() const { return false; }
};

class JsonTokens {
 public:
  /// Where reading goes on behind a break: nowhere; at the next line, where every value has a line
  /// of its own (a line end inside a value is a break then); at the next line that begins with an
  /// opening bracket.
  enum class AfterBreak : uint8_t { stop, nextLine, nextOpening };
  explicit JsonTokens(AfterBreak after) : after_(after) {}

  /// Any chunking gives the same tokens. Returns how many bytes were taken: all, unless the sink is
  /// full.
  size_t push(std::string_view text, JsonSink& sink);
  void finish(JsonSink& sink);

 private:
  enum class Inside : uint8_t { nothing, string, escape, hex, word, lost, lineStart, end };
  enum class Expect : uint8_t { value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd };

  void step(JsonSink& sink);
  void between(JsonSink& sink);
  void readString(JsonSink& sink);
  bool readEscape(char byte);
  void readWord(JsonSink& sink);
  void endWord(JsonSink& sink);
  void skipLost();
  void startToken(Inside inside, size_t begin);
  void endToken(JsonToken::Kind kind, JsonSink& sink);
  void keepToken();
  void open(char bracket, JsonSink& sink);
  void close(char bracket, JsonSink& sink);
  void afterValue() { expect_ = open_.empty() ? Expect::value : Expect::commaOrEnd; }
  bool wantsValue() const { return expect_ == Expect::value || expect_ == Expect::valueOrEnd; }
  void lineEnd();
  void breakOff(JsonSink& sink);

  AfterBreak after_;
  Inside inside_ = Inside::nothing;
  Expect expect_ = Expect::value;
  std::string open_;  // the opening brackets of what is not closed
  unsigned hexLeft_ = 0;

  std::string_view text_;  // of the present push, read up to at_
  size_t at_ = 0;
  size_t tokenBegin_ = 0;
  std::string token_;  // the part of it that came with earlier pushes
  bool cut_ = false;
  std::string tail_;     // the last bytes of earlier pushes
  uint64_t before_ = 0;  // bytes of earlier pushes
  uint64_t lineAt_ = 0;  // where the line begins
  uint64_t line_ = 1;
};

/// Appends what the text between the quotes of a string stands for. A surrogate without its partner
/// is U+FFFD.
void appendUnescaped(std::string& out, std::string_view raw);

}  // namespace upgrade_rate

// See core/bytes/json_tokens.h.
#include "core/bytes/json_tokens.h"

#include <algorithm>
#include <utility>

#include "core/bytes/digit.h"
#include "core/bytes/records.h"
#include "core/bytes/utf8.h"

namespace upgrade_rate {
namespace {

/// Deeper documents are refused: no table is.
constexpr size_t kMostOpen = 256;

bool isWordByte(char byte) {
  const char lower = static_cast<char>(byte | 0x20);
  return (lower >= 'a' && lower <= 'z') || isDigit(byte) || byte == '-' || byte == '+' ||
         byte == '.';
}

int hexValue(char byte) {
  if (isDigit(byte)) return byte - '0';
  const char lower = static_cast<char>(byte | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The first byte from `at` on that means something in a string.
size_t plainEnd(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '"' && text[at] != '\\' &&
         static_cast<unsigned char>(text[at]) >= ' ') {
    ++at;
  }
  return at;
}

/// How many digits `word` begins with; they are removed.
size_t takeDigits(std::string_view& word) {
  size_t digits = 0;
  while (digits < word.size() && isDigit(word[digits])) ++digits;
  word.remove_prefix(digits);
  return digits;
}

bool isNumber(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  const bool zero = word.starts_with('0');
  const size_t whole = takeDigits(word);
  if (whole == 0 || (zero && whole > 1)) return false;
  if (word.starts_with('.')) {
    word.remove_prefix(1);
    if (takeDigits(word) == 0) return false;
  }
  if (word.starts_with('e') || word.starts_with('E')) {
    word.remove_prefix(1);
    if (word.starts_with('+') || word.starts_with('-')) word.remove_prefix(1);
    if (takeDigits(word) == 0) return false;
  }
  return word.empty();
}

bool isWord(std::string_view word) {
  return word == "true" || word == "false" || word == "null" || isNumber(word) || word == "NaN" ||
         word == "Infinity" || word == "-Infinity";
}

/// The four digits of an escape \uXXXX.
uint32_t codeUnit(std::string_view digits) {
  uint32_t unit = 0;
  for (const char digit : digits) unit = unit * 16 + static_cast<uint32_t>(hexValue(digit));
  return unit;
}

/// `raw` begins behind "\u" of a first surrogate's digits; reads the second one, if it is there.
uint32_t pairedWith(uint32_t high, std::string_view raw) {
  if (!raw.starts_with("\\u") || raw.size() < 6) return 0;
  const uint32_t low = codeUnit(raw.substr(2, 4));
  return (low & 0xfc00) == 0xdc00 ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : 0;
}

/// The last line that is not blank in the end of `text`, cut between characters. The end is taken
/// first: of what came in earlier pushes no more is kept.
std::string lastOfLine(std::string_view text) {
  text = text.substr(text.size() - std::min(text.size(), kJsonBreakBytes));
  text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
  text = text.substr(text.find_last_of("\r\n") + 1);
  while (!text.empty() && (text[0] & 0xC0) == 0x80) text.remove_prefix(1);
  return std::string(text);
}

char unescapedByte(char byte) {
  constexpr std::string_view kEscapes = "bfnrt";
  const size_t at = kEscapes.find(byte);
  return at == std::string_view::npos ? byte : "\b\f\n\r\t"[at];
}

}  // namespace

void appendUnescaped(std::string& out, std::string_view raw) {
  for (size_t at; (at = raw.find('\\')) != std::string_view::npos && at + 1 < raw.size();) {
    out.append(raw.substr(0, at));
    const char kind = raw[at + 1];
    raw.remove_prefix(at + 2);
    if (kind != 'u') {
      out.push_back(unescapedByte(kind));
      continue;
    }
    const uint32_t unit = codeUnit(raw.substr(0, 4));
    raw.remove_prefix(std::min<size_t>(4, raw.size()));
    const bool surrogate = (unit & 0xf800) == 0xd800;
    const uint32_t pair = (unit & 0xfc00) == 0xd800 ? pairedWith(unit, raw) : 0;
    if (pair != 0) raw.remove_prefix(6);
    appendUtf8(out, pair != 0 ? pair : surrogate ? 0xfffd : unit);
  }
  out.append(raw);
}

size_t JsonTokens::push(std::string_view text, JsonSink& sink) {
  text_ = text;
  at_ = tokenBegin_ = 0;
  while (at_ < text_.size() && !sink.full()) step(sink);
  keepToken();
  before_ += at_;
  tail_.append(text_.substr(at_ - std::min(at_, kJsonBreakBytes), std::min(at_, kJsonBreakBytes)));
  tail_.erase(0, tail_.size() - std::min(tail_.size(), kJsonBreakBytes));
  text_ = {};
  return std::exchange(at_, 0);
}

void JsonTokens::finish(JsonSink& sink) {
  tokenBegin_ = 0;
  if (inside_ == Inside::word) endWord(sink);
  const bool whole = inside_ == Inside::nothing && open_.empty();
  const bool given = inside_ == Inside::lost || inside_ == Inside::lineStart;
  if (!whole && !given && inside_ != Inside::end) breakOff(sink);
  inside_ = Inside::end;
}

void JsonTokens::step(JsonSink& sink) {
  switch (inside_) {
    case Inside::nothing:
      return between(sink);
    case Inside::string:
    case Inside::escape:
    case Inside::hex:
      return readString(sink);
    case Inside::word:
      return readWord(sink);
    case Inside::lost:
    case Inside::lineStart:
      return skipLost();
    case Inside::end:
      at_ = text_.size();
  }
}

/// One byte outside strings and words.
void JsonTokens::between(JsonSink& sink) {
  const char byte = text_[at_];
  switch (byte) {
    case ' ':
    case '\t':
    case '\r':
      break;
    case '\n':
      if (after_ == AfterBreak::nextLine && !open_.empty()) return breakOff(sink);
      lineEnd();
      break;
    case '{':
    case '[':
      return open(byte, sink);
    case '}':
    case ']':
      return close(byte, sink);
    case ',':
      if (expect_ != Expect::commaOrEnd) return breakOff(sink);
      expect_ = open_.back() == '{' ? Expect::key : Expect::value;
      break;
    case ':':
      if (expect_ != Expect::colon) return breakOff(sink);
      expect_ = Expect::value;
      break;
    case '"':
      if (expect_ == Expect::colon || expect_ == Expect::commaOrEnd) return breakOff(sink);
      return startToken(Inside::string, ++at_);
    default:
      if (!wantsValue() || !isWordByte(byte)) return breakOff(sink);
      return startToken(Inside::word, at_);
  }
  ++at_;
}

void JsonTokens::open(char bracket, JsonSink& sink) {
  if (!wantsValue() || open_.size() == kMostOpen) return breakOff(sink);
  const bool object = bracket == '{';
  open_.push_back(bracket);
  expect_ = object ? Expect::keyOrEnd : Expect::valueOrEnd;
  ++at_;
  sink.token(
      {object ? JsonToken::Kind::beginObject : JsonToken::Kind::beginArray, {}, line_, false});
}

void JsonTokens::close(char bracket, JsonSink& sink) {
  const bool object = bracket == '}';
  const Expect empty = object ? Expect::keyOrEnd : Expect::valueOrEnd;
  const bool fits = !open_.empty() && open_.back() == (object ? '{' : '[');
  if (!fits || (expect_ != Expect::commaOrEnd && expect_ != empty)) return breakOff(sink);
  open_.pop_back();
  afterValue();
  ++at_;
  sink.token({object ? JsonToken::Kind::endObject : JsonToken::Kind::endArray, {}, line_, false});
}

void JsonTokens::startToken(Inside inside, size_t begin) {
  inside_ = inside;
  tokenBegin_ = begin;
  token_.clear();
  cut_ = false;
}

/// Keeps what the present push holds of an open token, so that its text can go.
void JsonTokens::keepToken() {
  const bool isOpen = inside_ == Inside::string || inside_ == Inside::escape ||
                      inside_ == Inside::hex || inside_ == Inside::word;
  if (!isOpen) return;
  const size_t room = kMaxCellBytes - token_.size();
  cut_ |= at_ - tokenBegin_ > room;
  token_.append(text_.substr(tokenBegin_, std::min(room, at_ - tokenBegin_)));
  tokenBegin_ = at_;
}

/// The token ends before `at_`.
void JsonTokens::endToken(JsonToken::Kind kind, JsonSink& sink) {
  std::string_view text = text_.substr(tokenBegin_, at_ - tokenBegin_);
  if (!token_.empty()) {
    keepToken();
    text = token_;
  }
  cut_ |= text.size() > kMaxCellBytes;
  inside_ = Inside::nothing;
  sink.token({kind, text.substr(0, kMaxCellBytes), line_, cut_});
}

/// One byte behind a backslash. False: no escape has it.
bool JsonTokens::readEscape(char byte) {
  if (inside_ == Inside::hex) {
    if (--hexLeft_ == 0) inside_ = Inside::string;
    return hexValue(byte) >= 0;
  }
  inside_ = byte == 'u' ? Inside::hex : Inside::string;
  hexLeft_ = 4;
  return std::string_view("\"\\/bfnrtu").find(byte) != std::string_view::npos;
}

void JsonTokens::readString(JsonSink& sink) {
  for (; at_ < text_.size(); ++at_) {
    if (inside_ == Inside::string) at_ = plainEnd(text_, at_);
    if (at_ == text_.size()) return;
    const char byte = text_[at_];
    if (inside_ != Inside::string) {
      if (!readEscape(byte)) return breakOff(sink);
    } else if (byte == '\\') {
      inside_ = Inside::escape;
    } else if (byte == '\n' || byte == '\r') {
      return breakOff(sink);
    } else if (byte == '"') {
      const bool isKey = expect_ == Expect::key || expect_ == Expect::keyOrEnd;
      if (isKey) {
        expect_ = Expect::colon;
      } else {
        afterValue();
      }
      endToken(isKey ? JsonToken::Kind::key : JsonToken::Kind::string, sink);
      ++at_;
      return;
    }
  }
}

void JsonTokens::readWord(JsonSink& sink) {
  while (at_ < text_.size() && isWordByte(text_[at_])) ++at_;
  if (at_ < text_.size()) endWord(sink);
}

void JsonTokens::endWord(JsonSink& sink) {
  std::string joined;
  std::string_view word = text_.substr(tokenBegin_, at_ - tokenBegin_);
  if (!token_.empty()) word = joined = token_ + std::string(word);
  if (!isWord(word)) return breakOff(sink);
  afterValue();
  endToken(JsonToken::Kind::word, sink);
}

void JsonTokens::lineEnd() {
  ++line_;
  lineAt_ = before_ + at_ + 1;
}

void JsonTokens::skipLost() {
  if (inside_ == Inside::lineStart) {
    const bool opens = text_[at_] == '{' || text_[at_] == '[';
    inside_ = opens || after_ == AfterBreak::nextLine ? Inside::nothing : Inside::lost;
    return;
  }
  at_ = std::min(text_.find('\n', at_), text_.size());
  if (at_ == text_.size()) return;
  lineEnd();
  ++at_;
  inside_ = Inside::lineStart;
}

void JsonTokens::breakOff(JsonSink& sink) {
  const std::string before = tail_ + std::string(text_.substr(0, at_ + 1));
  open_.clear();
  expect_ = Expect::value;
  inside_ = after_ == AfterBreak::stop ? Inside::end : Inside::lost;
  sink.broke({line_, before_ + at_ - lineAt_ + 1, lastOfLine(before)});
}

}  // namespace upgrade_rate

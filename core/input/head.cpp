#include "core/input/head.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/bytes/json_layout.h"
#include "core/bytes/table_text.h"
#include "core/input/detect.h"
#include "core/input/ledger.h"

namespace upgrade_rate {

namespace {

constexpr size_t kProfiledRecords = 2000;
constexpr size_t kPreviewRecords = 9;  // a header and eight rows

struct Signature {
  std::string_view bytes;
  std::string_view what;
  std::string_view advice;
};

using namespace std::string_view_literals;

constexpr Signature kSignatures[] = {
    {"\x89PNG"sv, "a PNG picture", "Bring the table itself, not a picture of it."},
    {"\xFF\xD8\xFF"sv, "a JPEG picture", "Bring the table itself, not a picture of it."},
    {"GIF8"sv, "a GIF picture", "Bring the table itself, not a picture of it."},
    {"%PDF"sv, "a PDF document", "Export the table as CSV."},
    {"PK\x03\x04"sv, "a zip archive or an Excel workbook",
     "Save the sheet as CSV (comma delimited), or copy its cells and paste them."},
    {"\xD0\xCF\x11\xE0"sv, "an old Excel workbook (.xls) or an encrypted one",
     "Save the sheet as CSV, or copy its cells and paste them."},
    {"\x1F\x8B"sv, "a gzip archive", "Unpack it first."},
    {"SQLite format 3"sv, "an SQLite database", "Export the table as CSV."},
    {"PAR1\x15"sv, "a Parquet file", "Export the table as CSV."},
    {"\x7F"
     "ELF"sv,
     "a program", "Bring a table exported as CSV."},
    {"<!DOCTYPE"sv, "a web page", "Copy the table's cells and paste them, or export it as CSV."},
    {"<html"sv, "a web page", "Copy the table's cells and paste them, or export it as CSV."},
    {"<table"sv, "a web page", "Copy the table's cells and paste them, or export it as CSV."},
    {"<?xml"sv, "an XML document", "Export the table as CSV."},
};

Error binary(std::string_view what, std::string_view advice) {
  return {"input.binary", "",
          "This is " + std::string(what) + ", not a table of text. " + std::string(advice)};
}

// Control signs that no text has, NUL included. One of them may be the delimiter, as 0x01 is of
// some databases: then it does not count, if most bytes are text.
size_t controlBytes(std::string_view text) {
  std::array<size_t, 0x1B> counts = {};
  size_t all = 0;
  for (const char byte : text) {
    const unsigned char value = byte;
    if (value >= counts.size() || (value >= 0x09 && value <= 0x0D)) continue;
    ++counts[value];
    ++all;
  }
  const size_t most = *std::max_element(counts.begin() + 1, counts.end());
  return all * 2 > text.size() ? all : all - most;
}

std::optional<Error> notText(std::span<const char> head, Encoding encoding) {
  const std::string_view bytes(head.data(), head.size());
  const std::string_view text =
      bytes.substr(std::min(bytes.find_first_not_of(" \r\n\t"), bytes.size()));
  for (const Signature& signature : kSignatures) {
    if (text.starts_with(signature.bytes)) return binary(signature.what, signature.advice);
  }
  const bool utf16 = encoding == Encoding::utf16le || encoding == Encoding::utf16be;
  const size_t control = utf16 ? 0 : controlBytes(bytes);
  if (control * 10 <= bytes.size()) return std::nullopt;
  return binary("a file of bytes that no text has (" + std::to_string(control) + " of its first " +
                    std::to_string(bytes.size()) + ")",
                "Bring a table exported as CSV.");
}

// The records that are complete within the head; where the head ends inside its first record, or
// is the whole file, also the one that its end completes.
SampleRows headRows(const Dialect& dialect, std::string_view text, bool whole) {
  RecordReader records(dialect);
  records.push(text);
  SampleRows rows = sampleRows(records.batch(), dialect, kProfiledRecords);
  if (!whole && !rows.empty()) return rows;
  records.finish();
  SampleRows last = sampleRows(records.batch(), dialect, 1);
  rows.insert(rows.end(), last.begin(), last.end());
  return rows;
}

// Header, columns, shape and formats from the first records.
std::optional<Error> readTable(const SampleRows& rows, bool whole, const ReadingRequest& request,
                               Head& found) {
  Reading& reading = found.reading;
  HeaderPlace place = findHeader(rows);
  if (request.header) place.header = *request.header;
  if (request.skipRows) place.skipRows = *request.skipRows;
  if (reading.json && reading.json->objects) place = {true, 0};
  reading.header = place.header;
  reading.skipRows = place.skipRows;
  if (place.skipRows >= rows.size()) {
    return Error{"setting.value", "skipRows",
                 "There is nothing below the " + std::to_string(place.skipRows) +
                     " lines to skip: " + std::to_string(rows.size()) +
                     " were found. Skip fewer lines."};
  }
  const size_t previewEnd = std::min(rows.size(), place.skipRows + kPreviewRecords);
  found.preview.assign(rows.begin() + place.skipRows, rows.begin() + previewEnd);
  const std::vector<ColumnProfile> columns = profileColumns(rows, place);
  if (place.header && rows.size() <= place.skipRows + 1 && whole) {
    return Error{"input.headerOnly", "",
                 "The file has a header and no rows. Found " + describeColumns(columns) +
                     ". Export it again with its rows."};
  }
  const size_t first = std::min(rows.size(), place.skipRows + (place.header ? size_t{1} : 0));
  return detectReading(reading, request, columns, std::span(rows).subspan(first));
}

// The same of JSON.
SampleRows headRows(const JsonLayout& json, std::span<const char> head, Encoding encoding,
                    bool whole) {
  TableText text(encoding, &json);
  RecordReader records({});
  SampleRows rows;
  const auto take = [&] {
    while (text.next(records)) {
      for (auto& row : sampleRows(records.batch(), {}, kProfiledRecords - rows.size())) {
        rows.push_back(std::move(row));
      }
    }
  };
  text.push(head);
  take();
  if (whole) text.finish();
  take();
  return rows;
}

Error brokenJson(const JsonBreak& at) {
  return {"input.brokenJson", "line " + std::to_string(at.line),
          "This begins as JSON and is none any more at byte " + std::to_string(at.byte) +
              " of line " + std::to_string(at.line) + ", before its first row is whole: " +
              problemText(at.before) + " Correct it there, or export the file again."};
}

// Whether the text is JSON; then its layout is filled in, or the error.
bool findJsonRows(std::string_view text, bool whole, const ReadingRequest& request, Head& found) {
  JsonFound json = findJson(text, whole);
  if (json.broken) found.error = brokenJson(*json.broken);
  if (!json.layout) return json.broken.has_value();
  if (!request.jsonKeys.empty()) json.layout->keys = request.jsonKeys;
  found.reading.json = std::move(json.layout);
  return true;
}

Dialect askedDialect(std::string_view text, const ReadingRequest& request) {
  Dialect dialect = sniffDialect(text);
  if (request.delimiter) dialect.delimiter = *request.delimiter;
  if (request.quote) dialect.quote = *request.quote;
  return dialect;
}

}  // namespace

Head readHead(std::span<const char> head, bool whole, const ReadingRequest& request) {
  Head found;
  Reading& reading = found.reading;
  reading.sheet = request.sheetRead;
  reading.encoding =
      reading.sheet ? Encoding::utf8 : request.encoding.value_or(sniffEncoding(head));
  if (!reading.sheet && (found.error = notText(head, reading.encoding))) return found;
  Utf8Decoder decoder(reading.encoding);
  std::string text(decoder.decode(head));
  if (whole) text += decoder.finish();
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
    found.error = {"input.empty", "", "The file is empty. Bring a table with a header and rows."};
    return found;
  }
  if (!reading.sheet && findJsonRows(text, whole, request, found)) {
    if (found.error) return found;
    const SampleRows rows = headRows(*reading.json, head, reading.encoding, whole);
    found.error = readTable(rows, whole, request, found);
    return found;
  }
  if (!reading.sheet) reading.dialect = askedDialect(text, request);
  found.error = readTable(headRows(reading.dialect, text, whole), whole, request, found);
  return found;
}

}  // namespace upgrade_rate

#include "core/report/slice_order.h"

#include "core/report/object_reader.h"
#include "core/report/settings_files.h"

namespace upgrade_rate {

namespace {

constexpr double kEndOfWholeNumbers = 9007199254740993.0;  // 2^53 + 1

uint64_t place(ObjectReader& reader, std::string_view key) {
  double number = 0;
  reader.number(key, -1, kEndOfWholeNumbers, number);
  return static_cast<uint64_t>(number < 0 ? 0 : number);
}

Corrections readCorrections(ObjectReader& reader) {
  ReadingRequest request;
  readFormats(reader, request);
  return {request.encoding, request.dateFormat, request.decimal};
}

}  // namespace

std::string writeSliceOrder(const SliceOrder& order) {
  Json document = members({{"from", order.from}, {"to", order.to}});
  if (order.start) {
    put(document, {"start", *order.start});
    put(document, {"recordsBefore", order.recordsBefore});
  }
  const Corrections& corrections = order.corrections;
  if (corrections.encoding) put(document, {"encoding", encodingName(*corrections.encoding)});
  if (corrections.dateFormat)
    put(document, {"dateFormat", dateFormatName(*corrections.dateFormat)});
  if (corrections.decimal) put(document, {"decimal", std::string(1, *corrections.decimal)});
  return dumpJson(document);
}

Result<SliceOrder> readSliceOrder(std::string_view text) {
  const Result<Json> document = parseJson(text, "slice");
  if (!document) return document.error();
  std::optional<Error> error;
  ObjectReader reader(document.value(), "slice", error);
  SliceOrder order;
  order.from = place(reader, "from");
  order.to = place(reader, "to");
  if (reader.value("start") != nullptr) order.start = place(reader, "start");
  order.recordsBefore = place(reader, "recordsBefore");
  order.corrections = readCorrections(reader);
  reader.finish();
  if (error) return *error;
  return order;
}

}  // namespace upgrade_rate

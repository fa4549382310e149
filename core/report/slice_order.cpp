#include "core/report/slice_order.h"

#include "core/report/object_reader.h"

namespace upgrade_rate {

namespace {

constexpr double kEndOfWholeNumbers = 9007199254740993.0;  // 2^53 + 1

uint64_t place(ObjectReader& reader, std::string_view key) {
  double number = 0;
  reader.number(key, -1, kEndOfWholeNumbers, number);
  return static_cast<uint64_t>(number < 0 ? 0 : number);
}

void readCorrections(ObjectReader& reader, Corrections& corrections) {
  if (const auto encoding =
          reader.choice("encoding", {"utf-8", "utf-16le", "utf-16be", "windows-1252"})) {
    corrections.encoding = static_cast<Encoding>(*encoding);
  }
  std::optional<std::string> format;
  reader.text("dateFormat", format);
  if (format) corrections.dateFormat = dateFormatNamed(*format);
  if (const auto decimal = reader.choice("decimal", {".", ","})) {
    corrections.decimal = *decimal == 0 ? '.' : ',';
  }
}

}  // namespace

std::string writeSliceOrder(const SliceOrder& order) {
  Json document = {{"from", order.from}, {"to", order.to}};
  if (order.start) {
    document["start"] = *order.start;
    document["recordsBefore"] = order.recordsBefore;
  }
  const Corrections& corrections = order.corrections;
  if (corrections.encoding) document["encoding"] = encodingName(*corrections.encoding);
  if (corrections.dateFormat) document["dateFormat"] = dateFormatName(*corrections.dateFormat);
  if (corrections.decimal) document["decimal"] = std::string(1, *corrections.decimal);
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
  readCorrections(reader, order.corrections);
  reader.finish();
  if (error) return *error;
  return order;
}

}  // namespace upgrade_rate

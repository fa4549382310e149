// What the engine answers about a load that is there: summary, reports, what may be shared, tables.
#include <utility>

#include "core/cells/date.h"
#include "core/report/engine.h"
#include "core/report/files_found.h"
#include "core/report/object_reader.h"
#include "core/report/period_json.h"
#include "core/report/set_aside_rows.h"
#include "core/report/share/aggregates.h"
#include "core/report/sql/sql.h"

namespace upgrade_rate {

namespace {

Result<Host> readHost(std::string_view text) {
  const Result<Json> document = parseJson(text, "host");
  if (!document) return document.error();
  std::optional<Error> error;
  ObjectReader reader(document.value(), "host", error);
  Host host;
  reader.text("today", host.today);
  std::string name;
  std::vector<ZoneTransition> transitions;
  if (const Json* zone = reader.object("zone")) {
    ObjectReader zoneReader(*zone, "host.zone", error);
    zoneReader.text("name", name);
    if (const Json* list = zoneReader.array("transitions")) {
      for (const Json& each : *list) {
        if (!each.is_array() || each.size() != 2 || !each[0].is_number() || !each[1].is_number()) {
          return Error{"host.zone", "host.zone.transitions",
                       "Every transition is a pair of numbers."};
        }
        transitions.push_back({each[0].get<int64_t>(), each[1].get<int32_t>()});
      }
    }
  }
  if (error) return *error;
  if (!readDate(host.today, DateFormat::yearMonthDay)) {
    return Error{"host.today", "host.today", "The host must say which day it is: 2026-01-31."};
  }
  host.zone = TimeZone(name.empty() ? "UTC" : name, std::move(transitions));
  return host;
}

Error unknownZone(const std::string& name) {
  return {"host.zone", "timeZone", "The host knows no time zone \"" + name + "\"."};
}

}  // namespace

uint64_t Engine::rows() const {
  uint64_t rows = 0;
  for (const auto& file : loaded_->files) rows += file->ledger().rows;
  return rows;
}

Result<std::string> Engine::summary() const {
  if (loaded_ == nullptr) return Error{"engine.notLoaded", "", "Load a file first."};
  return dumpJson(members({{"files", writeFilesFound(*loaded_)},
                           {"rows", rows()},
                           {"timeZone", loaded_->timeZone},
                           {"columns", writeColumns(*loaded_, settings_)}}));
}

bool Engine::needsReading(std::string_view settings) const {
  const Result<Settings> read = readSettings(settings);
  if (!read || loaded_ == nullptr) return false;
  for (size_t i = 0; i < loaded_->files.size(); ++i) {
    const FileReader& file = *loaded_->files[i];
    if (!file.agreesWith(requestFor(read.value(), file.name(), i))) return true;
  }
  return false;
}

Result<ReportParts> Engine::parts(std::string_view settings, std::string_view host,
                                  ReportPart part) {
  if (!usable_) return Error{"engine.notLoaded", "", "Load a file with usable rows first."};
  const Result<Settings> read = readSettings(settings);
  if (!read) return read.error();
  const Result<Host> readFrom = readHost(host);
  if (!readFrom) return readFrom.error();
  const std::string zone = loaded_->timeZone.value_or(read->timeZone);
  if (readFrom->zone.name() != zone) return unknownZone(zone);
  return makeReport(*loaded_, read.value(), readFrom.value(), cache_, part);
}

Result<std::string> Engine::report(std::string_view settings, std::string_view host,
                                   ReportPart part) {
  const Result<ReportParts> found = parts(settings, host, part);
  if (!found) return found.error();
  return dumpJson(writeReport(found.value()));
}

Result<std::string> Engine::aggregates(std::string_view settings, std::string_view host,
                                       std::string_view options) {
  const Result<ShareOptions> asked = readShareOptions(options);
  if (!asked) return asked.error();
  const Result<ReportParts> found = parts(settings, host, ReportPart::whole);
  if (!found) return found.error();
  const Result<Host> readFrom = readHost(host);
  const Result<Json> document = writeAggregates(found.value(), readFrom->zone, asked.value());
  if (!document) return document.error();
  return dumpJson(document.value());
}

Result<std::string> Engine::opened(std::string_view document, std::string_view host) {
  const Result<Host> readFrom = readHost(host);
  if (!readFrom) return readFrom.error();
  const Result<ReportParts> found = readAggregates(document, readFrom->zone);
  if (!found) return found.error();
  return dumpJson(writeReport(found.value()));
}

Result<std::string> Engine::sql(std::string_view settings, std::string_view host,
                                std::string_view request) {
  const Result<Settings> read = readSettings(settings);
  if (!read) return read.error();
  const Result<Host> readFrom = readHost(host);
  if (!readFrom) return readFrom.error();
  if (readFrom->zone.name() != read->timeZone) return unknownZone(read->timeZone);
  const Result<SqlRequest> asked = readSqlRequest(request);
  if (!asked) return asked.error();
  const Result<std::string> sql = writeSql(read.value(), readFrom->zone, asked.value());
  if (!sql) return sql.error();
  return dumpJson(Json(sql.value()));
}

void Engine::openTable(uint32_t index) {
  table_ = std::make_unique<TableWriter>(loaded_->files[index]->reading());
}

void Engine::openSetAside(uint32_t index) {
  table_ = std::make_unique<TableWriter>(loaded_->files[index]->reading(),
                                         setAsideOf(*loaded_, cache_, index));
}

}  // namespace upgrade_rate

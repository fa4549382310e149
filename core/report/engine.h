// The one handle a host holds: files in, chunk by chunk; documents out.
//
// Calls in this order: begin; for each file openFile, push …, closeFile (and again from openFile
// when closeFile says so); finish; then report as often as wanted.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/input/file_reader.h"
#include "core/input/slice.h"
#include "core/report/loaded.h"
#include "core/report/report.h"
#include "core/report/settings.h"
#include "core/report/table_writer.h"
#include "core/result.h"

namespace upgrade_rate {

/// More names of plans are refused: that column is another one.
constexpr uint32_t kMostPlans = 10'000;

class Engine {
 public:
  /// Forgets what was loaded. `files`: [{"name": …}, …] in the order in which they will come;
  /// with "sheet" the file is a workbook, and what comes is that sheet as RFC 4180 in UTF-8.
  std::optional<Error> begin(std::string_view settings, std::string_view files);
  void openFile(uint32_t index);
  /// False: the file cannot be read on; close it.
  bool push(std::span<const char> bytes);
  /// True: read the file again from its first byte.
  bool closeFile();

  // A file in slices, by several engines: who calls what and when stands in core/input/slice.h. An
  // order is a document that goes from engine to engine as it is; {"from": 0, "to": 1000000} will
  // do for a first reading. Of one by orderAgain the host takes "start", the byte to push from.
  std::optional<Error> openSlice(uint32_t index, std::string_view order);
  /// False: the file cannot be read in slices.
  bool pushHead(std::span<const char> head) { return slice_->pushHead(head); }
  void closeSlice() { slice_->close(); }
  /// Empty: there is no more. Holds until the next call.
  std::string_view exportPart() { return slice_->exportPart(); }
  /// False: this slice is to be read again by orderAgain.
  bool importPart(std::string_view part) { return slice_->importPart(part); }
  std::string order(uint32_t index, uint64_t from, uint64_t to) const;
  std::string orderAgain(uint64_t from, uint64_t to) const;
  /// Nothing usable is an error that says what was looked for and what was found.
  std::optional<Error> finish();

  uint64_t rows() const;
  Result<std::string> summary() const;
  /// Whether these settings need the files read again.
  bool needsReading(std::string_view settings) const;
  /// `host`: {"today": …, "zone": {"name": …, "transitions": [[seconds, offset], …]}}.
  Result<std::string> report(std::string_view settings, std::string_view host,
                             ReportPart part = ReportPart::whole);
  /// What of that report may leave the page (core/report/share/aggregates.h). `options`:
  /// {"fewest": 5, "parts": ["periods", "segments", "cohorts", "paths", "money"]}.
  Result<std::string> aggregates(std::string_view settings, std::string_view host,
                                 std::string_view options);
  /// The report that such a document gives again; nothing needs to be loaded.
  static Result<std::string> opened(std::string_view document, std::string_view host);

  /// The same KPI as a statement for a warehouse (core/report/sql/sql.h); nothing needs to be
  /// loaded. `request`: {"dialect": "duckdb", "from": "analytics.plan_changes"}.
  static Result<std::string> sql(std::string_view settings, std::string_view host,
                                 std::string_view request);

  /// Writes file `index` out as it was read, while it is pushed again.
  void openTable(uint32_t index);
  /// The same for its rows that the last report did not use, each behind its line and the code of
  /// its problem.
  void openSetAside(uint32_t index);
  void pushTable(std::span<const char> bytes) { table_->push(bytes); }
  void closeTable() { table_->finish(); }
  std::string_view tableText() const { return table_->text(); }

 private:
  Result<ReportParts> parts(std::string_view settings, std::string_view host, ReportPart part);
  std::optional<Error> nothingUsable() const;
  std::optional<Error> tooManyPlans() const;
  void refuseOtherShape(uint32_t index);
  void settleShape();
  void joinTables();
  void orderFiles();
  void settleCurrencies();
  std::optional<Error> settleZone();

  Settings settings_;
  std::unique_ptr<Loaded> loaded_;
  std::vector<EventFile> ranges_;  // per file, its events
  uint32_t open_ = 0;
  std::unique_ptr<SliceReader> slice_;
  bool usable_ = false;
  ReportCache cache_;
  std::unique_ptr<TableWriter> table_;
};

}  // namespace upgrade_rate

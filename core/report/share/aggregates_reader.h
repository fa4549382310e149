// Reads an aggregates document block by block: the settings and periods first, which all else hangs
// on. The first thing that does not fit is the error that stands.
#pragma once

#include <optional>
#include <vector>

#include "core/cells/iso.h"
#include "core/report/report_parts.h"
#include "core/report/share/number_columns.h"
#include "core/report/share/shared_journeys.h"
#include "core/result.h"
#include "core/timeline/time_zone.h"

namespace upgrade_rate {

class AggregatesReader {
 public:
  AggregatesReader(const Json& document, const TimeZone& zone) : document_(document), zone_(zone) {}

  Result<ReportParts> read();

 private:
  const Json& block(const char* key) const {
    const auto at = document_.find(key);
    return at == document_.end() ? none_ : *at;
  }
  bool readSharedSettings();
  void readData();
  void readPeriods();
  void readCounts(ListReader& list, const std::vector<int64_t>& gaps);
  void readChanges(ListReader& list);
  void readYearChanges(ListReader& list);
  void readHeadline();
  bool judgePeriod(PeriodFigures& period, bool gap);
  void readBlocks();
  void note();
  void noteFollowed();
  void find();
  Json dayJson(const std::optional<int64_t>& day) const {
    return day ? Json(isoInstant(zone_.dayStart(*day))) : Json(nullptr);
  }
  const RateOptions& rate() const { return parts_.settings.rate; }
  void damagedIn(const char* where) {
    if (!error_) error_ = damagedShare(where);
  }

  const Json& document_;
  const TimeZone& zone_;
  Json none_;
  std::optional<Error> error_;
  ReportParts parts_;
  Notes carried_;
  size_t filters_ = 0;
  bool totals_ = false, baseKnown_ = true;
  std::optional<int64_t> dataUntil_;
  JourneysFound found_;
};

}  // namespace upgrade_rate

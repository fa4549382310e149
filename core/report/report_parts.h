// What a report says, before it is written down: figures as structs, and the blocks that are about
// the files as documents. Every way to a report (rows about customers, rows that count, counts that
// somebody shared) ends here, so that one writer writes all of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/kpi/analysis.h"
#include "core/kpi/findings.h"
#include "core/kpi/trend_figures.h"
#include "core/report/json.h"
#include "core/report/notes.h"
#include "core/report/settings.h"

namespace upgrade_rate {

struct ReportParts {
  Settings settings;  ///< in force
  Json files;         ///< `files[]` of the settings
  Json ledger;
  Json data;
  Notes notes;
  std::vector<PeriodFigures> periods;
  std::optional<Headline> headline;
  int32_t fiscalStartMonth = 1;  ///< that the periods follow
  TrendFigures trend;
  std::vector<LaunchEffect> launches;  ///< as settings.launches
  std::optional<std::vector<SegmentTable>> segments;
  std::optional<Journeys> journeys;
  std::vector<std::string> planNames;  ///< that paths speak of
  bool oneCurrency = true;             ///< else values of paths cannot be summed
  std::vector<Finding> findings;
  bool unfinished = false;  ///< only what counts of periods give, the rest is still to come
  /// Blocks of `journeys` that whoever shared these figures left out: they are null.
  struct LeftOut {
    bool cohorts = false, timeToUpgrade = false, stickiness = false;
  } leftOut;
};

Json writeReport(const ReportParts& parts);

}  // namespace upgrade_rate

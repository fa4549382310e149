#include "core/report/period_json.h"

#include <algorithm>

#include "core/cells/iso.h"
#include "core/report/figure_json.h"
#include "core/report/money_json.h"
#include "core/report/settings.h"

namespace upgrade_rate {

namespace {

Json writeInstant(const std::optional<int64_t>& micros) {
  return micros ? Json(isoInstant(*micros)) : Json(nullptr);
}

void writeCounts(const PeriodFigures& period, Json& object) {
  const PeriodCounts& counts = period.counts;
  const auto add = [&](const char* name, int64_t count, bool inTotals = false) {
    object[name] = period.fromTotals && !inTotals ? Json(nullptr) : Json(count);
  };
  // Counts of all customers there are, and of who joins.
  const auto addOfAll = [&](const char* name, int64_t count) {
    period.baseKnown ? add(name, count) : put(object, {name, nullptr});
  };
  const bool known = !period.fromTotals || period.fraction.has_value() || period.rate.has_value();
  period.baseKnown ? add("opening", counts.opening, known) : put(object, {"opening", nullptr});
  addOfAll("closing", counts.closing);
  addOfAll("joined", counts.joined);
  addOfAll("left", counts.left);
  addOfAll("new", counts.newCustomers);
  addOfAll("reactivated", counts.reactivated);
  addOfAll("converted", counts.converted);
  addOfAll("prospects", counts.prospects);
  addOfAll("active", counts.active);
  addOfAll("eligible", counts.eligible);
  add("upgraded", counts.upgraded, known);
  add("kept", counts.kept);
  add("upgradedNew", counts.upgradedNew);
  add("upsold", counts.upsold);
  add("upgradedOrUpsold", counts.upgradedOrUpsold);
  add("upsoldNew", counts.upsoldNew);
  add("upgradedOrUpsoldNew", counts.upgradedOrUpsoldNew);
  add("upgradeEvents", counts.upgradeEvents);
  add("downgraded", counts.downgraded);
  add("churned", counts.churned);
  put(object, {"netRate", period.netRate});
  put(object, {"byTier", Json::array()});
  for (const TierCounts& tier : counts.byTier) {
    if (!period.baseKnown) break;
    object["byTier"].push_back(members({{"tier", tier.tier},
                                        {"opening", tier.opening},
                                        {"upgraded", tier.upgraded},
                                        {"downgraded", tier.downgraded},
                                        {"churned", tier.churned}}));
  }
}

void writeJudgement(const PeriodFigures& period, const Bands& bands, Json& object) {
  const auto& fraction = period.fraction;
  const auto& over = fraction ? fraction : period.numeratorOnly;
  put(object, {"numerator", over ? writeScaled(over->numerator, over->scale) : Json(nullptr)});
  put(object, {"base", fraction ? writeScaled(fraction->base, fraction->scale) : Json(nullptr)});
  put(object, {"rate", period.rate});
  put(object, {"interval", writeInterval(period.interval)});
  put(object, {"band", period.band ? Json(bands[*period.band].name) : Json(nullptr)});
  put(object, {"bandLimits", period.bandLimits});
  put(object,
      {"bandAnnual", period.bandAnnual ? Json(bands[*period.bandAnnual].name) : Json(nullptr)});
  put(object, {"bandChances", nullptr});
  if (!period.chances.empty()) {
    Json chances = Json::object();
    for (size_t i = 0; i < bands.size(); ++i) chances[bands[i].name] = period.chances[i];
    put(object, {"bandChances", std::move(chances)});
  }
  put(object, {"toNextBand", period.toNextBand});
  put(object, {"toLowerBand", period.toLowerBand});
  put(object, {"change", writeChange(period.change)});
  put(object, {"changeYear", writeChange(period.changeYear)});
  put(object, {"pooled3", period.pooled3});
  put(object, {"pooled12", period.pooled12});
  put(object, {"unusual", Json::array()});
  if (period.unusual.beyondLimits) object["unusual"].push_back("beyondLimits");
  if (period.unusual.inRun) object["unusual"].push_back("run");
  put(object, {"value", writeMoney(period.value, period.baseKnown)});
}

Json writeProblem(const Problem& problem) {
  return members({{"code", problem.code},
                  {"file", problem.file},
                  {"line", problem.line},
                  {"column", problem.column},
                  {"text", problem.text},
                  {"advice", problemAdvice(problem.code)}});
}

std::string_view reasonName(HeadlineReason reason) {
  constexpr std::string_view kNames[] = {"last12Months", "longestRun", "range", "only"};
  return kNames[static_cast<size_t>(reason)];
}

std::string_view columnPart(const Reading& reading, const std::vector<int32_t>& segments,
                            int32_t column) {
  for (size_t i = 0; i < kParts; ++i) {
    if (reading.mapping.column[i] == column) return partName(static_cast<Part>(i));
  }
  if (std::find(segments.begin(), segments.end(), column) != segments.end()) return "segment";
  // All columns of periods, of which the mapping names the first.
  for (const PeriodColumn& period : reading.periods) {
    if (period.column == column) return partName(reading.periodsPart());
  }
  return {};
}

}  // namespace

Json writePeriod(const PeriodFigures& period, const Bands& bands) {
  Json object = members({{"start", writeInstant(period.start)},
                         {"end", writeInstant(period.end)},
                         {"label", period.label.empty() ? Json(nullptr) : Json(period.label)},
                         {"partial", period.partial}});
  writeCounts(period, object);
  writeJudgement(period, bands, object);
  put(object, {"why", writeCodes(period.why)});
  return object;
}

Json writePeriods(const std::vector<PeriodFigures>& periods, const Bands& bands) {
  Json list = Json::array();
  for (const PeriodFigures& period : periods) list.push_back(writePeriod(period, bands));
  return list;
}

Json writeHeadline(const std::optional<Headline>& headline, const Bands& bands) {
  if (!headline) return nullptr;
  Json object = writePeriod(headline->figures, bands);
  put(object, {"reason", reasonName(headline->reason)});
  return object;
}

Json writeLedger(const Loaded& loaded, const std::array<uint64_t, kRowFates>& rows,
                 const Problems& problems) {
  uint64_t all = 0, ignored = 0;
  uint64_t rejected = rows[static_cast<size_t>(RowFate::rejectedEnd)];
  for (const RowFate fate : {RowFate::ignored, RowFate::ignoredPlan, RowFate::ignoredStatus,
                             RowFate::ignoredNoEnd, RowFate::ignoredEmpty}) {
    ignored += rows[static_cast<size_t>(fate)];
  }
  Problems together;
  for (const uint32_t index : loaded.order) {
    const ReadLedger& ledger = loaded.files[index]->ledger();
    all += ledger.rows;
    ignored += ledger.ignored;
    rejected += ledger.rejected;
    together.append(ledger.problems);
  }
  together.append(problems);
  uint64_t used = rows[static_cast<size_t>(RowFate::used)];
  uint64_t duplicate = rows[static_cast<size_t>(RowFate::duplicate)];
  uint64_t superseded = rows[static_cast<size_t>(RowFate::superseded)];
  for (const Joined& table : loaded.joined) {
    used += table.used;
    duplicate += table.duplicate;
    superseded += table.superseded;
    ignored += table.unmatched;
    together.append(table.problems);
  }
  Json list = Json::array();
  for (const Problem& problem : together.examples()) list.push_back(writeProblem(problem));
  Json counts = Json::object();
  for (const auto& [code, times] : together.counts()) counts[std::string(code)] = times;
  return members({{"rows", all},
                  {"used", used},
                  {"duplicate", duplicate},
                  {"superseded", superseded},
                  {"ignored", ignored},
                  {"rejected", rejected},
                  {"problems", std::move(list)},
                  {"problemCounts", std::move(counts)}});
}

Json writeColumns(const Loaded& loaded, const Settings& settings) {
  Json list = Json::array();
  for (size_t i = 0; i < loaded.files.size(); ++i) {
    const FileReader& file = *loaded.files[i];
    const Reading& reading = file.reading();
    const std::vector<int32_t> segments =
        askedSegments(requestFor(settings, file.name(), i), reading);
    for (size_t c = 0; c < reading.columns.size(); ++c) {
      const std::string_view part = columnPart(reading, segments, static_cast<int32_t>(c));
      Json sample = Json::array();
      for (size_t row = reading.header ? 1 : 0; row < file.preview().size(); ++row) {
        const auto& cells = file.preview()[row];
        sample.push_back(c < cells.size() ? problemText(cells[c]) : std::string());
      }
      list.push_back(members({{"file", file.name()},
                              {"name", reading.columns[c]},
                              {"part", part.empty() ? Json(nullptr) : Json(part)},
                              {"kind", columnKindName(reading.kinds[c])},
                              {"sample", std::move(sample)}}));
    }
  }
  return list;
}

void notePeriods(const std::vector<PeriodFigures>& periods, const std::optional<Headline>& headline,
                 const RateOptions& rate, Notes& notes) {
  std::map<std::string_view, Json> labels;
  for (const PeriodFigures& period : periods) {
    for (const std::string_view code : period.why) {
      Json& list = labels.try_emplace(code, Json::array()).first->second;
      if (list.size() < 12) list.push_back(period.label);
    }
  }
  for (const auto& [code, list] : labels) {
    if (code == "base.incomplete") continue;  // of the whole file
    notes.info(code, members({{"periods", list},
                              {"base", baseName(rate.base)},
                              {"numerator", numeratorName(rate.numerator)}}));
  }
  if (!headline) return notes.warn("headline.none");
  if (headline->figures.bandAnnual) {
    notes.info(
        "bandWindow.differs",
        members({{"band", rate.bands[*headline->figures.bandAnnual].name}, {"window", "year"}}));
  }
  if (headline->reason != HeadlineReason::longestRun) return;
  const PeriodCounts& counts = headline->figures.counts;
  notes.info("headline.longestRun", members({{"months", headline->figures.length.months}}));
  if (!headline->figures.fromTotals && headline->figures.baseKnown &&
      counts.opening * 2 < counts.active) {
    notes.warn("coverage.low", members({{"opening", counts.opening}, {"active", counts.active}}));
  }
}

namespace {

// What the columns were told by, where that was not their names alone.
void noteColumns(const FileReader& file, Notes& notes) {
  const Reading& reading = file.reading();
  if (!reading.header) notes.warn("columns.guessed", members({{"file", file.name()}}));
  for (const UnclearPart& each : reading.unclear) {
    notes.warn("mapping.unclear", members({{"file", file.name()},
                                           {"part", partName(each.part)},
                                           {"column", problemText(reading.columns[each.column])},
                                           {"other", problemText(reading.columns[each.rival])}}));
  }
}

// What was found by a key, and what was not; nothing found is most likely the wrong column.
void noteTables(const std::vector<Joined>& tables, Notes& notes) {
  for (const Joined& table : tables) {
    const Json params = members({{"file", table.file},
                                 {"found", table.keysFound},
                                 {"missing", table.keysMissing},
                                 {"unmatched", table.unmatched}});
    const std::string_view code = table.ofPlans ? "planTable.joined" : "customerTable.joined";
    table.keysFound == 0    ? notes.warn("table.noneMatched", params)
    : table.keysMissing > 0 ? notes.warn(code, params)
                            : notes.info(code, params);
  }
}

}  // namespace

Json writeFiles(const Loaded& loaded, const Settings& settings) {
  Json files = Json::array();
  for (const uint32_t index : loaded.order) {
    const FileReader& file = *loaded.files[index];
    files.push_back(
        writeFileSettings(file.name(), file.reading(), requestFor(settings, file.name(), index)));
  }
  return files;
}

void noteReading(const Loaded& loaded, Notes& notes) {
  for (const auto& file : loaded.files) {
    if (const std::optional<Error>& error = file->error()) {
      notes.warn(
          "file.skipped",
          members({{"file", file->name()}, {"code", error->code}, {"advice", error->advice}}));
      continue;
    }
    const Reading& reading = file->reading();
    if (!reading.system.empty()) {
      notes.info("system.known", members({{"file", file->name()}, {"system", reading.system}}));
    }
    if (reading.encoding != Encoding::utf8) {
      notes.info("encoding.used",
                 members({{"file", file->name()}, {"encoding", encodingName(reading.encoding)}}));
    }
    if (reading.datesAssumed) {
      notes.warn("dates.assumed", members({{"file", file->name()},
                                           {"format", dateFormatName(reading.dateFormat)},
                                           {"example", problemText(reading.dateExample)}}));
    }
    noteColumns(*file, notes);
    if (reading.numbersAssumed) notes.warn("number.assumed", members({{"file", file->name()}}));
    const ReadLedger& ledger = file->ledger();
    if (ledger.rejected > 0) {
      notes.warn("rows.setAside", members({{"file", file->name()}, {"rejected", ledger.rejected}}));
    }
  }
  noteTables(loaded.joined, notes);
}

}  // namespace upgrade_rate

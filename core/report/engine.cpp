#include "core/report/engine.h"

#include <algorithm>
#include <utility>

#include "core/input/currencies.h"
#include "core/input/key_order.h"
#include "core/report/aggregates/aggregates_report.h"
#include "core/report/slice_order.h"

namespace upgrade_rate {

std::optional<Error> Engine::begin(std::string_view settings, std::string_view files) {
  usable_ = false;
  slice_.reset();
  loaded_ = std::make_unique<Loaded>();
  cache_ = {};
  Result<Settings> read = readSettings(settings);
  if (!read) return read.error();
  settings_ = std::move(read.value());
  const Result<Json> list = parseJson(files, "files");
  if (!list) return list.error();
  ranges_.clear();
  for (const Json& file : list.value()) {
    const std::string name = file.value("name", std::string());
    const uint32_t index = static_cast<uint32_t>(ranges_.size());
    ReadingRequest request = requestFor(settings_, name, index);
    if (const auto sheet = file.find("sheet"); sheet != file.end() && sheet->is_string()) {
      request.sheetRead = sheet->get<std::string>();
    }
    request.amongOthers = list->size() > 1;
    loaded_->files.push_back(
        std::make_unique<FileReader>(name, index, std::move(request), loaded_->collected));
    ranges_.push_back({name, 0, 0});
  }
  return std::nullopt;
}

void Engine::openFile(uint32_t index) {
  open_ = index;
  slice_.reset();
  loaded_->files[index]->open();
}

bool Engine::push(std::span<const char> bytes) {
  return slice_ != nullptr ? slice_->push(bytes) : loaded_->files[open_]->push(bytes);
}

std::optional<Error> Engine::openSlice(uint32_t index, std::string_view order) {
  const Result<SliceOrder> read = readSliceOrder(order);
  if (!read) return read.error();
  open_ = index;
  slice_ = std::make_unique<SliceReader>(*loaded_->files[index], loaded_->collected.events,
                                         read.value());
  return std::nullopt;
}

std::string Engine::order(uint32_t index, uint64_t from, uint64_t to) const {
  return writeSliceOrder({from, to, {}, 0, loaded_->files[index]->corrections()});
}

std::string Engine::orderAgain(uint64_t from, uint64_t to) const {
  return writeSliceOrder(slice_->orderAgain(from, to));
}

bool Engine::closeFile() {
  FileReader& file = *loaded_->files[open_];
  const bool again = file.finish();
  if (!again) refuseOtherShape(open_);
  const size_t periods = file.error() ? 0 : file.reading().periods.size();
  ranges_[open_] = {file.name(), file.firstEvent(), loaded_->collected.events.size(),
                    static_cast<uint32_t>(std::max<size_t>(periods, 1))};
  return again;
}

// A file of another shape than the first that could be read is not used, and leaves nothing behind:
// columns that only its rows have would say of the others what they are not.
void Engine::refuseOtherShape(uint32_t index) {
  FileReader& file = *loaded_->files[index];
  if (file.error() || isLookup(file.reading().shape)) return;
  const auto first = std::find_if(
      loaded_->files.begin(), loaded_->files.end(),
      [](const auto& each) { return !each->error() && !isLookup(each->reading().shape); });
  const Reading &own = file.reading(), &other = (*first)->reading();
  if (other.shape == own.shape && other.hasNoPlans() != own.hasNoPlans()) {
    return file.refuse({"input.mixedShapes", file.name(),
                        "One of the files names plans and the other only values. Bring them one "
                        "after the other, or say which column is the plan."});
  }
  if (own.shape == Shape::aggregates && *first != loaded_->files[index]) {
    file.refuse({"aggregates.several", file.name(),
                 "There are aggregates of two queries. Bring the result of one of them."});
  }
  if (other.shape == own.shape) return;
  file.refuse({"input.mixedShapes", file.name(),
               "This file holds " + std::string(shapeName(own.shape)) + " and the first one " +
                   std::string(shapeName(other.shape)) + ". Bring them one after the other."});
}

// Tables say more of customers and plans that other files name.
void Engine::settleShape() {
  bool any = false;
  for (const auto& file : loaded_->files) {
    if (any || file->error() || isLookup(file->reading().shape)) continue;
    loaded_->shape = file->reading().shape;
    any = true;
  }
  for (const auto& file : loaded_->files) {
    if (file->error() || !isLookup(file->reading().shape)) continue;
    if (any && !areCounts(loaded_->shape)) continue;
    file->refuse(
        {"input.tableAlone", file->name(),
         "This is a table of " +
             std::string(file->reading().shape == Shape::planTable ? "plans" : "customers") +
             " without dates, to be read beside a file of what they did. Bring that file "
             "too: a customer, a date and a plan in every row."});
  }
}

void Engine::joinTables() {
  for (const uint32_t index : loaded_->order) {
    const auto table = loaded_->collected.lookups.find(index);
    if (table == loaded_->collected.lookups.end()) continue;
    loaded_->joined.push_back(join(table->second, loaded_->collected.events, loaded_->planTable));
    loaded_->joined.back().index = index;
  }
}

// Files that could be read, in the order of the settings.
void Engine::orderFiles() {
  std::vector<uint32_t> usable;
  std::vector<double> places;
  const auto place = [&](uint32_t index) {
    for (size_t i = 0; i < settings_.files.size(); ++i) {
      if (settings_.files[i].name == loaded_->files[index]->name()) return static_cast<double>(i);
    }
    return static_cast<double>(settings_.files.size());
  };
  for (uint32_t index = 0; index < loaded_->files.size(); ++index) {
    const FileReader& file = *loaded_->files[index];
    if (file.error()) continue;
    usable.push_back(index);
    places.push_back(place(index));
  }
  for (const uint32_t i : orderByKey(places)) {
    loaded_->order.push_back(usable[i]);
    loaded_->collected.events.files.push_back(ranges_[usable[i]]);
  }
}

std::optional<Error> Engine::nothingUsable() const {
  const std::vector<uint32_t>& order = loaded_->order;
  for (const auto& file : loaded_->files) {
    if (!order.empty() || !file->error()) continue;
    Error error = *file->error();
    error.where = file->name() + (error.where.empty() ? "" : ": " + error.where);
    return error;
  }
  if (loaded_->files.empty()) return Error{"input.empty", "", "No file was given."};
  const FileReader& file = *loaded_->files[order[0]];
  const ReadLedger& ledger = file.ledger();
  std::string found = "None of " + std::to_string(ledger.rows) + " rows could be used";
  if (!ledger.problems.examples().empty()) {
    const Problem& first = ledger.problems.examples()[0];
    found += ": " + std::string(first.code) + " in " +
             std::to_string(ledger.problems.counts().at(first.code)) + ", the first in line " +
             std::to_string(first.line);
    if (!first.column.empty()) found += ", column " + first.column;
    if (!first.text.empty()) found += ": \"" + first.text + "\"";
    found += ". " + std::string(problemAdvice(first.code));
  } else {
    found += ".";
  }
  return Error{"input.noUsableRows", file.name(), found};
}

// A million names of plans would make a ladder and a matrix that nobody can read, and gigabytes.
std::optional<Error> Engine::tooManyPlans() const {
  const uint32_t plans = loaded_->collected.events.spellings.size();
  if (plans <= kMostPlans) return std::nullopt;
  const FileReader& file = *loaded_->files[loaded_->order[0]];
  const Reading& reading = file.reading();
  const Part part = reading.mapping.of(Part::plan) != kNoColumn ? Part::plan : Part::toPlan;
  const int32_t column = reading.mapping.of(part);
  const std::string name = column == kNoColumn ? "" : ": " + reading.columns[column];
  return Error{"input.tooManyPlans", file.name() + name,
               "There are " + std::to_string(plans) + " names of plans; up to " +
                   std::to_string(kMostPlans) +
                   " are read. Say which column names the plan, or that none does."};
}

// Where no column names the currency, what stands beside the values does.
void Engine::settleCurrencies() {
  Events& events = loaded_->collected.events;
  for (size_t i = 0; i < loaded_->order.size(); ++i) {
    const Reading& reading = loaded_->files[loaded_->order[i]]->reading();
    const EventFile& file = events.files[i];
    if (reading.mapping.of(Part::currency) == kNoColumn) {
      const std::optional<OneCurrency> one = settleCurrency(events, file);
      if (one && one->bare) {
        loaded_->assumedCurrencies.push_back(
            {file.name, std::string(events.currencies.key(one->currency))});
      }
    }
    if (reading.minorUnits) settleMinorUnits(events, file);
  }
}

// The days of aggregates are those of one zone, whatever is asked for.
std::optional<Error> Engine::settleZone() {
  Result<std::string> zone = aggregatesZone(*loaded_);
  if (!zone) return zone.error();
  loaded_->timeZone = std::move(zone.value());
  return std::nullopt;
}

std::optional<Error> Engine::finish() {
  settleShape();
  orderFiles();
  settleCurrencies();
  joinTables();
  const Collected& collected = loaded_->collected;
  usable_ = loaded_->shape == Shape::totals       ? !collected.totals.rows.empty()
            : loaded_->shape == Shape::flags      ? !collected.flags.rows.empty()
            : loaded_->shape == Shape::aggregates ? !collected.aggregates.rows.empty()
                                                  : collected.events.size() > 0;
  if (!usable_) return nothingUsable();
  std::optional<Error> error = tooManyPlans();
  if (loaded_->shape == Shape::aggregates) error = settleZone();
  usable_ = !error;
  return error;
}

}  // namespace upgrade_rate

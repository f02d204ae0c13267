#include "command/register_input.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>

#include "base/diagnostics.h"
#include "command/school_input.h"
#include "score/filter.h"
#include "score/records.h"

namespace kdcl {
namespace {

/// A list of schools needs no days of its own: any day will do on which sets are in force.
Day day_for_list(const Run& run) {
  Day day = run.date;
  if (day == kNoDate)
    for (const CriteriaSet& set : run.sets) day = std::max(day, set.in_force_from);
  return day;
}

void find_schools_of(SchoolRegister& schools) {
  for (const ScoredBlock& block : schools.blocks)
    for (size_t row = 0; row < block.table.rows; ++row) {
      const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
      if (schools.places.try_emplace(id, schools.rows.size()).second)
        schools.rows.push_back({&block, row});
    }
}

}  // namespace

std::shared_ptr<const SchoolRegister> read_register(const SharedOptions& options, const Run& run,
                                                    Diagnostics& diagnostics) {
  if (options.schools.empty()) return {};
  Run list_run = run;
  list_run.date = day_for_list(run);
  const auto schools = std::make_shared<SchoolRegister>();
  SchoolInput input(list_run,
                    {.quiet = true,
                     .hash = true,
                     .lists = true,
                     .encoding = encoding_named(options.encoding).value_or(Encoding::unknown)});
  const std::vector<uint32_t> fields = fields_kept(run, {});
  Diagnostics faults(diagnostics.language());
  input.read(
      {options.schools}, [](SchoolBlock&) {},
      [&](SchoolBlock& block) {
        if (!block.diagnostics.has_errors())
          schools->blocks.emplace_back().table = table_without_input(block.schools.table, fields);
        return true;
      },
      faults);
  // Columns that a list has besides are nothing to warn of.
  if (faults.has_errors()) {
    diagnostics.append(faults);
    return {};
  }
  find_schools_of(*schools);
  schools->file = input.inputs().front();
  return schools;
}

namespace {

/// The row that a line of the block is of; -1 if it stands before all rows.
ptrdiff_t row_at(const SchoolTable& table, uint64_t line) {
  return std::upper_bound(table.line.begin(), table.line.end(), line) - table.line.begin() - 1;
}

}  // namespace

bool leave_out_rows(SchoolBlock& block, Diagnostics& faults) {
  if (!faults.has_errors()) return false;
  const SchoolTable& table = block.schools.table;
  std::set<uint32_t> faulty;
  for (const Diagnostic& fault : faults.kept()) {
    if (fault.severity != Severity::error) continue;
    const ptrdiff_t row = row_at(table, fault.location.line);
    if (fault.location.line == 0 || row < 0) return false;
    faulty.insert(static_cast<uint32_t>(row));
  }
  Diagnostics warnings(faults.language());
  for (const Diagnostic& fault : faults.kept()) {
    if (fault.severity == Severity::warning) {
      warnings.add(fault);
      continue;
    }
    const auto row = static_cast<size_t>(row_at(table, fault.location.line));
    block.faulty_ids.emplace_back(table.text_of(IdentityColumn::school_id, row));
    block.left_out.add(fault);
  }
  faults = std::move(warnings);
  std::vector<uint32_t> sound;
  for (uint32_t row = 0; row < table.rows; ++row)
    if (!faulty.contains(row)) sound.push_back(row);
  keep_rows(sound, block.schools);
  return true;
}

bool leave_out_repeated(SchoolBlock& block, uint64_t first_line, Diagnostics& repeated) {
  if (!repeated.has_errors()) return false;
  Diagnostics in_block(repeated.language(), kAllDiagnostics);
  for (Diagnostic fault : repeated.kept()) {
    fault.location.line -= first_line - 1;
    in_block.add(std::move(fault));
  }
  if (!leave_out_rows(block, in_block)) return false;
  repeated = Diagnostics(repeated.language());
  return true;
}

void LeftOutSchools::add(const std::string& school_id, const Diagnostic& fault) {
  schools_.push_back({school_id, place_text(fault.location), fault.message});
  places_.push_back(fault.location);
  ids_.insert(school_id);
  faults_.add(fault);
}

void LeftOutSchools::add_file(const std::string& file, const Diagnostics& found) {
  for (const Diagnostic& fault : found.kept()) {
    if (fault.severity == Severity::error)
      add(file, fault);
    else
      faults_.add(fault);
  }
}

void LeftOutSchools::add_block(SchoolBlock& block) {
  if (block.faulty_ids.empty()) return;
  block.left_out.place([&block](const Location& place) { return place_in_file(block, place); });
  const auto& found = block.left_out.kept();
  for (size_t i = 0; i < found.size(); ++i) add(block.faulty_ids[i], found[i]);
}

void LeftOutSchools::sort(const std::vector<std::string>& files) {
  // A sheet's table is called by its file and title.
  const auto rank = [&files](const Location& place) {
    return std::find_if(files.begin(), files.end(),
                        [&](const std::string& file) {
                          return place.file == file || place.file.starts_with(file + ":");
                        }) -
           files.begin();
  };
  std::vector<size_t> order(places_.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    const auto key = [&](const Location& place) {
      return std::tuple(rank(place), place.line, place.column);
    };
    return key(places_[a]) < key(places_[b]);
  });
  std::vector<LeftOut> sorted;
  for (const size_t i : order) sorted.push_back(std::move(schools_[i]));
  schools_ = std::move(sorted);
}

}  // namespace kdcl

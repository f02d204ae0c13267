#include "command/register_input.h"

#include <algorithm>

#include "command/school_input.h"
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

}  // namespace kdcl

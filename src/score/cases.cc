#include "score/cases.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

#include "score/tracking.h"

namespace kdcl {
namespace {

Day day_of(const RowAt& at) { return at.block->table.assessed_on[at.row]; }

/// Rows of one school in scope, in input order.
struct RowsOfSchool {
  std::vector<RowAt> own, external;
};

bool is_same_stage(const Run& run, const RowAt& one, const RowAt& other) {
  const bool has_stages = run.sets[one.set()].per_stage && run.sets[other.set()].per_stage;
  return !has_stages || one.text(IdentityColumn::stage) == other.text(IdentityColumn::stage);
}

/// The rows of a school's latest assessment.
std::vector<RowAt> latest(const std::vector<RowAt>& rows) {
  Day last = kNoDate;
  for (const RowAt& at : rows) last = std::max(last, day_of(at));
  std::vector<RowAt> found;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
               [last](const RowAt& at) { return day_of(at) == last; });
  return found;
}

/// The last row of each school year.
std::vector<RowAt> rows_by_year(const std::vector<RowAt>& rows) {
  std::map<int, RowAt> years;
  for (const RowAt& at : rows) {
    const auto [known, is_new] = years.try_emplace(school_year(day_of(at)), at);
    if (!is_new && day_of(known->second) < day_of(at)) known->second = at;
  }
  std::vector<RowAt> found;
  for (const auto& [year, at] : years) found.push_back(at);
  return found;
}

SchoolCase make_case(const Run& run, const RowsOfSchool& rows, const RowAt& row) {
  SchoolCase made{row};
  const auto keep = [&](const std::vector<RowAt>& from, auto holds) {
    std::vector<RowAt> kept;
    for (const RowAt& at : from)
      if (is_same_stage(run, row, at) && holds(at)) kept.push_back(at);
    return kept;
  };
  const std::vector<RowAt>& own = rows.own.empty() ? rows.external : rows.own;
  made.years = rows_by_year(keep(own, [&](const RowAt& at) { return day_of(at) <= day_of(row); }));
  const auto before = latest(keep(own, [&](const RowAt& at) { return day_of(at) < day_of(row); }));
  if (!before.empty()) {
    made.earlier = before.front();
    made.tracked = track_plans(run, *made.earlier, row);
  }
  if (rows.own.empty()) return made;
  const auto others =
      latest(keep(rows.external, [&](const RowAt& at) { return at.set() == row.set(); }));
  if (!others.empty()) made.external = others.front();
  return made;
}

}  // namespace

std::vector<SchoolFile> find_files(const Run& run, const std::vector<ScoredBlock>& blocks) {
  std::vector<RowsOfSchool> schools;
  std::unordered_map<std::string_view, size_t> known;
  for (const ScoredBlock& block : blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      const RowAt at{&block, row};
      if (block.table.set[row] == kNoSet) continue;
      const auto [place, is_new] =
          known.try_emplace(at.text(IdentityColumn::school_id), schools.size());
      if (is_new) schools.emplace_back();
      RowsOfSchool& rows = schools[place->second];
      (at.is_external() ? rows.external : rows.own).push_back(at);
    }
  }
  std::vector<SchoolFile> files;
  for (const RowsOfSchool& rows : schools) {
    SchoolFile& file = files.emplace_back();
    for (const RowAt& row : latest(rows.own.empty() ? rows.external : rows.own))
      file.cases.push_back(make_case(run, rows, row));
  }
  return files;
}

}  // namespace kdcl

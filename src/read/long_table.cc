#include "read/long_table.h"

#include <algorithm>
#include <list>
#include <map>
#include <utility>

#include "base/text.h"
#include "read/binding.h"
#include "read/csv.h"
#include "read/table_messages.h"
#include "read/verdict_word.h"

namespace kdcl {
namespace {

using namespace message;

constexpr size_t kLongestHeader = 40;

std::optional<uint32_t> position_of(const std::vector<std::string>& folded, std::string_view name,
                                    std::string_view title) {
  for (uint32_t i = 0; i < folded.size(); ++i)
    if (folded[i] == name || folded[i] == title) return i;
  return {};
}

/// The names of the run's indicators and criteria.
std::vector<std::string_view> judgement_names(const Run& run) {
  std::vector<std::string_view> names;
  for (const CriteriaSet& set : run.sets) {
    for (const Indicator& indicator : set.indicators) names.push_back(indicator.name);
    for (const Criterion& criterion : set.criteria) names.push_back(criterion.id);
  }
  return names;
}

/// Cells one behind the other, as a grid has them.
struct GridWriter {
  std::string text{};
  std::vector<uint32_t> ends{static_cast<uint32_t>(-1)};
  char separator;

  void add(std::string_view cell, bool is_last) {
    text += cell;
    ends.push_back(static_cast<uint32_t>(text.size()));
    text += is_last ? '\n' : separator;
  }
};

/// A carriage return stands at the end of a row; now it no longer does.
std::string_view without_return(std::string_view cell) {
  if (cell.ends_with('\r')) cell.remove_suffix(1);
  return cell;
}

}  // namespace

std::vector<std::string> folded_names(const std::vector<std::string>& names) {
  std::vector<std::string> folded;
  for (const std::string& name : names)
    folded.push_back(name.size() > kLongestHeader ? std::string() : fold(name));
  return folded;
}

std::optional<uint32_t> find_school_column(const std::vector<std::string>& folded) {
  const auto column = std::find_if(folded.begin(), folded.end(), is_school_id_name);
  if (column == folded.end()) return {};
  return static_cast<uint32_t>(column - folded.begin());
}

std::optional<uint32_t> find_set_column(const std::vector<std::string>& folded) {
  return position_of(folded, identity_name(IdentityColumn::criteria_set), "bộ tiêu chí");
}

std::optional<LongColumns> find_long_columns(const std::vector<std::string>& folded) {
  const auto indicator = position_of(folded, "indicator", "chỉ báo");
  const auto result = position_of(folded, "result", "kết quả");
  if (!indicator || !result) return {};
  return LongColumns{find_school_column(folded), *indicator, *result};
}

std::string school_key(const std::string& workbook, std::string_view school) {
  return workbook + '\n' + to_nfc(school);
}

std::optional<uint32_t> LongResults::name_of(std::string_view written) {
  const auto [found, is_new] = name_positions_.try_emplace(std::string(written));
  if (!is_new) return found->second;
  const std::string wanted = fold(written);
  for (const std::string_view name : judgement_names(*run_)) {
    if (fold(name) != wanted) continue;
    const auto known = std::find(names_.begin(), names_.end(), name);
    found->second = static_cast<uint32_t>(known - names_.begin());
    if (known == names_.end()) names_.emplace_back(name);
    break;
  }
  return found->second;
}

std::optional<uint32_t> LongResults::value_of(std::string_view written) {
  const auto [found, is_new] = value_positions_.try_emplace(std::string(written));
  if (!is_new) return found->second;
  const bool is_level = written.size() == 1 && written[0] >= '0' && written[0] <= '9';
  if (!is_level && find_verdict(written) == VerdictCode::other) return {};
  values_.emplace_back();
  append_cell(written, values_.back());
  found->second = static_cast<uint32_t>(values_.size() - 1);
  return found->second;
}

void LongResults::add(const LongTable& table, const Grid& grid, uint64_t first_line,
                      Diagnostics& diagnostics) {
  if (tables_.empty() || tables_.back().origin.name != table.origin.name) tables_.push_back(table);
  const auto at = static_cast<uint32_t>(tables_.size() - 1);
  const LongColumns& columns = table.columns;
  std::list<std::string> kept;
  for (size_t row = 0; row < grid.rows; ++row) {
    const std::string_view school = columns.school
                                        ? cell_text(grid.cell(row, *columns.school), kept)
                                        : std::string_view(table.origin.only_school);
    const std::string_view written = cell_text(grid.cell(row, columns.indicator), kept);
    const std::string_view result = cell_text(grid.cell(row, columns.result), kept);
    // Templates have rows that wait to be filled in.
    if (result.empty() && school.empty()) continue;
    const uint64_t line = grid.line(row) + first_line;
    if (school.empty()) {
      diagnostics.error(table.origin.place(line, columns.school.value_or(0)), kMissingSchoolId);
      continue;
    }
    const std::optional<uint32_t> name = name_of(written);
    if (!name) {
      diagnostics.error(table.origin.place(line, columns.indicator), kLongUnknownIndicator,
                        excerpt(written));
      const std::vector<std::string_view> known = judgement_names(*run_);
      if (const std::string_view near = nearest_name(written, known); !near.empty())
        diagnostics.hint(kNearestName, near);
      continue;
    }
    const std::optional<uint32_t> value = value_of(result);
    if (!value) {
      diagnostics.error(table.origin.place(line, columns.result), kNotAVerdict, names_[*name],
                        excerpt(result));
      continue;
    }
    if (result.empty()) continue;
    School& found = schools_[school_key(table.origin.workbook, school)];
    if (found.results.empty())
      found = {std::string(school), at, static_cast<uint32_t>(line), false, {}};
    const auto is_same = [&](const Result& each) { return each.name == *name; };
    const auto before = std::find_if(found.results.begin(), found.results.end(), is_same);
    if (before != found.results.end())
      diagnostics.error(table.origin.place(line, columns.indicator), kLongTwice, excerpt(school),
                        names_[*name], before->line);
    else
      found.results.push_back({*name, *value, static_cast<uint32_t>(line)});
  }
}

std::vector<int32_t> LongResults::own_columns(const std::vector<std::string>& header) const {
  std::vector<int32_t> columns(names_.size(), kNoColumn);
  for (size_t i = 0; i < header.size(); ++i) {
    const auto found = std::find(names_.begin(), names_.end(), fold(header[i]));
    if (found != names_.end())
      columns[static_cast<size_t>(found - names_.begin())] = static_cast<int32_t>(i);
  }
  return columns;
}

std::array<const LongResults::School*, 2> LongResults::find(const WideTable& wide,
                                                            std::string_view school) const {
  const auto find_key = [this](const std::string& key) {
    const auto found = schools_.find(key);
    return found == schools_.end() ? nullptr : &found->second;
  };
  return {wide.workbook.empty() ? nullptr : find_key(school_key(wide.workbook, school)),
          find_key(school_key({}, school))};
}

void LongResults::join(Grid& grid, const WideTable& wide, uint32_t id_column,
                       const std::vector<int32_t>& own_columns, Diagnostics& diagnostics) const {
  GridWriter out{.separator = grid.separator == 0 ? '\n' : grid.separator};
  std::vector<std::pair<uint32_t, uint32_t>> places;
  std::vector<std::string_view> cells;
  std::list<std::string> kept;
  for (size_t row = 0; row < grid.rows; ++row) {
    cells.clear();
    for (uint32_t i = 0; i < grid.columns; ++i) cells.push_back(without_return(grid.cell(row, i)));
    std::vector<std::string_view> results(names_.size());
    const auto fill = [&](const School& school, const Result& result) {
      const int32_t own = own_columns[result.name];
      const bool is_filled = own != kNoColumn
                                 ? !cell_text(cells[static_cast<size_t>(own)], kept).empty()
                                 : !results[result.name].empty();
      if (is_filled)
        diagnostics.error({wide.name, grid.line(row) + 1, static_cast<uint64_t>(own) + 1},
                          kLongFilledTwice, names_[result.name], tables_[school.table].origin.name,
                          result.line);
      std::string_view& cell =
          own != kNoColumn ? cells[static_cast<size_t>(own)] : results[result.name];
      cell = values_[result.value];
    };
    for (const School* school : find(wide, cell_text(grid.cell(row, id_column), kept)))
      if (school)
        for (const Result& result : school->results) fill(*school, result);
    for (size_t i = 0; i < results.size(); ++i)
      if (own_columns[i] == kNoColumn) cells.push_back(results[i]);
    for (size_t i = 0; i < cells.size(); ++i) {
      out.add(cells[i], i + 1 == cells.size());
      if (!grid.places.empty())
        places.push_back(grid.places[row * grid.columns + std::min<size_t>(i, grid.columns - 1)]);
    }
  }
  out.text.append(kGridPadding, '\0');
  grid.kept_text = std::move(out.text);
  grid.text = grid.kept_text.data();
  grid.own_columns = grid.columns;
  grid.columns +=
      static_cast<uint32_t>(std::count(own_columns.begin(), own_columns.end(), kNoColumn));
  grid.separator = out.separator;
  grid.is_plain = false;
  grid.places = std::move(places);
  grid.capacity = out.ends.size();
  grid.ends = std::make_unique_for_overwrite<uint32_t[]>(out.ends.size());
  std::copy(out.ends.begin(), out.ends.end(), grid.ends.get());
}

void LongResults::note_used(const SchoolTable& schools, const WideTable& wide, uint64_t first_line,
                            Diagnostics& diagnostics) {
  for (size_t row = 0; row < schools.rows; ++row) {
    const std::string_view id = schools.text_of(IdentityColumn::school_id, row);
    for (const std::string& workbook : {wide.workbook, std::string()}) {
      const auto found = schools_.find(school_key(workbook, id));
      if (found != schools_.end() && std::exchange(found->second.is_used, true))
        diagnostics.error({wide.name, schools.line[row] + first_line - 1}, kLongTwoRows,
                          excerpt(id));
      if (workbook.empty()) break;
    }
  }
}

void LongResults::check_all_used(Diagnostics& diagnostics) const {
  std::map<std::pair<uint32_t, uint32_t>, std::string> unused;  // by place
  for (const auto& [key, school] : schools_)
    if (!school.is_used) unused.emplace(std::pair(school.table, school.line), school.id);
  for (const auto& [at, id] : unused) {
    const LongTable& table = tables_[at.first];
    diagnostics.error(table.origin.place(at.second, table.columns.school.value_or(0)),
                      kLongUnknownSchool, excerpt(id));
  }
}

}  // namespace kdcl

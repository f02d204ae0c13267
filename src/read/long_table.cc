#include "read/long_table.h"

#include <algorithm>
#include <list>
#include <utility>

#include "base/text.h"
#include "read/csv.h"
#include "read/judgements.h"
#include "read/table_messages.h"
#include "read/verdict_word.h"

namespace kdcl {
namespace {

using namespace message;

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

/// Where each name stands in a row: in the column that the table has for it itself, else behind all
/// of the table's.
std::vector<size_t> columns_of_names(const std::vector<int32_t>& own, size_t next) {
  std::vector<size_t> columns;
  for (const int32_t column : own)
    columns.push_back(column != kNoColumn ? static_cast<size_t>(column) : next++);
  return columns;
}

/// Cells one behind the other, as a grid has them.
struct GridWriter {
  std::string text{};
  std::vector<uint32_t> ends{static_cast<uint32_t>(-1)};
  char separator;

  void add_row(const std::vector<std::string_view>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) {
      text += cells[i];
      ends.push_back(static_cast<uint32_t>(text.size()));
      text += i + 1 == cells.size() ? '\n' : separator;
    }
  }
  /// Gives the grid these rows, which have `columns` cells each; the first are its own.
  void replace(Grid& grid, uint32_t columns) {
    if (!grid.places.empty()) grid.places = wider_places(grid, columns);
    text.append(kGridPadding, '\0');
    grid.kept_text = std::move(text);
    grid.text = grid.kept_text.data();
    grid.own_columns = std::exchange(grid.columns, columns);
    grid.separator = separator;
    grid.is_plain = false;
    grid.capacity = ends.size();
    grid.ends = std::make_unique_for_overwrite<uint32_t[]>(ends.size());
    std::copy(ends.begin(), ends.end(), grid.ends.get());
  }

 private:
  /// Cells of further columns stand in the line of the row's last cell.
  static std::vector<std::pair<uint32_t, uint32_t>> wider_places(const Grid& grid,
                                                                 uint32_t columns) {
    std::vector<std::pair<uint32_t, uint32_t>> places;
    for (size_t row = 0; row < grid.rows; ++row)
      for (uint32_t i = 0; i < columns; ++i)
        places.push_back(i < grid.columns ? grid.places[row * grid.columns + i]
                                          : std::pair(places.back().first, kNoPlace + i));
    return places;
  }
};

/// A carriage return stands at the end of a row; now it no longer does.
std::string_view without_return(std::string_view cell) {
  if (cell.ends_with('\r')) cell.remove_suffix(1);
  return cell;
}

}  // namespace

std::pair<std::optional<uint32_t>, std::optional<uint32_t>> find_half_long(
    const std::vector<std::string>& folded) {
  return {position_of(folded, "indicator", "chỉ báo"), position_of(folded, "result", "kết quả")};
}

std::optional<LongColumns> find_long_columns(const std::vector<std::string>& folded) {
  const auto [indicator, result] = find_half_long(folded);
  if (!indicator || !result) return {};
  return LongColumns{find_owner_columns(folded), *indicator, *result};
}

bool check_half_long(const std::vector<std::string>& header, const Location& where,
                     const ColumnNames& known, Diagnostics& diagnostics) {
  const auto [indicator, result] = find_half_long(folded_names(header));
  if (!indicator && (!result || is_more_than_list(header, known))) return false;
  Location place = where;
  place.column += indicator ? *indicator : *result;
  if (indicator)
    diagnostics
        .error(
            place,
            {"đây là bảng dài (có cột chỉ báo) nhưng thiếu cột \"Kết quả\" (result)",
             "a long table (it has a column of indicators) without a column \"result\" (Kết quả)"})
        .hint({"đặt tên cột ghi kết quả là \"Kết quả\" hay \"result\"",
               "name the column of judgements \"result\" or \"Kết quả\""});
  else
    diagnostics
        .error(
            place,
            {"đây là bảng dài (có cột kết quả) nhưng thiếu cột \"Chỉ báo\" (indicator)",
             "a long table (it has a column of results) without a column \"indicator\" (Chỉ báo)"})
        .hint({"đặt tên cột ghi chỉ báo là \"Chỉ báo\" hay \"indicator\"",
               "name the column of indicators \"indicator\" or \"Chỉ báo\""});
  return true;
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
  if (!read_level_span(written) && find_verdict(written) == VerdictCode::other) return {};
  values_.emplace_back();
  append_cell(written, values_.back());
  found->second = static_cast<uint32_t>(values_.size() - 1);
  return found->second;
}

void LongResults::add(const LongTable& table, const Grid& grid, uint64_t first_line,
                      RowOwners& owners, Diagnostics& diagnostics) {
  if (tables_.empty() || tables_.back().origin.name != table.origin.name) tables_.push_back(table);
  for (size_t i = 0; i < grid.rows; ++i) {
    const LongRow row{table.origin, table.columns.owner, grid, i, grid.line(i) + first_line};
    Diagnostics found(diagnostics.language());
    add_row(table, row, owners, found);
    row.report(found, diagnostics);
  }
}

void LongResults::add_row(const LongTable& table, const LongRow& row, RowOwners& owners,
                          Diagnostics& diagnostics) {
  const std::string result = row.text(table.columns.result);
  // Templates have rows that wait to be filled in.
  if (result.empty() && row.school().empty()) return;
  const std::optional<uint32_t> name = read_name(row, table.columns.indicator, diagnostics);
  if (!name) return;
  const std::optional<uint32_t> value = value_of(result);
  if (!value) {
    diagnostics.error(row.place(table.columns.result), kNotAVerdict, names_[*name],
                      excerpt(result));
    hint_verdict(result, diagnostics);
    hint_level(result, diagnostics);
  }
  if (!value || result.empty()) return;
  const std::optional<uint32_t> owner = owners.add(row, RowKind::judgement, diagnostics);
  if (!owner) return;
  if (results_.size() <= *owner) results_.resize(*owner + 1);
  std::vector<Result>& results = results_[*owner];
  const auto is_same = [&](const Result& each) { return each.name == *name; };
  const auto before = std::find_if(results.begin(), results.end(), is_same);
  if (before == results.end()) {
    results.push_back({*name, *value, static_cast<uint32_t>(tables_.size() - 1),
                       static_cast<uint32_t>(row.line)});
    return;
  }
  diagnostics.error(row.place(table.columns.indicator),
                    {"trường {0} đã có {1} ở dòng {2}", "school {0} already has {1} in row {2}"},
                    owners.name(*owner, diagnostics.language()), names_[*name], before->line);
  if (!table.columns.owner.stage) diagnostics.hint(kNameStage);
}

std::optional<uint32_t> LongResults::read_name(const LongRow& row, uint32_t column,
                                               Diagnostics& diagnostics) {
  const std::string written = row.text(column);
  const std::optional<uint32_t> name = name_of(written);
  if (name) return name;
  diagnostics.error(
      row.place(column),
      {"không có chỉ báo hay tiêu chí \"{0}\"", "there is no indicator or criterion \"{0}\""},
      excerpt(written));
  const std::vector<std::string_view> known = judgement_names(*run_);
  if (const std::string_view near = nearest_name(written, known); !near.empty())
    diagnostics.hint(kNearestName, near);
  return {};
}

std::vector<int32_t> LongResults::own_columns(const std::vector<std::string>& header) const {
  std::unordered_map<std::string, size_t> known;
  for (size_t i = 0; i < names_.size(); ++i) known.emplace(fold(names_[i]), i);
  std::vector<int32_t> columns(names_.size(), kNoColumn);
  for (size_t i = 0; i < header.size(); ++i) {
    const auto found = known.find(fold_name(header[i]));
    if (found != known.end()) columns[found->second] = static_cast<int32_t>(i);
  }
  return columns;
}

void LongResults::join(Grid& grid, const WideTable& wide, const Binding& binding,
                       const RowOwners& owners, Diagnostics& diagnostics) const {
  const std::vector<size_t> at = columns_of_names(own_columns(binding.names), grid.columns);
  const size_t width = std::max<size_t>(grid.columns, 1 + *std::max_element(at.begin(), at.end()));
  GridWriter out{.separator = grid.separator == 0 ? '\n' : grid.separator};
  std::list<std::string> kept;
  std::vector<JoinedCell> joined;
  for (size_t row = 0; row < grid.rows; ++row) {
    std::vector<std::string_view> cells(width);
    for (uint32_t i = 0; i < grid.columns; ++i) cells[i] = without_return(grid.cell(row, i));
    const auto text = [&](IdentityColumn column) {
      const int32_t place = binding.identity[static_cast<size_t>(column)];
      return place == kNoColumn ? std::string_view()
                                : cell_text(cells[static_cast<size_t>(place)], kept);
    };
    const auto fill = [&](const Result& result) {
      const size_t column = at[result.name];
      const TableOrigin& origin = tables_[result.table].origin;
      if (!cell_text(cells[column], kept).empty())
        diagnostics.error(
            {wide.name, grid.line(row) + 1, column + 1},
            {"{0} đã có ở đây và ở {1}, dòng {2}", "{0} is filled in here and in {1}, row {2}"},
            names_[result.name], origin.name, result.line);
      else
        joined.push_back(
            {static_cast<uint32_t>(row), static_cast<uint32_t>(column), &origin.name, result.line,
             tables_[result.table].columns.result + 1 + origin.sheet_column.value_or(0),
             origin.sheet_column.has_value()});
      cells[column] = values_[result.value];
    };
    const std::string school = plain_text(text(IdentityColumn::school_id));
    const RowKey key{stage_in(text(IdentityColumn::stage)),
                     assessment_in(text(IdentityColumn::assessment)),
                     read_date(text(IdentityColumn::assessed_on)).value_or(run_->date)};
    for (const uint32_t owner : owners.find({wide, school, key}))
      if (owner < results_.size())
        for (const Result& result : results_[owner]) fill(result);
    out.add_row(cells);
  }
  out.replace(grid, static_cast<uint32_t>(width));
  grid.joined = std::move(joined);
}

}  // namespace kdcl

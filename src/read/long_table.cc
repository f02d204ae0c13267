#include "read/long_table.h"

#include <algorithm>
#include <list>
#include <utility>

#include "base/text.h"
#include "read/csv.h"
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

std::optional<LongColumns> find_long_columns(const std::vector<std::string>& folded) {
  const auto indicator = position_of(folded, "indicator", "chỉ báo");
  const auto result = position_of(folded, "result", "kết quả");
  if (!indicator || !result) return {};
  return LongColumns{find_owner_columns(folded), *indicator, *result};
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
                      RowOwners& owners, Diagnostics& diagnostics) {
  if (tables_.empty() || tables_.back().name != table.origin.name) tables_.push_back(table.origin);
  for (size_t i = 0; i < grid.rows; ++i)
    add_row(table, {table.origin, table.columns.owner, grid, i, grid.line(i) + first_line}, owners,
            diagnostics);
}

void LongResults::add_row(const LongTable& table, const LongRow& row, RowOwners& owners,
                          Diagnostics& diagnostics) {
  const std::string result = row.text(table.columns.result);
  // Templates have rows that wait to be filled in.
  if (result.empty() && row.school().empty()) return;
  const std::optional<uint32_t> name = read_name(row, table.columns.indicator, diagnostics);
  if (!name) return;
  const std::optional<uint32_t> value = value_of(result);
  if (!value)
    diagnostics.error(row.place(table.columns.result), kNotAVerdict, names_[*name],
                      excerpt(result));
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
  diagnostics.error(row.place(table.columns.indicator), kLongTwice, owners.name(*owner),
                    names_[*name], before->line);
  if (!table.columns.owner.stage) diagnostics.hint(kNameStage);
}

std::optional<uint32_t> LongResults::read_name(const LongRow& row, uint32_t column,
                                               Diagnostics& diagnostics) {
  const std::string written = row.text(column);
  const std::optional<uint32_t> name = name_of(written);
  if (name) return name;
  diagnostics.error(row.place(column), kLongUnknownIndicator, excerpt(written));
  const std::vector<std::string_view> known = judgement_names(*run_);
  if (const std::string_view near = nearest_name(written, known); !near.empty())
    diagnostics.hint(kNearestName, near);
  return {};
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

void LongResults::join(Grid& grid, const WideTable& wide, const Binding& binding,
                       const RowOwners& owners, Diagnostics& diagnostics) const {
  const std::vector<int32_t> own_columns = this->own_columns(binding.names);
  GridWriter out{.separator = grid.separator == 0 ? '\n' : grid.separator};
  std::vector<std::pair<uint32_t, uint32_t>> places;
  std::vector<std::string_view> cells;
  std::list<std::string> kept;
  for (size_t row = 0; row < grid.rows; ++row) {
    cells.clear();
    for (uint32_t i = 0; i < grid.columns; ++i) cells.push_back(without_return(grid.cell(row, i)));
    std::vector<std::string_view> results(names_.size());
    const auto fill = [&](const Result& result) {
      const int32_t own = own_columns[result.name];
      const bool is_filled = own != kNoColumn
                                 ? !cell_text(cells[static_cast<size_t>(own)], kept).empty()
                                 : !results[result.name].empty();
      if (is_filled)
        diagnostics.error({wide.name, grid.line(row) + 1, static_cast<uint64_t>(own) + 1},
                          kLongFilledTwice, names_[result.name], tables_[result.table].name,
                          result.line);
      std::string_view& cell =
          own != kNoColumn ? cells[static_cast<size_t>(own)] : results[result.name];
      cell = values_[result.value];
    };
    const auto text = [&](IdentityColumn column) {
      const int32_t at = binding.identity[static_cast<size_t>(column)];
      return at == kNoColumn ? std::string_view() : cell_text(cells[static_cast<size_t>(at)], kept);
    };
    const WideRow wide_row{wide, text(IdentityColumn::school_id),
                           stage_in(text(IdentityColumn::stage))};
    for (const uint32_t owner : owners.find(wide_row))
      if (owner < results_.size())
        for (const Result& result : results_[owner]) fill(result);
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

}  // namespace kdcl

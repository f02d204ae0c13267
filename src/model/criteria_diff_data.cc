#include <string>

#include "model/criteria_diff_parts.h"
#include "model/run.h"
#include "model/used_fields.h"

namespace kdcl {
namespace {

/// changes() among the things at some positions of two lists; theirs are positions in these lists.
template <typename T, typename Compare>
std::vector<CriteriaChange> changes_among(std::span<const T> before,
                                          const std::vector<uint32_t>& of_before,
                                          std::span<const T> after,
                                          const std::vector<uint32_t>& of_after,
                                          const Compare& compare) {
  const auto pick = [](std::span<const T> all, const std::vector<uint32_t>& positions) {
    std::vector<T> picked;
    for (const uint32_t position : positions) picked.push_back(all[position]);
    return picked;
  };
  std::vector<CriteriaChange> found =
      changes(pick(before, of_before), pick(after, of_after), compare, has_same_id<T>);
  for (CriteriaChange& change : found) {
    if (change.before) change.before = of_before[*change.before];
    if (change.after) change.after = of_after[*change.after];
  }
  return found;
}

bool is_same_choice(const Choice& a, const Choice& b) { return a.id == b.id && a.title == b.title; }

CriteriaChange compare_fields(const Field& a, const Field& b) {
  return {.aspects = differing(
              {{Aspect::title, a.title == b.title},
               {Aspect::type, a.type == b.type},
               {Aspect::unit, is_same_unit(a.unit, b.unit)},
               {Aspect::range, a.min == b.min && a.max == b.max && a.part_of == b.part_of},
               {Aspect::values, std::ranges::equal(a.values, b.values, is_same_choice)},
               {Aspect::aliases, a.aliases == b.aliases}})};
}

CriteriaChange compare_measures(const Measure& a, const Measure& b) {
  return {.aspects = differing({{Aspect::title, a.title == b.title},
                                {Aspect::formula, is_alike(a.formula, b.formula)},
                                {Aspect::unit, is_same_unit(a.unit, b.unit)}})};
}

/// The ids of the fields and measures in the cells of a row; empty for an empty cell.
std::vector<std::string> figures_of(const SetView& view, const DataRow& row) {
  std::vector<std::string> ids;
  for (const DataFigure& figure : row.show) {
    const bool is_field = figure.kind == DataFigure::Kind::field;
    const Measure* measure = measure_of(view.set, figure);
    ids.push_back(is_field ? view.fields[figure.index].id : measure ? measure->id : std::string());
  }
  return ids;
}

std::vector<CriteriaChange> diff_rows(const SetView& before, const DataTable& a,
                                      const SetView& after, const DataTable& b) {
  const auto has_same_figures = [&](const DataRow& x, const DataRow& y) {
    return figures_of(before, x) == figures_of(after, y);
  };
  const auto compare = [&](const DataRow& x, const DataRow& y) {
    return CriteriaChange{
        .aspects =
            differing({{Aspect::title, x.title == y.title},
                       {Aspect::checked, is_same_own(x.checked, a.checked, y.checked, b.checked)},
                       {Aspect::where, is_alike(x.where, y.where)},
                       {Aspect::number, x.number == y.number},
                       {Aspect::figures, has_same_figures(x, y)}})};
  };
  const auto shows_same = [&](const DataRow& x, const DataRow& y) {
    return x.title == y.title && has_same_figures(x, y);
  };
  return changes(a.rows, b.rows, compare, shows_same, has_same_title<DataRow>);
}

}  // namespace

std::vector<CriteriaChange> diff_fields(const SetView& before, const SetView& after) {
  return changes_among(before.fields, used_fields(before.set), after.fields, used_fields(after.set),
                       compare_fields);
}

std::vector<CriteriaChange> diff_measures(const SetView& before, const SetView& after) {
  return changes_among(std::span(before.set.measures), used_measures(before.set),
                       std::span(after.set.measures), used_measures(after.set), compare_measures);
}

std::vector<CriteriaChange> diff_data_tables(const SetView& before, const SetView& after) {
  const auto compare = [&](const DataTable& a, const DataTable& b) {
    return CriteriaChange{
        .aspects =
            differing({{Aspect::title, a.title == b.title},
                       {Aspect::checked,
                        is_same_own(a.checked, before.set.checked, b.checked, after.set.checked)},
                       {Aspect::where, is_alike(a.where, b.where)},
                       {Aspect::number, a.number == b.number},
                       {Aspect::columns, a.columns == b.columns && a.has_remarks == b.has_remarks},
                       {Aspect::note, a.note == b.note}}),
        .parts = diff_rows(before, a, after, b)};
  };
  const auto has_same_number = [](const DataTable& a, const DataTable& b) {
    return !a.number.empty() && a.number == b.number;
  };
  return changes(before.set.data_tables, after.set.data_tables, compare, has_same_title<DataTable>,
                 has_same_number);
}

}  // namespace kdcl

// Sheets 4 and 5 of the summary: what keeps schools from the next level, and what they do best.
#include <algorithm>
#include <numeric>

#include "base/number.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

using namespace summary_words;

constexpr size_t kMostHeatPlaces = 40;  // columns of a heat map that a page still holds
constexpr double kWeakWidth = 8.5;
constexpr double kPlaceWidth = 7.5;

/// The tables of one set: number, id and text of the thing, then figures. All stand in the same
/// columns.
struct SetTables {
  const SummaryView& view;
  size_t index;
  Sheet& sheet;
  size_t own;

  [[nodiscard]] const CriteriaSet& set() const { return view.run.sets[index]; }
  [[nodiscard]] const std::map<std::string, SetSums>& by_type() const {
    return view.summary.sets[index];
  }
  [[nodiscard]] std::vector<std::string> types() const {
    std::vector<std::string> types;
    for (const auto& [type, sums] : by_type()) types.push_back(type);
    return types_in_order(types);
  }
  [[nodiscard]] std::string title(const Message& message, const std::string& third = {}) const {
    return format_message(view.language(), message, sheet.tables.size() + 1,
                          set().title.in(view.language()), third);
  }
};

void add_figure(const SetTables& at, const std::string& head, std::string id, Table& table) {
  static_cast<void>(at);
  add_column(table, head, {.align = Align::right, .width = kWeakWidth, .id = std::move(id)});
}

/// What the rows are about: standard and id. The text comes last, where it takes the width that the
/// heat map needs for its places.
Table start_table(const SetTables& at, const std::string& id, const Message& title,
                  const Message& what, const std::string& third = {}) {
  Table table;
  table.id = id + "." + at.set().id;
  table.title = at.title(title, third);
  add_column(table, at.view, kStandardHead,
             {.align = Align::center, .fit = Fit::wrap, .width = 8, .id = "standard"});
  add_column(table, at.view, what, {.align = Align::center, .width = 10, .id = "id"});
  return table;
}

void add_text_column(const SetTables& at, Table& table, double width = 46) {
  add_column(table, at.view, kText, {.fit = Fit::wrap, .width = width});
}

void add_type_columns(const SetTables& at, Table& table) {
  if (at.by_type().size() < 2) return;
  for (const std::string& type : at.types())
    add_figure(at, type_words(type, at.view.language()), type.empty() ? "type_unknown" : type,
               table);
}

void add_type_cells(const SetTables& at, std::vector<uint64_t> SetSums::*counts, size_t position,
                    Row& row) {
  if (at.by_type().size() < 2) return;
  for (const std::string& type : at.types())
    row.cells.push_back(count_cell((at.by_type().at(type).*counts)[position]));
}

Row start_row(const SetTables& at, const Criterion& criterion, const std::string& id) {
  return {{text_cell(at.set().standards[criterion.standard].id), text_cell(id)}, {}};
}

void add_row(const SetTables& at, Row row, const LocalText& text, Table& table) {
  row.cells.push_back(text_cell(text.in(at.view.language())));
  table.rows.push_back(std::move(row));
}

/// A live share of a count in column 2 of the rows that the title names.
Cell share_of_rows(const SetTables& at, size_t row, uint64_t part, uint64_t whole) {
  return {Formula{.pattern = fmt::format("{{0}}/{}", whole == 0 ? 1 : whole),
                  .references = {{at.own, at.sheet.tables.size(), 2, row}},
                  .value = whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0,
                  .decimals = 1,
                  .percent = true},
          {}};
}

void add_indicators(const SetTables& at) {
  const SetSums total = set_total(at.view, at.index);
  std::vector<size_t> order(at.set().indicators.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::stable_sort(order.begin(), order.end(), [&total](size_t a, size_t b) {
    return std::pair(total.kept[a], total.only[a]) > std::pair(total.kept[b], total.only[b]);
  });
  Table table = start_table(at, "weak_indicators",
                            {"{0}. {1}: chỉ báo, xếp theo số trường vướng (trên {2})",
                             "{0}. {1}: indicators by the schools they keep (of {2})"},
                            kIndicator, count_of_schools(total.rows, at.view.language()));
  add_figure(at, at.view.said(kKept), "kept", table);
  add_figure(at, "%", "kept_share", table);
  add_figure(at, at.view.said(kOnly), "only", table);
  add_type_columns(at, table);
  add_text_column(at, table, 80);  // sentences, the others are titles
  for (const size_t i : order) {
    if (total.kept[i] == 0) break;
    const Indicator& indicator = at.set().indicators[i];
    Row row = start_row(at, at.set().criteria[indicator.criterion], indicator.name);
    row.cells.push_back(count_cell(total.kept[i]));
    row.cells.push_back(share_of_rows(at, table.rows.size(), total.kept[i], total.rows));
    row.cells.push_back(count_cell(total.only[i]));
    add_type_cells(at, &SetSums::kept, i, row);
    add_row(at, std::move(row), indicator.text, table);
  }
  if (table.rows.empty()) {
    Row row;
    row.cells.resize(table.columns.size() - 1);
    row.cells.push_back(text_cell(
        at.view.said({"Không có chỉ báo nào giữ trường lại.", "No indicator keeps a school."})));
    table.rows.push_back(std::move(row));
  }
  at.sheet.tables.push_back(std::move(table));
}

void add_standards(const SetTables& at) {
  const SetSums total = set_total(at.view, at.index);
  Table table = start_table(at, "weak_standards",
                            {"{0}. {1}: theo tiêu chuẩn", "{0}. {1}: by standard"}, kCriterion);
  table.header[0][1].text.clear();
  table.columns[1].id.clear();
  add_figure(at, at.view.said(kKept), "kept", table);
  add_figure(at, "%", "kept_share", table);
  add_type_columns(at, table);
  add_text_column(at, table);
  for (size_t i = 0; i < at.set().standards.size(); ++i) {
    const Standard& standard = at.set().standards[i];
    Row row{{text_cell(standard.id),
             {},
             count_cell(total.kept_by_standard[i]),
             share_of_rows(at, table.rows.size(), total.kept_by_standard[i], total.rows)},
            {}};
    add_type_cells(at, &SetSums::kept_by_standard, i, row);
    add_row(at, std::move(row), standard.title, table);
  }
  at.sheet.tables.push_back(std::move(table));
}

/// Form P5: how many schools stand at which level of a criterion.
void add_levels(const SetTables& at) {
  const SetSums total = set_total(at.view, at.index);
  const size_t stride = at.set().levels.size() + 1;
  Table table = start_table(
      at, "criterion_levels",
      {"{0}. {1}: mức đạt được của từng tiêu chí", "{0}. {1}: levels reached by each criterion"},
      kCriterion);
  add_figure(at, at.view.said({"Dưới mức 1", "Below 1"}), "level_0", table);
  for (const Level& level : at.set().levels)
    add_figure(at, level.title.in(at.view.language()), "level_" + std::to_string(level.level),
               table);
  add_text_column(at, table);
  for (size_t i = 0; i < at.set().criteria.size(); ++i) {
    const Criterion& criterion = at.set().criteria[i];
    Row row = start_row(at, criterion, criterion.id);
    for (size_t level = 0; level < stride; ++level)
      row.cells.push_back(count_cell(total.reached[i * stride + level]));
    add_row(at, std::move(row), criterion.title, table);
  }
  at.sheet.tables.push_back(std::move(table));
}

/// Places by how often any criterion keeps a school there, the first `kMostHeatPlaces`, then by
/// name.
std::vector<std::string> heat_places(const std::map<std::string, PlaceSums>& places) {
  std::vector<std::pair<uint64_t, std::string>> order;
  for (const auto& [place, sums] : places)
    order.emplace_back(std::accumulate(sums.kept.begin(), sums.kept.end(), uint64_t{0}), place);
  std::stable_sort(order.begin(), order.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (order.size() > kMostHeatPlaces) order.resize(kMostHeatPlaces);
  std::vector<std::string> names;
  for (const auto& [count, place] : order) names.push_back(place);
  return places_in_order(std::move(names));
}

void add_heat_map(const SetTables& at) {
  const auto& places = at.view.summary.places[at.index];
  const std::vector<std::string> names = heat_places(places);
  Table table = start_table(at, "heat",
                            {"{0}. {1}: số trường vướng ở từng tiêu chí, theo {2}",
                             "{0}. {1}: schools that each criterion keeps, by {2}"},
                            kCriterion, lower_first(place_title(at.view.places())));
  for (const std::string& place : names)
    table.columns.push_back({.align = Align::right,
                             .width = kPlaceWidth,
                             .id = place.empty() ? "unknown" : place,
                             .heat = true}),
        table.header[0].push_back({place_words(at.view.places(), place)});
  add_text_column(at, table);
  for (size_t i = 0; i < at.set().criteria.size(); ++i) {
    const Criterion& criterion = at.set().criteria[i];
    Row row = start_row(at, criterion, criterion.id);
    for (const std::string& place : names)
      row.cells.push_back(count_cell(places.at(place).kept[i]));
    add_row(at, std::move(row), criterion.title, table);
  }
  if (places.size() > names.size())
    at.sheet.footnotes.insert(at.sheet.footnotes.begin(),
                              format_message(at.view.language(),
                                             {"Chỉ in {0} nơi có nhiều trường vướng nhất trong {1} "
                                              "nơi; --by chọn cột ít giá trị hơn.",
                                              "Only the {0} places with most schools kept, of {1}; "
                                              "--by chooses a column with fewer values."},
                                             names.size(), places.size()));
  at.sheet.tables.push_back(std::move(table));
}

bool has_stages(const SummaryView& view) {
  const std::vector<size_t> used = sets_in_use(view);
  return std::any_of(used.begin(), used.end(),
                     [&](size_t set) { return view.run.sets[set].per_stage; });
}

int highest_level(const CriteriaSet& set, const Criterion& criterion) {
  return set.indicators[criterion.first_indicator + criterion.indicator_count - 1].level;
}

/// Rows of one kind whose criterion is at its highest level, and all where it is applicable.
std::pair<uint64_t, uint64_t> at_highest(const CriteriaSet& set, const SetSums& sums,
                                         size_t criterion) {
  const size_t stride = set.levels.size() + 1;
  const auto first = sums.reached.begin() + static_cast<ptrdiff_t>(criterion * stride);
  const auto highest = static_cast<ptrdiff_t>(highest_level(set, set.criteria[criterion]));
  return {first[highest],
          std::accumulate(first, first + static_cast<ptrdiff_t>(stride), uint64_t{0})};
}

void add_strengths(const SetTables& at) {
  const SetSums total = set_total(at.view, at.index);
  Table table = start_table(at, "strengths", {"{0}. {1}", "{0}. {1}"}, kCriterion);
  add_figure(at, at.view.said({"Mức cao nhất", "Highest level"}), "highest_level", table);
  add_figure(at, at.view.said({"Số trường đạt", "Schools there"}), "schools", table);
  add_figure(at, at.view.said(words::kOutOf), "of", table);
  add_figure(at, "%", "share", table);
  add_type_columns(at, table);
  add_text_column(at, table);
  std::vector<size_t> order(at.set().criteria.size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto share = [&](size_t i) {
    const auto [part, whole] = at_highest(at.set(), total, i);
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](size_t a, size_t b) { return share(a) > share(b); });
  for (const size_t i : order) {
    const Criterion& criterion = at.set().criteria[i];
    const auto [part, whole] = at_highest(at.set(), total, i);
    Row row = start_row(at, criterion, criterion.id);
    row.cells.push_back(count_cell(static_cast<size_t>(highest_level(at.set(), criterion))));
    row.cells.push_back(count_cell(part));
    row.cells.push_back(count_cell(whole));
    row.cells.push_back(
        row_share(at.own, at.sheet.tables.size(), table.rows.size(), 3, 4, part, whole));
    if (at.by_type().size() > 1)
      for (const std::string& type : at.types())
        row.cells.push_back(count_cell(at_highest(at.set(), at.by_type().at(type), i).first));
    add_row(at, std::move(row), criterion.title, table);
  }
  at.sheet.tables.push_back(std::move(table));
}

}  // namespace

Sheet make_weakness_sheet(const SummaryView& view, size_t own) {
  Sheet sheet = summary_page(view, {"4 Điểm yếu", "4 Weaknesses"}, 4,
                             view.said({"CHỈ BÁO CÒN VƯỚNG ĐỂ LÊN MỨC TIẾP THEO",
                                        "INDICATORS IN THE WAY OF THE NEXT LEVEL"}));
  for (const size_t index : sets_in_use(view)) {
    const SetTables at{view, index, sheet, own};
    add_indicators(at);
    add_standards(at);
    add_levels(at);
    add_heat_map(at);
  }
  if (has_stages(view)) sheet.footnotes.insert(sheet.footnotes.begin(), view.said(kRowNote));
  return sheet;
}

Sheet make_strength_sheet(const SummaryView& view, size_t own) {
  Sheet sheet =
      summary_page(view, {"5 Điểm mạnh", "5 Strengths"}, 5,
                   view.said({"TIÊU CHÍ ĐẠT MỨC CAO NHẤT", "CRITERIA AT THEIR HIGHEST LEVEL"}));
  for (const size_t index : sets_in_use(view)) add_strengths({view, index, sheet, own});
  if (has_stages(view)) sheet.footnotes.insert(sheet.footnotes.begin(), view.said(kRowNote));
  return sheet;
}

}  // namespace kdcl

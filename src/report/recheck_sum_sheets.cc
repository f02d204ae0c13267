// Sheets 1 and 2 of the recheck: shares and counts, in all and by type and place, with live sums.
#include "report/line_counts.h"
#include "report/recheck_page.h"
#include "report/recheck_sheets.h"
#include "report/recheck_words.h"
#include "report/summary_words.h"

namespace kdcl {
namespace {

using namespace recheck_words;

constexpr double kCountWidth = 11;

/// Where a table will stand, for its formulas.
struct TablePlace {
  size_t sheet = 0;
  size_t table = 0;

  [[nodiscard]] Reference cell(size_t column, size_t row) const {
    return {sheet, table, column, row};
  }
};

Table share_table(const RecheckView& view, const TablePlace& place, const RecheckSums& total) {
  Table table;
  table.id = "share";
  const auto add = [&](const Message& head, Column column) {
    add_column(table, view.said(head), std::move(column));
  };
  add(words::kResult, {.fit = Fit::wrap, .width = 40, .id = "if"});
  add(words::kCount, {.align = Align::right, .width = kCountWidth, .id = "schools"});
  add(words::kOutOf, {.align = Align::right, .width = kCountWidth, .id = "of"});
  add(words::kShareHead, {.align = Align::right, .width = kCountWidth, .id = "share"});
  add({"Thay đổi (điểm)", "Change (points)"},
      {.align = Align::center, .fit = Fit::wrap, .width = kCountWidth, .id = "change"});
  const auto lines = share_lines(total);
  const auto points = [&total](uint64_t part) {
    return total.schools > 0 ? 100 * static_cast<double>(part) / static_cast<double>(total.schools)
                             : 0;
  };
  for (size_t row = 0; row < lines.size(); ++row) {
    table.rows.push_back(
        {{text_cell(view.said(lines[row].label)), count_cell(lines[row].part),
          count_cell(total.schools),
          divide_cells(place.cell(1, row), place.cell(2, row), lines[row].part, total.schools)},
         {}});
    if (row > 0)
      table.rows[row].cells.push_back(
          {Formula{.pattern = "({0}-{1})*100",
                   .references = {place.cell(3, row), place.cell(3, 0)},
                   .value = points(lines[row].part) - points(lines[0].part),
                   .decimals = 1,
                   .signed_value = true},
           {}});
  }
  return table;
}

/// A row a standing, a column a validity, sums on both sides.
Table matrix_table(const RecheckView& view, const TablePlace& place, const RecheckSums& total) {
  Table table;
  table.id = "results";
  add_column(table, view.said(kStandingHead), {.fit = Fit::wrap, .width = 40, .id = "result"});
  const std::array<std::string, kValidities> ids{"valid", "expiring", "expired", "undated",
                                                 "of_predecessor"};
  for (size_t i = 0; i < kValidities; ++i)
    add_column(table, view.said(validity_name(static_cast<Validity>(i))),
               {.align = Align::right, .fit = Fit::wrap, .width = kCountWidth, .id = ids[i]});
  add_column(table, view.said(summary_words::kAll),
             {.align = Align::right, .width = kCountWidth, .id = "schools"});
  for (size_t row = 0; row < kStandings; ++row) {
    const auto standing = static_cast<Standing>(row);
    table.rows.push_back({{standing_cell(view, standing)}, {}});
    for (size_t i = 0; i < kValidities; ++i)
      table.rows[row].cells.push_back(count_cell(total.at(standing, static_cast<Validity>(i))));
    table.rows[row].cells.push_back(
        {Formula{.pattern = "SUM({0}:{1})",
                 .references = {place.cell(1, row), place.cell(kValidities, row)},
                 .value = static_cast<double>(total.all(standing))},
         {}});
  }
  Row sums{{text_cell(view.said(summary_words::kAll), {.bold = true})}, {}};
  for (size_t i = 0; i < kValidities; ++i)
    sums.cells.push_back(
        sum_column({place.sheet, place.table, i + 1, {}}, total.all(static_cast<Validity>(i))));
  sums.cells.push_back(
      sum_column({place.sheet, place.table, kValidities + 1, {}}, view.recheck.schools.size()));
  table.totals = {std::move(sums)};
  return table;
}

// Positions in the table of groups.
constexpr size_t kSchoolsAt = 2, kInForceAt = 3, kHoldsAt = 5, kDoubtfulAt = 6, kColumns = 13;

void add_group_columns(const RecheckView& view, const std::string& head, const std::string& id,
                       Table& table) {
  table.columns = {{.align = Align::center, .width = 6}, {.fit = Fit::wrap, .width = 34, .id = id}};
  for (const char* column :
       {"schools", "in_force", "in_force_share", "holds", "doubtful", "falls_short", "no_data",
        "share_if_holding", "share_with_doubtful", "expiring", "expired"})
    table.columns.push_back({.align = Align::right, .width = 10, .id = column});
  table.header = {{{view.said(words::kOrder), 1, 2},
                   {head, 1, 2},
                   {view.said(words::kNationalWhole), 1, 2},
                   {view.said(kInForce), 2, 1},
                   {view.said({"Trong đó", "Of these"}), 4, 1},
                   {view.said({"Tỉ lệ nếu giữ", "Share if kept by"}), 2, 1},
                   {view.said(kExpiring), 1, 2},
                   {view.said(kExpired), 1, 2}},
                  {{view.said(summary_words::kNumber)},
                   {view.said(summary_words::kPercent)},
                   {view.said(kHolds)},
                   {view.said(kDoubtful)},
                   {view.said(kFallsShort)},
                   {view.said(kNoData)},
                   {view.said({"Vẫn đạt", "Holding"})},
                   {view.said({"Kể cả nghi vấn", "With doubtful"})}}};
}

/// The figures of a row; in the last one counts are sums of the columns.
void add_figures(const RecheckSums& sums, const TablePlace& place, size_t row, bool is_total,
                 Row& cells) {
  const auto count = [&](uint64_t value) {
    const Reference column{place.sheet, place.table, cells.cells.size(), {}};
    cells.cells.push_back(is_total ? sum_column(column, value) : count_cell(value));
  };
  const auto share = [&](size_t part_at, uint64_t part) {
    cells.cells.push_back(
        divide_cells(place.cell(part_at, row), place.cell(kSchoolsAt, row), part, sums.schools));
  };
  const uint64_t sure = sums.in_force(Standing::holds);
  const uint64_t open = sums.in_force(Standing::doubtful);
  count(sums.schools);
  count(sums.in_force());
  share(kInForceAt, sums.in_force());
  count(sure);
  count(open);
  count(sums.in_force(Standing::falls_short));
  count(sums.in_force(Standing::no_data));
  share(kHoldsAt, sure);
  Cell both = divide_cells(place.cell(kHoldsAt, row), place.cell(kSchoolsAt, row), sure + open,
                           sums.schools);
  auto& formula = std::get<Formula>(both.content);
  formula.pattern = "IF({1}=0,0,({0}+{2})/{1})";
  formula.references.push_back(place.cell(kDoubtfulAt, row));
  cells.cells.push_back(std::move(both));
  count(sums.all(Validity::expiring));
  count(sums.all(Validity::expired));
}

/// A row a group, named by `words`.
template <typename Words>
Table group_table(const RecheckView& view, const TablePlace& place, const NamedSums& groups,
                  Words words, const std::string& head, const std::string& id) {
  Table table;
  table.id = "by_" + id;
  table.title = format_message(view.language(), {"{0}. Theo {1}", "{0}. By {1}"}, place.table + 1,
                               lower_first(head));
  add_group_columns(view, head, id, table);
  for (const auto& [name, sums] : groups) {
    Row row{{count_cell(table.rows.size() + 1), text_cell(words(name))}, {}};
    row.cells.reserve(kColumns);
    add_figures(sums, place, table.rows.size(), false, row);
    table.rows.push_back(std::move(row));
  }
  Row total{{{}, text_cell(view.said(summary_words::kAll), {.bold = true})}, {}};
  add_figures(view.recheck.total(), place, table.rows.size(), true, total);
  table.totals = {std::move(total)};
  return table;
}

/// A row an indicator.
Table reworded_table(const RecheckView& view) {
  Table table;
  table.id = "reworded";
  add_column(table, view.said(words::kSets), {.width = 40, .id = "criteria_set"});
  add_column(table, view.said(words::kDocument), {.fit = Fit::wrap, .width = 22, .id = "document"});
  add_column(table, view.said(words::kIndicatorHead), {.width = 11, .id = "indicator"});
  for (const RewordedIndicators& reworded : view.recheck.reworded) {
    const CriteriaSet& set = view.run.sets[reworded.set];
    for (const uint32_t i : reworded.indicators)
      table.rows.push_back(
          {{text_cell(set.id), text_cell(set.document), text_cell(set.indicators[i].name)}, {}});
  }
  return table;
}

void add_notes(const RecheckView& view, Sheet& sheet) {
  const std::vector<std::string> notes = share_notes(view);
  sheet.footnotes.insert(sheet.footnotes.begin(), notes.begin(), notes.end());
}

}  // namespace

Sheet make_recheck_overview(const RecheckView& view, size_t own) {
  Sheet sheet = recheck_page(view, {"1 Tổng quan", "1 Overview"}, 1,
                             view.said({"KẾT QUẢ RÀ SOÁT TRƯỜNG ĐẠT CHUẨN QUỐC GIA",
                                        "RECOGNISED SCHOOLS UNDER THE STANDARDS IN FORCE"}));
  const auto add = [&](const Message& title, Table table) {
    table.title = numbered(view.language(), sheet, title);
    sheet.tables.push_back(std::move(table));
  };
  const auto add_result = [&](const Message& share, const Message& matrix, const RecheckSums& total,
                              const std::string& suffix) {
    for (const bool is_share : {true, false}) {
      const TablePlace place{own, sheet.tables.size()};
      Table table = is_share ? share_table(view, place, total) : matrix_table(view, place, total);
      table.id += suffix;
      add(is_share ? share : matrix, std::move(table));
    }
  };
  const bool has_second = !view.recheck.reworded.empty();
  for (std::string& line : reworded_lines(view)) sheet.subtitles.push_back(std::move(line));
  if (has_second)
    add({"{0}. Chỉ báo đã sửa nội dung", "{0}. Reworded indicators"}, reworded_table(view));
  const size_t first = sheet.tables.size();
  const RecheckSums total = view.recheck.total();
  add_result(
      {"{0}. Tỉ lệ trường đạt chuẩn quốc gia", "{0}. Share of schools at the national standard"},
      {"{0}. Kết quả rà soát", "{0}. Results"}, total, "");
  if (has_second)
    add_result({"{0}. Tỉ lệ trường đạt chuẩn quốc gia, không xét chỉ báo đã sửa nội dung",
                "{0}. Share of schools at the national standard, without the reworded indicators"},
               {"{0}. Kết quả rà soát, không xét chỉ báo đã sửa nội dung",
                "{0}. Results, without the reworded indicators"},
               view.recheck.without_reworded, "_without_reworded");
  if (total.schools > 0)
    sheet.chart = Chart{.title = view.said({"Tỉ lệ trường đạt chuẩn quốc gia",
                                            "Share of schools at the national standard"}),
                        .table = first,
                        .series = {{view.said(words::kShareHead), 3}},
                        .low = 0.0};
  add_notes(view, sheet);
  return sheet;
}

Sheet make_recheck_places(const RecheckView& view, size_t own) {
  const std::string head = place_title(view.places());
  Sheet sheet =
      recheck_page(view, kTabPlaces, 2, format_message(view.language(), kTitlePlaces, upper(head)));
  sheet.tables.push_back(group_table(
      view, {own, 0}, sums_by_place(view.recheck),
      [&view](const std::string& place) { return place_words(view.places(), place); }, head,
      "place"));
  sheet.tables.push_back(group_table(
      view, {own, 1}, sums_by_type(view.recheck),
      [&view](const std::string& type) { return type_words(type, view.language()); },
      view.said(words::kType), "school_type"));
  add_notes(view, sheet);
  return sheet;
}

}  // namespace kdcl

// Sheets 1 and 3 of the summary: by school type and by place.
#include <algorithm>

#include "base/figures.h"
#include "report/phrases.h"
#include "report/sum_table.h"
#include "report/summary_page.h"
#include "report/summary_sheets.h"
#include "report/summary_words.h"
#include "report/words.h"

namespace kdcl {
namespace {

using namespace summary_words;

constexpr std::array kOwnerships{Ownership::state, Ownership::other, Ownership::unknown};
constexpr std::array<std::string_view, 3> kRoman{"I", "II", "III"};

/// Sums of the groups for which `is_wanted`, by a name taken from the group.
template <typename Wanted, typename Name>
std::map<std::string, SchoolSums> sums_by(const Summary& summary, Wanted is_wanted, Name name_of) {
  std::map<std::string, SchoolSums> sums;
  for (const auto& [group, counted] : summary.groups)
    if (is_wanted(group)) sums[name_of(group)] += counted;
  return sums;
}

SchoolSums sum_of(const std::map<std::string, SchoolSums>& parts) {
  SchoolSums sum;
  for (const auto& [name, sums] : parts) sum += sums;
  return sum;
}

std::vector<std::string> names_of(const std::map<std::string, SchoolSums>& sums) {
  std::vector<std::string> names;
  for (const auto& [name, counted] : sums) names.push_back(name);
  return names;
}

Cell bold(std::string text) { return text_cell(std::move(text), {.bold = true}); }

/// A block: its line of sums, then a line a type. The row of the sums.
size_t add_block(const SummaryView& view, Ownership ownership, size_t number,
                 const std::map<std::string, SchoolSums>& types, SumTable& table) {
  const size_t sum =
      table.open_sum({bold(std::string(kRoman[number])), bold(ownership_words(view, ownership))});
  std::vector<size_t> rows;
  for (const std::string& type : types_in_order(names_of(types))) {
    rows.push_back(table.rows());
    table.add({count_cell(rows.size()), text_cell(type_words(type, view.language()))},
              types.at(type));
  }
  table.close_sum(sum, rows, sum_of(types));
  return sum;
}

std::vector<HeaderCell> leading_heads(const SummaryView& view, std::string label) {
  return {{view.said(words::kOrder)}, {std::move(label)}};
}

std::vector<Column> leading_columns(std::string id, double width) {
  return {{.align = Align::center, .width = 5},
          {.fit = Fit::wrap, .width = width, .id = std::move(id)}};
}

/// Says which columns are blank, below what the figures are.
void add_blank_note(const SummaryView& view, const std::vector<SumColumn>& columns, Sheet& sheet) {
  const std::vector<std::string> names = unknown_counts(columns);
  if (names.empty()) return;
  sheet.footnotes.insert(sheet.footnotes.begin() + 1,
                         format_message(view.language(),
                                        {"Ô trống là không có dữ liệu: {0}.",
                                         "Blank cells: the data do not say. {0}."},
                                        joined(names, "; ")));
}

void add_certificate_note(const SummaryView& view, Sheet& sheet) {
  const std::string remarks = certificate_remarks(view);
  if (remarks.empty()) return;
  sheet.footnotes.insert(sheet.footnotes.begin() + 1,
                         format_message(view.language(),
                                        {"Giấy chứng nhận KĐCLGD không tính: {0}.",
                                         "Accreditation certificates not counted: {0}."},
                                        remarks));
}

void add_unclear_note(const SummaryView& view, Sheet& sheet) {
  const uint64_t unclear = view.summary.total().at(SchoolCount::recognized_unclear);
  if (unclear == 0) return;
  sheet.footnotes.insert(
      sheet.footnotes.begin(),
      format_message(view.language(),
                     {"{0} được công nhận trong năm chưa rõ mới hay lại: dữ liệu không có cột {1}.",
                      "Of {0} recognised in the year it is not known whether newly or again: the "
                      "data lack the column {1}."},
                     count_of_schools(unclear, view.language()), "recognized_before"));
}

}  // namespace

Sheet make_type_sheet(const SummaryView& view, size_t own) {
  Sheet sheet =
      summary_page(view, {"1 Tổng hợp", "1 Summary"}, 1,
                   view.said({"TỔNG HỢP KẾT QUẢ THEO LOẠI TRƯỜNG", "RESULTS BY SCHOOL TYPE"}));
  SumTable table(form_columns(view), own, 0);
  std::vector<size_t> blocks;
  for (const Ownership ownership : kOwnerships) {
    const auto types = sums_by(
        view.summary, [=](const SchoolGroup& group) { return group.ownership == ownership; },
        [](const SchoolGroup& group) { return group.type; });
    if (types.empty()) continue;
    blocks.push_back(add_block(view, ownership, blocks.size(), types, table));
  }
  table.total(view.said(kAll), blocks, view.summary.total());
  sheet.tables = {
      table.finish(leading_heads(view, view.said(kTypeHead)), leading_columns("school_type", 24))};
  sheet.tables[0].id = "by_type";
  sheet.tables[0].columns.push_back({.width = 9});
  sheet.tables[0].header[0].push_back({view.said(words::kRemark), 1, 2});
  sheet.footnotes.insert(sheet.footnotes.begin(), view.said(kScoreBasis));
  add_blank_note(view, form_columns(view), sheet);
  add_certificate_note(view, sheet);
  add_unclear_note(view, sheet);
  return sheet;
}

Sheet make_place_sheet(const SummaryView& view, size_t own) {
  Sheet sheet = summary_page(
      view, kTabPlaces, 3,
      format_message(view.language(), kTitlePlaces, upper(place_title(view.places()))));
  std::vector<SumColumn> columns = place_columns(view);
  const auto is_share = [](const SumColumn& column) { return column.id == "decided_share"; };
  const auto share = std::find_if(columns.begin(), columns.end(), is_share) - columns.begin();
  for (SumColumn& column : columns) column.width = 9;
  SumTable table(std::move(columns), own, 0);
  const auto places = sums_by(
      view.summary, [](const SchoolGroup&) { return true; },
      [](const SchoolGroup& group) { return group.place; });
  std::vector<size_t> rows;
  for (const std::string& place : places_in_order(names_of(places))) {
    rows.push_back(table.rows());
    table.add({count_cell(rows.size()), text_cell(place_words(view.places(), place))},
              places.at(place));
  }
  table.total(view.said(kAll), rows, view.summary.total());
  sheet.tables = {
      table.finish(leading_heads(view, place_title(view.places())), leading_columns("place", 26))};
  sheet.tables[0].id = "by_place";
  constexpr size_t kMostBars = 40;
  if (rows.size() <= kMostBars && view.summary.total().at(SchoolCount::national) > 0) {
    sheet.chart = Chart{.kind = Chart::Kind::bars,
                        .title = view.said(words::kByDecision),
                        .labels = 1,
                        .series = {{view.said(words::kByDecision), 2 + static_cast<size_t>(share)}},
                        .low = 0.0};
  } else {
    sheet.main_table = 0;
    sheet.frozen_columns = 2;
  }
  sheet.footnotes.insert(sheet.footnotes.begin(), view.said(kScoreBasis));
  add_blank_note(view, place_columns(view), sheet);
  return sheet;
}

}  // namespace kdcl

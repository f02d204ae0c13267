#include "report/criteria_diff.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/changed_words.h"
#include "report/criteria_diff_lines.h"
#include "report/criteria_diff_words.h"
#include "report/criteria_words.h"
#include "report/phrases.h"
#include "report/source_tables.h"

namespace kdcl {

using namespace diff_words;

namespace {

constexpr Style kBold{.bold = true};
constexpr size_t kLongestName = 12;  // in a column of its own in text

struct ChangeCount {
  size_t added = 0, removed = 0, changed = 0;
};

ChangeCount& operator+=(ChangeCount& sum, std::span<const CriteriaChange> changes) {
  for (const CriteriaChange& change : changes)
    ++(!change.before ? sum.added : !change.after ? sum.removed : sum.changed);
  return sum;
}

Row count_row(const DiffView& view, const Message& label, size_t before, size_t after,
              const ChangeCount& count) {
  return {{text_cell(view.said(label)), count_cell(before), count_cell(after),
           count_cell(count.added), count_cell(count.removed), count_cell(count.changed)}};
}

/// How many standards, criteria and indicators there are and how many of them differ.
Table count_table(const DiffView& view) {
  const CriteriaSet& before = view.set_before();
  const CriteriaSet& after = view.set_after();
  ChangeCount standards, criteria, indicators;
  standards += view.diff.standards;
  for (const CriteriaChange& standard : view.diff.standards) {
    criteria += standard.parts;
    for (const CriteriaChange& criterion : standard.parts) indicators += criterion.parts;
  }
  Table table;
  table.columns = {{.width = 20}};
  table.columns.resize(6, {.align = Align::right, .width = 12});
  table.header = {{{view.said(kPart)},
                   {view.said(kBefore)},
                   {view.said(kAfter)},
                   {view.said({"Bổ sung", "Added"})},
                   {view.said({"Bãi bỏ", "Removed"})},
                   {view.said({"Sửa đổi", "Changed"})}}};
  table.rows = {
      count_row(view, kStandards, before.standards.size(), after.standards.size(), standards),
      count_row(view, kCriteria, before.criteria.size(), after.criteria.size(), criteria),
      count_row(view, kIndicators, before.indicators.size(), after.indicators.size(), indicators)};
  return table;
}

/// "Trường tiểu học (tieu-hoc-2018), 17/2018/TT-BGDĐT. Hiệu lực từ 10/10/2018".
std::string set_line(const CriteriaSet& set, Language language) {
  return set.title.in(language) + " (" + set.id + "), " + set.document + ". " +
         in_force_line(set, language);
}

Report empty_report(const DiffView& view) {
  constexpr int64_t kSecondsOfDay = 86400;
  Report report{.language = view.language, .title = view.said(kTitle)};
  report.producer = "kdcl " KDCL_VERSION;
  report.created = std::max(view.set_before().issued, view.set_after().issued) * kSecondsOfDay;
  return report;
}

/// The parts of a comparison, each a sheet or a table.
struct Part {
  Message title;
  std::vector<DiffLine> (*make)(const DiffView&);
};
constexpr std::array kParts{Part{Message{"Quy định chung", "General rules"}, general_lines},
                            Part{kCriteria, criteria_lines},
                            Part{Message{"Số liệu", "Figures"}, figure_lines},
                            Part{kDataTables, data_table_lines}};

Row text_row(const std::string& name, const std::string& what, const std::string& sign,
             const std::string& text, Style style) {
  return {{text_cell(name, style), text_cell(what, style), text_cell(sign, style),
           text_cell(text, style)}};
}

/// The earlier text, then the later one; name and kind only once.
void add_text_rows(const DiffLine& line, bool is_first_of_name, Table& table) {
  const std::string name = is_first_of_name ? line.name : std::string();
  const Style style = line.is_heading ? kBold : Style{};
  if (line.before == line.after) {
    table.rows.push_back(text_row(name, line.what, "", line.after, style));
    return;
  }
  const auto [before, after] = mark_changed_words(line.before, line.after);
  if (!before.empty()) table.rows.push_back(text_row(name, line.what, "−", before, style));
  if (after.empty()) return;
  const bool is_alone = before.empty();
  table.rows.push_back(
      text_row(is_alone ? name : "", is_alone ? line.what : "", "+", after, style));
}

size_t longest_name(const std::vector<DiffLine>& lines) {
  size_t longest = 0;
  for (const DiffLine& line : lines) longest = std::max(longest, display_width(line.name));
  return longest;
}

/// Names of fields may be too long for a column of their own: they stand in front of the texts.
void move_names_inside(std::vector<DiffLine>& lines) {
  for (DiffLine& line : lines) {
    for (std::string* text : {&line.before, &line.after})
      if (!text->empty()) *text = line.name + " · " + *text;
    line.name.clear();
  }
}

Table text_table(std::vector<DiffLine> lines) {
  if (longest_name(lines) > kLongestName) move_names_inside(lines);
  Table table;
  table.columns = {{}, {.fit = Fit::wrap}, {}, {.fit = Fit::wrap}};
  const DiffLine* last = nullptr;
  for (const DiffLine& line : lines) {
    if (last && line.is_heading && !last->is_heading) table.rows.emplace_back();
    add_text_rows(line, !last || line.name != last->name, table);
    last = &line;
  }
  return table;
}

Row side_row(const DiffLine& line, bool has_name) {
  const Style style = line.is_heading ? kBold : Style{};
  const auto [before, after] = mark_changed_words(line.before, line.after);
  Row row;
  if (has_name) row.cells.push_back(text_cell(line.name, style));
  for (const std::string& text : {line.what, before, after})
    row.cells.push_back(text_cell(text, style));
  return row;
}

/// The texts side by side; without a column of names where there are none.
Table side_table(const DiffView& view, const std::vector<DiffLine>& lines) {
  Table table;
  std::vector<HeaderCell> header;
  const auto add_column = [&](const std::string& label, const Column& column) {
    header.push_back({label});
    table.columns.push_back(column);
  };
  const size_t longest = longest_name(lines);
  if (longest > 0) add_column(view.said(kCode), {.width = static_cast<double>(longest) + 2});
  add_column(view.said({"Khác ở", "Difference"}), {.fit = Fit::wrap, .width = 24});
  add_column(view.said(kBefore) + ": " + view.set_before().id, {.fit = Fit::wrap, .width = 60});
  add_column(view.said(kAfter) + ": " + view.set_after().id, {.fit = Fit::wrap, .width = 60});
  table.header = {header};
  for (const DiffLine& line : lines) table.rows.push_back(side_row(line, longest > 0));
  return table;
}

Sheet part_sheet(const DiffView& view, const Part& part, const std::vector<DiffLine>& lines) {
  Sheet sheet{.name = view.said(part.title), .title = view.said(part.title)};
  sheet.subtitles = {view.said(kMarks)};
  sheet.tables.push_back(side_table(view, lines));
  sheet.main_table = 0;
  return sheet;
}

Sheet summary_sheet(const DiffView& view) {
  Sheet sheet{.name = view.said({"Tóm tắt", "Summary"}), .title = view.said(kTitle)};
  sheet.subtitles = {view.said(kBefore) + ": " + set_line(view.set_before(), view.language),
                     view.said(kAfter) + ": " + set_line(view.set_after(), view.language)};
  if (view.diff.is_empty())
    sheet.subtitles.push_back(view.said(kNoDifference));
  else
    sheet.tables.push_back(count_table(view));
  return sheet;
}

Sheet source_sheet(const DiffView& view) {
  Sheet sheet{.name = view.said(kSources), .title = view.said(kSources)};
  Table table = sets_table(view.before, {0}, view.language);
  for (Row& row : sets_table(view.after, {0}, view.language).rows)
    table.rows.push_back(std::move(row));
  sheet.tables.push_back(std::move(table));
  sheet.footnotes = {"kdcl " KDCL_VERSION};
  return sheet;
}

}  // namespace

Report make_criteria_diff_text(const Run& before, const Run& after, const CriteriaDiff& diff,
                               Language language) {
  const DiffView view{before, after, diff, language};
  Report report = empty_report(view);
  Sheet sheet;
  if (diff.is_empty()) {
    sheet.subtitles = {view.said(kNoDifference)};
  } else {
    sheet.title = report.title;
    sheet.subtitles = {"− " + set_line(view.set_before(), language),
                       "+ " + set_line(view.set_after(), language)};
    sheet.tables.push_back(count_table(view));
    for (const Part& part : kParts) {
      Table table = text_table(part.make(view));
      if (table.rows.empty()) continue;
      table.title = view.said(part.title);
      sheet.tables.push_back(std::move(table));
    }
    sheet.footnotes = {view.said(kSigns)};
  }
  report.sheets.push_back(std::move(sheet));
  return report;
}

Report make_criteria_diff_workbook(const Run& before, const Run& after, const CriteriaDiff& diff,
                                   Language language) {
  const DiffView view{before, after, diff, language};
  Report report = empty_report(view);
  report.sheets.push_back(summary_sheet(view));
  for (const Part& part : kParts) {
    const std::vector<DiffLine> lines = part.make(view);
    if (!lines.empty()) report.sheets.push_back(part_sheet(view, part, lines));
  }
  report.sheets.push_back(source_sheet(view));
  return report;
}

}  // namespace kdcl

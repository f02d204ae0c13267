// Sheets 1 and 2 of the recheck: shares and counts, in all and by type and place, with live sums.
#include "report/recheck/sheets.h"

#include <algorithm>

#include "report/common/line_counts.h"
#include "report/recheck/page.h"
#include "report/summary/page.h"

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

// Sheets 3 to 7 of the recheck: lists of schools.

namespace {

using namespace recheck_words;
using summary_words::kInTheWay;

/// A list with the five columns of every list; others are added to it.
class SchoolTableMaker {
 public:
  SchoolTableMaker(const RecheckView& view, std::string id, std::string title = {}) : view_(view) {
    table_.id = std::move(id);
    table_.title = std::move(title);
    add_school_columns(view.places(), table_);
  }

  void add(const Message& head, Column column) {
    add_column(table_, view_.said(head), std::move(column));
  }
  void add_decision() { add_decision_columns(view_.language(), table_); }

  /// `add_cells` adds the cells behind the first five.
  template <typename AddCells>
  Table fill(RecheckedSchools schools, AddCells add_cells) && {
    const RecheckView& view = view_;
    fill_list(
        std::move(schools),
        [&view, add_cells](size_t index, const RecheckedSchool* school, Row& row) {
          row.cells.reserve(20);
          add_school_cells(view.places(), index + 1, school->record, row);
          add_cells(*school, row);
        },
        view.language(), table_);
    return std::move(table_);
  }

  template <typename Items, typename Make>
  Table fill_with(Items items, Make make) && {
    fill_list(std::move(items), make, view_.language(), table_);
    return std::move(table_);
  }

 private:
  const RecheckView& view_;
  Table table_;
};

Cell asked_cell(const RecheckedSchool& school) {
  return count_cell(static_cast<size_t>(school.asked));
}

/// One line of sheet 3.
struct ShortLine {
  const RecheckedSchool* school;
  ObstacleWords words;
};

std::vector<ShortLine> short_lines(const RecheckView& view) {
  std::vector<ShortLine> lines;
  for (const RecheckedSchool* school : schools_with(view, Standing::falls_short))
    for (ObstacleWords& words : obstacle_words(view, *school))
      lines.push_back({school, std::move(words)});
  return lines;
}

Table short_table(const RecheckView& view) {
  SchoolTableMaker table(view, "falls_short");
  table.add(summary_words::kDegree,
            {.align = Align::center, .fit = Fit::wrap, .width = 9, .id = "recognized_level"});
  table.add(summary_words::kUntil, {.align = Align::center, .width = 12, .id = "valid_until"});
  table.add(words::kLevelHead, {.align = Align::center, .width = 7, .id = "level"});
  table.add(kAsked, {.align = Align::center, .fit = Fit::wrap, .width = 7, .id = "asked"});
  table.add(summary_words::kIndicator, {.fit = Fit::wrap, .width = 10, .id = "indicator"});
  table.add(summary_words::kText, {.fit = Fit::wrap, .width = 38, .id = "what"});
  table.add({"Hiện trạng", "Found"}, {.fit = Fit::wrap, .width = 14, .id = "found"});
  table.add({"Yêu cầu", "Required"}, {.fit = Fit::wrap, .width = 13, .id = "required"});
  table.add({"Thiếu", "Short"}, {.fit = Fit::wrap, .width = 18, .id = "shortfall"});
  table.add(kException, {.fit = Fit::wrap, .width = 20, .id = "exception"});
  return std::move(table).fill_with(
      short_lines(view), [&view](size_t index, const ShortLine& line, Row& row) {
        const RecheckedSchool& school = *line.school;
        row.cells.reserve(15);
        add_school_cells(view.places(), index + 1, school.record, row);
        row.cells.push_back(count_cell(static_cast<size_t>(school.number)));
        row.cells.push_back({DateCell{school.record.decision.until}, {}});
        row.cells.push_back(level_cell(view, school));
        row.cells.push_back(asked_cell(school));
        for (const std::string& text :
             {line.words.indicator, line.words.what, line.words.found, line.words.required,
              line.words.shortfall, line.words.exception})
          row.cells.push_back(text_cell(text));
      });
}

Table doubtful_table(const RecheckView& view, std::string title) {
  SchoolTableMaker table(view, "doubtful", std::move(title));
  table.add(words::kLevelHead, {.align = Align::center, .width = 7, .id = "level"});
  table.add(kAsked, {.align = Align::center, .fit = Fit::wrap, .width = 7, .id = "asked"});
  table.add(kDecide, {.fit = Fit::wrap, .width = 28, .id = "unknown"});
  table.add({"Số liệu cần bổ sung", "Figures to add"},
            {.fit = Fit::wrap, .width = 42, .id = "figures"});
  return std::move(table).fill(
      schools_with(view, Standing::doubtful), [&view](const RecheckedSchool& school, Row& row) {
        row.cells.push_back(level_cell(view, school));
        row.cells.push_back(asked_cell(school));
        row.cells.push_back(text_cell(obstacle_names(view, school, school.unknown)));
        row.cells.push_back(text_cell(figures_missing(view, school)));
      });
}

Table no_data_table(const RecheckView& view, std::string title) {
  SchoolTableMaker table(view, "no_data", std::move(title));
  table.add(words::kDataDate,
            {.align = Align::center, .fit = Fit::wrap, .width = 12, .id = "assessed_on"});
  return std::move(table).fill(
      schools_with(view, Standing::no_data), [](const RecheckedSchool& school, Row& row) {
        const RowAt& at = school.record.rows.first();
        row.cells.push_back({DateCell{at.block->table.assessed_on[at.row]}, {}});
      });
}

std::vector<Table> legends_of(const RecheckView& view) {
  NamedIndicators named;
  for (const RecheckedSchool* school : schools_with(view, Standing::doubtful))
    for (const Obstacle& obstacle : school->unknown)
      named[obstacle.at.set()].insert(obstacle.indicator);
  return legend_tables(view.run, named, view.language());
}

/// Schools of one validity with their decisions and how they stand.
Table expiry_table(const RecheckView& view, const std::string& id, std::string title,
                   Validity validity) {
  SchoolTableMaker table(view, id, std::move(title));
  table.add_decision();
  table.add(kFileBy, {.align = Align::center, .fit = Fit::wrap, .width = 12, .id = "file_by"});
  table.add(words::kRemark, {.fit = Fit::wrap, .width = 12, .id = "late"});
  table.add(kStandingHead, {.fit = Fit::wrap, .width = 16, .id = "result"});
  table.add(kInTheWay, {.fit = Fit::wrap, .width = 26, .id = "not_met"});
  return std::move(table).fill(
      schools_with(view, validity), [&view](const RecheckedSchool& school, Row& row) {
        add_decision_cells(school.record, view.recheck.day, view.language(), row);
        row.cells.push_back({DateCell{school.file_by}, {}});
        row.cells.push_back(late_cell(view, school));
        row.cells.push_back(standing_cell(view, school.standing));
        row.cells.push_back(text_cell(obstacle_names(view, school, school.not_met)));
      });
}

/// Recognitions that are counted nowhere else; no table if there are none.
void add_misdated(const RecheckView& view, Sheet& sheet) {
  RecheckedSchools schools;
  for (const RecheckedSchool& school : view.recheck.misdated) schools.push_back(&school);
  if (schools.empty()) return;
  SchoolTableMaker table(
      view, "misdated",
      numbered(view.language(), sheet,
               {"{0}. Ngày công nhận sau ngày rà soát hoặc không thể có",
                "{0}. Recognised on a day after this one, or one that can't be"}));
  table.add_decision();
  sheet.tables.push_back(
      std::move(table).fill(std::move(schools), [&view](const RecheckedSchool& school, Row& row) {
        add_decision_cells(school.record, view.recheck.day, view.language(), row);
      }));
}

Table list_table(const RecheckView& view) {
  SchoolTableMaker table(view, "schools");
  table.add(kStandingHead, {.fit = Fit::wrap, .width = 16, .id = "result"});
  const bool has_second = !view.recheck.reworded.empty();
  if (has_second)
    table.add({"Không xét chỉ báo đã sửa", "Without the reworded"},
              {.fit = Fit::wrap, .width = 16, .id = "result_without_reworded"});
  table.add(words::kLevelHead, {.align = Align::center, .width = 7, .id = "level"});
  table.add(kAsked, {.align = Align::center, .fit = Fit::wrap, .width = 7, .id = "asked"});
  table.add(kValidityHead, {.fit = Fit::wrap, .width = 14, .id = "validity"});
  table.add_decision();
  table.add(kFileBy, {.align = Align::center, .fit = Fit::wrap, .width = 12, .id = "file_by"});
  table.add(kInTheWay, {.fit = Fit::wrap, .width = 22, .id = "not_met"});
  table.add(kDecide, {.fit = Fit::wrap, .width = 22, .id = "unknown"});
  return std::move(table).fill(
      schools_where(view, [](const RecheckedSchool&) { return true; }),
      [&view, has_second](const RecheckedSchool& school, Row& row) {
        row.cells.push_back(standing_cell(view, school.standing));
        if (has_second) row.cells.push_back(standing_cell(view, school.without_reworded));
        row.cells.push_back(level_cell(view, school));
        row.cells.push_back(asked_cell(school));
        row.cells.push_back(text_cell(view.said(validity_name(school.validity))));
        add_decision_cells(school.record, view.recheck.day, view.language(), row);
        row.cells.push_back({DateCell{school.file_by}, {}});
        row.cells.push_back(text_cell(obstacle_names(view, school, school.not_met)));
        row.cells.push_back(text_cell(obstacle_names(view, school, school.unknown)));
      });
}

/// A recognition that stands beside the merged school.
struct MergedLine {
  const RecheckedSchool* school;
  const Certificate* certificate;
};

Table merged_table(const RecheckView& view, std::string title) {
  std::vector<MergedLine> lines;
  for (const RecheckedSchool& school : view.recheck.schools)
    for (const Certificate& certificate : school.predecessors)
      lines.push_back({&school, &certificate});
  SchoolTableMaker table(view, "predecessors", std::move(title));
  table.add(kStandingHead, {.fit = Fit::wrap, .width = 16, .id = "result"});
  table.add(kValidityHead, {.fit = Fit::wrap, .width = 14, .id = "validity"});
  table.add({"Mã tiền thân", "Its id"}, {.fit = Fit::wrap, .width = 11, .id = "predecessor"});
  table.add(kPredecessor, {.fit = Fit::wrap, .width = 28, .id = "predecessor_name"});
  table.add(summary_words::kDegree,
            {.align = Align::center, .fit = Fit::wrap, .width = 9, .id = "recognized_level"});
  table.add(summary_words::kDecisionNumber, {.fit = Fit::wrap, .width = 16, .id = "decision"});
  table.add(summary_words::kUntil, {.align = Align::center, .width = 12, .id = "valid_until"});
  return std::move(table).fill_with(
      std::move(lines), [&view](size_t index, const MergedLine& line, Row& row) {
        const Certificate& certificate = *line.certificate;
        add_school_cells(view.places(), index + 1, line.school->record, row);
        row.cells.push_back(standing_cell(view, line.school->standing));
        row.cells.push_back(text_cell(view.said(validity_name(line.school->validity))));
        row.cells.push_back(text_cell(certificate.school_id));
        row.cells.push_back(text_cell(certificate.school_name));
        row.cells.push_back(count_cell(static_cast<size_t>(certificate.decision.level)));
        row.cells.push_back(text_cell(certificate.number));
        row.cells.push_back({DateCell{certificate.decision.until}, {}});
      });
}

Table outside_table(const RecheckView& view, std::string title) {
  Table table;
  table.id = "out_of_scope";
  table.title = std::move(title);
  add_school_columns(view.places(), table);
  for (const SchoolRecord& record : view.recheck.outside) {
    const SchoolTable& data = record.outside->table;
    const auto text = [&](IdentityColumn column) {
      return text_cell(std::string(data.text_of(column, record.outside_row)));
    };
    table.rows.push_back(
        {{count_cell(table.rows.size() + 1), text(IdentityColumn::school_id),
          text(IdentityColumn::school_name),
          text_cell(type_words(data.text_of(IdentityColumn::school_type, record.outside_row),
                               view.language())),
          text(IdentityColumn::district)},
         {}});
  }
  return table;
}

}  // namespace

Sheet make_recheck_short(const RecheckView& view, size_t) {
  Sheet sheet = recheck_page(view, {"3 Không còn đạt", "3 Falls short"}, 3,
                             view.said({"TRƯỜNG KHÔNG CÒN ĐẠT MỨC ĐÃ ĐƯỢC CÔNG NHẬN",
                                        "SCHOOLS BELOW THE LEVEL THEY ARE RECOGNISED AT"}));
  sheet.tables = {short_table(view)};
  sheet.main_table = 0;
  sheet.frozen_columns = 3;
  return sheet;
}

Sheet make_recheck_doubtful(const RecheckView& view, size_t) {
  Sheet sheet = recheck_page(view, {"4 Còn nghi vấn", "4 Doubtful"}, 4,
                             view.said({"TRƯỜNG CÒN NGHI VẤN VÀ CHƯA CÓ SỐ LIỆU",
                                        "DOUBTFUL SCHOOLS AND SCHOOLS WITHOUT DATA"}));
  sheet.tables.push_back(
      doubtful_table(view, numbered(view.language(), sheet,
                                    {"{0}. Còn nghi vấn: chỉ báo chưa rõ quyết định",
                                     "{0}. Doubtful: unknown indicators decide"})));
  for (Table& legend : legends_of(view)) sheet.tables.push_back(std::move(legend));
  sheet.tables.push_back(
      no_data_table(view, format_message(view.language(),
                                         {"{0}. Chưa có số liệu theo tiêu chuẩn đang áp dụng",
                                          "{0}. No data under the standards in force"},
                                         2)));
  return sheet;
}

Sheet make_recheck_expiry(const RecheckView& view, size_t) {
  Sheet sheet = recheck_page(view, kTabExpiry, 5, view.said(kTitleExpiry));
  const auto add = [&](const std::string& id, const Message& title, Validity validity) {
    sheet.tables.push_back(
        expiry_table(view, id, numbered(view.language(), sheet, title), validity));
  };
  add("expiring", {"{0}. Hết hạn trong 12 tháng", "{0}. Expiring within 12 months"},
      Validity::expiring);
  add("expired", kExpiredList, Validity::expired);
  add("undated", {"{0}. Không rõ ngày công nhận", "{0}. Recognised without a date"},
      Validity::undated);
  add_misdated(view, sheet);
  sheet.footnotes.insert(sheet.footnotes.begin(),
                         view.said({"Hạn nộp hồ sơ: năm tháng trước ngày hết hạn.",
                                    "File by: five months before the last day."}));
  return sheet;
}

Sheet make_recheck_list(const RecheckView& view, size_t) {
  Sheet sheet = recheck_page(view, kTabList, 6, view.said(kTitleList));
  sheet.tables = {list_table(view)};
  sheet.main_table = 0;
  sheet.frozen_columns = 3;
  return sheet;
}

Sheet make_recheck_merged(const RecheckView& view, size_t) {
  Sheet sheet = recheck_page(view, {"7 Sáp nhập", "7 Merged"}, 7,
                             view.said({"TRƯỜNG SÁP NHẬP VÀ TRƯỜNG NGOÀI PHẠM VI",
                                        "MERGED SCHOOLS AND SCHOOLS OUT OF SCOPE"}));
  sheet.tables.push_back(merged_table(view, numbered(view.language(), sheet,
                                                     {"{0}. Công nhận của trường tiền thân",
                                                      "{0}. Recognitions of predecessors"})));
  sheet.tables.push_back(outside_table(
      view, numbered(view.language(), sheet, {"{0}. Ngoài phạm vi", "{0}. Out of scope"})));
  return sheet;
}

}  // namespace kdcl

// Sheets 3 to 7 of the recheck: lists of schools.
#include <algorithm>

#include "report/recheck_page.h"
#include "report/recheck_sheets.h"
#include "report/recheck_words.h"
#include "report/summary_words.h"

namespace kdcl {
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

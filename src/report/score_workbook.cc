// The workbook of `score`: make_score_workbook of report/score.h.
#include <algorithm>
#include <memory>

#include "report/assumptions.h"
#include "report/phrases.h"
#include "report/score.h"
#include "report/score_group_sheet.h"
#include "report/score_list_sheet.h"
#include "report/score_summary_sheet.h"
#include "report/sensitivity.h"
#include "report/source_tables.h"
#include "report/words.h"

namespace kdcl {
namespace {

/// Columns of a criteria sheet before its criteria: number, id, name, place, stage where there are
/// stages, level.
void add_row_columns(const ScoreView& view, const CriteriaSet& set, IdentityColumn place,
                     Table& table) {
  const Language language = view.language();
  const auto add = [&](const Message& label, Column column) {
    table.columns.push_back(column);
    table.header[0].push_back({label.text(language), 1, 2});
  };
  add(words::kOrder, {.align = Align::center, .width = 5});
  add(words::kCode, {.fit = Fit::shorten, .width = 11});
  add(words::kSchool, {.fit = Fit::shorten, .width = 30});
  add(place == IdentityColumn::district ? words::kDistrict : words::kCommune,
      {.fit = Fit::shorten, .width = 13});
  if (set.per_stage) add(words::kStage, {.fit = Fit::shorten, .width = 11});
  add(words::kLevelHead, {.align = Align::center, .width = 6});
}

void add_criteria_columns(const CriteriaSet& set, Language language, Table& table) {
  for (const Standard& standard : set.standards) {
    // M4 is no standard of the circular but its requirements of the whole school; its name says so.
    const bool is_number = standard.id.find_first_not_of("0123456789") == std::string::npos;
    const std::string label =
        is_number ? format_message(language, words::kStandardShort, standard.id) : standard.id;
    table.header[0].push_back({label, standard.criterion_count, 1});
    for (uint32_t i = 0; i < standard.criterion_count; ++i) {
      table.header[1].push_back({set.criteria[standard.first_criterion + i].id});
      table.columns.push_back({.align = Align::center, .width = 5.5});
    }
  }
}

Cell criterion_cell(const CriteriaSet& set, const ScoreBlock& score, size_t row, size_t index) {
  const size_t cell = row * score.criteria_stride + index;
  const int level = score.criterion_level[cell];
  if (level == kNoLevel) return text_cell("–", {.tone = Tone::quiet});
  return {LevelRange{level, score.criterion_level_max[cell]},
          {.tone = tone_of_criterion(set, set.criteria[index], level)}};
}

/// Everything but the number and the place.
void add_criteria_cells(const CriteriaSet& set, const RowAt& at, Language language, Row& row) {
  const ScoreBlock& score = at.block->score;
  if (set.per_stage)
    row.cells.push_back(text_cell(stage_title(at.text(IdentityColumn::stage), language)));
  row.cells.push_back(
      {LevelRange{score.level[at.row], score.level_max[at.row]},
       {.bold = true, .tone = tone_of_level(score.level[at.row], set.top_level())}});
  for (size_t i = 0; i < set.criteria.size(); ++i)
    row.cells.push_back(criterion_cell(set, score, at.row, i));
}

std::vector<RowAt> rows_of_set(const ScoreView& view, size_t set) {
  std::vector<RowAt> rows;
  for (const SchoolRows& school : view.schools)
    for (const RowAt& at : school.rows)
      if (at.set() == set) rows.push_back(at);
  return rows;
}

/// One row a row of the data with this set, one column a criterion.
Sheet criteria_sheet(const ScoreView& view, size_t index) {
  const CriteriaSet& set = view.run.sets[index];
  Sheet sheet;
  sheet.title =
      Message{"MỨC ĐẠT ĐƯỢC CỦA TỪNG TIÊU CHÍ", "LEVEL OF EACH CRITERION"}.text(view.language());
  sheet.subtitles = {set.title.in(view.language()) + " · " + set.document};
  Table table;
  table.header.resize(2);
  const IdentityColumn place = place_column(view);
  add_row_columns(view, set, place, table);
  sheet.frozen_columns = 3;
  add_criteria_columns(set, view.language(), table);
  std::vector<RowAt> rows = rows_of_set(view, index);
  table.made.count = rows.size();
  table.made.make = [&set, place, language = view.language(), rows = std::move(rows)](size_t i,
                                                                                      Row& row) {
    const RowAt& at = rows[i];
    row.cells = {count_cell(i + 1), text_cell(std::string(at.text(IdentityColumn::school_id))),
                 text_cell(std::string(at.text(IdentityColumn::school_name))),
                 text_cell(std::string(at.text(place)))};
    add_criteria_cells(set, at, language, row);
  };
  sheet.tables = {std::move(table)};
  sheet.main_table = 0;
  sheet.footnotes = {Message{"Số là mức tiêu chí đạt được; dạng 1-2 là còn có thể lên mức 2 khi đủ "
                             "số liệu; – là không áp dụng.",
                             "Figures are the levels of criteria; 1-2 may become 2 once all data "
                             "are in; – is not applicable."}
                         .text(view.language()),
                     words::kSupports.text(view.language())};
  return sheet;
}

/// A tab takes 31 characters; the number keeps cut names apart.
std::string criteria_tab(const ScoreView& view, const CriteriaSet& set, size_t number,
                         size_t sheets) {
  if (sheets == 1) return Message{"Tiêu chí", "Criteria"}.text(view.language());
  return format_message(view.language(), {"Tiêu chí {0} {1}", "Criteria {0} {1}"}, number,
                        set.id.substr(0, 18));
}

std::string data_days(const ScoreView& view) {
  if (view.counts.first == view.counts.last) return day_text(view.counts.last, view.language());
  return format_message(view.language(), words::kFromTo, format_day_first(view.counts.first),
                        format_day_first(view.counts.last));
}

Table run_table(const ScoreView& view) {
  return run_table(
      view.language(), view.options.version,
      {{words::kDataDate, data_days(view)},
       {words::kRunDate, view.run.date == kNoDate ? "" : format_day_first(view.run.date)},
       {words::kRowsHead, rows_line(view)},
       {words::kSettings, view.options.settings}});
}

Table outside_table(const ScoreView& view) {
  Table table = source_table(view.language(), {"Dòng ngoài phạm vi", "Rows out of scope"},
                             {words::kSchool, words::kCode, words::kType, words::kReason});
  std::vector<RowAt> rows;
  for (const ScoredBlock& block : view.blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] == kNoSet) rows.push_back({&block, row});
  table.made.count = rows.size();
  table.made.make = [language = view.language(), rows = std::move(rows)](size_t i, Row& row) {
    const RowAt& at = rows[i];
    row.cells = {text_cell(std::string(at.text(IdentityColumn::school_name))),
                 text_cell(std::string(at.text(IdentityColumn::school_id))),
                 text_cell(stage_title(at.text(IdentityColumn::school_type), language)),
                 text_cell(out_of_scope_reason(at.block->table, at.row, language))};
  };
  return table;
}

Sheet source_sheet(const ScoreView& view) {
  Sheet sheet;
  sheet.name = words::kSheetSource.text(view.language());
  sheet.title = words::kTitleSource.text(view.language());
  const Language language = view.language();
  for (Table table : {run_table(view), assumptions_table(view.run, language),
                      sets_table(view.run, used_sets(view), language),
                      inputs_table(view.options.inputs, language),
                      unsettled_table(view.run, used_sets(view), language),
                      doubtful_table(view.run, view.counts.doubtful, language),
                      doubts_table(view.run, view.counts.in_doubt, language), outside_table(view),
                      left_out_table(view.options.left_out, language)})
    if (table.row_count() > 0) sheet.tables.push_back(std::move(table));
  sheet.footnotes = {words::kSupports.text(view.language())};
  return sheet;
}

/// The rows are made from the view, which stays as long as they do.
void keep_view(const std::shared_ptr<const ScoreView>& view, Report& report) {
  for (Sheet& sheet : report.sheets)
    for (Table& table : sheet.tables)
      if (table.made.count > 0)
        table.made.make = [view, make = std::move(table.made.make)](size_t index, Row& row) {
          make(index, row);
        };
}

}  // namespace

Report make_score_workbook(const Run& run, const std::vector<ScoredBlock>& blocks,
                           const ScoreReportOptions& options) {
  const auto kept = std::make_shared<const ScoreView>(view_scores(run, blocks, options));
  const ScoreView& view = *kept;
  Report report =
      empty_report(words::kTitleSummary.text(options.language), view.counts.last, run, options);
  ListSheet list = make_list_sheet(view);
  report.sheets.push_back(make_summary_sheet(view, list.columns, 0, 1));
  report.sheets.push_back(std::move(list.sheet));
  if (options.by && !view.schools.empty())
    report.sheets.push_back(make_group_sheet(view, list.columns, 2, 1));
  const std::vector<size_t> used = used_sets(view);
  for (size_t i = 0; i < used.size(); ++i) {
    report.sheets.push_back(criteria_sheet(view, used[i]));
    report.sheets.back().name = criteria_tab(view, run.sets[used[i]], i + 1, used.size());
  }
  if (has_sensitivity(blocks)) report.sheets.push_back(make_sensitive_sheet(view));
  report.sheets.push_back(source_sheet(view));
  state_assumptions(run, report);
  keep_view(kept, report);
  return report;
}

}  // namespace kdcl

#include "report/comparison.h"

#include <algorithm>

#include "report/assumptions.h"
#include "report/comparison_words.h"
#include "report/phrases.h"
#include "report/source_tables.h"
#include "report/words.h"

namespace kdcl {
namespace {

std::string said(const ComparisonView& view, const Message& message) {
  return std::string(message.in(view.language));
}

Day last_day_of(const ComparisonView& view) {
  Day last = kNoDate;
  for (const ComparedSchool& school : view.comparison.schools) {
    const RowAt& at = school.any();
    last = std::max(last, at.block->table.assessed_on[at.row]);
  }
  return last;
}

Report empty_comparison(const ComparisonView& view) {
  constexpr int64_t kSecondsOfDay = 86400;
  Report report{
      .language = view.language,
      .title = format_message(view.language, words::kCompareLine, view.before, view.after)};
  report.producer = "kdcl " + view.version;
  const Day day = view.run.date != kNoDate ? view.run.date : last_day_of(view);
  report.created = view.created.value_or(day == kNoDate ? 0 : day * kSecondsOfDay);
  return report;
}

Table count_table(const ComparisonView& view) {
  Table table;
  table.columns = {{.width = 40}, {.align = Align::right, .width = 14}};
  const auto add = [&](const std::string& what, size_t count, Tone tone = Tone::plain) {
    table.rows.push_back({{text_cell(what), count_cell(count, {.tone = tone})}, {}});
  };
  const SchoolComparison& all = view.comparison;
  const size_t both = all.count(Move::rose) + all.count(Move::fell) + all.count(Move::same) +
                      all.count(Move::not_comparable);
  add(said(view, words::kBothSides), both);
  add("  " + said(view, words::kRose), all.count(Move::rose), Tone::good);
  add("  " + said(view, words::kFell), all.count(Move::fell), Tone::bad);
  add("  " + said(view, words::kSameLevel), all.count(Move::same));
  if (const size_t other = all.count(Move::not_comparable); other > 0)
    add("  " + said(view, words::kNotComparable), other);
  for (const auto& [move, side] :
       {std::pair(Move::only_before, view.before), std::pair(Move::only_after, view.after)})
    if (const size_t count = all.count(move); count > 0)
      add(format_message(view.language, words::kOnlyBefore, side), count);
  return table;
}

std::string row_level_title(const ComparisonView& view, int level) {
  return level == 0 ? said(view, words::kBelowShort)
                    : format_message(view.language, words::kLevelNumber, level);
}

/// How many moved from each level to each, of those that can be compared.
Table matrix_table(const ComparisonView& view) {
  int top = 0;
  std::vector<std::vector<size_t>> counts(10, std::vector<size_t>(10));
  for (size_t i = 0; i < view.comparison.schools.size(); ++i) {
    const Move move = view.comparison.moves[i];
    if (move != Move::same && move != Move::rose && move != Move::fell) continue;
    const ComparedSchool& school = view.comparison.schools[i];
    for (const RowAt& at : {*school.before, *school.after})
      top = std::max(top, view.run.sets[at.set()].top_level());
    ++counts[static_cast<size_t>(level_of(*school.before))]
            [static_cast<size_t>(level_of(*school.after))];
  }
  Table table;
  table.title = format_message(view.language, words::kLevelMatrix, view.before, view.after);
  table.columns = {{.width = 16}};
  std::vector<HeaderCell> header{{said(view, words::kMatrixCorner)}};
  for (int level = 0; level <= top; ++level) {
    header.push_back({row_level_title(view, level)});
    table.columns.push_back({.align = Align::right, .width = 12});
  }
  header.push_back({said(view, words::kTotal)});
  table.columns.push_back({.align = Align::right, .width = 12});
  table.header = {header};
  Row totals{{text_cell(said(view, words::kTotal))}, {}};
  std::vector<size_t> sums(static_cast<size_t>(top) + 2);
  for (int level = 0; level <= top; ++level) {
    Row row{{text_cell(row_level_title(view, level))}, {}};
    size_t sum = 0;
    for (int other = 0; other <= top; ++other) {
      const size_t count = counts[static_cast<size_t>(level)][static_cast<size_t>(other)];
      const Tone tone = count == 0 || other == level ? Tone::plain
                        : other > level              ? Tone::good
                                                     : Tone::bad;
      row.cells.push_back(count_cell(count, {.bold = other == level, .tone = tone}));
      sum += count;
      sums[static_cast<size_t>(other)] += count;
    }
    sums.back() += sum;
    row.cells.push_back(count_cell(sum));
    table.rows.push_back(std::move(row));
  }
  for (const size_t sum : sums) totals.cells.push_back(count_cell(sum, {.bold = true}));
  table.totals = {std::move(totals)};
  return table;
}

std::string school_name_of(const RowAt& at, Language language) {
  std::string name(at.text(IdentityColumn::school_name));
  const std::string_view stage = at.text(IdentityColumn::stage);
  return stage.empty() ? name : fmt::format("{} ({})", name, stage_title(stage, language));
}

IdentityColumn place_of_rows(const ComparisonView& view) {
  for (const ComparedSchool& school : view.comparison.schools)
    if (!school.any().text(IdentityColumn::district).empty()) return IdentityColumn::district;
  return IdentityColumn::commune;
}

std::vector<std::string> cause_texts(const ComparisonView& view, const ComparedSchool& school,
                                     const std::vector<Cause>& causes) {
  std::vector<std::string> texts;
  for (const Cause& cause : causes)
    texts.push_back(cause_text(view.run, school, cause, view.language));
  return texts;
}

Cell level_change(const ComparedSchool& school) {
  const int before = level_of(*school.before);
  const int after = level_of(*school.after);
  const Style style{.bold = true, .tone = after > before ? Tone::good : Tone::bad};
  return text_cell(fmt::format("{} → {}", before, after), style);
}

/// The schools that moved; on paper with a column for the other changes.
Table moved_table(const ComparisonView& view, bool is_paper) {
  const IdentityColumn place = place_of_rows(view);
  Table table;
  table.title = said(view, words::kMovedSchools);
  table.columns = {{.width = 12},
                   {.fit = Fit::wrap, .width = 30},
                   {.fit = Fit::wrap, .width = 18},
                   {.align = Align::center, .width = 10},
                   {.fit = Fit::wrap, .width = is_paper ? 62.0 : 40.0}};
  std::vector<HeaderCell> header;
  for (const Message& label :
       {words::kCode, words::kSchool,
        place == IdentityColumn::district ? words::kDistrict : words::kCommune, words::kLevels,
        words::kCauses})
    header.push_back({said(view, label)});
  if (is_paper) {
    header.push_back({said(view, words::kAlso)});
    table.columns.push_back({.fit = Fit::wrap, .width = 50});
  }
  table.header = {header};
  for (size_t i = 0; i < view.comparison.schools.size(); ++i) {
    if (view.comparison.moves[i] != Move::rose && view.comparison.moves[i] != Move::fell) continue;
    const ComparedSchool& school = view.comparison.schools[i];
    const RowAt& at = *school.after;
    std::string causes = joined(cause_texts(view, school, school.causes), "; ");
    const std::string others =
        joined(cause_texts(view, school, school.also), "; ", is_paper ? 12 : 2);
    if (!is_paper && !others.empty())
      causes += "; " + format_message(view.language, words::kOr, others);
    Row row{{text_cell(std::string(at.text(IdentityColumn::school_id))),
             text_cell(school_name_of(at, view.language)), text_cell(std::string(at.text(place))),
             level_change(school), text_cell(std::move(causes))},
            {}};
    if (is_paper) row.cells.push_back(text_cell(others));
    table.rows.push_back(std::move(row));
  }
  return table;
}

Table one_side_table(const ComparisonView& view) {
  Table table;
  table.columns = {{.width = 12}, {.fit = Fit::wrap, .width = 40}, {.fit = Fit::wrap, .width = 44}};
  table.header = {
      {{said(view, words::kCode)}, {said(view, words::kSchool)}, {said(view, words::kSide)}}};
  for (size_t i = 0; i < view.comparison.schools.size(); ++i) {
    const Move move = view.comparison.moves[i];
    if (move == Move::same || move == Move::rose || move == Move::fell) continue;
    const ComparedSchool& school = view.comparison.schools[i];
    std::string side = move == Move::not_comparable
                           ? said(view, words::kNotComparable)
                           : format_message(view.language, words::kOnlyBefore,
                                            move == Move::only_before ? view.before : view.after);
    if (school.is_merged) side += ", " + said(view, words::kMerged);
    table.rows.push_back(
        {{text_cell(std::string(school.any().text(IdentityColumn::school_id))),
          text_cell(school_name_of(school.any(), view.language)), text_cell(std::move(side))},
         {}});
  }
  return table;
}

std::vector<size_t> sets_of(const ComparisonView& view) {
  std::vector<size_t> sets;
  for (const ComparedSchool& school : view.comparison.schools)
    for (const std::optional<RowAt>* side : {&school.before, &school.after})
      if (*side && std::find(sets.begin(), sets.end(), (*side)->set()) == sets.end())
        sets.push_back((*side)->set());
  std::sort(sets.begin(), sets.end());
  return sets;
}

Table run_table(const ComparisonView& view) {
  Table table = source_table(view.language, words::kProgram, {words::kItem, words::kContent});
  table.rows.push_back(
      {{text_cell(said(view, words::kProgram)), text_cell("kdcl " + view.version)}, {}});
  table.rows.push_back({{text_cell(said(view, words::kSettings)), text_cell(view.settings)}, {}});
  return table;
}

Sheet source_sheet(const ComparisonView& view) {
  Sheet sheet;
  sheet.name = said(view, words::kSheetSource);
  sheet.title = said(view, words::kTitleSource);
  for (Table table : {run_table(view), assumptions_table(view.run, view.language),
                      sets_table(view.run, sets_of(view), view.language),
                      inputs_table(view.inputs, view.language)})
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  sheet.footnotes = {said(view, words::kSupports)};
  return sheet;
}

}  // namespace

Report make_comparison_text(const ComparisonView& view) {
  Report report = empty_comparison(view);
  Sheet sheet;
  sheet.title = report.title;
  sheet.tables = {count_table(view), matrix_table(view)};
  if (Table moved = moved_table(view, false); !moved.rows.empty())
    sheet.tables.push_back(std::move(moved));
  if (Table others = one_side_table(view); !others.rows.empty())
    sheet.tables.push_back(std::move(others));
  sheet.footnotes = {said(view, words::kCauseNote), said(view, words::kSupports)};
  report.sheets = {std::move(sheet)};
  state_assumptions(view.run, report);
  return report;
}

Report make_comparison_workbook(const ComparisonView& view) {
  Report report = empty_comparison(view);
  const auto page = [&](const Message& tab, std::string title, std::vector<Table> tables) {
    Sheet sheet;
    sheet.name = said(view, tab);
    sheet.title = std::move(title);
    sheet.subtitles = {report.title};
    sheet.tables = std::move(tables);
    sheet.footnotes = {said(view, words::kSupports)};
    return sheet;
  };
  report.sheets.push_back(
      page(words::kTabMatrix,
           format_message(view.language, words::kCompareTitle, view.before, view.after),
           {count_table(view), matrix_table(view)}));
  if (Table moved = moved_table(view, true); !moved.rows.empty()) {
    moved.title.clear();
    Sheet sheet = page(words::kTabMoved, said(view, words::kMovedTitle), {std::move(moved)});
    sheet.main_table = 0;
    sheet.footnotes.insert(sheet.footnotes.begin(), said(view, words::kCauseNote));
    report.sheets.push_back(std::move(sheet));
  }
  if (Table others = one_side_table(view); !others.rows.empty()) {
    Sheet sheet = page(words::kTabOneSide, said(view, words::kOneSideTitle), {std::move(others)});
    sheet.main_table = 0;
    report.sheets.push_back(std::move(sheet));
  }
  report.sheets.push_back(source_sheet(view));
  state_assumptions(view.run, report);
  return report;
}

}  // namespace kdcl

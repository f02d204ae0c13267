#include "report/score.h"

#include <algorithm>

#include "base/figures.h"
#include "report/assumptions.h"
#include "report/phrases.h"
#include "report/score_tables.h"
#include "report/sensitivity.h"
#include "report/source_tables.h"
#include "report/words.h"

namespace kdcl {
namespace {

constexpr Message kUnjudged{"Chỉ báo chưa có kết quả đánh giá", "Indicators without a judgement"};
constexpr size_t kMostListed = 12;  // names in one line of the list; --school shows all

/// Levels from the top down, as people read a ladder, each with its share and bar.
Table level_table(const ScoreView& view, const LevelCounts& levels) {
  Table table;
  if (view.shares.levels.size() > 1) table.title = criteria_line(view, levels.sets);
  table.columns = {{}, {.align = Align::right}, {}};
  const CriteriaSet& set = view.run.sets[levels.sets.front()];
  for (int level = levels.top; level >= 0; --level) {
    const auto count = static_cast<double>(levels.at[static_cast<size_t>(level)]);
    const auto whole = static_cast<double>(levels.schools);
    const Style tone{.tone = tone_of_level(level, levels.top)};
    table.rows.push_back({{text_cell(level_title(set, level, view.language())),
                           {Share{count, whole}, {}},
                           {Bar{whole > 0 ? count / whole : 0}, tone}},
                          {}});
  }
  return table;
}

std::string may_be_higher(size_t count, Language language) {
  if (count == 0) return {};
  return format_message(language, words::kMayBeHigher, count_of_schools(count, language));
}

/// The families, the last first: the national standard is what people ask for. Under each, its
/// awards.
Table award_table(const ScoreView& view) {
  Table table;
  table.columns = {{}, {.align = Align::right}, {.fit = Fit::wrap}};
  const auto add = [&table](std::string label, size_t part, size_t whole, std::string remark) {
    table.rows.push_back({{text_cell(std::move(label)),
                           {Share{static_cast<double>(part), static_cast<double>(whole)}, {}},
                           text_cell(std::move(remark))},
                          {}});
  };
  const Share decided = decision_share(view);
  if (decided.whole > 0)
    add(std::string(words::kByDecision.in(view.language())), static_cast<size_t>(decided.part),
        static_cast<size_t>(decided.whole), decision_remark(view));
  for (auto family = view.shares.awards.rbegin(); family != view.shares.awards.rend(); ++family) {
    add(format_message(view.language(), words::kByScore,
                       family_title(family->family, view.language())),
        family->reached, family->schools, may_be_higher(family->may_be_higher, view.language()));
    for (size_t i = 0; i < family->titles.size(); ++i)
      add("  " + lower_first(family->titles[i].in(view.language())), family->at[i], family->schools,
          {});
  }
  return table;
}

/// What somebody has to look at; lines with nothing to look at are left out.
Table check_table(const ScoreView& view) {
  Table table;
  table.columns = {{.fit = Fit::wrap}, {.fit = Fit::wrap}};
  const auto add = [&](const Message& label, const CheckCount& count) {
    if (count.indicators == 0) return;
    table.rows.push_back(
        {{text_cell(std::string(label.in(view.language()))),
          text_cell(count_of_indicators(count.indicators, count.schools, view.language()))},
         {}});
  };
  add(kUnjudged, view.counts.unjudged);
  add(words::kMissingData, view.counts.missing);
  add(words::kContradictions, view.counts.contradictions);
  add(words::kUnverified, view.counts.unverified);
  if (!view.counts.doubtful.empty())
    table.rows.push_back({{text_cell(std::string(words::kDoubtful.in(view.language()))),
                           text_cell(doubtful_list(view))},
                          {}});
  return table;
}

Row group_row(const ScoreView& view, const ValueGroup& group, const LevelCounts& levels) {
  const ScoreCounts counts = count_scores(view.run, group.schools);
  Row row{{text_cell(group.title), count_cell(counts.schools)}, {}};
  for (int level = 0; level <= levels.top; ++level)
    row.cells.push_back(count_cell(counts.levels.front().at[static_cast<size_t>(level)]));
  for (const AwardCounts& awards : counts.awards)
    if (awards.family == kNationalStandard)
      row.cells.push_back(
          {Share{static_cast<double>(awards.reached), static_cast<double>(awards.schools)}, {}});
  return row;
}

/// One line a value of the column of --by.
Table group_table(const ScoreView& view, const LevelCounts& levels) {
  const Language language = view.language();
  Table table;
  if (view.shares.levels.size() > 1) table.title = criteria_line(view, levels.sets);
  std::vector<HeaderCell> header{{group_title(view)},
                                 {std::string(words::kCount.in(language))},
                                 {std::string(words::kBelowShort.in(language))}};
  table.columns = {{.fit = Fit::wrap}, {.align = Align::right}, {.align = Align::right}};
  for (int level = 1; level <= levels.top; ++level) {
    header.push_back({level_title(view.run.sets[levels.sets.front()], level, language)});
    table.columns.push_back({.align = Align::right});
  }
  header.push_back({std::string(words::kNationalHead.in(language))});
  table.columns.push_back({.align = Align::right});
  table.header = {header};
  for (const ValueGroup& group : group_schools(view, levels.sets))
    table.rows.push_back(group_row(view, group, levels));
  return table;
}

Sheet overview_sheet(const ScoreView& view) {
  Sheet sheet;
  sheet.title = count_line(view) + "  (" + rows_line(view) + ")";
  sheet.subtitles = {criteria_line(view, used_sets(view))};
  if (std::string line = shares_line(view); !line.empty())
    sheet.subtitles.push_back(std::move(line));
  for (const LevelCounts& levels : view.shares.levels)
    sheet.tables.push_back(level_table(view, levels));
  if (Table awards = award_table(view); !awards.rows.empty())
    sheet.tables.push_back(std::move(awards));
  if (Table check = check_table(view); !check.rows.empty())
    sheet.tables.push_back(std::move(check));
  if (view.options.by)
    for (const LevelCounts& levels : view.shares.levels)
      sheet.tables.push_back(group_table(view, levels));
  return sheet;
}

/// What keeps the school from the next level, then what is not known.
std::string in_the_way(const ScoreView& view, const SchoolRows& school) {
  const std::string blocking =
      names_of_school(view.run, school, &ScoreBlock::blocking, view.language(), "  ", kMostListed);
  const std::string missing =
      names_of_school(view.run, school, &ScoreBlock::missing, view.language(), "  ", kMostListed);
  if (missing.empty()) return blocking;
  const std::string list =
      format_message(view.language(), {"thiếu số liệu: {0}", "data missing: {0}"}, missing);
  return blocking.empty() ? list : blocking + "  " + list;
}

/// What is in the way, after the mark of a school that the register does not have.
Cell marked_cell(const ScoreView& view, Cell cell) {
  std::string mark = "[" + std::string(words::kNotListed.in(view.language())) + "]";
  if (const auto* text = std::get_if<std::string>(&cell.content); text && !text->empty())
    mark += "  " + *text;
  cell.content = std::move(mark);
  return cell;
}

Row list_row(const ScoreView& view, const SchoolRows& school, IdentityColumn place) {
  const CriteriaSet& set = view.run.sets[school.first().set()];
  const std::string award = national_standard(set, school.level(), view.language());
  const Style tone{.tone = tone_of_level(school.level(), set.top_level())};
  Cell last = text_cell(in_the_way(view, school));
  if (school.level() == set.top_level())
    last = text_cell(Message{"đã ở mức cao nhất", "at the highest level"}.text(view.language()),
                     {.tone = Tone::quiet});
  if (!is_listed(view, school)) last = marked_cell(view, std::move(last));
  return {{text_cell(std::string(school.text(IdentityColumn::school_id))),
           text_cell(std::string(school.text(IdentityColumn::school_name))),
           text_cell(std::string(school.text(place))),
           {LevelRange{school.level(), school.level_max()}, tone},
           text_cell(award.empty() ? "-" : award),
           std::move(last)},
          {}};
}

Table list_table(const ScoreView& view) {
  const IdentityColumn place = place_column(view);
  Table table;
  table.columns = {{},
                   {.fit = Fit::shorten},
                   {.fit = Fit::shorten},
                   {.align = Align::center},
                   {.align = Align::center},
                   {.fit = Fit::wrap}};
  std::vector<HeaderCell> header;
  for (const Message& label :
       {words::kCode, words::kSchool,
        place == IdentityColumn::district ? words::kDistrict : words::kCommune, words::kLevelHead,
        words::kNationalHead, words::kBlockingHead})
    header.push_back({std::string(label.in(view.language()))});
  table.header = {header};
  for (const SchoolRows& school : view.schools) table.rows.push_back(list_row(view, school, place));
  return table;
}

/// Every row out of scope with its reason, not dropped in silence.
Table outside_table(const ScoreView& view) {
  Table table;
  table.title =
      format_message(view.language(), words::kOutside,
                     format_figure(static_cast<double>(view.rows.outside), 0, view.language()));
  table.columns = {{}, {.fit = Fit::shorten}, {.fit = Fit::wrap}};
  for (const ScoredBlock& block : view.blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] == kNoSet)
        table.rows.push_back(
            {{text_cell(std::string(block.table.text_of(IdentityColumn::school_id, row))),
              text_cell(std::string(block.table.text_of(IdentityColumn::school_name, row))),
              text_cell(out_of_scope_reason(block.table, row, view.language()))},
             {}});
  return table;
}

}  // namespace

Report make_score_text(const Run& run, const std::vector<ScoredBlock>& blocks,
                       const ScoreReportOptions& options) {
  const ScoreView view = view_scores(run, blocks, options);
  Sheet sheet = overview_sheet(view);
  if (!view.schools.empty()) sheet.tables.push_back(list_table(view));
  if (has_sensitivity(blocks)) sheet.tables.push_back(sensitive_list(view));
  if (view.rows.outside > 0) sheet.tables.push_back(outside_table(view));
  if (!options.left_out.empty())
    sheet.tables.push_back(left_out_table(options.left_out, options.language));
  sheet.footnotes = unsettled_lines(run, used_sets(view), options.language);
  for (std::string& line : doubt_lines(run, view.counts.in_doubt, options.language))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.emplace_back(words::kSupports.in(options.language));
  Report report = empty_report(sheet.title, view.counts.last, run, options);
  report.sheets = {std::move(sheet)};
  state_assumptions(run, report);
  return report;
}

std::string out_of_scope_reason(const SchoolTable& table, size_t row, Language language) {
  const std::string_view type = table.text_of(IdentityColumn::school_type, row);
  const std::string day =
      day_text(table.assessed_on.empty() ? kNoDate : table.assessed_on[row], language);
  if (type.empty())
    return format_message(language,
                          {"không có bộ tiêu chí nào áp dụng tại ngày {0} khi không rõ loại trường",
                           "no criteria set covers a school of unknown type on {0}"},
                          day);
  return format_message(language,
                        {"không có bộ tiêu chí nào áp dụng cho trường loại {0} tại ngày {1}",
                         "no criteria set covers a {0} school on {1}"},
                        type, day);
}

void append_out_of_scope(const SchoolTable& table, Language language,
                         std::vector<OutOfScope>& rows) {
  for (size_t row = 0; row < table.rows; ++row)
    if (table.set[row] == kNoSet)
      rows.push_back({std::string(table.text_of(IdentityColumn::school_id, row)),
                      out_of_scope_reason(table, row, language)});
}

}  // namespace kdcl

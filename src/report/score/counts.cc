#include "report/score/counts.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "model/summary.h"
#include "report/common/line_counts.h"
#include "report/common/paper.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/score/workbook.h"

namespace kdcl {
namespace {

LevelCounts& levels_of(const CriteriaSet& set, std::vector<LevelCounts>& all) {
  for (LevelCounts& counts : all)
    if (counts.top == set.top_level()) return counts;
  all.push_back({.top = set.top_level(), .at = std::vector<size_t>(set.levels.size() + 1, 0)});
  return all.back();
}

AwardCounts& awards_of(const std::string& family, std::vector<AwardCounts>& all) {
  for (AwardCounts& counts : all)
    if (counts.family == family) return counts;
  all.push_back({.family = family});
  return all.back();
}

size_t title_position(const LocalText& title, AwardCounts& counts) {
  const auto found = std::find(counts.titles.begin(), counts.titles.end(), title);
  if (found != counts.titles.end()) return static_cast<size_t>(found - counts.titles.begin());
  counts.titles.push_back(title);
  counts.at.push_back(0);
  return counts.titles.size() - 1;
}

/// Levels and award titles in the order of the run's sets, whatever school comes first.
ScoreCounts empty_counts(const Run& run, const std::vector<SchoolRows>& schools) {
  std::vector<bool> used(run.sets.size(), false);
  for (const SchoolRows& school : schools)
    for (const RowAt& at : school.rows) used[at.set()] = true;
  ScoreCounts counts;
  for (size_t i = 0; i < run.sets.size(); ++i) {
    if (!used[i]) continue;
    levels_of(run.sets[i], counts.levels).sets.push_back(i);
    for (const AwardFamily& family : run.sets[i].award_families)
      for (const Award& award : family.awards)
        title_position(award.title, awards_of(family.id, counts.awards));
  }
  return counts;
}

void count_awards(const CriteriaSet& set, int level, int level_max, ScoreCounts& counts) {
  for (const AwardFamily& family : set.award_families) {
    AwardCounts& awards = awards_of(family.id, counts.awards);
    const int number = award_number(family, level);
    ++awards.schools;
    if (award_number(family, level_max) > number) ++awards.may_be_higher;
    if (number == 0) continue;
    ++awards.reached;
    ++awards.at[title_position(family.awards[static_cast<size_t>(number) - 1].title, awards)];
  }
}

void count_bits_of(const SchoolRows& school, BitRows ScoreBlock::*bits, CheckCount& counts) {
  size_t indicators = 0;
  for (const RowAt& at : school.rows) indicators += count_bits(at.block->score.*bits, at.row);
  counts.indicators += indicators;
  counts.schools += indicators > 0;
}

void count_unjudged_of(const Run& run, const SchoolRows& school, CheckCount& counts) {
  size_t indicators = 0;
  for (const RowAt& at : school.rows) indicators += count_unjudged(run, *at.block, at.row);
  counts.indicators += indicators;
  counts.schools += indicators > 0;
}

bool is_doubtful(const Run& run, const RowAt& at, size_t indicator) {
  if (!is_decided(at, indicator)) return false;
  if (run.sets[at.set()].indicators[indicator].checked == Certainty::low) return true;
  if (at.block->details.empty()) return false;
  const SchoolFigures& figures = at.block->details[at.row].figures;
  return indicator < figures.size() && figures[indicator] && figures[indicator]->doubtful;
}

/// By set and indicator.
std::vector<DoubtfulItem> items_of(const std::map<std::pair<size_t, size_t>, size_t>& rows) {
  std::vector<DoubtfulItem> items;
  for (const auto& [place, count] : rows) items.push_back({place.first, place.second, count});
  return items;
}

void count_decision(const DecisionOf& decision, ScoreCounts& counts) {
  ++counts.decisions[static_cast<size_t>(decision.decision)];
  if (decision.decision == Decision::valid)
    ++counts.decided_level[static_cast<size_t>(std::min(decision.level, 2))];
}

void count_school(const Run& run, const SchoolRows& school, ScoreCounts& counts) {
  const CriteriaSet& set = run.sets[school.first().set()];
  LevelCounts& levels = levels_of(set, counts.levels);
  ++levels.schools;
  ++levels.at[static_cast<size_t>(std::max(0, school.level()))];
  levels.may_be_higher += school.level_max() > school.level();
  count_awards(set, school.level(), school.level_max(), counts);
  if (find_family(set, kNationalStandard)) count_decision(decision_of(run, school), counts);
  count_unjudged_of(run, school, counts.unjudged);
  count_bits_of(school, &ScoreBlock::missing, counts.missing);
  count_bits_of(school, &ScoreBlock::contradiction, counts.contradictions);
  count_bits_of(school, &ScoreBlock::unverified, counts.unverified);
}

void note_day(Day day, ScoreCounts& counts) {
  if (day == kNoDate) return;
  counts.first = counts.first == kNoDate ? day : std::min(counts.first, day);
  counts.last = std::max(counts.last, day);  // kNoDate is the lowest
}

}  // namespace

std::vector<DoubtfulItem> find_doubtful(const Run& run, const std::vector<SchoolRows>& schools) {
  std::map<std::pair<size_t, size_t>, size_t> rows;
  for (const SchoolRows& school : schools)
    for (const RowAt& at : school.rows)
      for (size_t i = 0; i < run.sets[at.set()].indicators.size(); ++i)
        if (is_doubtful(run, at, i)) ++rows[{at.set(), i}];
  return items_of(rows);
}

std::vector<DoubtfulItem> find_in_doubt(const Run& run, const std::vector<SchoolRows>& schools,
                                        Day day) {
  DoubtCounts doubts(run, day);
  for (const SchoolRows& school : schools)
    for (const RowAt& at : school.rows) doubts.add(at);
  return items_of(doubts.rows());
}

size_t count_unjudged(const Run& run, const ScoredBlock& block, size_t row) {
  const SchoolTable& table = block.table;
  if (table.set[row] == kNoSet) return 0;
  size_t count = 0;
  for (size_t i = 0; i < run.sets[static_cast<size_t>(table.set[row])].indicators.size(); ++i)
    count += !table.met.test(row, i) && !table.not_met.test(row, i) &&
             !table.not_applicable.test(row, i) && !block.score.not_applicable.test(row, i);
  return count;
}

ScoreCounts count_scores(const Run& run, const std::vector<SchoolRows>& schools) {
  ScoreCounts counts = empty_counts(run, schools);
  std::unordered_set<std::string_view> ids;
  for (const SchoolRows& school : schools) {
    count_school(run, school, counts);
    ids.insert(school.text(IdentityColumn::school_id));
    for (const RowAt& at : school.rows) note_day(at.block->table.assessed_on[at.row], counts);
  }
  counts.schools = schools.size();
  counts.ids = ids.size();
  counts.doubtful = find_doubtful(run, schools);
  counts.in_doubt = find_in_doubt(run, schools);
  return counts;
}

RowCounts count_rows(const std::vector<ScoredBlock>& blocks) {
  RowCounts counts;
  for (const ScoredBlock& block : blocks) {
    counts.rows += block.table.rows;
    counts.outside +=
        static_cast<size_t>(std::count(block.table.set.begin(), block.table.set.end(), kNoSet));
  }
  return counts;
}

namespace {

/// What the tables of the sheet are made from.
struct SummaryMaker {
  const ScoreView& view;
  const ListColumns& columns;
  size_t own;
  size_t list;
  Sheet sheet{};

  [[nodiscard]] Language language() const { return view.language(); }
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(language()));
  }
  [[nodiscard]] size_t next_table() const { return sheet.tables.size(); }
  [[nodiscard]] std::string numbered(const Message& message, const std::string& of = {}) const {
    return format_message(language(), message, next_table() + 1, of);
  }
  /// The share of the counts in columns 1 and 2 of a row of the table that is being made.
  [[nodiscard]] Cell share(size_t row, size_t part, size_t whole) const {
    return divide_cells({own, next_table(), 1, row}, {own, next_table(), 2, row}, part, whole);
  }
};

std::vector<HeaderCell> heads(const SummaryMaker& maker, const std::vector<Message>& messages) {
  std::vector<HeaderCell> header;
  for (const Message& message : messages) header.push_back({maker.said(message)});
  return header;
}

/// Label, count, out of, share, and a last column for bars or remarks: the same columns in every
/// table of this kind.
Table count_table(const SummaryMaker& maker, const Message& last) {
  Table table;
  table.columns = {{.fit = Fit::wrap, .width = 46},
                   {.align = Align::right, .width = 12},
                   {.align = Align::right, .width = 12},
                   {.align = Align::right, .width = 12},
                   {.fit = Fit::wrap, .width = 44}};
  table.header = {
      heads(maker, {words::kResult, words::kCount, words::kOutOf, words::kShareHead, last})};
  return table;
}

void add_levels(SummaryMaker& maker, const LevelCounts& levels) {
  Table table = count_table(maker, {"Biểu đồ", "Bar"});
  table.title = maker.numbered({"{0}. Mức đạt được", "{0}. Levels reached"});
  if (maker.view.shares.levels.size() > 1)
    table.title = maker.numbered({"{0}. Mức đạt được theo {1}", "{0}. Levels reached under {1}"},
                                 document_list(maker.view, levels.sets));
  const CriteriaSet& set = maker.view.run.sets[levels.sets.front()];
  const auto tests = tests_of(maker.view, maker.columns, levels);
  const Cell whole = count_lines(maker.list, with(tests, any_line()), levels.schools);
  const auto share_of = [&levels](size_t count) {
    return levels.schools > 0 ? static_cast<double>(count) / static_cast<double>(levels.schools)
                              : 0.0;
  };
  for (int level = levels.top; level >= 0; --level) {
    const size_t count = levels.at[static_cast<size_t>(level)];
    table.rows.push_back(
        {{text_cell(level_title(set, level, maker.language()),
                    {.tone = tone_of_level(level, levels.top)}),
          count_lines(maker.list, with(tests, level_is(maker.columns, level)), count),
          whole,
          maker.share(table.rows.size(), count, levels.schools),
          {Bar{share_of(count)}, {}}},
         {}});
  }
  const size_t total = table.rows.size();
  table.totals = {{{text_cell(maker.said(words::kTotal)),
                    sum_column({maker.own, maker.next_table(), 1, {}}, levels.schools), whole,
                    maker.share(total, levels.schools, levels.schools)},
                   {}}};
  maker.sheet.tables.push_back(std::move(table));
}

/// A family counted by the titles in the list; its schools are those whose set has it.
void add_family(const SummaryMaker& maker, const AwardCounts& awards, size_t column, Table& table) {
  const auto add = [&](std::string label, LineTest test, size_t count, std::string remark) {
    const size_t row = table.rows.size();
    table.rows.push_back(
        {{text_cell(std::move(label)),
          count_lines(maker.list, with(in_shares(maker.columns), std::move(test)), count),
          count_cell(awards.schools), maker.share(row, count, awards.schools),
          text_cell(std::move(remark))},
         {}});
  };
  std::string higher;
  if (awards.may_be_higher > 0)
    higher = format_message(maker.language(), words::kMayBeHigher,
                            count_of_schools(awards.may_be_higher, maker.language()));
  add(format_message(maker.language(), words::kByScore,
                     family_title(awards.family, maker.language())),
      has_text(column), awards.reached, higher);
  for (size_t i = 0; i < awards.titles.size(); ++i) {
    const std::string& title = awards.titles[i].in(maker.language());
    add("    " + lower_first(title), text_is(column, title), awards.at[i], {});
  }
}

void add_awards(SummaryMaker& maker) {
  Table table = count_table(maker, words::kRemark);
  table.title = maker.numbered(
      {"{0}. Kiểm định chất lượng và chuẩn quốc gia", "{0}. Accreditation and national standard"});
  const Share decided = decision_share(maker.view);
  const auto part = static_cast<size_t>(decided.part);
  const LineTest valid = is_valid_decision(maker.columns, maker.language());
  const size_t whole = maker.view.shares.national();
  const auto counted = in_shares(maker.columns);
  if (whole > 0)
    table.rows.push_back({{text_cell(maker.said(words::kByDecision)),
                           count_lines(maker.list, with(counted, valid), part),
                           whole == maker.view.shares.schools
                               ? count_lines(maker.list, with(counted, any_line()), whole)
                               : count_cell(whole),
                           maker.share(0, part, whole), text_cell(decision_remark(maker.view))},
                          {}});
  for (size_t i = maker.columns.families.size(); i-- > 0;)
    for (const AwardCounts& awards : maker.view.shares.awards)
      if (awards.family == maker.columns.families[i].first)
        add_family(maker, awards, maker.columns.families[i].second, table);
  if (!table.rows.empty()) maker.sheet.tables.push_back(std::move(table));
}

void add_checks(SummaryMaker& maker) {
  Table table;
  table.title = maker.numbered({"{0}. Cần xem lại", "{0}. To look at"});
  table.columns = {{.fit = Fit::wrap, .width = 46},
                   {.align = Align::right, .width = 12},
                   {.align = Align::right, .width = 12}};
  table.header = {heads(maker, {words::kContent, words::kIndicatorCount, words::kCount})};
  const auto add = [&](const Message& label, size_t column, const CheckCount& count) {
    table.rows.push_back(
        {{text_cell(maker.said(label)), sum_column({maker.list, 0, column, {}}, count.indicators),
          count_lines(maker.list, {{column, "(", ">0)"}}, count.schools)},
         {}});
  };
  add(words::kMissingData, maker.columns.missing, maker.view.counts.missing);
  add(words::kContradictions, maker.columns.contradictions, maker.view.counts.contradictions);
  add(words::kUnverified, maker.columns.unverified, maker.view.counts.unverified);
  maker.sheet.tables.push_back(std::move(table));
}

/// The reasons, each with its number of rows; the rows themselves are on the sheet of sources.
void add_outside(SummaryMaker& maker) {
  std::vector<std::pair<std::string, size_t>> reasons;
  for (const ScoredBlock& block : maker.view.blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      if (block.table.set[row] != kNoSet) continue;
      const std::string reason = out_of_scope_reason(block.table, row, maker.language());
      const auto known = std::find_if(reasons.begin(), reasons.end(),
                                      [&](const auto& pair) { return pair.first == reason; });
      if (known == reasons.end())
        reasons.emplace_back(reason, 1);
      else
        ++known->second;
    }
  }
  if (reasons.empty()) return;
  Table table;
  table.title = maker.numbered({"{0}. Ngoài phạm vi", "{0}. Out of scope"});
  table.columns = {{.fit = Fit::wrap, .width = 46}, {.align = Align::right, .width = 12}};
  table.header = {heads(maker, {words::kReason, words::kRowsHead})};
  for (const auto& [reason, count] : reasons)
    table.rows.push_back({{text_cell(reason), count_cell(count)}, {}});
  maker.sheet.tables.push_back(std::move(table));
}

}  // namespace

Sheet make_summary_sheet(const ScoreView& view, const ListColumns& columns, size_t own,
                         size_t list) {
  SummaryMaker maker{view, columns, own, list};
  Sheet& sheet = maker.sheet;
  sheet.name = maker.said({"Tổng hợp", "Summary"});
  sheet.heading = state_heading({}, view.language());
  sheet.title = maker.said(words::kTitleSummary);
  sheet.subtitles = {count_line(view) + " (" + rows_line(view) + ")",
                     criteria_line(view, used_sets(view))};
  if (std::string line = shares_line(view); !line.empty())
    sheet.subtitles.push_back(std::move(line));
  if (!view.schools.empty()) {
    for (const LevelCounts& levels : view.shares.levels) add_levels(maker, levels);
    add_awards(maker);
    add_checks(maker);
  }
  add_outside(maker);
  sheet.footnotes = {maker.said(words::kSupports)};
  sheet.signatures = signature_block({}, view.counts.last, view.language());
  return std::move(maker.sheet);
}

}  // namespace kdcl

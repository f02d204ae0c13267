#include "report/score_summary_sheet.h"

#include <algorithm>

#include "report/line_counts.h"
#include "report/paper.h"
#include "report/phrases.h"
#include "report/words.h"

namespace kdcl {
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

#include "report/common/line_counts.h"

#include "report/common/phrases.h"
#include "report/common/words.h"

namespace kdcl {
namespace {

constexpr size_t kIdColumn = 1;  // every line of the list has one

/// A text inside the pattern of a formula: quoted, with quotes and braces doubled.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"' || c == '{' || c == '}') out += c;
  }
  return out + "\"";
}

}  // namespace

LineTest any_line() { return has_text(kIdColumn); }

LineTest level_is(const ListColumns& columns, int level) {
  return {columns.level, "(", "=" + std::to_string(level) + ")"};
}

LineTest text_is(size_t column, std::string_view text) {
  return {column, "EXACT(", "," + quoted(text) + ")"};
}

LineTest has_text(size_t column) { return {column, "(", "<>\"\")"}; }

LineTest is_one_of(size_t column, const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ",") + quoted(text);
  return {column, "ISNUMBER(MATCH(", ",{{" + list + "}},0))"};
}

LineTest is_valid_decision(const ListColumns& columns, Language language) {
  std::vector<std::string> words;
  for (const int level : {1, 2})
    words.push_back(decision_words({Decision::valid, level, kNoDate}, language));
  return is_one_of(columns.decision, words);
}

std::vector<LineTest> tests_of(const ScoreView& view, const ListColumns& columns,
                               const LevelCounts& levels) {
  if (view.counts.levels.size() == 1) return in_shares(columns);
  std::vector<std::string> documents;
  for (const size_t set : levels.sets) documents.push_back(view.run.sets[set].document);
  return with(in_shares(columns), is_one_of(columns.document, documents));
}

std::vector<LineTest> in_shares(const ListColumns& columns) {
  if (!columns.counted) return {};
  return {has_text(*columns.counted)};
}

std::vector<LineTest> with(std::vector<LineTest> tests, LineTest test) {
  tests.push_back(std::move(test));
  return tests;
}

Cell count_lines(size_t list, const std::vector<LineTest>& tests, size_t value) {
  // SUMPRODUCT and not COUNTIFS: no wildcards in names, and letters count.
  Formula formula{.pattern = "SUMPRODUCT(", .value = static_cast<double>(value)};
  for (const LineTest& test : tests) {
    formula.pattern +=
        test.before + "{" + std::to_string(formula.references.size()) + "}" + test.after + "*";
    formula.references.push_back({list, 0, test.column, {}});
  }
  formula.pattern += "1)";
  return {std::move(formula), {}};
}

Cell sum_column(const Reference& column, size_t value) {
  return {
      Formula{.pattern = "SUM({0})", .references = {column}, .value = static_cast<double>(value)},
      {}};
}

Cell divide_cells(const Reference& part_cell, const Reference& whole_cell, size_t part,
                  size_t whole) {
  const double value = whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
  return {Formula{.pattern = "IF({1}=0,0,{0}/{1})",
                  .references = {part_cell, whole_cell},
                  .value = value,
                  .decimals = 1,
                  .percent = true},
          {}};
}

}  // namespace kdcl

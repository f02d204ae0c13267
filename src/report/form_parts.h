// What the sheets of a school's own report are put together from: lines of text, results of
// criteria, evidence, plans. Written text comes only from the data; what nobody entered stays
// empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "model/school_case.h"
#include "report/school_sections.h"

namespace kdcl {

/// One case of a school's report.
struct FormView {
  SchoolView view;
  const SchoolCase& school;

  [[nodiscard]] Language language() const { return view.language; }
  [[nodiscard]] const CriteriaSet& set() const { return view.set(); }
  [[nodiscard]] const NodeNotes* notes_on(std::string_view node) const {
    return school.notes().find(node);
  }
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(view.language));
  }
};

/// Criteria of a standard that ask something of their own at a level and apply, and those of them
/// that are known to reach it by the verdicts of `score`.
struct LevelCount {
  size_t whole = 0;
  size_t met = 0;
};
[[nodiscard]] LevelCount count_level(const FormView& form, const ScoreBlock& score,
                                     const Standard& standard, int level);

/// A table of lines without borders.
[[nodiscard]] Table prose();

/// A table laid out as a form prescribes.
[[nodiscard]] Table form_table();

/// Adds a text as lines: one a paragraph, long ones cut at the ends of sentences so that each fits
/// into the tallest row there is.
void add_lines(std::string_view text, Table& table, Style style = {});

/// The pieces that add_lines() makes of a text.
[[nodiscard]] std::vector<std::string> pieces_of(std::string_view text);

/// Codes of evidence on a node as the set writes them, each once.
[[nodiscard]] std::vector<std::string> codes_on(const FormView& form, std::string_view node);

/// The codes, set apart as the form asks: by semicolons in square brackets, else by commas.
[[nodiscard]] std::string code_list(const std::vector<std::string>& codes);

/// The text with the codes that it does not mention put before its full stop.
[[nodiscard]] std::string with_codes(const FormView& form, std::string_view text,
                                     const std::vector<std::string>& codes);

/// What was written on the state of a node, with its codes; empty if nothing was. Codes of a
/// criterion that stand with one of its indicators are not said twice.
[[nodiscard]] std::string state_of(const FormView& form, std::string_view node);

/// "Niêm yết; thời gian: 31/03/2024; người thực hiện: Tổ văn phòng; kinh phí: 1.500.000 đồng".
[[nodiscard]] std::string plan_line(const PlanEntry& entry, Language language);

/// A day as DD/MM/YYYY, other words as they are.
[[nodiscard]] std::string day_words(std::string_view written);

/// A figure in đồng, other words as they are.
[[nodiscard]] std::string cost_words(std::string_view written, Language language);

/// The level of a criterion or a row as far as it is known.
struct CriterionLevel {
  int level = kNoLevel;      ///< kNoLevel: not applicable
  int level_max = kNoLevel;  ///< what it may be once everything is known
};
/// By the rules, and as the council judged it.
[[nodiscard]] CriterionLevel scored_level(const RowAt& at, size_t criterion);
[[nodiscard]] CriterionLevel judged_level(const RowAt& at, size_t criterion);
[[nodiscard]] CriterionLevel scored_level(const RowAt& at);
[[nodiscard]] CriterionLevel judged_level(const RowAt& at);

/// The highest level, `most` at the most, at which the criterion asks something; 0 if none. A
/// criterion stands in no one's way at levels at which it asks nothing.
[[nodiscard]] int highest_level(const CriteriaSet& set, const Criterion& criterion, int most);

/// "Tiêu chuẩn 1"; the title of what is no standard of the circular.
[[nodiscard]] std::string standard_name(const Standard& standard, Language language);

/// "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường". The requirements of the whole school at level 4
/// are no standard of the circular; they have only their title.
[[nodiscard]] std::string standard_words(const Standard& standard, Language language);

/// How a level of a criterion stands in a form: met, not met, unknown (left empty), or nothing
/// asked.
[[nodiscard]] Verdict level_verdict(const CriteriaSet& set, const Criterion& criterion,
                                    const CriterionLevel& known, int level);

/// "Đạt" or "Không đạt"; empty if unknown.
[[nodiscard]] std::string verdict_words(Verdict verdict, Language language);

/// "Đạt Mức 2", "Không đạt Mức 1"; of what is not known for sure it says so.
[[nodiscard]] std::string level_words(const CriteriaSet& set, int lowest,
                                      const CriterionLevel& known, Language language);

/// Sets whose indicators have letters have the forms of 2018, others those of 2026.
[[nodiscard]] bool has_letters(const CriteriaSet& set);

/// The texts one a line.
[[nodiscard]] std::string lines_of_texts(const std::vector<std::string>& texts);

}  // namespace kdcl

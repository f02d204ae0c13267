#include "report/check/rows.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/date.h"
#include "model/school_rows.h"
#include "report/common/figure_words.h"

namespace kdcl {
namespace {

constexpr Message kJudgedMet{"{0}: đánh giá đạt nhưng số liệu {1}, cần {2}",
                             "{0}: judged met, but the figure is {1}, required {2}"};
constexpr Message kJudgedNotMet{"{0}: đánh giá không đạt nhưng số liệu {1}, yêu cầu {2}",
                                "{0}: judged not met, but the figure is {1}, required {2}"};

constexpr Message kDeniedByNotMet{"{0}: mức {1} nhưng {2} được đánh giá không đạt",
                                  "{0}: level {1}, but {2} is judged not met"};
constexpr Message kDeniedByMet{"{0}: mức {1} nhưng mọi chỉ báo của mức {2} được đánh giá đạt",
                               "{0}: level {1}, but all of level {2} is judged met"};
constexpr Message kDeniedByExcluded{"{0}: mức {1} nhưng mọi chỉ báo được đánh giá không áp dụng",
                                    "{0}: level {1}, but all of it is judged not applicable"};
constexpr Message kDeniedExclusion{"{0}: không áp dụng nhưng {1} được đánh giá đạt hoặc không đạt",
                                   "{0}: not applicable, but {1} is judged met or not met"};

void report_denied(const CriteriaSet& set, const DeniedLevel& denied, Diagnostics& diagnostics) {
  const Indicator& indicator = set.indicators[denied.indicator];
  const std::string& criterion = set.criteria[denied.criterion].id;
  if (!denied.level)
    diagnostics.warning(denied.place, kDeniedExclusion, criterion, indicator.name);
  else if (denied.is_all_excluded)
    diagnostics.warning(denied.place, kDeniedByExcluded, criterion, *denied.level);
  else if (indicator.level > *denied.level)
    diagnostics.warning(denied.place, kDeniedByMet, criterion, *denied.level, indicator.level);
  else
    diagnostics.warning(denied.place, kDeniedByNotMet, criterion, *denied.level, indicator.name);
}

}  // namespace

size_t report_denied_levels(const Run& run, const SchoolTable& table, Diagnostics& diagnostics) {
  size_t count = 0;
  const DeniedLevel* before = nullptr;
  for (const DeniedLevel& denied : table.denied_levels) {
    // Of two sets that read one column, if one amends the other, the first tells.
    const bool is_told = before && before->row == denied.row && before->place == denied.place;
    before = &denied;
    if (is_told) continue;
    report_denied(run.sets[denied.set], denied, diagnostics);
    ++count;
  }
  return count;
}

size_t report_contradictions(const Run& run, const ScoredBlock& block, const JudgementPlace& place,
                             Diagnostics& diagnostics) {
  size_t count = 0;
  for (size_t row = 0; row < block.table.rows; ++row) {
    if (block.table.set[row] == kNoSet) continue;
    const auto index = static_cast<size_t>(block.table.set[row]);
    const CriteriaSet& set = run.sets[index];
    for (size_t i = 0; i < set.indicators.size(); ++i) {
      const std::optional<Figure>& figure = block.details[row].figures[i];
      if (!block.score.contradiction.test(row, i) || !figure) continue;
      const Requirement& requirement = set.indicators[i].requirements[figure->requirement];
      const bool is_judged_met = block.table.met.test(row, i);
      const Language language = diagnostics.language();
      diagnostics.warning(place(row, i), is_judged_met ? kJudgedMet : kJudgedNotMet,
                          set.indicators[i].name, found_text(run, requirement, *figure, language),
                          required_text(run, requirement, figure->required, language));
      ++count;
    }
  }
  return count;
}

namespace {

constexpr Message kExcludedCriteria{
    "tiêu chí bắt buộc được đánh giá không áp dụng, nên không tính vào mức: {0}",
    "mandatory criteria judged not applicable, and so left out of the level: {0}"};
constexpr Message kDecisionTooEarly{"ngày công nhận {0} không thể có: trước năm {1}",
                                    "recognised on {0}, which can't be: before {1}"};
constexpr Message kDecisionTooLate{"ngày công nhận {0} sau ngày {1}",
                                   "recognised on {0}, after {1}"};
constexpr Message kCertificateTooEarly{
    "ngày cấp giấy chứng nhận {0} không thể có: trước năm {1}",
    "accreditation certificate of {0}, which can't be: before {1}"};
constexpr Message kCertificateTooLate{"ngày cấp giấy chứng nhận {0} sau ngày {1}",
                                      "accreditation certificate of {0}, after {1}"};

bool is_excluded(const CriteriaSet& set, const Criterion& criterion, const SchoolTable& table,
                 size_t row) {
  if (!criterion.mandatory || criterion.where) return false;
  for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
    const uint32_t indicator = criterion.first_indicator + i;
    if (set.indicators[indicator].where || !table.not_applicable.test(row, indicator)) return false;
  }
  return true;
}

void report_misdated(Day day, Day last, const Location& where, const Message& too_early,
                     const Message& too_late, Diagnostics& diagnostics) {
  if (year_of(day) < kFirstDecisions)
    diagnostics.warning(where, too_early, format_day_first(day), kFirstDecisions);
  else
    diagnostics.warning(where, too_late, format_day_first(day), format_day_first(last));
}

}  // namespace

std::vector<const Criterion*> excluded_criteria(const CriteriaSet& set, const SchoolTable& table,
                                                size_t row) {
  std::vector<const Criterion*> excluded;
  const auto is_optional = [](const Criterion& criterion) { return !criterion.mandatory; };
  // Where rows are only kept for their verdicts, their judgements are gone.
  if (table.not_applicable.bits.empty() ||
      std::none_of(set.criteria.begin(), set.criteria.end(), is_optional))
    return excluded;
  for (const Criterion& criterion : set.criteria)
    if (is_excluded(set, criterion, table, row)) excluded.push_back(&criterion);
  return excluded;
}

void report_excluded_criteria(const Run& run, const SchoolTable& table, const IdentityPlace& place,
                              Diagnostics& diagnostics) {
  for (size_t row = 0; row < table.rows; ++row) {
    if (table.set[row] == kNoSet || !has_any(table.not_applicable, row)) continue;
    const CriteriaSet& set = run.sets[static_cast<size_t>(table.set[row])];
    std::vector<std::string_view> ids;
    for (const Criterion* criterion : excluded_criteria(set, table, row))
      ids.push_back(criterion->id);
    if (!ids.empty())
      diagnostics.warning(place(row, IdentityColumn::school_id), kExcludedCriteria,
                          fmt::format("{}", fmt::join(ids, ", ")));
  }
}

void report_decision_days(const SchoolTable& table, Day last, const IdentityPlace& place,
                          Diagnostics& diagnostics) {
  for (size_t row = 0; row < table.rows; ++row)
    if (const Day day = table.recognized_on[row]; is_misdated(day, last))
      report_misdated(day, last, place(row, IdentityColumn::recognized_on), kDecisionTooEarly,
                      kDecisionTooLate, diagnostics);
}

void report_certificate_days(const SchoolTable& table, uint32_t field, Day last,
                             const RowPlace& place, Diagnostics& diagnostics) {
  if (table.numbers[field].empty()) return;
  for (size_t row = 0; row < table.rows; ++row) {
    const double value = table.numbers[field][row];
    if (std::isnan(value)) continue;
    if (const auto day = static_cast<Day>(value); is_misdated(day, last))
      report_misdated(day, last, place(row), kCertificateTooEarly, kCertificateTooLate,
                      diagnostics);
  }
}

}  // namespace kdcl

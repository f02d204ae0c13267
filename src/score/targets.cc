#include "score/targets.h"

#include <numeric>

#include "model/evaluate.h"
#include "model/school_case.h"

namespace kdcl {
namespace {

double award_of(const CriteriaSet& set, std::string_view wanted, int school_level) {
  for (const AwardFamily& family : set.award_families)
    if (family.id == wanted) return award_number(family, school_level);
  return kUnknown;
}

double result_of(ResultColumn column, const CriteriaSet& set, const ScoreBlock& score, size_t row) {
  switch (column) {
    case ResultColumn::level: return score.level[row];
    case ResultColumn::level_max: return score.level_max[row];
    case ResultColumn::school_level: return score.school_level[row];
    case ResultColumn::accreditation:
    case ResultColumn::national_standard: break;
  }
  return award_of(set, result_name(column), score.school_level[row]);
}

std::vector<double> column_of(ResultColumn column, const Run& run, const SchoolTable& table,
                              const ScoreBlock& score) {
  std::vector<double> values(table.rows, kUnknown);
  for (size_t row = 0; row < table.rows; ++row)
    if (table.set[row] != kNoSet)
      values[row] = result_of(column, run.sets[static_cast<size_t>(table.set[row])], score, row);
  return values;
}

/// Adds the columns that an expression uses to those copied so far.
void copy_used(const Expression& expression, const Run& run, const SchoolTable& table,
               const ScoreBlock& score, SchoolTable& used) {
  for (const ExpressionNode& node : expression.nodes) {
    if (node.operation == Operation::identity) used.identity[node.left] = table.identity[node.left];
    if (node.operation != Operation::field) continue;
    const size_t field = node.left;
    if (field >= run.fields.size())
      used.numbers[field] =
          column_of(static_cast<ResultColumn>(field - run.fields.size()), run, table, score);
    else if (run.fields[field].type == FieldType::text)
      used.texts[field] = table.texts[field];
    else
      used.numbers[field] = table.numbers[field];
  }
}

/// The table an expression over fields_with_results() is evaluated on: only the columns that the
/// target uses, as copying those costs less than the rest of scoring by far.
SchoolTable figures_of(const Target& target, const Run& run, const SchoolTable& table,
                       const ScoreBlock& score) {
  SchoolTable used;
  used.rows = table.rows;
  used.assessed_on = table.assessed_on;
  used.recognized_on = table.recognized_on;
  used.recognized_level = table.recognized_level;
  used.numbers.resize(run.fields.size() + kResultColumns);
  used.texts.resize(run.fields.size() + kResultColumns);
  copy_used(target.count, run, table, score, used);
  if (target.among) copy_used(*target.among, run, table, score, used);
  return used;
}

TargetMark mark_of(Truth among, Truth counted) {
  if (among == Truth::no) return TargetMark::outside;
  if (among == Truth::unknown) return TargetMark::unplaced;
  if (counted == Truth::unknown) return TargetMark::open;
  return counted == Truth::yes ? TargetMark::reached : TargetMark::not_reached;
}

}  // namespace

std::vector<TargetMark> mark_rows(const Target& target, const Run& run, const SchoolTable& table,
                                  const ScoreBlock& score) {
  const SchoolTable figures = figures_of(target, run, table, score);
  std::vector<uint32_t> rows(table.rows);
  std::iota(rows.begin(), rows.end(), 0U);
  const Evaluator evaluator(figures, rows);
  const std::vector<Truth> counted = evaluator.truths(target.count);
  std::vector<Truth> among(table.rows, Truth::yes);
  if (target.among) among = evaluator.truths(*target.among);
  std::vector<TargetMark> marks;
  marks.reserve(table.rows);
  for (size_t row = 0; row < table.rows; ++row) marks.push_back(mark_of(among[row], counted[row]));
  return marks;
}

std::optional<size_t> line_of(const Target& target, const SchoolTable& table, size_t row) {
  if (!target.by) return 0;
  const std::string_view group = table.text_of(*target.by, row);
  for (size_t i = 0; i < target.lines.size(); ++i)
    if (target.lines[i].group == group) return i;
  return {};
}

namespace {

void count(const Run& run, int year, const SchoolRows& school, const DecisionOf& decision,
           Trends& trends) {
  const CriteriaSet& set = run.sets[school.first().set()];
  YearSums& sums = trends.years[year][school.first().set()];
  sums.levels.resize(set.levels.size() + 1, 0);
  ++sums.levels[static_cast<size_t>(school.level())];
  if (decision.decision == Decision::valid && find_family(set, kNationalStandard)) ++sums.decided;
}

/// Most schools have one year, and most of those that of the report, whose day rows without one
/// have.
void count_only_year(const Run& run, const SchoolRecord& record, Day as_of, Trends& trends) {
  const RowAt& at = record.rows.first();
  const Day assessed = at.block->table.assessed_on[at.row];
  const int year = assessed == kNoDate ? year_of(as_of) : report_year(assessed, as_of);
  if (year == 0) return;
  const Day day = day_of_year(year, as_of);
  count(run, year, record.rows, day == as_of ? record.decision : decision_of(run, record.rows, day),
        trends);
}

}  // namespace

void count_years(const Run& run, const SchoolRecord& record, Day as_of, Trends& trends) {
  if (record.years.empty()) return count_only_year(run, record, as_of, trends);
  for (const SchoolYear& year : record.years)
    count(run, year.year, year.rows, year.decision, trends);
  for (size_t i = 1; i < record.years.size(); ++i) {
    const SchoolYear& before = record.years[i - 1];
    const SchoolYear& after = record.years[i];
    const LevelChange change = change_of(run, before.rows, after.rows);
    ++trends.changes[{before.year, after.year}][static_cast<size_t>(change)];
  }
}

}  // namespace kdcl

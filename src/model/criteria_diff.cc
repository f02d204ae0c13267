#include "model/criteria_diff.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "model/criteria.h"
#include "model/expression_parts.h"
#include "model/run.h"

namespace kdcl {
namespace {

CriteriaChange compare_levels(const Level& a, const Level& b) {
  const auto is_same_need = [](const Need& x, const Need& y) {
    return std::tie(x.group, x.at_least, x.level) == std::tie(y.group, y.at_least, y.level);
  };
  return {.aspects =
              differing({{Aspect::title, a.title == b.title},
                         {Aspect::needs, std::ranges::equal(a.needs, b.needs, is_same_need)}})};
}

bool has_same_measure(const Requirement& x, const Requirement& y) {
  return x.is_level == y.is_level && x.measure == y.measure;
}

/// Compares two sets and what lies below them.
class Comparer {
 public:
  Comparer(const SetView& before, const SetView& after) : before_(before), after_(after) {}

  [[nodiscard]] std::vector<Aspect> set() const;
  [[nodiscard]] std::vector<CriteriaChange> families() const;
  [[nodiscard]] std::vector<CriteriaChange> standards() const;

 private:
  [[nodiscard]] CriteriaChange award(const Award& a, const Award& b) const;
  [[nodiscard]] CriteriaChange standard(const Standard& a, const Standard& b) const;
  [[nodiscard]] CriteriaChange criterion(const Criterion& a, const Criterion& b) const;
  [[nodiscard]] std::vector<CriteriaChange> indicators(const Criterion& a,
                                                       const Criterion& b) const;
  [[nodiscard]] CriteriaChange indicator(const Indicator& a, const Indicator& b) const;
  [[nodiscard]] CriteriaChange requirement(const Indicator& above_a, const Requirement& a,
                                           const Indicator& above_b, const Requirement& b) const;
  [[nodiscard]] std::vector<std::string> monitors(const SetView& view,
                                                  const Criterion& criterion) const;
  [[nodiscard]] bool is_same_value(const Requirement& of_a, double a, const Requirement& of_b,
                                   double b) const;

  const SetView& before_;
  const SetView& after_;
};

std::vector<Aspect> Comparer::set() const {
  const CriteriaSet& a = before_.set;
  const CriteriaSet& b = after_.set;
  return differing(
      {{Aspect::id, a.id == b.id},
       {Aspect::title, a.title == b.title},
       {Aspect::document, a.document == b.document},
       {Aspect::issued, a.issued == b.issued},
       {Aspect::in_force, a.in_force_from == b.in_force_from && a.in_force_to == b.in_force_to},
       {Aspect::applies_to, is_alike(a.applies_to, b.applies_to)},
       {Aspect::per_stage, a.per_stage == b.per_stage},
       {Aspect::evidence_code, a.evidence_code == b.evidence_code},
       {Aspect::data_years, a.data_years == b.data_years},
       {Aspect::checked, a.checked == b.checked}});
}

CriteriaChange Comparer::award(const Award& a, const Award& b) const {
  const auto compare_conditions = [&](const Condition& x, const Condition& y) {
    return CriteriaChange{
        .aspects =
            differing({{Aspect::checked, is_same_own(x.checked, a.checked, y.checked, b.checked)},
                       {Aspect::text, x.text == y.text},
                       {Aspect::where, is_alike(x.where, y.where)}})};
  };
  return {.aspects = differing({{Aspect::title, a.title == b.title},
                                {Aspect::checked, is_same_own(a.checked, before_.set.checked,
                                                              b.checked, after_.set.checked)},
                                {Aspect::level, a.level == b.level},
                                {Aspect::valid_years, a.valid_years == b.valid_years}}),
          .parts = changes(a.conditions, b.conditions, compare_conditions, has_same_id<Condition>)};
}

std::vector<CriteriaChange> Comparer::families() const {
  const auto has_same_level = [](const Award& a, const Award& b) { return a.level == b.level; };
  const auto compare_awards = [this](const Award& a, const Award& b) { return award(a, b); };
  return changes(
      before_.set.award_families, after_.set.award_families,
      [&](const AwardFamily& a, const AwardFamily& b) {
        return CriteriaChange{.parts = changes(a.awards, b.awards, compare_awards,
                                               has_same_title<Award>, has_same_level)};
      },
      has_same_id<AwardFamily>);
}

std::vector<CriteriaChange> Comparer::standards() const {
  return changes(
      before_.set.standards, after_.set.standards,
      [this](const Standard& a, const Standard& b) { return standard(a, b); },
      has_same_id<Standard>);
}

CriteriaChange Comparer::standard(const Standard& a, const Standard& b) const {
  return {.aspects = differing({{Aspect::title, a.title == b.title},
                                {Aspect::checked, is_same_own(a.checked, before_.set.checked,
                                                              b.checked, after_.set.checked)}}),
          .parts = changes(
              criteria_of(before_.set, a), criteria_of(after_.set, b),
              [this](const Criterion& x, const Criterion& y) { return criterion(x, y); },
              has_same_id<Criterion>)};
}

CriteriaChange Comparer::criterion(const Criterion& a, const Criterion& b) const {
  const Standard& above_a = before_.set.standards[a.standard];
  const Standard& above_b = after_.set.standards[b.standard];
  return {.aspects = differing({{Aspect::title, a.title == b.title},
                                {Aspect::checked, is_same_own(a.checked, above_a.checked, b.checked,
                                                              above_b.checked)},
                                {Aspect::clause, a.clause == b.clause},
                                {Aspect::mandatory, a.mandatory == b.mandatory},
                                {Aspect::where, is_alike(a.where, b.where)},
                                {Aspect::monitor, monitors(before_, a) == monitors(after_, b)},
                                {Aspect::evidence, a.evidence == b.evidence}}),
          .parts = indicators(a, b)};
}

/// Levels rise, also among those that were removed.
std::vector<CriteriaChange> Comparer::indicators(const Criterion& a, const Criterion& b) const {
  const auto before = indicators_of(before_.set, a);
  const auto after = indicators_of(after_.set, b);
  std::vector<CriteriaChange> found = changes(
      before, after, [this](const Indicator& x, const Indicator& y) { return indicator(x, y); },
      [](const Indicator& x, const Indicator& y) { return x.name == y.name; });
  std::ranges::stable_sort(found, {}, [&](const CriteriaChange& change) {
    return change.after ? after[*change.after].level : before[*change.before].level;
  });
  return found;
}

std::vector<std::string> Comparer::monitors(const SetView& view, const Criterion& criterion) const {
  std::vector<std::string> ids;
  for (const uint32_t monitor : criterion.monitor) ids.push_back(view.set.monitors[monitor].id);
  return ids;
}

CriteriaChange Comparer::indicator(const Indicator& a, const Indicator& b) const {
  const auto compare = [&](const Requirement& x, const Requirement& y) {
    return requirement(a, x, b, y);
  };
  const auto has_same_operator = [&](const Requirement& x, const Requirement& y) {
    return has_same_measure(x, y) && x.comparison == y.comparison;
  };
  const auto has_same_condition = [&](const Requirement& x, const Requirement& y) {
    return has_same_operator(x, y) && is_alike(x.where, y.where);
  };
  const Criterion& above_a = before_.set.criteria[a.criterion];
  const Criterion& above_b = after_.set.criteria[b.criterion];
  return {
      .aspects = differing(
          {{Aspect::checked, is_same_own(a.checked, above_a.checked, b.checked, above_b.checked)},
           {Aspect::text, a.text == b.text},
           {Aspect::clause, is_same_own(a.clause, above_a.clause, b.clause, above_b.clause)},
           {Aspect::where, is_alike(a.where, b.where)},
           {Aspect::doubt, a.doubt == b.doubt}}),
      .parts = changes(a.requirements, b.requirements, compare, has_same_condition,
                       has_same_operator, has_same_measure)};
}

CriteriaChange Comparer::requirement(const Indicator& above_a, const Requirement& a,
                                     const Indicator& above_b, const Requirement& b) const {
  const auto compare_exceptions = [&](const Exception& x, const Exception& y) {
    return CriteriaChange{
        .aspects =
            differing({{Aspect::checked, is_same_own(x.checked, a.checked, y.checked, b.checked)},
                       {Aspect::where, is_alike(x.where, y.where)},
                       {Aspect::value, is_same_value(a, x.value, b, y.value)},
                       {Aspect::because, x.because == y.because}})};
  };
  const auto has_same_condition = [](const Exception& x, const Exception& y) {
    return is_alike(x.where, y.where);
  };
  const auto has_same_reason = [](const Exception& x, const Exception& y) {
    return x.because == y.because;
  };
  return {
      .aspects = differing(
          {{Aspect::checked, is_same_own(a.checked, above_a.checked, b.checked, above_b.checked)},
           {Aspect::where, is_alike(a.where, b.where)},
           {Aspect::measure, has_same_measure(a, b)},
           {Aspect::threshold, a.comparison == b.comparison && is_same_unit(a.unit, b.unit) &&
                                   is_same_value(a, a.value, b, b.value)},
           {Aspect::formula,
            a.is_level || b.is_level || is_same_calculation(before_, a.figure, after_, b.figure)},
           {Aspect::covers, a.covers_part == b.covers_part},
           {Aspect::order,
            is_same_order(a.exceptions, b.exceptions, has_same_condition, has_same_reason)}}),
      .parts = changes(a.exceptions, b.exceptions, compare_exceptions, has_same_condition,
                       has_same_reason)};
}

bool Comparer::is_same_value(const Requirement& of_a, double a, const Requirement& of_b,
                             double b) const {
  const auto named = [](const SetView& view, const Requirement& requirement,
                        double value) -> const Choice* {
    if (!requirement.field) return nullptr;
    const std::vector<Choice>& values = view.fields[*requirement.field].values;
    return values.empty() ? nullptr : &values[static_cast<size_t>(value)];
  };
  const Choice* choice_a = named(before_, of_a, a);
  const Choice* choice_b = named(after_, of_b, b);
  return choice_a && choice_b ? choice_a->id == choice_b->id : !choice_a == !choice_b && a == b;
}

}  // namespace

bool CriteriaDiff::is_empty() const {
  return aspects.empty() && levels.empty() && families.empty() && standards.empty() &&
         fields.empty() && measures.empty() && data_tables.empty();
}

CriteriaDiff diff_criteria(const SetView& before, const SetView& after) {
  const Comparer comparer(before, after);
  const auto has_same_number = [](const Level& a, const Level& b) { return a.level == b.level; };
  return {comparer.set(),
          changes(before.set.levels, after.set.levels, compare_levels, has_same_number),
          comparer.families(),
          comparer.standards(),
          diff_fields(before, after),
          diff_measures(before, after),
          diff_data_tables(before, after)};
}

bool have_common_indicator(const CriteriaSet& before, const CriteriaSet& after) {
  std::map<std::string_view, const LocalText*> known;
  for (const Indicator& indicator : before.indicators) known[indicator.name] = &indicator.text;
  return std::any_of(after.indicators.begin(), after.indicators.end(),
                     [&](const Indicator& indicator) {
                       const auto found = known.find(indicator.name);
                       return found != known.end() && *found->second == indicator.text;
                     });
}

namespace {

bool is_same_node(const SetView& before, const Expression& a, const ExpressionNode& node_a,
                  const SetView& after, const Expression& b, const ExpressionNode& node_b) {
  if (node_a.operation != node_b.operation) return false;
  if (node_a.operation == Operation::field)
    return before.fields[node_a.left].id == after.fields[node_b.left].id;
  if (node_a.operation == Operation::text) return a.texts[node_a.left] == b.texts[node_b.left];
  return node_a == node_b;
}

}  // namespace

std::vector<Aspect> differing(Compared compared) {
  std::vector<Aspect> aspects;
  for (const auto& [aspect, is_same] : compared)
    if (!is_same) aspects.push_back(aspect);
  return aspects;
}

bool is_alike(const Expression& a, const Expression& b) {
  ExpressionTokens words_a(a.source);
  ExpressionTokens words_b(b.source);
  while (true) {
    const Token word = words_a.next();
    const Token other = words_b.next();
    if (word.kind != other.kind || word.text != other.text) return false;
    if (word.kind == TokenKind::end) return true;
  }
}
bool is_alike(const std::optional<Expression>& a, const std::optional<Expression>& b) {
  return a && b ? is_alike(*a, *b) : a.has_value() == b.has_value();
}

bool is_same_unit(const Unit& a, const Unit& b) {
  return std::tie(a.vi, a.en, a.one) == std::tie(b.vi, b.en, b.one);
}

bool is_same_calculation(const SetView& before, const Expression& a, const SetView& after,
                         const Expression& b) {
  return std::ranges::equal(a.nodes, b.nodes,
                            [&](const ExpressionNode& node_a, const ExpressionNode& node_b) {
                              return is_same_node(before, a, node_a, after, b, node_b);
                            });
}

namespace {

/// changes() among the things at some positions of two lists; theirs are positions in these lists.
template <typename T, typename Compare>
std::vector<CriteriaChange> changes_among(std::span<const T> before,
                                          const std::vector<uint32_t>& of_before,
                                          std::span<const T> after,
                                          const std::vector<uint32_t>& of_after,
                                          const Compare& compare) {
  const auto pick = [](std::span<const T> all, const std::vector<uint32_t>& positions) {
    std::vector<T> picked;
    for (const uint32_t position : positions) picked.push_back(all[position]);
    return picked;
  };
  std::vector<CriteriaChange> found =
      changes(pick(before, of_before), pick(after, of_after), compare, has_same_id<T>);
  for (CriteriaChange& change : found) {
    if (change.before) change.before = of_before[*change.before];
    if (change.after) change.after = of_after[*change.after];
  }
  return found;
}

bool is_same_choice(const Choice& a, const Choice& b) { return a.id == b.id && a.title == b.title; }

CriteriaChange compare_fields(const Field& a, const Field& b) {
  return {.aspects = differing(
              {{Aspect::title, a.title == b.title},
               {Aspect::type, a.type == b.type},
               {Aspect::unit, is_same_unit(a.unit, b.unit)},
               {Aspect::range, a.min == b.min && a.max == b.max && a.part_of == b.part_of},
               {Aspect::values, std::ranges::equal(a.values, b.values, is_same_choice)},
               {Aspect::aliases, a.aliases == b.aliases}})};
}

CriteriaChange compare_measures(const Measure& a, const Measure& b) {
  return {.aspects = differing({{Aspect::title, a.title == b.title},
                                {Aspect::formula, is_alike(a.formula, b.formula)},
                                {Aspect::unit, is_same_unit(a.unit, b.unit)}})};
}

/// The ids of the fields and measures in the cells of a row; empty for an empty cell.
std::vector<std::string> figures_of(const SetView& view, const DataRow& row) {
  std::vector<std::string> ids;
  for (const DataFigure& figure : row.show) {
    const bool is_field = figure.kind == DataFigure::Kind::field;
    const Measure* measure = measure_of(view.set, figure);
    ids.push_back(is_field ? view.fields[figure.index].id : measure ? measure->id : std::string());
  }
  return ids;
}

std::vector<CriteriaChange> diff_rows(const SetView& before, const DataTable& a,
                                      const SetView& after, const DataTable& b) {
  const auto has_same_figures = [&](const DataRow& x, const DataRow& y) {
    return figures_of(before, x) == figures_of(after, y);
  };
  const auto compare = [&](const DataRow& x, const DataRow& y) {
    return CriteriaChange{
        .aspects =
            differing({{Aspect::title, x.title == y.title},
                       {Aspect::checked, is_same_own(x.checked, a.checked, y.checked, b.checked)},
                       {Aspect::where, is_alike(x.where, y.where)},
                       {Aspect::number, x.number == y.number},
                       {Aspect::figures, has_same_figures(x, y)}})};
  };
  const auto shows_same = [&](const DataRow& x, const DataRow& y) {
    return x.title == y.title && has_same_figures(x, y);
  };
  return changes(a.rows, b.rows, compare, shows_same, has_same_title<DataRow>);
}

}  // namespace

std::vector<CriteriaChange> diff_fields(const SetView& before, const SetView& after) {
  return changes_among(before.fields, used_fields(before.set), after.fields, used_fields(after.set),
                       compare_fields);
}

std::vector<CriteriaChange> diff_measures(const SetView& before, const SetView& after) {
  return changes_among(std::span(before.set.measures), used_measures(before.set),
                       std::span(after.set.measures), used_measures(after.set), compare_measures);
}

std::vector<CriteriaChange> diff_data_tables(const SetView& before, const SetView& after) {
  const auto compare = [&](const DataTable& a, const DataTable& b) {
    return CriteriaChange{
        .aspects =
            differing({{Aspect::title, a.title == b.title},
                       {Aspect::checked,
                        is_same_own(a.checked, before.set.checked, b.checked, after.set.checked)},
                       {Aspect::where, is_alike(a.where, b.where)},
                       {Aspect::number, a.number == b.number},
                       {Aspect::columns, a.columns == b.columns && a.has_remarks == b.has_remarks},
                       {Aspect::note, a.note == b.note}}),
        .parts = diff_rows(before, a, after, b)};
  };
  const auto has_same_number = [](const DataTable& a, const DataTable& b) {
    return !a.number.empty() && a.number == b.number;
  };
  return changes(before.set.data_tables, after.set.data_tables, compare, has_same_title<DataTable>,
                 has_same_number);
}

}  // namespace kdcl

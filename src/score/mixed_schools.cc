#include "score/mixed_schools.h"

#include <algorithm>
#include <set>

namespace kdcl {
namespace {

bool is_same_value(double one, double other) {
  return one == other || (std::isnan(one) && std::isnan(other));
}

/// Calls `use` with every expression that scoring by the set looks at.
template <typename Use>
void for_each_expression(const CriteriaSet& set, Use use) {
  const auto use_if = [&use](const std::optional<Expression>& expression) {
    if (expression) use(*expression);
  };
  for (const Criterion& criterion : set.criteria) use_if(criterion.where);
  for (const Indicator& indicator : set.indicators) {
    use_if(indicator.where);
    for (const Requirement& requirement : indicator.requirements) {
      use(requirement.figure);
      use_if(requirement.where);
      for (const Exception& exception : requirement.exceptions) use(exception.where);
    }
  }
}

/// Of judgements or of verdicts: both have the three kinds of bits.
template <typename Verdicts>
void set_verdict(Verdict verdict, size_t row, size_t bit, Verdicts& verdicts) {
  if (verdict == Verdict::met) verdicts.met.set(row, bit);
  if (verdict == Verdict::not_met) verdicts.not_met.set(row, bit);
  if (verdict == Verdict::not_applicable) verdicts.not_applicable.set(row, bit);
}

template <typename Verdicts>
void clear_verdict(size_t row, size_t bit, Verdicts& verdicts) {
  for (BitRows* bits : {&verdicts.met, &verdicts.not_met, &verdicts.not_applicable})
    bits->row(row)[bit / 64] &= ~(uint64_t{1} << (bit % 64));
}

bool is_undone(const State& state, Difference::Kind kind, uint32_t index) {
  return std::any_of(state.begin(), state.end(), [&](const Difference& each) {
    return each.undone && each.kind == kind && each.index == index;
  });
}

/// True if data are among the differences, not only rules.
bool has_data(const State& state) {
  return std::any_of(state.begin(), state.end(), [](const Difference& each) {
    return each.kind != Difference::Kind::definition && each.kind != Difference::Kind::level_rule;
  });
}

Verdict verdict_by(const ScoreBlock& score, size_t row, int32_t indicator) {
  // An indicator that the set does not have decides nothing.
  return indicator == kNotThere ? Verdict::not_applicable
                                : verdict_of(score, row, static_cast<size_t>(indicator));
}

}  // namespace

double number_of(const RowAt& at, uint32_t field) {
  const std::vector<double>& column = at.block->table.numbers[field];
  return column.empty() ? kUnknown : column[at.row];
}

std::string_view text_of(const RowAt& at, uint32_t field) {
  const std::vector<std::string_view>& column = at.block->table.texts[field];
  return column.empty() ? std::string_view() : column[at.row];
}

std::vector<uint32_t> identities_of(const Expression& expression) {
  std::set<uint32_t> columns;
  for (const ExpressionNode& node : expression.nodes)
    if (node.operation == Operation::identity) columns.insert(node.left);
  return {columns.begin(), columns.end()};
}

MixedSchools::MixedSchools(const Run& run, const Scorer& scorer, const UnionSet& sets,
                           std::span<ComparedSchool* const> schools)
    : run_(run),
      scorer_(scorer),
      sets_(sets),
      schools_(schools),
      set_before_(static_cast<int16_t>(schools.front()->before->set())),
      set_after_(static_cast<int16_t>(schools.front()->after->set())),
      plan_before_(make_plan(sets.under_before)),
      plan_after_(make_plan(sets.under_after)) {
  std::set<uint32_t> fields, identities;
  for (const int16_t set : {set_before_, set_after_})
    for_each_expression(run.sets[static_cast<size_t>(set)], [&](const Expression& expression) {
      for (const uint32_t field : fields_of(expression)) fields.insert(field);
      for (const uint32_t column : identities_of(expression)) identities.insert(column);
    });
  fields_.assign(fields.begin(), fields.end());
  identities_.assign(identities.begin(), identities.end());
  for (size_t school = 0; school < size(); ++school) {
    all_.push_back(school);
    differences_.push_back(find_differences(school));
  }
}

Verdict MixedSchools::judged(const RowAt& at, int32_t indicator) {
  if (indicator == kNotThere) return Verdict::unknown;
  const SchoolTable& table = at.block->table;
  const auto bit = static_cast<size_t>(indicator);
  if (table.met.test(at.row, bit)) return Verdict::met;
  if (table.not_met.test(at.row, bit)) return Verdict::not_met;
  return table.not_applicable.test(at.row, bit) ? Verdict::not_applicable : Verdict::unknown;
}

bool MixedSchools::verdict_differs(size_t school, size_t indicator) const {
  const UnionIndicator& each = sets_.indicators[indicator];
  const RowAt& before = *schools_[school]->before;
  const RowAt& after = *schools_[school]->after;
  return verdict_by(before.block->score, before.row, each.before) !=
         verdict_by(after.block->score, after.row, each.after);
}

State MixedSchools::find_differences(size_t school) const {
  const RowAt& before = *schools_[school]->before;
  const RowAt& after = *schools_[school]->after;
  State found;
  for (uint32_t i = 0; i < sets_.indicators.size(); ++i) {
    const UnionIndicator& each = sets_.indicators[i];
    if (each.is_in_both() && judged(before, each.before) != judged(after, each.after))
      found.push_back({Difference::Kind::judgement, i});
    if (each.differs || !each.is_in_both()) found.push_back({Difference::Kind::definition, i});
  }
  for (const uint32_t field : fields_)
    if (!is_same_value(number_of(before, field), number_of(after, field)) ||
        text_of(before, field) != text_of(after, field))
      found.push_back({Difference::Kind::field, field});
  for (const uint32_t column : identities_)
    if (before.text(static_cast<IdentityColumn>(column)) !=
        after.text(static_cast<IdentityColumn>(column)))
      found.push_back({Difference::Kind::identity, column});
  if (sets_.rule_differs) found.push_back({Difference::Kind::level_rule, 0});
  return found;
}

void MixedSchools::put_value(const Difference& difference, size_t school, size_t row) {
  const RowAt& from = difference.undone ? *schools_[school]->before : *schools_[school]->after;
  if (difference.kind == Difference::Kind::field) {
    table_.numbers[difference.index][row] = number_of(from, difference.index);
    table_.texts[difference.index][row] = text_of(from, difference.index);
  } else if (difference.kind == Difference::Kind::identity) {
    const auto column = static_cast<IdentityColumn>(difference.index);
    table_.identity[difference.index][row] = from.text(column);
    const SchoolTable& table = from.block->table;
    if (column == IdentityColumn::assessed_on)
      table_.assessed_on[row] = table.assessed_on[from.row];
    if (column == IdentityColumn::recognized_on)
      table_.recognized_on[row] = table.recognized_on[from.row];
    if (column == IdentityColumn::recognized_level)
      table_.recognized_level[row] = table.recognized_level[from.row];
  }
}

void MixedSchools::size_table(size_t rows) {
  table_.rows = rows;
  for (auto& column : table_.identity) column.resize(rows);
  table_.assessed_on.resize(rows);
  table_.recognized_on.resize(rows);
  table_.recognized_level.resize(rows);
  table_.numbers.resize(run_.fields.size());
  table_.texts.resize(run_.fields.size());
  for (const uint32_t field : fields_) {
    table_.numbers[field].resize(rows);
    table_.texts[field].resize(rows);
  }
}

/// Everything as it is after, then what the states undo.
void MixedSchools::put(std::span<const size_t> asked, const std::vector<State>& states) {
  size_table(asked.size());
  for (size_t row = 0; row < asked.size(); ++row) {
    const size_t school = asked[row];
    for (const uint32_t field : fields_) put_value({Difference::Kind::field, field}, school, row);
    for (uint32_t column = 0; column < kIdentityColumns; ++column)
      put_value({Difference::Kind::identity, column}, school, row);
    for (const Difference& difference : states[school]) put_value(difference, school, row);
  }
}

void MixedSchools::put_judgements(std::span<const size_t> asked, const std::vector<State>& states,
                                  bool by_before) {
  table_.set.assign(asked.size(), by_before ? set_before_ : set_after_);
  size_t words = 1;
  for (const CriteriaSet& each : run_.sets)
    words = std::max(words, (each.indicators.size() + 63) / 64);
  for (BitRows* bits : {&table_.met, &table_.not_met, &table_.not_applicable, &table_.filled})
    bits->resize(asked.size(), words);
  for (size_t row = 0; row < asked.size(); ++row) {
    const size_t school = asked[row];
    for (uint32_t i = 0; i < sets_.indicators.size(); ++i) {
      const UnionIndicator& each = sets_.indicators[i];
      const int32_t at = by_before ? each.before : each.after;
      if (at == kNotThere) continue;
      const bool from_before = !each.is_in_both() && by_before;
      set_verdict(from_before ? judged_before(school, i) : judged_after(school, i), row,
                  static_cast<size_t>(at), table_);
    }
    for (const Difference& difference : states[school]) {
      if (difference.kind != Difference::Kind::judgement || !difference.undone) continue;
      const UnionIndicator& each = sets_.indicators[difference.index];
      const auto bit = static_cast<size_t>(by_before ? each.before : each.after);
      clear_verdict(row, bit, table_);
      set_verdict(judged_before(school, difference.index), row, bit, table_);
    }
  }
}

void MixedSchools::find_levels(std::span<const size_t> asked, const std::vector<State>& states,
                               ScoreBlock& joined) const {
  LevelFinder by_before(plan_before_, false);
  LevelFinder by_after(plan_after_, false);
  for (size_t row = 0; row < asked.size(); ++row)
    (is_undone(states[asked[row]], Difference::Kind::level_rule, 0) ? by_before : by_after)
        .find(row, joined);
}

/// Where the data are the same on both sides the rows were scored by both sets already.
void MixedSchools::find_present() {
  const std::vector<State> none(size());
  const bool has_same_data = std::none_of(differences_.begin(), differences_.end(), has_data);
  ScoreBlock after;
  if (!has_same_data) {
    put(all_, none);
    put_judgements(all_, none, false);
    scorer_.score(table_, after);
    put_judgements(all_, none, true);
    scorer_.score(table_, by_before_);
  }
  size_score(size(), std::span(&plan_after_, 1), present_.emplace());
  if (has_same_data) size_score(size(), std::span(&plan_before_, 1), by_before_);
  for (size_t school = 0; school < size(); ++school) {
    const RowAt& row_before = *schools_[school]->before;
    const RowAt& row_after = *schools_[school]->after;
    for (uint32_t i = 0; i < sets_.indicators.size(); ++i) {
      const UnionIndicator& each = sets_.indicators[i];
      const Verdict verdict = has_same_data
                                  ? verdict_by(row_after.block->score, row_after.row, each.after)
                                  : verdict_by(after, school, each.after);
      set_verdict(verdict, school, i, *present_);
      if (has_same_data && each.before != kNotThere)
        set_verdict(verdict_by(row_before.block->score, row_before.row, each.before), school,
                    static_cast<size_t>(each.before), by_before_);
    }
  }
}

std::vector<int8_t> MixedSchools::levels_by_rules(std::span<const size_t> asked,
                                                  const std::vector<State>& states) {
  if (!present_) find_present();
  ScoreBlock joined;
  size_score(asked.size(), std::span(&plan_after_, 1), joined);
  for (size_t row = 0; row < asked.size(); ++row) {
    const size_t school = asked[row];
    for (const auto bits : {&ScoreBlock::met, &ScoreBlock::not_met, &ScoreBlock::not_applicable})
      std::copy_n(((*present_).*bits).row(school), joined.met.words, (joined.*bits).row(row));
    for (const Difference& each : states[school]) {
      if (!each.undone || each.kind != Difference::Kind::definition) continue;
      clear_verdict(row, each.index, joined);
      set_verdict(verdict_by(by_before_, school, sets_.indicators[each.index].before), row,
                  each.index, joined);
    }
  }
  find_levels(asked, states, joined);
  return std::move(joined.level);
}

std::vector<int8_t> MixedSchools::levels(std::span<const size_t> asked,
                                         const std::vector<State>& states) {
  if (std::none_of(asked.begin(), asked.end(),
                   [&](size_t school) { return has_data(states[school]); }))
    return levels_by_rules(asked, states);
  put(asked, states);
  ScoreBlock after;
  put_judgements(asked, states, false);
  scorer_.score(table_, after);
  if (set_before_ == set_after_) return std::move(after.level);
  ScoreBlock before, joined;
  put_judgements(asked, states, true);
  scorer_.score(table_, before);
  size_score(asked.size(), std::span(&plan_after_, 1), joined);
  for (size_t row = 0; row < asked.size(); ++row) {
    for (uint32_t i = 0; i < sets_.indicators.size(); ++i) {
      const UnionIndicator& each = sets_.indicators[i];
      const bool may_be_undone = each.differs || !each.is_in_both();
      const bool by_before =
          may_be_undone && is_undone(states[asked[row]], Difference::Kind::definition, i);
      const Verdict verdict =
          by_before ? verdict_by(before, row, each.before) : verdict_by(after, row, each.after);
      set_verdict(verdict, row, i, joined);
    }
  }
  find_levels(asked, states, joined);
  return std::move(joined.level);
}

std::vector<SchoolDetail> MixedSchools::details_after() {
  const std::vector<State> none(size());
  put(all_, none);
  put_judgements(all_, none, false);
  return scorer_.details(table_);
}

std::vector<SchoolDetail> MixedSchools::details_before() {
  std::vector<State> undone = differences_;
  for (State& state : undone)
    for (Difference& difference : state) difference.undone = true;
  put(all_, undone);
  put_judgements(all_, undone, true);
  return scorer_.details(table_);
}

}  // namespace kdcl

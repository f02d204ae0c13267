#include "score/mixed_schools.h"

#include <algorithm>
#include <set>

namespace kdcl {
namespace {

using State = std::vector<Difference>;

bool is_same_value(double one, double other) {
  return one == other || (std::isnan(one) && std::isnan(other));
}

void set_verdict(Verdict verdict, size_t row, size_t bit, BitRows& met, BitRows& not_met,
                 BitRows& not_applicable) {
  if (verdict == Verdict::met) met.set(row, bit);
  if (verdict == Verdict::not_met) not_met.set(row, bit);
  if (verdict == Verdict::not_applicable) not_applicable.set(row, bit);
}

bool is_undone(const std::vector<Difference>& state, Difference::Kind kind, uint32_t index) {
  return std::any_of(state.begin(), state.end(), [&](const Difference& each) {
    return each.undone && each.kind == kind && each.index == index;
  });
}

/// True if data are among the differences, not only rules.
bool has_data(const std::vector<Difference>& state) {
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

std::string identity_of(const RowAt& at, uint32_t column) {
  const auto identity = static_cast<IdentityColumn>(column);
  const std::string_view text = at.text(identity);
  const std::optional<Day> day =
      value_kind(identity) == ValueKind::date ? read_date(text) : std::nullopt;
  return day ? format_iso(*day) : std::string(text);
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
    for (const JudgedSet& judged : run.judged[static_cast<size_t>(set)]) {
      const CriteriaSet& each = run.sets[judged.set];
      for (const Indicator& indicator : each.indicators)
        for_each_expression(each, indicator, [&](const Expression& expression) {
          for (const uint32_t field : fields_of(expression)) fields.insert(field);
          for (const uint32_t column : identities_of(expression)) identities.insert(column);
        });
      // The day tells which of the sets whose level is asked for is in force.
      if (judged.first_word > 0)
        identities.insert(static_cast<uint32_t>(IdentityColumn::assessed_on));
    }
  fields_.assign(fields.begin(), fields.end());
  identities_.assign(identities.begin(), identities.end());
  size_table();
}

Verdict MixedSchools::judged(const RowAt& at, int32_t at_bit) {
  if (at_bit == kNotThere) return Verdict::unknown;
  const SchoolTable& table = at.block->table;
  const auto bit = static_cast<size_t>(at_bit);
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

std::vector<Difference> MixedSchools::differences(size_t school) const {
  const RowAt& before = *schools_[school]->before;
  const RowAt& after = *schools_[school]->after;
  std::vector<Difference> found;
  for (uint32_t i = 0; i < sets_.indicators.size(); ++i) {
    const UnionIndicator& each = sets_.indicators[i];
    if (each.is_in_both() && judged(before, each.before) != judged(after, each.after))
      found.push_back({Difference::Kind::judgement, i});
    if (each.differs || !each.is_in_both()) found.push_back({Difference::Kind::definition, i});
  }
  const auto own = static_cast<uint32_t>(sets_.indicators.size());
  for (uint32_t i = own; i < own + sets_.others.size(); ++i)
    if (bits_of(i).front().is_in_both() && judged_before(school, i) != judged_after(school, i))
      found.push_back({Difference::Kind::judgement, i});
  for (const uint32_t field : fields_)
    if (!is_same_value(number_of(before, field), number_of(after, field)) ||
        text_of(before, field) != text_of(after, field))
      found.push_back({Difference::Kind::field, field});
  for (const uint32_t column : identities_)
    if (identity_of(before, column) != identity_of(after, column))
      found.push_back({Difference::Kind::identity, column});
  if (sets_.rule_differs) found.push_back({Difference::Kind::level_rule, 0});
  return found;
}

void MixedSchools::put_value(const Difference& difference, size_t school) {
  const RowAt& from = difference.undone ? *schools_[school]->before : *schools_[school]->after;
  if (difference.kind == Difference::Kind::field) {
    table_.numbers[difference.index][school] = number_of(from, difference.index);
    table_.texts[difference.index][school] = text_of(from, difference.index);
  } else if (difference.kind == Difference::Kind::identity) {
    const auto column = static_cast<IdentityColumn>(difference.index);
    table_.identity[difference.index][school] = from.text(column);
    const SchoolTable& table = from.block->table;
    if (column == IdentityColumn::assessed_on)
      table_.assessed_on[school] = table.assessed_on[from.row];
    if (column == IdentityColumn::recognized_on)
      table_.recognized_on[school] = table.recognized_on[from.row];
    if (column == IdentityColumn::recognized_level)
      table_.recognized_level[school] = table.recognized_level[from.row];
  }
}

void MixedSchools::size_table() {
  table_.rows = size();
  for (auto& column : table_.identity) column.resize(size());
  table_.assessed_on.resize(size());
  table_.recognized_on.resize(size());
  table_.recognized_level.resize(size());
  table_.numbers.resize(run_.fields.size());
  table_.texts.resize(run_.fields.size());
  for (const uint32_t field : fields_) {
    table_.numbers[field].resize(size());
    table_.texts[field].resize(size());
  }
}

/// Everything as it is after, then what the states undo.
void MixedSchools::put(const std::vector<std::vector<Difference>>& states) {
  for (size_t school = 0; school < size(); ++school) {
    for (const uint32_t field : fields_) put_value({Difference::Kind::field, field}, school);
    for (uint32_t column = 0; column < kIdentityColumns; ++column)
      put_value({Difference::Kind::identity, column}, school);
    for (const Difference& difference : states[school]) put_value(difference, school);
  }
}

/// What only one set has comes from its own side.
void MixedSchools::put_judgement(size_t school, const UnionIndicator& bits, bool by_before,
                                 bool is_undone) {
  const int32_t to = by_before ? bits.before : bits.after;
  if (to == kNotThere) return;
  const bool from_before = bits.is_in_both() ? is_undone : by_before;
  const auto bit = static_cast<size_t>(to);
  for (BitRows* rows : {&table_.met, &table_.not_met, &table_.not_applicable})
    rows->row(school)[bit / 64] &= ~(uint64_t{1} << (bit % 64));
  set_verdict(from_before ? judged(*schools_[school]->before, bits.before)
                          : judged(*schools_[school]->after, bits.after),
              school, bit, table_.met, table_.not_met, table_.not_applicable);
}

void MixedSchools::put_judgements(const std::vector<std::vector<Difference>>& states,
                                  bool by_before) {
  table_.set.assign(size(), by_before ? set_before_ : set_after_);
  for (BitRows* bits : {&table_.met, &table_.not_met, &table_.not_applicable, &table_.filled})
    bits->resize(size(), judgement_words(run_));
  const size_t judgements = sets_.indicators.size() + sets_.others.size();
  for (size_t school = 0; school < size(); ++school) {
    for (size_t i = 0; i < judgements; ++i)
      for (const UnionIndicator& bits : bits_of(i)) put_judgement(school, bits, by_before, false);
    for (const Difference& difference : states[school])
      if (difference.kind == Difference::Kind::judgement && difference.undone)
        for (const UnionIndicator& bits : bits_of(difference.index))
          put_judgement(school, bits, by_before, true);
  }
}

void MixedSchools::find_levels(const std::vector<State>& states, ScoreBlock& joined) const {
  LevelFinder by_before(plan_before_, false);
  LevelFinder by_after(plan_after_, false);
  for (size_t school = 0; school < size(); ++school)
    (is_undone(states[school], Difference::Kind::level_rule, 0) ? by_before : by_after)
        .find(school, joined);
}

/// Where the data are the same on both sides the rows were scored by both sets already.
void MixedSchools::find_present() {
  const std::vector<State> none(size());
  bool has_same_data = true;
  for (size_t school = 0; school < size(); ++school)
    has_same_data &= !has_data(differences(school));
  ScoreBlock after;
  if (!has_same_data) {
    put(none);
    put_judgements(none, false);
    scorer_.score(table_, after);
    put_judgements(none, true);
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
      set_verdict(verdict, school, i, present_->met, present_->not_met, present_->not_applicable);
      if (has_same_data && each.before != kNotThere)
        set_verdict(verdict_by(row_before.block->score, row_before.row, each.before), school,
                    static_cast<size_t>(each.before), by_before_.met, by_before_.not_met,
                    by_before_.not_applicable);
    }
  }
}

std::vector<int8_t> MixedSchools::levels_by_rules(const std::vector<State>& states) {
  if (!present_) find_present();
  ScoreBlock joined = *present_;
  for (size_t school = 0; school < size(); ++school) {
    for (const Difference& each : states[school]) {
      if (!each.undone || each.kind != Difference::Kind::definition) continue;
      for (BitRows* bits : {&joined.met, &joined.not_met, &joined.not_applicable})
        bits->row(school)[each.index / 64] &= ~(uint64_t{1} << (each.index % 64));
      set_verdict(verdict_by(by_before_, school, sets_.indicators[each.index].before), school,
                  each.index, joined.met, joined.not_met, joined.not_applicable);
    }
  }
  find_levels(states, joined);
  return std::move(joined.level);
}

std::vector<int8_t> MixedSchools::levels(const std::vector<State>& states) {
  if (std::none_of(states.begin(), states.end(), has_data)) return levels_by_rules(states);
  put(states);
  ScoreBlock after;
  put_judgements(states, false);
  scorer_.score(table_, after);
  if (set_before_ == set_after_) return after.level;
  ScoreBlock before, joined;
  put_judgements(states, true);
  scorer_.score(table_, before);
  size_score(size(), std::span(&plan_after_, 1), joined);
  for (size_t school = 0; school < size(); ++school) {
    for (uint32_t i = 0; i < sets_.indicators.size(); ++i) {
      const UnionIndicator& each = sets_.indicators[i];
      const bool may_be_undone = each.differs || !each.is_in_both();
      const bool by_before =
          may_be_undone && is_undone(states[school], Difference::Kind::definition, i);
      const Verdict verdict = by_before ? verdict_by(before, school, each.before)
                                        : verdict_by(after, school, each.after);
      set_verdict(verdict, school, i, joined.met, joined.not_met, joined.not_applicable);
    }
  }
  find_levels(states, joined);
  return std::move(joined.level);
}

std::vector<SchoolDetail> MixedSchools::details_after() {
  const std::vector<std::vector<Difference>> none(size());
  put(none);
  put_judgements(none, false);
  return scorer_.details(table_);
}

std::vector<SchoolDetail> MixedSchools::details_before() {
  std::vector<std::vector<Difference>> all(size());
  for (size_t school = 0; school < size(); ++school) {
    all[school] = differences(school);
    for (Difference& difference : all[school]) difference.undone = true;
  }
  put(all);
  put_judgements(all, true);
  return scorer_.details(table_);
}

}  // namespace kdcl

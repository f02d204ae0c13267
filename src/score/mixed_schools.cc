#include "score/mixed_schools.h"

#include <algorithm>
#include <bit>
#include <set>

#include "model/deciding.h"

namespace kdcl {
namespace {

bool is_same_value(double one, double other) {
  return one == other || (std::isnan(one) && std::isnan(other));
}

/// Calls `use` with the positions of the bits of a word.
template <typename Use>
void for_each_bit(uint64_t bits, size_t word, Use use) {
  for (; bits != 0; bits &= bits - 1)
    use(static_cast<uint32_t>(word * 64 + static_cast<size_t>(std::countr_zero(bits))));
}

/// True if data are among the differences, not only rules.
bool has_data(const State& state) {
  return std::any_of(state.begin(), state.end(), [](const Difference& each) {
    return each.kind != Difference::Kind::definition && each.kind != Difference::Kind::level_rule;
  });
}

bool is_rule_undone(const State& state) {
  return std::any_of(state.begin(), state.end(), [](const Difference& each) {
    return each.undone && each.kind == Difference::Kind::level_rule;
  });
}

/// Puts a row's verdicts into the bits of the union. An indicator that the set does not have
/// decides nothing.
void join_verdicts(const ScoreBlock& score, size_t own_row, const UnionSide& side, size_t row,
                   JoinedVerdicts& joined) {
  join_row(score, own_row, side, row, joined);
  for (size_t word = 0; word < side.lacks.size(); ++word)
    joined.not_applicable.row(row)[word] |= side.lacks[word];
}

/// The judgement in a bit of a row.
Verdict judged(const RowAt& at, int32_t bit) {
  if (bit == kNotThere) return Verdict::unknown;
  const SchoolTable& table = at.block->table;
  const auto place = static_cast<size_t>(bit);
  if (table.met.test(at.row, place)) return Verdict::met;
  if (table.not_met.test(at.row, place)) return Verdict::not_met;
  return table.not_applicable.test(at.row, place) ? Verdict::not_applicable : Verdict::unknown;
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
  const auto note = [&](const Expression& expression) {
    for (const uint32_t field : fields_of(expression)) fields.insert(field);
    for (const uint32_t column : identities_of(expression)) identities.insert(column);
  };
  for (const int16_t at : {set_before_, set_after_})
    for (const JudgedSet& judged : run.judged[static_cast<size_t>(at)]) {
      const CriteriaSet& set = run.sets[judged.set];
      for (const Indicator& indicator : set.indicators) for_each_deciding(set, indicator, note);
      // The day tells which of the sets whose level is asked for is in force.
      if (judged.first_word > 0)
        identities.insert(static_cast<uint32_t>(IdentityColumn::assessed_on));
    }
  fields_.assign(fields.begin(), fields.end());
  identities_.assign(identities.begin(), identities.end());
  observe();
  for (size_t school = 0; school < size(); ++school) {
    all_.push_back(school);
    differences_.push_back(find_differences(school));
  }
}

BitMask MixedSchools::undone_of(Difference::Kind kind, const State& state) const {
  BitMask undone(sets_.redefined.size());
  for (const Difference& each : state)
    if (each.undone && each.kind == kind && each.index < sets_.indicators.size())
      undone[each.index / 64] |= uint64_t{1} << (each.index % 64);
  return undone;
}

Verdict MixedSchools::judged_before(size_t school, size_t index) const {
  const size_t own = sets_.indicators.size();
  if (index < own) return judged_before_.at(school, index);
  return judged(*schools_[school]->before, sets_.others[index - own].bits.front().before);
}

Verdict MixedSchools::judged_after(size_t school, size_t index) const {
  const size_t own = sets_.indicators.size();
  if (index < own) return judged_after_.at(school, index);
  return judged(*schools_[school]->after, sets_.others[index - own].bits.front().after);
}

void MixedSchools::observe() {
  const size_t words = sets_.redefined.size();
  for (JoinedVerdicts* each :
       {&judged_before_, &judged_after_, &observed_.before, &observed_.after})
    each->resize(size(), words);
  const auto join = [&](const RowAt& at, const UnionSide& side, size_t school,
                        JoinedVerdicts& judged, JoinedVerdicts& verdicts) {
    join_row(at.block->table, at.row, side, school, judged);
    join_verdicts(at.block->score, at.row, side, school, verdicts);
  };
  for (size_t school = 0; school < size(); ++school) {
    join(*schools_[school]->before, sets_.before, school, judged_before_, observed_.before);
    join(*schools_[school]->after, sets_.after, school, judged_after_, observed_.after);
  }
}

std::vector<uint32_t> MixedSchools::differing_indicators(size_t school) const {
  std::vector<uint32_t> found;
  for (size_t word = 0; word < sets_.redefined.size(); ++word)
    for_each_bit(observed_.before.differing(observed_.after, school, word), word,
                 [&found](uint32_t indicator) { found.push_back(indicator); });
  return found;
}

State MixedSchools::find_differences(size_t school) const {
  const RowAt& before = *schools_[school]->before;
  const RowAt& after = *schools_[school]->after;
  State found;
  for (size_t word = 0; word < sets_.redefined.size(); ++word) {
    const uint64_t in_one = sets_.before.lacks[word] | sets_.after.lacks[word];
    const uint64_t judged = judged_before_.differing(judged_after_, school, word) & ~in_one;
    const uint64_t redefined = sets_.redefined[word];
    for_each_bit(judged | redefined, word, [&](uint32_t i) {
      if (judged >> (i % 64) & 1) found.push_back({Difference::Kind::judgement, i});
      if (redefined >> (i % 64) & 1) found.push_back({Difference::Kind::definition, i});
    });
  }
  const auto own = static_cast<uint32_t>(sets_.indicators.size());
  for (uint32_t i = 0; i < sets_.others.size(); ++i)
    if (sets_.others[i].bits.front().is_in_both() &&
        judged_before(school, own + i) != judged_after(school, own + i))
      found.push_back({Difference::Kind::judgement, own + i});
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

/// What only one set has comes from its own side.
void MixedSchools::put_other_judgement(size_t school, size_t row, const UnionIndicator& bits,
                                       bool by_before, bool is_undone) {
  const int32_t to = by_before ? bits.before : bits.after;
  if (to == kNotThere) return;
  const bool from_before = bits.is_in_both() ? is_undone : by_before;
  const Verdict verdict = from_before ? judged(*schools_[school]->before, bits.before)
                                      : judged(*schools_[school]->after, bits.after);
  const auto bit = static_cast<size_t>(to);
  if (verdict == Verdict::met) table_.met.set(row, bit);
  if (verdict == Verdict::not_met) table_.not_met.set(row, bit);
  if (verdict == Verdict::not_applicable) table_.not_applicable.set(row, bit);
}

void MixedSchools::put_other_judgements(size_t school, size_t row, const State& state,
                                        bool by_before) {
  for (size_t i = 0; i < sets_.others.size(); ++i) {
    const bool is_undone = std::any_of(state.begin(), state.end(), [&](const Difference& each) {
      return each.undone && each.kind == Difference::Kind::judgement &&
             each.index == sets_.indicators.size() + i;
    });
    for (const UnionIndicator& bits : sets_.others[i].bits)
      put_other_judgement(school, row, bits, by_before, is_undone);
  }
}

void MixedSchools::put_judgements(std::span<const size_t> asked, const std::vector<State>& states,
                                  bool by_before) {
  table_.set.assign(asked.size(), by_before ? set_before_ : set_after_);
  for (BitRows* bits : {&table_.met, &table_.not_met, &table_.not_applicable, &table_.filled})
    bits->resize(asked.size(), judgement_words(run_));
  BitMask joined(sets_.redefined.size());
  for (size_t row = 0; row < asked.size(); ++row) {
    BitMask undone = undone_of(Difference::Kind::judgement, states[asked[row]]);
    // What only the set before has is judged only there.
    for (size_t word = 0; word < undone.size(); ++word) undone[word] |= sets_.after.lacks[word];
    for (size_t kind = 0; kind < 3; ++kind) {
      const auto from = kVerdictBits<JoinedVerdicts>[kind];
      mix_row(judged_after_.*from, judged_before_.*from, asked[row], undone, joined.data());
      for (const UnionStretch& each : (by_before ? sets_.before : sets_.after).stretches)
        copy_bits(joined.data(), each.joined, (table_.*kVerdictBits<SchoolTable>[kind]).row(row),
                  each.own, each.count);
    }
    put_other_judgements(asked[row], row, states[asked[row]], by_before);
  }
}

JoinedVerdicts MixedSchools::score(std::span<const size_t> asked, const std::vector<State>& states,
                                   bool by_before) {
  const UnionSide& side = by_before ? sets_.before : sets_.after;
  ScoreBlock scored;
  put_judgements(asked, states, by_before);
  scorer_.score(table_, scored);
  JoinedVerdicts joined;
  joined.resize(asked.size(), sets_.redefined.size());
  for (size_t row = 0; row < asked.size(); ++row) join_verdicts(scored, row, side, row, joined);
  return joined;
}

MixedSchools::BothVerdicts MixedSchools::score(std::span<const size_t> asked,
                                               const std::vector<State>& states) {
  put(asked, states);
  JoinedVerdicts after = score(asked, states, false);
  if (set_before_ == set_after_) return {after, after};
  return {score(asked, states, true), std::move(after)};
}

/// Where the data are the same on both sides the rows were scored by both sets already.
MixedSchools::BothVerdicts MixedSchools::find_present() {
  if (std::none_of(differences_.begin(), differences_.end(), has_data)) return observed_;
  return score(all_, std::vector<State>(size()));
}

std::vector<int8_t> MixedSchools::find_levels(std::span<const size_t> asked,
                                              const std::vector<State>& states,
                                              const BothVerdicts& verdicts,
                                              bool of_all_schools) const {
  LevelFinder by_before(plan_before_, false);
  LevelFinder by_after(plan_after_, false);
  ScoreBlock joined;
  size_score(asked.size(), std::span(&plan_after_, 1), joined);
  for (size_t row = 0; row < asked.size(); ++row) {
    const State& state = states[asked[row]];
    const BitMask undone = undone_of(Difference::Kind::definition, state);
    for (size_t kind = 0; kind < 3; ++kind) {
      const auto from = kVerdictBits<JoinedVerdicts>[kind];
      mix_row(verdicts.after.*from, verdicts.before.*from, of_all_schools ? asked[row] : row,
              undone, (joined.*kVerdictBits<ScoreBlock>[kind]).row(row));
    }
    (is_rule_undone(state) ? by_before : by_after).find(row, joined);
  }
  return std::move(joined.level);
}

std::vector<int8_t> MixedSchools::levels(std::span<const size_t> asked,
                                         const std::vector<State>& states) {
  if (std::any_of(asked.begin(), asked.end(),
                  [&](size_t school) { return has_data(states[school]); }))
    return find_levels(asked, states, score(asked, states), false);
  if (!present_) present_ = find_present();
  return find_levels(asked, states, *present_, true);
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

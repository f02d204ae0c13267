#include "score/counterfactual.h"

#include <algorithm>
#include <bit>
#include <map>
#include <set>
#include <span>
#include <string_view>

#include "model/same_rules.h"

namespace kdcl {
namespace {

bool is_same_rule(const Level& one, const Level& other) {
  return std::equal(one.needs.begin(), one.needs.end(), other.needs.begin(), other.needs.end(),
                    [](const Need& a, const Need& b) {
                      return a.group == b.group && a.at_least == b.at_least && a.level == b.level;
                    });
}

const Criterion* find_criterion(const CriteriaSet& set, std::string_view id) {
  const auto found = std::find_if(set.criteria.begin(), set.criteria.end(),
                                  [id](const Criterion& each) { return each.id == id; });
  return found == set.criteria.end() ? nullptr : &*found;
}

void set_bit(size_t bit, BitMask& mask) { mask[bit / 64] |= uint64_t{1} << (bit % 64); }

UnionSide side_of(const std::vector<UnionIndicator>& indicators,
                  int32_t UnionIndicator::*position) {
  UnionSide side;
  side.lacks.resize((indicators.size() + 63) / 64);
  for (uint32_t i = 0; i < indicators.size(); ++i) {
    if (indicators[i].*position == kNotThere) {
      set_bit(i, side.lacks);
      continue;
    }
    const auto own = static_cast<uint32_t>(indicators[i].*position);
    if (side.stretches.empty() || own != side.stretches.back().own + side.stretches.back().count ||
        i != side.stretches.back().joined + side.stretches.back().count)
      side.stretches.push_back({own, i, 0});
    ++side.stretches.back().count;
  }
  return side;
}

class Uniter {
 public:
  Uniter(const Run& run, size_t before, size_t after)
      : run_(run),
        judged_before_(run.judged[before]),
        judged_after_(run.judged[after]),
        before_(run.sets[before]),
        after_(run.sets[after]) {}

  UnionSet unite() {
    result_.under_before.levels = before_.levels;
    result_.under_after.levels = after_.levels;
    for (const Criterion& criterion : after_.criteria)
      add(find_criterion(before_, criterion.id), &criterion);
    for (const Criterion& criterion : before_.criteria)
      if (!find_criterion(after_, criterion.id)) add(&criterion, nullptr);
    result_.rule_differs |= !std::equal(before_.levels.begin(), before_.levels.end(),
                                        after_.levels.begin(), after_.levels.end(), is_same_rule);
    for (const JudgedSet& each : std::span(judged_before_).subspan(1))
      add_others(&each, find_alike(each, judged_after_));
    for (const JudgedSet& each : std::span(judged_after_).subspan(1))
      if (!find_alike(each, judged_before_)) add_others(nullptr, &each);
    const std::vector<UnionIndicator>& indicators = result_.indicators;
    result_.before = side_of(indicators, &UnionIndicator::before);
    result_.after = side_of(indicators, &UnionIndicator::after);
    result_.redefined.resize(result_.before.lacks.size());
    for (size_t i = 0; i < indicators.size(); ++i)
      if (indicators[i].differs || !indicators[i].is_in_both()) set_bit(i, result_.redefined);
    return std::move(result_);
  }

 private:
  void add(const Criterion* before, const Criterion* after) {
    const bool is_mandatory_before = (before ? before : after)->mandatory;
    const bool is_mandatory_after = (after ? after : before)->mandatory;
    result_.rule_differs |= is_mandatory_before != is_mandatory_after;
    add_criterion(is_mandatory_before, result_.under_before);
    add_criterion(is_mandatory_after, result_.under_after);
    for (const auto& [key, indicator] : indicators_of(before, after))
      add_indicator(before, after, indicator);
  }

  static void add_criterion(bool mandatory, CriteriaSet& set) {
    Criterion criterion;
    criterion.mandatory = mandatory;
    criterion.first_indicator = static_cast<uint32_t>(set.indicators.size());
    set.criteria.push_back(std::move(criterion));
  }

  /// By level, then name, so that the levels rise.
  std::map<std::pair<int, std::string_view>, UnionIndicator> indicators_of(
      const Criterion* before, const Criterion* after) const {
    std::map<std::pair<int, std::string_view>, UnionIndicator> found;
    const auto add = [&](const CriteriaSet& set, const Criterion* criterion,
                         int32_t UnionIndicator::*position) {
      for (uint32_t i = 0; criterion && i < criterion->indicator_count; ++i) {
        const uint32_t at = criterion->first_indicator + i;
        const Indicator& indicator = set.indicators[at];
        found[{indicator.level, indicator.name}].*position = static_cast<int32_t>(at);
      }
    };
    add(before_, before, &UnionIndicator::before);
    add(after_, after, &UnionIndicator::after);
    return found;
  }

  void add_indicator(const Criterion* before, const Criterion* after, UnionIndicator indicator) {
    const auto position = [](int32_t at) { return static_cast<size_t>(at); };
    const Indicator& shown = indicator.after != kNotThere
                                 ? after_.indicators[position(indicator.after)]
                                 : before_.indicators[position(indicator.before)];
    indicator.differs =
        indicator.is_in_both() && (!is_decided_alike(before_.indicators[position(indicator.before)],
                                                     *before, shown, *after) ||
                                   !asks_levels_alike(shown));
    for (CriteriaSet* set : {&result_.under_before, &result_.under_after}) {
      Indicator bare;
      bare.name = shown.name;
      bare.level = shown.level;
      bare.criterion = static_cast<uint32_t>(set->criteria.size() - 1);
      set->indicators.push_back(std::move(bare));
      ++set->criteria.back().indicator_count;
    }
    result_.indicators.push_back(indicator);
  }

  /// The set of the same id among others; null if there is none.
  const JudgedSet* find_alike(const JudgedSet& wanted, const std::vector<JudgedSet>& judged) const {
    const auto found = std::find_if(judged.begin() + 1, judged.end(), [&](const JudgedSet& each) {
      return run_.sets[each.set].id == run_.sets[wanted.set].id;
    });
    return found == judged.end() ? nullptr : &*found;
  }

  /// True if the sets whose level the indicator asks for come to it alike on both sides.
  bool asks_levels_alike(const Indicator& indicator) const {
    return std::none_of(
        indicator.requirements.begin(), indicator.requirements.end(), [&](const Requirement& each) {
          return each.is_level &&
                 (!finds_levels_alike(each.measure, judged_before_, judged_after_) ||
                  !finds_levels_alike(each.measure, judged_after_, judged_before_));
        });
  }

  /// True if the set called `id`, and those that amend it, have their like among the other sets.
  bool finds_levels_alike(const std::string& id, const std::vector<JudgedSet>& judged,
                          const std::vector<JudgedSet>& others) const {
    return std::all_of(judged.begin() + 1, judged.end(), [&](const JudgedSet& each) {
      const CriteriaSet& set = run_.sets[each.set];
      if (set.id != id && !set.has_base(id)) return true;
      const JudgedSet* other = find_alike(each, others);
      return other && (other->set == each.set || is_scored_alike(each.set, other->set));
    });
  }

  bool is_scored_alike(size_t one, size_t other) const {
    const CriteriaSet& set = run_.sets[one];
    const CriteriaSet& like = run_.sets[other];
    const UnionSet both = Uniter(run_, one, other).unite();
    return set.in_force_from == like.in_force_from && set.in_force_to == like.in_force_to &&
           !both.rule_differs &&
           std::all_of(both.indicators.begin(), both.indicators.end(),
                       [](const auto& each) { return each.is_in_both() && !each.differs; });
  }

  /// The judgements of a set whose level is asked for; null where a side has none of its id.
  void add_others(const JudgedSet* before, const JudgedSet* after) {
    std::map<std::string_view, UnionIndicator> found;
    const auto add = [&](const JudgedSet* judged, int32_t UnionIndicator::*bit) {
      if (!judged) return;
      const std::vector<Indicator>& indicators = run_.sets[judged->set].indicators;
      for (size_t i = 0; i < indicators.size(); ++i)
        found[indicators[i].name].*bit = static_cast<int32_t>(64 * judged->first_word + i);
    };
    add(before, &UnionIndicator::before);
    add(after, &UnionIndicator::after);
    for (const auto& [name, bits] : found) {
      const auto known =
          std::find_if(result_.others.begin(), result_.others.end(),
                       [&name = name](const auto& each) { return each.name == name; });
      if (known != result_.others.end())
        known->bits.push_back(bits);
      else
        result_.others.push_back({std::string(name), {bits}});
    }
  }

  const Run& run_;
  const std::vector<JudgedSet>& judged_before_;
  const std::vector<JudgedSet>& judged_after_;
  const CriteriaSet& before_;
  const CriteriaSet& after_;
  UnionSet result_{};
};

}  // namespace

UnionSet unite(const Run& run, size_t before, size_t after) {
  return Uniter(run, before, after).unite();
}

namespace {

uint64_t lowest(size_t count) { return count == 64 ? ~uint64_t{0} : (uint64_t{1} << count) - 1; }

/// At most 64 bits that may lie in two words.
uint64_t bits_at(const uint64_t* words, size_t bit, size_t count) {
  const size_t shift = bit % 64;
  uint64_t bits = words[bit / 64] >> shift;
  if (shift + count > 64) bits |= words[bit / 64 + 1] << (64 - shift);
  return bits & lowest(count);
}

}  // namespace

void JoinedVerdicts::resize(size_t rows, size_t words) {
  for (const auto bits : kVerdictBits<JoinedVerdicts>) (this->*bits).resize(rows, words);
}

Verdict JoinedVerdicts::at(size_t row, size_t indicator) const {
  if (met.test(row, indicator)) return Verdict::met;
  if (not_met.test(row, indicator)) return Verdict::not_met;
  return not_applicable.test(row, indicator) ? Verdict::not_applicable : Verdict::unknown;
}

uint64_t JoinedVerdicts::differing(const JoinedVerdicts& other, size_t row, size_t word) const {
  uint64_t differing = 0;
  for (const auto bits : kVerdictBits<JoinedVerdicts>)
    differing |= (this->*bits).row(row)[word] ^ (other.*bits).row(row)[word];
  return differing;
}

void copy_bits(const uint64_t* from, size_t from_bit, uint64_t* to, size_t to_bit, size_t count) {
  while (count > 0) {
    const size_t here = std::min(count, 64 - to_bit % 64);
    to[to_bit / 64] |= bits_at(from, from_bit, here) << (to_bit % 64);
    from_bit += here;
    to_bit += here;
    count -= here;
  }
}

void mix_row(const BitRows& after, const BitRows& before, size_t from, const BitMask& mask,
             uint64_t* to) {
  for (size_t word = 0; word < mask.size(); ++word)
    to[word] = (after.row(from)[word] & ~mask[word]) | (before.row(from)[word] & mask[word]);
}

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

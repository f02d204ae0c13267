#include "score/days.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace kdcl {

void DaySpread::add(Day day, std::string_view school, const Location& place) {
  if (day == kNoDate) return;
  const auto [found, is_new] = days_.try_emplace(day);
  if (is_new)
    found->second = {std::string(school), place};
  else
    found->second.are_several |= found->second.first != school;
}

std::vector<LonelyDay> DaySpread::lonely() const {
  std::vector<LonelyDay> lonely;
  const auto is_of_others = [](const SchoolsOf& one, const SchoolsOf& other) {
    return other.are_several || other.first != one.first;
  };
  bool has_several_schools = false;
  for (const auto& [day, schools] : days_) {
    has_several_schools |= is_of_others(days_.begin()->second, schools);
    const auto from = days_.lower_bound(day - kNearDays);
    const auto to = days_.upper_bound(day + kNearDays);
    const bool has_others = std::any_of(from, to, [&, &one = schools](const auto& other) {
      return is_of_others(one, other.second);
    });
    if (!has_others) lonely.push_back({day, schools.first, schools.place});
  }
  return has_several_schools ? lonely : std::vector<LonelyDay>();
}

namespace {

/// Moves bits of one row to other places; all others are gone.
void move_bits(const std::vector<std::pair<uint32_t, uint32_t>>& places, size_t row,
               BitRows& bits) {
  std::vector<uint64_t> moved(bits.words);
  for (const auto& [from, to] : places)
    if (bits.test(row, from)) moved[to / 64] |= uint64_t{1} << (to % 64);
  std::copy(moved.begin(), moved.end(), bits.row(row));
}

void move_judgements(const std::vector<std::pair<uint32_t, uint32_t>>& places, size_t row,
                     SchoolTable& table) {
  for (BitRows* bits : {&table.met, &table.not_met, &table.not_applicable, &table.filled})
    move_bits(places, row, *bits);
}

/// Of the sets that a set is or amends, the oldest among those whose judgements stand in a row;
/// null if there is none.
const JudgedSet* oldest_of(const Run& run, const std::vector<JudgedSet>& judged,
                           const CriteriaSet& set) {
  const JudgedSet* oldest = nullptr;
  for (const JudgedSet& each : judged) {
    const CriteriaSet& other = run.sets[each.set];
    const bool is_it = other.id == set.id || set.has_base(other.id);
    if (is_it && (!oldest || run.sets[oldest->set].has_base(other.id))) oldest = &each;
  }
  return oldest;
}

}  // namespace

RulesOfDay::RulesOfDay(const Run& run, Day day) : run_(run), finder_(run), day_(day) {
  const auto same_words = [](const Indicator& a, const Indicator& b) {
    return a.level == b.level && a.text == b.text;
  };
  for (const CriteriaSet& from : run.sets) {
    std::unordered_map<std::string_view, uint32_t> known;
    for (uint32_t i = 0; i < from.indicators.size(); ++i) known[from.indicators[i].name] = i;
    std::vector<Common>& all = common_.emplace_back();
    std::vector<std::vector<uint32_t>>& all_reworded = reworded_.emplace_back();
    for (const CriteriaSet& to : run.sets) {
      Common& common = all.emplace_back();
      std::vector<uint32_t>& reworded = all_reworded.emplace_back();
      for (uint32_t i = 0; i < to.indicators.size(); ++i) {
        const auto old = known.find(to.indicators[i].name);
        if (old != known.end() && same_words(from.indicators[old->second], to.indicators[i]))
          common.emplace_back(old->second, i);
        else
          reworded.push_back(i);
      }
      if (common.empty()) reworded.clear();
    }
  }
}

RulesOfDay::Common RulesOfDay::moves(size_t from, size_t to, Day assessed_on) const {
  Common found = common_[from][to];
  const std::vector<JudgedSet>& judged_then = run_.judged[from];
  for (const JudgedSet& now : std::span(run_.judged[to]).subspan(1)) {
    const JudgedSet* const asked = oldest_of(run_, judged_then, run_.sets[now.set]);
    if (!asked) continue;
    const JudgedSet& then = set_in_place(run_, judged_then, run_.sets[asked->set].id, assessed_on);
    for (const auto& [old_place, new_place] : common_[then.set][now.set])
      found.emplace_back(64 * then.first_word + old_place, 64 * now.first_word + new_place);
  }
  return found;
}

std::vector<uint32_t> RulesOfDay::apply(SchoolTable& table) {
  std::vector<uint32_t> faulty;
  for (uint32_t row = 0; row < table.rows; ++row) {
    const SetFinder::Found found = finder_.find(table, row, day_);
    const bool is_sound = found.other == kNoSet;
    if (!is_sound) faulty.push_back(row);
    const int16_t from = table.set[row];
    const int16_t to = is_sound ? found.set : kNoSet;
    table.set[row] = to;
    const bool has_both = from != kNoSet && to != kNoSet;
    const bool stays =
        from == to && (from == kNoSet || run_.judged[static_cast<size_t>(to)].size() == 1);
    if (stays) continue;
    move_judgements(
        has_both ? moves(static_cast<size_t>(from), static_cast<size_t>(to), table.assessed_on[row])
                 : Common(),
        row, table);
  }
  return faulty;
}

namespace {

constexpr size_t kFewestNear = 2;
constexpr size_t kOneIn = 20;

/// Calls `use` with every row in scope that has a day, until it returns false.
template <typename Use>
void for_each_dated(const std::vector<ScoredBlock>& blocks, Use use) {
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] != kNoSet && block.table.assessed_on[row] != kNoDate)
        if (!use(RowAt{&block, row}, block.table.assessed_on[row])) return;
}

size_t schools_since(const std::vector<ScoredBlock>& blocks, Day first, size_t most) {
  std::unordered_set<std::string_view> ids;
  for_each_dated(blocks, [&](const RowAt& at, Day day) {
    if (day >= first) ids.insert(at.text(IdentityColumn::school_id));
    return ids.size() < most;
  });
  return ids.size();
}

}  // namespace

Day last_day(const std::vector<ScoredBlock>& blocks) {
  Day last = kNoDate;  // the lowest
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (block.table.set[row] != kNoSet) last = std::max(last, block.table.assessed_on[row]);
  return last;
}

std::optional<RowAt> lone_last_row(const std::vector<ScoredBlock>& blocks) {
  const Day last = last_day(blocks);
  if (last == kNoDate) return {};
  size_t rows = 0;
  for (const ScoredBlock& block : blocks) rows += block.table.rows;
  // There are no more schools than rows, so that mostly a part of them has to be looked at.
  const size_t enough = std::max(kFewestNear, rows / kOneIn + 1);
  const size_t near = schools_since(blocks, last - kNearDays, enough);
  if (near >= enough) return {};
  const size_t all = schools_since(blocks, kNoDate, SIZE_MAX);
  if (all == 1 || (near >= kFewestNear && near * kOneIn >= all)) return {};
  std::optional<RowAt> lone;
  for_each_dated(blocks, [&](const RowAt& at, Day day) {
    if (day == last) lone = at;
    return !lone;
  });
  return lone;
}

}  // namespace kdcl

#include "score/summary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/number.h"
#include "score/records.h"
#include "score/targets.h"

namespace kdcl {
namespace {

constexpr size_t kNear = 3;  // indicators away, at most, to be near an award

/// Calls `use` with the position of every bit of a row that is set.
template <typename Use>
void for_each_bit(const BitRows& bits, size_t row, Use use) {
  for (size_t word = 0; word < bits.words; ++word)
    for (uint64_t left = bits.row(row)[word]; left != 0; left &= left - 1)
      use(word * 64 + static_cast<size_t>(std::countr_zero(left)));
}

/// Of every set and award of a family, its position among the titles.
using AwardPositions = std::vector<std::vector<std::vector<size_t>>>;

AwardPositions award_positions(const Run& run) {
  const std::vector<AwardTitle> titles = award_titles(run);
  const auto position = [&titles](const AwardFamily& family, const Award& award) {
    const auto found = std::find_if(titles.begin(), titles.end(), [&](const AwardTitle& known) {
      return known.family == family.id && known.title == award.title;
    });
    return static_cast<size_t>(found - titles.begin());
  };
  AwardPositions positions(run.sets.size());
  for (size_t set = 0; set < run.sets.size(); ++set) {
    for (const AwardFamily& family : run.sets[set].award_families) {
      positions[set].emplace_back();
      for (const Award& award : family.awards)
        positions[set].back().push_back(position(family, award));
    }
  }
  return positions;
}

/// Indicators of every set whose text is of low certainty, or in doubt on some days.
std::vector<std::vector<size_t>> doubtful_indicators(const Run& run) {
  std::vector<std::vector<size_t>> doubtful(run.sets.size());
  for (size_t set = 0; set < run.sets.size(); ++set)
    for (size_t i = 0; i < run.sets[set].indicators.size(); ++i)
      if (const Indicator& each = run.sets[set].indicators[i];
          each.checked == Certainty::low || each.doubt)
        doubtful[set].push_back(i);
  return doubtful;
}

/// Where the sums of one place stand, so that its name is looked up once a school.
struct PlaceSlot {
  struct Group {
    std::string_view type;
    Ownership ownership;
    SchoolSums* sums;
  };
  std::vector<Group> groups{};
  std::vector<PlaceSums*> sets{};
};

/// Counts one record after another.
class Counter {
 public:
  Counter(const SummaryInput& input, Summary& summary)
      : input_(input),
        summary_(summary),
        titles_(award_titles(input.run).size()),
        positions_(award_positions(input.run)),
        doubtful_(doubtful_indicators(input.run)),
        decisions_(input.run, summary.as_of) {}

  void add(const SchoolRecord& record) {
    if (!record.is_listed) {
      ++summary_.unlisted;
      return;
    }
    if (!record.outside) count_years(input_.run, record, summary_.as_of, summary_.trends);
    if (record.counts) return add_counted(record);
    summary_.older += record.outside ? 0 : 1;
  }

 private:
  void add_counted(const SchoolRecord& record) {
    mark(record);
    if (record.outside) {
      ++summary_.outside;
      return;
    }
    ++summary_.listed;
    const SchoolRows& school = record.rows;
    PlaceSlot& slot = slots_[record.place];
    SchoolSums& sums = sums_of(school, record.place, slot);
    count(sums, SchoolCount::schools);
    count(sums, SchoolCount::self_assessed, record.self_assessed);
    count(sums, SchoolCount::externally_assessed, record.externally_assessed);
    add_awards(record, sums);
    decisions_.add_certificate(school.rows, sums);
    if (record.distance > 0 && record.distance <= kNear)
      count(sums, static_cast<SchoolCount>(static_cast<size_t>(SchoolCount::near_1) +
                                           record.distance - 1));
    add_checks(school, sums);
    for (const RowAt& at : school.rows)
      add_row(at, school.text(IdentityColumn::school_type),
              place_sums(at.set(), record.place, slot));
  }

  static void count(SchoolSums& sums, SchoolCount what, bool is_so = true) {
    sums.at(what) += is_so ? 1 : 0;
  }

  SchoolSums& sums_of(const SchoolRows& school, const std::string& place, PlaceSlot& slot) {
    const std::string_view type = school.text(IdentityColumn::school_type);
    const Ownership ownership = ownership_in(school);
    for (const PlaceSlot::Group& group : slot.groups)
      if (group.ownership == ownership && group.type == type) return *group.sums;
    SchoolSums& sums = summary_.groups[{std::string(type), ownership, place}];
    sums.awards.resize(titles_, 0);
    slot.groups.push_back({type, ownership, &sums});
    return sums;
  }

  /// Neighbours mostly write the same word.
  Ownership ownership_in(const SchoolRows& school) {
    const std::string_view text = school.text(IdentityColumn::ownership);
    if (text != last_owner_) {
      last_owner_ = text;
      last_ownership_ = ownership_of(text);
    }
    return last_ownership_;
  }

  void add_awards(const SchoolRecord& record, SchoolSums& sums) {
    const size_t set = record.rows.first().set();
    const std::vector<AwardFamily>& families = input_.run.sets[set].award_families;
    for (size_t i = 0; i < families.size(); ++i) {
      const int number = award_number(families[i], record.rows.level());
      if (number > 0) ++sums.awards[positions_[set][i][static_cast<size_t>(number) - 1]];
      if (families[i].id == kNationalStandard) add_standard(record, families[i], number, sums);
    }
  }

  void add_standard(const SchoolRecord& record, const AwardFamily& family, int by_score,
                    SchoolSums& sums) {
    count(sums, SchoolCount::national);
    count(sums, SchoolCount::may_be_higher,
          award_number(family, record.rows.level_max()) > by_score);
    count(sums, SchoolCount::decision_base);
    decisions_.add(record.decision, record.rows.rows, sums, summary_);
    if (record.decision.decision != Decision::valid) return;
    count(sums, SchoolCount::not_carried, record.standing == Standing::falls_short);
    count(sums, SchoolCount::carried_in_doubt, record.standing == Standing::doubtful);
  }

  static void add_checks(const SchoolRows& school, SchoolSums& sums) {
    const auto any = [&school](BitRows ScoreBlock::*bits) {
      return std::any_of(school.rows.begin(), school.rows.end(), [bits](const RowAt& at) {
        return has_any(at.block->score.*bits, at.row);
      });
    };
    count(sums, SchoolCount::with_missing, any(&ScoreBlock::missing));
    count(sums, SchoolCount::with_contradictions, any(&ScoreBlock::contradiction));
    count(sums, SchoolCount::with_unverified, any(&ScoreBlock::unverified));
  }

  void add_row(const RowAt& at, std::string_view type, PlaceSums& here) {
    const CriteriaSet& set = input_.run.sets[at.set()];
    const ScoreBlock& score = at.block->score;
    SetSums& sums = set_sums(at.set(), type);
    ++sums.rows;
    ++here.rows;
    sums.at_top += score.level[at.row] == set.top_level();
    const auto add_bits = [&](const BitRows& bits, std::vector<uint64_t>& counts) {
      for_each_bit(bits, at.row, [&counts](size_t i) { ++counts[i]; });
    };
    add_bits(score.blocking, sums.kept);
    add_bits(score.missing, sums.missing);
    add_bits(score.contradiction, sums.contradicted);
    add_bits(score.unverified, sums.unverified);
    if (count_bits(score.blocking, at.row) == 1 && !has_any(score.missing, at.row))
      add_bits(score.blocking, sums.only);
    add_doubtful(at, sums);
    add_kept(set, at, sums, here);
    add_reached(set, at, sums);
  }

  void add_doubtful(const RowAt& at, SetSums& sums) const {
    for (const size_t i : doubtful_[at.set()]) {
      const bool is_low = input_.run.sets[at.set()].indicators[i].checked == Certainty::low;
      sums.doubtful[i] += is_low && is_decided(at, i);
      sums.in_doubt[i] += is_in_doubt(input_.run, at, i);
    }
  }

  static void add_kept(const CriteriaSet& set, const RowAt& at, SetSums& sums, PlaceSums& here) {
    // Indicators of a criterion stand together, and criteria of a standard.
    uint32_t last_criterion = UINT32_MAX;
    uint32_t last_standard = UINT32_MAX;
    for_each_bit(at.block->score.blocking, at.row, [&](size_t i) {
      const uint32_t criterion = set.indicators[i].criterion;
      const uint32_t standard = set.criteria[criterion].standard;
      if (criterion != last_criterion) ++here.kept[criterion];
      if (standard != last_standard) ++sums.kept_by_standard[standard];
      last_criterion = criterion;
      last_standard = standard;
    });
  }

  static void add_reached(const CriteriaSet& set, const RowAt& at, SetSums& sums) {
    const ScoreBlock& score = at.block->score;
    const int8_t* levels = score.criterion_level.data() + at.row * score.criteria_stride;
    const size_t stride = set.levels.size() + 1;
    for (size_t i = 0; i < set.criteria.size(); ++i)
      if (levels[i] != kNoLevel) ++sums.reached[i * stride + static_cast<size_t>(levels[i])];
  }

  // Schools of one kind and place often follow each other.
  SetSums& set_sums(size_t set, std::string_view type) {
    if (!last_set_ || last_set_index_ != set || last_type_ != type) {
      last_set_ =
          &summary_.sets[set].try_emplace(std::string(type), input_.run.sets[set]).first->second;
      last_set_index_ = set;
      last_type_ = type;
    }
    return *last_set_;
  }
  PlaceSums& place_sums(size_t set, const std::string& place, PlaceSlot& slot) {
    slot.sets.resize(input_.run.sets.size(), nullptr);
    if (!slot.sets[set]) {
      slot.sets[set] = &summary_.places[set][place];
      slot.sets[set]->kept.resize(input_.run.sets[set].criteria.size(), 0);
    }
    return *slot.sets[set];
  }

  void mark(const SchoolRecord& record) {
    for (size_t i = 0; i < input_.targets.size(); ++i) {
      const RowAt at = row_of(record);
      const auto line = line_of(input_.targets[i], at.block->table, at.row);
      if (!line) continue;
      const auto block = static_cast<size_t>(at.block - input_.blocks.data());
      summary_.targets[i][*line].add(input_.marks[block][i][at.row]);
    }
  }

  const SummaryInput& input_;
  Summary& summary_;
  size_t titles_;
  AwardPositions positions_;
  std::vector<std::vector<size_t>> doubtful_;
  std::unordered_map<std::string_view, PlaceSlot> slots_;  ///< by names that the records own
  std::string_view last_owner_;
  Ownership last_ownership_ = Ownership::unknown;
  DecisionCounter decisions_;
  SetSums* last_set_ = nullptr;
  size_t last_set_index_ = 0;
  std::string_view last_type_;
};

void note_days(const std::vector<ScoredBlock>& blocks, Summary& summary) {
  for (const ScoredBlock& block : blocks) {
    summary.rows += block.table.rows;
    for (size_t row = 0; row < block.table.rows; ++row) {
      const Day day = block.table.assessed_on[row];
      if (day == kNoDate || block.table.set[row] == kNoSet) continue;
      summary.first = summary.first == kNoDate ? day : std::min(summary.first, day);
      summary.last = std::max(summary.last, day);
    }
  }
}

bool has_known(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
}

/// Which facts any row says.
void note_facts(const SummaryInput& input, Summary& summary) {
  const auto note = [&summary](Fact fact, bool is_carried) {
    summary.carried[static_cast<size_t>(fact)] |= is_carried;
  };
  const auto before = find_field(input.run, kRecognizedBefore);
  const auto certified = find_field(input.run, kAccreditationLevel);
  for (const ScoredBlock& block : input.blocks) {
    const SchoolTable& table = block.table;
    const auto& assessors = table.identity[static_cast<size_t>(IdentityColumn::assessment)];
    if (!summary.carries(Fact::external_assessment))
      note(Fact::external_assessment,
           std::find(assessors.begin(), assessors.end(), "external") != assessors.end());
    note(Fact::recognition, has_known(table.recognized_level));
    if (before) note(Fact::earlier_recognition, has_known(table.numbers[*before]));
    if (certified) note(Fact::certificate, has_known(table.numbers[*certified]));
  }
}

void count_later(const SummaryInput& input, const RecordsById& known, Summary& summary) {
  std::unordered_set<std::string_view> only_later;
  for (const ScoredBlock& block : input.blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      if (!input.period.is_after(block.table.assessed_on[row])) continue;
      ++summary.later;
      const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
      const bool is_listed = !input.schools || input.schools->has(id);
      if (block.table.set[row] != kNoSet && is_listed && !known.contains(id)) only_later.insert(id);
    }
  }
  summary.only_later = only_later.size();
}

}  // namespace

Summary empty_summary(const Run& run, const std::vector<Target>& targets) {
  Summary summary;
  summary.sets.resize(run.sets.size());
  summary.places.resize(run.sets.size());
  for (const Target& target : targets) {
    summary.targets.emplace_back(target.lines.size());
    summary.target_ids.push_back(target.id);
  }
  return summary;
}

Summary begin_summary(const SummaryInput& input, const GroupColumn& place,
                      const RecordsById& known) {
  Summary summary = empty_summary(input.run, input.targets);
  summary.as_of = input.period.last;
  summary.since = input.period.first;
  summary.place = place_name(input.run, place);
  note_days(input.blocks, summary);
  count_later(input, known, summary);
  note_facts(input, summary);
  if (input.schools) summary.register_sha256 = input.schools->file.sha256;
  if (place.identity)
    for (const ScoredBlock& block : input.blocks)
      summary.composed += block.table.composed[static_cast<size_t>(*place.identity)];
  return summary;
}

Summary sum_records(const SummaryInput& input, const GroupColumn& place,
                    std::span<SchoolRecord> records) {
  Summary summary = empty_summary(input.run, input.targets);
  summary.as_of = input.period.last;
  Counter counter(input, summary);
  for (SchoolRecord& record : records) {
    complete(input.run, place, input.period.last, record);
    counter.add(record);
  }
  return summary;
}

}  // namespace kdcl

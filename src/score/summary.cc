#include "score/summary.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

#include "base/number.h"
#include "score/targets.h"

namespace kdcl {
namespace {

constexpr Day kDistrictsDissolved = 20270;  // 2025-07-01
constexpr size_t kNear = 3;                 // indicators away, at most, to be near an award

/// Calls `use` with the position of every bit of a row that is set.
template <typename Use>
void for_each_bit(const BitRows& bits, size_t row, Use use) {
  for (size_t word = 0; word < bits.words; ++word)
    for (uint64_t left = bits.row(row)[word]; left != 0; left &= left - 1)
      use(word * 64 + static_cast<size_t>(std::countr_zero(left)));
}

bool has_any(const BitRows& bits, size_t row) {
  const uint64_t* words = bits.row(row);
  return std::any_of(words, words + bits.words, [](uint64_t word) { return word != 0; });
}

/// Somebody judged something, or figures decided it.
bool is_assessed(const RowAt& at) {
  const ScoreBlock& score = at.block->score;
  return has_any(score.met, at.row) || has_any(score.not_met, at.row) ||
         has_any(score.not_applicable, at.row);
}

bool is_external(const RowAt& at) { return at.text(IdentityColumn::assessment) == "external"; }

Day day_of(const RowAt& at) { return at.block->table.assessed_on[at.row]; }

/// The assessment that counts: the later one, and the external one of two on one day.
bool counts_before(const RowAt& one, const RowAt& other) {
  if (day_of(one) != day_of(other)) return day_of(one) > day_of(other);
  return is_external(one) && !is_external(other);
}

void note_assessment(const SchoolRows& rows, SchoolRecord& record) {
  for (const RowAt& at : rows.rows) {
    if (!is_assessed(at)) continue;
    (is_external(at) ? record.externally_assessed : record.self_assessed) = true;
  }
}

bool leads_to_award(const CriteriaSet& set, int level) {
  return std::any_of(set.award_families.begin(), set.award_families.end(),
                     [level](const AwardFamily& family) {
                       return award_number(family, level + 1) > award_number(family, level);
                     });
}

/// Of the rows that keep a school at its level, the indicators that are not met or unknown.
size_t distance_of(const Run& run, const SchoolRows& school) {
  if (!leads_to_award(run.sets[school.first().set()], school.level())) return 0;
  size_t distance = 0;
  for (const RowAt& at : school.rows) {
    const ScoreBlock& score = at.block->score;
    if (score.level[at.row] > school.level()) continue;
    distance += count_bits(score.blocking, at.row) + count_bits(score.missing, at.row);
  }
  return distance;
}

using RecordsById = std::unordered_map<std::string_view, size_t>;

void add_schools(const SummaryInput& input, RecordsById& known,
                 std::vector<SchoolRecord>& records) {
  for (SchoolRows& school : find_schools(input.run, input.blocks)) {
    const std::string_view id = school.text(IdentityColumn::school_id);
    const auto [place, is_new] = known.try_emplace(id, records.size());
    if (is_new) records.emplace_back();
    SchoolRecord& record = records[place->second];
    note_assessment(school, record);
    if (is_new || counts_before(school.first(), record.rows.first()))
      record.rows = std::move(school);
  }
}

void add_outside(const SummaryInput& input, RecordsById& known,
                 std::vector<SchoolRecord>& records) {
  for (const ScoredBlock& block : input.blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      if (block.table.set[row] != kNoSet) continue;
      const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
      if (!known.try_emplace(id, records.size()).second) continue;
      records.emplace_back();
      records.back().outside = &block;
      records.back().outside_row = row;
    }
  }
}

/// The row that speaks for a record where one has to.
RowAt row_of(const SchoolRecord& record) {
  return record.outside ? RowAt{record.outside, record.outside_row} : record.rows.first();
}

std::string value_text(const Field& field, const SchoolTable& table, uint32_t index, size_t row) {
  if (field.type == FieldType::text)
    return table.texts[index].empty() ? std::string() : std::string(table.texts[index][row]);
  if (table.numbers[index].empty() || std::isnan(table.numbers[index][row])) return {};
  const double value = table.numbers[index][row];
  if (field.type == FieldType::flag) return value != 0 ? "yes" : "no";
  if (field.type == FieldType::choice || field.type == FieldType::scale)
    return field.values[static_cast<size_t>(value)].id;
  return field.type == FieldType::date ? format_iso(static_cast<Day>(value)) : format_exact(value);
}

/// Counts one record after another.
class Counter {
 public:
  Counter(const SummaryInput& input, Summary& summary)
      : input_(input), summary_(summary), titles_(award_titles(input.run)) {
    for (uint32_t i = 0; i < input.run.fields.size(); ++i)
      if (input.run.fields[i].id == kRecognizedBefore) before_ = i;
    year_ = year_of(summary.as_of);
    in_a_year_ = summary.as_of == kNoDate ? kNoDate : add_years(summary.as_of, 1);
  }

  void add(const SchoolRecord& record) {
    mark(record);
    if (record.outside) {
      ++summary_.outside;
      return;
    }
    const SchoolRows& school = record.rows;
    SchoolSums& sums = sums_of(school, record.place);
    count(sums, SchoolCount::schools);
    count(sums, SchoolCount::self_assessed, record.self_assessed);
    count(sums, SchoolCount::externally_assessed, record.externally_assessed);
    add_awards(record, sums);
    if (record.distance > 0 && record.distance <= kNear)
      count(sums, static_cast<SchoolCount>(static_cast<size_t>(SchoolCount::near_1) +
                                           record.distance - 1));
    add_checks(school, sums);
    for (const RowAt& at : school.rows)
      add_row(at, school.text(IdentityColumn::school_type), record.place);
  }

 private:
  static int year_of(Day day) { return day == kNoDate ? 0 : std::stoi(format_iso(day)); }
  static void count(SchoolSums& sums, SchoolCount what, bool is_so = true) {
    sums.at(what) += is_so ? 1 : 0;
  }

  SchoolSums& sums_of(const SchoolRows& school, const std::string& place) {
    SchoolSums& sums =
        summary_.groups[{std::string(school.text(IdentityColumn::school_type)),
                         ownership_of(school.text(IdentityColumn::ownership)), place}];
    sums.awards.resize(titles_.size(), 0);
    return sums;
  }

  void add_awards(const SchoolRecord& record, SchoolSums& sums) {
    const CriteriaSet& set = input_.run.sets[record.rows.first().set()];
    for (const AwardFamily& family : set.award_families) {
      const int number = award_number(family, record.rows.level());
      if (number > 0) ++sums.awards[title_position(family, number)];
      if (family.id == kNationalStandard) add_standard(record, family, number, sums);
    }
  }

  size_t title_position(const AwardFamily& family, int number) const {
    const LocalText& title = family.awards[static_cast<size_t>(number) - 1].title;
    const auto found = std::find_if(titles_.begin(), titles_.end(), [&](const AwardTitle& known) {
      return known.family == family.id && known.title == title;
    });
    return static_cast<size_t>(found - titles_.begin());
  }

  void add_standard(const SchoolRecord& record, const AwardFamily& family, int by_score,
                    SchoolSums& sums) {
    count(sums, SchoolCount::national);
    count(sums, SchoolCount::may_be_higher,
          award_number(family, record.rows.level_max()) > by_score);
    const DecisionOf& decision = record.decision;
    switch (decision.decision) {
      case Decision::none: return;
      case Decision::expired: return count(sums, SchoolCount::expired);
      case Decision::undated: return count(sums, SchoolCount::undated);
      case Decision::no_data: return count(sums, SchoolCount::no_decision_data);
      case Decision::valid: break;
    }
    const int level = std::min(decision.level, 2);
    count(sums, level == 1 ? SchoolCount::decided_1 : SchoolCount::decided_2);
    count(sums, SchoolCount::expiring, decision.until <= in_a_year_);
    count(sums, SchoolCount::not_carried, by_score < level);
    ++summary_.expiries[year_of(decision.until)][static_cast<size_t>(level) - 1];
    if (year_of(decision.since) == year_) count(sums, recognition(record));
  }

  /// Whether a recognition of the year is the first.
  SchoolCount recognition(const SchoolRecord& record) const {
    for (const RowAt& at : record.rows.rows) {
      const SchoolTable& table = at.block->table;
      if (!before_ || table.numbers[*before_].empty()) continue;
      const double value = table.numbers[*before_][at.row];
      if (!std::isnan(value))
        return value != 0 ? SchoolCount::recognized_again : SchoolCount::recognized_new;
    }
    return SchoolCount::recognized_unclear;
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

  void add_row(const RowAt& at, std::string_view type, const std::string& place) {
    const CriteriaSet& set = input_.run.sets[at.set()];
    const ScoreBlock& score = at.block->score;
    SetSums& sums = set_sums(at.set(), type);
    PlaceSums& here = place_sums(at.set(), place);
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
    add_doubtful(set, at, sums);
    add_kept(set, at, sums, here);
    add_reached(set, at, sums);
  }

  static void add_doubtful(const CriteriaSet& set, const RowAt& at, SetSums& sums) {
    for (size_t i = 0; i < set.indicators.size(); ++i)
      if (set.indicators[i].checked == Certainty::low)
        sums.doubtful[i] +=
            at.block->score.met.test(at.row, i) || at.block->score.not_met.test(at.row, i);
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
  PlaceSums& place_sums(size_t set, const std::string& place) {
    PlaceSums& sums = summary_.places[set][place];
    sums.kept.resize(input_.run.sets[set].criteria.size(), 0);
    return sums;
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
  std::vector<AwardTitle> titles_;
  std::optional<uint32_t> before_;
  int year_ = 0;
  Day in_a_year_ = kNoDate;
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

/// A choice is its id, a flag "yes" or "no"; empty if unknown.
std::string place_of(const Run& run, const GroupColumn& column, const SchoolRows& school) {
  if (column.identity) return std::string(school.text(*column.identity));
  for (const RowAt& at : school.rows)
    if (std::string text =
            value_text(run.fields[*column.field], at.block->table, *column.field, at.row);
        !text.empty())
      return text;
  return {};
}

/// Puts all texts of the table into one string of its own, so that the input can go.
void own_texts(SchoolTable& table) {
  const auto for_each_text = [&table](auto use) {
    for (auto& column : table.identity)
      for (std::string_view& text : column) use(text);
    for (auto& column : table.texts)
      for (std::string_view& text : column) use(text);
  };
  size_t size = 0;
  for_each_text([&size](std::string_view text) { size += text.size(); });
  std::string& own = table.kept_text.emplace_back();
  own.reserve(size);
  for_each_text([&own](std::string_view& text) {
    const size_t start = own.size();
    own += text;
    text = {own.data() + start, text.size()};
  });
}

}  // namespace

ScoredBlock results_of(const ScoredBlock& block, const std::vector<uint32_t>& fields) {
  ScoredBlock results;
  const SchoolTable& from = block.table;
  SchoolTable& table = results.table;
  table.rows = from.rows;
  table.identity = from.identity;
  table.assessed_on = from.assessed_on;
  table.recognized_on = from.recognized_on;
  table.recognized_level = from.recognized_level;
  table.set = from.set;
  table.line = from.line;
  table.numbers.resize(from.numbers.size());
  table.texts.resize(from.texts.size());
  for (const uint32_t field : fields) {
    table.numbers[field] = from.numbers[field];
    table.texts[field] = from.texts[field];
  }
  own_texts(table);
  results.score = block.score;
  return results;
}

std::vector<uint32_t> fields_kept(const Run& run, const std::optional<GroupColumn>& by) {
  std::vector<uint32_t> fields;
  for (uint32_t i = 0; i < run.fields.size(); ++i)
    if (run.fields[i].id == kRecognizedBefore || (by && by->field == i)) fields.push_back(i);
  return fields;
}

Day last_day(const std::vector<ScoredBlock>& blocks) {
  Summary days;
  note_days(blocks, days);
  return days.last;
}

GroupColumn place_column(const std::vector<ScoredBlock>& blocks, Day as_of) {
  const auto has = [&blocks](IdentityColumn column) {
    return std::any_of(blocks.begin(), blocks.end(), [column](const ScoredBlock& block) {
      const auto& cells = block.table.identity[static_cast<size_t>(column)];
      return std::any_of(cells.begin(), cells.end(),
                         [](std::string_view text) { return !text.empty(); });
    });
  };
  const bool is_dissolved = as_of >= kDistrictsDissolved && has(IdentityColumn::commune);
  const bool is_district = !is_dissolved && has(IdentityColumn::district);
  return {.identity = is_district ? IdentityColumn::district : IdentityColumn::commune};
}

std::string place_name(const Run& run, const GroupColumn& column) {
  return column.identity ? std::string(identity_name(*column.identity))
                         : run.fields[*column.field].id;
}

std::vector<SchoolRecord> find_records(const SummaryInput& input, const GroupColumn& place,
                                       Day as_of) {
  std::vector<SchoolRecord> records;
  RecordsById known;
  add_schools(input, known, records);
  add_outside(input, known, records);
  for (SchoolRecord& record : records) {
    if (record.outside) continue;
    record.place = place_of(input.run, place, record.rows);
    record.decision = decision_of(input.run, record.rows, as_of);
    record.distance = distance_of(input.run, record.rows);
  }
  return records;
}

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

Summary sum_records(const SummaryInput& input, const GroupColumn& place, Day as_of,
                    const std::vector<SchoolRecord>& records) {
  Summary summary = empty_summary(input.run, input.targets);
  summary.as_of = as_of;
  summary.place = place_name(input.run, place);
  note_days(input.blocks, summary);
  Counter counter(input, summary);
  for (const SchoolRecord& record : records) {
    counter.add(record);
    summary.listed += record.outside ? 0 : 1;
  }
  return summary;
}

}  // namespace kdcl

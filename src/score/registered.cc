#include "score/registered.h"

#include <cmath>
#include <string>
#include <string_view>
#include <unordered_set>

#include "model/set_finder.h"
#include "score/days.h"
#include "score/filter.h"
#include "score/records.h"
#include "score/targets.h"

namespace kdcl {
namespace {

bool is_listed(const SchoolRegister* schools, std::string_view id) {
  return !schools || schools->has(id);
}

size_t schools_in_scope(const std::vector<ScoredBlock>& blocks, const SchoolRegister* schools) {
  std::unordered_set<std::string_view> ids;
  for (const ScoredBlock& block : blocks)
    for (size_t row = 0; row < block.table.rows; ++row)
      if (const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
          block.table.set[row] != kNoSet && is_listed(schools, id))
        ids.insert(id);
  return ids.size();
}

}  // namespace

CountedSchools find_counted(const Run& run, const std::vector<ScoredBlock>& blocks,
                            const std::optional<Day>& since, const SchoolRegister* schools) {
  const Day last = run.date != kNoDate ? run.date : last_day(blocks);
  CountedSchools counted{.period = since ? Period{*since, last} : twelve_months_to(last),
                         .all = schools_in_scope(blocks, schools)};
  if (run.date == kNoDate && lone_last_row(blocks)) {
    counted.why = NoShares::lone_day;
    return counted;
  }
  for (SchoolRecord& record : find_records(run, blocks, counted.period))
    if (!record.outside && record.counts &&
        is_listed(schools, record.rows.text(IdentityColumn::school_id)))
      counted.schools.push_back(std::move(record.rows));
  if (since || 2 * counted.schools.size() >= counted.all) return counted;
  counted.why = NoShares::too_few;
  counted.schools.clear();
  return counted;
}

namespace {

/// What targets say of the schools of a list: only what needs no score.
std::vector<std::vector<TargetMark>> marks_of(const ScoredBlock& block, const Run& run,
                                              const std::vector<Target>& targets) {
  SchoolTable table = block.table;
  table.set.assign(table.rows, kNoSet);
  std::vector<std::vector<TargetMark>> marks;
  for (const Target& target : targets) marks.push_back(mark_rows(target, run, table, block.score));
  return marks;
}

class NotReceivedCounter {
 public:
  NotReceivedCounter(const Run& run, const std::vector<Target>& targets, Summary& summary)
      : run_(run),
        targets_(targets),
        finder_(run),
        decisions_(run, summary.as_of),
        place_(find_identity(summary.place)),
        titles_(award_titles(run).size()),
        summary_(summary) {}

  NotReceived add(const RowAt& at) {
    NotReceived school{at};
    if (place_) school.place = at.text(*place_);
    SchoolSums& sums =
        summary_.groups[{std::string(at.text(IdentityColumn::school_type)),
                         ownership_of(at.text(IdentityColumn::ownership)), school.place}];
    sums.awards.resize(titles_, 0);
    ++sums.at(SchoolCount::not_received);
    add_decision(at, school, sums);
    add_targets(at);
    return school;
  }

 private:
  void add_decision(const RowAt& at, NotReceived& school, SchoolSums& sums) {
    const SchoolRows rows{{at}};
    school.decision = decision_of(rows, summary_.as_of,
                                  [this](const RowAt& row, Day day) { return set_on(row, day); });
    const CriteriaSet* set = set_on(at, summary_.as_of);
    if (!set || !find_family(*set, kNationalStandard)) return;
    if (school.decision.decision == Decision::no_data) return;
    ++sums.at(SchoolCount::decision_base);
    summary_.carried[static_cast<size_t>(Fact::recognition)] = true;
    decisions_.add(school.decision, rows.rows, sums, summary_);
  }

  const CriteriaSet* set_on(const RowAt& at, Day day) {
    const int16_t set = finder_.find(at.block->table, static_cast<uint32_t>(at.row), day).set;
    return set == kNoSet ? nullptr : &run_.sets[static_cast<size_t>(set)];
  }

  void add_targets(const RowAt& at) {
    if (block_ != at.block) marks_ = marks_of(*at.block, run_, targets_);
    block_ = at.block;
    for (size_t i = 0; i < targets_.size(); ++i) {
      const TargetMark mark = marks_[i][at.row];
      if (mark != TargetMark::reached && mark != TargetMark::not_reached) continue;
      if (const auto line = line_of(targets_[i], at.block->table, at.row))
        summary_.targets[i][*line].add(mark);
    }
  }

  const Run& run_;
  const std::vector<Target>& targets_;
  SetFinder finder_;
  DecisionCounter decisions_;
  std::optional<IdentityColumn> place_;
  size_t titles_;
  Summary& summary_;
  const ScoredBlock* block_ = nullptr;
  std::vector<std::vector<TargetMark>> marks_;
};

}  // namespace

std::vector<bool> keep_listed(const SchoolRegister& schools, std::vector<SchoolRecord>& records) {
  std::vector<bool> received(schools.rows.size(), false);
  for (SchoolRecord& record : records) {
    const auto found = schools.places.find(row_of(record).text(IdentityColumn::school_id));
    record.is_listed = found != schools.places.end();
    record.counts &= record.is_listed;
    if (record.counts) received[found->second] = true;
  }
  return received;
}

void keep_listed_rows(const SchoolRegister& schools, ScoredBlock& block) {
  std::vector<uint32_t> rows;
  for (uint32_t row = 0; row < block.table.rows; ++row)
    if (schools.has(block.table.text_of(IdentityColumn::school_id, row))) rows.push_back(row);
  keep_rows(rows, block);
}

std::vector<ScoredBlock> rows_not_received(const SchoolRegister& schools, const Run& run,
                                           const std::vector<SchoolRecord>& records, Day day) {
  std::unordered_set<std::string_view> known;
  for (const SchoolRecord& record : records)
    known.insert(row_of(record).text(IdentityColumn::school_id));
  SetFinder finder(run);
  std::vector<ScoredBlock> blocks;
  for (const ScoredBlock& listed : schools.blocks) {
    ScoredBlock& block = blocks.emplace_back(listed);
    std::vector<uint32_t> rows;
    for (uint32_t row = 0; row < block.table.rows; ++row) {
      block.table.set[row] = finder.find(block.table, row, day).set;
      if (block.table.set[row] != kNoSet && !std::isnan(block.table.recognized_level[row]) &&
          !known.contains(block.table.text_of(IdentityColumn::school_id, row)))
        rows.push_back(row);
    }
    keep_rows(rows, block);
    block.table.assessed_on.assign(rows.size(), kNoDate);  // that of the list means nothing
    for (auto* levels : {&block.score.level, &block.score.level_max, &block.score.school_level,
                         &block.score.school_level_max})
      levels->assign(rows.size(), 0);
  }
  return blocks;
}

std::vector<NotReceived> count_not_received(const SchoolRegister& schools, const Run& run,
                                            const std::vector<Target>& targets,
                                            const std::vector<SchoolRecord>& records,
                                            Summary& summary) {
  std::unordered_map<std::string_view, Day> last_rows;
  for (const SchoolRecord& record : records)
    if (record.is_listed && !record.counts) {
      const RowAt at = row_of(record);
      last_rows[at.text(IdentityColumn::school_id)] = at.block->table.assessed_on[at.row];
    }
  summary.received.resize(schools.rows.size());
  NotReceivedCounter counter(run, targets, summary);
  std::vector<NotReceived> missing;
  for (size_t i = 0; i < schools.rows.size(); ++i) {
    if (summary.received[i]) continue;
    missing.push_back(counter.add(schools.rows[i]));
    const auto last = last_rows.find(schools.rows[i].text(IdentityColumn::school_id));
    if (last != last_rows.end()) missing.back().last_row = last->second;
  }
  return missing;
}

}  // namespace kdcl

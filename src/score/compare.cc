#include "score/compare.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/parallel.h"
#include "model/criteria_diff.h"
#include "score/causes.h"
#include "score/recheck.h"
#include "score/records.h"

namespace kdcl {
namespace {

/// Schools whose causes are looked for together: more would not fit into the processor's caches.
constexpr size_t kTogether = 256;

using PairOfSets = std::pair<size_t, size_t>;

std::string_view stage_of(const Run& run, const RowAt& at) {
  return run.sets[at.set()].per_stage ? at.text(IdentityColumn::stage) : std::string_view();
}

/// The schools of a side.
struct Side {
  const std::vector<ScoredBlock>& blocks;
  RecordsById known{};
  std::vector<SchoolRecord> records{};
};

/// The schools of both sides put together, stage by stage.
class Matcher {
 public:
  Matcher(const Run& run, const Side& before)
      : run_(run), before_(before), is_found_(before.records.size()) {}

  std::vector<ComparedSchool> match(const Side& after) {
    found_.reserve(after.records.size());
    for (const SchoolRecord& record : after.records)
      if (!record.outside) add(record);
    for (size_t i = 0; i < is_found_.size(); ++i)
      if (const SchoolRecord& record = before_.records[i]; !record.outside && !is_found_[i])
        for (const RowAt& at : record.rows.rows) found_.push_back({.before = at});
    return std::move(found_);
  }

 private:
  /// The rows before of a school that has some after.
  std::vector<RowAt> rows_before(const SchoolRecord& record) {
    const auto known = before_.known.find(record.rows.text(IdentityColumn::school_id));
    if (known == before_.known.end()) return {};
    is_found_[known->second] = true;
    return before_.records[known->second].rows.rows;
  }

  void add(const SchoolRecord& record) {
    std::vector<RowAt> left = rows_before(record);
    const bool is_single = left.size() == 1 && record.rows.rows.size() == 1;
    for (const RowAt& at : record.rows.rows) {
      const auto match = std::find_if(left.begin(), left.end(), [&](const RowAt& other) {
        return is_single || stage_of(run_, other) == stage_of(run_, at);
      });
      ComparedSchool& school = found_.emplace_back(ComparedSchool{.after = at});
      if (match == left.end()) continue;
      school.before = *match;
      left.erase(match);
    }
    for (const RowAt& at : left) found_.push_back({.before = at});
  }

  const Run& run_;
  const Side& before_;
  std::vector<bool> is_found_;
  std::vector<ComparedSchool> found_{};
};

class Mover {
 public:
  explicit Mover(const Run& run) : run_(run) {}

  Move move_of(const ComparedSchool& school) {
    if (!school.before) return Move::only_after;
    if (!school.after) return Move::only_before;
    if (!is_comparable({school.before->set(), school.after->set()})) return Move::not_comparable;
    const int change = level_of(*school.after) - level_of(*school.before);
    return change > 0 ? Move::rose : change < 0 ? Move::fell : Move::same;
  }

 private:
  bool is_comparable(const PairOfSets& sets) {
    const auto [known, is_new] = known_.try_emplace(sets, true);
    if (is_new && sets.first != sets.second)
      known->second = have_common_indicator(run_.sets[sets.first], run_.sets[sets.second]);
    return known->second;
  }

  const Run& run_;
  std::map<PairOfSets, bool> known_{};
};

/// Those that moved, by their two sets, in lots.
std::vector<std::vector<ComparedSchool*>> lots_of(SchoolComparison& comparison) {
  std::map<PairOfSets, std::vector<ComparedSchool*>> open;
  std::vector<std::vector<ComparedSchool*>> lots;
  for (size_t i = 0; i < comparison.schools.size(); ++i) {
    if (comparison.moves[i] != Move::rose && comparison.moves[i] != Move::fell) continue;
    ComparedSchool& school = comparison.schools[i];
    auto& lot = open[{school.before->set(), school.after->set()}];
    lot.push_back(&school);
    if (lot.size() == kTogether) lots.push_back(std::exchange(lot, {}));
  }
  for (auto& [sets, lot] : open)
    if (!lot.empty()) lots.push_back(std::move(lot));
  return lots;
}

/// Marks the schools of the earlier side that those of the later one name as merged into them.
void mark_merged(const Run& run, const std::vector<ScoredBlock>& after,
                 std::vector<ComparedSchool>& schools) {
  std::set<std::string_view> merged;
  for (const auto& [school, predecessors] : predecessors_of(run, after))
    merged.insert(predecessors.begin(), predecessors.end());
  for (ComparedSchool& school : schools)
    school.is_merged =
        !school.after && merged.contains(school.before->text(IdentityColumn::school_id));
}

}  // namespace

SchoolComparison compare_schools(const Run& run, const std::vector<ScoredBlock>& before,
                                 const std::vector<ScoredBlock>& after, unsigned threads) {
  std::array sides = {Side{before}, Side{after}};
  run_each(threads, sides.size(), [&](size_t i) {
    sides[i].records = find_records(run, sides[i].blocks, {}, sides[i].known);
  });
  SchoolComparison comparison;
  comparison.schools = Matcher(run, sides[0]).match(sides[1]);
  mark_merged(run, after, comparison.schools);
  Mover mover(run);
  comparison.moves.reserve(comparison.schools.size());
  for (const ComparedSchool& school : comparison.schools)
    comparison.moves.push_back(mover.move_of(school));
  const Scorer scorer(run, false);
  std::vector<std::vector<ComparedSchool*>> lots = lots_of(comparison);
  run_each(threads, lots.size(), [&](size_t i) { find_causes(run, scorer, lots[i]); });
  return comparison;
}

}  // namespace kdcl

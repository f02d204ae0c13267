#include "score/recheck.h"

#include <algorithm>
#include <bit>
#include <set>

#include "score/records.h"

namespace kdcl {
namespace {

/// Months before a recognition ends by which its renewal is to be registered. Source: TT 17, 18 and
/// 19/2018, Article 38(2).
constexpr int kMonthsToFile = 5;

/// The highest level that any of the predecessors was recognised at; 0 if none was.
int inherited_level(const std::vector<Certificate>& predecessors) {
  int level = 0;
  for (const Certificate& certificate : predecessors)
    level = std::max(level, certificate.decision.level);
  return level;
}

Validity validity_of(const DecisionOf& decision, Day day) {
  switch (decision.decision) {
    case Decision::expired: return Validity::expired;
    case Decision::undated: return Validity::undated;
    case Decision::valid: break;
    default: return Validity::inherited;
  }
  return decision.until <= add_years(day, 1) ? Validity::expiring : Validity::valid;
}

/// Without reworded indicators; the same where there are none.
const ScoreBlock& other_result(const ScoredBlock& block) {
  return block.beside.level.empty() ? block.score : block.beside;
}

void add_obstacles(const BitMask& indicators, const RowAt& at, std::vector<Obstacle>& obstacles) {
  for (size_t word = 0; word < indicators.size(); ++word)
    for (uint64_t bits = indicators[word]; bits != 0; bits &= bits - 1)
      obstacles.push_back(
          {at, static_cast<uint32_t>(word * 64 + static_cast<size_t>(std::countr_zero(bits)))});
}

class Rechecker {
 public:
  explicit Rechecker(const RecheckInput& input) : input_(input) {
    result_.day = input.day;
    result_.place = place_name(input.run, input.place);
  }

  void add(SchoolRecord&& record) {
    if (record.outside) {
      result_.outside.push_back(std::move(record));
      return;
    }
    const std::string_view id = record.rows.text(IdentityColumn::school_id);
    if (input_.mergers.merged.count(id) > 0) {
      ++result_.merged;
      return;
    }
    sets_.insert(record.rows.first().set());
    const AwardFamily* family =
        find_family(input_.run.sets[record.rows.first().set()], kNationalStandard);
    if (!family || family->awards.empty()) {
      ++result_.without_standard;
      return;
    }
    record.place = place_of(input_.run, input_.place, record.rows);
    RecheckSums& sums =
        result_.groups[{std::string(record.rows.text(IdentityColumn::school_type)), record.place}];
    ++sums.schools;
    ++result_.without_reworded.schools;
    recheck(std::move(record), *family, sums);
  }

  Recheck finish() {
    add_figures();
    result_.sets.assign(sets_.begin(), sets_.end());
    for (const RewordedIndicators& each : input_.reworded)
      if (sets_.count(each.set) > 0) result_.reworded.push_back(each);
    return std::move(result_);
  }

 private:
  void recheck(SchoolRecord&& record, const AwardFamily& family, RecheckSums& sums) {
    RecheckedSchool school{std::move(record)};
    DecisionOf& decision = school.record.decision;
    decision = decision_of(school.record.rows, input_.day, input_.deciding);
    const auto found =
        input_.mergers.certificates.find(school.record.rows.text(IdentityColumn::school_id));
    if (found != input_.mergers.certificates.end()) school.predecessors = found->second;
    const int level =
        is_recognized(decision) ? decision.level : inherited_level(school.predecessors);
    if (level == 0) {
      if (decision.decision == Decision::misdated) result_.misdated.push_back(std::move(school));
      return;
    }
    judge(family, level, school);
    school.validity = validity_of(decision, input_.day);
    if (school.validity == Validity::expiring)
      school.file_by = add_months(decision.until, -kMonthsToFile);
    const auto validity = static_cast<size_t>(school.validity);
    ++sums.recognized[static_cast<size_t>(school.standing)][validity];
    ++result_.without_reworded.recognized[static_cast<size_t>(school.without_reworded)][validity];
    result_.schools.push_back(std::move(school));
  }

  /// Where the family has no award of that number, its highest is asked for.
  void judge(const AwardFamily& family, int level, RecheckedSchool& school) const {
    school.number = std::min(level, static_cast<int>(family.awards.size()));
    school.asked = asked_level(family, level);
    const SchoolRows& rows = school.record.rows;
    school.standing = standing_of(rows, school.asked, whole_result);
    school.without_reworded = standing_of(rows, school.asked, other_result);
    if (school.standing != Standing::doubtful && school.standing != Standing::falls_short) return;
    for (const RowAt& at : rows.rows) {
      const ScoreBlock& score = at.block->score;
      if (score.level[at.row] >= school.asked) continue;
      const LevelGaps gaps = input_.scorer.gaps(at.block->table, score, at.row, school.asked);
      add_obstacles(gaps.not_met, at, school.not_met);
      add_obstacles(gaps.unknown, at, school.unknown);
    }
  }

  /// The figures of what is not met, block by block: working them out costs more than scoring.
  void add_figures() {
    std::map<const ScoredBlock*, std::map<uint32_t, std::vector<Obstacle*>>> wanted;
    for (RecheckedSchool& school : result_.schools)
      for (Obstacle& obstacle : school.not_met)
        wanted[obstacle.at.block][static_cast<uint32_t>(obstacle.at.row)].push_back(&obstacle);
    for (const auto& [block, by_row] : wanted) {
      std::vector<uint32_t> rows;
      for (const auto& [row, obstacles] : by_row) rows.push_back(row);
      const std::vector<SchoolFigures> figures = input_.scorer.figures(block->table, rows);
      auto of_row = figures.begin();
      for (const auto& [row, obstacles] : by_row) {
        for (Obstacle* obstacle : obstacles) obstacle->figure = (*of_row)[obstacle->indicator];
        ++of_row;
      }
    }
  }

  const RecheckInput& input_;
  Recheck result_;
  std::set<size_t> sets_;
};

}  // namespace

Recheck recheck_schools(const RecheckInput& input, std::vector<SchoolRecord> records) {
  Rechecker rechecker(input);
  for (SchoolRecord& record : records) rechecker.add(std::move(record));
  return rechecker.finish();
}

}  // namespace kdcl

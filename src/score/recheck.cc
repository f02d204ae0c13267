#include "score/recheck.h"

#include <algorithm>
#include <bit>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "score/records.h"

namespace kdcl {
namespace {

using Ids = std::vector<std::string_view>;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// Adds the ids of a cell, separated by semicolons, that are new and not `own`.
void add_ids(std::string_view cell, std::string_view own, Ids& ids) {
  while (!cell.empty()) {
    const size_t end = std::min(cell.find(';'), cell.size());
    const std::string_view id = trimmed(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    if (!id.empty() && id != own && std::find(ids.begin(), ids.end(), id) == ids.end())
      ids.push_back(id);
  }
}

class MergerFinder {
 public:
  MergerFinder(const std::vector<SchoolRecord>& records, std::map<std::string_view, Ids> named)
      : named_(std::move(named)) {
    for (const SchoolRecord& record : records) records_.emplace(id_of(record), &record);
  }

  Mergers find(Day day, const DecidingSet& deciding) {
    Mergers mergers;
    take_out_unknown(mergers);
    for (const auto& [school, ids] : named_) {
      const Ids all = all_predecessors(school);
      if (std::find(all.begin(), all.end(), school) != all.end()) {
        mergers.circular.push_back(school);
        continue;
      }
      for (const std::string_view id : all) {
        mergers.merged.insert(id);
        Certificate certificate = certificate_of(*records_.at(id), day, deciding);
        if (is_recognized(certificate.decision))
          mergers.certificates[school].push_back(std::move(certificate));
      }
    }
    return mergers;
  }

 private:
  static std::string_view id_of(const SchoolRecord& record) {
    if (!record.outside) return record.rows.text(IdentityColumn::school_id);
    return record.outside->table.text_of(IdentityColumn::school_id, record.outside_row);
  }

  void take_out_unknown(Mergers& mergers) {
    for (auto& [school, ids] : named_) {
      const std::string_view own = school;
      std::erase_if(ids, [&](std::string_view id) {
        if (records_.count(id) > 0) return false;
        mergers.unknown.push_back({own, id, nearest_name(id, other_ids(own))});
        return true;
      });
    }
  }

  Ids other_ids(std::string_view own) const {
    Ids ids;
    for (const auto& [id, record] : records_)
      if (id != own) ids.push_back(id);
    std::sort(ids.begin(), ids.end());
    return ids;
  }

  /// Over all steps, each id once; the school itself if it is one of them.
  Ids all_predecessors(std::string_view school) const {
    Ids all;
    Ids open = named_.at(school);
    for (size_t next = 0; next < open.size(); ++next) {
      if (std::find(all.begin(), all.end(), open[next]) != all.end()) continue;
      all.push_back(open[next]);
      if (const auto more = named_.find(open[next]); more != named_.end())
        for (const std::string_view id : more->second) open.push_back(id);
    }
    return all;
  }

  static Certificate certificate_of(const SchoolRecord& record, Day day,
                                    const DecidingSet& deciding) {
    const auto text = [&record](IdentityColumn column) {
      return std::string(record.outside ? record.outside->table.text_of(column, record.outside_row)
                                        : record.rows.text(column));
    };
    Certificate certificate{text(IdentityColumn::school_id),
                            text(IdentityColumn::school_name),
                            text(IdentityColumn::decision),
                            {}};
    if (!record.outside) certificate.decision = decision_of(record.rows, day, deciding);
    return certificate;
  }

  std::map<std::string_view, Ids> named_;
  std::unordered_map<std::string_view, const SchoolRecord*> records_;
};

}  // namespace

std::map<std::string_view, std::vector<std::string_view>> predecessors_of(
    const Run& run, const std::vector<ScoredBlock>& blocks) {
  std::map<std::string_view, Ids> named;
  const auto field = std::find_if(run.fields.begin(), run.fields.end(),
                                  [](const Field& each) { return each.id == kPredecessors; });
  if (field == run.fields.end() || field->type != FieldType::text) return named;
  const auto index = static_cast<size_t>(field - run.fields.begin());
  for (const ScoredBlock& block : blocks) {
    const auto& cells = block.table.texts[index];
    for (size_t row = 0; row < cells.size(); ++row) {
      if (cells[row].empty()) continue;
      const std::string_view id = block.table.text_of(IdentityColumn::school_id, row);
      add_ids(cells[row], id, named[id]);
    }
  }
  return named;
}

Mergers find_mergers(const Run& run, const std::vector<ScoredBlock>& blocks, Day day,
                     const DecidingSet& deciding) {
  std::map<std::string_view, Ids> named = predecessors_of(run, blocks);
  if (named.empty()) return {};
  return MergerFinder(find_records(run, blocks, {.last = day}), std::move(named))
      .find(day, deciding);
}

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

#include "score/cases.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "base/text.h"

namespace kdcl {
namespace {

/// The verdict now on an indicator of the earlier set; nothing if it is not asked any more: its
/// name may stand for something else in another circular.
std::optional<Verdict> verdict_now(const Run& run, const RowAt& later, const Indicator& asked) {
  const CriteriaSet& set = run.sets[later.set()];
  for (size_t i = 0; i < set.indicators.size(); ++i) {
    const Indicator& indicator = set.indicators[i];
    if (indicator.name != asked.name || indicator.text.vi != asked.text.vi) continue;
    const Verdict verdict = verdict_of(later.block->score, later.row, i);
    if (verdict == Verdict::not_applicable) return {};
    return verdict;
  }
  return {};
}

/// The same plan at the later row, if it is still noted there.
bool is_done_later(const RowAt& later, const std::string& criterion, const PlanEntry& entry) {
  const NodeNotes* node = later.block->notes[later.row].find(criterion);
  return node && std::any_of(node->plan.begin(), node->plan.end(), [&](const PlanEntry& each) {
           return fold(each.action) == fold(entry.action) && each.is_done;
         });
}

struct Tracker {
  const Run& run;
  const RowAt& earlier;
  const RowAt& later;

  /// What was wrong in a criterion, what of it still is, and whether any of it is still asked.
  struct Begun {
    TrackedPlan plan;
    bool is_asked = false;
  };
  template <typename IsWrong>
  [[nodiscard]] Begun begin(const Criterion& criterion, IsWrong is_wrong) const {
    const CriteriaSet& set = run.sets[earlier.set()];
    Begun begun{{.criterion = criterion.id, .then = {}, .now = {}}};
    for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
      const uint32_t index = criterion.first_indicator + i;
      if (!is_wrong(index)) continue;
      const Indicator& indicator = set.indicators[index];
      begun.plan.then.push_back(indicator.name);
      const std::optional<Verdict> now = verdict_now(run, later, indicator);
      begun.is_asked |= now.has_value();
      if (now && *now != Verdict::met) begun.plan.now.push_back(indicator.name);
    }
    return begun;
  }

  [[nodiscard]] Begun begin_blocking(const Criterion& criterion) const {
    return begin(criterion, [this](uint32_t index) {
      return earlier.block->score.blocking.test(earlier.row, index);
    });
  }
  [[nodiscard]] Begun begin_not_met(const Criterion& criterion) const {
    return begin(criterion, [this](uint32_t index) {
      return verdict_of(earlier.block->score, earlier.row, index) == Verdict::not_met;
    });
  }

  [[nodiscard]] PlanOutcome outcome_of(const Begun& begun, const PlanEntry* entry) const {
    if (entry && (entry->is_done || is_done_later(later, begun.plan.criterion, *entry)))
      return PlanOutcome::done;
    if (!begun.plan.then.empty() && begun.plan.now.empty())
      return begun.is_asked ? PlanOutcome::done : PlanOutcome::not_needed;
    const std::optional<Day> by = entry ? read_date(entry->by) : std::nullopt;
    const Day day = later.block->table.assessed_on[later.row];
    return by && day != kNoDate && *by < day ? PlanOutcome::late : PlanOutcome::open;
  }
};

}  // namespace

std::vector<TrackedPlan> track_plans(const Run& run, const RowAt& earlier, const RowAt& later) {
  const Tracker tracker{run, earlier, later};
  const CriteriaSet& set = run.sets[earlier.set()];
  const SchoolNotes& notes = earlier.block->notes[earlier.row];
  std::vector<TrackedPlan> plans;
  for (const Criterion& criterion : set.criteria) {
    Tracker::Begun begun = tracker.begin_blocking(criterion);
    const auto add = [&](const PlanEntry* entry) {
      plans.push_back(begun.plan);
      plans.back().entry = entry;
      plans.back().outcome = tracker.outcome_of(begun, entry);
    };
    const NodeNotes* node = notes.find(criterion.id);
    const bool is_planned = node && !node->plan.empty();
    if (!is_planned && !begun.plan.then.empty()) add(nullptr);
    if (!is_planned) continue;
    // A plan may be for what did not keep the school from its next level.
    if (begun.plan.then.empty()) begun = tracker.begin_not_met(criterion);
    for (const PlanEntry& entry : node->plan) add(&entry);
  }
  return plans;
}

namespace {

using Words = std::vector<uint64_t>;

/// The bits of the names joined by ";"; nothing if one is no indicator of the set.
std::optional<Words> bits_of(std::string_view list, const CriteriaSet& set, size_t words) {
  Words bits(words, 0);
  while (!list.empty()) {
    const size_t end = std::min(list.find(';'), list.size());
    const std::string_view name = list.substr(0, end);
    const auto found =
        std::find_if(set.indicators.begin(), set.indicators.end(),
                     [name](const Indicator& indicator) { return indicator.name == name; });
    if (found == set.indicators.end()) return {};
    const auto index = static_cast<size_t>(found - set.indicators.begin());
    bits[index / 64] |= uint64_t{1} << (index % 64);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return bits;
}

}  // namespace

void take_listed(const Run& run, ScoredBlock& block) {
  const SchoolTable& table = block.table;
  if (table.listed_blocking.empty()) return;
  for (size_t row = 0; row < table.rows; ++row) {
    if (table.set[row] == kNoSet) continue;
    const CriteriaSet& set = run.sets[static_cast<size_t>(table.set[row])];
    ScoreBlock& score = block.score;
    const auto blocking = bits_of(table.listed_blocking[row], set, score.blocking.words);
    const auto missing = bits_of(table.listed_missing[row], set, score.missing.words);
    if (!blocking || !missing) continue;
    std::copy(blocking->begin(), blocking->end(), score.blocking.row(row));
    std::copy(missing->begin(), missing->end(), score.missing.row(row));
  }
}

namespace {

Day day_of(const RowAt& at) { return at.block->table.assessed_on[at.row]; }

/// Rows of one school in scope, in input order.
struct RowsOfSchool {
  std::vector<RowAt> own, external;
};

bool is_same_stage(const Run& run, const RowAt& one, const RowAt& other) {
  const bool has_stages = run.sets[one.set()].per_stage && run.sets[other.set()].per_stage;
  return !has_stages || one.text(IdentityColumn::stage) == other.text(IdentityColumn::stage);
}

/// The rows of a school's latest assessment.
std::vector<RowAt> latest(const std::vector<RowAt>& rows) {
  Day last = kNoDate;
  for (const RowAt& at : rows) last = std::max(last, day_of(at));
  std::vector<RowAt> found;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(found),
               [last](const RowAt& at) { return day_of(at) == last; });
  return found;
}

/// The last row of each school year.
std::vector<RowAt> rows_by_year(const std::vector<RowAt>& rows) {
  std::map<int, RowAt> years;
  for (const RowAt& at : rows) {
    const auto [known, is_new] = years.try_emplace(school_year(day_of(at)), at);
    if (!is_new && day_of(known->second) < day_of(at)) known->second = at;
  }
  std::vector<RowAt> found;
  for (const auto& [year, at] : years) found.push_back(at);
  return found;
}

SchoolCase make_case(const Run& run, const RowsOfSchool& rows, const RowAt& row) {
  SchoolCase made{row};
  const auto keep = [&](const std::vector<RowAt>& from, auto holds) {
    std::vector<RowAt> kept;
    for (const RowAt& at : from)
      if (is_same_stage(run, row, at) && holds(at)) kept.push_back(at);
    return kept;
  };
  const std::vector<RowAt>& own = rows.own.empty() ? rows.external : rows.own;
  made.years = rows_by_year(keep(own, [&](const RowAt& at) { return day_of(at) <= day_of(row); }));
  const auto before = latest(keep(own, [&](const RowAt& at) { return day_of(at) < day_of(row); }));
  if (!before.empty()) {
    made.earlier = before.front();
    made.tracked = track_plans(run, *made.earlier, row);
  }
  if (rows.own.empty()) return made;
  const auto others =
      latest(keep(rows.external, [&](const RowAt& at) { return at.set() == row.set(); }));
  if (!others.empty()) made.external = others.front();
  return made;
}

}  // namespace

std::vector<SchoolFile> find_files(const Run& run, const std::vector<ScoredBlock>& blocks) {
  std::vector<RowsOfSchool> schools;
  std::unordered_map<std::string_view, size_t> known;
  for (const ScoredBlock& block : blocks) {
    for (size_t row = 0; row < block.table.rows; ++row) {
      const RowAt at{&block, row};
      if (block.table.set[row] == kNoSet) continue;
      const auto [place, is_new] =
          known.try_emplace(at.text(IdentityColumn::school_id), schools.size());
      if (is_new) schools.emplace_back();
      RowsOfSchool& rows = schools[place->second];
      (at.is_external() ? rows.external : rows.own).push_back(at);
    }
  }
  std::vector<SchoolFile> files;
  for (const RowsOfSchool& rows : schools) {
    SchoolFile& file = files.emplace_back();
    for (const RowAt& row : latest(rows.own.empty() ? rows.external : rows.own))
      file.cases.push_back(make_case(run, rows, row));
  }
  return files;
}

}  // namespace kdcl

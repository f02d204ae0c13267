#include "score/tracking.h"

#include <algorithm>
#include <optional>

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

}  // namespace kdcl

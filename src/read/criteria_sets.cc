#include <algorithm>
#include <map>
#include <set>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/text.h"
#include "model/run.h"
#include "read/criteria.h"

namespace kdcl {

namespace {

bool is_same_choice(const Choice& a, const Choice& b) { return a.id == b.id && a.title == b.title; }

bool is_same_kind(const Field& a, const Field& b) {
  return a.type == b.type && std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                                        b.values.end(), is_same_choice);
}

void check_ids(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  std::map<std::string_view, const CriteriaSet*> known;
  for (const CriteriaSet& set : sets) {
    const auto [found, is_new] = known.emplace(set.id, &set);
    if (!is_new)
      diagnostics.error(set.place,
                        {"mã bộ tiêu chí \"{0}\" đã có ở {1}",
                         "the criteria set id \"{0}\" is already used in {1}"},
                        set.id, line_text(found->second->place));
  }
}

bool overlap(const CriteriaSet& a, const CriteriaSet& b) {
  const auto ends_before = [](const CriteriaSet& x, const CriteriaSet& y) {
    return x.in_force_to != kNoDate && x.in_force_to < y.in_force_from;
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

/// The id of the set that stands below all amendments.
const std::string& first_id(const CriteriaSet& set) {
  return set.bases.empty() ? set.id : set.bases.front().id;
}

/// True if a row or a level asked for may take either: sets for the same schools, if both are open
/// to rows, else amendments of one set.
bool are_rivals(const CriteriaSet& a, const CriteriaSet& b, bool are_open) {
  if (a.has_base(b.id) || b.has_base(a.id)) return false;
  if (are_open && a.applies_to && b.applies_to) return a.applies_to->source == b.applies_to->source;
  return first_id(a) == first_id(b);
}

void check_dates(const std::vector<CriteriaSet>& sets, size_t open, Diagnostics& diagnostics) {
  for (size_t later = 1; later < sets.size(); ++later) {
    for (size_t i = 0; i < later; ++i) {
      const CriteriaSet& a = sets[i];
      const CriteriaSet& b = sets[later];
      if (!are_rivals(a, b, later < open) || !overlap(a, b)) continue;
      const bool apply = later < open && a.applies_to && b.applies_to;
      const Message text =
          apply
              ? Message{"in_force: trùng thời gian với bộ \"{0}\" ({1}), cùng applies_to",
                        "in_force: overlaps with the set \"{0}\" ({1}), which has the same "
                        "applies_to"}
              : Message{"in_force: trùng thời gian với bộ \"{0}\" ({1}), cùng sửa đổi một bộ",
                        "in_force: overlaps with the set \"{0}\" ({1}), which amends the same set"};
      diagnostics.error(b.in_force_place, text, a.id, line_text(a.in_force_place));
    }
  }
}

/// A set that asks for the level of another, directly.
struct Asking {
  size_t set = 0;
  const Requirement* requirement = nullptr;
};

/// The sets whose level a set may ask for: those it names, and those that amend them.
std::vector<Asking> asked_by(const std::vector<CriteriaSet>& sets, size_t set) {
  std::vector<Asking> asked;
  for (const Indicator& indicator : sets[set].indicators)
    for (const Requirement& requirement : indicator.requirements)
      for (size_t other = 0; requirement.is_level && other < sets.size(); ++other)
        if (sets[other].id == requirement.measure || sets[other].has_base(requirement.measure))
          asked.push_back({other, &requirement});
  return asked;
}

/// Follows what sets ask for until one is met again.
class CircleSearch {
 public:
  CircleSearch(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics)
      : sets_(sets), diagnostics_(diagnostics), is_done_(sets.size()) {}

  void search() {
    for (size_t set = 0; set < sets_.size(); ++set) follow(set);
  }

 private:
  void follow(size_t set) {
    if (is_done_[set]) return;
    way_.push_back(set);
    for (const Asking& asked : asked_by(sets_, set)) {
      const auto met = std::find(way_.begin(), way_.end(), asked.set);
      if (met != way_.end())
        report(met, *asked.requirement);
      else
        follow(asked.set);
    }
    way_.pop_back();
    is_done_[set] = true;
  }

  void report(std::vector<size_t>::const_iterator first, const Requirement& requirement) {
    std::string circle;
    for (auto set = first; set != way_.end(); ++set) circle += sets_[*set].id + " → ";
    diagnostics_.error(requirement.place,
                       {"level_of: các bộ tiêu chí lấy mức của nhau: {0}",
                        "level_of: the sets ask for each other's level: {0}"},
                       circle + sets_[*first].id);
  }

  const std::vector<CriteriaSet>& sets_;
  Diagnostics& diagnostics_;
  std::vector<bool> is_done_;
  std::vector<size_t> way_;
};

/// The columns of a set's judgements, as they are told apart.
std::set<std::string> judgement_columns(const CriteriaSet& set) {
  std::set<std::string> columns;
  for (const Criterion& criterion : set.criteria) columns.insert(fold(criterion.id));
  for (const Indicator& indicator : set.indicators) columns.insert(fold(indicator.name));
  return columns;
}

/// The first criterion of the other whose columns are also this one's; null if there is none.
/// Amendments of one set may share them.
const Criterion* shared_criterion(const CriteriaSet& one, const CriteriaSet& other) {
  if (first_id(one) == first_id(other)) return nullptr;
  const std::set<std::string> columns = judgement_columns(one);
  const auto is_shared = [&](const Criterion& criterion) {
    const auto* first = other.indicators.data() + criterion.first_indicator;
    return columns.contains(fold(criterion.id)) ||
           std::any_of(first, first + criterion.indicator_count,
                       [&](const Indicator& each) { return columns.contains(fold(each.name)); });
  };
  const auto found = std::find_if(other.criteria.begin(), other.criteria.end(), is_shared);
  return found == other.criteria.end() ? nullptr : &*found;
}

/// Judgements of all the sets stand in one row, in columns named after the criteria.
void check_shared_criteria(const std::vector<CriteriaSet>& sets, size_t set,
                           Diagnostics& diagnostics) {
  const std::vector<JudgedSet> judged = find_judged(sets, set);
  for (size_t i = 1; i < judged.size(); ++i)
    for (size_t j = 0; j < i; ++j) {
      const CriteriaSet& one = sets[judged[j].set];
      const CriteriaSet& other = sets[judged[i].set];
      const Criterion* shared = shared_criterion(one, other);
      if (!shared) continue;
      diagnostics.error(asked_by(sets, set).front().requirement->place,
                        {"level_of: cột của tiêu chí \"{2}\" trong bộ \"{1}\" cũng là cột của bộ "
                         "\"{0}\"; mã tiêu chí phải khác nhau",
                         "level_of: columns of the criterion \"{2}\" in the set \"{1}\" are those "
                         "of the set \"{0}\", too; its id must differ"},
                        one.id, other.id, shared->id);
      return;
    }
}

}  // namespace

void check_levels_of(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  CircleSearch(sets, diagnostics).search();
  for (size_t set = 0; set < sets.size(); ++set) check_shared_criteria(sets, set, diagnostics);
}

void check_fields(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  std::map<std::string_view, const Field*> known;
  for (const CriteriaSet& set : sets) {
    for (const Field& field : set.fields) {
      const Field& first = *known.emplace(field.id, &field).first->second;
      if (!is_same_kind(first, field))
        diagnostics.error(field.place,
                          {"trường \"{0}\" có kiểu hoặc giá trị khác với {1}",
                           "the field \"{0}\" differs in type or values from {1}"},
                          field.id, line_text(first.place));
    }
  }
}

void check_sets(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics, size_t open) {
  check_ids(sets, diagnostics);
  check_fields(sets, diagnostics);
  check_dates(sets, open, diagnostics);
  check_levels_of(sets, diagnostics);
}

}  // namespace kdcl

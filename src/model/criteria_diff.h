// What differs between two criteria sets, without words for people: a tree of what was added,
// removed or changed, down to the exceptions of a threshold. Shown by `kdcl criteria diff`; names
// the causes where schools are compared under two sets.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "model/criteria.h"

namespace kdcl {

/// A set and the fields that its expressions name by position: those of its run.
struct SetView {
  const CriteriaSet& set;
  std::span<const Field> fields;
};

/// In which respect a thing differs; which ones there are depends on the thing.
enum class Aspect : uint8_t {
  id,
  title,
  document,
  issued,
  in_force,
  applies_to,
  per_stage,
  evidence_code,
  data_years,
  checked,
  level,  ///< from which an award is given
  valid_years,
  needs,
  text,
  clause,
  mandatory,
  where,
  monitor,
  evidence,
  doubt,
  measure,
  threshold,  ///< operator, value or unit
  formula,    ///< of a measure; of a requirement also that of a measure its formula names
  covers,
  order,  ///< of exceptions: the first that holds counts
  value,
  because,
  type,
  unit,
  range,
  values,
  aliases,
  number,
  columns,  ///< of a data table, and whether it has remarks
  note,
  figures,
};

/// A thing that one of the sets lacks or in which they differ. What a thing inherits from the one
/// above it differs only there.
struct CriteriaChange {
  std::optional<uint32_t> before{};  ///< position among the parts of the thing above; absent: added
  std::optional<uint32_t> after{};   ///< the same in the later set; absent: removed
  std::vector<Aspect> aspects{};     ///< in the order of the enumeration; empty if a set lacks it
  std::vector<CriteriaChange> parts{};  ///< the things below that differ; if a set lacks it, all
  bool operator==(const CriteriaChange&) const = default;

  [[nodiscard]] bool is_in_both() const { return before && after; }
};

/// All lists in the order of the later set; what only the earlier one has stands behind what it
/// stands behind there, among indicators at its level. Things that do not differ are left out.
struct CriteriaDiff {
  std::vector<Aspect> aspects;           ///< of the set itself
  std::vector<CriteriaChange> levels;    ///< by number
  std::vector<CriteriaChange> families;  ///< by id; parts: the awards, by title, else level; their
                                         ///< parts: the conditions, by id
  std::vector<CriteriaChange>
      standards;  ///< by id; parts: criteria, by id; indicators, by name;
                  ///< requirements, by measure, operator and condition as far as
                  ///< they agree; exceptions, by condition, else reason
  std::vector<CriteriaChange>
      fields;  ///< by id; of those that a set uses; positions in SetView::fields
  std::vector<CriteriaChange> measures;  ///< by id; the same; positions in the set's measures
  std::vector<CriteriaChange>
      data_tables;  ///< by number and title as far as they agree; parts: the rows

  [[nodiscard]] bool is_empty() const;
};

/// Compares fields, values and expressions by name and as they are written, so that the sets need
/// not be of one run.
[[nodiscard]] CriteriaDiff diff_criteria(const SetView& before, const SetView& after);

/// False if no indicator has the same name and words in both: numbers such as 1.1.2 say nothing, as
/// every circular has them.
[[nodiscard]] bool have_common_indicator(const CriteriaSet& before, const CriteriaSet& after);

/// The parts of a standard and of a criterion, as positions of a CriteriaChange count them.
[[nodiscard]] inline std::span<const Criterion> criteria_of(const CriteriaSet& set,
                                                            const Standard& standard) {
  return std::span(set.criteria).subspan(standard.first_criterion, standard.criterion_count);
}
[[nodiscard]] inline std::span<const Indicator> indicators_of(const CriteriaSet& set,
                                                              const Criterion& criterion) {
  return std::span(set.indicators).subspan(criterion.first_indicator, criterion.indicator_count);
}

// Which things of one list stand for which of another: for comparing two versions of something.

struct MatchedParts {
  std::optional<uint32_t> before;
  std::optional<uint32_t> after;
  bool operator==(const MatchedParts&) const = default;
};

/// For each thing of a list its partner in another, found by a first likeness, or, among what is
/// left over, by a later one; of several alike the first.
template <typename T, typename... Likeness>
[[nodiscard]] std::vector<std::optional<uint32_t>> partners_of(std::span<const T> list,
                                                               std::span<const T> others,
                                                               const Likeness&... alike) {
  std::vector<std::optional<uint32_t>> partners(list.size());
  std::vector<bool> is_taken(others.size());
  const auto pair_up = [&](const auto& is_alike) {
    for (size_t i = 0; i < list.size(); ++i)
      for (size_t k = 0; k < others.size() && !partners[i]; ++k)
        if (!is_taken[k] && is_alike(others[k], list[i])) {
          partners[i] = static_cast<uint32_t>(k);
          is_taken[k] = true;
        }
  };
  (pair_up(alike), ...);
  return partners;
}

/// Everything in both lists once, in the order of the later one; what only the earlier one has
/// stands behind what it stands behind there.
template <typename T, typename... Likeness>
[[nodiscard]] std::vector<MatchedParts> match_parts(std::span<const T> before,
                                                    std::span<const T> after,
                                                    const Likeness&... alike) {
  const std::vector<std::optional<uint32_t>> partners = partners_of(after, before, alike...);
  std::vector<bool> is_kept(before.size());
  for (const std::optional<uint32_t>& partner : partners)
    if (partner) is_kept[*partner] = true;
  std::vector<MatchedParts> parts;
  const auto add_removed = [&](uint32_t from) {
    for (uint32_t k = from; k < before.size() && !is_kept[k]; ++k) parts.push_back({k, {}});
  };
  add_removed(0);
  for (uint32_t i = 0; i < after.size(); ++i) {
    parts.push_back({partners[i], i});
    if (partners[i]) add_removed(*partners[i] + 1);
  }
  return parts;
}

// The pieces of diff_criteria(): how two things are compared, and the parts it is made of.

/// Aspects with whether both things are the same in them.
using Compared = std::initializer_list<std::pair<Aspect, bool>>;
/// Those in which they differ.
[[nodiscard]] std::vector<Aspect> differing(Compared aspects);

/// True if both are written with the same words, however they are spaced.
[[nodiscard]] bool is_alike(const Expression& a, const Expression& b);
[[nodiscard]] bool is_alike(const std::optional<Expression>& a, const std::optional<Expression>& b);

/// True if both give the same value: also the formulas of the measures they name are the same.
[[nodiscard]] bool is_same_calculation(const SetView& before, const Expression& a,
                                       const SetView& after, const Expression& b);

[[nodiscard]] bool is_same_unit(const Unit& a, const Unit& b);

/// True if something is the same, or both have it from the thing above them.
template <typename T>
bool is_same_own(const T& a, const T& above_a, const T& b, const T& above_b) {
  return a == b || (a == above_a && b == above_b);
}

template <typename T>
bool has_same_id(const T& a, const T& b) {
  return a.id == b.id;
}
template <typename T>
bool has_same_title(const T& a, const T& b) {
  return a.title == b.title;
}

/// Compares the parts of two things, one of which may be missing, with `compare`, and keeps those
/// that differ.
template <typename T, typename Compare, typename... Likeness>
std::vector<CriteriaChange> changes(std::span<const T> before, std::span<const T> after,
                                    const Compare& compare, const Likeness&... alike) {
  static const T kNothing{};
  std::vector<CriteriaChange> found;
  for (const MatchedParts& match : match_parts(before, after, alike...)) {
    CriteriaChange change = compare(match.before ? before[*match.before] : kNothing,
                                    match.after ? after[*match.after] : kNothing);
    change.before = match.before;
    change.after = match.after;
    if (!change.is_in_both()) change.aspects.clear();
    if (!change.is_in_both() || !change.aspects.empty() || !change.parts.empty())
      found.push_back(std::move(change));
  }
  return found;
}
template <typename T, typename Compare, typename... Likeness>
std::vector<CriteriaChange> changes(const std::vector<T>& before, const std::vector<T>& after,
                                    const Compare& compare, const Likeness&... alike) {
  return changes(std::span<const T>(before), std::span<const T>(after), compare, alike...);
}

/// True if what both lists have stands in the same order.
template <typename T, typename... Likeness>
bool is_same_order(const std::vector<T>& before, const std::vector<T>& after,
                   const Likeness&... alike) {
  auto partners = partners_of(std::span<const T>(after), std::span<const T>(before), alike...);
  std::erase(partners, std::nullopt);
  return std::ranges::is_sorted(partners);
}

[[nodiscard]] std::vector<CriteriaChange> diff_fields(const SetView& before, const SetView& after);
[[nodiscard]] std::vector<CriteriaChange> diff_measures(const SetView& before,
                                                        const SetView& after);
[[nodiscard]] std::vector<CriteriaChange> diff_data_tables(const SetView& before,
                                                           const SetView& after);

}  // namespace kdcl

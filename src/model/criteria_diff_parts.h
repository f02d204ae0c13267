// The pieces of diff_criteria(): how two things are compared, and the parts it is made of.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <ranges>
#include <span>
#include <utility>
#include <vector>

#include "model/criteria_diff.h"
#include "model/matched_parts.h"

namespace kdcl {

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

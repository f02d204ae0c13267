#include "model/summary.h"

#include <algorithm>

namespace kdcl {
namespace {

/// Adds figure by figure; an empty list stands for zeros.
void add_all(std::vector<uint64_t>& sums, const std::vector<uint64_t>& others) {
  if (sums.size() < others.size()) sums.resize(others.size(), 0);
  for (size_t i = 0; i < others.size(); ++i) sums[i] += others[i];
}

template <typename Sums>
void add_by_name(std::map<std::string, Sums>& sums, const std::map<std::string, Sums>& others) {
  for (const auto& [name, other] : others) sums[name] += other;
}

}  // namespace

Ownership ownership_of(std::string_view id) {
  if (id.empty()) return Ownership::unknown;
  return id == "cong_lap" ? Ownership::state : Ownership::other;
}

namespace {
constexpr std::array<std::string_view, 3> kOwnershipNames = {"public", "non_public", "unknown"};
}

std::string_view ownership_name(Ownership ownership) {
  return kOwnershipNames[static_cast<size_t>(ownership)];
}

std::optional<Ownership> find_ownership(std::string_view name) {
  for (size_t i = 0; i < kOwnershipNames.size(); ++i)
    if (kOwnershipNames[i] == name) return static_cast<Ownership>(i);
  return {};
}

std::string_view school_count_name(SchoolCount count) {
  static constexpr std::array<std::string_view, kSchoolCounts> kNames = {"schools",
                                                                         "self_assessed",
                                                                         "externally_assessed",
                                                                         "national",
                                                                         "decision_base",
                                                                         "decided_1",
                                                                         "decided_2",
                                                                         "expired",
                                                                         "undated",
                                                                         "misdated",
                                                                         "no_decision_data",
                                                                         "recognized_new",
                                                                         "recognized_again",
                                                                         "recognized_unclear",
                                                                         "expiring",
                                                                         "not_carried",
                                                                         "carried_in_doubt",
                                                                         "may_be_higher",
                                                                         "near_1",
                                                                         "near_2",
                                                                         "near_3",
                                                                         "with_missing",
                                                                         "with_contradictions",
                                                                         "with_unverified",
                                                                         "certified_1",
                                                                         "certified_2",
                                                                         "certified_3",
                                                                         "certified_4",
                                                                         "certified_expired",
                                                                         "certified_undated",
                                                                         "certified_misdated",
                                                                         "not_received"};
  return kNames[static_cast<size_t>(count)];
}

std::string_view fact_name(Fact fact) {
  static constexpr std::array<std::string_view, kFacts> kNames = {
      "assessment", "recognized_level", "recognized_before", "accreditation_level"};
  return kNames[static_cast<size_t>(fact)];
}

std::vector<AwardTitle> award_titles(const Run& run) {
  std::vector<AwardTitle> titles;
  for (const CriteriaSet& set : run.sets)
    for (const AwardFamily& family : set.award_families)
      for (const Award& award : family.awards)
        if (std::none_of(titles.begin(), titles.end(), [&](const AwardTitle& known) {
              return known.family == family.id && known.title == award.title;
            }))
          titles.push_back({family.id, award.title});
  return titles;
}

SchoolSums& SchoolSums::operator+=(const SchoolSums& other) {
  for (size_t i = 0; i < kSchoolCounts; ++i) counts[i] += other.counts[i];
  add_all(awards, other.awards);
  return *this;
}

SetSums::SetSums(const CriteriaSet& set)
    : kept(set.indicators.size()),
      only(kept),
      kept_by_standard(set.standards.size()),
      missing(kept),
      contradicted(kept),
      unverified(kept),
      doubtful(kept),
      in_doubt(kept),
      reached(set.criteria.size() * (set.levels.size() + 1)) {}

SetSums& SetSums::operator+=(const SetSums& other) {
  rows += other.rows;
  at_top += other.at_top;
  add_all(kept, other.kept);
  add_all(only, other.only);
  add_all(kept_by_standard, other.kept_by_standard);
  add_all(missing, other.missing);
  add_all(contradicted, other.contradicted);
  add_all(unverified, other.unverified);
  add_all(doubtful, other.doubtful);
  add_all(in_doubt, other.in_doubt);
  add_all(reached, other.reached);
  return *this;
}

PlaceSums& PlaceSums::operator+=(const PlaceSums& other) {
  rows += other.rows;
  add_all(kept, other.kept);
  return *this;
}

SchoolSums Summary::total() const {
  SchoolSums sum;
  for (const auto& [group, sums] : groups) sum += sums;
  return sum;
}

void add_part(Summary& sum, const Summary& part) {
  if (part.first != kNoDate)
    sum.first = sum.first == kNoDate ? part.first : std::min(sum.first, part.first);
  sum.last = std::max(sum.last, part.last);  // kNoDate is the lowest
  sum.rows += part.rows;
  sum.later += part.later;
  sum.outside += part.outside;
  sum.older += part.older;
  sum.only_later += part.only_later;
  sum.unlisted += part.unlisted;
  sum.left_out += part.left_out;
  if (sum.received.size() < part.received.size()) sum.received.resize(part.received.size());
  for (size_t i = 0; i < part.received.size(); ++i)
    if (part.received[i]) sum.received[i] = true;
  sum.listed += part.listed;
  for (size_t i = 0; i < kFacts; ++i) sum.carried[i] |= part.carried[i];
  for (const auto& [group, sums] : part.groups) sum.groups[group] += sums;
  for (size_t i = 0; i < part.sets.size(); ++i) add_by_name(sum.sets[i], part.sets[i]);
  for (size_t i = 0; i < part.places.size(); ++i) add_by_name(sum.places[i], part.places[i]);
  for (const auto& [year, levels] : part.expiries)
    for (size_t i = 0; i < levels.size(); ++i) sum.expiries[year][i] += levels[i];
  for (size_t i = 0; i < part.targets.size(); ++i)
    for (size_t line = 0; line < part.targets[i].size(); ++line)
      sum.targets[i][line] += part.targets[i][line];
  sum.trends += part.trends;
}

std::vector<size_t> sets_scored(const Summary& summary) {
  std::vector<size_t> scored;
  const auto& years = summary.trends.years;
  for (size_t set = 0; set < summary.sets.size(); ++set)
    if (!summary.sets[set].empty() ||
        std::any_of(years.begin(), years.end(),
                    [set](const auto& year) { return year.second.contains(set); }))
      scored.push_back(set);
  return scored;
}

}  // namespace kdcl

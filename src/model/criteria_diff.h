// What differs between two criteria sets, without words for people: a tree of what was added,
// removed or changed, down to the exceptions of a threshold. Shown by `kdcl criteria diff`; names
// the causes where schools are compared under two sets.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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

}  // namespace kdcl

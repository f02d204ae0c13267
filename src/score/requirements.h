// The figures: from columns of data to the outcome R of every indicator's requirements.
#pragma once

#include <span>
#include <vector>

#include "model/evaluate.h"
#include "model/score.h"
#include "score/plan.h"

namespace kdcl {

/// R of an indicator. The order is that of `and`: the largest of several requirements is their
/// outcome.
enum class Outcome : uint8_t { none, met, unknown, not_met };

/// The outcomes for the rows of one set, as bits of the whole table.
struct OutcomeBits {
  BitRows none;  ///< judgement alone decides; other indicators have no bit anywhere
  BitRows met, unknown, not_met;
  BitRows not_applicable;  ///< a `where` of the indicator or its criterion is false
};

/// Conditions and figures of a plan, worked out for chosen rows.
class RequirementColumns {
 public:
  RequirementColumns(const SetPlan& plan, const SchoolTable& table, std::span<const uint32_t> rows);

  /// Sets the outcome bits of the rows.
  void mark(OutcomeBits& bits) const;

  /// The figures of every indicator for row `rows[index]`: nothing where none is shown.
  [[nodiscard]] SchoolFigures figures(size_t index) const;

 private:
  struct Threshold {
    double required = kUnknown;
    int32_t exception = -1;
  };

  [[nodiscard]] Truth where(const IndicatorPlan& indicator, size_t index) const;
  /// Raises each row's outcome to that of one more requirement.
  void raise(const RequirementPlan& plan, std::vector<Outcome>& outcomes) const;
  [[nodiscard]] Outcome outcome(const RequirementPlan& requirement, size_t index) const;
  /// `meets(literal)`: how the row's figure compares with a literal.
  template <typename Meets>
  [[nodiscard]] Outcome outcome_with(const RequirementPlan& requirement, size_t index,
                                     Meets meets) const;
  [[nodiscard]] Threshold threshold(const RequirementPlan& requirement, size_t index) const;
  [[nodiscard]] std::optional<Figure> figure(const IndicatorPlan& indicator, size_t index) const;

  const SetPlan& plan_;
  const SchoolTable& table_;
  std::span<const uint32_t> rows_;
  Evaluator evaluator_;
  std::vector<std::vector<Truth>> conditions_;
  std::vector<FigureColumn> figures_;
};

}  // namespace kdcl

#include "score/sensitivity.h"

#include <algorithm>

#include "model/evaluate.h"

namespace kdcl {
namespace {

/// The requirements of an indicator, each with its fields that may be rounded.
struct RoundedIndicator {
  const IndicatorPlan* plan = nullptr;
  std::vector<std::vector<uint32_t>> fields{};
};

/// The indicators with such a field.
std::vector<RoundedIndicator> find_indicators(const SetPlan& plan, std::span<const Field> fields) {
  std::vector<RoundedIndicator> found;
  for (const IndicatorPlan& indicator : plan.indicators) {
    RoundedIndicator one{&indicator, {}};
    bool is_rounded = false;
    for (const RequirementPlan& requirement : indicator.requirements) {
      one.fields.push_back(rounded_fields(requirement.requirement->figure, fields));
      is_rounded |= !one.fields.back().empty();
    }
    if (is_rounded) found.push_back(std::move(one));
  }
  return found;
}

class RoundingSearch {
 public:
  RoundingSearch(std::span<const Field> fields, const SchoolTable& table,
                 std::span<const uint32_t> rows, const RequirementColumns& columns)
      : fields_(fields), table_(table), rows_(rows), columns_(columns) {}

  /// Nothing if the outcome of the indicator stays as it is.
  [[nodiscard]] std::optional<RoundedOutcome> find(const RoundedIndicator& indicator,
                                                   size_t index) const {
    if (columns_.where(*indicator.plan, index) != Truth::yes) return {};
    RoundedOutcome found{.row = rows_[index]};
    Outcome now = Outcome::none;
    bool is_shown = false;
    for (size_t i = 0; i < indicator.fields.size(); ++i) {
      const RequirementPlan& requirement = indicator.plan->requirements[i];
      const Outcome own = columns_.outcome(requirement, index);
      const auto range = range_of(requirement, indicator.fields[i], index);
      const Outcome best = range ? outcome(requirement, index, *range, true) : own;
      const Outcome worst = range ? outcome(requirement, index, *range, false) : own;
      if (!is_shown && (best != own || worst != own)) {
        is_shown = true;
        found.verdict = show(requirement, index, *range);
        found.verdict.requirement = static_cast<uint32_t>(i);
      }
      now = std::max(now, own);
      found.best = std::max(found.best, best);
      found.worst = std::max(found.worst, worst);
    }
    found.verdict.indicator = indicator.plan->indicator;
    if (found.best == now && found.worst == now) return {};
    return found;
  }

 private:
  [[nodiscard]] std::optional<FigureRange> range_of(const RequirementPlan& requirement,
                                                    const std::vector<uint32_t>& rounded,
                                                    size_t index) const {
    if (rounded.empty()) return {};
    return find_range(requirement.requirement->figure, rounded, fields_, table_, rows_[index]);
  }

  [[nodiscard]] Outcome outcome(const RequirementPlan& requirement, size_t index,
                                const FigureRange& range, bool at_best) const {
    const Comparison comparison = requirement.requirement->comparison;
    return columns_.outcome_with(requirement, index, [&](double literal) {
      return at_best ? range.may_compare(comparison, literal)
                     : range.must_compare(comparison, literal);
    });
  }

  [[nodiscard]] SensitiveVerdict show(const RequirementPlan& requirement, size_t index,
                                      const FigureRange& range) const {
    SensitiveVerdict shown;
    shown.found = columns_.found(requirement, index);
    shown.required = columns_.threshold(requirement, index).required;
    shown.low = range.low();
    shown.high = range.high();
    return shown;
  }

  std::span<const Field> fields_;
  const SchoolTable& table_;
  std::span<const uint32_t> rows_;
  const RequirementColumns& columns_;
};

}  // namespace

std::vector<RoundedOutcome> find_rounded(const SetPlan& plan, std::span<const Field> fields,
                                         const SchoolTable& table, std::span<const uint32_t> rows,
                                         const RequirementColumns& columns) {
  const std::vector<RoundedIndicator> indicators = find_indicators(plan, fields);
  const RoundingSearch search(fields, table, rows, columns);
  std::vector<RoundedOutcome> found;
  for (size_t i = 0; i < rows.size(); ++i)
    for (const RoundedIndicator& indicator : indicators)
      if (std::optional<RoundedOutcome> one = search.find(indicator, i))
        found.push_back(std::move(*one));
  return found;
}

}  // namespace kdcl

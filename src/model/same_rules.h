// Whether two indicators are decided alike, whatever their words, and where they are not. All are
// of one run, so that their expressions name the same fields.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/criteria.h"

namespace kdcl {

/// True if the same conditions and figures decide the indicators.
[[nodiscard]] bool is_decided_alike(const Indicator& before, const Criterion& criterion_before,
                                    const Indicator& after, const Criterion& criterion_after);

/// A requirement of which the other side has something not, or not so.
struct OwnRequirement {
  const Requirement* requirement = nullptr;
  std::vector<const Exception*> exceptions{};
};

/// What decides an indicator on one side and not on the other.
struct OwnRules {
  std::vector<const Expression*> wheres{};  ///< of the criterion and of the indicator
  std::vector<OwnRequirement> requirements{};
};

struct RuleChange {
  OwnRules before, after;

  /// True where only the set whose level is asked for comes to it otherwise.
  [[nodiscard]] bool is_empty() const {
    return before.wheres.empty() && before.requirements.empty() && after.wheres.empty() &&
           after.requirements.empty();
  }
};

/// Of an indicator in both sets: the requirements that one of them does not have, with all their
/// exceptions.
[[nodiscard]] RuleChange changed_requirements(const CriteriaSet& before, const CriteriaSet& after,
                                              std::string_view indicator);
/// The same of one whose requirements differ only in exceptions: only those that one set does not
/// have, or all where only their order differs.
[[nodiscard]] RuleChange changed_exceptions(const CriteriaSet& before, const CriteriaSet& after,
                                            std::string_view indicator);

// The expressions that decide an indicator.

/// Calls `use` with every condition, figure and exception that decides the indicator, the condition
/// of its criterion among them.
template <typename Use>
void for_each_deciding(const CriteriaSet& set, const Indicator& indicator, Use use) {
  const auto use_if = [&use](const std::optional<Expression>& expression) {
    if (expression) use(*expression);
  };
  use_if(set.criteria[indicator.criterion].where);
  use_if(indicator.where);
  for (const Requirement& requirement : indicator.requirements) {
    use(requirement.figure);
    use_if(requirement.where);
    for (const Exception& exception : requirement.exceptions) use(exception.where);
  }
}

}  // namespace kdcl

// The expressions that decide an indicator.
#pragma once

#include <optional>

#include "model/criteria.h"

namespace kdcl {

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

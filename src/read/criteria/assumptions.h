// What is said of a wrong assumption (--set).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/language.h"
#include "model/criteria.h"
#include "model/run.h"
#include "read/yaml/yaml.h"

namespace kdcl::message {

inline constexpr Message kAssumedBecause{"giả định: {0}", "what if: {0}"};
}  // namespace kdcl::message

namespace kdcl {

// A statement of --set cut into its parts: `[SET] indicator NAME [MEASURE] OP VALUE [where EXPR]`.
// What the parts mean is for read/assumptions.

/// A piece of a statement and where it starts; columns count characters from 1.
struct StatementPart {
  std::string text{};
  uint32_t column = 1;
};

struct AssumptionText {
  std::string statement;  ///< trimmed, in composed form
  uint64_t number = 1;    ///< which --set it is; the line of its places
  StatementPart set{};    ///< empty if none is named
  StatementPart indicator{};
  StatementPart measure{};  ///< empty if none is named
  StatementPart sign{};     ///< the operator as written
  Comparison comparison = Comparison::at_least;
  YamlNode value{};  ///< a map of the operator to the value, read like one of a criteria file
  std::optional<StatementPart> where{};

  [[nodiscard]] Location place(const StatementPart& part) const {
    return {"--set", number, part.column};
  }
};

/// Nothing, and an error that shows the form, if a part is missing or out of place.
[[nodiscard]] std::optional<AssumptionText> read_assumption_text(std::string_view typed,
                                                                 uint64_t number,
                                                                 Diagnostics& diagnostics);

// Which requirements of a run a statement of --set is about.

/// A requirement of one of the run's sets.
struct RequirementPlace {
  size_t set = 0;
  uint32_t indicator = 0;
  uint32_t requirement = 0;

  bool operator==(const RequirementPlace&) const = default;

  [[nodiscard]] const Indicator& indicator_in(const Run& run) const {
    return run.sets[set].indicators[indicator];
  }
  [[nodiscard]] const Requirement& in(const Run& run) const {
    return indicator_in(run).requirements[requirement];
  }
};

/// The requirements with the statement's indicator, measure and operator, in the order of the sets.
/// None, and an error, if there is none or if the statement leaves open which measure it means.
[[nodiscard]] std::vector<RequirementPlace> find_places(const AssumptionText& text, const Run& run,
                                                        Diagnostics& diagnostics);

// Puts what is assumed on the command line (--set) into the sets of a run, as if the criteria said
// so (docs/scoring.md, "What if").

/// Changes the thresholds that the statements name, and adds to `run.assumptions` what was changed,
/// in the order of the statements. A statement with a condition becomes an exception before all
/// others, one without takes the place of the value and of all exceptions; of several conditions
/// that hold the first statement's counts. Faults are at "--set", the line being the number of the
/// statement: wrong form, nothing that the statement could change, or several things that differ,
/// two statements for the same place. With any fault the sets stay as they are. A threshold that
/// asks more than that of a higher level is a warning.
void take_assumptions(const std::vector<std::string>& statements, Run& run,
                      Diagnostics& diagnostics);

}  // namespace kdcl

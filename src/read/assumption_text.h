// A statement of --set cut into its parts: `[SET] indicator NAME [MEASURE] OP VALUE [where EXPR]`.
// What the parts mean is for read/assumptions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/criteria.h"
#include "read/yaml.h"

namespace kdcl {

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

}  // namespace kdcl

// Codes of evidence: how they are compared and printed, and the criterion they speak of.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/criteria.h"

namespace kdcl {

/// What two spellings of one code have in common: capitals, without brackets around it, the
/// criterion unpadded ("H1-1.01-02" is "H1-1.1-02").
[[nodiscard]] std::string bare_code(std::string_view written);

/// The code as the set writes it: in the brackets of its pattern, or bare if that has none.
[[nodiscard]] std::string printed_code(const CriteriaSet& set, std::string_view written);

/// The criterion whose id stands in the code between other signs than digits; of several the
/// longest. Nothing if there is none.
[[nodiscard]] std::optional<uint32_t> criterion_of_code(const CriteriaSet& set,
                                                        std::string_view written);

}  // namespace kdcl

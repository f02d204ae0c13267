// Criteria sets as compact bytes: how the shipped sets are kept inside the program, so that nothing
// is parsed at start. Both directions share one description of the structs; the bytes are made and
// read by the same build only, and have no version.
#pragma once

#include <string>
#include <string_view>

#include "model/criteria.h"

namespace kdcl {

[[nodiscard]] std::string pack_criteria(const CriteriaSet& set);

/// `bytes` come from pack_criteria of this build.
[[nodiscard]] CriteriaSet unpack_criteria(std::string_view bytes);

}  // namespace kdcl

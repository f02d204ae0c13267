// A place as faults are printed with it.
#pragma once

#include <string>

#include "base/location.h"

namespace kdcl {

/// "file:line:column", or the cell of a workbook.
[[nodiscard]] std::string place_text(const Location& where);

}  // namespace kdcl

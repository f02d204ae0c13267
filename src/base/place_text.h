// A place as faults are printed with it.
#pragma once

#include <string>

#include "base/location.h"

namespace kdcl {

/// "file:line:column", or the cell of a workbook.
[[nodiscard]] std::string place_text(const Location& where);

/// The same without the column: "file:line", or "truong.xlsx:Trường!14".
[[nodiscard]] std::string line_text(const Location& where);

}  // namespace kdcl

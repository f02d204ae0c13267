// Why a workbook could not be written, in the languages of the program.
#pragma once

#include <xlsxwriter.h>

#include "base/language.h"

namespace kdcl {

/// The reason that an error of libxlsxwriter stands for.
[[nodiscard]] LocalText workbook_fault(lxw_error error);

}  // namespace kdcl

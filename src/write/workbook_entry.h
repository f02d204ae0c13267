// Forms as workbooks: drop-downs, checks and notes at every cell that is to be filled in, all
// others locked without a password.
#pragma once

#include <string>

#include "base/language.h"
#include "model/entry_form.h"

namespace kdcl {

/// As write_workbook() writes a report.
[[nodiscard]] bool write_entry_workbook(const EntryForm& form, const std::string& path,
                                        LocalText& fault);

}  // namespace kdcl

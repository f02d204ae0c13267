// Reports as Excel workbooks that look like what an officer makes by hand (design: "Workbooks").
#pragma once

#include <string>

#include "base/language.h"
#include "model/entry_form.h"
#include "model/report.h"

namespace kdcl {

/// Writes the report to a new file at `path`, a temporary name that the caller renames. False, and
/// a reason in `fault`, if it could not be written whole; the file may then be there in part. The
/// same report gives the same bytes, whatever the threads (0: those of the machine).
[[nodiscard]] bool write_workbook(const Report& report, const std::string& path, unsigned threads,
                                  LocalText& fault);

// Forms as workbooks: drop-downs, checks and notes at every cell that is to be filled in, all
// others locked without a password.

/// As write_workbook() writes a report.
[[nodiscard]] bool write_entry_workbook(const EntryForm& form, const std::string& path,
                                        LocalText& fault);

}  // namespace kdcl

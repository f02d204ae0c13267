// Where the criteria files of a command find what they name: beside themselves, among each other,
// and inside the program.
#pragma once

#include <string>
#include <vector>

#include "command/options.h"
#include "model/report.h"
#include "read/criteria/criteria.h"

namespace kdcl {

/// Sets are found by id among `files`, then among the shipped ones; files of `uses` beside the file
/// that names them, those of shipped sets inside the program. The names of all files opened are
/// added to `opened`, which must outlive the library.
[[nodiscard]] CriteriaLibrary library_of(std::vector<std::string> files,
                                         std::vector<std::string>& opened);

// How `kdcl criteria` writes: a report as text or workbook, or a ready text.

/// `inputs`: the files that were read. Both return an ExitCode.
[[nodiscard]] int print_text(const SharedOptions& options, const std::vector<std::string>& inputs,
                             Language language, const std::string& text);
[[nodiscard]] int print_report(const SharedOptions& options, const std::vector<std::string>& inputs,
                               OutputFormat format, Report report);

}  // namespace kdcl

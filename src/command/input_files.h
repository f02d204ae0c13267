// The files that a command line names: a folder stands for the tables in it.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"

namespace kdcl {

/// The files of school data that names stand for: for a folder those in it whose names end in
/// .xlsx, .xlsm, .csv, .yaml or .yml, by name and without those of its own folders. Warnings: files
/// that Excel leaves (`~$...`), which are passed over, and other tables in a folder. Errors: a
/// folder without data, nothing but what Excel left. What comes back stays as it is when it goes in
/// again.
[[nodiscard]] std::vector<std::string> input_files(const std::vector<std::string>& named,
                                                   Diagnostics& diagnostics);

}  // namespace kdcl

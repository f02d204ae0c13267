// Where the criteria files of a command find what they name: beside themselves, among each other,
// and inside the program.
#pragma once

#include <string>
#include <vector>

#include "read/criteria.h"

namespace kdcl {

/// Sets are found by id among `files`, then among the shipped ones; files of `uses` beside the file
/// that names them, those of shipped sets inside the program. The names of all files opened are
/// added to `opened`, which must outlive the library.
[[nodiscard]] CriteriaLibrary library_of(std::vector<std::string> files,
                                         std::vector<std::string>& opened);

}  // namespace kdcl

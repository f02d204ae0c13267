// The files of a folder of reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace kdcl {

/// A file's name, without its ending, from a school's id: letters and digits of ASCII, "-", "_" and
/// "." stay, each other letter becomes "_"; nothing that Windows keeps for itself.
[[nodiscard]] std::string report_name(std::string_view school_id);

/// The paths of the reports in the folder, in order. Errors if two ids give one name, whatever its
/// case, or if a path is one of the inputs.
[[nodiscard]] std::vector<std::string> report_paths(const std::string& folder,
                                                    const std::vector<std::string>& ids,
                                                    std::string_view ending,
                                                    const std::vector<std::string>& inputs,
                                                    Diagnostics& diagnostics);

/// Makes the folder if there is none. False, with an error, if it can't, if it is a file, or if it
/// holds anything and `force` does not say that this may be so.
[[nodiscard]] bool prepare_folder(const std::string& folder, bool force, Diagnostics& diagnostics);

}  // namespace kdcl

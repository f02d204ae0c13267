// How `kdcl criteria` writes: a report as text or workbook, or a ready text.
#pragma once

#include <string>
#include <vector>

#include "command/options.h"
#include "model/report.h"

namespace kdcl {

/// `inputs`: the files that were read. Both return an ExitCode.
[[nodiscard]] int print_text(const SharedOptions& options, const std::vector<std::string>& inputs,
                             Language language, const std::string& text);
[[nodiscard]] int print_report(const SharedOptions& options, const std::vector<std::string>& inputs,
                               OutputFormat format, Report report);

}  // namespace kdcl

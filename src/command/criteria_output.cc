#include "command/criteria_output.h"

#include <unistd.h>

#include "command/output.h"
#include "write/plain_text.h"

namespace kdcl {

int print_text(const SharedOptions& options, const std::vector<std::string>& inputs,
               Language language, const std::string& text) {
  Output output(options.output, language);
  if (const ExitCode code = output.open(inputs); code != kDone) return code;
  return output.write(text) && output.finish() ? kDone : kInternalError;
}

int print_report(const SharedOptions& options, const std::vector<std::string>& inputs,
                 OutputFormat format, Report report) {
  if (format != OutputFormat::xlsx) {
    const TextLayout layout{terminal_width(),
                            options.output.empty() && wants_color(options.color, STDOUT_FILENO)};
    return print_text(options, inputs, report.language, write_plain_text(report, layout));
  }
  Diagnostics diagnostics(report.language);
  report.created = source_date(diagnostics).value_or(report.created);
  if (diagnostics.has_errors()) {
    print_faults(diagnostics, options);
    return kInputError;
  }
  Output output(options.output, report.language);
  if (const ExitCode code = output.open(inputs); code != kDone) return code;
  return output.write_book(report, 1) && output.finish() ? kDone : kInternalError;
}

}  // namespace kdcl

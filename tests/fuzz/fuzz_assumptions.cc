// libFuzzer entry: any text as what is assumed on the command line, a statement a line. With faults
// the run stays as it is; without, every statement changed something.
#include "fuzz_schools.h"
#include "read/criteria/assumptions.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const kdcl::Run small = kdcl::fuzz::small_run();
  kdcl::Run run = small;
  std::vector<std::string> statements;
  std::string_view text(reinterpret_cast<const char*>(data), size);
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    statements.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  kdcl::Diagnostics diagnostics(size % 2 == 0 ? kdcl::Language::vi : kdcl::Language::en);
  kdcl::take_assumptions(statements, run, diagnostics);
  if (diagnostics.has_errors() && !run.assumptions.empty()) std::abort();
  if (!diagnostics.has_errors() && run.assumptions.size() < statements.size()) std::abort();
  (void)kdcl::format_diagnostics(diagnostics, false);
  return 0;
}

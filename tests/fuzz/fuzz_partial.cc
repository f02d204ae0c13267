// libFuzzer entry: any bytes as sums of a summary. What is read is written to bytes that read back
// to the same.
#include "fuzz_schools.h"
#include "read/small/partial.h"
#include "write/partial.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const kdcl::Run run = kdcl::fuzz::small_run();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  kdcl::Diagnostics diagnostics(size % 2 == 0 ? kdcl::Language::vi : kdcl::Language::en);
  static const std::vector<kdcl::Target> no_targets;
  kdcl::PartialReader reader(run, no_targets);
  const auto partial = reader.read("a.kdcl", bytes, diagnostics);
  if (partial.has_value() == diagnostics.has_errors()) __builtin_trap();
  (void)kdcl::format_diagnostics(diagnostics, false);
  if (!partial) return 0;
  const std::string written = kdcl::write_partial(run, *partial);
  const auto again = reader.read("a.kdcl", written, diagnostics);
  if (!again || kdcl::write_partial(run, *again) != written) __builtin_trap();
  return 0;
}

// libFuzzer entry: any bytes as a targets file.
#include <cstddef>
#include <cstdint>

#include "read/small/targets.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  kdcl::Run run;
  run.fields.resize(1);
  run.fields[0].id = "pupils";
  kdcl::Diagnostics diagnostics(size % 2 == 0 ? kdcl::Language::vi : kdcl::Language::en);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto targets = kdcl::read_targets("targets.yaml", bytes, run, diagnostics);
  if (targets.has_value() == diagnostics.has_errors()) __builtin_trap();
  if (targets)
    for (const kdcl::Target& target : *targets)
      if (target.lines.empty() || target.count.nodes.empty()) __builtin_trap();
  (void)kdcl::format_diagnostics(diagnostics, false);
  return 0;
}

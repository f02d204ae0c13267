// libFuzzer entry: any bytes as a criteria set, which also uses itself as its file of fields.
#include <cstddef>
#include <cstdint>

#include "read/criteria.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  kdcl::Diagnostics diagnostics(size % 2 == 0 ? kdcl::Language::vi : kdcl::Language::en);
  const auto read_used = [&](const std::string& name, std::string&) {
    return name == "none.yaml" ? std::nullopt : std::optional<std::string>(bytes);
  };
  const auto set = kdcl::read_criteria("set.yaml", bytes, read_used, diagnostics);
  // A set comes back exactly when nothing is wrong with it.
  if (set.has_value() == diagnostics.has_errors()) __builtin_trap();
  if (set) kdcl::check_sets({*set, *set}, diagnostics);
  (void)kdcl::format_diagnostics(diagnostics, false);
  return 0;
}

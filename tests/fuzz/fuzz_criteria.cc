// libFuzzer entry: any bytes as a criteria set, which also uses itself as its file of fields, and
// finds itself and a small set to amend.
#include <cstddef>
#include <cstdint>

#include "fuzz_schools.h"
#include "read/criteria/criteria.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  kdcl::Diagnostics diagnostics(size % 2 == 0 ? kdcl::Language::vi : kdcl::Language::en);
  kdcl::CriteriaLibrary library;
  library.used = [&](const std::string& name, const std::string&, std::string&) {
    return name == "none.yaml" ? std::nullopt : std::optional<std::string>(bytes);
  };
  library.find = [&](const std::string& id) -> std::optional<kdcl::CriteriaLibrary::File> {
    if (id == "thu") return kdcl::CriteriaLibrary::File{"thu.yaml", std::string(kdcl::fuzz::kSet)};
    if (id != kdcl::id_of_criteria(bytes)) return {};
    return kdcl::CriteriaLibrary::File{"self.yaml", bytes};
  };
  library.ids = {"thu", "self"};
  const auto set = kdcl::read_criteria("set.yaml", bytes, library, diagnostics);
  // A set comes back exactly when nothing is wrong with it.
  if (set.has_value() == diagnostics.has_errors()) __builtin_trap();
  if (set) kdcl::check_sets({*set, *set}, diagnostics);
  (void)kdcl::format_diagnostics(diagnostics, false);
  return 0;
}

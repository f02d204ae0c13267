// libFuzzer entry: any bytes as a letterhead file.
#include <cstddef>
#include <cstdint>

#include "read/small/letterhead.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  kdcl::Diagnostics diagnostics(size % 2 == 0 ? kdcl::Language::vi : kdcl::Language::en);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto letterhead = kdcl::read_letterhead("letterhead.yaml", bytes, diagnostics);
  if (letterhead.has_value() == diagnostics.has_errors()) __builtin_trap();
  if (letterhead && letterhead->left.size() > kdcl::kMostHeadingLines) __builtin_trap();
  (void)kdcl::format_diagnostics(diagnostics, false);
  return 0;
}

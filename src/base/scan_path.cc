#include "base/scan_path.h"

#include <array>
#include <cstdlib>
#include <utility>

namespace kdcl {
namespace {

constexpr std::array<std::pair<std::string_view, ScanPath>, 3> kNames = {
    {{"portable", ScanPath::portable}, {"avx2", ScanPath::avx2}, {"avx512", ScanPath::avx512}}};

ScanPath chosen_path() {
  const char* typed = std::getenv("KDCL_SIMD");
  if (const auto path = scan_path_named(typed != nullptr ? typed : ""); path && can_take(*path))
    return *path;
  if (can_take(ScanPath::avx512)) return ScanPath::avx512;
  return can_take(ScanPath::avx2) ? ScanPath::avx2 : ScanPath::portable;
}

}  // namespace

std::optional<ScanPath> scan_path_named(std::string_view name) {
  for (const auto& [known, path] : kNames)
    if (known == name) return path;
  return {};
}

bool can_take(ScanPath path) {
  switch (path) {
    case ScanPath::portable: return true;
    case ScanPath::avx2: return has_avx2();
    case ScanPath::avx512: return has_avx512();
  }
  return false;
}

ScanPath scan_path() {
  static const ScanPath path = chosen_path();
  return path;
}

}  // namespace kdcl

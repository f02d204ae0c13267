// Which of the ways of scanning bytes a run takes: the widest that the machine has, or the one that
// KDCL_SIMD names, so that tests can go every way. All ways give the same answer.
#pragma once

#include <optional>
#include <string_view>

namespace kdcl {

/// From the narrowest to the widest.
enum class ScanPath { portable, avx2, avx512 };

/// The way with that name; nothing if there is none.
[[nodiscard]] std::optional<ScanPath> scan_path_named(std::string_view name);

/// True if the machine has the instructions for it.
[[nodiscard]] bool can_take(ScanPath path);

/// The way of this process. What KDCL_SIMD names wrongly, or the machine lacks, main has refused.
[[nodiscard]] ScanPath scan_path();

}  // namespace kdcl

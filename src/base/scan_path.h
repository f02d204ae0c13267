// What the machine at hand can do. Everything has a portable way too.
#pragma once

#include <optional>
#include <string_view>

namespace kdcl {

/// AVX2 and the bit counts that came before it.
[[nodiscard]] inline bool has_avx2() {
#if defined(__x86_64__)
  static const bool found = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                            __builtin_cpu_supports("popcnt");
  return found;
#else
  return false;
#endif
}

/// Besides AVX2, instructions that gather bits (BMI2) in a cycle or two: on AMD's first machines
/// that have them (family 17h) they take hundreds.
[[nodiscard]] inline bool gathers_bits_fast() {
#if defined(__x86_64__)
  static const bool found =
      has_avx2() && __builtin_cpu_supports("bmi2") && !__builtin_cpu_is("amdfam17h");
  return found;
#else
  return false;
#endif
}

/// AVX-512 with everything that came with or before its second set of instructions for bytes
/// (VBMI2): Intel since 2019, AMD since 2022.
[[nodiscard]] inline bool has_avx512() {
#if defined(__x86_64__)
  static const bool found =
      gathers_bits_fast() && __builtin_cpu_supports("avx512f") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2");
  return found;
#else
  return false;
#endif
}

// Which of the ways of scanning bytes a run takes: the widest that the machine has, or the one that
// KDCL_SIMD names, so that tests can go every way. All ways give the same answer.

/// From the narrowest to the widest.
enum class ScanPath { portable, avx2, avx512 };

/// The way with that name; nothing if there is none.
[[nodiscard]] std::optional<ScanPath> scan_path_named(std::string_view name);

/// True if the machine has the instructions for it.
[[nodiscard]] bool can_take(ScanPath path);

/// The way of this process. What KDCL_SIMD names wrongly, or the machine lacks, main has refused.
[[nodiscard]] ScanPath scan_path();

}  // namespace kdcl

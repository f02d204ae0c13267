// What the machine at hand can do. Everything has a portable way too.
#pragma once

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

}  // namespace kdcl

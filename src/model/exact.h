// Exact values: rationals of any size, and their way from and to doubles.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cmath>
#include <cstdint>
#include <limits>

namespace kdcl {

using Rational = boost::multiprecision::cpp_rational;
using BigInteger = boost::multiprecision::cpp_int;

/// Integers up to here are exact doubles, and so are sums, differences and products that stay below
/// it.
inline constexpr double kExactLimit = 9007199254740992.0;  // 2^53

/// False for an unknown value, which is below nothing.
inline bool is_whole(double value) {
  return std::abs(value) < kExactLimit && static_cast<double>(static_cast<int64_t>(value)) == value;
}

/// The decimal figure of at most 15 digits that was read as this double.
inline Rational exact_decimal(double value) {
  double power = 1;
  BigInteger exact_power = 1;
  for (int decimals = 0; decimals <= 15; ++decimals, power *= 10, exact_power *= 10) {
    const double scaled = std::nearbyint(value * power);
    if (std::abs(scaled) < kExactLimit && scaled / power == value)
      return {BigInteger(static_cast<int64_t>(scaled)), exact_power};
  }
  return Rational(value);
}

/// Rounds to nearest, ties to even, by comparing with the doubles around a first guess. What is
/// beyond every double becomes the largest.
inline double nearest_double(const Rational& exact) {
  double guess = exact.convert_to<double>();
  if (!std::isfinite(guess))
    return exact < 0 ? std::numeric_limits<double>::lowest() : std::numeric_limits<double>::max();
  const auto distance = [&](double candidate) -> Rational {
    return boost::multiprecision::abs(Rational(Rational(candidate) - exact));
  };
  for (const double candidate :
       {std::nextafter(guess, -HUGE_VAL), std::nextafter(guess, HUGE_VAL)}) {
    if (!std::isfinite(candidate)) continue;
    if (distance(candidate) < distance(guess)) guess = candidate;
  }
  return guess;
}

}  // namespace kdcl

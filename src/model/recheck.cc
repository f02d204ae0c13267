#include "model/recheck.h"

#include <numeric>

namespace kdcl {

uint64_t RecheckSums::all(Standing standing) const {
  const auto& row = recognized[static_cast<size_t>(standing)];
  return std::accumulate(row.begin(), row.end(), uint64_t{0});
}

uint64_t RecheckSums::all(Validity validity) const {
  uint64_t sum = 0;
  for (const auto& row : recognized) sum += row[static_cast<size_t>(validity)];
  return sum;
}

uint64_t RecheckSums::in_force(Standing standing) const {
  return at(standing, Validity::valid) + at(standing, Validity::expiring);
}

uint64_t RecheckSums::in_force() const { return all(Validity::valid) + all(Validity::expiring); }

RecheckSums& RecheckSums::operator+=(const RecheckSums& other) {
  schools += other.schools;
  for (size_t i = 0; i < kStandings; ++i)
    for (size_t j = 0; j < kValidities; ++j) recognized[i][j] += other.recognized[i][j];
  return *this;
}

RecheckSums Recheck::total() const {
  RecheckSums sums;
  for (const auto& [group, own] : groups) sums += own;
  return sums;
}

}  // namespace kdcl

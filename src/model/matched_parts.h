// Which things of one list stand for which of another: for comparing two versions of something.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace kdcl {

struct MatchedParts {
  std::optional<uint32_t> before;
  std::optional<uint32_t> after;
  bool operator==(const MatchedParts&) const = default;
};

/// For each thing of a list its partner in another, found by a first likeness, or, among what is
/// left over, by a later one; of several alike the first.
template <typename T, typename... Likeness>
[[nodiscard]] std::vector<std::optional<uint32_t>> partners_of(std::span<const T> list,
                                                               std::span<const T> others,
                                                               const Likeness&... alike) {
  std::vector<std::optional<uint32_t>> partners(list.size());
  std::vector<bool> is_taken(others.size());
  const auto pair_up = [&](const auto& is_alike) {
    for (size_t i = 0; i < list.size(); ++i)
      for (size_t k = 0; k < others.size() && !partners[i]; ++k)
        if (!is_taken[k] && is_alike(others[k], list[i])) {
          partners[i] = static_cast<uint32_t>(k);
          is_taken[k] = true;
        }
  };
  (pair_up(alike), ...);
  return partners;
}

/// Everything in both lists once, in the order of the later one; what only the earlier one has
/// stands behind what it stands behind there.
template <typename T, typename... Likeness>
[[nodiscard]] std::vector<MatchedParts> match_parts(std::span<const T> before,
                                                    std::span<const T> after,
                                                    const Likeness&... alike) {
  const std::vector<std::optional<uint32_t>> partners = partners_of(after, before, alike...);
  std::vector<bool> is_kept(before.size());
  for (const std::optional<uint32_t>& partner : partners)
    if (partner) is_kept[*partner] = true;
  std::vector<MatchedParts> parts;
  const auto add_removed = [&](uint32_t from) {
    for (uint32_t k = from; k < before.size() && !is_kept[k]; ++k) parts.push_back({k, {}});
  };
  add_removed(0);
  for (uint32_t i = 0; i < after.size(); ++i) {
    parts.push_back({partners[i], i});
    if (partners[i]) add_removed(*partners[i] + 1);
  }
  return parts;
}

}  // namespace kdcl

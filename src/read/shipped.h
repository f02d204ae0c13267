// The criteria sets inside the program. Their data are made from criteria/*.yaml when the program
// is built (embed_criteria.cc).
#pragma once

#include <span>
#include <string_view>

namespace kdcl {

struct ShippedSet {
  std::string_view id;
  std::string_view packed;  ///< for unpack_criteria
  std::string_view yaml;    ///< the source it was made from
};

/// A file that shipped sets name in `uses`, for sets that amend them.
struct ShippedFile {
  std::string_view name;
  std::string_view yaml;
};

/// All shipped sets, by the date from which they are in force and then by id.
[[nodiscard]] std::span<const ShippedSet> shipped_sets();

/// The files they use, by name.
[[nodiscard]] std::span<const ShippedFile> shipped_files();

}  // namespace kdcl

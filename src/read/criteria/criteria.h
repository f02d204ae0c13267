// Criteria files to criteria sets (design: "Criteria sets"; the format is described in
// docs/criteria-format.md). Everything that is wrong with a set is reported here, so that scoring
// needs no error handling.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/criteria.h"

namespace kdcl {

/// Where criteria sets find what they name.
struct CriteriaLibrary {
  /// The text of a file that a set in the file `from` names in `uses`, or nothing if it can't be
  /// read; `path_shown` is its name in messages.
  std::function<std::optional<std::string>(const std::string& name, const std::string& from,
                                           std::string& path_shown)>
      used;
  struct File {
    std::string name;
    std::string bytes;
  };
  /// The file of the set with an id, or nothing if there is none.
  std::function<std::optional<File>(const std::string& id)> find{};
  std::vector<std::string> ids{};  ///< of the sets that can be found
};

/// Reads one criteria set; one that amends another as the whole it makes of it. Nothing if anything
/// is wrong; all faults are reported, those of a file that several sets need once. `sha256` is left
/// to the caller.
[[nodiscard]] std::optional<CriteriaSet> read_criteria(const std::string& name,
                                                       std::string_view bytes,
                                                       const CriteriaLibrary& library,
                                                       Diagnostics& diagnostics);

/// The id that a criteria file gives itself; empty if it can't be read that far.
[[nodiscard]] std::string id_of_criteria(std::string_view bytes);

/// True if the file is one that sets name in `uses`: of the keys of a set it has only those of such
/// files.
[[nodiscard]] bool is_used_file(std::string_view bytes);

/// Checks a `uses` file by itself; faults that were reported before are not reported again.
void check_used_file(const std::string& name, std::string_view bytes, Diagnostics& diagnostics);

/// Reports what is wrong between the sets of one run: an id used twice, a field of different types
/// or values, dates that overlap under the same `applies_to` among the first `open` sets, or else
/// of amendments of one set, sets that ask for each other's level, and one that has criteria of the
/// same id as another whose level it asks for.
void check_sets(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics,
                size_t open = SIZE_MAX);

/// The last two alone, of sets that are compared and never fit one row.
void check_levels_of(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics);

/// The fields alone, of sets that are compared and never fit one row.
void check_fields(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics);

// The criteria sets inside the program. Their data are made from criteria/*.yaml when the program
// is built (embed_criteria.cc).

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

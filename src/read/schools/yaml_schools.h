// The notes of a school in YAML (`notes:`): by standard, criterion or indicator.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/score.h"
#include "read/csv/grid.h"
#include "read/schools/binding.h"
#include "read/yaml/values.h"

namespace kdcl {

/// Reads what stands under `notes` of a school; nothing is an empty one. Texts lose outer blanks;
/// empty ones are left out. A document is listed, and used, where it stands. Faults: unknown keys
/// and values of another kind.
[[nodiscard]] SchoolNotes read_yaml_notes(const YamlValues& values, const YamlNode& school);

// School data in YAML: one school or a list of them, to the header and grid that CSV would give
// (design: "School data"). From there on schools are read by read/binding and read/schools, which
// see no difference.

/// The most cells, schools times names, that a file may give: a few bytes of YAML make a column for
/// every school.
inline constexpr size_t kMostYamlCells = 10'000'000;

/// The parts of a school: its identity, its fields, its judgements.
enum class YamlSection : uint8_t { school, data, results };

/// Where a column was first used in a section.
struct SectionUse {
  uint32_t column = 0;
  YamlSection section = YamlSection::school;
  Location place;
};

/// A table read from YAML: every school is a row, every key of `school:`, `data:` and `results:` a
/// column, in the order of first use. Keys that differ only in case are one column.
struct YamlTable {
  std::vector<std::string> names;  ///< as first written
  std::vector<Location> places;    ///< a name: where it was first written
  std::vector<SectionUse> uses;    ///< a column and a section once, in file order
  /// Places are those of the values; for cells that a school lacks, of its `school:` key. So are
  /// lines. Cells are written as CSV would write them, but their separator is of no meaning.
  Grid grid;
  std::vector<SchoolNotes> notes;  ///< by row of the grid
};

/// Reads one file. Values are text as written, nulls are empty cells. Faults: what `read_yaml` and
/// `YamlValues` report, lists and maps instead of a value, a name twice in a school, a school
/// without values, over kMostColumns, kLongestCell or kMostYamlCells. Schools whose identity is
/// faulty are left out; other faulty values are empty cells, so that the rest can be judged too.
/// Nothing if no school is left; that always has been reported.
[[nodiscard]] std::optional<YamlTable> read_yaml_schools(const std::string& name,
                                                         std::string_view bytes,
                                                         Diagnostics& diagnostics);

/// Reports names that stand in another section than what they mean: a field under `school:`.
void check_sections(const YamlTable& table, const Binding& binding, Diagnostics& diagnostics);

}  // namespace kdcl

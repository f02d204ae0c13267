// Tables of notes: what stands beside the judgements of a long table (note, evidence), the list of
// documents (evidence), and strengths, weaknesses and plans by criterion (improvement). Like long
// tables they are read whole, before the schools.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "model/notes.h"
#include "read/grid.h"
#include "read/long_table.h"

namespace kdcl {

enum class NoteKind : uint8_t {
  judgements,   ///< a long table
  documents,    ///< has `code` and `title`
  improvement,  ///< has `criterion` and `action`
};

/// What the columns of such a table are.
struct NoteColumns {
  NoteKind kind = NoteKind::judgements;
  std::optional<uint32_t> school{};  ///< nothing where all rows are about the only school
  std::vector<int32_t> positions{};  ///< by column of the kind; kNoColumn if absent
};

/// Where they stand; nothing if the header is none of notes. A table of judgements is one if it has
/// `note` or `evidence`. Takes folded_names().
[[nodiscard]] std::optional<NoteColumns> find_note_columns(const std::vector<std::string>& folded);

/// What a header lacks that has other columns of a table of judgements or notes, by their ids, but
/// not both by which it is known: somebody has edited it. Empty if it is none of these.
[[nodiscard]] std::string find_lost_column(const std::vector<std::string>& folded);

/// The notes of all such tables of a run, by school.
class TableNotes {
 public:
  /// Adds the rows of a block of a table; lines count from `first_line`. Rows without anything to
  /// note are passed over. Faults: notes without a school, a document without a code, a plan
  /// without a criterion.
  void add(const TableOrigin& origin, const NoteColumns& columns, const Grid& grid,
           uint64_t first_line, Diagnostics& diagnostics);

  /// The notes on a school that its workbook has for it, then those of tables for all; null where
  /// there are none.
  [[nodiscard]] std::array<const SchoolNotes*, 2> find(const std::string& workbook,
                                                       std::string_view school) const;

 private:
  std::unordered_map<std::string, SchoolNotes> schools_;  ///< by school_key()
};

/// Adds the second notes to the first.
void add_notes(const SchoolNotes& more, SchoolNotes& notes);

}  // namespace kdcl

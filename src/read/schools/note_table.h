// Tables of notes: what stands beside the judgements of a long table (note, evidence), the list of
// documents (evidence), and strengths, weaknesses and plans by criterion (improvement). Like long
// tables they are read whole, before the schools.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/score.h"
#include "read/csv/grid.h"
#include "read/schools/long_table.h"

namespace kdcl {

enum class NoteKind : uint8_t {
  judgements,   ///< a long table
  documents,    ///< has `code` and `title`
  improvement,  ///< has `criterion` and `action`
};

/// What the columns of such a table are.
struct NoteColumns {
  NoteKind kind = NoteKind::judgements;
  OwnerColumns owner{};
  std::vector<int32_t> positions{};  ///< by column of the kind; kNoColumn if absent
};

/// Where they stand; nothing if the header is none of notes. A table of judgements is one if it has
/// `note` or `evidence`. Takes folded_names().
[[nodiscard]] std::optional<NoteColumns> find_note_columns(const std::vector<std::string>& folded);

/// What a header lacks that has other columns of a table of judgements or notes, by their ids, but
/// not both by which it is known: somebody has edited it. Empty if it is none of these.
[[nodiscard]] std::string find_lost_column(const std::vector<std::string>& folded);

/// Tells of the columns of a long table or one of notes that nothing is read from, with the nearest
/// name: a warning, an error if `strict`, and where the table has no column of schools and this may
/// be it. `where` is the first cell of the header.
void report_left_out_columns(const std::vector<std::string>& header, const Location& where,
                             bool strict, Diagnostics& diagnostics);

/// The notes of all such tables of a run.
class TableNotes {
 public:
  /// Adds the rows of a block of a table; lines count from `first_line`. Rows without anything to
  /// note are passed over. Faults: those of owners, a document without a code, a plan without a
  /// criterion.
  void add(const TableOrigin& origin, const NoteColumns& columns, const Grid& grid,
           uint64_t first_line, RowOwners& owners, Diagnostics& diagnostics);

  /// Adds the notes on a row of a wide table: those that its workbook has, then those of tables for
  /// all. Documents of the whole school go to the stages that use them, or to all where none does.
  void add_to(SchoolNotes& notes, const WideRow& row, const RowOwners& owners) const;

 private:
  [[nodiscard]] const SchoolNotes& of(uint32_t owner) const;
  /// Warns of a text that looks garbled, once a column of a table.
  void note_garbled(const LongRow& row, const NoteColumns& columns, Diagnostics& diagnostics);

  std::vector<SchoolNotes> notes_;                       ///< by owner
  std::set<std::pair<std::string, int32_t>> garbled_{};  ///< tables and columns told
};

/// Adds the second notes to the first.
void add_notes(const SchoolNotes& more, SchoolNotes& notes);

}  // namespace kdcl

// Which kind of table a file holds, and the long tables and tables of notes among the files of a
// run, which are read before all others.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "model/score.h"
#include "read/encoding.h"
#include "read/long_table.h"
#include "read/note_table.h"
#include "read/row_owners.h"
#include "read/sheet_rows.h"
#include "read/sheet_table.h"

namespace kdcl {

/// By the endings of their names.
[[nodiscard]] bool is_yaml(const std::string& name);
[[nodiscard]] bool is_workbook(const std::string& name);

/// What faults in a sheet call the place.
[[nodiscard]] std::string table_name(const std::string& file, const SheetName& sheet);

class LongInput {
 public:
  /// The stages that the rows of each school name, by its id.
  using StagesOfSchools = std::map<std::string, std::set<std::string>>;

  /// `hash`: digests of the files are wanted; `notes`: tables of notes are. Sheets of workbooks are
  /// looked at unless the user named one.
  LongInput(const Run& run, Encoding encoding, bool hash, bool notes, bool may_look_at_sheets)
      : run_(run),
        results_(run),
        encoding_(encoding),
        hash_(hash),
        wants_notes_(notes),
        may_look_at_sheets_(may_look_at_sheets) {}

  /// Reads the file if it is a long table or one of notes; then it is done with, and true comes
  /// back. Of a workbook the sheets with such tables are read; its wide table is still to come.
  [[nodiscard]] bool read(const std::string& name, Diagnostics& diagnostics);

  /// The title of a workbook's first sheet with a column of school ids, for covers and
  /// instructions may stand before it; empty if there is none, or nobody looked.
  [[nodiscard]] std::string wide_sheet(const std::string& name) const {
    const auto found = wide_sheets_.find(name);
    return found == wide_sheets_.end() ? std::string() : found->second;
  }

  /// A workbook whose faults make it useless to read on.
  [[nodiscard]] bool is_refused(const std::string& name) const { return refused_.contains(name); }

  [[nodiscard]] RowOwners& owners() { return owners_; }
  [[nodiscard]] const RowOwners& owners() const { return owners_; }
  [[nodiscard]] const LongResults& results() const { return results_; }
  [[nodiscard]] const TableNotes& notes() const { return notes_; }
  /// Names and digests of the files that were long tables.
  [[nodiscard]] const std::vector<InputFile>& inputs() const { return inputs_; }

 private:
  /// A table whose header is read: of judgements, of notes, or of both.
  struct Table {
    TableOrigin origin;
    OwnerColumns owner{};
    std::optional<LongColumns> results{};
    std::optional<NoteColumns> notes{};
  };
  /// Nothing if the header is none of such a table.
  [[nodiscard]] std::optional<Table> find_table(const std::vector<std::string>& header,
                                                TableOrigin origin) const;
  void add(const Table& table, const Grid& grid, uint64_t first_line, Diagnostics& diagnostics);

  void read_sheets(const std::string& name, Diagnostics& diagnostics);
  /// A sheet whose first block is read.
  struct LongSheet {
    SheetName name;
    Table table;
    SheetHeader header;
    SheetBlock block;
    std::unique_ptr<SheetReader> reader;
  };
  /// `schools`: some of the workbook's wide sheet, several if there are several.
  void read_sheet(Workbook& workbook, LongSheet& sheet, const StagesOfSchools& schools,
                  Diagnostics& diagnostics);

  bool is_of_other_set(const SheetBlock& block, const SheetHeader& header, const std::string& table,
                       Diagnostics& diagnostics) const;

  const Run& run_;
  RowOwners owners_;
  LongResults results_;
  TableNotes notes_;
  Encoding encoding_;
  bool hash_;
  bool wants_notes_;
  bool may_look_at_sheets_;
  std::unordered_map<std::string, std::string> wide_sheets_;  ///< by file
  std::set<std::string> refused_;                             ///< files
  std::vector<InputFile> inputs_;
};

}  // namespace kdcl

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
#include "model/entry_form.h"
#include "model/score.h"
#include "read/csv/encoding.h"
#include "read/schools/long_table.h"
#include "read/schools/note_table.h"
#include "read/schools/sheet_table.h"
#include "read/xlsx/sheet_rows.h"

namespace kdcl {

/// By the endings of their names.
[[nodiscard]] bool is_yaml(const std::string& name);
[[nodiscard]] bool is_workbook(const std::string& name);

enum class InputKind { text, workbook, yaml };

/// How a file is read: by its first bytes where these tell, as names may lie, else by the ending of
/// its name.
[[nodiscard]] InputKind find_input_kind(const std::string& name);

/// What faults in a sheet call the place, and sources what was read.
[[nodiscard]] std::string table_name(const std::string& file, const std::string& sheet);

class LongInput {
 public:
  /// The stages that the rows of each school name, by its id.
  using StagesOfSchools = std::map<std::string, std::set<std::string>>;

  struct Options {
    Encoding encoding = Encoding::unknown;
    bool strict = false;  ///< columns that are left out are errors
    /// Errors in rows that name their school are kept as its faults.
    bool keep_going = false;
    bool hash = false;   ///< digests of the files are wanted
    bool notes = false;  ///< tables of notes are
    /// Workbooks that have no more than lists of schools are to be read too.
    bool lists = false;
    /// The sheet of each workbook that the user named; then no other is read.
    std::string sheet{};
  };
  LongInput(const ColumnNames& names, Options options)
      : names_(names), run_(names.run()), results_(names.run()), options_(std::move(options)) {}

  /// Reads the file if it is a long table or one of notes; then it is done with, and true comes
  /// back. Of a workbook the sheets with such tables are read; its wide tables are still to come.
  [[nodiscard]] bool read(const std::string& name, InputKind kind, Diagnostics& diagnostics);

  /// Titles of sheets of a workbook, in its order.
  struct Sheets {
    std::vector<std::string> wide{};  ///< tables of schools, which are still to be read
    std::vector<std::string> read{};  ///< these, and those that are read already
  };
  /// Nothing in it for what is no workbook.
  [[nodiscard]] const Sheets& sheets_of(const std::string& name) const {
    static const Sheets kNone;
    const auto found = sheets_.find(name);
    return found == sheets_.end() ? kNone : found->second;
  }

  /// Errors in rows of a school; only with keep_going.
  struct FaultyRow {
    std::string workbook{};  ///< whose only the schools of are meant; empty: any file's
    std::string school{};
    Diagnostic fault{};
  };
  [[nodiscard]] const std::vector<FaultyRow>& faulty_rows() const { return faulty_rows_; }

  /// A workbook whose faults make it useless to read on.
  [[nodiscard]] bool is_refused(const std::string& name) const { return refused_.contains(name); }

  [[nodiscard]] RowOwners& owners() { return owners_; }
  [[nodiscard]] const RowOwners& owners() const { return owners_; }
  [[nodiscard]] const LongResults& results() const { return results_; }
  [[nodiscard]] const TableNotes& notes() const { return notes_; }
  /// Names and digests of the files that were long tables; of a workbook those of its sheets.
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
  [[nodiscard]] static std::optional<FormTable> form_table(const std::optional<Table>& table,
                                                           bool has_schools);
  void add(const Table& table, const Grid& grid, uint64_t first_line, Diagnostics& diagnostics);
  /// Moves errors of `found` in rows that name a school to the faulty rows.
  void keep_faulty_rows(const Table& table, const Grid& grid, uint64_t first_line,
                        Diagnostics& found);

  /// False if other files have its schools.
  bool read_sheets(const std::string& name, Diagnostics& diagnostics);
  /// A sheet whose first block is read.
  struct LongSheet {
    SheetName name;
    Table table;
    SheetHeader header;
    SheetBlock block;
    std::unique_ptr<SheetReader> reader;
  };
  /// What the sheets of a workbook are found to be.
  struct Book {
    const std::string& name;
    Workbook& workbook;
    Sheets sheets{};
    StagesOfSchools schools{};  ///< some of its wide sheets, several if there are several
    std::vector<LongSheet> long_sheets{};
    std::set<FormTable> form_tables{};  ///< that are there, if it is a form
    std::set<std::string> edited{};     ///< titles of sheets whose header was reported
    /// Sheets that are only lists of schools: titles, and the rows of their headers.
    std::vector<std::pair<std::string, uint32_t>> lists{};
    bool is_refused = false;  ///< nothing else in it is worth a word
    /// Titles of sheets of schools that lack the ids of these, and their headers.
    std::vector<std::pair<std::string, HeaderWithoutIds>> without_ids{};
  };
  void look_at(const SheetName& sheet, Book& book, Diagnostics& diagnostics) const;
  void look_at_schools(const SheetName& sheet, SheetReader& reader, SheetBlock& block,
                       const SheetHeader& header, Book& book, Diagnostics& diagnostics) const;
  void settle_lists(Book& book, Diagnostics& diagnostics) const;
  void look_for_lost_ids(const SheetName& sheet, const SheetBlock& block, Book& book,
                         Diagnostics& diagnostics) const;
  /// Reports sheets of schools without ids: errors if there are no others.
  static void report_without_ids(const Book& book, Diagnostics& diagnostics);
  /// Reports what a form has lost.
  void check_form(const Book& book, Diagnostics& diagnostics) const;
  /// False if there is nothing to read in it, or it is no use to.
  [[nodiscard]] bool check_book(const Book& book, Diagnostics& diagnostics) const;
  /// `schools`: as those of the book.
  void read_sheet(Workbook& workbook, LongSheet& sheet, const StagesOfSchools& schools,
                  Diagnostics& diagnostics);

  bool is_of_other_set(const SheetBlock& block, const SheetHeader& header, const std::string& table,
                       Diagnostics& diagnostics) const;

  const ColumnNames& names_;
  const Run& run_;
  RowOwners owners_;
  LongResults results_;
  TableNotes notes_;
  Options options_;
  std::unordered_map<std::string, Sheets> sheets_;  ///< by file
  std::set<std::string> refused_;                   ///< files
  std::vector<FaultyRow> faulty_rows_;
  std::vector<InputFile> inputs_;
};

}  // namespace kdcl

// Whose the rows of long tables and tables of notes are: a school, and one of its stages where it
// has several. They are read before the schools, whose rows in wide tables then ask for what is
// theirs.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/school_table.h"
#include "read/csv/grid.h"
#include "read/schools/binding.h"
#include "read/schools/text_cell.h"

namespace kdcl {

/// The columns that say whose a row is.
struct OwnerColumns {
  /// Nothing where all rows are about the only school of a workbook.
  std::optional<uint32_t> school{};
  std::optional<uint32_t> stage{};  ///< nothing where no school has several
  /// Nothing where no school has several assessments.
  std::optional<uint32_t> assessment{};
  std::optional<uint32_t> assessed_on{};
};

/// Which of the rows of a school; what is empty is not said.
struct RowKey {
  std::string_view stage{};
  std::string_view assessment{};
  Day assessed_on = kNoDate;
};

/// Where they stand. Takes folded_names().
[[nodiscard]] OwnerColumns find_owner_columns(const std::vector<std::string>& folded);

/// The stage that the text of a cell names; empty for words of unknown.
[[nodiscard]] std::string_view stage_in(std::string_view text);
/// The assessor that it names; the same.
[[nodiscard]] std::string_view assessment_in(std::string_view text);

/// Where the rows of a long table or a table of notes come from.
struct TableOrigin {
  std::string name;  ///< of the file; of a workbook also the sheet's
  /// The column of a sheet at which the table begins, from 0; nothing for other files.
  std::optional<uint32_t> sheet_column{};
  /// The file, if it is a workbook with schools of its own: then the table is about those only.
  std::string workbook{};
  std::string only_school{};  ///< of a table without a column of schools
};

/// A row of such a table.
struct LongRow {
  const TableOrigin& origin;
  const OwnerColumns& columns;
  const Grid& grid;
  size_t row = 0;
  uint64_t line = 0;  ///< in its file

  [[nodiscard]] std::string text(uint32_t column) const;
  /// Empty where the row says none.
  [[nodiscard]] std::string school() const {
    return columns.school ? plain_text(text(*columns.school)) : origin.only_school;
  }
  /// The cell in a column; the first if the table has no such column.
  [[nodiscard]] Location place(std::optional<uint32_t> column) const;
  /// Adds what was found in the row, with its school.
  void report(Diagnostics& found, Diagnostics& diagnostics) const;
};

/// A table with the schools themselves.
struct WideTable {
  std::string name;        ///< of the file; of a workbook also the sheet's
  std::string workbook{};  ///< the file, if it is one
};

/// A row of a wide table.
struct WideRow {
  const WideTable& table;
  std::string_view school;
  RowKey key{};
};

/// The row of a table that is read, from the wide table `wide`.
[[nodiscard]] WideRow schools_row(const SchoolTable& schools, const WideTable& wide, size_t row);

/// What a row holds, in the order of how exactly it must say whose it is.
enum class RowKind : uint8_t {
  document,   ///< without a stage it is for all stages
  note,       ///< without one it is for all rows of a school, if these are of one stage
  judgement,  ///< is of one row
};

/// All owners of rows in a run, by their positions in the order of their first rows.
class RowOwners {
 public:
  /// The owner of a row. Faults: no school, an unknown stage or assessor, what is no day; then
  /// nothing comes back.
  [[nodiscard]] std::optional<uint32_t> add(const LongRow& row, RowKind kind,
                                            Diagnostics& diagnostics);

  [[nodiscard]] bool empty() const { return owners_.empty(); }
  /// The school, and which of its rows if the owner's rows say so.
  [[nodiscard]] std::string name(uint32_t owner, Language language) const;
  [[nodiscard]] bool has_stage(uint32_t owner) const { return !owners_[owner].stage.empty(); }

  /// The owners that a row of a wide table is: those of its workbook, then those of tables for all.
  [[nodiscard]] std::vector<uint32_t> find(const WideRow& row) const;
  /// The same, and those of other rows of its school.
  [[nodiscard]] std::vector<uint32_t> find_school(const WideRow& row) const;

  /// Notes the rows of a block of a wide table, in order. Faults, at the rows of the owner: several
  /// wide rows that these may be about.
  void note_used(const SchoolTable& schools, const WideTable& wide, uint64_t first_line,
                 Diagnostics& diagnostics);

  /// Reports owners that no wide table had.
  /// `is_excused`: of a school, and the place of its rows, that were left out with their wide rows.
  using IsExcused = std::function<bool(const std::string& school, const Location& place)>;
  void check_all_used(const IsExcused& is_excused, Diagnostics& diagnostics) const;

 private:
  struct Owner {
    std::string school;
    std::string stage;  ///< empty if its rows name none
    std::string assessment;
    Day assessed_on = kNoDate;
    RowKind kind = RowKind::document;
    Location place{}, key_place{};  ///< of its first row of the kind
    bool has_school = false;        ///< a wide row is of the school, if not one that it is about
    std::string first_row{};        ///< the first wide row that is it: file and line
    std::string first_stage{};      ///< the stage of that
    bool is_reported = false;
  };

  [[nodiscard]] static bool is_of(const Owner& owner, const RowKey& row);
  /// Which of the rows of its school: "Tiểu học, 31/12/2025"; empty if it says nothing.
  [[nodiscard]] static std::string key_words(const Owner& owner, Language language);
  /// Nothing, with an error, where the row says none.
  [[nodiscard]] std::optional<std::string> read_school(const LongRow& row,
                                                       Diagnostics& diagnostics);
  /// Warns once a table of characters that nobody sees.
  void note_unseen(const LongRow& row, uint32_t column, Diagnostics& diagnostics);
  /// What the row says of a stage or an assessor; empty where it says nothing. Nothing, with an
  /// error, for a word that is none.
  [[nodiscard]] std::optional<std::string> read_word(const LongRow& row, IdentityColumn identity,
                                                     std::optional<uint32_t> column,
                                                     Diagnostics& diagnostics);
  /// kNoDate where the row says none; nothing, with an error, for what is no day.
  [[nodiscard]] std::optional<Day> read_day(const LongRow& row, Diagnostics& diagnostics);
  /// The owner of such rows of a school, a new one if none was known.
  [[nodiscard]] uint32_t find_or_add(const LongRow& row, Owner owner);
  /// Notes that the owner is a wide row.
  void note_row(Owner& owner, const std::string& row, const RowKey& key,
                Diagnostics& diagnostics) const;

  std::vector<Owner> owners_;
  std::unordered_map<std::string, std::string> unowned_;  ///< schools of wide rows, by bare code
  std::unordered_map<std::string, std::vector<uint32_t>> schools_;  ///< by workbook and school
  std::set<Location> refused_;    ///< rows are asked for once as judgements and once as notes
  std::set<std::string> unseen_;  ///< tables warned of
};

// Long tables: a row for every judgement (school_id, stage, indicator, result). They are read
// whole, before the wide tables with the schools themselves, whose rows then get the judgements as
// further columns.

/// The columns of a long table.
struct LongColumns {
  OwnerColumns owner{};
  uint32_t indicator = 0;
  uint32_t result = 0;
};

/// Where they stand; nothing if the header is none of a long table: without `indicator` and
/// `result` it is a wide one. Other columns (`note`, `evidence`) are no concern of scoring. Takes
/// folded_names().
[[nodiscard]] std::optional<LongColumns> find_long_columns(const std::vector<std::string>& folded);

/// The columns by which a long table is known, those of indicators and of results, as far as they
/// are there. Takes folded_names().
[[nodiscard]] std::pair<std::optional<uint32_t>, std::optional<uint32_t>> find_half_long(
    const std::vector<std::string>& folded);

/// Reports a header that is that of a long table but for the name of one column: it has that of
/// indicators, or that of results and else no more than a list. False if it is none of these.
/// `where` is the header row. Takes the header of what is no long table and none of notes.
[[nodiscard]] bool check_half_long(const std::vector<std::string>& header, const Location& where,
                                   const ColumnNames& known, Diagnostics& diagnostics);

struct LongTable {
  TableOrigin origin;
  LongColumns columns{};
};

/// The judgements of all long tables of a run.
class LongResults {
 public:
  explicit LongResults(const Run& run) : run_(&run) {}

  /// Adds the rows of a block of a table; lines count from `first_line`. Faults: those of owners,
  /// no indicator, one that no set of the run has, a result that is neither a verdict nor a level,
  /// an indicator of an owner twice.
  void add(const LongTable& table, const Grid& grid, uint64_t first_line, RowOwners& owners,
           Diagnostics& diagnostics);

  [[nodiscard]] bool empty() const { return names_.empty(); }
  /// Indicators and criteria that any school has, in order of first use.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  /// By `names()`: the column that a table with this header has for it itself, or kNoColumn.
  [[nodiscard]] std::vector<int32_t> own_columns(const std::vector<std::string>& header) const;

  /// Gives the rows of a block of a wide table their judgements: in the columns that its
  /// own header has for them, and in new ones behind all others. Lines count from 1 at the start of
  /// the block. Faults: a cell that is filled in both tables.
  void join(Grid& grid, const WideTable& wide, const Binding& binding, const RowOwners& owners,
            Diagnostics& diagnostics) const;

 private:
  struct Result {
    uint32_t name = 0;
    uint32_t value = 0;
    uint32_t table = 0;
    uint32_t line = 0;
  };

  void add_row(const LongTable& table, const LongRow& row, RowOwners& owners,
               Diagnostics& diagnostics);
  [[nodiscard]] std::optional<uint32_t> read_name(const LongRow& row, uint32_t column,
                                                  Diagnostics& diagnostics);
  [[nodiscard]] std::optional<uint32_t> name_of(std::string_view written);
  [[nodiscard]] std::optional<uint32_t> value_of(std::string_view written);

  const Run* run_;
  std::vector<LongTable> tables_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::optional<uint32_t>> name_positions_;  ///< as written
  std::vector<std::string> values_;
  std::unordered_map<std::string, std::optional<uint32_t>> value_positions_;
  std::vector<std::vector<Result>> results_;  ///< by owner
};

}  // namespace kdcl

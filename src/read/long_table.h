// Long tables: a row for every judgement (school_id, indicator, result). They are read whole,
// before the wide tables with the schools themselves, whose rows then get the judgements as further
// columns.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/school_table.h"
#include "read/grid.h"

namespace kdcl {

/// The columns of a long table.
struct LongColumns {
  /// Nothing where all rows are about the only school of a workbook.
  std::optional<uint32_t> school{};
  uint32_t indicator = 0;
  uint32_t result = 0;
};

/// Names of columns in small letters and composed form, which is what the functions below take;
/// empty for sentences, as they stand above tables.
[[nodiscard]] std::vector<std::string> folded_names(const std::vector<std::string>& names);

/// The column of school ids; nothing if there is none.
[[nodiscard]] std::optional<uint32_t> find_school_column(const std::vector<std::string>& folded);

/// The column that names the set of each row. Takes folded_names().
[[nodiscard]] std::optional<uint32_t> find_set_column(const std::vector<std::string>& folded);

/// Where they stand; nothing if the header is none of a long table: without `indicator` and
/// `result` it is a wide one. Other columns (`note`, `evidence`) are no concern of scoring.
[[nodiscard]] std::optional<LongColumns> find_long_columns(const std::vector<std::string>& folded);

/// Where the rows of a long table or a table of notes come from.
struct TableOrigin {
  std::string name;  ///< of the file; of a workbook also the sheet's
  /// The column of a sheet at which the table begins, from 0; nothing for other files.
  std::optional<uint32_t> sheet_column{};
  /// The file, if it is a workbook with schools of its own: then the table is about those only.
  std::string workbook{};
  std::string only_school{};  ///< of a table without a column of schools

  [[nodiscard]] Location place(uint64_t line, uint32_t column) const {
    return {name, line, uint64_t{column} + 1 + sheet_column.value_or(0), sheet_column.has_value()};
  }
};

/// A table with the schools themselves.
struct WideTable {
  std::string name;        ///< of the file; of a workbook also the sheet's
  std::string workbook{};  ///< the file, if it is one
};

struct LongTable {
  TableOrigin origin;
  LongColumns columns{};
};

/// By what rows of such tables are found again: the school, of that workbook if there is one.
[[nodiscard]] std::string school_key(const std::string& workbook, std::string_view school);

/// The judgements of all long tables of a run.
class LongResults {
 public:
  explicit LongResults(const Run& run) : run_(&run) {}

  /// Adds the rows of a block of a table; lines count from `first_line`. Faults: no school or
  /// indicator, an indicator that no set of the run has, a result that is neither a verdict nor a
  /// level, an indicator of a school twice.
  void add(const LongTable& table, const Grid& grid, uint64_t first_line, Diagnostics& diagnostics);

  [[nodiscard]] bool empty() const { return names_.empty(); }
  /// Indicators and criteria that any school has, in order of first use.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

  /// By `names()`: the column that a table with this header has for it itself, or kNoColumn.
  [[nodiscard]] std::vector<int32_t> own_columns(const std::vector<std::string>& header) const;

  /// Gives the rows of a block of a wide table their judgements: in their own columns, and in new
  /// ones behind all others. Lines count from 1 at the start of the block. Faults: a cell that is
  /// filled in both tables.
  void join(Grid& grid, const WideTable& wide, uint32_t id_column,
            const std::vector<int32_t>& own_columns, Diagnostics& diagnostics) const;

  /// Notes the schools of a block, in order. Faults: a school with judgements in a second row.
  void note_used(const SchoolTable& schools, const WideTable& wide, uint64_t first_line,
                 Diagnostics& diagnostics);

  /// Reports schools that no wide table had.
  void check_all_used(Diagnostics& diagnostics) const;

 private:
  struct Result {
    uint32_t name = 0;
    uint32_t value = 0;
    uint32_t line = 0;
  };
  struct School {
    std::string id;
    uint32_t table = 0;
    uint32_t line = 0;
    bool is_used = false;
    std::vector<Result> results{};
  };

  [[nodiscard]] std::array<const School*, 2> find(const WideTable& wide,
                                                  std::string_view school) const;
  [[nodiscard]] std::optional<uint32_t> name_of(std::string_view written);
  [[nodiscard]] std::optional<uint32_t> value_of(std::string_view written);

  const Run* run_;
  std::vector<LongTable> tables_;
  std::vector<std::string> names_;
  std::unordered_map<std::string, std::optional<uint32_t>> name_positions_;  ///< as written
  std::vector<std::string> values_;
  std::unordered_map<std::string, std::optional<uint32_t>> value_positions_;
  std::unordered_map<std::string, School> schools_;  ///< by school_key()
};

}  // namespace kdcl

// Long tables: a row for every judgement (school_id, stage, indicator, result). They are read
// whole, before the wide tables with the schools themselves, whose rows then get the judgements as
// further columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "read/binding.h"
#include "read/grid.h"
#include "read/row_owners.h"

namespace kdcl {

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

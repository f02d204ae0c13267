// Completes rows by the register of schools: what a row leaves empty the register fills; where both
// say it the row stands, and what differs is noted.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "model/register.h"
#include "model/run.h"
#include "model/school_table.h"
#include "read/csv/grid.h"
#include "read/schools/binding.h"
#include "read/schools/block_reading.h"
#include "read/schools/figures.h"
#include "read/schools/set_choice.h"

namespace kdcl {

/// What the rows of a block, or of all, say otherwise than the register, by column.
struct RegisterDifferences {
  struct Column {
    uint64_t rows = 0;
    std::string school{}, row_text{}, listed_text{};  ///< of the first
  };
  std::array<Column, kIdentityColumns> columns{};

  void add(const RegisterDifferences& later);
};

/// Identity and figures of the table are read; its criteria sets are not chosen yet. What is filled
/// in points into the register.
void fill_from_register(const SchoolRegister& schools, SchoolTable& table,
                        RegisterDifferences& differences);

/// One warning a column.
void report_register_differences(const RegisterDifferences& differences, const std::string& list,
                                 Diagnostics& diagnostics);

// From a grid of cells to a typed block of schools: values are read and judged once, here, and
// every fault is told at its cell.

/// Ways in which the words of a column were written so far, and their ids.
using OfficeSpellings = std::vector<std::pair<std::string, std::string_view>>;

/// Reads the blocks of one file; every thread has its own reader.
class SchoolReader {
 public:
  /// `schools` completes the rows; may be null.
  SchoolReader(const Run& run, const Binding& binding, std::string file, bool decimal_comma,
               const SchoolRegister* schools = nullptr)
      : run_(run),
        schools_(schools),
        binding_(binding),
        file_(std::move(file)),
        figures_(run, decimal_comma),
        choice_(run) {}

  /// Types every cell of the grid, whose text the table then points into. Lines in faults and in
  /// the table count from 1 at the start of the block.
  void read(const Grid& grid, SchoolTable& table, Diagnostics& diagnostics);

  /// Where the last block read first used each decimal sign.
  [[nodiscard]] const DecimalSigns& decimal_signs() const { return figures_.signs(); }
  /// What it counted of columns in %.
  [[nodiscard]] std::vector<ShareCount>& shares() { return figures_.shares(); }
  /// What is to be told of its columns, once a file.
  [[nodiscard]] std::vector<ColumnWarning>& warnings() { return warnings_; }
  /// What the rows of the last block read say otherwise than the register.
  [[nodiscard]] const RegisterDifferences& differences() const { return differences_; }

 private:
  const Run& run_;
  const SchoolRegister* schools_;
  const Binding& binding_;
  std::string file_;
  RegisterDifferences differences_;
  FigureReader figures_;
  SetChoice choice_;
  std::array<OfficeSpellings, kIdentityColumns> spellings_;
  std::vector<ColumnWarning> warnings_;
};

/// Reads sets and judgements of the table anew, as they are in another run of the same sets and
/// fields: which sets rows may take is another matter there. Everything else in the table, which
/// was read from the grid, stays.
void read_judgements_under(const Run& run, const Binding& binding, const std::string& file,
                           const Grid& grid, SchoolTable& table, Diagnostics& diagnostics);

}  // namespace kdcl

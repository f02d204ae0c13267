// What the parts of read/schools share while they type one block.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/school_table.h"
#include "read/csv/grid.h"
#include "read/schools/binding.h"

namespace kdcl {

/// Told once a column of a file, however many blocks have a reason for it.
struct ColumnWarning {
  uint32_t column = 0;
  std::string_view message{};  ///< in English: what it is known by
  Diagnostic warning{};
};

struct BlockReading {
  const Run& run;
  const Binding& binding;
  const std::string& file;
  const Grid& grid;
  SchoolTable& table;
  Diagnostics& diagnostics;
  std::vector<uint32_t> rows;  ///< rows of the grid that hold a school, in order: rows of the table
  std::vector<uint32_t> undecided{};  ///< rows of the table without a set by a fault
  std::vector<ColumnWarning> warnings{};

  [[nodiscard]] bool has_warning(uint32_t at, const Message& message) const {
    const auto is_it = [&](const ColumnWarning& each) {
      return each.column == at && each.message == message.en;
    };
    return std::any_of(warnings.begin(), warnings.end(), is_it);
  }

  /// Warns of it once a column of a file, however many blocks have a reason.
  template <typename... Args>
  void warn_once(uint32_t column, const Location& where, const Message* hint,
                 const Message& message, const Args&... args) {
    if (has_warning(column, message)) return;
    Diagnostics made(diagnostics.language());
    made.warning(where, message, args...);
    if (hint) made.hint(*hint);
    warnings.push_back({column, message.en, made.kept().front()});
  }

  [[nodiscard]] std::string_view cell(size_t row, uint32_t column) const {
    return grid.cell(rows[row], column);
  }

  /// Where a cell stands; lines count from 1 at the start of the block, and columns of other tables
  /// behind its own.
  [[nodiscard]] Location place(size_t row, uint32_t column) const {
    if (grid.places.empty()) return {file, grid.line(rows[row]) + 1, uint64_t{column} + 1};
    const auto [line, character] = grid.places[size_t{rows[row]} * grid.columns + column];
    return {file, line, character};
  }
  /// The place of an identity cell, or of the row where the data have no such column.
  [[nodiscard]] Location place(size_t row, IdentityColumn column) const {
    const int32_t at = binding.identity[static_cast<size_t>(column)];
    if (at != kNoColumn) return place(row, static_cast<uint32_t>(at));
    return {file, grid.line(rows[row]) + 1, 0};
  }
};

}  // namespace kdcl

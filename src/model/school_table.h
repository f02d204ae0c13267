// A typed block of schools, in input order: what the cells of a Grid mean. Made by read/schools,
// scored by score/score.
#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "model/expression.h"

namespace kdcl {

/// What a cell of `school_type` may be.
inline constexpr std::array<std::string_view, 8> kSchoolTypes = {
    "mam_non", "tieu_hoc", "thcs", "thpt", "th_thcs", "thcs_thpt", "th_thcs_thpt", "gdtx"};
/// What a cell of `stage` may be.
inline constexpr std::array<std::string_view, 4> kSchoolStages = {"mam_non", "tieu_hoc", "thcs",
                                                                  "thpt"};

/// Rows of bits, `words` words a row: bit i of a row is indicator i of the row's criteria set. In a
/// table those of the sets follow whose level that one asks for (Run::judged).
struct BitRows {
  size_t words = 0;
  std::vector<uint64_t> bits;

  void resize(size_t rows, size_t words_a_row) {
    words = words_a_row;
    bits.assign(rows * words, 0);
  }
  [[nodiscard]] uint64_t* row(size_t index) { return bits.data() + index * words; }
  [[nodiscard]] const uint64_t* row(size_t index) const { return bits.data() + index * words; }
  [[nodiscard]] bool test(size_t row_index, size_t bit) const {
    return (row(row_index)[bit / 64] >> (bit % 64) & 1) != 0;
  }
  void set(size_t row_index, size_t bit) { row(row_index)[bit / 64] |= uint64_t{1} << (bit % 64); }
};

/// A criterion's level that its own indicators, judged in cells of their own, deny.
struct DeniedLevel {
  size_t row = 0;
  Location place{};  ///< of the level's cell; lines count from the start of the block
  size_t set = 0;    ///< position in the run
  uint32_t criterion = 0;
  std::optional<int> level{};    ///< absent: not applicable
  uint32_t indicator = 0;        ///< of the set: the first that denies it
  bool is_all_excluded = false;  ///< all are not applicable
};

/// No criteria set applies to the row.
inline constexpr int16_t kNoSet = -1;

/// Columns by field of the run (the union of the fields of its sets). A column that the data do not
/// have is empty: every value in it is unknown.
struct SchoolTable {
  size_t rows = 0;
  /// Identity as text, by IdentityColumn; empty columns for what the data do not have. Composed
  /// form; points into the input, or into `kept_text`. Dates and `recognized_level` are here as
  /// written and typed below.
  std::array<std::vector<std::string_view>, kIdentityColumns> identity;
  std::vector<Day> assessed_on;          ///< `--date` where the row has none; kNoDate if neither
  std::vector<Day> recognized_on;        ///< kNoDate where unknown
  std::vector<double> recognized_level;  ///< kUnknown where unknown
  std::vector<int16_t> set;    ///< position of the row's criteria set in the run, or kNoSet
  std::vector<uint64_t> line;  ///< of the file, for messages
  std::vector<std::vector<double>>
      numbers;  ///< numbers, flags 0/1, dates in days, choices by position; kUnknown
  /// A column of `numbers`: all its known values are whole and below 2^53. Empty or false where
  /// nobody looked.
  std::vector<uint8_t> is_whole;
  std::vector<std::vector<std::string_view>> texts;  ///< fields of type text; empty where unknown
  std::array<uint32_t, kIdentityColumns>
      composed{};  ///< by IdentityColumn: rows that write it in decomposed form; not counted for
                   ///< `school_id` and `school_name`
  /// The columns `blocking` and `missing` of `score`, as written; empty unless the data have both.
  std::vector<std::string_view> listed_blocking, listed_missing;
  BitRows met, not_met, not_applicable;  ///< the judgement J; none of the three is unknown
  BitRows filled;                        ///< J comes from a criterion-level column
  std::vector<DeniedLevel> denied_levels;
  std::list<std::string>
      kept_text;  ///< owns what had to be rewritten; a list stays where it is when moved

  [[nodiscard]] std::string_view text_of(IdentityColumn column, size_t row) const {
    const auto& cells = identity[static_cast<size_t>(column)];
    return cells.empty() ? std::string_view() : cells[row];
  }
};

// A vector of tables must move them when it grows: a copy's texts would point into the original.
static_assert(std::is_nothrow_move_constructible_v<SchoolTable>);

}  // namespace kdcl

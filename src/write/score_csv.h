// The results of `score` as CSV (design: "score to CSV"): a row a school, which is valid school
// data at criterion level again.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/char_buffer.h"
#include "model/register.h"
#include "model/report.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl {

/// `text` as a field of CSV, in quotes where it needs them. `guarded`: text that a spreadsheet
/// would run as a formula gets a leading apostrophe.
[[nodiscard]] std::string csv_field(std::string_view text, bool guarded);
void append_csv_field(std::string_view text, bool guarded, CharBuffer& out);

/// A table of texts as CSV with a byte-order mark, by which Excel knows UTF-8. Guarded.
[[nodiscard]] std::string table_csv(const std::vector<std::vector<std::string>>& rows);

class ScoreCsv {
 public:
  /// `raw`: text that a spreadsheet would run as a formula is written as it is; else it gets a
  /// leading apostrophe. `sensitivity`: with a column of the sensitive verdicts. `schools`: with a
  /// column that says who is in this register; null for none.
  ScoreCsv(const Run& run, bool raw, bool sensitivity, const SchoolRegister* schools = nullptr);

  /// The header row with its line end.
  [[nodiscard]] std::string header() const;

  /// Appends a row for every row of the block, out of scope too.
  void append(const ScoredBlock& block, CharBuffer& out) const;

 private:
  /// An indicator's name and a semicolon, padded so that it is copied in one go.
  struct PaddedName {
    char text[24] = {};
    uint8_t length = 0;
  };
  /// A criterion's cell with the comma before it, padded so that it is copied in one go.
  struct LevelCell {
    char text[7] = {};
    uint8_t length = 0;
  };
  struct SetColumns {
    std::vector<int32_t>
        criteria;  ///< by criterion column: the set's criterion, -1 if it has none of that id
    std::vector<PaddedName> names;  ///< by indicator; not used if one is too long
    bool has_long_names = false;
    size_t names_length = 0;  ///< all names with their semicolons
    std::string assumed;      ///< what is assumed of the set: a field, in quotes where needed
  };

  char* append_levels(const SchoolTable& table, const ScoreBlock& score, size_t row,
                      char* out) const;
  char* append_names(const SetColumns& columns, const CriteriaSet& set, const uint64_t* bits,
                     size_t words, char* out) const;
  char* append_criteria(const SetColumns& columns, const int8_t* levels, const int8_t* levels_max,
                        char* out) const;
  char* append_scored(const ScoredBlock& block, size_t row, char* out) const;
  char* append_sensitive(const ScoredBlock& block, size_t row, char* out) const;
  char* append_text(std::string_view text, char* out) const;
  [[nodiscard]] bool has_assumptions() const { return !run_.assumptions.empty(); }
  [[nodiscard]] size_t room_for(const SchoolTable& table, size_t row) const;

  const Run& run_;
  bool raw_;
  bool sensitivity_;
  const SchoolRegister* schools_;
  std::vector<std::string> criterion_ids_;  ///< of all sets in order, each once
  std::vector<SetColumns> sets_;
  std::array<LevelCell, 256> level_cells_{};  ///< by both ends of the interval
};

// Where the labels of a table's header stand, for every writer that has columns.

/// One header label with the place it takes; rows count from the table's first header row.
struct PlacedLabel {
  const HeaderCell* label = nullptr;
  size_t row = 0;
  size_t column = 0;
};

/// The labels in the order of the header: each takes the first free place from the left of its row.
[[nodiscard]] std::vector<PlacedLabel> place_labels(const Table& table);

}  // namespace kdcl

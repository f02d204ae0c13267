// Fields that count a part of another: no more than the whole.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "read/schools/block_reading.h"
#include "read/schools/same_schools.h"

namespace kdcl {

/// A field and what it is a part of, as positions in a run.
struct PartOf {
  uint32_t part = 0;
  std::vector<uint32_t> wholes;  ///< its whole first, then the whole of that, and so on
};

/// The fields of a run that say `part_of`.
[[nodiscard]] std::vector<PartOf> find_parts(const Run& run);

/// An error at each figure above its whole; where the whole is unknown, above the next one.
void check_parts(BlockReading& block, const std::vector<PartOf>& parts);

// Field columns: numbers, flags, dates, choices and texts, checked against their field.

/// The first number with each decimal sign in a block: a file has only one. Line 0 if there is
/// none.
struct DecimalSigns {
  Location point, comma;
};

/// True if the figures of the field are shares of a hundred.
[[nodiscard]] inline bool is_percent(const Field& field) { return field.unit.vi == "%"; }

class FigureReader {
 public:
  /// `decimal_comma`: cells are not separated by commas, so one may be a decimal sign.
  FigureReader(const Run& run, bool decimal_comma);

  /// Fills the columns of all bound fields.
  void read(BlockReading& block);

  [[nodiscard]] const DecimalSigns& signs() const { return signs_; }
  /// The figures of the last block's columns in %.
  [[nodiscard]] std::vector<ShareCount>& shares() { return shares_; }

 private:
  /// Accepted words of a flag, choice or scale, folded or as met in the data, and their values.
  using Words = std::vector<std::pair<std::string, double>>;

  void read_numbers(BlockReading& block, const ColumnOf& bound);
  double read_number_cell(BlockReading& block, const ColumnOf& bound, size_t row);
  double read_number_slowly(BlockReading& block, const ColumnOf& bound, size_t row);
  void report_number(BlockReading& block, const Field& field, std::string_view cell,
                     const Location& where);
  void report_doubt(BlockReading& block, const Field& field, std::string text,
                    const Location& where) const;
  void read_texts(BlockReading& block, const ColumnOf& bound);
  void read_words(BlockReading& block, const ColumnOf& bound);
  double read_word(BlockReading& block, const ColumnOf& bound, size_t row);
  void count_shares(const BlockReading& block, const ColumnOf& bound);
  void note_sign(char sign, const Location& where);

  const Run& run_;
  bool decimal_comma_;
  std::vector<PartOf> parts_;
  std::vector<Words> words_;  ///< by field of the run; empty for numbers and texts
  DecimalSigns signs_;
  std::vector<ShareCount> shares_;
};

/// Reports a text that is no date.
void report_no_date(const Location& where, std::string_view name, std::string_view text,
                    Diagnostics& diagnostics);

}  // namespace kdcl

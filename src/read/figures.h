// Field columns: numbers, flags, dates, choices and texts, checked against their field.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "read/block_reading.h"

namespace kdcl {

/// The first number with each decimal sign in a block: a file has only one. Line 0 if there is
/// none.
struct DecimalSigns {
  Location point, comma;
};

class FigureReader {
 public:
  /// `decimal_comma`: cells are not separated by commas, so one may be a decimal sign.
  FigureReader(const Run& run, bool decimal_comma);

  /// Fills the columns of all bound fields.
  void read(BlockReading& block);

  [[nodiscard]] const DecimalSigns& signs() const { return signs_; }

 private:
  /// Accepted words of a flag, choice or scale, folded or as met in the data, and their values.
  using Words = std::vector<std::pair<std::string, double>>;

  void read_numbers(BlockReading& block, const ColumnOf& bound);
  double read_number_cell(BlockReading& block, const ColumnOf& bound, size_t row);
  double read_number_slowly(BlockReading& block, const Field& field, std::string_view cell,
                            const Location& where);
  void report_number(BlockReading& block, const Field& field, std::string_view cell,
                     const Location& where);
  void read_texts(BlockReading& block, const ColumnOf& bound);
  void read_words(BlockReading& block, const ColumnOf& bound);
  double read_word(BlockReading& block, const ColumnOf& bound, size_t row);
  void note_sign(char sign, const Location& where);

  const Run& run_;
  bool decimal_comma_;
  std::vector<Words> words_;  ///< by field of the run; empty for numbers and texts
  DecimalSigns signs_;
};

/// The text of a cell in composed form, without quotes and outer blanks. Not UTF-8 is a fault.
[[nodiscard]] std::string_view read_text_cell(BlockReading& block, std::string_view name,
                                              size_t row, uint32_t column);

}  // namespace kdcl

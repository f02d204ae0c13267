// Codes that a spreadsheet took for numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/school_table.h"

namespace kdcl {

/// True for what is left of a long code of digits that was shown as a number: "1.0017E+07", or
/// "1E+07" with a plus. Codes of schools have all sorts of signs, but not these in this order.
[[nodiscard]] inline bool has_exponent(std::string_view text) {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  if (text.size() < 4 || !is_digit(text.front()) || !is_digit(text.back())) return false;
  const size_t sign = text.find_last_of("+-");
  if (sign == std::string_view::npos || sign < 2) return false;
  if (text[sign - 1] != 'E' && text[sign - 1] != 'e') return false;
  if (text.find_first_not_of("0123456789", sign + 1) != std::string_view::npos) return false;
  const std::string_view number = text.substr(0, sign - 1);
  const size_t point = number.find_first_not_of("0123456789");
  if (point == std::string_view::npos) return text[sign] == '+';
  return (number[point] == '.' || number[point] == ',') && point + 1 < number.size() &&
         number.find_first_not_of("0123456789", point + 1) == std::string_view::npos;
}
/// True for "1001701.0" too, as programs write codes that they took for numbers. Which code it was
/// can't be told: 01001701 has become the same.
[[nodiscard]] inline bool is_number_of_code(std::string_view text) {
  const size_t point = text.find_first_not_of("0123456789");
  if (point == std::string_view::npos || point == 0) return false;
  const bool is_decimal = (text[point] == '.' || text[point] == ',') && point + 1 < text.size() &&
                          text.find_first_not_of('0', point + 1) == std::string_view::npos;
  return is_decimal || has_exponent(text);
}
/// Reports a code for which that is true, of the column `label`.
void report_number_of_code(const Location& where, std::string_view label, std::string_view code,
                           Diagnostics& diagnostics);

/// What alike codes have in common: no blanks, capitals, numbers without zeros at their start.
[[nodiscard]] std::string bare_school_code(std::string_view code);
/// Gives the last fault, that a school is not there, the remedy: there is this alike one.
void hint_alike(std::string_view other, Diagnostics& diagnostics);

// Finds codes of schools that differ only in zeros at the start of numbers, in case or in blanks:
// most likely one school, which is counted as two. Keeps 8 bytes a row.

/// The codes of a block. The bare form of a code lacks what alike codes may differ in. Its shape is
/// how it is written: where capitals, small letters, digits and blanks stand. Different codes of
/// one shape are never alike, nor are codes that are bare already: where all codes are written in
/// one way there is nothing to look for.
struct CodeForms {
  struct Shape {
    uint64_t family = 0;  ///< digest of what the shapes of alike codes have in common
    uint64_t shape = 0;   ///< digest
    bool is_bare = true;  ///< all codes of this shape are bare
  };
  std::vector<uint64_t> bare;      ///< by row: digest of the bare form
  std::vector<uint32_t> shape_of;  ///< by row: position in `shapes`
  std::vector<Shape> shapes;
};
[[nodiscard]] CodeForms code_forms(const SchoolTable& table);

class AlikeCodes {
 public:
  /// Where the rows of a block stand.
  struct Origin {
    std::string table;        ///< the file; of a workbook also the sheet
    uint64_t first_line = 1;  ///< of the block
    uint32_t column = 0;      ///< of the codes, from 0
    bool is_cell = false;     ///< of a workbook
  };

  /// Adds the rows of a block.
  void add(const CodeForms& forms, const SchoolTable& rows, Origin origin);

  /// Warns of alike codes, naming both places; errors if `strict`. Of many the first few are told,
  /// the others counted.
  void report(bool strict, Diagnostics& diagnostics) const;

 private:
  struct Block {
    size_t first = 0;  ///< position of its first row among all
    Origin origin;
    std::vector<uint64_t> lines{};  ///< of its rows, if they are not one a line
  };
  /// What is known of the shapes of a family.
  struct Family {
    std::map<uint64_t, uint64_t> numbers;  ///< by shape
    bool is_bare = true;
  };
  /// A row, and one before it or after it whose code is alike.
  struct Pair {
    size_t row = 0;
    size_t other = 0;
  };

  [[nodiscard]] uint64_t number_of(const CodeForms::Shape& shape);
  [[nodiscard]] std::vector<std::vector<uint64_t>> find_alike() const;
  [[nodiscard]] std::vector<Pair> find_pairs() const;
  [[nodiscard]] Location place(size_t row) const;

  /// By row: the digest of the bare form, and in the low bits the number of the shape.
  std::deque<uint64_t> codes_;
  std::vector<Block> blocks_;
  std::map<uint64_t, Family> families_;
  bool may_be_alike_ = false;
  /// Some codes that are not of their family's first shape, by row.
  std::unordered_map<size_t, std::string> written_;
};

// Finds schools that are in the data twice. Keeps 12 bytes a school: of all that reading keeps, the
// only thing that grows.

/// A row's key as a 64-bit digest: school, stage (in per-stage sets), assessor, date. Two of a
/// million schools share one by chance once in 37 million runs.
[[nodiscard]] std::vector<uint64_t> duplicate_keys(const Run& run, const SchoolTable& table);

class DuplicateFinder {
 public:
  /// Room for about this many schools is made at once.
  explicit DuplicateFinder(size_t expected);

  /// Adds the rows of a block whose first code would stand at `first`; a school that is there
  /// already is an error naming both places.
  void add(const std::vector<uint64_t>& keys, const SchoolTable& table, const Location& first,
           Diagnostics& diagnostics);

 private:
  void grow();
  /// The slot that has the key or may take it.
  [[nodiscard]] size_t slot_of(uint64_t key) const;
  /// The file and the line of a line counted over all files.
  [[nodiscard]] std::string place_of(uint32_t line) const;

  // Two arrays, as a key and a line in one would take a third more.
  std::vector<uint64_t> keys_;   ///< 0: free
  std::vector<uint32_t> lines_;  ///< counted over all files; right up to four billion lines
  size_t used_ = 0;

  struct File {
    std::string name;
    uint64_t lines_before = 0;
    bool has_cells = false;  ///< a sheet of a workbook
  };
  std::vector<File> files_;
  uint64_t last_line_ = 0;  ///< of those seen, counted over all files
};

// Shares that are parts of 1 in fields of %: a column of a file whose figures nearly all lie
// between 0 and 1.

/// The figures of a column.
struct ShareCount {
  uint32_t field = 0;  ///< of the run
  uint64_t known = 0;  ///< other than 0, which is 0 either way
  uint64_t parts = 0;  ///< of those, above 0 and up to 1
  uint64_t below = 0;  ///< of those, below 1
  Location first{};    ///< of those below 1

  /// Counts one that comes behind.
  void add(const ShareCount& more);
};

/// Adds up the columns of files and of the run. Where a file has one school, its figures are told
/// together with those of the others.
class ShareCheck {
 public:
  explicit ShareCheck(const Run& run) : run_(run) {}

  /// Adds columns of a block; blocks of a file come in order.
  void add(const std::vector<ShareCount>& columns);
  /// Warns of the columns of the file, at the first such figure.
  void end_file(Diagnostics& diagnostics);
  /// Warns of those of which no file had enough.
  void end_run(Diagnostics& diagnostics);

 private:
  using Counts = std::map<uint32_t, ShareCount>;

  void warn(const ShareCount& count, Diagnostics& diagnostics) const;

  const Run& run_;
  Counts file_;
  Counts rest_;  ///< of files with too few
};

}  // namespace kdcl

// Finds codes of schools that differ only in zeros at the start of numbers, in case or in blanks:
// most likely one school, which is counted as two. Keeps 8 bytes a row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "model/school_table.h"

namespace kdcl {

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

}  // namespace kdcl

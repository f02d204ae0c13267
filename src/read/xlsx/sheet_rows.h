// What a cell of a sheet holds, as the text that a CSV file would have.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "read/xlsx/workbook.h"

namespace kdcl {

/// Adds a stored number as Excel shows it: at most 15 digits, without exponent and without zeros at
/// the end of decimals (some programs store 5 as 5.0). Text that is no number is added as it is;
/// the readers of figures will judge it.
void append_number(std::string_view stored, std::string& out);

/// A number as append_number() writes it, in per cent: "69.5" of "0.695".
[[nodiscard]] std::string in_percent(std::string_view number);

/// Adds a stored date as YYYY-MM-DD; a time of day is left out. What is no date of the years 1900
/// to 2199 is added as a number. Days count from 1899-12-30, or from 1904-01-01 if `from_1904`.
void append_date(std::string_view stored, bool from_1904, std::string& out);

/// Adds text of a shared or inline string: Office writes control characters as _x000D_.
void append_unescaped(std::string_view text, std::string& out);

/// True if a number format shows days: d, m or y outside quotes, brackets and escapes.
[[nodiscard]] bool is_date_format(std::string_view code);
/// The same for the formats that have a number but no code of their own.
[[nodiscard]] bool is_date_format(int built_in);

// The rows of a sheet, a block at a time: only cells that hold something, as text.

/// How a cell looks: texts by their fonts, days, true and false, numbers by the sections of their
/// formats, whose places in the workbook are counted from kFirstNumberLook.
inline constexpr uint32_t kTextLook = 0;
inline constexpr uint32_t kTcvn3Look = 1;
inline constexpr uint32_t kVniLook = 2;
inline constexpr uint32_t kDayLook = 3;
inline constexpr uint32_t kTruthLook = 4;
inline constexpr uint32_t kFirstNumberLook = 5;

struct SheetCell {
  uint32_t column = 0;  ///< from 0
  uint32_t begin = 0;   ///< its text, in that of the block
  uint32_t end = 0;
  uint32_t look = kTextLook;
};

struct SheetRow {
  uint32_t number = 0;  ///< from 1, as Excel shows it
  uint32_t first = 0;   ///< its cells: from here to those of the next row
};

/// A cell that has no value to read, or one that must be told of.
struct SheetFault {
  uint32_t row = 0;
  uint32_t column = 0;
  const Message* message = nullptr;
  std::string text{};  ///< for the message
  bool is_warning = false;
};

struct SheetBlock {
  std::string text;
  std::vector<SheetCell> cells;  ///< row by row, from left to right; none is empty
  std::vector<SheetRow> rows;
  std::vector<SheetFault> faults;

  void clear();
  /// Adds rows that come behind these.
  void append(const SheetBlock& more);
  [[nodiscard]] size_t cells_end(size_t row) const {
    return row + 1 < rows.size() ? rows[row + 1].first : cells.size();
  }
  [[nodiscard]] std::string_view text_of(const SheetCell& cell) const {
    return std::string_view(text).substr(cell.begin, cell.end - cell.begin);
  }
};

/// Reads a sheet from its first row to its last. Stays in place while it reads.
class SheetReader {
 public:
  SheetReader(Workbook& workbook, const SheetName& sheet);
  SheetReader(const SheetReader&) = delete;
  SheetReader& operator=(const SheetReader&) = delete;

  /// The next rows, until their text is about `size` bytes; false at the end, when the block is
  /// empty. Blocks hold whole rows.
  [[nodiscard]] bool next(SheetBlock& block, size_t size);

  /// Why reading stopped early; null if nothing is wrong. Then the last row may be missing.
  [[nodiscard]] const Message* fault() const { return fault_; }
  /// After the last row: the hidden rows below `row` that hold something.
  [[nodiscard]] std::vector<uint32_t> hidden_below(uint32_t row) const;

 private:
  void start(std::string_view name, const XmlAttributes& attributes);
  void end(std::string_view name);
  void start_row(const XmlAttributes& attributes);
  void start_cell(const XmlAttributes& attributes);
  void end_cell();
  void add_value();
  void add_number();
  void add_boolean();
  [[nodiscard]] bool is_uncalculated() const;
  void add_cell(uint32_t begin, uint32_t look);
  void report(const Message& message, std::string text = {});
  void stop(const Message& message);
  [[nodiscard]] bool has_whole_row() const;
  void keep_last_row(SheetBlock& block);

  enum class Kind : uint8_t { number, shared, text, boolean, error, date };

  Workbook& workbook_;
  std::optional<XmlReader> reader_;
  const Message* fault_ = nullptr;
  SheetBlock* block_ = nullptr;
  SheetBlock pending_;  ///< the row that was not read to its end when the last block was full
  std::vector<uint32_t> hidden_;  ///< rows, rising
  std::string value_;
  uint32_t row_ = 0;     ///< being read, from 1
  uint32_t column_ = 0;  ///< of the next cell without a place of its own
  size_t style_ = 0;
  size_t phonetic_ = 0;
  Kind kind_ = Kind::number;
  bool has_formula_ = false;
  bool is_inline_ = false;
  bool takes_text_ = false;
  bool is_too_long_ = false;
  bool is_in_row_ = false;
  bool is_row_hidden_ = false;
  uint64_t shared_left_ = kMostUnpacked;  ///< how much text cells may still point to
};

}  // namespace kdcl

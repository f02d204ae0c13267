// Cuts a file or stream of table text into blocks of whole rows, and decodes what officials' Excel
// writes: byte-order marks, UTF-16, lines that end in carriage returns alone. Blocks are taken one
// after another; each is then independent of the others.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "base/file.h"
#include "read/csv/encoding.h"

namespace kdcl {

/// Text of whole rows; a reused buffer with kGridPadding readable bytes after `size`.
struct TextBlock {
  std::unique_ptr<char[]> text;
  size_t size = 0;
  size_t capacity = 0;
};

/// Bytes of a block. Large enough that handing blocks on costs nothing, small enough that a block,
/// its cell ends and its output stay in the second-level cache.
inline constexpr size_t kBlockSize = 256 * 1024;

/// A row may not be longer than this: 20,000 columns and a cell of 1 MiB fit; an unclosed quote in
/// a large file does not.
inline constexpr size_t kLongestRow = 64u << 20;

/// Cells of a block, counting those that short rows lack: a few letters a row under thousands of
/// columns must not take gigabytes. Blocks of full rows stay far below.
inline constexpr size_t kMostCells = 1u << 20;

class BlockCutter {
 public:
  /// `encoding`: what the user says of the file.
  BlockCutter(ByteSource source, std::string name, Encoding encoding = Encoding::unknown)
      : source_(std::move(source)), name_(std::move(name)), encoding_(encoding) {}

  /// The first bytes as UTF-8, without byte-order mark: enough to hold the header row. False, and
  /// an error, if the file can't be read as a table at all (empty, binary, a workbook, not UTF-8).
  [[nodiscard]] bool start(Diagnostics& diagnostics);

  /// What start() found and what is not taken yet; valid until the next call of next() or skip().
  [[nodiscard]] std::string_view ahead() const { return {carry_.data(), carry_.size()}; }
  /// Leaves out the first bytes: the header.
  void skip(size_t bytes) { carry_.erase(0, bytes); }
  /// From now on a block has no more rows of this many columns than kMostCells allow, but one.
  void expect_columns(size_t columns) { most_rows_ = std::max<size_t>(1, kMostCells / columns); }

  /// The next block of whole rows; false at the end. The last row gets a line feed if it has none.
  /// A system fault ends the input and is told by `fault()`.
  [[nodiscard]] bool next(TextBlock& block);

  /// Why reading stopped early; empty if it did not.
  [[nodiscard]] const std::optional<LocalText>& fault() const { return fault_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] uint64_t size() const { return source_.size(); }
  [[nodiscard]] uint64_t taken() const { return taken_; }

  /// Turns on the digest of all bytes read.
  void hash() { hash_.emplace(); }
  [[nodiscard]] std::string sha256() { return hash_ ? hash_->finish() : std::string(); }

 private:
  size_t fill(char* buffer, size_t size);
  size_t fill_decoded(char* buffer, size_t size);
  void fill_ahead(size_t size);
  size_t read_raw(char* buffer, size_t size);
  bool fill_block(TextBlock& block);
  void limit_rows(TextBlock& block);
  bool choose_encoding(Diagnostics& diagnostics);
  void choose_line_ends();
  bool check_start(Diagnostics& diagnostics);
  void report_not_utf8(std::string_view text, Diagnostics& diagnostics) const;

  ByteSource source_;
  std::string name_;
  Encoding encoding_;
  std::string carry_;  ///< decoded text not handed out yet
  std::string raw_;    ///< bytes not decoded yet
  std::optional<Sha256> hash_;
  std::optional<LocalText> fault_;
  uint64_t taken_ = 0;
  size_t most_rows_ = SIZE_MAX;
  bool at_end_ = false;
  bool ends_in_returns_ = false;  ///< lines do, as old Macs wrote them
};

}  // namespace kdcl

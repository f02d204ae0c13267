#include "read/csv/blocks.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/file.h"
#include "base/text.h"
#include "read/csv/csv_scan.h"
#include "read/csv/file_kind.h"
#include "read/csv/grid.h"
#include "read/schools/messages.h"

namespace kdcl {
namespace {

using namespace message;

/// Bytes of the longest byte-order mark.
constexpr size_t kLongestMark = 3;

/// Least room that fill() is given: enough for what decoding has left over, and a character more.
constexpr size_t kLeastRoom = 24;

/// One past the last line feed outside quotes; 0 if there is none. `text` starts outside quotes.
size_t last_row_end(const char* text, size_t size) {
  bool inside = count_bytes(text, size, '"') % 2 == 1;
  for (size_t i = size; i-- > 0;) {
    if (text[i] == '"') inside = !inside;
    if (text[i] == '\n' && !inside) return i + 1;
  }
  return 0;
}

void grow(TextBlock& block, size_t size) {
  if (block.capacity >= size) return;
  auto larger = std::make_unique_for_overwrite<char[]>(size + kGridPadding);
  if (block.size > 0) std::memcpy(larger.get(), block.text.get(), block.size);
  block.text = std::move(larger);
  block.capacity = size;
}

}  // namespace

size_t BlockCutter::read_raw(char* buffer, size_t size) {
  const std::ptrdiff_t got = at_end_ ? 0 : source_.read(buffer, size);
  if (got < 0) fault_ = system_fault(errno);
  if (got <= 0) {
    at_end_ = true;
    return 0;
  }
  if (hash_) hash_->add({buffer, static_cast<size_t>(got)});
  taken_ += static_cast<uint64_t>(got);
  return static_cast<size_t>(got);
}

size_t BlockCutter::fill_decoded(char* buffer, size_t size) {
  // A byte becomes at most three; some are left from the last time.
  const size_t before = raw_.size();
  const size_t wanted = size / 3 - before;
  raw_.resize(before + wanted);
  raw_.resize(before + read_raw(raw_.data() + before, wanted));
  std::string decoded;
  raw_.erase(0, decode(encoding_, raw_, at_end_, decoded));
  std::memcpy(buffer, decoded.data(), decoded.size());
  if (decoded.empty() && !at_end_) return fill_decoded(buffer, size);
  return decoded.size();
}

/// Decoded text; 0 only at the end. `size` is at least kLeastRoom.
size_t BlockCutter::fill(char* buffer, size_t size) {
  const size_t got =
      encoding_ == Encoding::utf8 ? read_raw(buffer, size) : fill_decoded(buffer, size);
  if (ends_in_returns_) std::replace(buffer, buffer + got, '\r', '\n');
  return got;
}

/// Adds to what is ahead until it has `size` bytes or the input ends.
void BlockCutter::fill_ahead(size_t size) {
  while (carry_.size() < size) {
    const size_t before = carry_.size();
    const size_t wanted = std::max(kBlockSize, before);
    carry_.resize(before + wanted);
    const size_t got = fill(carry_.data() + before, wanted);
    carry_.resize(before + got);
    if (got == 0) return;
  }
}

bool BlockCutter::start(Diagnostics& diagnostics) {
  carry_.resize(4096);
  size_t size = 0;
  while (size < kLongestMark) {
    const size_t got = read_raw(carry_.data() + size, carry_.size() - size);
    if (got == 0) break;
    size += got;
  }
  carry_.resize(size);
  if (!choose_encoding(diagnostics)) return false;
  // Pipes give small pieces: read on until a block is there, and the header row is certainly in it.
  fill_ahead(kBlockSize);
  choose_line_ends();
  while (!at_end_ && carry_.size() < kLongestRow && last_row_end(carry_.data(), carry_.size()) == 0)
    fill_ahead(2 * carry_.size());
  return check_start(diagnostics);
}

/// Of old Macs if rows end in carriage returns, and none in a line feed.
void BlockCutter::choose_line_ends() {
  bool inside = false;
  bool has_return = false;
  for (const char c : carry_) {
    if (c == '"') inside = !inside;
    if (c == '\n' && !inside) return;
    has_return |= c == '\r' && !inside;
  }
  if (!has_return) return;
  ends_in_returns_ = true;
  std::replace(carry_.begin(), carry_.end(), '\r', '\n');
}

/// By the mark, by what was asked for, or by the bytes. UTF-8 is taken for the rest.
bool BlockCutter::choose_encoding(Diagnostics& diagnostics) {
  const EncodingMark found = find_encoding(carry_);
  const bool is_other = encoding_name(found.encoding) != encoding_name(encoding_);
  if (found.size > 0 && encoding_ != Encoding::unknown && is_other) {
    diagnostics.error({name_},
                      {"dấu thứ tự byte của tệp là {0}, không phải {1}",
                       "the byte-order mark of the file says {0}, not {1}"},
                      encoding_name(found.encoding), encoding_name(encoding_));
    return false;
  }
  if (found.size > 0 || encoding_ == Encoding::unknown) encoding_ = found.encoding;
  if (encoding_ == Encoding::unknown) encoding_ = Encoding::utf8;
  carry_.erase(0, found.size);
  if (encoding_ == Encoding::utf8) return true;
  raw_ = std::exchange(carry_, {});
  raw_.erase(0, decode(encoding_, raw_, at_end_, carry_));
  return true;
}

/// Shows the first line that is no UTF-8 as it would read in the old encodings.
void BlockCutter::report_not_utf8(std::string_view text, Diagnostics& diagnostics) const {
  const size_t at = first_not_utf8(text);
  const auto line = static_cast<uint64_t>(
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
  const Location where{name_, line};
  if (encoding_ != Encoding::utf8) {
    diagnostics.error(where, {"có byte không thuộc bảng mã {0}", "a byte is no letter of {0}"},
                      encoding_name(encoding_));
    return;
  }
  // From the beginning of a word a little before it, in its line.
  const std::string_view before = text.substr(0, at);
  const size_t word = before.find_last_of(" ,;\t\n", at - std::min<size_t>(at, 12)) + 1;
  const size_t begin = std::max(word, before.find_last_of('\n') + 1);
  const std::string_view sample =
      text.substr(begin, text.find_first_of("\r\n", at) - begin).substr(0, 60);
  std::string one, other;
  (void)decode(Encoding::windows_1258, sample, true, one);
  (void)decode(Encoding::tcvn3, sample, true, other);
  diagnostics
      .error(where,
             {"văn bản không phải UTF-8; theo windows-1258: \"{0}\", theo tcvn3: \"{1}\"",
              "the text is not UTF-8; as windows-1258: \"{0}\", as tcvn3: \"{1}\""},
             excerpt(one), excerpt(other))
      .hint(kNameEncoding);
}

bool BlockCutter::check_start(Diagnostics& diagnostics) {
  const Location where{name_};
  const std::string_view text = ahead();
  if (fault_) {
    diagnostics.error(where, kReadFault, fault_->in(diagnostics.language()));
  } else if (trim(text).empty()) {
    diagnostics.error(where, {"tệp trống", "the file is empty"}).hint(kNeedHeader);
  } else if (const ForeignKind* kind = find_foreign_kind(text)) {
    diagnostics.error(where, kExpectedTable, kind->name.in(diagnostics.language()))
        .hint(kind->remedy);
  } else if (is_archive(text)) {
    diagnostics
        .error(where, {"cần văn bản CSV, gặp tệp Excel (.xlsx)",
                       "expected CSV text, found an Excel workbook (.xlsx)"})
        .hint({"đặt đuôi tệp là .xlsx thì được đọc như tệp Excel",
               "a file whose name ends in .xlsx is read as a workbook"});
  } else if (text.starts_with("\xD0\xCF\x11\xE0")) {
    diagnostics.error(where, kIsOldWorkbook).hint(kSaveAsCsv);
  } else if (text.find('\0') != std::string_view::npos) {
    diagnostics
        .error(where, {"cần văn bản, gặp tệp nhị phân", "expected text, found a binary file"})
        .hint(kSaveAsCsv);
  } else if (const size_t rows = at_end_ ? text.size() : last_row_end(text.data(), text.size());
             !is_utf8(text.substr(0, rows))) {
    report_not_utf8(text, diagnostics);
  } else {
    return true;
  }
  return false;
}

bool BlockCutter::fill_block(TextBlock& block) {
  block.size = 0;
  grow(block, std::max(kBlockSize, carry_.size()) + kBlockSize);
  std::memcpy(block.text.get(), carry_.data(), carry_.size());
  block.size = carry_.size();
  carry_.clear();
  for (size_t wanted = kBlockSize;; wanted *= 2) {
    while (block.size < wanted) {
      grow(block, wanted + kBlockSize);
      const size_t got = fill(block.text.get() + block.size, wanted - block.size + kLeastRoom);
      if (got == 0) break;
      block.size += got;
    }
    if (fault_ || block.size == 0) return false;
    if (block.size < wanted) {
      // The end. Let the last row end like all others; a carriage return alone is no line end here.
      if (block.text[block.size - 1] != '\n') block.text[block.size++] = '\n';
      return true;
    }
    const size_t end = last_row_end(block.text.get(), block.size);
    if (end > 0) {
      carry_.assign(block.text.get() + end, block.size - end);
      block.size = end;
      return true;
    }
    if (wanted >= kLongestRow) return true;  // the reader will say what is wrong with it
  }
}

/// Gives the rows that are too many back.
void BlockCutter::limit_rows(TextBlock& block) {
  const char* const text = block.text.get();
  if (count_bytes(text, block.size, '\n') <= most_rows_) return;
  bool inside = false;
  size_t rows = 0;
  size_t end = 0;
  for (; end < block.size && rows < most_rows_; ++end) {
    if (text[end] == '"') inside = !inside;
    rows += text[end] == '\n' && !inside;
  }
  carry_.insert(0, text + end, block.size - end);
  block.size = end;
}

bool BlockCutter::next(TextBlock& block) {
  if (!fill_block(block)) return false;
  limit_rows(block);
  return true;
}

}  // namespace kdcl

#include "read/blocks.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "read/csv_scan.h"
#include "read/grid.h"
#include "read/table_messages.h"

namespace kdcl {
namespace {

using namespace message;

/// Bytes of the longest byte-order mark.
constexpr size_t kLongestMark = 3;

/// Least room that fill() is given: enough for what UTF-16 has left over, and a character more.
constexpr size_t kLeastRoom = 8;

void append_utf8(uint32_t code, std::string& out) {
  const auto byte = [&out](uint32_t value) { out += static_cast<char>(value); };
  if (code < 0x80) {
    byte(code);
  } else if (code < 0x800) {
    byte(0xC0 | code >> 6);
    byte(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    byte(0xE0 | code >> 12);
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  } else {
    byte(0xF0 | code >> 18);
    byte(0x80 | (code >> 12 & 0x3F));
    byte(0x80 | (code >> 6 & 0x3F));
    byte(0x80 | (code & 0x3F));
  }
}

/// Decodes as many whole characters as there are; lone surrogates become replacement characters.
/// Returns the bytes used.
size_t decode_utf16(std::string_view raw, bool big, bool is_last, std::string& out) {
  const auto unit = [&](size_t at) {
    const auto first = static_cast<unsigned char>(raw[at]);
    const auto second = static_cast<unsigned char>(raw[at + 1]);
    return static_cast<uint32_t>(big ? first << 8 | second : second << 8 | first);
  };
  size_t at = 0;
  while (at + 2 <= raw.size()) {
    uint32_t code = unit(at);
    if (code >= 0xD800 && code < 0xDC00) {
      if (at + 4 > raw.size() && !is_last) break;
      const uint32_t low = at + 4 <= raw.size() ? unit(at + 2) : 0;
      if (low >= 0xDC00 && low < 0xE000) {
        code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    if (code >= 0xD800 && code < 0xE000) code = 0xFFFD;
    append_utf8(code, out);
    at += 2;
  }
  return at;
}

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
  if (got < 0) fault_ = std::strerror(errno);
  if (got <= 0) {
    at_end_ = true;
    return 0;
  }
  if (hash_) hash_->add({buffer, static_cast<size_t>(got)});
  taken_ += static_cast<uint64_t>(got);
  return static_cast<size_t>(got);
}

size_t BlockCutter::fill_utf16(char* buffer, size_t size) {
  // A code unit of two bytes becomes at most three bytes; up to three bytes are left from the last
  // time.
  const size_t before = raw_.size();
  const size_t wanted = (size - 3) / 3 * 2;
  raw_.resize(before + wanted);
  raw_.resize(before + read_raw(raw_.data() + before, wanted));
  std::string decoded;
  raw_.erase(0, decode_utf16(raw_, encoding_ == Encoding::utf16_big, at_end_, decoded));
  std::memcpy(buffer, decoded.data(), decoded.size());
  if (decoded.empty() && !at_end_) return fill_utf16(buffer, size);
  return decoded.size();
}

/// Decoded text; 0 only at the end. `size` is at least kLeastRoom.
size_t BlockCutter::fill(char* buffer, size_t size) {
  return encoding_ == Encoding::utf8 ? read_raw(buffer, size) : fill_utf16(buffer, size);
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
  if (carry_.starts_with("\xFF\xFE") || carry_.starts_with("\xFE\xFF")) {
    encoding_ = carry_[0] == '\xFF' ? Encoding::utf16_little : Encoding::utf16_big;
    raw_ = carry_.substr(2);
    carry_.clear();
    raw_.erase(0, decode_utf16(raw_, encoding_ == Encoding::utf16_big, false, carry_));
  } else if (carry_.starts_with("\xEF\xBB\xBF")) {
    carry_.erase(0, 3);
  }
  // Pipes give small pieces: read on until a block is there, or the header row is certainly in it.
  while (carry_.size() < kBlockSize ||
         (carry_.size() < kLongestRow && last_row_end(carry_.data(), carry_.size()) == 0)) {
    const size_t before = carry_.size();
    const size_t wanted = std::max(kBlockSize, before);
    carry_.resize(before + wanted);
    const size_t got = fill(carry_.data() + before, wanted);
    carry_.resize(before + got);
    if (got == 0) break;
  }
  return check_start(diagnostics);
}

bool BlockCutter::check_start(Diagnostics& diagnostics) {
  const Location where{name_};
  const std::string_view text = ahead();
  if (!fault_.empty()) {
    diagnostics.error(where, kReadFault, fault_);
  } else if (trim(text).empty()) {
    diagnostics.error(where, kFileEmpty).hint(kNeedHeader);
  } else if (text.starts_with("PK\x03\x04")) {
    diagnostics.error(where, kIsWorkbook).hint(kNameWorkbook);
  } else if (text.starts_with("\xD0\xCF\x11\xE0")) {
    diagnostics.error(where, kIsOldWorkbook).hint(kSaveAsCsv);
  } else if (text.find('\0') != std::string_view::npos) {
    diagnostics.error(where, kIsBinary).hint(kSaveAsCsv);
  } else if (const size_t rows = at_end_ ? text.size() : last_row_end(text.data(), text.size());
             !is_utf8(text.substr(0, rows))) {
    diagnostics.error(where, kNotUtf8).hint(kSaveAsCsv);
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
    if (!fault_.empty() || block.size == 0) return false;
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

// A growing piece of output that is written to without a check a character: room is asked for once
// a row.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace kdcl {

class CharBuffer {
 public:
  /// Where to write next; at least `size` characters fit.
  [[nodiscard]] char* room(size_t size) {
    if (capacity_ - size_ < size) grow(size);
    return text_.get() + size_;
  }
  /// What was written since room(): up to `end`.
  void written_to(const char* end) { size_ = static_cast<size_t>(end - text_.get()); }

  void append(std::string_view text) {
    if (text.empty()) return;  // an empty view may point nowhere, which memcpy doesn't take
    std::memcpy(room(text.size()), text.data(), text.size());
    size_ += text.size();
  }

  void clear() { size_ = 0; }
  [[nodiscard]] std::string_view view() const { return {text_.get(), size_}; }

 private:
  void grow(size_t size) {
    const size_t capacity = (size_ + size) * 2;
    auto larger = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ > 0) std::memcpy(larger.get(), text_.get(), size_);
    text_ = std::move(larger);
    capacity_ = capacity;
  }

  std::unique_ptr<char[]> text_;
  size_t size_ = 0;
  size_t capacity_ = 0;
};

}  // namespace kdcl

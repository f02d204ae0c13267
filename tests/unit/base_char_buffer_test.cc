#include <doctest/doctest.h>

#include <string>

#include "base/char_buffer.h"

namespace kdcl {
namespace {

// A sanitizer says if a copy is made from or to nothing.
TEST_CASE("char buffer: nothing may be appended to an empty buffer") {
  CharBuffer buffer;
  const CharBuffer empty;
  buffer.append(empty.view());
  CHECK(buffer.view().empty());
  buffer.append("");
  CHECK(buffer.view().empty());
}

TEST_CASE("char buffer: what is appended stands behind what was there") {
  CharBuffer buffer;
  std::string expected;
  for (int i = 0; i < 1000; ++i) {
    const std::string text(static_cast<size_t>(i % 7), static_cast<char>('a' + i % 26));
    buffer.append(text);
    expected += text;
  }
  CHECK(buffer.view() == expected);
  buffer.clear();
  CHECK(buffer.view().empty());
}

}  // namespace
}  // namespace kdcl

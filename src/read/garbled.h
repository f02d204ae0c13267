// Text that was read in a wrong encoding before it came here: its letters are all letters, only
// not those that were typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kdcl {

/// What the letters stand for.
enum class GarbledFrom : uint8_t {
  utf8,   ///< UTF-8 read as Latin-1, Windows-1252 or Windows-1258
  tcvn3,  ///< typed in a ".Vn" font
  vni,    ///< typed in a "VNI-" font
};

struct Garbled {
  GarbledFrom from = GarbledFrom::utf8;
  std::string text;  ///< as it was meant
};

/// The word for it in messages.
[[nodiscard]] std::string_view garbled_name(GarbledFrom from);

/// What a text was meant to be; nothing if it is sound as far as can be told. Only texts of which
/// Utf8Check::may_be_garbled is true need be asked for.
[[nodiscard]] std::optional<Garbled> find_garbled(std::string_view text);

/// Text that was surely typed in such a font, as it was meant; nothing if it reads the same.
[[nodiscard]] std::optional<std::string> from_old_font(std::string_view text, GarbledFrom font);

}  // namespace kdcl

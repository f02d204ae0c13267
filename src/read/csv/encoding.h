// Encodings of officials' text files, and their bytes as composed UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kdcl {

/// `unknown`: nobody said; a byte-order mark or the bytes themselves tell.
enum class Encoding { unknown, utf8, utf16_little, utf16_big, windows_1258, tcvn3 };

/// The words that name encodings, for messages.
inline constexpr std::string_view kEncodingWords = "utf-8, utf-16, windows-1258, tcvn3";

/// The encoding of that name, whatever its case; nothing if there is none. UTF-16 is little-endian
/// where no byte-order mark says otherwise.
[[nodiscard]] std::optional<Encoding> encoding_named(std::string_view word);
[[nodiscard]] std::string_view encoding_name(Encoding encoding);

/// What the first bytes of a file say, and the size of their byte-order mark. Without a mark:
/// UTF-16 if nearly every second byte is 0; `unknown` else.
struct EncodingMark {
  Encoding encoding = Encoding::unknown;
  size_t size = 0;
};
[[nodiscard]] EncodingMark find_encoding(std::string_view first_bytes);

/// Adds as many characters as are whole, as UTF-8 in composed form: at most three bytes for each of
/// the bytes. Lone halves of UTF-16 pairs become replacement characters; bytes that the encoding
/// does not have stay as they are, which is no UTF-8. `is_last`: nothing follows. Returns how many
/// bytes were used: all but those that belong to what follows. Not for UTF-8.
[[nodiscard]] size_t decode(Encoding encoding, std::string_view bytes, bool is_last,
                            std::string& out);

/// Adds a letter by its code.
void append_utf8(uint32_t code, std::string& out);
/// The text of a small file as UTF-8 without byte-order mark, whatever program saved it: line ends
/// that are carriage returns alone become line feeds.
[[nodiscard]] std::string small_file_text(std::string_view bytes);

/// Where text stops being UTF-8; its size if it does not.
[[nodiscard]] size_t first_not_utf8(std::string_view text);

// Text that was read in a wrong encoding before it came here: its letters are all letters, only
// not those that were typed.

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

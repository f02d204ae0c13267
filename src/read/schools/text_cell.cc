#include "read/schools/text_cell.h"

#include <algorithm>

#include "base/text.h"
#include "read/csv/csv.h"
#include "read/schools/messages.h"

namespace kdcl {
namespace {

using namespace message;

/// A cell of the table.
struct CellPlace {
  size_t row = 0;
  uint32_t column = 0;
};

/// True if the text is garbled, which is told once a column.
bool warn_of_garbled(BlockReading& block, std::string_view name, CellPlace at,
                     std::string_view text) {
  const std::optional<Garbled> found = garbled_text(text);
  if (!found) return false;
  block.warn_once(at.column, block.place(at.row, at.column), &kUngarble, kGarbled, name,
                  excerpt(text), garbled_name(found->from), excerpt(found->text));
  return true;
}

void warn_of_unseen(BlockReading& block, std::string_view name, CellPlace at) {
  block.warn_once(at.column, block.place(at.row, at.column), nullptr, kUnseen, name);
}

/// A soft hyphen alone is one that nobody sees; among other letters it may be the ư of a ".Vn"
/// font.
bool has_letters_beyond_ascii(std::string_view text) {
  const std::string visible = visible_text(text);
  return std::any_of(visible.begin(), visible.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

}  // namespace

bool has_unseen(std::string_view text) {
  return check_utf8(text).may_be_invisible && visible_text(text) != to_nfc(text);
}

std::optional<Garbled> garbled_text(std::string_view text) {
  if (!check_utf8(text).may_be_garbled || !has_letters_beyond_ascii(text)) return {};
  return find_garbled(text);
}

bool warn_of_garbled_note(const Location& where, std::string_view name, std::string_view text,
                          Diagnostics& diagnostics) {
  const std::optional<Garbled> found = garbled_text(text);
  if (!found) return false;
  diagnostics
      .warning(where, kGarbled, name, excerpt(text), garbled_name(found->from),
               excerpt(found->text))
      .hint(kUngarble);
  return true;
}

std::string plain_text(std::string_view text) {
  return std::string(without_guard(trim(visible_text(text))));
}

std::string_view read_text_cell(BlockReading& block, std::string_view name, size_t row,
                                uint32_t column) {
  const std::string_view text =
      without_guard(cell_text(block.cell(row, column), block.table.kept_text));
  if (block.grid.is_plain) return text;
  const Utf8Check check = check_utf8(text);
  if (!check.is_valid) {
    block.diagnostics
        .error(block.place(row, column),
               {"{0}: cần chữ UTF-8, gặp \"{1}\"", "{0}: expected UTF-8 text, found \"{1}\""}, name,
               excerpt(text))
        .hint(kNameEncoding);
    return {};
  }
  const bool is_garbled = check.may_be_garbled && warn_of_garbled(block, name, {row, column}, text);
  // What nobody sees may be letters of another encoding there.
  if (!is_garbled && check.may_be_invisible && has_unseen(text)) {
    warn_of_unseen(block, name, {row, column});
    return block.table.kept_text.emplace_back(plain_text(text));
  }
  if (check.may_be_decomposed) return block.table.kept_text.emplace_back(to_nfc(text));
  return text;
}

}  // namespace kdcl

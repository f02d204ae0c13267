// What a file is by its bytes, whatever its name says: offices rename files, and portals export web
// pages as ".xls".
#pragma once

#include <string_view>

#include "base/language.h"

namespace kdcl {

/// A kind of file that is not read: what messages call it, and what to do with it.
struct ForeignKind {
  Message name;
  Message remedy;
};

/// The kind that the first bytes of a file show, or all of them; null for text, for workbooks
/// (.xlsx) and for what is not known.
[[nodiscard]] const ForeignKind* find_foreign_kind(std::string_view bytes);

/// True for the beginning of a zip archive, as workbooks are.
[[nodiscard]] bool is_archive(std::string_view start);

/// True for the beginning of a table as text: no byte of a binary file, and something that ends
/// cells or rows.
[[nodiscard]] bool is_table_text(std::string_view start);

}  // namespace kdcl

// What a cell says in words, the same on a terminal, in a workbook and wherever else cells are read
// by people.
#pragma once

#include <string>
#include <string_view>

#include "model/report.h"

namespace kdcl {

/// The cell's text. Empty for nothing, unknown figures and dates, and bars (which each writer draws
/// in its own way).
[[nodiscard]] std::string cell_text(const Content& content, Language language);

/// The text with replacement characters for bytes that are not UTF-8. Readers refuse such data;
/// this keeps every output readable even if one lets some through.
[[nodiscard]] std::string mended_utf8(std::string_view text);

/// "394/597" and "66,0 %" of a share: the two parts writers set in columns of their own.
[[nodiscard]] std::string share_counts(const Share& share, Language language);
[[nodiscard]] std::string share_percentage(const Share& share, Language language);

}  // namespace kdcl

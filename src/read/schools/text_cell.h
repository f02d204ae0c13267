// Cells of text: codes, names, places. What they hold beside the text itself is taken off here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "read/csv/encoding.h"
#include "read/schools/block_reading.h"

namespace kdcl {

/// The text of a cell in composed form, without quotes, outer blanks, characters that nobody sees
/// and the apostrophe that CSV has before a formula. Not UTF-8 is a fault; text that looks garbled,
/// and where something unseen was taken out, is warned of once a column.
[[nodiscard]] std::string_view read_text_cell(BlockReading& block, std::string_view name,
                                              size_t row, uint32_t column);

/// The same of text without quotes and outer blanks, where its being UTF-8 is no matter.
[[nodiscard]] std::string plain_text(std::string_view text);

/// What a text was meant to be that looks garbled; nothing if it is sound as far as can be told.
[[nodiscard]] std::optional<Garbled> garbled_text(std::string_view text);

/// Warns of a text of notes that looks garbled. False if it does not.
bool warn_of_garbled_note(const Location& where, std::string_view name, std::string_view text,
                          Diagnostics& diagnostics);

/// True if a text has characters that nobody sees, or blanks that are not plain.
[[nodiscard]] bool has_unseen(std::string_view text);

}  // namespace kdcl

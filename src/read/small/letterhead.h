// Reads a letterhead file (docs/letterhead.md): heading lines, place and signers of papers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/letterhead.h"

namespace kdcl {

/// More lines or signers have no room on a page.
inline constexpr size_t kMostHeadingLines = 4;
inline constexpr size_t kMostSigners = 4;

/// Nothing if anything is wrong; all faults are reported.
[[nodiscard]] std::optional<Letterhead> read_letterhead(const std::string& name,
                                                        std::string_view bytes,
                                                        Diagnostics& diagnostics);

}  // namespace kdcl

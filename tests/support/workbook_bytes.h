// Small workbooks made in memory, part by part, as no program would write them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kdcl {

using ZipParts = std::vector<std::pair<std::string, std::string>>;

/// An archive of these parts, stored as they are.
[[nodiscard]] std::string zip_bytes(const ZipParts& parts);

/// The parts of a workbook with one sheet, "Trường", whose XML between <sheetData> and the end of
/// the sheet is `rows`; shared texts and styles as given, left out if empty.
[[nodiscard]] ZipParts workbook_parts(std::string_view rows, std::string_view shared = {},
                                      std::string_view styles = {});

/// The same as an archive.
[[nodiscard]] inline std::string workbook_bytes(std::string_view rows, std::string_view shared = {},
                                                std::string_view styles = {}) {
  return zip_bytes(workbook_parts(rows, shared, styles));
}

}  // namespace kdcl

// An Excel workbook (.xlsx): its sheets, and what cells of all sheets point to. Everything a
// hostile file may claim is limited; see read/zip and read/xml.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "read/xlsx/number_format.h"
#include "read/xlsx/xml.h"
#include "read/xlsx/zip.h"

namespace kdcl {

/// The largest workbook file that is read.
inline constexpr size_t kLargestWorkbook = 512u << 20;
/// All texts of a workbook together.
inline constexpr size_t kMostSharedText = 256u << 20;

/// How many sheets, relationships, fonts, formats, styles and merged ranges are read: more than
/// Excel writes of any.
inline constexpr size_t kMostSheets = 1000;
inline constexpr size_t kMostParts = 1u << 16;

struct SheetName {
  std::string title;
  std::string part;  ///< its name in the archive
  bool is_hidden = false;
};

/// Fonts whose letters stand in the places of others: text typed in one is read wrong.
enum class OldFont : uint8_t { none, tcvn3, vni };

/// Columns and rows that a sheet can have.
inline constexpr uint32_t kMostSheetColumns = 16384;
inline constexpr uint32_t kMostSheetRows = 1048576;

/// Cells that are joined into one. Rows count from 1, columns from 0.
struct MergedCells {
  uint32_t first_row = 0, last_row = 0;
  uint32_t first_column = 0, last_column = 0;
};

/// Takes "AB12" off the text: column from 0 and row from 1. False if it is none of a sheet.
[[nodiscard]] bool take_place(std::string_view& text, uint32_t& column, uint32_t& row);

/// Stays in place once it is open: streams of its parts point to it.
class Workbook {
 public:
  /// Opens the workbook whose bytes stay where they are. Null, and one error, if it can't be read:
  /// damaged, with a password, an old .xls, not a workbook.
  [[nodiscard]] static std::unique_ptr<Workbook> open(const std::string& name,
                                                      std::string_view bytes,
                                                      Diagnostics& diagnostics);

  /// In the order of their tabs, hidden ones too; at least one.
  [[nodiscard]] const std::vector<SheetName>& sheets() const { return sheets_; }
  /// The sheet of that title, case and Unicode form aside; the first that is not hidden for an
  /// empty title. Null, and an error that names those there are, if there is none.
  [[nodiscard]] const SheetName* find_sheet(std::string_view title, Diagnostics& diagnostics) const;
  [[nodiscard]] const std::string& name() const { return name_; }
  /// Of a form that `kdcl template` made: the titles that its sheets had, by FormTable; else empty.
  [[nodiscard]] const std::vector<std::string>& form_sheets() const { return form_sheets_; }

  /// Events of the part; nothing, and the reason in `fault`, if it is not there.
  [[nodiscard]] std::optional<XmlReader> read_part(const std::string& part, XmlEvents events,
                                                   const Message*& fault);

  /// A shared text by its number; nothing beyond the last.
  [[nodiscard]] std::optional<std::string_view> shared_text(size_t index) const {
    if (index >= text_ends_.size()) return {};
    const size_t begin = index == 0 ? 0 : text_ends_[index - 1];
    return std::string_view(texts_).substr(begin, text_ends_[index] - begin);
  }
  /// The merged cells of a sheet, which stand behind its rows: the sheet is unpacked up to there,
  /// but not read. Nothing, and the reason in `fault`, if that can't be done.
  [[nodiscard]] std::vector<MergedCells> merged_cells(const SheetName& sheet,
                                                      const Message*& fault);

  /// The place of the section that shows a stored number in cells of that style.
  [[nodiscard]] uint32_t section_of(size_t style, std::string_view stored) const;
  [[nodiscard]] const FormatSection& section(uint32_t at) const { return sections_[at]; }
  [[nodiscard]] OldFont font_of(size_t style) const {
    return style < styles_.size() ? styles_[style].font : OldFont::none;
  }
  /// Some style has such a font.
  [[nodiscard]] bool has_old_fonts() const { return has_old_fonts_; }
  [[nodiscard]] bool counts_from_1904() const { return counts_from_1904_; }
  /// It asks to be calculated when it is opened, as programs do that can't calculate: 0 or nothing
  /// is then what they store for any formula.
  [[nodiscard]] bool asks_for_calculation() const { return asks_for_calculation_; }

 private:
  struct Relationship {
    std::string id, type, part;
  };

  /// Cells of a style: which of the sections_ show their numbers, and the font of their texts.
  struct Style {
    uint32_t first_section = 0;
    uint32_t sections = 1;
    OldFont font = OldFont::none;
  };

  explicit Workbook(std::string name) : name_(std::move(name)) {}
  const Message* read(std::string_view bytes);
  const Message* read_whole(const std::string& part, XmlEvents events);
  const Message* read_relationships(const std::string& part, std::vector<Relationship>& found);
  const Message* read_sheets(const std::string& part);
  const Message* read_texts(const std::string& part);
  const Message* read_styles(const std::string& part);

  std::string name_;
  std::optional<ZipArchive> archive_;
  std::vector<SheetName> sheets_;
  std::vector<std::string> form_sheets_;
  std::string texts_;
  std::vector<size_t> text_ends_;
  std::vector<Style> styles_;
  std::vector<FormatSection> sections_{1};  ///< the first: of cells without a style
  bool has_old_fonts_ = false;
  bool counts_from_1904_ = false;
  bool asks_for_calculation_ = false;
};

}  // namespace kdcl

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
#include "read/xml.h"
#include "read/zip.h"

namespace kdcl {

/// The largest workbook file that is read.
inline constexpr size_t kLargestWorkbook = 512u << 20;
/// All texts of a workbook together.
inline constexpr size_t kMostSharedText = 256u << 20;

struct SheetName {
  std::string title;
  std::string part;  ///< its name in the archive
  bool is_hidden = false;
};

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

  /// Events of the part; nothing, and the reason in `fault`, if it is not there.
  [[nodiscard]] std::optional<XmlReader> read_part(const std::string& part, XmlEvents events,
                                                   const Message*& fault);

  /// A shared text by its number; nothing beyond the last.
  [[nodiscard]] std::optional<std::string_view> shared_text(size_t index) const {
    if (index >= text_ends_.size()) return {};
    const size_t begin = index == 0 ? 0 : text_ends_[index - 1];
    return std::string_view(texts_).substr(begin, text_ends_[index] - begin);
  }
  /// True if cells of that style show days.
  [[nodiscard]] bool is_date_style(size_t style) const {
    return style < date_styles_.size() && date_styles_[style];
  }
  [[nodiscard]] bool counts_from_1904() const { return counts_from_1904_; }

 private:
  struct Relationship {
    std::string id, type, part;
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
  std::string texts_;
  std::vector<size_t> text_ends_;
  std::vector<bool> date_styles_;
  bool counts_from_1904_ = false;
};

}  // namespace kdcl

#include "read/xlsx/workbook.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <span>

#include "base/text.h"
#include "model/entry_form.h"
#include "read/csv/csv.h"
#include "read/csv/file_kind.h"
#include "read/schools/messages.h"
#include "read/xlsx/messages.h"
#include "read/xlsx/sheet_rows.h"

namespace kdcl {
namespace {

using namespace message;

constexpr std::string_view kOldWorkbook("\xD0\xCF\x11\xE0", 4);

int int_of(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

/// As xsd:boolean.
bool is_true(std::string_view flag) { return flag == "1" || flag == "true"; }

/// Takes a whole number off the text; 0 if there is none, or one too large for any sheet.
uint32_t take_coordinate(std::string_view& text) {
  uint32_t value = 0;
  const auto [last, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  text.remove_prefix(static_cast<size_t>(last - text.data()));
  return fault == std::errc() ? value : 0;
}

OldFont font_named(std::string_view name) {
  const std::string folded = fold(name);
  if (folded.starts_with(".vn")) return OldFont::tcvn3;
  return folded.starts_with("vni-") ? OldFont::vni : OldFont::none;
}

/// "xl/worksheets/sheet1.xml" of "worksheets/sheet1.xml" in "xl/workbook.xml". An absolute target
/// begins with a slash; ".." leads up.
std::string resolve(const std::string& base, std::string_view target) {
  std::string path =
      target.starts_with('/') ? std::string() : base.substr(0, base.find_last_of('/') + 1);
  while (!target.empty()) {
    const size_t slash = std::min(target.find('/'), target.size());
    const std::string_view step = target.substr(0, slash);
    target.remove_prefix(std::min(target.size(), slash + 1));
    if (step == "..") {
      if (!path.empty()) path.pop_back();
      path.erase(path.find_last_of('/') + 1);
    } else if (step != "." && !step.empty()) {
      path += step;
      if (!target.empty()) path += '/';
    }
  }
  return path;
}

/// What the name of a form lists: ="Trường|Chỉ báo|...".
std::vector<std::string> titles_in(std::string_view form) {
  std::vector<std::string> titles;
  form = form.substr(std::min(form.find('"'), form.size()));
  if (form.size() < 2 || !form.ends_with('"')) return titles;
  form = form.substr(1, form.size() - 2);
  while (!form.empty()) {
    const size_t end = std::min(form.find(kBetweenSheets), form.size());
    titles.emplace_back(form.substr(0, end));
    form.remove_prefix(std::min(end + 1, form.size()));
  }
  return titles;
}

/// Where the relationships of a part stand.
std::string relationships_of(const std::string& part) {
  const size_t name = part.find_last_of('/') + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

}  // namespace

bool take_place(std::string_view& text, uint32_t& column, uint32_t& row) {
  uint32_t letters = 0;
  while (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && letters <= kMostSheetColumns) {
    letters = letters * 26 + static_cast<uint32_t>(text[0] - 'A') + 1;
    text.remove_prefix(1);
  }
  row = take_coordinate(text);
  column = letters - 1;
  return letters > 0 && letters <= kMostSheetColumns && row > 0 && row <= kMostSheetRows;
}

std::unique_ptr<Workbook> Workbook::open(const std::string& name, std::string_view bytes,
                                         Diagnostics& diagnostics) {
  std::unique_ptr<Workbook> workbook(new Workbook(name));
  const Message* fault = workbook->read(bytes);
  if (!fault) return workbook;
  if (const ForeignKind* kind = find_foreign_kind(bytes)) {
    diagnostics.error({name}, kExpectedTable, kind->name.in(diagnostics.language()))
        .hint(kind->remedy);
  } else if (bytes.starts_with(kOldWorkbook)) {
    diagnostics.error({name}, kIsOldWorkbook).hint(kSaveWorkbookAgain);
  } else {
    diagnostics.error({name}, *fault);
    if (fault == &kNotAnArchive) diagnostics.hint(kSaveWorkbookAgain);
    if (fault == &kNoWorkbook) diagnostics.hint(kUnpack);
  }
  return nullptr;
}

const Message* Workbook::read(std::string_view bytes) {
  const Message* fault = nullptr;
  archive_ = ZipArchive::open(bytes, fault);
  if (!archive_) return fault;
  std::vector<Relationship> found;
  if (archive_->find("EncryptedPackage")) return &kEncryptedWorkbook;
  if (!archive_->find("_rels/.rels")) return &kNoWorkbook;
  if ((fault = read_relationships("", found))) return fault;
  std::string main;
  for (const Relationship& relationship : found)
    if (relationship.type.ends_with("/officeDocument")) main = relationship.part;
  const bool is_binary = main.ends_with(".bin");  // of an .xlsb
  if (main.empty() || is_binary || !archive_->find(main)) return &kNoWorkbook;
  if ((fault = read_sheets(main))) return fault;
  if (sheets_.empty()) return &kNoSheets;
  found.clear();
  if ((fault = read_relationships(main, found))) return fault;
  for (SheetName& sheet : sheets_) {
    const auto is_its = [&](const Relationship& relationship) {
      return relationship.id == sheet.part;
    };
    const auto at = std::find_if(found.begin(), found.end(), is_its);
    sheet.part = at != found.end() ? at->part : std::string();
  }
  for (const Relationship& relationship : found) {
    if (relationship.type.ends_with("/sharedStrings")) fault = read_texts(relationship.part);
    if (!fault && relationship.type.ends_with("/styles")) fault = read_styles(relationship.part);
    if (fault) return fault;
  }
  return nullptr;
}

std::optional<XmlReader> Workbook::read_part(const std::string& part, XmlEvents events,
                                             const Message*& fault) {
  const ZipEntry* entry = archive_->find(part);
  fault = entry ? nullptr : &kNotAnArchive;
  if (!entry) return {};
  return XmlReader(ZipStream(*archive_, *entry), std::move(events));
}

const Message* Workbook::read_whole(const std::string& part, XmlEvents events) {
  const Message* fault = nullptr;
  std::optional<XmlReader> reader = read_part(part, std::move(events), fault);
  if (!reader) return fault;
  reader->finish();
  return reader->fault();
}

std::vector<MergedCells> Workbook::merged_cells(const SheetName& sheet, const Message*& fault) {
  std::vector<MergedCells> merged;
  std::optional<XmlReader> reader;
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name != "mergeCell") return;
    if (merged.size() == kMostParts) return reader->stop(kTooManyParts);
    std::string_view reference = attributes.text("ref");
    MergedCells cells;
    if (!take_place(reference, cells.first_column, cells.first_row)) return;
    if (!reference.starts_with(':')) return;
    reference.remove_prefix(1);
    if (take_place(reference, cells.last_column, cells.last_row)) merged.push_back(cells);
  };
  events.end = [&](std::string_view name) {
    if (name == "mergeCells") reader->end_here();
  };
  const uint64_t room = archive_->room_left;
  reader = read_part(sheet.part, std::move(events), fault);
  if (!reader) return merged;
  reader->begin_at("mergeCells");
  reader->finish();
  fault = reader->fault();
  archive_->room_left = room;  // what is unpacked twice counts once
  return merged;
}

const Message* Workbook::read_relationships(const std::string& part,
                                            std::vector<Relationship>& found) {
  bool is_too_much = false;
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name != "Relationship" || attributes.text("TargetMode") == "External") return;
    is_too_much |= found.size() == kMostParts;
    if (is_too_much) return;
    found.push_back({std::string(attributes.text("Id")), std::string(attributes.text("Type")),
                     resolve(part, attributes.text("Target"))});
  };
  const Message* fault = read_whole(relationships_of(part), std::move(events));
  return is_too_much ? &kTooManyParts : fault;
}

/// The part of a sheet is the id of its relationship until those are read.
const Message* Workbook::read_sheets(const std::string& part) {
  bool is_too_much = false;
  bool is_form_name = false;
  std::string form;
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "workbookPr") counts_from_1904_ = is_true(attributes.text("date1904"));
    if (name == "calcPr") asks_for_calculation_ = is_true(attributes.text("fullCalcOnLoad"));
    is_form_name = name == "definedName" && attributes.text("name") == kFormName;
    if (name != "sheet") return;
    is_too_much |= sheets_.size() == kMostSheets;
    if (!is_too_much)
      sheets_.push_back({std::string(attributes.text("name")), std::string(attributes.text("id")),
                         attributes.text("state").find("idden") != std::string_view::npos});
  };
  events.text = [&](std::string_view text) {
    if (is_form_name && form.size() < kLongestCell) form += text;
  };
  events.end = [&](std::string_view) { is_form_name = false; };
  const Message* fault = read_whole(part, std::move(events));
  form_sheets_ = titles_in(form);
  return is_too_much ? &kTooManyParts : fault;
}

const Message* Workbook::read_texts(const std::string& part) {
  bool in_text = false;
  size_t phonetic = 0;
  bool is_too_much = false;
  std::string item;
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes&) {
    if (name == "si") item.clear();
    if (name == "rPh") ++phonetic;
    in_text = name == "t" && phonetic == 0;
  };
  events.text = [&](std::string_view text) {
    if (in_text && item.size() <= kMostSharedText) item += text;
  };
  events.end = [&](std::string_view name) {
    in_text = false;
    if (name == "rPh" && phonetic > 0) --phonetic;
    if (name != "si" || is_too_much) return;
    append_unescaped(item, texts_);
    text_ends_.push_back(texts_.size());
    is_too_much = texts_.size() + text_ends_.size() * sizeof(size_t) > kMostSharedText;
  };
  const Message* fault = read_whole(part, std::move(events));
  return is_too_much ? &kTooManyTexts : fault;
}

const Message* Workbook::read_styles(const std::string& part) {
  std::map<int, Style> formats;  // by their numbers: their sections
  std::vector<OldFont> fonts;
  bool in_cells = false;
  bool is_too_much = false;
  const auto add_format = [&](int number, std::vector<FormatSection> sections) {
    Style& style = formats[number];
    style.first_section = static_cast<uint32_t>(sections_.size());
    style.sections = static_cast<uint32_t>(sections.size());
    std::move(sections.begin(), sections.end(), std::back_inserter(sections_));
  };
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& attributes) {
    is_too_much |= std::max({formats.size(), fonts.size(), styles_.size()}) >= kMostParts;
    if (is_too_much) return;
    if (name == "numFmt")
      add_format(int_of(attributes.text("numFmtId")),
                 parse_number_format(attributes.text("formatCode")));
    if (name == "font") fonts.push_back(OldFont::none);
    if (name == "name" && !fonts.empty()) fonts.back() = font_named(attributes.text("val"));
    if (name == "cellXfs") in_cells = true;
    if (name != "xf" || !in_cells) return;
    const int format = int_of(attributes.text("numFmtId"));
    if (!formats.contains(format)) add_format(format, built_in_format(format));
    styles_.push_back(formats[format]);
    const auto font = static_cast<size_t>(int_of(attributes.text("fontId")));
    if (font < fonts.size()) styles_.back().font = fonts[font];
    has_old_fonts_ |= styles_.back().font != OldFont::none;
  };
  events.end = [&](std::string_view name) {
    if (name == "cellXfs") in_cells = false;
  };
  const Message* fault = read_whole(part, std::move(events));
  return is_too_much ? &kTooManyParts : fault;
}

uint32_t Workbook::section_of(size_t style, std::string_view stored) const {
  if (style >= styles_.size()) return 0;
  const Style& found = styles_[style];
  if (found.sections == 1) return found.first_section;
  double value = 0;
  std::from_chars(stored.data(), stored.data() + stored.size(), value);
  const std::span sections = std::span(sections_).subspan(found.first_section, found.sections);
  return found.first_section + static_cast<uint32_t>(kdcl::section_of(sections, value));
}

const SheetName* Workbook::find_sheet(std::string_view title, Diagnostics& diagnostics) const {
  if (title.empty()) {
    const auto shown = std::find_if(sheets_.begin(), sheets_.end(),
                                    [](const SheetName& sheet) { return !sheet.is_hidden; });
    return shown != sheets_.end() ? &*shown : &sheets_.front();
  }
  const std::string wanted = fold(title);
  std::string titles;
  for (const SheetName& sheet : sheets_) {
    if (fold(sheet.title) == wanted) return &sheet;
    if (!titles.empty()) titles += ", ";
    titles += '"' + excerpt(sheet.title) + '"';
  }
  diagnostics.error({name_}, kUnknownSheet, excerpt(title), titles);
  return nullptr;
}

}  // namespace kdcl

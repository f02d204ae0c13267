#include "read/workbook.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"
#include "read/sheet_value.h"
#include "read/table_messages.h"
#include "read/xlsx_messages.h"

namespace kdcl {
namespace {

using namespace message;

constexpr std::string_view kOldWorkbook("\xD0\xCF\x11\xE0", 4);
constexpr size_t kMostSheets = 1000;

int int_of(std::string_view text) {
  int value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
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

/// Where the relationships of a part stand.
std::string relationships_of(const std::string& part) {
  const size_t name = part.find_last_of('/') + 1;
  return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

}  // namespace

std::unique_ptr<Workbook> Workbook::open(const std::string& name, std::string_view bytes,
                                         Diagnostics& diagnostics) {
  if (bytes.starts_with(kOldWorkbook)) {
    diagnostics.error({name}, kIsOldWorkbook).hint(kSaveWorkbookAgain);
    return nullptr;
  }
  std::unique_ptr<Workbook> workbook(new Workbook(name));
  if (const Message* fault = workbook->read(bytes)) {
    diagnostics.error({name}, *fault);
    if (fault == &kNotAnArchive || fault == &kNoWorkbook) diagnostics.hint(kSaveWorkbookAgain);
    return nullptr;
  }
  return workbook;
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

const Message* Workbook::read_relationships(const std::string& part,
                                            std::vector<Relationship>& found) {
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name != "Relationship" || attributes.text("TargetMode") == "External") return;
    found.push_back({std::string(attributes.text("Id")), std::string(attributes.text("Type")),
                     resolve(part, attributes.text("Target"))});
  };
  return read_whole(relationships_of(part), std::move(events));
}

/// The part of a sheet is the id of its relationship until those are read.
const Message* Workbook::read_sheets(const std::string& part) {
  XmlEvents events;
  events.start = [this](std::string_view name, const XmlAttributes& attributes) {
    if (name == "workbookPr") {
      const std::string_view flag = attributes.text("date1904");
      counts_from_1904_ = flag == "1" || flag == "true";
    }
    if (name == "sheet" && sheets_.size() < kMostSheets)
      sheets_.push_back({std::string(attributes.text("name")), std::string(attributes.text("id")),
                         attributes.text("state").find("idden") != std::string_view::npos});
  };
  return read_whole(part, std::move(events));
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
  std::map<int, bool> own_formats;
  bool in_cells = false;
  XmlEvents events;
  events.start = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "numFmt")
      own_formats[int_of(attributes.text("numFmtId"))] =
          is_date_format(attributes.text("formatCode"));
    if (name == "cellXfs") in_cells = true;
    if (name != "xf" || !in_cells) return;
    const int format = int_of(attributes.text("numFmtId"));
    const auto own = own_formats.find(format);
    date_styles_.push_back(own != own_formats.end() ? own->second : is_date_format(format));
  };
  events.end = [&](std::string_view name) {
    if (name == "cellXfs") in_cells = false;
  };
  return read_whole(part, std::move(events));
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

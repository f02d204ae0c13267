#include "command/input_files.h"

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/text.h"

namespace kdcl {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> kDataEndings = {".xlsx", ".xlsm", ".csv", ".yaml",
                                                          ".yml"};
/// Of tables and sums that are not read, or only if they are named: whoever leaves one in a folder
/// of data may take it for read.
constexpr std::array<std::string_view, 9> kOtherEndings = {
    ".xls", ".xlsb", ".ods", ".fods", ".numbers", ".tsv", ".txt", ".docx", ".kdcl"};

bool has_ending(const std::string& name, auto endings) {
  const std::string folded = fold(name);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return folded.ends_with(ending); });
}

bool is_left_by_excel(const std::string& name) {
  return fs::path(name).filename().string().starts_with("~$");
}

void add_file(const std::string& name, std::vector<std::string>& files, Diagnostics& diagnostics) {
  if (is_left_by_excel(name))
    diagnostics.warning({name}, {"tệp tạm do Excel để lại khi mở tệp khác, bỏ qua",
                                 "left by Excel, which has another file open; passed over"});
  else
    files.push_back(name);
}

/// The names in a folder in order, without hidden ones and folders.
std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, fault))
    if (!entry.is_directory(fault) && !entry.path().filename().string().starts_with('.'))
      names.push_back(entry.path().string());
  std::sort(names.begin(), names.end());
  return names;
}

void add_folder(const std::string& folder, std::vector<std::string>& files,
                Diagnostics& diagnostics) {
  const size_t before = files.size();
  for (const std::string& name : names_in(folder)) {
    if (has_ending(name, kDataEndings))
      add_file(name, files, diagnostics);
    else if (has_ending(name, kOtherEndings) && !is_left_by_excel(name))
      diagnostics
          .warning({name},
                   {"không được đọc: trong thư mục chỉ đọc .xlsx, .xlsm, .csv, .yaml và .yml",
                    "not read: of a folder only .xlsx, .xlsm, .csv, .yaml and .yml are"})
          .hint({"lưu lại thành một trong các dạng ấy, hoặc nêu tên tệp",
                 "save it as one of these, or name the file"});
  }
  if (files.size() == before)
    diagnostics
        .error({folder}, {"thư mục không có tệp .xlsx, .xlsm, .csv, .yaml hay .yml nào",
                          "the folder has no .xlsx, .xlsm, .csv, .yaml or .yml file"})
        .hint({"các thư mục con không được đọc: nêu tên từng thư mục",
               "folders inside it are not read: name each of them"});
}

}  // namespace

std::vector<std::string> input_files(const std::vector<std::string>& named,
                                     Diagnostics& diagnostics) {
  std::vector<std::string> files;
  const size_t errors_before = diagnostics.errors();
  for (const std::string& name : named) {
    std::error_code none;
    if (fs::is_directory(name, none))
      add_folder(name, files, diagnostics);
    else
      add_file(name, files, diagnostics);
  }
  if (files.empty() && !named.empty() && diagnostics.errors() == errors_before)
    diagnostics.error({named.front()}, {"chỉ có tệp tạm do Excel để lại, không có dữ liệu",
                                        "only what Excel left, no data"});
  return files;
}

}  // namespace kdcl

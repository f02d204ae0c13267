#include "command/criteria_input.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "command/criteria.h"
#include "command/long_input.h"
#include "command/messages.h"
#include "model/criteria.h"
#include "read/criteria/assumptions.h"
#include "read/criteria/criteria.h"
#include "read/yaml/yaml.h"

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
std::vector<std::string> files_in(const std::string& folder) {
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
  for (const std::string& name : files_in(folder)) {
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

using namespace message;

namespace {

bool looks_like_file(const std::string& name) {
  return is_yaml(name) || name.find('/') != std::string::npos;
}

bool has_set(const std::vector<CriteriaSet>& sets, std::string_view id) {
  return std::any_of(sets.begin(), sets.end(),
                     [id](const CriteriaSet& set) { return set.id == id; });
}

}  // namespace

std::optional<std::string> read_small_file(const std::string& path, Diagnostics& diagnostics) {
  LocalText fault;
  std::optional<std::string> bytes = read_file(path, kMostYamlBytes, fault);
  if (bytes) return bytes;
  if (fault.en.empty())
    diagnostics.error({path}, kTooLarge, kMostYamlBytes >> 20);
  else
    diagnostics.error({path}, kCannotRead, fault.in(diagnostics.language()));
  return {};
}

std::optional<CriteriaSet> find_shipped_set(const std::string& id) {
  for (const ShippedSet& set : shipped_sets())
    if (set.id == id) return unpack_criteria(set.packed);
  return {};
}

std::optional<CriteriaSet> read_criteria_file(const std::string& path,
                                              const std::vector<std::string>& files,
                                              Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = read_small_file(path, diagnostics);
  if (!bytes) return {};
  std::vector<std::string> opened;
  std::optional<CriteriaSet> set =
      read_criteria(path, *bytes, library_of(files, opened), diagnostics);
  if (!set) return {};
  set->sha256 = sha256_of(*bytes);
  set->used_files = std::move(opened);
  return set;
}

std::optional<CriteriaSet> find_set(const std::string& name, const std::vector<std::string>& files,
                                    Diagnostics& diagnostics) {
  if (std::optional<CriteriaSet> shipped = find_shipped_set(name)) return shipped;
  std::error_code ignored;
  if (looks_like_file(name) || std::filesystem::exists(name, ignored))
    return read_criteria_file(name, files, diagnostics);
  diagnostics.error(
      {},
      {"-c: không có bộ tiêu chí hay tệp \"{0}\"", "-c: there is no criteria set or file \"{0}\""},
      excerpt(name));
  std::vector<std::string_view> ids;
  for (const ShippedSet& set : shipped_sets()) ids.push_back(set.id);
  const std::string_view nearest = nearest_name(name, ids);
  if (!nearest.empty()) diagnostics.hint(kSuggestName, nearest);
  return {};
}

std::vector<std::string> files_beside(const std::string& name) {
  const std::filesystem::path folder = std::filesystem::path(name).parent_path();
  std::vector<std::string> files;
  std::error_code ignored;
  for (const auto& entry :
       std::filesystem::directory_iterator(folder.empty() ? "." : folder, ignored)) {
    const std::string file = (folder / entry.path().filename()).string();
    if (is_yaml(file)) files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  return files;
}

namespace {

/// The ids of the sets whose level a set asks for.
std::set<std::string> asked_ids(const CriteriaSet& set) {
  std::set<std::string> ids;
  for (const Indicator& indicator : set.indicators)
    for (const Requirement& requirement : indicator.requirements)
      if (requirement.is_level) ids.insert(requirement.measure);
  return ids;
}

std::optional<CriteriaSet> find_by_id(const std::string& id, const std::vector<std::string>& files,
                                      Diagnostics& diagnostics) {
  LocalText fault;
  for (const std::string& file : files)
    if (const auto bytes = read_file(file, kMostYamlBytes, fault))
      if (id_of_criteria(*bytes) == id) return read_criteria_file(file, files, diagnostics);
  return find_shipped_set(id);
}

}  // namespace

std::vector<CriteriaSet> find_set_with_asked(const std::string& name, Diagnostics& diagnostics) {
  const std::vector<std::string> files = files_beside(name);
  std::vector<CriteriaSet> sets;
  if (std::optional<CriteriaSet> set = find_set(name, files, diagnostics))
    sets.push_back(std::move(*set));
  for (size_t i = 0; i < sets.size(); ++i)
    for (const std::string& id : asked_ids(sets[i]))
      if (!has_set(sets, id))
        if (std::optional<CriteriaSet> other = find_by_id(id, files, diagnostics))
          sets.push_back(std::move(*other));
  add_asked_sets(sets);
  check_levels_of(sets, diagnostics);
  return diagnostics.has_errors() ? std::vector<CriteriaSet>() : sets;
}

void add_asked_sets(std::vector<CriteriaSet>& sets) {
  std::set<std::string> wanted;
  for (size_t i = 0; i < sets.size(); ++i) {
    wanted.merge(asked_ids(sets[i]));
    if (i + 1 < sets.size() || wanted.empty()) continue;
    for (const ShippedSet& shipped : shipped_sets()) {
      if (has_set(sets, shipped.id)) continue;
      CriteriaSet set = unpack_criteria(shipped.packed);
      if (std::any_of(wanted.begin(), wanted.end(),
                      [&](const std::string& id) { return set.id == id || set.has_base(id); }))
        sets.push_back(std::move(set));
    }
  }
}

namespace {

/// The files among what -c and --amend name.
std::vector<std::string> criteria_files(const SharedOptions& options) {
  std::vector<std::string> files = options.amendments;
  std::copy_if(options.criteria.begin(), options.criteria.end(), std::back_inserter(files),
               looks_like_file);
  return files;
}

/// The sets of a run: rows may take the open ones; the others are there for their levels.
struct SetsOfRun {
  std::vector<CriteriaSet> open, asked;

  [[nodiscard]] std::vector<CriteriaSet> all() const {
    std::vector<CriteriaSet> sets = open;
    sets.insert(sets.end(), asked.begin(), asked.end());
    return sets;
  }
  void add_asked() {
    std::vector<CriteriaSet> sets = all();
    add_asked_sets(sets);
    asked.assign(sets.begin() + static_cast<std::ptrdiff_t>(open.size()), sets.end());
  }
};

/// The sets of --amend.
std::vector<CriteriaSet> read_amendments(const SharedOptions& options,
                                         const std::vector<std::string>& files,
                                         Diagnostics& diagnostics) {
  std::vector<CriteriaSet> amendments;
  for (const std::string& name : options.amendments) {
    std::optional<CriteriaSet> set = read_criteria_file(name, files, diagnostics);
    if (set && set->bases.empty())
      diagnostics.error(set->place, {"--amend: bộ này không sửa đổi bộ nào",
                                     "--amend: this set amends no other"});
    else if (set)
      amendments.push_back(std::move(*set));
  }
  return amendments;
}

/// Moves an amendment to the sets that it amends one of; false if there is no such set.
bool add_amendment(CriteriaSet& amendment, SetsOfRun& sets) {
  for (std::vector<CriteriaSet>* amended : {&sets.open, &sets.asked}) {
    if (!has_set(*amended, amendment.bases.back().id)) continue;
    amended->push_back(std::move(amendment));
    return true;
  }
  return false;
}

/// Adds the sets of --amend, each of which has to amend one of the run. What it amends may be named
/// after it.
void add_amendments(std::vector<CriteriaSet> amendments, SetsOfRun& sets,
                    Diagnostics& diagnostics) {
  for (bool is_any_added = true; is_any_added;) {
    is_any_added = false;
    for (auto each = amendments.begin(); each != amendments.end();) {
      const bool is_added = add_amendment(*each, sets);
      is_any_added |= is_added;
      each = is_added ? amendments.erase(each) : each + 1;
    }
  }
  for (const CriteriaSet& left : amendments)
    if (!has_set(amendments, left.bases.back().id))
      diagnostics
          .error(left.place,
                 {"--amend: bộ được sửa đổi \"{0}\" không có ở lần chạy này",
                  "--amend: the amended set \"{0}\" is not in this run"},
                 left.bases.back().id)
          .hint({"thêm -c {0}", "add -c {0}"}, left.bases.back().id);
}

SetsOfRun read_sets(const SharedOptions& options, Diagnostics& diagnostics) {
  const std::vector<std::string> files = criteria_files(options);
  SetsOfRun sets;
  if (options.criteria.empty())
    for (const ShippedSet& set : shipped_sets()) sets.open.push_back(unpack_criteria(set.packed));
  for (const std::string& name : options.criteria)
    if (std::optional<CriteriaSet> set = find_set(name, files, diagnostics))
      sets.open.push_back(std::move(*set));
  if (files.empty() && options.criteria.empty()) return sets;
  sets.add_asked();
  add_amendments(read_amendments(options, files, diagnostics), sets, diagnostics);
  sets.add_asked();
  check_sets(sets.all(), diagnostics, sets.open.size());
  return sets;
}

}  // namespace

std::optional<Day> read_run_date(const SharedOptions& options, Diagnostics& diagnostics) {
  if (options.date.empty()) return kNoDate;
  const std::optional<Day> day = read_date(options.date);
  if (!day)
    diagnostics.error({},
                      {"--date: cần ngày dạng 31/12/2023 hoặc 2023-12-31, gặp \"{0}\"",
                       "--date: expected a date like 31/12/2023 or 2023-12-31, found \"{0}\""},
                      excerpt(options.date));
  return day;
}

std::optional<Run> read_run(const SharedOptions& options, Diagnostics& diagnostics) {
  const SetsOfRun sets = read_sets(options, diagnostics);
  const std::optional<Day> date = read_run_date(options, diagnostics);
  if (diagnostics.has_errors()) return {};
  Run run = make_run(sets.all(), *date);
  run.open_to = sets.open.size();
  take_assumptions(options.assumed, run, diagnostics);
  if (diagnostics.has_errors()) return {};
  return run;
}

void warn_of_unused(const AssumptionUse& use, const SharedOptions& options,
                    Diagnostics& diagnostics) {
  for (const Assumption& assumption : use.unused()) {
    const auto typed =
        std::find(options.assumed.begin(), options.assumed.end(), assumption.statement);
    const auto number = static_cast<uint64_t>(typed - options.assumed.begin()) + 1;
    diagnostics.warning(
        {"--set", number},
        {"không trường nào thỏa điều kiện \"{0}\"", "the condition \"{0}\" holds for no school"},
        assumption.where);
  }
}

std::vector<std::string> input_names(const SharedOptions& options, const Run& run) {
  Diagnostics said(Language::vi);  // by who reads them
  std::vector<std::string> names = input_files(options.files, said);
  names.insert(names.end(), options.criteria.begin(), options.criteria.end());
  names.insert(names.end(), options.amendments.begin(), options.amendments.end());
  for (const CriteriaSet& set : run.sets)
    names.insert(names.end(), set.used_files.begin(), set.used_files.end());
  if (!options.schools.empty()) names.push_back(options.schools);
  return names;
}

}  // namespace kdcl

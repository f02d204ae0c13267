#include "command/paper_job.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <map>
#include <set>

#include "base/file.h"
#include "base/text.h"
#include "command/criteria_input.h"
#include "command/messages.h"
#include "command/options.h"
#include "command/register_input.h"
#include "read/small/letterhead.h"
#include "read/small/targets.h"

namespace kdcl {

std::optional<PaperJob> read_paper_job(const SharedOptions& shared, OutputFormat format,
                                       const std::string& letterhead, Diagnostics& diagnostics) {
  std::optional<Run> run = read_run(shared, diagnostics);
  if (!run) return {};
  PaperJob job{.language = diagnostics.language(), .format = format, .run = std::move(*run)};
  if (!shared.where.empty()) job.where = read_where(shared.where, job.run, diagnostics);
  if (!shared.by.empty()) job.by = find_group(shared.by, job.run, diagnostics);
  if (!shared.since.empty()) job.since = read_since(shared.since, diagnostics);
  job.schools = read_register(shared, job.run, diagnostics);
  if (job.schools) job.files.push_back(job.schools->file);
  if (!letterhead.empty())
    job.letterhead =
        read_letterhead_file(letterhead, job.files, diagnostics).value_or(Letterhead{});
  job.color = shared.output.empty() && wants_color(shared.color, STDOUT_FILENO);
  if (format == OutputFormat::xlsx && job.run.date == kNoDate)
    job.created = source_date(diagnostics);
  return job;
}

std::vector<std::string> input_names(const SharedOptions& shared, const PaperJob& job) {
  std::vector<std::string> names = input_names(shared, job.run);
  for (const InputFile& file : job.files) names.push_back(file.name);
  return names;
}

PaperOptions paper_options(const PaperJob& job, std::vector<InputFile> inputs) {
  inputs.insert(inputs.end(), job.files.begin(), job.files.end());
  return {.language = job.language,
          .version = KDCL_VERSION,
          .inputs = std::move(inputs),
          .settings = job.settings,
          .created = job.created,
          .letterhead = job.letterhead};
}

std::optional<std::vector<Target>> read_targets_file(const std::string& path, const Run& run,
                                                     std::vector<InputFile>& inputs,
                                                     Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = read_small_file(path, diagnostics);
  if (!bytes) return {};
  inputs.push_back({path, sha256_of(*bytes)});
  return read_targets(path, *bytes, run, diagnostics);
}

std::optional<Letterhead> read_letterhead_file(const std::string& path,
                                               std::vector<InputFile>& inputs,
                                               Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = read_small_file(path, diagnostics);
  if (!bytes) return {};
  inputs.push_back({path, sha256_of(*bytes)});
  return read_letterhead(path, *bytes, diagnostics);
}

using namespace message;
namespace fs = std::filesystem;

namespace {

constexpr size_t kLongestName = 100;

bool is_plain(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == '.';
}

/// Names of devices, which Windows does not give to files, whatever their ending.
bool is_reserved(const std::string& name) {
  constexpr std::array<std::string_view, 4> kDevices = {"con", "prn", "aux", "nul"};
  const std::string stem = fold(name.substr(0, name.find('.')));
  const bool is_port = stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) &&
                       std::isdigit(static_cast<unsigned char>(stem[3])) != 0;
  return is_port || std::find(kDevices.begin(), kDevices.end(), stem) != kDevices.end();
}

}  // namespace

std::string report_name(std::string_view school_id) {
  std::string name;
  for (const char c : school_id) {
    const bool goes_on =
        (static_cast<unsigned char>(c) & 0xC0) == 0x80;  // of a letter begun before
    if (!goes_on) name += is_plain(c) ? c : '_';
  }
  name = name.substr(0, kLongestName);
  if (name.starts_with('.')) name.front() = '_';
  if (name.ends_with('.')) name.back() = '_';
  return is_reserved(name) ? "_" + name : name;
}

std::vector<std::string> report_paths(const std::string& folder,
                                      const std::vector<std::string>& ids, std::string_view ending,
                                      const std::vector<std::string>& inputs,
                                      Diagnostics& diagnostics) {
  std::error_code none;
  std::set<fs::path> read;
  for (const std::string& input : inputs) read.insert(fs::weakly_canonical(input, none));
  const fs::path home = fs::weakly_canonical(folder, none);
  std::map<std::string, std::string> known;  // ids by folded name
  std::vector<std::string> paths;
  for (const std::string& id : ids) {
    const std::string name = report_name(id);
    const auto [before, is_new] = known.try_emplace(fold(name), id);
    const std::string file = name + std::string(ending);
    if (!is_new)
      diagnostics
          .error({},
                 {"trường {0} và trường {1} cùng ra tệp {2}",
                  "the schools {0} and {1} both give the file {2}"},
                 excerpt(before->second), excerpt(id), file)
          .hint({"đổi mã trường, hoặc lập riêng từng trường bằng --school và -o TỆP",
                 "change an id, or make them one by one with --school and -o FILE"});
    paths.push_back((fs::path(folder) / file).string());
    if (read.contains(fs::weakly_canonical(home / file, none)))
      diagnostics.error({}, kOutputIsInput, paths.back());
  }
  return paths;
}

bool prepare_folder(const std::string& folder, bool force, Diagnostics& diagnostics) {
  std::error_code fault;
  if (fs::exists(folder, fault) && !fs::is_directory(folder, fault)) {
    diagnostics.error({}, {"-o: \"{0}\" không phải là thư mục", "-o: \"{0}\" is no folder"},
                      folder);
    return false;
  }
  fs::create_directories(folder, fault);
  if (fault) {
    diagnostics.error(
        {}, {"-o: không tạo được thư mục \"{0}\": {1}", "-o: can't make the folder \"{0}\": {1}"},
        folder, system_fault(fault.value()).in(diagnostics.language()));
    return false;
  }
  if (force || fs::is_empty(folder, fault)) return true;
  diagnostics
      .error({}, {"-o: thư mục \"{0}\" không trống", "-o: the folder \"{0}\" is not empty"}, folder)
      .hint({"dùng thư mục khác, hoặc thêm --force: tệp cùng tên được ghi đè",
             "use another folder, or add --force: files of the same names are replaced"});
  return false;
}

}  // namespace kdcl

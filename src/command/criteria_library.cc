#include "command/criteria_library.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "read/shipped.h"
#include "read/yaml.h"

namespace kdcl {
namespace {

/// Before the names of files inside the program, in messages too.
constexpr std::string_view kShippedMark = "kdcl:";

std::optional<std::string> read_used(const std::string& name, const std::string& from,
                                     std::string& shown, std::vector<std::string>& opened) {
  if (from.starts_with(kShippedMark)) {
    for (const ShippedFile& file : shipped_files())
      if (file.name == name) return std::string(file.yaml);
    return {};
  }
  shown = (std::filesystem::path(from).parent_path() / name).string();
  opened.push_back(shown);
  LocalText fault;
  return read_file(shown, kMostYamlBytes, fault);
}

std::optional<CriteriaLibrary::File> find_set_file(const std::vector<std::string>& files,
                                                   const std::string& id,
                                                   std::vector<std::string>& opened) {
  for (const std::string& name : files) {
    LocalText fault;
    std::optional<std::string> bytes = read_file(name, kMostYamlBytes, fault);
    if (!bytes || id_of_criteria(*bytes) != id) continue;
    opened.push_back(name);
    return CriteriaLibrary::File{name, std::move(*bytes)};
  }
  for (const ShippedSet& set : shipped_sets())
    if (set.id == id)
      return CriteriaLibrary::File{fmt::format("{}{}.yaml", kShippedMark, id),
                                   std::string(set.yaml)};
  return {};
}

std::vector<std::string> known_ids(const std::vector<std::string>& files) {
  std::vector<std::string> ids;
  for (const std::string& name : files) {
    LocalText fault;
    if (const auto bytes = read_file(name, kMostYamlBytes, fault))
      ids.push_back(id_of_criteria(*bytes));
  }
  for (const ShippedSet& set : shipped_sets()) ids.emplace_back(set.id);
  return ids;
}

}  // namespace

CriteriaLibrary library_of(std::vector<std::string> files, std::vector<std::string>& opened) {
  CriteriaLibrary library;
  library.ids = known_ids(files);
  library.used = [&opened](const std::string& name, const std::string& from, std::string& shown) {
    return read_used(name, from, shown, opened);
  };
  library.find = [files = std::move(files), &opened](const std::string& id) {
    return find_set_file(files, id, opened);
  };
  return library;
}

}  // namespace kdcl

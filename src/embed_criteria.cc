// Build tool: reads the shipped criteria sets from YAML and writes them as C++ source. Faults in
// them stop the build.
//   embed_criteria OUTPUT.cc SET.yaml...
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/temporary_file.h"
#include "model/criteria.h"
#include "read/criteria/criteria.h"

namespace {

constexpr size_t kLargest = 4u << 20;

struct Source {
  kdcl::CriteriaSet set;
  std::string yaml;
};

/// By name.
using UsedFiles = std::map<std::string, std::string>;

std::string beside(const std::string& path, const std::string& name) {
  return (std::filesystem::path(path).parent_path() / name).string();
}

/// Finds everything beside the file of a set; notes the `uses` files in `used`.
kdcl::CriteriaLibrary library_beside(const std::string& path, UsedFiles& used) {
  kdcl::CriteriaLibrary library;
  library.used = [&used](const std::string& name, const std::string& from, std::string& shown) {
    kdcl::LocalText fault;
    shown = beside(from, name);
    std::optional<std::string> bytes = kdcl::read_file(shown, kLargest, fault);
    if (bytes) used[name] = *bytes;
    return bytes;
  };
  library.find = [path](const std::string& id) -> std::optional<kdcl::CriteriaLibrary::File> {
    kdcl::LocalText fault;
    const std::string name = beside(path, id + ".yaml");
    std::optional<std::string> bytes = kdcl::read_file(name, kLargest, fault);
    if (!bytes) return {};
    return kdcl::CriteriaLibrary::File{name, std::move(*bytes)};
  };
  return library;
}

std::optional<Source> read_source(const std::string& path, UsedFiles& used,
                                  kdcl::Diagnostics& diagnostics) {
  kdcl::LocalText fault;
  const std::optional<std::string> yaml = kdcl::read_file(path, kLargest, fault);
  if (!yaml) return {};
  std::optional<kdcl::CriteriaSet> set =
      kdcl::read_criteria(path, *yaml, library_beside(path, used), diagnostics);
  if (!set) return {};
  set->sha256 = kdcl::sha256_of(*yaml);
  set->file = std::filesystem::path(path).filename().string();
  return Source{std::move(*set), *yaml};
}

/// A string literal in pieces of a length that every compiler takes.
std::string literal(const std::string& bytes) {
  std::string out;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (i % 64 == 0) out += i == 0 ? "\"" : "\"\n    \"";
    const auto byte = static_cast<unsigned char>(bytes[i]);
    const bool is_plain = byte >= ' ' && byte < 0x7F && byte != '"' && byte != '\\' && byte != '?';
    out += is_plain ? std::string(1, bytes[i]) : fmt::format("\\{:03o}", byte);
  }
  return bytes.empty() ? "\"\"" : out + "\"";
}

std::string source_text(const std::vector<Source>& sources, const UsedFiles& used) {
  std::string out =
      "// Made by embed_criteria from criteria/*.yaml.\n#include "
      "\"read/criteria/criteria.h\"\n\n#include "
      "<array>\n\nnamespace kdcl {\nnamespace {\n\n";
  out += fmt::format("constexpr std::array<ShippedSet, {}> kSets = {{{{\n", sources.size());
  for (const Source& source : sources) {
    const std::string packed = kdcl::pack_criteria(source.set);
    out += fmt::format("  {{\"{}\",\n   {{{}, {}}},\n   {{{}, {}}}}},\n", source.set.id,
                       literal(packed), packed.size(), literal(source.yaml), source.yaml.size());
  }
  out += fmt::format("}}}};\n\nconstexpr std::array<ShippedFile, {}> kFiles = {{{{\n", used.size());
  for (const auto& [name, yaml] : used)
    out += fmt::format("  {{\"{}\",\n   {{{}, {}}}}},\n", name, literal(yaml), yaml.size());
  return out +
         "}};\n\n}  // namespace\n\nstd::span<const ShippedSet> shipped_sets() { return kSets; "
         "}\n\n"
         "std::span<const ShippedFile> shipped_files() { return kFiles; }\n\n}  // namespace "
         "kdcl\n";
}

}  // namespace

int main(int argc, char** argv) {
  kdcl::Diagnostics diagnostics(kdcl::Language::en);
  std::vector<Source> sources;
  std::vector<kdcl::CriteriaSet> sets;
  UsedFiles used;
  for (int i = 2; i < argc; ++i) {
    if (std::optional<Source> source = read_source(argv[i], used, diagnostics)) {
      sets.push_back(source->set);
      sources.push_back(std::move(*source));
    }
  }
  kdcl::check_sets(sets, diagnostics);
  std::fputs(kdcl::format_diagnostics(diagnostics, false).c_str(), stderr);
  if (diagnostics.has_errors() || argc < 3 || sources.size() != static_cast<size_t>(argc - 2))
    return 1;
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
    return std::tuple(a.set.in_force_from, a.set.id) < std::tuple(b.set.in_force_from, b.set.id);
  });
  kdcl::LocalText fault;
  kdcl::WholeFile file(argv[1]);
  if (!file.create(fault) || !kdcl::write_fully(file.descriptor(), source_text(sources, used)) ||
      !file.commit(fault)) {
    std::fprintf(stderr, "%s: %s\n", argv[1], fault.en.c_str());
    return 1;
  }
  return 0;
}

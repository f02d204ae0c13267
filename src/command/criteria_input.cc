#include "command/criteria_input.h"

#include <filesystem>

#include "base/file.h"
#include "base/text.h"
#include "command/messages.h"
#include "model/pack.h"
#include "read/assumptions.h"
#include "read/criteria.h"
#include "read/shipped.h"
#include "read/yaml.h"

namespace kdcl {

using namespace message;

namespace {

bool looks_like_file(const std::string& name) {
  return name.ends_with(".yaml") || name.ends_with(".yml") || name.find('/') != std::string::npos;
}

}  // namespace

std::optional<std::string> read_small_file(const std::string& path, Diagnostics& diagnostics) {
  std::string fault;
  std::optional<std::string> bytes = read_file(path, kMostYamlBytes, fault);
  if (bytes) return bytes;
  if (fault.empty())
    diagnostics.error({path}, kTooLarge, kMostYamlBytes >> 20);
  else
    diagnostics.error({path}, kCannotRead, fault);
  return {};
}

std::optional<CriteriaSet> find_shipped_set(const std::string& id) {
  for (const ShippedSet& set : shipped_sets())
    if (set.id == id) return unpack_criteria(set.packed);
  return {};
}

std::optional<CriteriaSet> read_criteria_file(const std::string& path, Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = read_small_file(path, diagnostics);
  if (!bytes) return {};
  std::vector<std::string> used_files;
  const auto read_used = [&](const std::string& name,
                             std::string& shown) -> std::optional<std::string> {
    shown = (std::filesystem::path(path).parent_path() / name).string();
    used_files.push_back(shown);
    std::string fault;
    return read_file(shown, kMostYamlBytes, fault);
  };
  std::optional<CriteriaSet> set = read_criteria(path, *bytes, read_used, diagnostics);
  if (!set) return {};
  set->sha256 = sha256_of(*bytes);
  set->used_files = std::move(used_files);
  return set;
}

std::optional<CriteriaSet> find_set(const std::string& name, Diagnostics& diagnostics) {
  if (std::optional<CriteriaSet> shipped = find_shipped_set(name)) return shipped;
  std::error_code ignored;
  if (looks_like_file(name) || std::filesystem::exists(name, ignored))
    return read_criteria_file(name, diagnostics);
  diagnostics.error({}, kUnknownShippedSet, excerpt(name));
  std::vector<std::string_view> ids;
  for (const ShippedSet& set : shipped_sets()) ids.push_back(set.id);
  const std::string_view nearest = nearest_name(name, ids);
  if (!nearest.empty()) diagnostics.hint(kSuggestName, nearest);
  return {};
}

std::optional<Run> read_run(const SharedOptions& options, Diagnostics& diagnostics) {
  std::vector<CriteriaSet> sets;
  if (options.criteria.empty())
    for (const ShippedSet& set : shipped_sets()) sets.push_back(unpack_criteria(set.packed));
  for (const std::string& name : options.criteria)
    if (std::optional<CriteriaSet> set = find_set(name, diagnostics))
      sets.push_back(std::move(*set));
  if (!options.criteria.empty()) check_sets(sets, diagnostics);
  Day date = kNoDate;
  if (!options.date.empty()) {
    if (const std::optional<Day> day = read_date(options.date))
      date = *day;
    else
      diagnostics.error({}, kBadDate, excerpt(options.date));
  }
  if (diagnostics.has_errors()) return {};
  Run run = make_run(std::move(sets), date);
  take_assumptions(options.assumed, run, diagnostics);
  if (diagnostics.has_errors()) return {};
  return run;
}

std::vector<std::string> input_names(const SharedOptions& options, const Run& run) {
  std::vector<std::string> names = options.files;
  names.insert(names.end(), options.criteria.begin(), options.criteria.end());
  for (const CriteriaSet& set : run.sets)
    names.insert(names.end(), set.used_files.begin(), set.used_files.end());
  return names;
}

}  // namespace kdcl

#include "command/criteria_input.h"

#include <algorithm>
#include <filesystem>

#include "base/file.h"
#include "base/text.h"
#include "command/criteria_library.h"
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
  diagnostics.error({}, kUnknownShippedSet, excerpt(name));
  std::vector<std::string_view> ids;
  for (const ShippedSet& set : shipped_sets()) ids.push_back(set.id);
  const std::string_view nearest = nearest_name(name, ids);
  if (!nearest.empty()) diagnostics.hint(kSuggestName, nearest);
  return {};
}

namespace {

/// The files among what -c and --amend name.
std::vector<std::string> criteria_files(const SharedOptions& options) {
  std::vector<std::string> files = options.amendments;
  std::copy_if(options.criteria.begin(), options.criteria.end(), std::back_inserter(files),
               looks_like_file);
  return files;
}

/// Adds the sets of --amend, each of which has to amend one of the run.
void add_amendments(const SharedOptions& options, const std::vector<std::string>& files,
                    std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  for (const std::string& name : options.amendments) {
    std::optional<CriteriaSet> set = read_criteria_file(name, files, diagnostics);
    if (!set) continue;
    if (set->bases.empty())
      diagnostics.error(set->place, kNotAnAmendment);
    else if (std::none_of(sets.begin(), sets.end(),
                          [&](const CriteriaSet& base) { return base.id == set->bases.back().id; }))
      diagnostics.error(set->place, kAmendsNotInRun, set->bases.back().id)
          .hint(kNameBaseToo, set->bases.back().id);
    else
      sets.push_back(std::move(*set));
  }
}

std::vector<CriteriaSet> read_sets(const SharedOptions& options, Diagnostics& diagnostics) {
  const std::vector<std::string> files = criteria_files(options);
  std::vector<CriteriaSet> sets;
  if (options.criteria.empty())
    for (const ShippedSet& set : shipped_sets()) sets.push_back(unpack_criteria(set.packed));
  for (const std::string& name : options.criteria)
    if (std::optional<CriteriaSet> set = find_set(name, files, diagnostics))
      sets.push_back(std::move(*set));
  add_amendments(options, files, sets, diagnostics);
  if (!files.empty() || !options.criteria.empty()) check_sets(sets, diagnostics);
  return sets;
}

}  // namespace

std::optional<Day> read_run_date(const SharedOptions& options, Diagnostics& diagnostics) {
  if (options.date.empty()) return kNoDate;
  const std::optional<Day> day = read_date(options.date);
  if (!day) diagnostics.error({}, kBadDate, excerpt(options.date));
  return day;
}

std::optional<Run> read_run(const SharedOptions& options, Diagnostics& diagnostics) {
  std::vector<CriteriaSet> sets = read_sets(options, diagnostics);
  const std::optional<Day> date = read_run_date(options, diagnostics);
  if (diagnostics.has_errors()) return {};
  Run run = make_run(std::move(sets), *date);
  take_assumptions(options.assumed, run, diagnostics);
  if (diagnostics.has_errors()) return {};
  return run;
}

std::vector<std::string> input_names(const SharedOptions& options, const Run& run) {
  std::vector<std::string> names = options.files;
  names.insert(names.end(), options.criteria.begin(), options.criteria.end());
  names.insert(names.end(), options.amendments.begin(), options.amendments.end());
  for (const CriteriaSet& set : run.sets)
    names.insert(names.end(), set.used_files.begin(), set.used_files.end());
  return names;
}

}  // namespace kdcl

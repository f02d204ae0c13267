#include "read/criteria.h"

#include <algorithm>
#include <set>

#include "base/pattern.h"
#include "base/text.h"
#include "read/amendment.h"
#include "read/criteria_data_tables.h"
#include "read/criteria_fields.h"
#include "read/criteria_keys.h"
#include "read/criteria_levels.h"
#include "read/criteria_messages.h"
#include "read/criteria_reading.h"
#include "read/criteria_standards.h"

namespace kdcl {

using namespace message;

namespace {

void read_dates(CriteriaSet& set, const YamlValues& values, const YamlNode& file) {
  const YamlNode* in_force = values.find(file, "in_force");
  if (!in_force || !values.check_keys(*in_force, "in_force", kInForceKeys)) return;
  set.in_force_place = values.place(*in_force);
  const DaySpan period = read_period(values, *in_force);
  set.in_force_from = period.from;
  set.in_force_to = period.to;
}

void read_source(CriteriaSet& set, const YamlValues& values, const YamlNode& file) {
  const YamlNode* source = values.find(file, "source");
  if (!source || !values.check_keys(*source, "source", kSourceKeys)) return;
  set.document = values.read_text(*source, "document").value_or("");
  set.issued = values.read_date(*source, "issued").value_or(kNoDate);
}

void read_head(CriteriaSet& set, const YamlValues& values, const YamlNode& file) {
  if (const YamlNode* id = values.find(file, "id")) {
    set.id = read_id(values, *id, "id", '-').value_or("");
    set.place = values.place(*id);
  }
  set.file = values.file();
  set.title = values.read_local_text(file, "title").value_or(LocalText{});
  read_source(set, values, file);
  read_dates(set, values, file);
  set.per_stage = values.read_flag(file, "per_stage").value_or(false);
  set.evidence_code = values.read_text(file, "evidence_code").value_or("");
  if (!set.evidence_code.empty() && !Pattern::read(set.evidence_code))
    values.error(*YamlValues::find(file, "evidence_code"),
                 {"evidence_code: \"{0}\" không phải là biểu thức chính quy",
                  "evidence_code: \"{0}\" is no regular expression"},
                 excerpt(set.evidence_code));
  set.checked = read_checked(values, file, Certainty::high);
}

/// Adds the faults of files that other sets of the run may have read before, each once.
void report_once(const Diagnostics& faults, Diagnostics& diagnostics) {
  const std::vector<Diagnostic>& known = diagnostics.kept();
  const auto is_known = [&](const Diagnostic& fault) {
    return std::any_of(known.begin(), known.end(), [&](const Diagnostic& other) {
      return other.location == fault.location && other.message == fault.message;
    });
  };
  const std::vector<Diagnostic>& found = faults.kept();
  if (std::none_of(found.begin(), found.end(), is_known)) return diagnostics.append(faults);
  for (const Diagnostic& fault : found)
    if (!is_known(fault)) diagnostics.add(fault);
}

/// True if the tree was read well enough for its names to be known.
bool read_used_tree(CriteriaReading& reading, const YamlValues& values, std::string_view bytes) {
  const std::optional<YamlNode> file = read_yaml(values.file(), bytes, values.diagnostics());
  if (!file ||
      !values.check_keys(*file, kWholeFile.in(values.diagnostics().language()), kUsedFileKeys) ||
      !is_version_known(values, *file))
    return false;
  read_fields(reading, values, *file);
  read_measures(reading, values, *file);
  read_data_tables(reading, values, *file, Certainty::high);
  return true;
}

/// Reads one file that the set uses. Its faults are kept apart, as other sets may use it too.
void read_used_file(CriteriaReading& reading, const YamlValues& values, const YamlNode& name,
                    const CriteriaLibrary& library) {
  std::string path = name.text;
  std::optional<std::string> bytes;
  if (library.used) bytes = library.used(name.text, values.file_of(name), path);
  if (!bytes) {
    values
        .error(name, {"uses: không đọc được tệp \"{0}\"", "uses: can't read the file \"{0}\""},
               excerpt(name.text))
        .hint({"tệp phải nằm cạnh tệp này: {0}", "the file must be beside this one: {0}"}, path);
    reading.names_missing = true;
    return;
  }
  Diagnostics faults(values.diagnostics().language());
  if (!read_used_tree(reading, YamlValues(path, faults), *bytes)) reading.names_missing = true;
  reading.used_file_failed |= faults.has_errors();
  report_once(faults, values.diagnostics());
}

void read_used_files(CriteriaReading& reading, const YamlValues& values, const YamlNode& file,
                     const CriteriaLibrary& library) {
  std::set<std::pair<uint16_t, std::string>> seen;
  const YamlNode* uses = values.find(file, "uses");
  if (uses && uses->kind != YamlNode::Kind::sequence) reading.names_missing = true;
  for (const YamlNode& name : values.read_list(file, "uses")) {
    if (!values.is_text(name, "uses"))
      reading.names_missing = true;
    else if (seen.emplace(name.source, name.text).second)
      read_used_file(reading, values, name, library);
    else
      values.error(name,
                   {"uses: tệp \"{0}\" ghi hai lần", "uses: the file \"{0}\" is listed twice"},
                   excerpt(name.text));
  }
}

/// The parts in an order in which each finds what it refers to.
void read_body(CriteriaReading& reading, const YamlValues& values, const YamlNode& file) {
  read_fields(reading, values, file);
  read_measures(reading, values, file);
  reading.set.applies_to = read_expression(reading, values, file, "applies_to", ValueKind::truth);
  read_levels(reading, values, file);
  read_awards(reading, values, file);
  read_standards(reading, values, file);
  check_counted_needs(reading, values.diagnostics());
  check_parts(reading, true, values.diagnostics());
  read_data_tables(reading, values, file, reading.set.checked);
  read_data_years(reading, values, file);
}

void read_tree(CriteriaReading& reading, AmendedTree tree, const CriteriaLibrary& library,
               Diagnostics& diagnostics) {
  const YamlValues values(std::move(tree.files), diagnostics);
  if (!values.check_keys(tree.file, kWholeFile.in(diagnostics.language()), kSetKeys)) return;
  take_reserved_names(reading.names);
  reading.library = &library;
  reading.set.bases = std::move(tree.bases);
  reading.set.changes = std::move(tree.changes);
  read_head(reading.set, values, tree.file);
  read_used_files(reading, values, tree.file, library);
  read_body(reading, values, tree.file);
}

/// A key that only a set has.
bool is_key_of_sets(std::string_view name) {
  const auto has = [name](std::span<const YamlKey> keys) {
    return std::any_of(keys.begin(), keys.end(),
                       [name](const YamlKey& key) { return key.name == name; });
  };
  return has(kAmendingSetKeys) && !has(kUsedFileKeys);
}

}  // namespace

std::string id_of_criteria(std::string_view bytes) {
  Diagnostics ignored(Language::en);
  const std::optional<YamlNode> file = read_yaml({}, bytes, ignored);
  const YamlNode* id = file ? YamlValues::find(*file, "id") : nullptr;
  return id ? id->text : std::string();
}

bool is_used_file(std::string_view bytes) {
  Diagnostics ignored(Language::en);
  const std::optional<YamlNode> file = read_yaml({}, bytes, ignored);
  if (!file || (!YamlValues::find(*file, "fields") && !YamlValues::find(*file, "measures") &&
                !YamlValues::find(*file, "data_tables")))
    return false;
  return std::none_of(file->keys.begin(), file->keys.end(),
                      [](const YamlNode& key) { return is_key_of_sets(key.text); });
}

void check_used_file(const std::string& name, std::string_view bytes, Diagnostics& diagnostics) {
  Diagnostics faults(diagnostics.language());
  CriteriaReading reading;
  take_reserved_names(reading.names);
  (void)read_used_tree(reading, YamlValues(name, faults), bytes);
  check_parts(reading, false, faults);
  report_once(faults, diagnostics);
}

std::optional<CriteriaSet> read_criteria(const std::string& name, std::string_view bytes,
                                         const CriteriaLibrary& library, Diagnostics& diagnostics) {
  // Apart, as the run may hold the sets it amends as well.
  Diagnostics faults(diagnostics.language());
  std::optional<AmendedTree> tree = read_amended(name, bytes, library, faults);
  CriteriaReading reading;
  if (tree) read_tree(reading, std::move(*tree), library, faults);
  report_once(faults, diagnostics);
  if (!tree || faults.has_errors() || reading.used_file_failed) return {};
  return std::move(reading.set);
}

}  // namespace kdcl

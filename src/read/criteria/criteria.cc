#include "read/criteria/criteria.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/pattern.h"
#include "base/text.h"
#include "model/run.h"
#include "read/criteria/amendment.h"
#include "read/criteria/fields.h"
#include "read/criteria/keys.h"
#include "read/criteria/levels.h"
#include "read/criteria/messages.h"
#include "read/criteria/reading.h"
#include "read/criteria/standards.h"
#include "read/yaml/messages.h"

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

namespace {

bool is_same_choice(const Choice& a, const Choice& b) { return a.id == b.id && a.title == b.title; }

bool is_same_kind(const Field& a, const Field& b) {
  return a.type == b.type && std::equal(a.values.begin(), a.values.end(), b.values.begin(),
                                        b.values.end(), is_same_choice);
}

void check_ids(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  std::map<std::string_view, const CriteriaSet*> known;
  for (const CriteriaSet& set : sets) {
    const auto [found, is_new] = known.emplace(set.id, &set);
    if (!is_new)
      diagnostics.error(set.place,
                        {"mã bộ tiêu chí \"{0}\" đã có ở {1}",
                         "the criteria set id \"{0}\" is already used in {1}"},
                        set.id, line_text(found->second->place));
  }
}

bool overlap(const CriteriaSet& a, const CriteriaSet& b) {
  const auto ends_before = [](const CriteriaSet& x, const CriteriaSet& y) {
    return x.in_force_to != kNoDate && x.in_force_to < y.in_force_from;
  };
  return !ends_before(a, b) && !ends_before(b, a);
}

/// The id of the set that stands below all amendments.
const std::string& first_id(const CriteriaSet& set) {
  return set.bases.empty() ? set.id : set.bases.front().id;
}

/// True if a row or a level asked for may take either: sets for the same schools, if both are open
/// to rows, else amendments of one set.
bool are_rivals(const CriteriaSet& a, const CriteriaSet& b, bool are_open) {
  if (a.has_base(b.id) || b.has_base(a.id)) return false;
  if (are_open && a.applies_to && b.applies_to) return a.applies_to->source == b.applies_to->source;
  return first_id(a) == first_id(b);
}

void check_dates(const std::vector<CriteriaSet>& sets, size_t open, Diagnostics& diagnostics) {
  for (size_t later = 1; later < sets.size(); ++later) {
    for (size_t i = 0; i < later; ++i) {
      const CriteriaSet& a = sets[i];
      const CriteriaSet& b = sets[later];
      if (!are_rivals(a, b, later < open) || !overlap(a, b)) continue;
      const bool apply = later < open && a.applies_to && b.applies_to;
      const Message text =
          apply
              ? Message{"in_force: trùng thời gian với bộ \"{0}\" ({1}), cùng applies_to",
                        "in_force: overlaps with the set \"{0}\" ({1}), which has the same "
                        "applies_to"}
              : Message{"in_force: trùng thời gian với bộ \"{0}\" ({1}), cùng sửa đổi một bộ",
                        "in_force: overlaps with the set \"{0}\" ({1}), which amends the same set"};
      diagnostics.error(b.in_force_place, text, a.id, line_text(a.in_force_place));
    }
  }
}

/// A set that asks for the level of another, directly.
struct Asking {
  size_t set = 0;
  const Requirement* requirement = nullptr;
};

/// The sets whose level a set may ask for: those it names, and those that amend them.
std::vector<Asking> asked_by(const std::vector<CriteriaSet>& sets, size_t set) {
  std::vector<Asking> asked;
  for (const Indicator& indicator : sets[set].indicators)
    for (const Requirement& requirement : indicator.requirements)
      for (size_t other = 0; requirement.is_level && other < sets.size(); ++other)
        if (sets[other].id == requirement.measure || sets[other].has_base(requirement.measure))
          asked.push_back({other, &requirement});
  return asked;
}

/// Follows what sets ask for until one is met again.
class CircleSearch {
 public:
  CircleSearch(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics)
      : sets_(sets), diagnostics_(diagnostics), is_done_(sets.size()) {}

  void search() {
    for (size_t set = 0; set < sets_.size(); ++set) follow(set);
  }

 private:
  void follow(size_t set) {
    if (is_done_[set]) return;
    way_.push_back(set);
    for (const Asking& asked : asked_by(sets_, set)) {
      const auto met = std::find(way_.begin(), way_.end(), asked.set);
      if (met != way_.end())
        report(met, *asked.requirement);
      else
        follow(asked.set);
    }
    way_.pop_back();
    is_done_[set] = true;
  }

  void report(std::vector<size_t>::const_iterator first, const Requirement& requirement) {
    std::string circle;
    for (auto set = first; set != way_.end(); ++set) circle += sets_[*set].id + " → ";
    diagnostics_.error(requirement.place,
                       {"level_of: các bộ tiêu chí lấy mức của nhau: {0}",
                        "level_of: the sets ask for each other's level: {0}"},
                       circle + sets_[*first].id);
  }

  const std::vector<CriteriaSet>& sets_;
  Diagnostics& diagnostics_;
  std::vector<bool> is_done_;
  std::vector<size_t> way_;
};

/// The columns of a set's judgements, as they are told apart.
std::set<std::string> judgement_columns(const CriteriaSet& set) {
  std::set<std::string> columns;
  for (const Criterion& criterion : set.criteria) columns.insert(fold(criterion.id));
  for (const Indicator& indicator : set.indicators) columns.insert(fold(indicator.name));
  return columns;
}

/// The first criterion of the other whose columns are also this one's; null if there is none.
/// Amendments of one set may share them.
const Criterion* shared_criterion(const CriteriaSet& one, const CriteriaSet& other) {
  if (first_id(one) == first_id(other)) return nullptr;
  const std::set<std::string> columns = judgement_columns(one);
  const auto is_shared = [&](const Criterion& criterion) {
    const auto* first = other.indicators.data() + criterion.first_indicator;
    return columns.contains(fold(criterion.id)) ||
           std::any_of(first, first + criterion.indicator_count,
                       [&](const Indicator& each) { return columns.contains(fold(each.name)); });
  };
  const auto found = std::find_if(other.criteria.begin(), other.criteria.end(), is_shared);
  return found == other.criteria.end() ? nullptr : &*found;
}

/// Judgements of all the sets stand in one row, in columns named after the criteria.
void check_shared_criteria(const std::vector<CriteriaSet>& sets, size_t set,
                           Diagnostics& diagnostics) {
  const std::vector<JudgedSet> judged = find_judged(sets, set);
  for (size_t i = 1; i < judged.size(); ++i)
    for (size_t j = 0; j < i; ++j) {
      const CriteriaSet& one = sets[judged[j].set];
      const CriteriaSet& other = sets[judged[i].set];
      const Criterion* shared = shared_criterion(one, other);
      if (!shared) continue;
      diagnostics.error(asked_by(sets, set).front().requirement->place,
                        {"level_of: cột của tiêu chí \"{2}\" trong bộ \"{1}\" cũng là cột của bộ "
                         "\"{0}\"; mã tiêu chí phải khác nhau",
                         "level_of: columns of the criterion \"{2}\" in the set \"{1}\" are those "
                         "of the set \"{0}\", too; its id must differ"},
                        one.id, other.id, shared->id);
      return;
    }
}

}  // namespace

void check_levels_of(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  CircleSearch(sets, diagnostics).search();
  for (size_t set = 0; set < sets.size(); ++set) check_shared_criteria(sets, set, diagnostics);
}

void check_fields(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics) {
  std::map<std::string_view, const Field*> known;
  for (const CriteriaSet& set : sets) {
    for (const Field& field : set.fields) {
      const Field& first = *known.emplace(field.id, &field).first->second;
      if (!is_same_kind(first, field))
        diagnostics.error(field.place,
                          {"trường \"{0}\" có kiểu hoặc giá trị khác với {1}",
                           "the field \"{0}\" differs in type or values from {1}"},
                          field.id, line_text(first.place));
    }
  }
}

void check_sets(const std::vector<CriteriaSet>& sets, Diagnostics& diagnostics, size_t open) {
  check_ids(sets, diagnostics);
  check_fields(sets, diagnostics);
  check_dates(sets, open, diagnostics);
  check_levels_of(sets, diagnostics);
}

// Fields that count a part of another.

using namespace message;

namespace {

const Field* find_field(const CriteriaSet& set, std::string_view id) {
  const auto found = std::find_if(set.fields.begin(), set.fields.end(),
                                  [id](const Field& field) { return field.id == id; });
  return found == set.fields.end() ? nullptr : &*found;
}

/// The fields from one to its whole, and so on, until one comes twice or is no part.
std::vector<std::string> wholes_of(const CriteriaSet& set, const Field& field) {
  std::vector<std::string> path{field.id};
  for (const Field* each = find_field(set, field.part_of); each;
       each = find_field(set, each->part_of)) {
    const bool is_known = std::find(path.begin(), path.end(), each->id) != path.end();
    path.push_back(each->id);
    if (is_known) break;
  }
  return path;
}

/// A circle is told once, at its first field by id.
void report_circle(const CriteriaSet& set, const Field& field, const Location& where,
                   Diagnostics& diagnostics) {
  const std::vector<std::string> path = wholes_of(set, field);
  const bool is_first = field.id == *std::min_element(path.begin(), path.end());
  if (path.size() > 1 && path.back() == field.id && is_first)
    diagnostics.error(where,
                      {"part_of: trường là phần của chính nó: {0}",
                       "part_of: the field is a part of itself: {0}"},
                      fmt::format("{}", fmt::join(path, " -> ")));
}

void report_unknown_whole(const CriteriaReading& reading, const Field& field, const Location& where,
                          Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const Field& each : reading.set.fields) ids.push_back(each.id);
  diagnostics.error(
      where, {"part_of: không có trường nào tên \"{0}\"", "part_of: no field is named \"{0}\""},
      excerpt(field.part_of));
  if (const std::string_view near = nearest_name(field.part_of, ids); !near.empty())
    diagnostics.hint(kNearestIs, near);
}

void check_part(const CriteriaReading& reading, const Field& field, const Field& whole,
                const Location& where, Diagnostics& diagnostics) {
  if (value_kind(whole.type) != ValueKind::number) {
    diagnostics.error(
        where, {"part_of: \"{0}\" không phải là số", "part_of: \"{0}\" is not a number"}, whole.id);
  } else if (field.unit.vi != whole.unit.vi || field.unit.en != whole.unit.en) {
    const Language language = diagnostics.language();
    diagnostics.error(where,
                      {"part_of: đơn vị \"{0}\" khác với \"{1}\" của \"{2}\"",
                       "part_of: the unit \"{0}\" is not the \"{1}\" of \"{2}\""},
                      field.unit.in(language, 2), whole.unit.in(language, 2), whole.id);
  }
  report_circle(reading.set, field, where, diagnostics);
}

}  // namespace

void check_parts(const CriteriaReading& reading, bool is_whole_set, Diagnostics& diagnostics) {
  for (const Field& field : reading.set.fields) {
    const auto at = reading.parts.find(field.id);
    if (at == reading.parts.end() || reading.faulty.contains(field.part_of)) continue;
    if (const Field* whole = find_field(reading.set, field.part_of))
      check_part(reading, field, *whole, at->second, diagnostics);
    else if (is_whole_set && !reading.names_missing)
      report_unknown_whole(reading, field, at->second, diagnostics);
  }
}

}  // namespace kdcl

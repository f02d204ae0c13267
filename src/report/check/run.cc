#include "report/check/run.h"

#include <fmt/format.h>

#include <set>

#include "base/text.h"
#include "model/alike_names.h"
#include "report/common/phrases.h"
#include "report/common/school_list.h"

namespace kdcl {
namespace {

constexpr Message kGap{"in_force: trường {0} không có bộ nào từ {1} đến {2}",
                       "in_force: no set is for {0} from {1} to {2}"};
constexpr Message kOverlap{"in_force: trường {0} có nhiều bộ cùng lúc, {1}: {2}",
                           "in_force: several sets are for {0} at a time, {1}: {2}"};
constexpr Message kFromTo{"{0}-{1}", "{0}-{1}"};
constexpr Message kFrom{"từ {0}", "from {0}"};

std::string days_text(const Stretch& stretch, Language language) {
  const std::string from = format_day_first(stretch.from);
  if (stretch.to == kNoDate) return format_message(language, kFrom, from);
  if (stretch.to == stretch.from) return from;
  return format_message(language, kFromTo, from, format_day_first(stretch.to));
}

std::string set_names(const Run& run, const Stretch& stretch) {
  std::vector<std::string> ids;
  for (const size_t set : stretch.sets) ids.push_back(run.sets[set].id);
  return kdcl::joined(ids, " + ");
}

}  // namespace

void report_coverage_faults(const Run& run, const std::vector<Coverage>& coverages,
                            Diagnostics& diagnostics) {
  for (const Coverage& coverage : coverages) {
    const CriteriaSet* before = nullptr;
    for (const Stretch& stretch : coverage.stretches) {
      if (stretch.sets.empty())
        diagnostics.warning(before->in_force_place, kGap, coverage.school_type,
                            format_day_first(stretch.from), format_day_first(stretch.to));
      else
        before = &run.sets[stretch.sets.back()];
      if (stretch.sets.size() > 1)
        diagnostics.warning(before->in_force_place, kOverlap, coverage.school_type,
                            days_text(stretch, diagnostics.language()), set_names(run, stretch));
    }
  }
}

std::vector<std::string> coverage_lines(const Run& run, const std::vector<Coverage>& coverages,
                                        Language language) {
  std::vector<std::string> lines;
  for (const Coverage& coverage : coverages) {
    std::vector<std::string> parts;
    for (const Stretch& stretch : coverage.stretches)
      if (!stretch.sets.empty())
        parts.push_back(days_text(stretch, language) + ' ' + set_names(run, stretch));
    lines.push_back(fmt::format("{}: {}", coverage.school_type, kdcl::joined(parts, "; ")));
  }
  return lines;
}

namespace {

constexpr Message kUnknownPredecessor{"trường {0}: trường tiền thân \"{1}\" không có trong dữ liệu",
                                      "school {0}: the predecessor \"{1}\" is not in the data"};
constexpr Message kMeantSchool{"có phải {0}?", "did you mean {0}?"};
constexpr Message kOwnPredecessor{
    "trường {0} là tiền thân của chính nó qua các trường khác: bỏ qua cột predecessors của trường",
    "school {0} is its own predecessor by way of others: its column predecessors is left aside"};

}  // namespace

void report_merger_faults(const Mergers& mergers, Diagnostics& diagnostics) {
  for (const UnknownPredecessor& unknown : mergers.unknown) {
    diagnostics.warning({}, kUnknownPredecessor, excerpt(unknown.school_id),
                        excerpt(unknown.named));
    if (!unknown.nearest.empty()) diagnostics.hint(kMeantSchool, excerpt(unknown.nearest));
  }
  for (const std::string_view school : mergers.circular)
    diagnostics.warning({}, kOwnPredecessor, excerpt(school));
}

namespace {

constexpr Message kAlike{"{0}: có thể là một nơi viết nhiều cách, đang tính riêng: {1}",
                         "{0}: may be one place written in several ways, counted apart: {1}"};
constexpr Message kWriteOne{"viết thống nhất trong dữ liệu", "write it in one way in the data"};
constexpr Message kComposed{
    "{0}: {1} dòng viết dấu tách rời (Unicode NFD), đã đọc như chữ dựng sẵn và tính chung",
    "{0}: rows with diacritics written apart (Unicode NFD): {1}; they were read as composed "
    "letters "
    "and counted together"};
constexpr Message kSaveNfc{"lưu lại dạng dựng sẵn (NFC)", "save them in the composed form (NFC)"};

}  // namespace

namespace {

/// As faults of the data call a column: "Huyện (district)", in English by its id alone.
std::string column_label(const Run& run, const std::string& name, Language language) {
  return language == Language::en
             ? name
             : fmt::format("{} ({})", place_title({run, name, language}), name);
}

void report_alike(const std::string& label, const PlaceNames& names, Diagnostics& diagnostics) {
  const std::vector<std::string> all(names.begin(), names.end());
  for (const std::vector<std::string>& alike : alike_names(all)) {
    std::vector<std::string> quoted;
    for (const std::string& name : alike) quoted.push_back("\"" + excerpt(name) + "\"");
    diagnostics.warning({}, kAlike, label, kdcl::joined(quoted, ", ")).hint(kWriteOne);
  }
}

}  // namespace

void add_places(const SchoolTable& table, const GroupColumn& column, PlaceNames& names) {
  std::string_view last;  // many rows below each other have one name
  const auto& cells = column.identity ? table.identity[static_cast<size_t>(*column.identity)]
                                      : table.texts[*column.field];
  for (const std::string_view name : cells) {
    if (name == last) continue;
    last = name;
    if (!name.empty() && !names.contains(name)) names.emplace(name);
  }
}

void report_alike_places(const Run& run, const GroupColumn& column, const PlaceNames& names,
                         Diagnostics& diagnostics) {
  const std::string name =
      column.identity ? std::string(identity_name(*column.identity)) : run.fields[*column.field].id;
  report_alike(column_label(run, name, diagnostics.language()), names, diagnostics);
}

void report_alike_places(const Run& run, const GroupColumn& column,
                         std::span<const ScoredBlock> blocks, Diagnostics& diagnostics) {
  PlaceNames names;
  for (const ScoredBlock& block : blocks) add_places(block.table, column, names);
  report_alike_places(run, column, names, diagnostics);
}

void report_place_faults(const Run& run, const Summary& summary, Diagnostics& diagnostics) {
  const std::string label = column_label(run, summary.place, diagnostics.language());
  PlaceNames names;
  for (const auto& [group, sums] : summary.groups) names.insert(group.place);
  report_alike(label, names, diagnostics);
  if (summary.composed > 0)
    diagnostics.warning({}, kComposed, label, summary.composed).hint(kSaveNfc);
}

namespace {

constexpr Message kNobodyAmong{"among: chỉ tiêu \"{0}\" không có trường nào trong dữ liệu",
                               "among: no school in the data is one of those \"{0}\" is about"};
constexpr Message kNothingCounted{
    "count: chỉ tiêu \"{0}\" không xét được cho trường nào trong {1} trường: thiếu số liệu",
    "count: unknown for all {1} schools that \"{0}\" is about: the data lack its figures"};
constexpr Message kEmptyGroup{"chỉ tiêu \"{0}\" không có trường nào có {1} là \"{2}\"",
                              "no school that \"{0}\" is about has the {1} \"{2}\""};
constexpr Message kNearestGroup{"có phải \"{0}\"?", "did you mean \"{0}\"?"};

}  // namespace

void report_target_faults(const Target& target, std::span<const TargetTally> tallies,
                          std::span<const std::string_view> groups, Diagnostics& diagnostics) {
  TargetTally all;
  for (const TargetTally& tally : tallies) all += tally;
  if (all.among() == 0) {
    diagnostics.error(target.among_place, kNobodyAmong, target.id);
    return;
  }
  if (all.open == all.among())
    diagnostics.error(target.count_place, kNothingCounted, target.id, all.among());
  if (!target.by) return;
  for (size_t i = 0; i < target.lines.size(); ++i) {
    const TargetLine& line = target.lines[i];
    if (tallies[i].among() > 0) continue;
    diagnostics.warning(line.place, kEmptyGroup, target.id, identity_name(*target.by),
                        excerpt(line.group));
    const std::string_view nearest = nearest_name(line.group, groups);
    if (!nearest.empty() && nearest != line.group) diagnostics.hint(kNearestGroup, nearest);
  }
}

}  // namespace kdcl

#include "command/compare_sides.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

#include "base/text.h"
#include "command/compare_messages.h"
#include "command/criteria_input.h"
#include "model/criteria_diff.h"
#include "model/office_words.h"
#include "read/criteria.h"

namespace kdcl {

using namespace message;

namespace {

std::string said(const Diagnostics& diagnostics, const Message& message) {
  return std::string(message.in(diagnostics.language()));
}

/// Both sides under the same rules.
std::optional<CompareSides> same_rules(const CompareOptions& options, Diagnostics& diagnostics) {
  const std::optional<Run> run = read_run(options.shared, diagnostics);
  if (!run) return {};
  const CompareSide side{*run, {}, options.shared.files};
  return CompareSides{side, side};
}

std::optional<CompareSides> two_years(const CompareOptions& options, Diagnostics& diagnostics) {
  std::optional<CompareSides> sides = same_rules(options, diagnostics);
  if (!sides) return {};
  for (size_t i = 0; i < 2; ++i) {
    const std::string& typed = options.years[i];
    int year = 0;
    const char* const end = typed.data() + typed.size();
    if (std::from_chars(typed.data(), end, year).ptr != end || year < 1900 || year > 2199) {
      diagnostics.error({},
                        {"--years: cần hai năm từ 1900 đến 2199, gặp \"{0}\"",
                         "--years: expected two years from 1900 to 2199, found \"{0}\""},
                        excerpt(typed));
      return {};
    }
    CompareSide& side = i == 0 ? sides->before : sides->after;
    side.year = year;
    side.title = typed;
  }
  return sides;
}

std::optional<CompareSides> two_assessors(const CompareOptions& options, Diagnostics& diagnostics) {
  std::optional<CompareSides> sides = same_rules(options, diagnostics);
  if (!sides) return {};
  for (size_t i = 0; i < 2; ++i) {
    const std::string& typed = options.assessors[i];
    const auto assessor = find_office_word(IdentityColumn::assessment, typed);
    if (!assessor) {
      diagnostics.error({},
                        {"--assessment: cần self hoặc external, gặp \"{0}\"",
                         "--assessment: expected self or external, found \"{0}\""},
                        excerpt(typed));
      return {};
    }
    CompareSide& side = i == 0 ? sides->before : sides->after;
    side.assessment = *assessor;
    side.title =
        said(diagnostics, *assessor == "self" ? Message{"tự đánh giá", "self-assessment"}
                                              : Message{"đánh giá ngoài", "external assessment"});
  }
  return sides;
}

/// The name of a file or folder, without what leads to it.
std::string file_title(const std::string& path) {
  std::filesystem::path named(path);
  if (!named.has_filename()) named = named.parent_path();  // "2023/"
  return named.has_filename() ? named.filename().string() : path;
}

std::optional<CompareSides> two_files(const CompareOptions& options, Diagnostics& diagnostics) {
  std::optional<CompareSides> sides = same_rules(options, diagnostics);
  if (!sides) return {};
  sides->before.files = {options.shared.files[0]};
  sides->after.files = {options.shared.files[1]};
  for (CompareSide* side : {&sides->before, &sides->after})
    side->title = file_title(side->files[0]);
  if (sides->before.title == sides->after.title)
    for (CompareSide* side : {&sides->before, &sides->after}) side->title = side->files[0];
  return sides;
}

/// True if every set but the first two is there for its level, which these ask for.
bool are_others_asked(const Run& run) {
  for (size_t set = 2; set < run.sets.size(); ++set) {
    const auto is_it = [set](const JudgedSet& each) { return each.set == set; };
    if (std::none_of(run.judged[0].begin(), run.judged[0].end(), is_it) &&
        std::none_of(run.judged[1].begin(), run.judged[1].end(), is_it))
      return false;
  }
  return true;
}

/// A set of its own a side, whatever the days of the rows; further ones only for their levels.
std::optional<CompareSides> two_sets(const CompareOptions& options, Diagnostics& diagnostics) {
  std::vector<CriteriaSet> sets;
  for (const std::string& name : options.shared.criteria)
    if (auto set = find_set(name, options.shared.criteria, diagnostics))
      sets.push_back(std::move(*set));
  if (diagnostics.has_errors()) return {};
  add_asked_sets(sets);
  check_fields(sets, diagnostics);
  check_levels_of(sets, diagnostics);
  if (!have_common_indicator(sets[0], sets[1]))
    diagnostics.error({},
                      {"-c: {0} và {1} không có chỉ báo nào chung, không so sánh được",
                       "-c: {0} and {1} have no indicator in common and can't be compared"},
                      sets[0].id, sets[1].id);
  const std::optional<Day> date = read_run_date(options.shared, diagnostics);
  if (diagnostics.has_errors()) return {};
  const Run run = make_run(std::move(sets), *date);
  if (!are_others_asked(run)) {
    diagnostics.error({}, kNothingToCompare);
    return {};
  }
  CompareSides sides{{run, run.sets[0].id, options.shared.files},
                     {run, run.sets[1].id, options.shared.files}};
  if (sides.before.title == sides.after.title) {
    sides.before.title = options.shared.criteria[0];
    sides.after.title = options.shared.criteria[1];
  }
  sides.before.run.only_set = 0;
  sides.after.run.only_set = 1;
  return sides;
}

/// "theo huong-dan.yaml" where the rules are amended only.
std::string changed_rules(const SharedOptions& shared, const Diagnostics& diagnostics) {
  if (!shared.assumed.empty()) return said(diagnostics, {"giả định", "what if"});
  std::string names;
  for (const std::string& file : shared.amendments)
    names += (names.empty() ? "" : ", ") + std::filesystem::path(file).filename().string();
  return format_message(diagnostics.language(), {"theo {0}", "under {0}"}, names);
}

/// The rules as they stand, and with --amend and --set. The sets of both stand in one run, those of
/// the first side first; the fields of the first are the first of the second.
std::optional<CompareSides> two_rules(const CompareOptions& options, Diagnostics& diagnostics) {
  SharedOptions plain = options.shared;
  plain.amendments.clear();
  plain.assumed.clear();
  const std::optional<Run> before = read_run(plain, diagnostics);
  if (!before) return {};
  std::optional<Run> after = read_run(options.shared, diagnostics);
  if (!after) return {};
  const size_t count = before->sets.size();
  put_before(*before, *after);
  CompareSides sides{
      {*after, said(diagnostics, {"hiện hành", "as it stands"}), options.shared.files},
      {*after, changed_rules(options.shared, diagnostics), options.shared.files}};
  sides.before.run.open_to = before->open_to;
  sides.after.run.open_from = count;
  sides.after.run.open_to = count + after->open_to;
  return sides;
}

}  // namespace

std::optional<CompareSides> find_sides(const CompareOptions& options, Diagnostics& diagnostics) {
  const SharedOptions& shared = options.shared;
  if (!options.years.empty() && !options.assessors.empty()) {
    diagnostics.error({}, {"--years và --assessment không đi cùng nhau",
                           "--years and --assessment do not go together"});
    return {};
  }
  if (!options.years.empty()) return two_years(options, diagnostics);
  if (!options.assessors.empty()) return two_assessors(options, diagnostics);
  if (shared.files.size() == 2) return two_files(options, diagnostics);
  if (shared.files.size() == 1 && shared.criteria.size() >= 2 && shared.assumed.empty() &&
      shared.amendments.empty())
    return two_sets(options, diagnostics);
  if (shared.files.size() == 1 && !(shared.assumed.empty() && shared.amendments.empty()))
    return two_rules(options, diagnostics);
  diagnostics.error({}, kNothingToCompare);
  return {};
}

}  // namespace kdcl

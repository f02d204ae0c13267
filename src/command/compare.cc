// kdcl compare: the same schools on two sides, who moved, and why.
#include "score/compare.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/language.h"
#include "base/parallel.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/options.h"
#include "command/output.h"
#include "command/register_input.h"
#include "command/school_input.h"
#include "model/criteria_diff.h"
#include "model/office_words.h"
#include "model/run.h"
#include "model/score.h"
#include "read/criteria/criteria.h"
#include "read/schools/labels.h"
#include "read/schools/schools.h"
#include "report/compare/comparison.h"
#include "score/filter.h"
#include "score/records.h"
#include "score/registered.h"
#include "score/score.h"
#include "write/comparison.h"
#include "write/plain_text.h"

namespace kdcl::message {

inline constexpr Message kNothingToCompare{
    "cần hai tệp, hoặc một tệp cùng với --years, --assessment, hai -c, --set hay --amend",
    "two files are needed, or one with --years, --assessment, two -c, --set or --amend"};
}  // namespace kdcl::message

namespace kdcl {
namespace {

// What the two sides of `kdcl compare` are: files, years, assessors, criteria sets, or the rules as
// they stand and as they are assumed.

struct CompareOptions {
  SharedOptions shared;
  std::vector<std::string> years, assessors;  ///< two each, or none
};

/// One side. Both have the same sets and fields, but their rows may not take the same ones.
struct CompareSide {
  Run run;
  std::string title;  ///< in words
  std::vector<std::string> files;
  std::optional<int> year{};  ///< of the rows that count; absent: all
  std::string assessment{};   ///< the same; empty: all
};

struct CompareSides {
  CompareSide before, after;
};

// Reads and scores the rows of both sides of `kdcl compare`. Files that both sides have are read
// once.

/// The scored rows that each side is about. Those of the later side may point into texts of the
/// earlier one's.
struct ComparedRows {
  std::vector<ScoredBlock> before, after;
  std::vector<InputFile> inputs;  ///< of both sides, each once
};

/// A side and what was read of it.
struct SideRows {
  const CompareSide& side;
  std::vector<ScoredBlock> blocks{};
};

/// Faults that a second look at the same rows adds to those of the first.
void append_new(const Diagnostics& faults, Diagnostics& diagnostics) {
  const std::vector<Diagnostic> known = diagnostics.kept();
  for (const Diagnostic& fault : faults.kept())
    if (std::none_of(known.begin(), known.end(), [&](const Diagnostic& other) {
          return other.location == fault.location && other.message == fault.message;
        }))
      diagnostics.add(fault);
}

/// Reads files for one side, or for both. What is kept of a row is what states between the sides
/// are made of, nothing of the input.
class SideReader {
 public:
  SideReader(std::span<SideRows> sides, const SchoolInputOptions& options)
      : sides_(sides),
        run_(sides.front().side.run),
        scorer_(run_, false),
        fields_(run_.fields.size()),
        input_(run_, options) {
    std::iota(fields_.begin(), fields_.end(), 0U);
  }

  void read(Diagnostics& diagnostics) {
    input_.read(
        sides_.front().side.files, [this](SchoolBlock& block) { work_on(block); },
        [this](SchoolBlock& block) {
          for (size_t i = 0; i < sides_.size(); ++i)
            sides_[i].blocks.push_back(std::move(block.sides[i]));
          return true;
        },
        diagnostics);
  }

  [[nodiscard]] const std::vector<InputFile>& inputs() const { return input_.inputs(); }

 private:
  void work_on(SchoolBlock& block) const {
    block.sides.resize(sides_.size());
    if (block.diagnostics.has_errors()) return;
    ScoredBlock& first = block.sides.front();
    first.table = table_without_input(block.schools.table, fields_);
    score(block.schools, first);
    for (size_t i = 1; i < sides_.size(); ++i) {
      ScoredBlock& other = block.sides[i];
      other = first;
      other.table.kept_text.clear();  // its texts are those of the first
      if (!has_same_rules(sides_[i].side.run, run_)) judge_again(sides_[i].side.run, block, other);
    }
  }

  static bool has_same_rules(const Run& one, const Run& other) {
    return one.only_set == other.only_set && one.open_from == other.open_from &&
           one.open_to == other.open_to;
  }

  void judge_again(const Run& run, SchoolBlock& block, ScoredBlock& kept) const {
    Diagnostics faults(block.diagnostics.language());
    read_judgements_under(run, *block.binding, block.table->name, block.grid, block.schools.table,
                          faults);
    name_schools(block.schools.table, !block.grid.places.empty(), faults);
    append_new(faults, block.diagnostics);
    if (faults.has_errors()) return;
    kept.table.set = block.schools.table.set;
    score(block.schools, kept);
  }

  void score(ScoredBlock& schools, ScoredBlock& kept) const {
    scorer_.score(schools.table, schools.score);
    for (auto bits : {&SchoolTable::met, &SchoolTable::not_met, &SchoolTable::not_applicable})
      kept.table.*bits = std::move(schools.table.*bits);
    for (auto bits : {&ScoreBlock::met, &ScoreBlock::not_met, &ScoreBlock::not_applicable})
      kept.score.*bits = std::move(schools.score.*bits);
    kept.score.level = std::move(schools.score.level);
    kept.score.level_max = std::move(schools.score.level_max);
  }

  std::span<SideRows> sides_;
  const Run& run_;
  Scorer scorer_;  ///< of both sides, whose runs have the same sets
  std::vector<uint32_t> fields_;
  SchoolInput input_;
};

/// Keeps the rows that the side is about.
void keep_side(const CompareSide& side, const std::optional<Expression>& where,
               const SchoolRegister* schools, ScoredBlock& block) {
  const SchoolTable& table = block.table;
  std::vector<uint32_t> rows;
  for (uint32_t row = 0; row < table.rows; ++row) {
    const std::string_view assessor = table.text_of(IdentityColumn::assessment, row);
    const bool is_external = assessor == "external";
    if (side.year && year_of(table.assessed_on[row]) != *side.year) continue;
    if (!side.assessment.empty() && is_external != (side.assessment == "external")) continue;
    rows.push_back(row);
  }
  keep_rows(rows, block);
  if (where) keep_where(*where, block);
  if (schools) keep_listed_rows(*schools, block);
}

void keep_side(const std::optional<Expression>& where, const SchoolRegister* schools,
               SideRows& rows, Diagnostics& diagnostics) {
  bool has_rows = false;
  for (ScoredBlock& block : rows.blocks) {
    keep_side(rows.side, where, schools, block);
    has_rows |= block.table.rows > 0;
  }
  if (!has_rows)
    diagnostics.error({}, {"không có trường nào ở \"{0}\"", "there is no school in \"{0}\""},
                      rows.side.title);
}

/// The files of all readings, each once.
void add_inputs(const std::vector<InputFile>& read, std::vector<InputFile>& inputs) {
  for (const InputFile& file : read)
    if (std::none_of(inputs.begin(), inputs.end(),
                     [&](const InputFile& known) { return known.name == file.name; }))
      inputs.push_back(file);
}

/// `where` is asked on each side by itself. A side without any row is an error.
ComparedRows read_sides(const CompareSides& sides, const std::optional<Expression>& where,
                        const SchoolInputOptions& options, Diagnostics& diagnostics) {
  std::array rows = {SideRows{sides.before}, SideRows{sides.after}};
  ComparedRows compared;
  AlikeCodes codes;
  SchoolInputOptions both = options;
  both.codes = &codes;
  const bool is_one_reading = sides.before.files == sides.after.files;
  const size_t step = is_one_reading ? 2 : 1;
  for (size_t i = 0; i < rows.size(); i += step) {
    SideReader reader({&rows[i], step}, both);
    reader.read(diagnostics);
    add_inputs(reader.inputs(), compared.inputs);
  }
  codes.report(options.strict, diagnostics);
  if (diagnostics.has_errors()) return compared;
  for (SideRows& side : rows) keep_side(where, options.schools, side, diagnostics);
  compared.before = std::move(rows[0].blocks);
  compared.after = std::move(rows[1].blocks);
  return compared;
}

using namespace message;

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

/// Nothing, with errors, if the options are wrong or leave open what is to be compared.
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

std::string settings_of(const CompareOptions& options) {
  std::vector<std::pair<std::string_view, std::string>> more;
  for (const std::string& statement : options.shared.assumed) more.emplace_back("--set", statement);
  if (!options.years.empty())
    more.emplace_back("--years", options.years[0] + " " + options.years[1]);
  if (!options.assessors.empty())
    more.emplace_back("--assessment", options.assessors[0] + " " + options.assessors[1]);
  return settings_text("compare", options.shared, more);
}

bool write(const ComparisonView& view, OutputFormat format, bool color, unsigned threads,
           Output& output) {
  switch (format) {
    case OutputFormat::csv:
      return output.write(write_comparison_csv(view.run, view.comparison).view());
    case OutputFormat::json:
      return output.write(
          write_comparison_json(view.run, view.comparison, view.before, view.after, view.version));
    case OutputFormat::xlsx: return output.write_book(make_comparison_workbook(view), threads);
    case OutputFormat::text: break;
  }
  return output.write(write_plain_text(make_comparison_text(view), {terminal_width(), color}));
}

int report_nothing(const Diagnostics& diagnostics, const SharedOptions& shared) {
  print_faults(diagnostics, shared);
  std::fprintf(stderr, "%s\n",
               format_message(diagnostics.language(),
                              {"{0} lỗi, {1} cảnh báo. Chưa so sánh.",
                               "errors: {0}, warnings: {1}. Nothing was compared."},
                              diagnostics.errors(), diagnostics.warnings())
                   .c_str());
  return kInputError;
}

int run_compare(const CompareOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  Diagnostics diagnostics(language);
  const auto format = choose_format(shared, OutputFormat::text, language);
  if (!format) return kInputError;
  const std::optional<CompareSides> sides = find_sides(options, diagnostics);
  std::optional<Expression> where;
  if (sides && !shared.where.empty())
    where = read_where(shared.where, sides->after.run, diagnostics);
  const std::optional<int64_t> created = *format == OutputFormat::xlsx && shared.date.empty()
                                             ? source_date(diagnostics)
                                             : std::nullopt;
  if (!sides || diagnostics.has_errors()) return report_nothing(diagnostics, shared);
  Output output(shared.output, language);
  if (const ExitCode code = output.open(input_names(shared, sides->after.run)); code != kDone)
    return code;
  const bool hash = *format == OutputFormat::xlsx;
  const auto schools = read_register(shared, sides->after.run, diagnostics);
  if (diagnostics.has_errors()) return report_nothing(diagnostics, shared);
  SchoolInputOptions reading = input_options(shared, hash);
  reading.schools = schools.get();
  reading.tells_register = schools != nullptr;
  ComparedRows rows = read_sides(*sides, where, reading, diagnostics);
  if (schools) rows.inputs.push_back(schools->file);
  if (diagnostics.has_errors()) return report_nothing(diagnostics, shared);
  const Run& run = sides->after.run;
  const AssumptionUse assumed(run);
  for (const ScoredBlock& block : rows.after) assumed.note(block.table);
  warn_of_unused(assumed, shared, diagnostics);
  const unsigned threads = shared.threads > 0 ? shared.threads : default_threads();
  const SchoolComparison comparison = compare_schools(run, rows.before, rows.after, threads);
  print_faults(diagnostics, shared);
  const ComparisonView view{run,
                            comparison,
                            language,
                            sides->before.title,
                            sides->after.title,
                            rows.inputs,
                            settings_of(options),
                            KDCL_VERSION,
                            created};
  const bool color = shared.output.empty() && wants_color(shared.color, STDOUT_FILENO);
  return write(view, *format, color, threads, output) && output.finish() ? kDone : kInternalError;
}

}  // namespace

CommandSpec compare_command() {
  const auto options = std::make_shared<CompareOptions>();
  SharedOptions& shared = options->shared;
  CommandSpec command{"compare",
                      Message{"So sánh cùng các trường ở hai tệp, hai năm, hai người đánh giá hoặc "
                              "hai bộ tiêu chí: ai đổi mức, vì sao",
                              "Compare the same schools in two files, years, assessments or under "
                              "two criteria sets: who moved, and why"}};
  OptionSpecs& specs = command.options;
  add_inputs(specs, shared,
             {"Hai tệp TRƯỚC SAU; một hay nhiều tệp cùng với --years hay --assessment; một tệp "
              "cùng với hai -c, với --set hay --amend",
              "Two files BEFORE AFTER; one or more with --years or --assessment; one with two -c, "
              "with --set or --amend"});
  add_criteria(specs, shared);
  specs.push_back({"--years",
                   Message{"So sánh các lần đánh giá của hai năm, ví dụ 2022 2023",
                           "Compare the assessments of two years, such as 2022 2023"},
                   &options->years,
                   "YEAR YEAR",
                   {},
                   2});
  specs.push_back(
      {"--assessment",
       Message{"So sánh hai bên đánh giá: self external", "Compare two assessors: self external"},
       &options->assessors,
       "WHO WHO",
       {},
       2});
  add_register(specs, shared);
  add_where(specs, shared);
  add_assumptions(specs, shared);
  add_output(specs, shared);
  add_habits(specs, shared);
  command.run = [options] { return run_compare(*options); };
  return command;
}

}  // namespace kdcl

// kdcl check: every fault and contradiction of data, criteria and other input files; nothing is
// scored.
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <ctime>
#include <memory>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/file.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/long_input.h"
#include "command/paper_job.h"
#include "command/register_input.h"
#include "command/school_input.h"
#include "model/run.h"
#include "read/criteria/criteria.h"
#include "read/schools/labels.h"
#include "read/yaml/yaml.h"
#include "report/check/notes.h"
#include "report/check/rows.h"
#include "report/check/run.h"
#include "report/score/counts.h"
#include "score/days.h"
#include "score/records.h"
#include "score/score.h"

namespace kdcl {

namespace {

constexpr Message kLonelyDay{
    "trường {0}: ngày đánh giá {1} xa mọi ngày khác, không trường nào khác có dòng trong vòng {2} "
    "ngày",
    "school {0}: assessed on {1}, far from all others: no other school has a row within {2} days"};
constexpr Message kLookAtYear{"xem lại năm", "look at the year again"};

/// The cell of a row; lines count from the start of the block.
Location cell_place(const SchoolBlock& block, size_t row, uint32_t column) {
  if (block.grid.places.empty())
    return {block.table->name, block.schools.table.line[row], uint64_t{column} + 1};
  const auto [line, character] = block.grid.places[row * block.grid.columns + column];
  return {block.table->name, line, character};
}

/// The cell of what a column holds, by its index; the row where no column does.
Location place_in(const std::vector<ColumnOf>& columns, const SchoolBlock& block, size_t row,
                  size_t index) {
  for (const ColumnOf& column : columns)
    if (column.index == index) return cell_place(block, row, column.column);
  return {block.table->name, block.schools.table.line[row]};
}

/// Where an indicator of a row was judged; the row where a criterion-level column did it.
Location judgement_place(const SchoolBlock& block, size_t row, size_t indicator) {
  const auto set = static_cast<size_t>(block.schools.table.set[row]);
  return place_in(block.binding->sets[set].indicators, block, row, indicator);
}

Location identity_place(const SchoolBlock& block, size_t row, IdentityColumn column) {
  const int32_t at = block.binding->identity[static_cast<size_t>(column)];
  if (at != kNoColumn) return cell_place(block, row, static_cast<uint32_t>(at));
  return {block.table->name, block.schools.table.line[row]};
}

/// The day up to which decisions may be: `--date`, else today in Vietnam.
Day day_of_check(const Run& run) {
  constexpr int64_t kHoursAhead = 7;
  constexpr int64_t kSecondsADay = 86400;
  if (run.date != kNoDate) return run.date;
  return static_cast<Day>((std::time(nullptr) + kHoursAhead * 3600) / kSecondsADay);
}

/// What contradicts itself or is hardly meant in a scored block, as warnings of the block; how many
/// contradictions there are.
size_t check_rows(const Run& run, Day today, SchoolBlock& block) {
  Diagnostics found(block.diagnostics.language());
  size_t count = report_contradictions(
      run, block.schools,
      [&block](size_t row, size_t indicator) { return judgement_place(block, row, indicator); },
      found);
  count += report_denied_levels(run, block.schools.table, found);
  const auto place = [&block](size_t row, IdentityColumn column) {
    return identity_place(block, row, column);
  };
  report_excluded_criteria(run, block.schools.table, place, found);
  report_decision_days(block.schools.table, today, place, found);
  if (const auto field = find_field(run, kAccreditationOn))
    report_certificate_days(
        block.schools.table, *field, today,
        [&](size_t row) { return place_in(block.binding->fields, block, row, *field); }, found);
  name_schools(block.schools.table, !block.grid.places.empty(), found);
  block.diagnostics.append(found);
  return count;
}

/// Notes the days of the rows, once the block's place in its file is known.
void add_days(const SchoolBlock& block, DaySpread& spread) {
  const SchoolTable& table = block.schools.table;
  for (size_t row = 0; row < table.rows; ++row) {
    // What has no day of its own got it from --date; where no set is in force that is told.
    if (table.text_of(IdentityColumn::assessed_on, row).empty() || table.set[row] == kNoSet)
      continue;
    spread.add(table.assessed_on[row], table.text_of(IdentityColumn::school_id, row),
               place_in_file(block, identity_place(block, row, IdentityColumn::assessed_on)));
  }
}

/// Warns of the days near which no other school has a row.
void report_lonely_days(const DaySpread& spread, Diagnostics& diagnostics) {
  for (const LonelyDay& lonely : spread.lonely())
    diagnostics
        .warning(lonely.place, kLonelyDay, excerpt(lonely.school), format_day_first(lonely.day),
                 kNearDays)
        .hint(kLookAtYear);
}

/// The kind of a file, and its text if it is YAML that can be read; what can't be is reported by
/// the reader of school data.
YamlKind kind_of_file(const std::string& name, std::string& text) {
  if (!is_yaml(name)) return YamlKind::schools;
  LocalText fault;
  std::optional<std::string> bytes = read_file(name, kMostYamlBytes, fault);
  if (!bytes) return YamlKind::schools;
  text = std::move(*bytes);
  return find_yaml_kind(text);
}

/// Notes have places of their own, from other tables too, so this is done when the block is added.
void check_notes(const Run& run, const SchoolBlock& block, Diagnostics& diagnostics) {
  const SchoolTable& table = block.schools.table;
  for (size_t row = 0; row < table.rows; ++row) {
    const SchoolNotes& notes = block.schools.notes[row];
    if (notes.empty() || table.set[row] == kNoSet) continue;
    const CriteriaSet& set = run.sets[static_cast<size_t>(table.set[row])];
    Diagnostics found(diagnostics.language());
    report_note_errors(set, notes, found);
    report_evidence(set, block.schools.score, row, notes,
                    {block.table->name, table.line[row] + block.first_line - 1}, found);
    found.put_before([&](const Diagnostic&) { return school_words(table, row, found.language()); });
    diagnostics.append(found);
  }
}

struct Checked {
  size_t contradictions = 0;
  size_t unjudged = 0, unjudged_rows = 0;  ///< indicators without a judgement, and rows with some
  std::vector<std::string> coverage{};     ///< lines that say which set is for which days
};

void note_unjudged(const Run& run, const ScoredBlock& block, Checked& checked) {
  for (size_t row = 0; row < block.table.rows; ++row) {
    const size_t count = count_unjudged(run, block, row);
    checked.unjudged += count;
    checked.unjudged_rows += count > 0;
  }
}

void check_data(const std::vector<std::string>& files, const Run& run, const SharedOptions& options,
                Checked& checked, Diagnostics& diagnostics) {
  const Scorer scorer(run);
  std::atomic<size_t> contradictions = 0;
  DaySpread spread;
  const GroupColumn places[] = {{IdentityColumn::district}, {IdentityColumn::commune}};
  PlaceNames names[std::size(places)];
  const Day today = day_of_check(run);
  const auto schools = read_register(options, run, diagnostics);
  SchoolInputOptions reading = input_options(options, false, true);
  reading.schools = schools.get();
  reading.tells_register = schools != nullptr;
  SchoolInput input(run, reading);
  input.read(
      files,
      [&](SchoolBlock& block) {
        scorer.score(block.schools.table, block.schools.score);
        block.schools.details = scorer.details(block.schools.table);
        contradictions += check_rows(run, today, block);
      },
      [&](SchoolBlock& block) {
        check_notes(run, block, diagnostics);
        add_days(block, spread);
        for (size_t i = 0; i < std::size(places); ++i)
          add_places(block.schools.table, places[i], names[i]);
        note_unjudged(run, block.schools, checked);
        return true;
      },
      diagnostics);
  report_lonely_days(spread, diagnostics);
  for (size_t i = 0; i < std::size(places); ++i)
    report_alike_places(run, places[i], names[i], diagnostics);
  checked.contradictions = contradictions;
}

/// What several sets cover together; one alone tells nothing of gaps.
std::vector<std::string> check_coverage(std::vector<CriteriaSet> sets, Diagnostics& diagnostics) {
  const size_t given = sets.size();
  add_asked_sets(sets);
  check_sets(sets, diagnostics, given);
  if (given < 2 || diagnostics.has_errors()) return {};
  Run run = make_run(std::move(sets), kNoDate);
  run.open_to = given;
  const std::vector<Coverage> coverages = find_coverage(run);
  report_coverage_faults(run, coverages, diagnostics);
  return coverage_lines(run, coverages, diagnostics.language());
}

/// Reads the files of each kind.
Checked check_files(const SharedOptions& options, Diagnostics& diagnostics) {
  std::vector<std::string> data, targets;
  std::vector<CriteriaSet> sets;
  std::vector<InputFile> inputs;
  for (const std::string& file : input_files(options.files, diagnostics)) {
    std::string text;
    const YamlKind kind = kind_of_file(file, text);
    if (kind == YamlKind::schools) data.push_back(file);
    if (kind == YamlKind::targets) targets.push_back(file);
    if (kind == YamlKind::letterhead) (void)read_letterhead_file(file, inputs, diagnostics);
    if (kind != YamlKind::criteria) continue;
    if (is_used_file(text))
      check_used_file(file, text, diagnostics);
    else if (std::optional<CriteriaSet> set = read_criteria_file(file, options.files, diagnostics))
      sets.push_back(std::move(*set));
  }
  Checked checked{.coverage = check_coverage(std::move(sets), diagnostics)};
  if (data.empty() && targets.empty()) return checked;
  const std::optional<Run> run = read_run(options, diagnostics);
  if (!run) return checked;
  for (const std::string& file : targets) (void)read_targets_file(file, *run, inputs, diagnostics);
  if (!data.empty()) check_data(data, *run, options, checked, diagnostics);
  return checked;
}

int run_check(const SharedOptions& options) {
  Diagnostics diagnostics(choose_language(options.language));
  const Checked checked = check_files(options, diagnostics);
  const bool is_clean = diagnostics.errors() + diagnostics.warnings() == 0;
  std::fputs(format_diagnostics(diagnostics, wants_color(options.color, STDERR_FILENO)).c_str(),
             stderr);
  if (!options.quiet) {
    const Language language = diagnostics.language();
    for (const std::string& line : checked.coverage) std::printf("%s\n", line.c_str());
    if (is_clean)
      for (const std::string& file : options.files)
        std::printf(
            "%s\n",
            format_message(language, {"{0}: không có lỗi", "{0}: no faults"}, file).c_str());
    else
      std::printf("%s\n", format_message(language,
                                         {"{0} lỗi, {1} cảnh báo, {2} mâu thuẫn",
                                          "errors: {0}, warnings: {1}, contradictions: {2}"},
                                         diagnostics.errors(),
                                         diagnostics.warnings() - checked.contradictions,
                                         checked.contradictions)
                              .c_str());
    if (checked.unjudged > 0)
      std::printf("%s\n", format_message(language,
                                         {"chưa có kết quả đánh giá: {0} chỉ báo ở {1} dòng",
                                          "without a judgement: indicators: {0}, rows: {1}"},
                                         checked.unjudged, checked.unjudged_rows)
                              .c_str());
  }
  return is_clean ? kDone : kAnswerIsNo;
}

}  // namespace

CommandSpec check_command() {
  const auto options = std::make_shared<SharedOptions>();
  CommandSpec command{
      "check",
      Message{"Kiểm tra tệp dữ liệu hoặc bộ tiêu chí: mọi lỗi và mâu thuẫn, không chấm",
              "Check data or criteria files: every fault and contradiction, nothing scored"}};
  add_inputs(command.options, *options,
             {"Dữ liệu (CSV, YAML), tiêu chí, chỉ tiêu, tiêu đề",
              "Data (CSV, YAML), criteria, targets, letterheads"});
  add_criteria(command.options, *options);
  add_register(command.options, *options);
  add_habits(command.options, *options);
  command.run = [options] { return run_check(*options); };
  return command;
}

}  // namespace kdcl

// kdcl template: an empty data file for a criteria set, as a workbook or CSV, with what a list of
// schools knows already.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <list>
#include <map>
#include <memory>
#include <set>

#include "base/text.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/output.h"
#include "command/school_input.h"
#include "model/run.h"
#include "read/csv/csv.h"
#include "report/template/entry_form.h"
#include "write/score_csv.h"

namespace kdcl {
namespace {

struct TemplateOptions {
  SharedOptions shared;
  std::string set;
  std::string schools;
};

/// A figure with a point, whatever sign the list has.
std::string with_point(std::string_view figure) {
  std::string text(figure);
  std::replace(text.begin(), text.end(), ',', '.');
  return text;
}

/// What a block knows of the schools of the set, by the ids of the form's columns.
void add_known(const Run& run, const SchoolBlock& block, std::vector<KnownSchool>& schools) {
  const Binding& binding = *block.binding;
  struct Known {
    std::string id;
    uint32_t column;
    bool is_figure = false;
  };
  std::vector<Known> columns;
  for (size_t i = 0; i < kIdentityColumns; ++i)
    if (binding.identity[i] != kNoColumn)
      columns.push_back({std::string(identity_name(static_cast<IdentityColumn>(i))),
                         static_cast<uint32_t>(binding.identity[i])});
  for (const ColumnOf& bound : binding.fields) {
    const Field& field = run.fields[bound.index];
    columns.push_back({field.id, bound.column, field.type == FieldType::number});
  }
  const SchoolTable& table = block.schools.table;
  size_t row = 0;  // of the table, which leaves out empty rows of the grid
  for (size_t line = 0; line < block.grid.rows && row < table.rows; ++line) {
    if (block.grid.line(line) + 1 != table.line[row]) continue;
    if (table.set[row++] == kNoSet) continue;
    std::list<std::string> kept;
    KnownSchool& school = schools.emplace_back();
    for (const auto& [id, column, is_figure] : columns) {
      const std::string_view text = cell_text(block.grid.cell(line, column), kept);
      school.cells.emplace_back(id, is_figure ? with_point(text) : std::string(text));
    }
  }
}

std::vector<KnownSchool> read_schools(const TemplateOptions& options, const Run& run,
                                      Diagnostics& diagnostics) {
  std::vector<KnownSchool> schools;
  if (options.schools.empty()) return schools;
  SchoolInputOptions reading = input_options(options.shared, false);
  reading.lists = true;
  SchoolInput input(run, reading);
  input.read(
      {options.schools}, [](SchoolBlock&) {},
      [&](SchoolBlock& block) {
        add_known(run, block, schools);
        return true;
      },
      diagnostics);
  if (schools.empty() && !diagnostics.has_errors())
    diagnostics.error({options.schools},
                      {"không trường nào trong danh sách thuộc bộ tiêu chí {0}",
                       "no school of the list belongs to the criteria set {0}"},
                      run.sets.front().id);
  return schools;
}

/// In a workbook the judgements of a school stand on a sheet of their own, by its id and stage.
void check_single_rows(const std::vector<KnownSchool>& schools, bool has_stages,
                       const std::string& list, Diagnostics& diagnostics) {
  std::map<std::string, std::set<std::string>> known;  // the stages of each school
  for (const KnownSchool& school : schools) {
    const std::string id = to_nfc(school.text("school_id"));
    std::set<std::string>& stages = known[id];
    const bool is_new = stages.insert(has_stages ? school.text("stage") : "").second;
    if (is_new && (stages.size() == 1 || !stages.contains(""))) continue;
    diagnostics
        .error({list},
               {"trường {0} có nhiều dòng trong danh sách mà cấp học không phân biệt được; mẫu "
                ".xlsx có một dòng cho mỗi cấp học của trường",
                "school {0} has several rows in the list that no stage tells apart; an .xlsx form "
                "has one row a school and stage"},
               excerpt(id))
        .hint({"dùng -f csv, ở đó kết quả đứng ngay trên dòng của trường, hoặc lập từng mẫu",
               "use -f csv, where each row has its own judgements, or make a form for each"});
    return;
  }
}

std::string form_csv(const Run& run, const std::vector<KnownSchool>& schools) {
  std::vector<std::vector<std::string>> rows = {entry_ids(run)};
  for (const KnownSchool& school : schools) rows.push_back(entry_row(run, school));
  return table_csv(rows);
}

/// Nothing, with a message, for a format that no data file has.
std::optional<OutputFormat> form_format(const TemplateOptions& options, Language language) {
  if (options.shared.output.empty() && options.shared.format.empty()) {
    print_usage_error(
        language,
        std::string(
            Message{"cần -o TỆP.xlsx hoặc -o TỆP.csv", "-o FILE.xlsx or -o FILE.csv is needed"}.in(
                language)));
    return {};
  }
  constexpr std::array kFormats{OutputFormat::csv, OutputFormat::xlsx};
  const auto format = choose_format(options.shared, OutputFormat::xlsx, language, kFormats);
  if (!format || *format == OutputFormat::xlsx || *format == OutputFormat::csv) return format;
  print_usage_error(language,
                    format_message(language,
                                   {"mẫu nhập dữ liệu có dạng xlsx hoặc csv, không có {0}",
                                    "a template is xlsx or csv, not {0}"},
                                   *format == OutputFormat::json ? "json" : "text"));
  return {};
}

int run_template(const TemplateOptions& options) {
  const SharedOptions& shared = options.shared;
  const Language language = choose_language(shared.language);
  const auto format = form_format(options, language);
  if (!format) return kInputError;
  Diagnostics diagnostics(language);
  std::vector<CriteriaSet> sets = find_set_with_asked(options.set, diagnostics);
  const std::optional<int64_t> created = source_date(diagnostics);
  std::vector<std::string> inputs = {options.set, options.schools};
  std::vector<KnownSchool> schools;
  Run run;
  if (!sets.empty()) {
    for (const CriteriaSet& set : sets) {
      inputs.push_back(set.file);
      inputs.insert(inputs.end(), set.used_files.begin(), set.used_files.end());
    }
    const Day day = sets.front().in_force_from;  // a list of schools needs no days of its own
    run = make_run(std::move(sets), day);
    run.open_to = 1;
    schools = read_schools(options, run, diagnostics);
    if (*format == OutputFormat::xlsx)
      check_single_rows(schools, run.sets.front().per_stage, options.schools, diagnostics);
  }
  // Columns that the form has no use for are nothing to warn of.
  if (diagnostics.has_errors()) {
    std::fputs(format_diagnostics(diagnostics, wants_color(shared.color, STDERR_FILENO)).c_str(),
               stderr);
    return kInputError;
  }
  Output output(shared.output, language);
  if (const ExitCode code = output.open(inputs); code != kDone) return code;
  if (*format == OutputFormat::csv)
    return output.write(form_csv(run, schools)) && output.finish() ? kDone : kInternalError;
  EntryForm form = make_entry_form(run, schools, language, KDCL_VERSION);
  form.created = created.value_or(0);
  return output.write_book(form) && output.finish() ? kDone : kInternalError;
}

}  // namespace

CommandSpec template_command() {
  const auto options = std::make_shared<TemplateOptions>();
  CommandSpec command{"template", Message{"Lập tệp trống để nhập dữ liệu cho một bộ tiêu chí",
                                          "Make an empty data file for a criteria set"}};
  command.options = {
      {"SET", Message{"Bộ tiêu chí: mã hoặc tệp", "Criteria set: id or file"}, &options->set},
      {"--schools",
       Message{"Tệp danh sách trường: điền sẵn những gì đã biết",
               "File of schools: what is known is filled in"},
       &options->schools, "FILE"}};
  add_output(command.options, options->shared);
  describe(command.options, "--output",
           {"Ghi vào tệp này: .xlsx hoặc .csv", "Write to this file: .xlsx or .csv"});
  describe(command.options, "--format", {"Dạng: xlsx, csv", "Format: xlsx, csv"});
  add_habits(command.options, options->shared);
  command.run = [options] { return run_template(*options); };
  return command;
}

}  // namespace kdcl

#include "command/criteria.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <memory>

#include "base/file.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/long_input.h"
#include "command/output.h"
#include "model/criteria.h"
#include "model/criteria_diff.h"
#include "read/criteria/criteria.h"
#include "read/yaml/yaml.h"
#include "report/criteria/diff.h"
#include "report/criteria/document.h"
#include "write/plain_text.h"
#include "write/report_files.h"

namespace kdcl {
namespace {

/// Before the names of files inside the program, in messages too.
constexpr std::string_view kShippedMark = "kdcl:";

std::optional<std::string> read_used(const std::string& name, const std::string& from,
                                     std::string& shown, std::vector<std::string>& opened) {
  if (from.starts_with(kShippedMark)) {
    for (const ShippedFile& file : shipped_files())
      if (file.name == name) return std::string(file.yaml);
    return {};
  }
  shown = (std::filesystem::path(from).parent_path() / name).string();
  opened.push_back(shown);
  LocalText fault;
  return read_file(shown, kMostYamlBytes, fault);
}

std::optional<CriteriaLibrary::File> find_set_file(const std::vector<std::string>& files,
                                                   const std::string& id,
                                                   std::vector<std::string>& opened) {
  for (const std::string& name : files) {
    LocalText fault;
    std::optional<std::string> bytes = read_file(name, kMostYamlBytes, fault);
    if (!bytes || id_of_criteria(*bytes) != id) continue;
    opened.push_back(name);
    return CriteriaLibrary::File{name, std::move(*bytes)};
  }
  for (const ShippedSet& set : shipped_sets())
    if (set.id == id)
      return CriteriaLibrary::File{fmt::format("{}{}.yaml", kShippedMark, id),
                                   std::string(set.yaml)};
  return {};
}

std::vector<std::string> known_ids(const std::vector<std::string>& files) {
  std::vector<std::string> ids;
  for (const std::string& name : files) {
    LocalText fault;
    if (const auto bytes = read_file(name, kMostYamlBytes, fault))
      ids.push_back(id_of_criteria(*bytes));
  }
  for (const ShippedSet& set : shipped_sets()) ids.emplace_back(set.id);
  return ids;
}

}  // namespace

CriteriaLibrary library_of(std::vector<std::string> files, std::vector<std::string>& opened) {
  CriteriaLibrary library;
  library.ids = known_ids(files);
  library.used = [&opened](const std::string& name, const std::string& from, std::string& shown) {
    return read_used(name, from, shown, opened);
  };
  library.find = [files = std::move(files), &opened](const std::string& id) {
    return find_set_file(files, id, opened);
  };
  return library;
}

int print_text(const SharedOptions& options, const std::vector<std::string>& inputs,
               Language language, const std::string& text) {
  Output output(options.output, language);
  if (const ExitCode code = output.open(inputs); code != kDone) return code;
  return output.write(text) && output.finish() ? kDone : kInternalError;
}

int print_report(const SharedOptions& options, const std::vector<std::string>& inputs,
                 OutputFormat format, Report report) {
  if (format != OutputFormat::xlsx) {
    const TextLayout layout{terminal_width(),
                            options.output.empty() && wants_color(options.color, STDOUT_FILENO)};
    return print_text(options, inputs, report.language, write_plain_text(report, layout));
  }
  Diagnostics diagnostics(report.language);
  report.created = source_date(diagnostics).value_or(report.created);
  if (diagnostics.has_errors()) {
    print_faults(diagnostics, options);
    return kInputError;
  }
  Output output(options.output, report.language);
  if (const ExitCode code = output.open(inputs); code != kDone) return code;
  return output.write_book(report, 1) && output.finish() ? kDone : kInternalError;
}

// kdcl criteria diff: two criteria sets side by side.

namespace {

struct CriteriaDiffOptions {
  SharedOptions shared;
  std::string before, after;
};

/// A comparison is written to be read. Nothing, with a message, for formats of programs.
std::optional<OutputFormat> diff_format(const SharedOptions& options, Language language) {
  constexpr std::array kFormats{OutputFormat::text, OutputFormat::xlsx};
  const auto format = choose_format(options, OutputFormat::text, language, kFormats);
  if (format != OutputFormat::csv && format != OutputFormat::json) return format;
  const bool is_csv = format == OutputFormat::csv;
  print_usage_error(language,
                    format_message(language,
                                   {"criteria diff in một văn bản để đọc, không in {0}",
                                    "criteria diff prints a document to read, not {0}"},
                                   is_csv ? "csv" : "json"),
                    Message{"dùng .txt hoặc .xlsx", "use .txt or .xlsx"}.text(language));
  return {};
}

/// A run of its own: sets that are compared need not agree about their fields.
Run run_of(CriteriaSet set) {
  std::vector<CriteriaSet> sets;
  sets.push_back(std::move(set));
  return make_run(std::move(sets), kNoDate);
}

SetView view_of(const Run& run) { return {run.sets.front(), run.fields}; }

std::vector<std::string> inputs_of(const CriteriaDiffOptions& options, const Run& before,
                                   const Run& after) {
  std::vector<std::string> inputs{options.before, options.after};
  for (const Run* run : {&before, &after}) {
    const std::vector<std::string>& used = run->sets.front().used_files;
    inputs.insert(inputs.end(), used.begin(), used.end());
  }
  return inputs;
}

int run_diff(const CriteriaDiffOptions& options) {
  const Language language = choose_language(options.shared.language);
  const auto format = diff_format(options.shared, language);
  if (!format) return kInputError;
  Diagnostics diagnostics(language);
  const std::vector<std::string> files{options.before, options.after};
  std::optional<CriteriaSet> set_before = find_set(options.before, files, diagnostics);
  std::optional<CriteriaSet> set_after = find_set(options.after, files, diagnostics);
  if (!set_before || !set_after) {
    print_faults(diagnostics, options.shared);
    return kInputError;
  }
  if (!have_common_indicator(*set_before, *set_after)) {
    print_usage_error(
        language,
        format_message(language,
                       {"{0} và {1} không có chỉ báo nào cùng mã, cùng nội dung",
                        "{0} and {1} have no indicator of the same name and words"},
                       options.before, options.after),
        std::string(Message{
            "so sánh hai bộ cho cùng một loại trường, hoặc một bộ với bản sửa đổi của nó",
            "compare two sets for the same type of school, or a set with an amended copy of it"}
                        .in(language)));
    return kInputError;
  }
  const Run before = run_of(std::move(*set_before));
  const Run after = run_of(std::move(*set_after));
  const CriteriaDiff diff = diff_criteria(view_of(before), view_of(after));
  const auto make =
      *format == OutputFormat::xlsx ? make_criteria_diff_workbook : make_criteria_diff_text;
  return print_report(options.shared, inputs_of(options, before, after), *format,
                      make(before, after, diff, language));
}

}  // namespace

CommandSpec criteria_diff_command() {
  const auto options = std::make_shared<CriteriaDiffOptions>();
  CommandSpec command{"diff", Message{"So sánh hai bộ: những gì bổ sung, bãi bỏ, sửa đổi",
                                      "Compare two sets: what was added, removed, changed"}};
  command.options = {
      {"A", Message{"Bộ trước: mã, hoặc tệp YAML", "The earlier set: id, or a YAML file"},
       &options->before},
      {"B", Message{"Bộ sau: mã, hoặc tệp YAML", "The later set: id, or a YAML file"},
       &options->after}};
  add_output(command.options, options->shared);
  add_habits(command.options, options->shared);
  describe(command.options, "--output",
           {"Ghi vào tệp .txt hoặc .xlsx", "Write to a file .txt or .xlsx"});
  describe(command.options, "--format", {"Dạng: text, xlsx", "Format: text, xlsx"});
  command.run = [options] { return run_diff(*options); };
  return command;
}

// kdcl criteria: list the shipped sets; show one as a readable document or as its YAML source;
// compare two (criteria_diff.cc). What is written follows from -f or the ending of -o, as
// everywhere.

namespace {

struct CriteriaOptions {
  SharedOptions shared;
  std::string set;
  bool yaml = false;
};

int run_list(const CriteriaOptions& options) {
  const Language language = choose_language(options.shared.language);
  const auto format = choose_format(options.shared, OutputFormat::text, language);
  if (!format) return kInputError;
  std::vector<CriteriaSet> sets;
  for (const ShippedSet& set : shipped_sets()) sets.push_back(unpack_criteria(set.packed));
  if (*format == OutputFormat::csv)
    return print_text(options.shared, {}, language, criteria_list_csv(sets, language));
  if (*format == OutputFormat::json)
    return print_text(options.shared, {}, language, criteria_list_json(sets));
  return print_report(options.shared, {}, *format, make_criteria_list(sets, language));
}

/// Of a document to read.
constexpr std::array kDocumentEndings{OutputFormat::text, OutputFormat::xlsx};

/// --yaml, or an ending that says so.
bool wants_yaml(const CriteriaOptions& options) {
  const std::string ending = ending_of(options.shared.output);
  return options.yaml || (options.shared.format.empty() && (ending == "yaml" || ending == "yml"));
}

/// A document has no rows: it is written to be read. Nothing, with a message, for other formats.
std::optional<OutputFormat> document_format(const CriteriaOptions& options, Language language) {
  if (wants_yaml(options)) {
    const bool fits = check_ending(options.shared.output, "yaml", language);
    return fits ? std::optional(OutputFormat::text) : std::nullopt;
  }
  const auto format = choose_format(options.shared, OutputFormat::text, language, kDocumentEndings);
  if (format == OutputFormat::csv || format == OutputFormat::json) {
    const bool is_csv = format == OutputFormat::csv;
    print_usage_error(language,
                      format_message(language,
                                     {"criteria show in một văn bản để đọc, không in {0}",
                                      "criteria show prints a document to read, not {0}"},
                                     is_csv ? "csv" : "json"),
                      std::string(Message{"dùng .txt, .xlsx, hoặc .yaml để lấy nguồn của bộ",
                                          "use .txt, .xlsx, or .yaml for the set's source"}
                                      .in(language)));
    return {};
  }
  return format;
}

/// The YAML of a shipped set as it was built in; nothing for a name that is none.
std::optional<std::string> shipped_yaml(const std::string& id) {
  for (const ShippedSet& set : shipped_sets())
    if (set.id == id) return std::string(set.yaml);
  return {};
}

int run_show(const CriteriaOptions& options) {
  const Language language = choose_language(options.shared.language);
  const auto format = document_format(options, language);
  if (!format) return kInputError;
  Diagnostics diagnostics(language);
  std::optional<CriteriaSet> set = find_set(options.set, files_beside(options.set), diagnostics);
  if (!set) {
    print_faults(diagnostics, options.shared);
    return kInputError;
  }
  std::vector<std::string> inputs = set->used_files;
  inputs.push_back(options.set);
  if (wants_yaml(options)) {
    LocalText fault;
    std::optional<std::string> source = shipped_yaml(options.set);
    if (!source) source = read_file(options.set, SIZE_MAX, fault);
    return print_text(options.shared, inputs, language, source.value_or(""));
  }
  std::vector<CriteriaSet> sets;
  sets.push_back(std::move(*set));
  const Run run = make_run(std::move(sets), kNoDate);
  return print_report(options.shared, inputs, *format, make_criteria_document(run, language));
}

}  // namespace

CommandSpec criteria_command() {
  const auto options = std::make_shared<CriteriaOptions>();
  CommandSpec list{"list", Message{"Liệt kê các bộ kèm theo", "List the shipped sets"}};
  CommandSpec show{"show", Message{"In một bộ để đọc", "Print a set as a readable document"}};
  show.options = {
      {"SET", Message{"Mã của bộ, hoặc tệp YAML", "Id of a set, or a YAML file"}, &options->set},
      {"--yaml", Message{"In nguồn YAML", "Print the YAML source"}, &options->yaml}};
  for (CommandSpec* each : {&list, &show}) {
    add_output(each->options, options->shared);
    add_habits(each->options, options->shared);
  }
  describe(show.options, "--output",
           {"Ghi vào tệp .txt, .xlsx hoặc .yaml", "Write to a file .txt, .xlsx or .yaml"});
  describe(show.options, "--format", {"Dạng: text, xlsx", "Format: text, xlsx"});
  list.run = [options] { return run_list(*options); };
  show.run = [options] { return run_show(*options); };
  return {"criteria",
          Message{"Các bộ tiêu chí: list, show, diff", "Criteria sets: list, show, diff"},
          {},
          {list, show, criteria_diff_command()}};
}

}  // namespace kdcl

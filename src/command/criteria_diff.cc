// kdcl criteria diff: two criteria sets side by side.
#include "model/criteria_diff.h"

#include <memory>

#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/criteria_output.h"
#include "report/criteria/diff.h"

namespace kdcl {
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

}  // namespace kdcl

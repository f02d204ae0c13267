// kdcl criteria: list the shipped sets; show one as a readable document or as its YAML source;
// compare two (criteria_diff.cc). What is written follows from -f or the ending of -o, as
// everywhere.
#include <memory>

#include "base/file.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/criteria_output.h"
#include "command/long_input.h"
#include "model/pack.h"
#include "read/shipped.h"
#include "report/criteria/document.h"
#include "write/criteria_list.h"

namespace kdcl {
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

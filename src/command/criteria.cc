// kdcl criteria: list the shipped sets; show one as a readable document or as its YAML source.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "base/file.h"
#include "command/commands.h"
#include "command/criteria_input.h"
#include "command/messages.h"
#include "command/output.h"
#include "model/pack.h"
#include "read/shipped.h"
#include "report/criteria_document.h"
#include "write/plain_text.h"

namespace kdcl {
namespace {

using namespace message;

struct CriteriaOptions {
  SharedOptions shared;
  std::string set;
  bool yaml = false;
};

/// `inputs`: the files that were read.
int print(const CriteriaOptions& options, const std::vector<std::string>& inputs, Language language,
          const std::string& text) {
  Output output(options.shared.output, language);
  if (const ExitCode code = output.open(inputs); code != kDone) return code;
  return output.write(text) && output.finish() ? kDone : kInternalError;
}

TextLayout layout(const CriteriaOptions& options) {
  return {terminal_width(),
          options.shared.output.empty() && wants_color(options.shared.color, STDOUT_FILENO)};
}

int run_list(const CriteriaOptions& options) {
  const Language language = choose_language(options.shared.language);
  std::vector<CriteriaSet> sets;
  for (const ShippedSet& set : shipped_sets()) sets.push_back(unpack_criteria(set.packed));
  return print(options, {}, language,
               write_plain_text(make_criteria_list(sets, language), layout(options)));
}

/// The YAML of a shipped set as it was built in; nothing for a name that is none.
std::optional<std::string> shipped_yaml(const std::string& id) {
  for (const ShippedSet& set : shipped_sets())
    if (set.id == id) return std::string(set.yaml);
  return {};
}

int run_show(const CriteriaOptions& options) {
  const Language language = choose_language(options.shared.language);
  Diagnostics diagnostics(language);
  std::optional<CriteriaSet> set = find_set(options.set, diagnostics);
  if (!set) {
    std::fputs(
        format_diagnostics(diagnostics, wants_color(options.shared.color, STDERR_FILENO)).c_str(),
        stderr);
    return kInputError;
  }
  std::vector<std::string> inputs = set->used_files;
  inputs.push_back(options.set);
  if (options.yaml) {
    std::string fault;
    std::optional<std::string> source = shipped_yaml(options.set);
    if (!source) source = read_file(options.set, SIZE_MAX, fault);
    return print(options, inputs, language, source.value_or(""));
  }
  std::vector<CriteriaSet> sets;
  sets.push_back(std::move(*set));
  const Run run = make_run(std::move(sets), kNoDate);
  return print(options, inputs, language,
               write_plain_text(make_criteria_document(run, language), layout(options)));
}

}  // namespace

void add_criteria_command(CLI::App& app, Language language, CommandAction& chosen) {
  const auto options = std::make_shared<CriteriaOptions>();
  const auto text = [language](const Message& message) {
    return std::string(message.in(language));
  };
  CLI::App* command = app.add_subcommand("criteria", text(kCriteriaAbout));
  command->require_subcommand(1);
  CLI::App* list = command->add_subcommand("list", text(kListAbout));
  CLI::App* show = command->add_subcommand("show", text(kShowAbout));
  show->add_option("SET", options->set, text(kShowSet))->required()->type_name("");
  show->add_flag("--yaml", options->yaml, text(kYamlOption));
  for (CLI::App* each : {list, show}) {
    each->add_option("-o,--output", options->shared.output, text(kOutputOption))->type_name("FILE");
    add_habits(*each, options->shared, language);
  }
  list->callback([options, &chosen] { chosen = [options] { return run_list(*options); }; });
  show->callback([options, &chosen] { chosen = [options] { return run_show(*options); }; });
}

}  // namespace kdcl

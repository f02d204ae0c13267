// kdcl: the table of commands, and exit codes for what is thrown.
#include <cstdio>
#include <cstdlib>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/scan_path.h"
#include "base/temporary_file.h"
#include "base/text.h"
#include "command/commands.h"
#include "command/options.h"

namespace {

using namespace kdcl;

/// What --lang says, before anything is parsed: help is in that language too.
std::string typed_language(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument.starts_with("--lang=")) return std::string(argument.substr(7));
    if (argument == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  return {};
}

bool is_language_wrong(const std::string& typed, Language language) {
  if (typed.empty() || typed == "vi" || typed == "en") return false;
  print_usage_error(language, format_message(language,
                                             {"--lang: cần vi hoặc en, gặp \"{0}\"",
                                              "--lang: expected vi or en, found \"{0}\""},
                                             excerpt(typed)));
  return true;
}

/// KDCL_SIMD, which tests set, names no way of scanning or one that the machine lacks.
bool is_scan_path_wrong(Language language) {
  const char* typed = std::getenv("KDCL_SIMD");
  if (typed == nullptr || *typed == '\0') return false;
  const std::optional<ScanPath> path = scan_path_named(typed);
  if (path && can_take(*path)) return false;
  print_usage_error(
      language,
      format_message(
          language,
          path ? Message{"KDCL_SIMD: máy này không có {0}", "KDCL_SIMD: this machine has no {0}"}
               : Message{"KDCL_SIMD: cần portable, avx2 hoặc avx512, gặp \"{0}\"",
                         "KDCL_SIMD: expected portable, avx2 or avx512, found \"{0}\""},
          excerpt(typed)));
  return true;
}

int run(int argc, char** argv) {
  const std::string typed = typed_language(argc, argv);
  const Language language = choose_language(typed);
  watch_endings(usage_error_text(
      language,
      std::string(
          Message{"không đủ bộ nhớ để làm xong", "not enough memory to finish"}.in(language))));
  if (is_language_wrong(typed, language) || is_scan_path_wrong(language)) return kInputError;
  const CommandSpec program{
      "kdcl",
      Message{
          "kdcl chấm kiểm định chất lượng giáo dục và đạt chuẩn quốc gia theo thông tư.\nKết quả "
          "hỗ trợ hội đồng, không thay kết luận của hội đồng.",
          "kdcl scores schools against Vietnam's accreditation and national-standard\ncirculars. "
          "Its results support the council's conclusion and do not replace it."},
      {},
      {score_command(), report_command(), summary_command(), compare_command(), recheck_command(),
       check_command(), template_command(), criteria_command()}};
  return run_command_line(program, {argv + (argc > 0), argv + argc}, language);
}

}  // namespace

int main(int argc, char** argv) {
  kdcl::keep_standard_streams();
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    kdcl::say_no_memory();
    return kdcl::kInternalError;
  } catch (const std::exception& fault) {
    std::fprintf(stderr, "kdcl: %s\n", fault.what());
    return kdcl::kInternalError;
  }
}

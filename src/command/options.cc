#include "command/options.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <set>

#include "base/text.h"
#include "command/messages.h"
#include "read/criteria/reading.h"
#include "read/csv/encoding.h"

namespace kdcl {

using namespace message;

namespace {

/// The last second of the year 9999.
constexpr int64_t kLastSecond = 253'402'300'799;

/// More help no machine, and a system may refuse them.
constexpr unsigned kMostThreads = 256;

std::optional<OutputFormat> format_named(std::string_view name) {
  if (name == "text" || name == "txt") return OutputFormat::text;
  if (name == "csv") return OutputFormat::csv;
  if (name == "json") return OutputFormat::json;
  if (name == "xlsx") return OutputFormat::xlsx;
  return {};
}

/// The ending of files of a format.
std::string_view ending_named(OutputFormat format) {
  switch (format) {
    case OutputFormat::text: return "txt";
    case OutputFormat::csv: return "csv";
    case OutputFormat::json: return "json";
    case OutputFormat::xlsx: return "xlsx";
  }
  return {};
}

/// Endings by which a program takes a file for something that it can open.
constexpr std::array<std::string_view, 20> kTellingEndings = {
    "csv",  "json", "xlsx", "xlsm", "xlsb", "xltx", "xls", "ods", "doc", "docx",
    "docm", "dotx", "odt",  "rtf",  "ppt",  "pptx", "odp", "pdf", "htm", "html"};

/// ".txt, .csv, .json".
std::string endings_text(std::span<const OutputFormat> formats, Language language) {
  std::string text;
  for (size_t i = 0; i < formats.size(); ++i) {
    if (i > 0) text += i + 1 < formats.size() ? ", " : kOr.in(language);
    text += fmt::format(".{}", ending_named(formats[i]));
  }
  return text;
}

/// The format that the ending of -o names, or nothing with a message.
std::optional<OutputFormat> format_by_ending(const std::string& output,
                                             std::span<const OutputFormat> formats,
                                             Language language) {
  const std::optional<OutputFormat> format = format_named(ending_of(output));
  if (!format)
    print_usage_error(
        language, format_message(language, kBadEnding, output),
        format_message(language, {"dùng đuôi {0}; hoặc thêm -f", "use the ending {0}; or add -f"},
                       endings_text(formats, language)));
  return format;
}

}  // namespace

std::string ending_of(std::string_view path) {
  constexpr size_t kLongestEnding = 5;
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);  // npos + 1 is 0
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  const std::string ending = fold(name.substr(dot + 1));
  const bool begins_well = !ending.empty() && ending[0] >= 'a' && ending[0] <= 'z';
  const bool is_plain =
      ending.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == std::string::npos;
  return begins_well && is_plain && ending.size() <= kLongestEnding ? ending : std::string();
}

bool check_ending(const std::string& output, std::string_view written, Language language) {
  std::string ending = ending_of(output);
  if (ending == "yml") ending = "yaml";
  if (ending.empty() || ending == written) return true;
  const bool is_telling =
      std::find(kTellingEndings.begin(), kTellingEndings.end(), ending) != kTellingEndings.end();
  if (written != "xlsx" && !is_telling) return true;
  print_usage_error(language,
                    format_message(language,
                                   {"-o: đuôi của \"{0}\" không phải của tệp {1}",
                                    "-o: the ending of \"{0}\" is not that of a {1} file"},
                                   output, written));
  return false;
}

void add_habits(OptionSpecs& specs, SharedOptions& options) {
  const auto check_color = [](const std::string& typed, Language language) {
    const bool is_known = typed == "auto" || typed == "always" || typed == "never";
    return is_known ? std::string()
                    : format_message(language,
                                     {"cần auto, always hoặc never, gặp \"{0}\"",
                                      "expected auto, always or never, found \"{0}\""},
                                     excerpt(typed));
  };
  specs.push_back(
      {"--lang", Message{"Ngôn ngữ: vi, en", "Language: vi, en"}, &options.language, "vi|en"});
  specs.push_back({"--color", Message{"Màu: auto, always, never", "Color: auto, always, never"},
                   &options.color, "WHEN", check_color});
  specs.push_back({"-q,--quiet",
                   Message{"Không in cảnh báo và tiến độ", "No warnings and no progress"},
                   &options.quiet});
}

void add_criteria(OptionSpecs& specs, SharedOptions& options) {
  specs.push_back(
      {"-c,--criteria",
       Message{"Bộ tiêu chí (mã hoặc tệp YAML), lặp lại được; mặc định: mọi bộ kèm theo",
               "Criteria set (id or YAML file), repeatable; default: all shipped sets"},
       &options.criteria, "SET"});
  specs.push_back(
      {"--amend",
       Message{"Tệp YAML sửa đổi một bộ tiêu chí, ví dụ hướng dẫn của tỉnh; lặp lại được",
               "YAML file that amends a criteria set, such as a province's guidance; repeatable"},
       &options.amendments, "FILE"});
  specs.push_back(
      {"--date",
       Message{"Ngày đánh giá cho dòng không có assessed_on", "Date for rows without assessed_on"},
       &options.date, "DATE"});
}

void add_where(OptionSpecs& specs, SharedOptions& options) {
  specs.push_back({"--where",
                   Message{"Chỉ lấy trường thỏa điều kiện, ví dụ \"district == 'Mai Sơn'\"",
                           "Only schools for which this holds, such as \"district == 'Mai Sơn'\""},
                   &options.where, "EXPR"});
}

void add_letterhead(OptionSpecs& specs, std::string& file) {
  specs.push_back({"--letterhead",
                   Message{"Tệp tiêu đề, người ký (YAML)", "Heading and signers (YAML)"}, &file,
                   "FILE"});
}

void add_assumptions(OptionSpecs& specs, SharedOptions& options) {
  specs.push_back(
      {"--set",
       Message{
           "Giả định một ngưỡng khác, ví dụ \"indicator 5.5.1a at_least 60\"; ghi được nhiều lần",
           "Assume another threshold, such as \"indicator 5.5.1a at_least 60\"; repeatable"},
       &options.assumed, "TEXT"});
}

void add_register(OptionSpecs& specs, SharedOptions& options) {
  specs.push_back(
      {"--schools",
       Message{"Danh sách trường: đúng các trường này được tính, ô trống được điền theo đó",
               "Register of schools: exactly these count, and empty cells are filled from it"},
       &options.schools, "FILE"});
}

void add_keep_going(OptionSpecs& specs, SharedOptions& options) {
  specs.push_back(
      {"--keep-going",
       Message{"Bỏ lại, liệt kê trường có dữ liệu lỗi và làm tiếp; khi đó thoát với mã 1",
               "Leave out and list schools whose data have faults, and go on; then exit with 1"},
       &options.keep_going});
}

void add_since(OptionSpecs& specs, SharedOptions& options) {
  specs.push_back({"--since",
                   Message{"Tính trường có lần đánh giá gần nhất từ ngày này; all: mọi ngày; mặc "
                           "định: 12 tháng đến ngày báo cáo",
                           "Count schools last assessed from this day on; all: any day; default: "
                           "the 12 months up to the report's"},
                   &options.since, "DATE|all"});
}

void add_inputs(OptionSpecs& specs, SharedOptions& options, const Message& files) {
  const auto check_threads = [](const std::string& typed, Language language) {
    unsigned threads = 0;
    const char* const end = typed.data() + typed.size();
    const bool is_number = std::from_chars(typed.data(), end, threads).ptr == end;
    return is_number && threads >= 1 && threads <= kMostThreads
               ? std::string()
               : format_message(language,
                                {"cần một số từ 1 đến {0}, gặp \"{1}\"",
                                 "expected a number from 1 to {0}, found \"{1}\""},
                                kMostThreads, excerpt(typed));
  };
  const auto check_encoding = [](const std::string& typed, Language language) {
    return encoding_named(typed)
               ? std::string()
               : format_message(language, {"cần {0}, gặp \"{1}\"", "expected {0}, found \"{1}\""},
                                kEncodingWords, excerpt(typed));
  };
  specs.push_back({"FILE", files, &options.files});
  specs.push_back({"-j,--threads",
                   Message{"Số luồng (mặc định: mọi nhân)", "Threads (default: all cores)"},
                   &options.threads, "N", check_threads});
  specs.push_back({"--sheet",
                   Message{"Trang tính của tệp Excel (không nêu: mọi trang có trường)",
                           "Sheet of a workbook (default: all with schools)"},
                   &options.sheet, "NAME"});
  specs.push_back({"--encoding",
                   Message{"Bảng mã của tệp CSV: utf-8, utf-16, windows-1258, tcvn3",
                           "Encoding of CSV files: utf-8, utf-16, windows-1258, tcvn3"},
                   &options.encoding, "NAME", check_encoding});
  specs.push_back(
      {"--strict", Message{"Cột lạ là lỗi", "Unknown columns are errors"}, &options.strict});
}

void add_output(OptionSpecs& specs, SharedOptions& options) {
  specs.push_back({"-o,--output",
                   Message{"Ghi vào tệp; dạng theo đuôi .txt .csv .json .xlsx",
                           "Write to a file; format from .txt .csv .json .xlsx"},
                   &options.output, "FILE"});
  specs.push_back({"-f,--format",
                   Message{"Dạng: text, csv, json, xlsx", "Format: text, csv, json, xlsx"},
                   &options.format, "FORMAT"});
}

Language choose_language(const std::string& typed) {
  if (typed == "en") return Language::en;
  if (typed == "vi") return Language::vi;
  const char* wanted = std::getenv("KDCL_LANG");
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (wanted == nullptr || *wanted == '\0') wanted = std::getenv(name);
  return wanted != nullptr && std::string_view(wanted).starts_with("en") ? Language::en
                                                                         : Language::vi;
}

bool wants_color(const std::string& typed, int descriptor) {
  if (typed == "always") return true;
  if (typed == "never") return false;
  const char* refused = std::getenv("NO_COLOR");
  return ::isatty(descriptor) != 0 && (refused == nullptr || *refused == '\0');
}

size_t terminal_width() {
  winsize size{};
  if (::isatty(STDOUT_FILENO) == 0) return 0;
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

std::optional<OutputFormat> choose_format(const SharedOptions& options, OutputFormat otherwise,
                                          Language language,
                                          std::span<const OutputFormat> formats) {
  std::optional<OutputFormat> format = otherwise;
  if (!options.format.empty()) {
    format = format_named(options.format);
    if (!format)
      print_usage_error(language,
                        format_message(language,
                                       {"-f: cần text, csv, json hoặc xlsx, gặp \"{0}\"",
                                        "-f: expected text, csv, json or xlsx, found \"{0}\""},
                                       excerpt(options.format)));
    else if (!check_ending(options.output, ending_named(*format), language))
      return {};
  } else if (!options.output.empty()) {
    format = format_by_ending(options.output, formats, language);
  }
  if (format == OutputFormat::xlsx && options.output.empty()) {
    print_usage_error(language,
                      Message{"-f xlsx cần -o TỆP", "-f xlsx needs -o FILE"}.text(language));
    return {};
  }
  return format;
}

Day read_since(const std::string& typed, Diagnostics& diagnostics) {
  if (fold(typed) == "all") return kNoDate;
  const std::optional<Day> day = read_date(typed);
  if (!day)
    diagnostics.error(
        {},
        {"--since: cần ngày dạng 01/01/2023 hoặc 2023-01-01, hoặc all, gặp \"{0}\"",
         "--since: expected a date like 01/01/2023 or 2023-01-01, or all, found \"{0}\""},
        excerpt(typed));
  return day.value_or(kNoDate);
}

std::optional<int64_t> source_date(Diagnostics& diagnostics) {
  const char* typed = std::getenv("SOURCE_DATE_EPOCH");
  if (typed == nullptr || *typed == '\0') return {};
  const std::string_view text = typed;
  int64_t seconds = -1;
  const auto read = std::from_chars(text.begin(), text.end(), seconds);
  if (read.ec == std::errc() && read.ptr == text.end() && seconds >= 0 && seconds <= kLastSecond)
    return seconds;
  diagnostics.error({},
                    {"SOURCE_DATE_EPOCH: cần số giây từ 1970-01-01, gặp \"{0}\"",
                     "SOURCE_DATE_EPOCH: expected seconds since 1970-01-01, found \"{0}\""},
                    excerpt(text));
  return {};
}

std::string settings_text(std::string_view command, const SharedOptions& options,
                          const std::vector<std::pair<std::string_view, std::string>>& more) {
  std::string text = fmt::format("kdcl {}", command);
  const auto add = [&text](std::string_view option, const std::string& value) {
    if (!value.empty()) text += fmt::format(" {} {}", option, value);
  };
  for (const std::string& set : options.criteria) add("-c", set);
  for (const std::string& file : options.amendments) add("--amend", file);
  add("--date", options.date);
  add("--since", options.since);
  add("--schools", options.schools);
  if (options.keep_going) text += " --keep-going";
  for (const std::string& statement : options.assumed) add("--set", statement);
  add("--where", options.where);
  add("--by", options.by);
  for (const auto& [option, value] : more) add(option, value);
  add("--lang", options.language);
  return text;
}

void print_faults(const Diagnostics& diagnostics, const SharedOptions& options) {
  if (options.quiet && !diagnostics.has_errors()) return;
  std::fputs(format_diagnostics(diagnostics, wants_color(options.color, STDERR_FILENO)).c_str(),
             stderr);
}

std::string usage_error_text(Language language, const std::string& message,
                             const std::string& hint) {
  std::string out = fmt::format("kdcl: {}: {}\n", Message{"lỗi", "error"}.in(language), message);
  if (!hint.empty()) out += fmt::format("  {}: {}\n", Message{"gợi ý", "hint"}.in(language), hint);
  return out;
}

void print_usage_error(Language language, const std::string& message, const std::string& hint) {
  std::fputs(usage_error_text(language, message, hint).c_str(), stderr);
}

using namespace message;

namespace {

void suggest(std::string_view written, const std::vector<std::string_view>& names,
             Diagnostics& diagnostics) {
  const std::string_view nearest = nearest_name(written, names);
  if (!nearest.empty()) diagnostics.hint(kSuggestName, nearest);
}

/// The measures of all sets of the run, each name once. One that `source` uses must mean the same
/// in every set that has it.
std::vector<Measure> measures_for(const std::string& source, const Run& run,
                                  Diagnostics& diagnostics) {
  std::vector<Measure> measures;
  std::map<std::string_view, std::pair<const Measure*, const CriteriaSet*>> known;
  std::set<std::string_view> used;
  for (const std::string_view name : names_in(source)) used.insert(name);
  for (const CriteriaSet& set : run.sets) {
    for (const Measure& measure : set.measures) {
      const auto [first, is_new] = known.try_emplace(measure.id, &measure, &set);
      if (is_new) {
        measures.push_back(measure);
        continue;
      }
      const Expression& formula = first->second.first->formula;
      if (same_meaning(formula, measure.formula) || used.erase(measure.id) == 0) continue;
      diagnostics
          .error({},
                 {"--where: số đo {0} có công thức khác nhau trong {1} và {2}",
                  "--where: the measure {0} has different formulas in {1} and {2}"},
                 measure.id, first->second.second->id, set.id)
          .hint({"chọn một bộ bằng -c", "choose one of them with -c"});
    }
  }
  return measures;
}

}  // namespace

std::optional<GroupColumn> find_group(const std::string& name, const Run& run,
                                      Diagnostics& diagnostics) {
  GroupColumn group;
  group.identity = find_identity(name);
  for (uint32_t i = 0; i < run.fields.size() && !group.identity; ++i)
    if (run.fields[i].id == name) group.field = i;
  if (group.identity || group.field) return group;
  std::vector<std::string_view> names;
  for (size_t i = 0; i < kIdentityColumns; ++i)
    names.push_back(identity_name(static_cast<IdentityColumn>(i)));
  for (const Field& field : run.fields) names.push_back(field.id);
  suggest(name, names,
          diagnostics.error({}, {"--by: không có cột \"{0}\"", "--by: there is no column \"{0}\""},
                            excerpt(name)));
  return {};
}

std::optional<Expression> read_where(const std::string& source, const Run& run,
                                     Diagnostics& diagnostics) {
  const std::vector<Measure> measures = measures_for(source, run, diagnostics);
  return parse_expression(source, {"--where", 1, 1}, ValueKind::truth, {run.fields, measures},
                          diagnostics);
}

}  // namespace kdcl

#include "model/school_case.h"

#include <array>
#include <cctype>

#include "base/text.h"

namespace kdcl {
namespace {

bool is_code_digit(char c) { return c >= '0' && c <= '9'; }

/// The brackets that a pattern of codes asks for; empty if none.
std::string_view brackets_of(const std::string& pattern) {
  if (pattern.find("\\[") != std::string::npos) return "[]";
  if (pattern.find("\\(") != std::string::npos) return "()";
  return {};
}

/// True if `part` stands in the text with no digit beside it.
bool stands_in(std::string_view text, std::string_view part) {
  for (size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
    const size_t end = at + part.size();
    const bool is_apart = (at == 0 || !is_code_digit(text[at - 1])) &&
                          (end == text.size() || !is_code_digit(text[end]));
    if (is_apart) return true;
  }
  return false;
}

}  // namespace

std::string bare_code(std::string_view written) {
  std::string_view code = trim(written);
  while (code.starts_with('[') || code.starts_with('(')) code.remove_prefix(1);
  while (code.ends_with(']') || code.ends_with(')')) code.remove_suffix(1);
  std::string bare;
  for (size_t i = 0; i < code.size(); ++i) {
    // A padded criterion: ".01-".
    if (code[i] == '0' && i > 0 && code[i - 1] == '.' && i + 2 < code.size() &&
        is_code_digit(code[i + 1]) && code[i + 2] == '-')
      continue;
    bare += static_cast<char>(std::toupper(static_cast<unsigned char>(code[i])));
  }
  return bare;
}

std::string printed_code(const CriteriaSet& set, std::string_view written) {
  const std::string_view brackets = brackets_of(set.evidence_code);
  const std::string bare = bare_code(written);
  return brackets.empty() ? bare : brackets[0] + bare + brackets[1];
}

std::optional<uint32_t> criterion_of_code(const CriteriaSet& set, std::string_view written) {
  const std::string code = bare_code(written);
  std::optional<uint32_t> found;
  for (uint32_t i = 0; i < set.criteria.size(); ++i)
    if (stands_in(code, bare_code(set.criteria[i].id)) &&
        (!found || set.criteria[i].id.size() > set.criteria[*found].id.size()))
      found = i;
  return found;
}

std::string_view result_name(ResultColumn column) {
  static constexpr std::array<std::string_view, kResultColumns> kNames = {
      "level", "level_max", "school_level", "accreditation", "national_standard"};
  return kNames[static_cast<size_t>(column)];
}

std::vector<Field> fields_with_results(const Run& run) {
  std::vector<Field> fields = run.fields;
  for (size_t i = 0; i < kResultColumns; ++i) {
    Field field;
    field.id = result_name(static_cast<ResultColumn>(i));
    field.type = FieldType::integer;
    fields.push_back(std::move(field));
  }
  return fields;
}

int school_year(Day day) {
  constexpr int kFirstMonths = 7;  // of the calendar year, which belong to the one before
  if (day == kNoDate) return 0;
  const std::string date = format_iso(day);  // YYYY-MM-DD
  const int month = std::stoi(date.substr(5, 2));
  return month > kFirstMonths ? year_of(day) : year_of(day) - 1;
}

}  // namespace kdcl

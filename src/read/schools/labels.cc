#include "read/schools/labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "model/office_words.h"
#include "read/schools/binding.h"

namespace kdcl {
namespace {

constexpr Message kSchool{"trường {0}: ", "school {0}: "};

/// "teacher fill" says what `teacher_fill` does.
bool says_the_same(const std::string& title, const std::string& id) {
  std::string words = fold(title);
  std::replace(words.begin(), words.end(), ' ', '_');
  return words == fold(id);
}

}  // namespace

std::string field_label(const Field& field, Language language) {
  const std::string& title = field.title.in(language);
  if (title.empty() || says_the_same(title, field.id)) return field.id;
  return fmt::format("{} ({})", title, field.id);
}

std::string identity_label(IdentityColumn column, Language language) {
  const std::string_view name = identity_name(column);
  if (language == Language::en) return std::string(name);
  std::string title(folded_title(column));
  title.front() = static_cast<char>(std::toupper(title.front()));  // all begin with a plain letter
  return fmt::format("{} ({})", title, name);
}

std::string expected_words(IdentityColumn column, Language language) {
  if (column == IdentityColumn::assessment)
    return Message{"Tự đánh giá hoặc Đánh giá ngoài", "self or external"}.text(language);
  if (column == IdentityColumn::stage)
    return Message{"Mầm non, Tiểu học, THCS hoặc THPT", "mam_non, tieu_hoc, thcs or thpt"}.text(
        language);
  if (language == Language::en) return "one of " + office_ids(column);
  std::string titles;
  for (const OfficeWord& word : office_words(column))
    titles += (titles.empty() ? "" : "; ") + std::string(word.title.vi);
  return "một trong: " + titles;
}

std::string school_words(const SchoolTable& table, size_t row, Language language) {
  const std::string id = excerpt(table.text_of(IdentityColumn::school_id, row));
  const std::string name = excerpt(table.text_of(IdentityColumn::school_name, row));
  if (id.empty() && name.empty()) return {};
  const bool is_one = id.empty() || name.empty() || id == name;
  return format_message(language, kSchool,
                        is_one ? (id.empty() ? name : id) : fmt::format("{} ({})", id, name));
}

std::string school_words(std::string_view id, Language language) {
  return id.empty() ? std::string() : format_message(language, kSchool, excerpt(id));
}

void name_schools(const SchoolTable& table, bool has_places, Diagnostics& diagnostics) {
  const auto& lines = table.line;
  diagnostics.put_before([&](const Diagnostic& fault) {
    const uint64_t line = fault.location.line;
    const auto after = std::upper_bound(lines.begin(), lines.end(), line);
    if (after == lines.begin() || (!has_places && *std::prev(after) != line)) return std::string();
    return school_words(table, static_cast<size_t>(std::prev(after) - lines.begin()),
                        diagnostics.language());
  });
}

}  // namespace kdcl

#include "model/office_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace kdcl {
namespace {

constexpr std::array kTypes{
    OfficeWord{"mam_non", {"Mầm non", "Preschool"}},
    OfficeWord{"tieu_hoc", {"Tiểu học", "Primary"}},
    OfficeWord{"thcs", {"THCS", "Lower secondary"}},
    OfficeWord{"thpt", {"THPT", "Upper secondary"}},
    OfficeWord{"th_thcs", {"TH và THCS", "Primary and lower secondary"}},
    OfficeWord{"thcs_thpt", {"THCS và THPT", "Lower and upper secondary"}},
    OfficeWord{"th_thcs_thpt", {"TH, THCS và THPT", "Primary to upper secondary"}},
    OfficeWord{"gdtx", {"GDTX", "Continuing education"}},
};
constexpr size_t kStages = 4;  // the first of the types

constexpr std::array kOwnerships{
    OfficeWord{"cong_lap", {"Công lập", "Public"}},
    OfficeWord{"dan_lap", {"Dân lập", "People-founded"}},
    OfficeWord{"tu_thuc", {"Tư thục", "Private"}},
    OfficeWord{"ngoai_cong_lap", {"Ngoài công lập", "Non-public"}},
};
constexpr std::array kAssessments{
    OfficeWord{"self", {"Tự đánh giá", "Self-assessment"}},
    OfficeWord{"external", {"Đánh giá ngoài", "External assessment"}},
};

/// Another way of writing a value, in small letters.
struct Alias {
  std::string_view written;
  std::string_view id;
};
constexpr std::array kTypeAliases{
    Alias{"mn", "mam_non"},
    Alias{"mẫu giáo", "mam_non"},
    Alias{"nhà trẻ", "mam_non"},
    Alias{"kindergarten", "mam_non"},
    Alias{"th", "tieu_hoc"},
    Alias{"primary school", "tieu_hoc"},
    Alias{"trung học cơ sở", "thcs"},
    Alias{"lower secondary school", "thcs"},
    Alias{"trung học phổ thông", "thpt"},
    Alias{"upper secondary school", "thpt"},
    Alias{"giáo dục thường xuyên", "gdtx"},
    Alias{"ttgdtx", "gdtx"},
    Alias{"continuing education centre", "gdtx"},
};
constexpr std::array kOwnershipAliases{
    Alias{"cl", "cong_lap"}, Alias{"state", "cong_lap"},     Alias{"dl", "dan_lap"},
    Alias{"tt", "tu_thuc"},  Alias{"ncl", "ngoai_cong_lap"}, Alias{"nonpublic", "ngoai_cong_lap"},
};
constexpr std::array kAssessmentAliases{Alias{"tđg", "self"}, Alias{"self assessment", "self"},
                                        Alias{"đgn", "external"}};

std::span<const Alias> aliases_of(IdentityColumn column) {
  switch (column) {
    case IdentityColumn::school_type:
    case IdentityColumn::stage: return kTypeAliases;
    case IdentityColumn::ownership: return kOwnershipAliases;
    case IdentityColumn::assessment: return kAssessmentAliases;
    default: return {};
  }
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; });
}

/// True if a folded word is this name: as it is, or without any of its diacritics.
bool is_name(const std::string& word, std::string_view name) {
  const std::string folded = fold_name(name);
  return word == folded || (is_ascii(word) && word == bare_text(folded).letters);
}

/// The value whose id, title or alias a folded word is.
std::optional<std::string_view> find_plain(IdentityColumn column, const std::string& word) {
  for (const OfficeWord& value : office_words(column))
    if (is_name(word, value.id) || is_name(word, value.title.vi) || is_name(word, value.title.en))
      return value.id;
  for (const Alias& alias : aliases_of(column))
    if (is_name(word, alias.written)) {
      const auto values = office_words(column);
      const auto is_it = [&](const OfficeWord& value) { return value.id == alias.id; };
      if (std::any_of(values.begin(), values.end(), is_it)) return alias.id;
    }
  return {};
}

/// What may stand before a value, with the diacritics or without.
std::string without_lead(std::string word) {
  for (const std::string_view lead : {"trường ", "trung tâm ", "tt ", "cấp học ", "cấp "})
    for (const std::string& written : {std::string(lead), bare_text(lead).letters})
      if (word.starts_with(written) && word.size() > written.size())
        return without_lead(word.substr(written.size()));
  return word;
}

/// The parts of a folded word that names several types: what stands between signs or the word
/// "and".
std::vector<std::string> parts_of(std::string word) {
  for (const std::string_view sign : {" và ", " va ", " and ", "–", "+", "-", "/", ","})
    for (size_t at = word.find(sign); at != std::string::npos; at = word.find(sign, at))
      word.replace(at, sign.size(), "&");
  std::vector<std::string> parts;
  for (size_t start = 0; start <= word.size();) {
    const size_t end = std::min(word.find('&', start), word.size());
    const std::string part(trim(std::string_view(word).substr(start, end - start)));
    if (!part.empty()) parts.push_back(without_lead(part));
    start = end + 1;
  }
  return parts;
}

/// The type of a school of several stages, such as "TH và THCS", and of a centre of two kinds of
/// education, "GDNN-GDTX".
std::optional<std::string_view> find_joined_type(const std::string& word) {
  std::array<bool, kTypes.size()> named{};
  bool is_centre = false;
  for (const std::string& part : parts_of(word)) {
    const auto type = find_plain(IdentityColumn::school_type, part);
    const bool is_vocational = is_name(part, "gdnn") || is_name(part, "giáo dục nghề nghiệp");
    if (!type && !is_vocational) return {};
    is_centre |= is_vocational || *type == "gdtx";
    for (size_t i = 0; i < kTypes.size(); ++i) named[i] |= type && kTypes[i].id == *type;
  }
  std::string joined;
  for (size_t i = 0; i < kStages; ++i)
    if (named[i]) joined += (joined.empty() ? "" : "_") + std::string(i == 1 ? "th" : kTypes[i].id);
  if (is_centre && joined.empty()) joined = "gdtx";
  for (const OfficeWord& type : kTypes)
    if (type.id == joined) return type.id;
  return {};
}

}  // namespace

std::span<const OfficeWord> office_words(IdentityColumn column) {
  switch (column) {
    case IdentityColumn::school_type: return kTypes;
    case IdentityColumn::stage: return std::span(kTypes).first(kStages);
    case IdentityColumn::ownership: return kOwnerships;
    case IdentityColumn::assessment: return kAssessments;
    default: return {};
  }
}

std::string office_ids(IdentityColumn column) {
  std::string ids;
  for (const OfficeWord& word : office_words(column))
    ids += (ids.empty() ? "" : ", ") + std::string(word.id);
  return ids;
}

std::optional<std::string_view> find_office_word(IdentityColumn column, std::string_view written) {
  for (const OfficeWord& word : office_words(column))
    if (word.id == written) return word.id;
  if (office_words(column).empty()) return {};
  const std::string folded = fold_name(written);
  if (const auto value = find_plain(column, folded)) return value;
  const std::string word = without_lead(folded);
  if (const auto value = find_plain(column, word)) return value;
  return column == IdentityColumn::school_type ? find_joined_type(word) : std::nullopt;
}

std::string office_title(IdentityColumn column, std::string_view id, Language language) {
  for (const OfficeWord& word : office_words(column))
    if (word.id == id) return std::string(word.title.in(language));
  return std::string(id);
}

namespace {

/// What offices call kinds of schools that are no values of their own, without diacritics.
constexpr std::array kMeant{Alias{"cap 1", "Tiểu học"}, Alias{"cap i", "Tiểu học"},
                            Alias{"cap 2", "THCS"},     Alias{"cap ii", "THCS"},
                            Alias{"cap 3", "THPT"},     Alias{"cap iii", "THPT"}};

/// True if the words of one text stand side by side in the other.
bool has_words(std::string_view text, std::string_view words) {
  return (" " + std::string(text) + " ").find(" " + std::string(words) + " ") != std::string::npos;
}

/// A title that stands in the text, the longest; else the only one that the text stands in.
std::string_view title_within(IdentityColumn column, const std::string& written) {
  std::string_view inside, around;
  bool is_only = true;
  for (const OfficeWord& word : office_words(column)) {
    const std::string title = bare_text(fold_name(word.title.vi)).letters;
    if (has_words(written, title) && word.title.vi.size() > inside.size()) inside = word.title.vi;
    if (!has_words(title, written)) continue;
    is_only &= around.empty();
    around = word.title.vi;
  }
  return !inside.empty() || !is_only ? inside : around;
}

}  // namespace

std::string_view nearest_office_word(IdentityColumn column, std::string_view written) {
  const std::string bare = bare_text(fold_name(written)).letters;
  if (column == IdentityColumn::school_type)
    for (const Alias& alias : kMeant)
      if (has_words(bare, alias.written)) return alias.id;
  if (const std::string_view title = title_within(column, bare); !title.empty()) return title;
  std::vector<std::string_view> names;
  for (const OfficeWord& word : office_words(column)) names.push_back(word.id);
  for (const OfficeWord& word : office_words(column)) {
    names.push_back(word.title.vi);
    names.push_back(word.title.en);
  }
  return nearest_name(written, names);
}

std::optional<size_t> find_choice(const Field& field, std::string_view written) {
  const std::string word = fold_name(written);
  const auto names_of = [](const Choice& value) {
    return std::array{&value.id, &value.title.vi, &value.title.en};
  };
  std::optional<size_t> bare;
  bool is_clear = true;
  for (size_t i = 0; i < field.values.size(); ++i) {
    for (const std::string* name : names_of(field.values[i])) {
      if (fold_name(*name) == word) return i;
      if (!is_ascii(word) || bare_text(fold_name(*name)).letters != word) continue;
      is_clear &= !bare || *bare == i;
      bare = i;
    }
  }
  return is_clear ? bare : std::nullopt;
}

std::string_view nearest_choice(const Field& field, std::string_view written) {
  std::vector<std::string_view> names;
  for (const Choice& value : field.values) names.push_back(value.id);
  for (const Choice& value : field.values) {
    names.push_back(value.title.vi);
    names.push_back(value.title.en);
  }
  return nearest_name(written, names);
}

}  // namespace kdcl

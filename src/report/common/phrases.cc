#include "report/common/phrases.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "base/number.h"
#include "model/office_words.h"
#include "report/common/words.h"

namespace kdcl {
namespace {

struct NamedMessage {
  std::string_view id;
  Message title;
};

constexpr std::array kFamilies{
    NamedMessage{"national_standard", words::kNationalStandard},
    NamedMessage{"accreditation", Message{"Kiểm định chất lượng", "Accreditation"}},
};

std::string title_in(auto& names, std::string_view id, Language language) {
  for (const NamedMessage& name : names)
    if (name.id == id) return std::string(name.title.in(language));
  return std::string(id);
}

}  // namespace

std::string stage_title(std::string_view id, Language language) {
  return office_title(IdentityColumn::school_type, id, language);
}

std::string family_title(std::string_view id, Language language) {
  return title_in(kFamilies, id, language);
}

std::string award_title(const AwardFamily& family, int number, Language language) {
  const LocalText& title = family.awards[static_cast<size_t>(number) - 1].title;
  // Vietnamese titles say "Mức độ 1" without saying of what.
  if (language == Language::en) return title.en;
  return family_title(family.id, language) + " " + lower_first(title.vi);
}

std::string numbered(Language language, const Sheet& sheet, const Message& title,
                     const std::string& second) {
  return format_message(language, title, sheet.tables.size() + 1, second);
}

std::string identity_title(IdentityColumn column, Language language) {
  static constexpr std::array<Message, kIdentityColumns> kTitles = {
      Message{"Mã trường", "School id"},
      {"Tên trường", "School name"},
      words::kType,
      {"Loại hình", "Ownership"},
      words::kDistrict,
      words::kCommune,
      words::kDataDate,
      {"Hình thức đánh giá", "Assessment"},
      {"Mức độ chuẩn quốc gia", "Recognised level"},
      {"Ngày công nhận", "Recognised on"},
      {"Số quyết định", "Decision"},
      words::kStage,
      {"Bộ tiêu chí", "Criteria set"}};
  return std::string(kTitles[static_cast<size_t>(column)].in(language));
}

std::string level_title(const CriteriaSet& set, int level, Language language) {
  if (level < 1 || level > set.top_level())
    return Message{"Chưa đạt", "Below level 1"}.text(language);
  return set.levels[static_cast<size_t>(level) - 1].title.in(language);
}

std::string national_standard(const CriteriaSet& set, int level, Language language) {
  for (const AwardFamily& family : set.award_families)
    if (family.id == "national_standard")
      if (const int number = award_number(family, level))
        return format_message(language, words::kNationalShort, number);
  return {};
}

std::string decision_words(const DecisionOf& decision, Language language) {
  switch (decision.decision) {
    case Decision::valid: return format_message(language, words::kNationalShort, decision.level);
    case Decision::expired: return Message{"hết hiệu lực", "expired"}.text(language);
    case Decision::undated: return Message{"không rõ ngày", "date unknown"}.text(language);
    case Decision::misdated:
      return Message{"ngày chưa tới hoặc sai", "dated later or wrongly"}.text(language);
    case Decision::none:
    case Decision::no_data: break;
  }
  return {};
}

Tone tone_of_level(int level, int top) {
  if (level == kNoLevel) return Tone::plain;
  if (level == 0) return Tone::bad;
  if (level == 1 && top > 1) return Tone::poor;
  return level == 2 && top > 2 ? Tone::fair : Tone::good;
}

Tone tone_of_criterion(const CriteriaSet& set, const Criterion& criterion, int level) {
  const Indicator& first = set.indicators[criterion.first_indicator];
  const Indicator& last = set.indicators[criterion.first_indicator + criterion.indicator_count - 1];
  return level == 0 && first.level > 1 ? Tone::plain : tone_of_level(level, last.level);
}

std::string day_text(Day day, Language language) {
  return day == kNoDate ? std::string(words::kNoDay.in(language)) : format_day_first(day);
}

std::string count_of_schools(size_t count, Language language) {
  if (count == 1) return Message{"1 trường", "1 school"}.text(language);
  return format_message(language, words::kSchools,
                        format_figure(static_cast<double>(count), 0, language));
}

std::string count_of_indicators(size_t indicators, size_t schools, Language language) {
  const std::string count =
      indicators == 1 ? std::string(Message{"1 chỉ báo", "1 indicator"}.in(language))
                      : format_message(language, words::kIndicators,
                                       format_figure(static_cast<double>(indicators), 0, language));
  return format_message(language, {"{0} ở {1}", "{0} in {1}"}, count,
                        count_of_schools(schools, language));
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator, size_t most) {
  std::string out;
  const size_t shown = texts.size() > most ? most : texts.size();
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) out += separator;
    out += texts[i];
  }
  if (texts.size() > shown)
    out += std::string(separator) + "+" + std::to_string(texts.size() - shown);
  return out;
}

std::vector<std::string> indicator_names(const CriteriaSet& set, const BitRows& bits, size_t row) {
  std::vector<std::string> names;
  for (size_t i = 0; i < set.indicators.size(); ++i)
    if (bits.test(row, i)) names.push_back(set.indicators[i].name);
  return names;
}

std::string names_of_school(const Run& run, const SchoolRows& school, BitRows ScoreBlock::*bits,
                            Language language, std::string_view separator, size_t most) {
  std::vector<std::string> parts;
  for (const RowAt& at : school.rows) {
    const ScoreBlock& score = at.block->score;
    if (score.level[at.row] > school.level()) continue;
    const auto names = indicator_names(run.sets[at.set()], score.*bits, at.row);
    if (names.empty()) continue;
    const std::string list = joined(names, separator, most);
    const std::string_view stage = at.text(IdentityColumn::stage);
    const bool several = school.rows.size() > 1 && !stage.empty();
    parts.push_back(several ? stage_title(stage, language) + ": " + list : list);
  }
  return joined(parts, "; ");
}

std::string row_name(const RowAt& at, Language language) {
  std::string name(at.text(IdentityColumn::school_name));
  const std::string_view stage = at.text(IdentityColumn::stage);
  if (!stage.empty()) name += " (" + stage_title(stage, language) + ")";
  return name;
}

std::string lower_first(std::string_view text) {
  utf8proc_int32_t code = 0;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
  if (length <= 0) return std::string(text);
  // An abbreviation such as THCS keeps its capitals.
  const std::string_view rest = text.substr(static_cast<size_t>(length));
  if (!rest.empty() && rest[0] >= 'A' && rest[0] <= 'Z') return std::string(text);
  std::array<utf8proc_uint8_t, 4> lower{};
  const auto lower_length = utf8proc_encode_char(utf8proc_tolower(code), lower.data());
  return std::string(lower.begin(), lower.begin() + lower_length) + std::string(rest);
}

std::string upper(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (length <= 0) return out + std::string(text);
    std::array<utf8proc_uint8_t, 4> letter{};
    const auto letter_length = utf8proc_encode_char(utf8proc_toupper(code), letter.data());
    out.append(letter.begin(), letter.begin() + letter_length);
    text.remove_prefix(static_cast<size_t>(length));
  }
  return out;
}

Cell text_cell(std::string text, Style style) { return {std::move(text), style}; }

Cell count_cell(size_t count, Style style) {
  return {Number{static_cast<double>(count), 0, {}}, style};
}

Cell share_cell(size_t part, size_t whole) {
  return {Share{static_cast<double>(part), static_cast<double>(whole)}, {}};
}

Cell bar_cell(size_t part, size_t whole) {
  return {Bar{whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0}, {}};
}

}  // namespace kdcl

#include "report/entry_columns.h"

#include <array>
#include <set>
#include <string_view>

#include "model/office_words.h"
#include "model/used_fields.h"
#include "report/criteria_columns.h"
#include "report/phrases.h"

namespace kdcl {
namespace {

struct IdentityEntry {
  IdentityColumn column;
  Message title;
  FieldType type;
  double width;
};

constexpr std::array kIdentity = {
    IdentityEntry{IdentityColumn::school_id,
                  {"Mã trường (bắt buộc)", "School id (required)"},
                  FieldType::text,
                  12},
    IdentityEntry{IdentityColumn::school_name,
                  {"Tên đầy đủ của trường", "Full name of the school"},
                  FieldType::text,
                  34},
    IdentityEntry{IdentityColumn::school_type,
                  {"Cấp học, loại trường", "Type of school"},
                  FieldType::choice,
                  14},
    IdentityEntry{IdentityColumn::ownership,
                  {"Công lập, ngoài công lập", "Ownership"},
                  FieldType::choice,
                  12},
    IdentityEntry{IdentityColumn::district,
                  {"Huyện (trước 01/7/2025)", "District (before 01/07/2025)"},
                  FieldType::text,
                  16},
    IdentityEntry{IdentityColumn::commune, {"Xã, phường", "Commune or ward"}, FieldType::text, 16},
    IdentityEntry{
        IdentityColumn::assessed_on, {"Đánh giá ngày", "Assessed on"}, FieldType::date, 12},
    IdentityEntry{IdentityColumn::assessment,
                  {"Tự đánh giá hay đánh giá ngoài", "Self or external assessment"},
                  FieldType::choice,
                  12},
    IdentityEntry{
        IdentityColumn::recognized_level,
        {"Chuẩn quốc gia mức độ (theo quyết định)", "National standard level, by decision"},
        FieldType::integer,
        12},
    IdentityEntry{
        IdentityColumn::recognized_on, {"Công nhận ngày", "Recognised on"}, FieldType::date, 12},
    IdentityEntry{IdentityColumn::decision,
                  {"Quyết định số", "Number of the decision"},
                  FieldType::text,
                  16}};
constexpr IdentityEntry kStage{IdentityColumn::stage,
                               {"Cấp học của dòng này", "Stage that the row is about"},
                               FieldType::choice,
                               12};

/// Whose a row is, on the sheets behind the first.
constexpr IdentityEntry kOwner{
    IdentityColumn::school_id, {"Trường có mã", "School of the id"}, FieldType::text, 12};
constexpr IdentityEntry kOwnerStage{
    IdentityColumn::stage, {"Cấp học", "Stage"}, FieldType::choice, 11};

/// Tells a template from that of another set.
constexpr IdentityEntry kSet{IdentityColumn::criteria_set,
                             {"Bộ tiêu chí của mẫu này", "Criteria set of this form"},
                             FieldType::text,
                             16};

/// A title as a word of a list, which Excel keeps with commas between: "TH&THCS&THPT".
std::string listed(std::string_view title) {
  if (title.find(',') == std::string_view::npos) return std::string(title);
  std::string word(title);
  for (const std::string_view sign : {", ", " và "})
    while (word.find(sign) != std::string::npos) word.replace(word.find(sign), sign.size(), "&");
  return word;
}

EntryColumn identity_entry(const IdentityEntry& entry, Language language) {
  EntryColumn column{.id = std::string(identity_name(entry.column)),
                     .title = entry.title.text(language),
                     .hint = entry.type == FieldType::date ? "31/12/2023" : "",
                     .type = entry.type,
                     .width = entry.width};
  for (const OfficeWord& word : office_words(entry.column))
    column.choices.push_back(listed(word.title.in(language)));
  if (entry.column == IdentityColumn::recognized_level) column.choices = {"0", "1", "2"};
  if (!column.choices.empty()) column.hint = kOneOf.text(language);
  return column;
}

/// Excel keeps at most 255 bytes of a list of words; longer ones are left to the check of kdcl.
std::vector<std::string> choices_of(const Field& field, Language language) {
  if (field.type == FieldType::flag) return {"có", "không"};
  std::vector<std::string> choices;
  size_t size = 0;
  for (const Choice& choice : field.values) {
    choices.push_back(choice.title.in(language));
    size += choices.back().size() + 1;
    if (choices.back().find(',') != std::string::npos) return {};
  }
  return size <= 255 ? choices : std::vector<std::string>();
}

EntryColumn field_entry(const Field& field, Language language) {
  std::vector<std::string> hints = {field_type_text(field.type, language),
                                    field.unit.in(language, 2), accepted_values(field, language)};
  std::erase(hints, "");
  return {.id = field.id,
          .title = field.title.in(language),
          .hint = joined(hints, " · "),
          .type = field.type,
          .min = field.min,
          .max = field.max,
          .part_of = field.part_of,
          .choices = choices_of(field, language),
          .width = 15};
}

}  // namespace

std::vector<EntryColumn> school_columns(const Run& run, Language language) {
  const CriteriaSet& set = run.sets.front();
  std::vector<EntryColumn> columns;
  for (const IdentityEntry& entry : kIdentity) columns.push_back(identity_entry(entry, language));
  if (set.per_stage) columns.push_back(identity_entry(kStage, language));
  columns.push_back(identity_entry(kSet, language));
  columns.back().is_given = true;
  std::set<uint32_t> known;
  for (const JudgedSet& judged : run.judged.front())
    for (const uint32_t field : used_fields(run.sets[judged.set]))
      if (known.insert(field).second) columns.push_back(field_entry(run.fields[field], language));
  return columns;
}

std::vector<const Indicator*> entry_indicators(const Run& run) {
  std::vector<const Indicator*> indicators;
  std::set<std::string_view> known;
  for (const JudgedSet& judged : run.judged.front())
    for (const Indicator& indicator : run.sets[judged.set].indicators)
      if (known.insert(indicator.name).second) indicators.push_back(&indicator);
  return indicators;
}

std::vector<EntryColumn> owner_columns(const std::vector<KnownSchool>& schools, Language language) {
  if (schools.size() < 2) return {};
  std::vector<EntryColumn> columns = {identity_entry(kOwner, language)};
  std::set<std::string> ids;
  for (const KnownSchool& school : schools) ids.insert(school.text(columns.front().id));
  if (ids.size() < schools.size()) columns.push_back(identity_entry(kOwnerStage, language));
  for (EntryColumn& column : columns) {
    column.hint.clear();
    column.is_given = true;
  }
  return columns;
}

std::vector<std::string> owner_cells(const std::vector<EntryColumn>& owner,
                                     const std::vector<KnownSchool>& schools, size_t school) {
  std::vector<std::string> cells;
  for (const EntryColumn& column : owner)
    cells.push_back(listed_word(column, schools[school].text(column.id)));
  return cells;
}

std::string listed_word(const EntryColumn& column, const std::string& text) {
  const std::optional<IdentityColumn> identity = find_identity(column.id);
  if (!identity) return text;
  const auto words = office_words(*identity);
  const auto id = find_office_word(*identity, text);
  for (size_t i = 0; id && i < words.size(); ++i)
    if (words[i].id == *id) return column.choices[i];
  return text;
}

}  // namespace kdcl

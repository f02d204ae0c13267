#include "read/row_owners.h"

#include <algorithm>
#include <list>
#include <tuple>

#include "base/diagnostics.h"
#include "base/text.h"
#include "model/office_words.h"
#include "read/binding.h"
#include "read/code_text.h"
#include "read/csv.h"
#include "read/figures.h"
#include "read/labels.h"
#include "read/table_messages.h"
#include "read/verdict_word.h"

namespace kdcl {
namespace {

using namespace message;

std::string school_key(const std::string& workbook, std::string_view school) {
  return workbook + '\n' + to_nfc(school);
}

std::string_view word_in(IdentityColumn column, std::string_view text) {
  if (is_unknown_word(text)) return {};
  return find_office_word(column, text).value_or(text);
}

}  // namespace

OwnerColumns find_owner_columns(const std::vector<std::string>& folded) {
  return {find_school_column(folded), find_identity_column(folded, IdentityColumn::stage),
          find_identity_column(folded, IdentityColumn::assessment),
          find_identity_column(folded, IdentityColumn::assessed_on)};
}

std::string_view stage_in(std::string_view text) { return word_in(IdentityColumn::stage, text); }

std::string_view assessment_in(std::string_view text) {
  return word_in(IdentityColumn::assessment, text);
}

std::string LongRow::text(uint32_t column) const {
  std::list<std::string> kept;
  return std::string(cell_text(grid.cell(row, column), kept));
}

Location LongRow::place(std::optional<uint32_t> column) const {
  return {origin.name, line, uint64_t{column.value_or(0)} + 1 + origin.sheet_column.value_or(0),
          origin.sheet_column.has_value()};
}

void LongRow::report(Diagnostics& found, Diagnostics& diagnostics) const {
  if (found.errors() + found.warnings() == 0) return;
  const std::string words = school_words(school(), found.language());
  found.put_before([&words](const Diagnostic& fault) {
    // Some begin with the school themselves.
    const bool has_school = fault.message.starts_with(words.substr(0, words.find(": ")) + ' ');
    return has_school ? std::string() : words;
  });
  diagnostics.append(found);
}

void RowOwners::note_unseen(const LongRow& row, uint32_t column, Diagnostics& diagnostics) {
  if (!has_unseen(row.text(column)) || !unseen_.insert(row.origin.name).second) return;
  diagnostics.warning(row.place(column), kUnseen,
                      identity_label(IdentityColumn::school_id, diagnostics.language()));
}

std::optional<std::string> RowOwners::read_school(const LongRow& row, Diagnostics& diagnostics) {
  std::string school = row.school();
  if (row.columns.school) note_unseen(row, *row.columns.school, diagnostics);
  if (!school.empty() && !has_exponent(school)) return school;
  // A sheet without ids is of the school of its workbook, whose missing id is told at its own
  // cell.
  if (!row.columns.school) return {};
  const Location place = row.place(row.columns.school);
  if (!refused_.insert(place).second) return {};
  if (school.empty())
    diagnostics.error(place, kMissingSchoolId);
  else
    diagnostics
        .error(place, kExponentCode,
               identity_label(IdentityColumn::school_id, diagnostics.language()), excerpt(school))
        .hint(kCodesAsText);
  return {};
}

std::optional<std::string> RowOwners::read_word(const LongRow& row, IdentityColumn identity,
                                                std::optional<uint32_t> column,
                                                Diagnostics& diagnostics) {
  if (!column) return std::string();
  const std::string text = row.text(*column);
  const auto known = find_office_word(identity, text);
  if (known || text.empty() || is_unknown_word(text)) return std::string(known.value_or(""));
  const Location place = row.place(column);
  if (!refused_.insert(place).second) return {};
  const Language language = diagnostics.language();
  diagnostics.error(place, kBadIdentityWord, identity_label(identity, language),
                    expected_words(identity, language), excerpt(text));
  if (const auto nearest = nearest_office_word(identity, text); !nearest.empty())
    diagnostics.hint(kNearestName, nearest);
  return {};
}

std::optional<Day> RowOwners::read_day(const LongRow& row, Diagnostics& diagnostics) {
  if (!row.columns.assessed_on) return kNoDate;
  const std::string text = row.text(*row.columns.assessed_on);
  if (text.empty() || is_unknown_word(text)) return kNoDate;
  const std::optional<Day> day = read_date(text);
  const Location place = row.place(row.columns.assessed_on);
  if (!day && refused_.insert(place).second)
    report_no_date(place, identity_label(IdentityColumn::assessed_on, diagnostics.language()), text,
                   diagnostics);
  return day;
}

std::optional<uint32_t> RowOwners::add(const LongRow& row, RowKind kind, Diagnostics& diagnostics) {
  const auto school = read_school(row, diagnostics);
  if (!school) return {};
  const auto stage = read_word(row, IdentityColumn::stage, row.columns.stage, diagnostics);
  const auto assessment =
      read_word(row, IdentityColumn::assessment, row.columns.assessment, diagnostics);
  const auto day = read_day(row, diagnostics);
  if (!stage || !assessment || !day) return {};
  const uint32_t found = find_or_add(
      row, {.school = *school, .stage = *stage, .assessment = *assessment, .assessed_on = *day});
  Owner& owner = owners_[found];
  if (owner.kind < kind || owner.place.line == 0) {
    owner.kind = kind;
    owner.place = row.place(row.columns.school);
    owner.key_place = row.place(!owner.stage.empty()        ? row.columns.stage
                                : !owner.assessment.empty() ? row.columns.assessment
                                                            : row.columns.assessed_on);
  }
  return found;
}

uint32_t RowOwners::find_or_add(const LongRow& row, Owner owner) {
  std::vector<uint32_t>& known = schools_[school_key(row.origin.workbook, owner.school)];
  const auto key = [](const Owner& each) {
    return std::tie(each.stage, each.assessment, each.assessed_on);
  };
  for (const uint32_t each : known)
    if (key(owners_[each]) == key(owner)) return each;
  known.push_back(static_cast<uint32_t>(owners_.size()));
  owners_.push_back(std::move(owner));
  return known.back();
}

std::string RowOwners::key_words(const Owner& owner, Language language) {
  std::string words = office_title(IdentityColumn::stage, owner.stage, language);
  const auto add = [&words](const std::string& more) {
    words += (words.empty() || more.empty() ? "" : ", ") + more;
  };
  add(office_title(IdentityColumn::assessment, owner.assessment, language));
  if (owner.assessed_on != kNoDate) add(format_day_first(owner.assessed_on));
  return words;
}

std::string RowOwners::name(uint32_t owner, Language language) const {
  const std::string words = key_words(owners_[owner], language);
  return excerpt(owners_[owner].school) + (words.empty() ? "" : " (" + words + ")");
}

bool RowOwners::is_of(const Owner& owner, const RowKey& row) {
  // A council that does not say so is the school's own.
  const std::string_view assessment = row.assessment.empty() ? "self" : row.assessment;
  return (owner.stage.empty() || owner.stage == row.stage) &&
         (owner.assessment.empty() || owner.assessment == assessment) &&
         (owner.assessed_on == kNoDate || owner.assessed_on == row.assessed_on);
}

WideRow schools_row(const SchoolTable& schools, const WideTable& wide, size_t row) {
  return {wide,
          schools.text_of(IdentityColumn::school_id, row),
          {schools.text_of(IdentityColumn::stage, row),
           schools.text_of(IdentityColumn::assessment, row), schools.assessed_on[row]}};
}

std::vector<uint32_t> RowOwners::find_school(const WideRow& row) const {
  std::vector<uint32_t> found;
  const auto add = [&](const std::string& workbook) {
    const auto known = schools_.find(school_key(workbook, row.school));
    if (known != schools_.end())
      found.insert(found.end(), known->second.begin(), known->second.end());
  };
  if (!row.table.workbook.empty()) add(row.table.workbook);
  add({});
  return found;
}

std::vector<uint32_t> RowOwners::find(const WideRow& row) const {
  std::vector<uint32_t> found = find_school(row);
  std::erase_if(found, [&](uint32_t owner) { return !is_of(owners_[owner], row.key); });
  return found;
}

void RowOwners::note_row(Owner& owner, const std::string& row, const RowKey& key,
                         Diagnostics& diagnostics) const {
  if (owner.first_row.empty()) {
    owner.first_row = row;
    owner.first_stage = key.stage;
    return;
  }
  const bool are_stages = owner.first_stage != key.stage;
  const bool is_lost =
      owner.kind == RowKind::judgement || (owner.kind == RowKind::note && are_stages);
  if (!is_lost || owner.is_reported) return;
  owner.is_reported = true;
  diagnostics.error(
      owner.place,
      {"trường {0} có nhiều dòng, như {1} và {2}: không biết phần ghi ở đây thuộc dòng nào",
       "school {0} has several rows, such as {1} and {2}: it is not known which this belongs to"},
      excerpt(owner.school), owner.first_row, row);
  diagnostics.hint(
      are_stages
          ? kNameStage
          : Message{"trường có nhiều lần đánh giá thì ghi ngày và người đánh giá của từng dòng ở "
                    "cột Ngày đánh giá (assessed_on) và Hình thức đánh giá (assessment)",
                    "where a school has several assessments, name the day and the assessor of each "
                    "row in columns assessed_on and assessment"});
}

void RowOwners::note_used(const SchoolTable& schools, const WideTable& wide, uint64_t first_line,
                          Diagnostics& diagnostics) {
  for (size_t row = 0; row < schools.rows; ++row) {
    const uint64_t line = schools.line[row] + first_line - 1;
    const WideRow at = schools_row(schools, wide, row);
    for (const uint32_t index : find_school(at)) {
      Owner& owner = owners_[index];
      owner.has_school = true;
      if (is_of(owner, at.key))
        note_row(owner, line_text({wide.name, line, 0, !wide.workbook.empty()}), at.key,
                 diagnostics);
    }
  }
}

void RowOwners::check_all_used(Diagnostics& diagnostics) const {
  for (const Owner& owner : owners_) {
    if (!owner.first_row.empty()) continue;
    if (owner.has_school)
      diagnostics.error(owner.key_place,
                        {"trường {0} không có dòng nào là {1} trong bảng có tên và loại trường",
                         "school {0} has no row of {1} in a table with its name and type"},
                        excerpt(owner.school), key_words(owner, diagnostics.language()));
    else
      diagnostics.error(owner.place,
                        {"trường {0} không có trong bảng nào có tên và loại trường",
                         "school {0} is in no table with its name and type"},
                        excerpt(owner.school));
  }
}

}  // namespace kdcl

#include "read/row_owners.h"

#include <algorithm>
#include <list>

#include "base/place_text.h"
#include "base/text.h"
#include "model/office_words.h"
#include "read/binding.h"
#include "read/code_text.h"
#include "read/csv.h"
#include "read/labels.h"
#include "read/table_messages.h"
#include "read/verdict_word.h"

namespace kdcl {
namespace {

using namespace message;

std::string school_key(const std::string& workbook, std::string_view school) {
  return workbook + '\n' + to_nfc(school);
}

}  // namespace

OwnerColumns find_owner_columns(const std::vector<std::string>& folded) {
  return {find_school_column(folded), find_identity_column(folded, IdentityColumn::stage)};
}

std::string_view stage_in(std::string_view text) {
  if (is_unknown_word(text)) return {};
  return find_office_word(IdentityColumn::stage, text).value_or(text);
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

std::optional<std::string> RowOwners::read_stage(const LongRow& row, Diagnostics& diagnostics) {
  if (!row.columns.stage) return std::string();
  const std::string text = row.text(*row.columns.stage);
  std::string stage(stage_in(text));
  if (stage.empty() ||
      std::find(kSchoolStages.begin(), kSchoolStages.end(), stage) != kSchoolStages.end())
    return stage;
  const Location place = row.place(row.columns.stage);
  if (!refused_.insert(place).second) return {};
  diagnostics.error(place, kBadIdentityWord,
                    identity_label(IdentityColumn::stage, diagnostics.language()),
                    kOneStage.in(diagnostics.language()), excerpt(stage));
  if (const auto nearest = nearest_office_word(IdentityColumn::stage, stage); !nearest.empty())
    diagnostics.hint(kNearestName, nearest);
  return {};
}

std::optional<uint32_t> RowOwners::add(const LongRow& row, RowKind kind, Diagnostics& diagnostics) {
  const std::optional<std::string> school = read_school(row, diagnostics);
  if (!school) return {};
  const std::optional<std::string> stage = read_stage(row, diagnostics);
  if (!stage) return {};
  std::vector<uint32_t>& known = schools_[school_key(row.origin.workbook, *school)];
  const auto is_it = [&](uint32_t owner) { return owners_[owner].stage == *stage; };
  auto found = std::find_if(known.begin(), known.end(), is_it);
  if (found == known.end()) {
    found = known.insert(known.end(), static_cast<uint32_t>(owners_.size()));
    owners_.push_back({*school, *stage});
  }
  Owner& owner = owners_[*found];
  if (owner.kind < kind || owner.place.line == 0) {
    owner.kind = kind;
    owner.place = row.place(row.columns.school);
    owner.stage_place = row.place(row.columns.stage);
  }
  return *found;
}

std::string RowOwners::name(uint32_t owner) const {
  const Owner& each = owners_[owner];
  return excerpt(each.school) + (each.stage.empty() ? "" : " (" + each.stage + ")");
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
  std::erase_if(found, [&](uint32_t owner) { return !is_of(owners_[owner], row.stage); });
  return found;
}

void RowOwners::note_row(Owner& owner, const std::string& row, std::string_view stage,
                         Diagnostics& diagnostics) const {
  if (owner.first_row.empty()) {
    owner.first_row = row;
    owner.first_stage = stage;
    return;
  }
  const bool are_stages = owner.first_stage != stage;
  const bool is_lost =
      owner.kind == RowKind::judgement || (owner.kind == RowKind::note && are_stages);
  if (!is_lost || owner.is_reported) return;
  owner.is_reported = true;
  diagnostics.error(owner.place, kLongSeveralRows, excerpt(owner.school), owner.first_row, row);
  if (are_stages) diagnostics.hint(kNameStage);
}

void RowOwners::note_used(const SchoolTable& schools, const WideTable& wide, uint64_t first_line,
                          Diagnostics& diagnostics) {
  for (size_t row = 0; row < schools.rows; ++row) {
    const uint64_t line = schools.line[row] + first_line - 1;
    const WideRow at{wide, schools.text_of(IdentityColumn::school_id, row),
                     schools.text_of(IdentityColumn::stage, row)};
    for (const uint32_t index : find_school(at)) {
      Owner& owner = owners_[index];
      owner.has_school = true;
      if (is_of(owner, at.stage))
        note_row(owner, line_text({wide.name, line, 0, !wide.workbook.empty()}), at.stage,
                 diagnostics);
    }
  }
}

void RowOwners::check_all_used(Diagnostics& diagnostics) const {
  for (const Owner& owner : owners_) {
    if (!owner.first_row.empty()) continue;
    if (owner.has_school)
      diagnostics.error(owner.stage_place, kLongUnknownStage, excerpt(owner.school), owner.stage);
    else
      diagnostics.error(owner.place, kLongUnknownSchool, excerpt(owner.school));
  }
}

}  // namespace kdcl

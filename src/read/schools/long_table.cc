#include "read/schools/long_table.h"

#include <algorithm>
#include <list>
#include <tuple>
#include <utility>

#include "base/diagnostics.h"
#include "base/text.h"
#include "model/office_words.h"
#include "read/csv/csv.h"
#include "read/csv/verdict_word.h"
#include "read/schools/binding.h"
#include "read/schools/figures.h"
#include "read/schools/judgements.h"
#include "read/schools/labels.h"
#include "read/schools/messages.h"
#include "read/schools/same_schools.h"

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
  if (!school.empty() && !is_number_of_code(school)) return school;
  // A sheet without ids is of the school of its workbook, whose missing id is told at its own
  // cell.
  if (!row.columns.school) return {};
  const Location place = row.place(row.columns.school);
  if (!refused_.insert(place).second) return {};
  if (school.empty())
    diagnostics.error(place, kMissingSchoolId);
  else
    report_number_of_code(place, identity_label(IdentityColumn::school_id, diagnostics.language()),
                          school, diagnostics);
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
    const std::vector<uint32_t> found = find_school(at);
    if (found.empty()) unowned_.emplace(bare_school_code(at.school), at.school);
    for (const uint32_t index : found) {
      Owner& owner = owners_[index];
      owner.has_school = true;
      if (is_of(owner, at.key))
        note_row(owner, line_text({wide.name, line, 0, !wide.workbook.empty()}), at.key,
                 diagnostics);
    }
  }
}

void RowOwners::check_all_used(const IsExcused& is_excused, Diagnostics& diagnostics) const {
  for (const Owner& owner : owners_) {
    if (!owner.first_row.empty() || is_excused(owner.school, owner.place)) continue;
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
    if (owner.has_school) continue;
    if (const auto alike = unowned_.find(bare_school_code(owner.school)); alike != unowned_.end())
      hint_alike(alike->second, diagnostics);
  }
}

namespace {

using namespace message;

std::optional<uint32_t> position_of(const std::vector<std::string>& folded, std::string_view name,
                                    std::string_view title) {
  for (uint32_t i = 0; i < folded.size(); ++i)
    if (folded[i] == name || folded[i] == title) return i;
  return {};
}

/// Where each name stands in a row: in the column that the table has for it itself, else behind all
/// of the table's.
std::vector<size_t> columns_of_names(const std::vector<int32_t>& own, size_t next) {
  std::vector<size_t> columns;
  for (const int32_t column : own)
    columns.push_back(column != kNoColumn ? static_cast<size_t>(column) : next++);
  return columns;
}

/// Cells one behind the other, as a grid has them.
struct GridWriter {
  std::string text{};
  std::vector<uint32_t> ends{static_cast<uint32_t>(-1)};
  char separator;

  void add_row(const std::vector<std::string_view>& cells) {
    for (size_t i = 0; i < cells.size(); ++i) {
      text += cells[i];
      ends.push_back(static_cast<uint32_t>(text.size()));
      text += i + 1 == cells.size() ? '\n' : separator;
    }
  }
  /// Gives the grid these rows, which have `columns` cells each; the first are its own.
  void replace(Grid& grid, uint32_t columns) {
    if (!grid.places.empty()) grid.places = wider_places(grid, columns);
    text.append(kGridPadding, '\0');
    grid.kept_text = std::move(text);
    grid.text = grid.kept_text.data();
    grid.own_columns = std::exchange(grid.columns, columns);
    grid.separator = separator;
    grid.is_plain = false;
    grid.capacity = ends.size();
    grid.ends = std::make_unique_for_overwrite<uint32_t[]>(ends.size());
    std::copy(ends.begin(), ends.end(), grid.ends.get());
  }

 private:
  /// Cells of further columns stand in the line of the row's last cell.
  static std::vector<std::pair<uint32_t, uint32_t>> wider_places(const Grid& grid,
                                                                 uint32_t columns) {
    std::vector<std::pair<uint32_t, uint32_t>> places;
    for (size_t row = 0; row < grid.rows; ++row)
      for (uint32_t i = 0; i < columns; ++i)
        places.push_back(i < grid.columns ? grid.places[row * grid.columns + i]
                                          : std::pair(places.back().first, kNoPlace + i));
    return places;
  }
};

/// A carriage return stands at the end of a row; now it no longer does.
std::string_view without_return(std::string_view cell) {
  if (cell.ends_with('\r')) cell.remove_suffix(1);
  return cell;
}

}  // namespace

std::pair<std::optional<uint32_t>, std::optional<uint32_t>> find_half_long(
    const std::vector<std::string>& folded) {
  return {position_of(folded, "indicator", "chỉ báo"), position_of(folded, "result", "kết quả")};
}

std::optional<LongColumns> find_long_columns(const std::vector<std::string>& folded) {
  const auto [indicator, result] = find_half_long(folded);
  if (!indicator || !result) return {};
  return LongColumns{find_owner_columns(folded), *indicator, *result};
}

bool check_half_long(const std::vector<std::string>& header, const Location& where,
                     const ColumnNames& known, Diagnostics& diagnostics) {
  const auto [indicator, result] = find_half_long(folded_names(header));
  if (!indicator && (!result || is_more_than_list(header, known))) return false;
  Location place = where;
  place.column += indicator ? *indicator : *result;
  if (indicator)
    diagnostics
        .error(
            place,
            {"đây là bảng dài (có cột chỉ báo) nhưng thiếu cột \"Kết quả\" (result)",
             "a long table (it has a column of indicators) without a column \"result\" (Kết quả)"})
        .hint({"đặt tên cột ghi kết quả là \"Kết quả\" hay \"result\"",
               "name the column of judgements \"result\" or \"Kết quả\""});
  else
    diagnostics
        .error(
            place,
            {"đây là bảng dài (có cột kết quả) nhưng thiếu cột \"Chỉ báo\" (indicator)",
             "a long table (it has a column of results) without a column \"indicator\" (Chỉ báo)"})
        .hint({"đặt tên cột ghi chỉ báo là \"Chỉ báo\" hay \"indicator\"",
               "name the column of indicators \"indicator\" or \"Chỉ báo\""});
  return true;
}

std::optional<uint32_t> LongResults::name_of(std::string_view written) {
  const auto [found, is_new] = name_positions_.try_emplace(std::string(written));
  if (!is_new) return found->second;
  const std::string wanted = fold(written);
  for (const std::string_view name : judgement_names(*run_)) {
    if (fold(name) != wanted) continue;
    const auto known = std::find(names_.begin(), names_.end(), name);
    found->second = static_cast<uint32_t>(known - names_.begin());
    if (known == names_.end()) names_.emplace_back(name);
    break;
  }
  return found->second;
}

std::optional<uint32_t> LongResults::value_of(std::string_view written) {
  const auto [found, is_new] = value_positions_.try_emplace(std::string(written));
  if (!is_new) return found->second;
  if (!read_level_span(written) && find_verdict(written) == VerdictCode::other) return {};
  values_.emplace_back();
  append_cell(written, values_.back());
  found->second = static_cast<uint32_t>(values_.size() - 1);
  return found->second;
}

void LongResults::add(const LongTable& table, const Grid& grid, uint64_t first_line,
                      RowOwners& owners, Diagnostics& diagnostics) {
  if (tables_.empty() || tables_.back().origin.name != table.origin.name) tables_.push_back(table);
  for (size_t i = 0; i < grid.rows; ++i) {
    const LongRow row{table.origin, table.columns.owner, grid, i, grid.line(i) + first_line};
    Diagnostics found(diagnostics.language());
    add_row(table, row, owners, found);
    row.report(found, diagnostics);
  }
}

void LongResults::add_row(const LongTable& table, const LongRow& row, RowOwners& owners,
                          Diagnostics& diagnostics) {
  const std::string result = row.text(table.columns.result);
  // Templates have rows that wait to be filled in.
  if (result.empty() && row.school().empty()) return;
  const std::optional<uint32_t> name = read_name(row, table.columns.indicator, diagnostics);
  if (!name) return;
  const std::optional<uint32_t> value = value_of(result);
  if (!value) {
    diagnostics.error(row.place(table.columns.result), kNotAVerdict, names_[*name],
                      excerpt(result));
    hint_verdict(result, diagnostics);
    hint_level(result, diagnostics);
  }
  if (!value || result.empty()) return;
  const std::optional<uint32_t> owner = owners.add(row, RowKind::judgement, diagnostics);
  if (!owner) return;
  if (results_.size() <= *owner) results_.resize(*owner + 1);
  std::vector<Result>& results = results_[*owner];
  const auto is_same = [&](const Result& each) { return each.name == *name; };
  const auto before = std::find_if(results.begin(), results.end(), is_same);
  if (before == results.end()) {
    results.push_back({*name, *value, static_cast<uint32_t>(tables_.size() - 1),
                       static_cast<uint32_t>(row.line)});
    return;
  }
  const TableOrigin& origin = tables_[before->table].origin;
  const std::string school = owners.name(*owner, diagnostics.language());
  if (origin.name == table.origin.name)
    diagnostics.error(row.place(table.columns.indicator),
                      {"trường {0} đã có {1} ở dòng {2}", "school {0} already has {1} in row {2}"},
                      school, names_[*name], before->line);
  else
    diagnostics.error(row.place(table.columns.indicator),
                      {"trường {0} đã có {1} ở {2}", "school {0} already has {1} at {2}"}, school,
                      names_[*name],
                      line_text({origin.name, before->line, 0, origin.sheet_column.has_value()}));
  if (!table.columns.owner.stage) diagnostics.hint(kNameStage);
}

std::optional<uint32_t> LongResults::read_name(const LongRow& row, uint32_t column,
                                               Diagnostics& diagnostics) {
  const std::string written = row.text(column);
  const std::optional<uint32_t> name = name_of(written);
  if (name) return name;
  diagnostics.error(
      row.place(column),
      {"không có chỉ báo hay tiêu chí \"{0}\"", "there is no indicator or criterion \"{0}\""},
      excerpt(written));
  const std::vector<std::string_view> known = judgement_names(*run_);
  if (const std::string_view near = nearest_name(written, known); !near.empty())
    diagnostics.hint(kNearestName, near);
  return {};
}

std::vector<int32_t> LongResults::own_columns(const std::vector<std::string>& header) const {
  std::unordered_map<std::string, size_t> known;
  for (size_t i = 0; i < names_.size(); ++i) known.emplace(fold(names_[i]), i);
  std::vector<int32_t> columns(names_.size(), kNoColumn);
  for (size_t i = 0; i < header.size(); ++i) {
    const auto found = known.find(fold_name(header[i]));
    if (found != known.end()) columns[found->second] = static_cast<int32_t>(i);
  }
  return columns;
}

void LongResults::join(Grid& grid, const WideTable& wide, const Binding& binding,
                       const RowOwners& owners, Diagnostics& diagnostics) const {
  const std::vector<size_t> at = columns_of_names(own_columns(binding.names), grid.columns);
  const size_t width = std::max<size_t>(grid.columns, 1 + *std::max_element(at.begin(), at.end()));
  GridWriter out{.separator = grid.separator == 0 ? '\n' : grid.separator};
  std::list<std::string> kept;
  std::vector<JoinedCell> joined;
  for (size_t row = 0; row < grid.rows; ++row) {
    std::vector<std::string_view> cells(width);
    for (uint32_t i = 0; i < grid.columns; ++i) cells[i] = without_return(grid.cell(row, i));
    const auto text = [&](IdentityColumn column) {
      const int32_t place = binding.identity[static_cast<size_t>(column)];
      return place == kNoColumn ? std::string_view()
                                : cell_text(cells[static_cast<size_t>(place)], kept);
    };
    const auto fill = [&](const Result& result) {
      const size_t column = at[result.name];
      const TableOrigin& origin = tables_[result.table].origin;
      if (!cell_text(cells[column], kept).empty())
        diagnostics.error(
            {wide.name, grid.line(row) + 1, column + 1},
            {"{0} đã có ở đây và ở {1}, dòng {2}", "{0} is filled in here and in {1}, row {2}"},
            names_[result.name], origin.name, result.line);
      else
        joined.push_back(
            {static_cast<uint32_t>(row), static_cast<uint32_t>(column), &origin.name, result.line,
             tables_[result.table].columns.result + 1 + origin.sheet_column.value_or(0),
             origin.sheet_column.has_value()});
      cells[column] = values_[result.value];
    };
    const std::string school = plain_text(text(IdentityColumn::school_id));
    const RowKey key{stage_in(text(IdentityColumn::stage)),
                     assessment_in(text(IdentityColumn::assessment)),
                     read_date(text(IdentityColumn::assessed_on)).value_or(run_->date)};
    for (const uint32_t owner : owners.find({wide, school, key}))
      if (owner < results_.size())
        for (const Result& result : results_[owner]) fill(result);
    out.add_row(cells);
  }
  out.replace(grid, static_cast<uint32_t>(width));
  grid.joined = std::move(joined);
}

}  // namespace kdcl

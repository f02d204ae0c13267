// "Cơ sở dữ liệu": who the school is, and the data tables of its criteria set.
#include <algorithm>
#include <cmath>

#include "report/form_sheets.h"
#include "report/form_words.h"
#include "report/phrases.h"

namespace kdcl {
namespace {

/// The value of a field of the run in the row; kUnknown if there is none.
double field_value(const FormView& form, std::string_view id) {
  const std::vector<Field>& fields = form.view.run.fields;
  for (size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].id != id) continue;
    const std::vector<double>& column = form.view.table().numbers[i];
    return column.empty() ? kUnknown : column[form.school.row.row];
  }
  return kUnknown;
}

/// The mark of a form; empty where it is not so or not known.
std::string mark_if(bool holds) { return holds ? "x" : ""; }

/// "2021-05-20, mức độ 1"; empty if the school is not recognised.
std::string recognition(const FormView& form) {
  const DecisionOf decision = decision_of(form.view.run, {{form.school.row}});
  if (decision.level < 1) return {};
  std::string words = format_message(form.language(), {"mức độ {0}", "level {0}"}, decision.level);
  if (decision.since != kNoDate) words = format_day_first(decision.since) + ", " + words;
  return words;
}

/// What the form asks about the school. What the data do not say stays empty. Forms of 2026 have
/// neither district nor fax; the district of older data is not lost.
Table identity_table(const FormView& form) {
  const auto text = [&](IdentityColumn column) {
    return std::string(form.school.row.text(column));
  };
  const std::string ownership = text(IdentityColumn::ownership);
  const double sites = field_value(form, "satellite_sites");
  const bool is_old = has_letters(form.set());
  const std::pair<Message, std::string> lines[] = {
      {{"Tên trước đây (nếu có)", "Former name"}, ""},
      {{"Tỉnh/thành phố", "Province"}, ""},
      {words::kDataDistrict, text(IdentityColumn::district)},
      {{"Xã/phường", "Commune"}, text(IdentityColumn::commune)},
      {{"Đạt chuẩn quốc gia (năm, mức độ)", "National standard (year, level)"}, recognition(form)},
      {{"Năm thành lập trường", "Founded"}, ""},
      {{"Công lập", "Public"}, mark_if(ownership == "cong_lap")},
      {{"Tư thục", "Private"}, mark_if(ownership == "tu_thuc")},
      {{"Trường chuyên biệt", "Specialised school"},
       mark_if(field_value(form, "special_type_school") > 0)},
      {{"Trường liên kết với nước ngoài", "With a foreign partner"}, ""},
      {{"Họ và tên hiệu trưởng", "Principal"}, ""},
      {{"Điện thoại", "Telephone"}, ""},
      {words::kDataFax, ""},
      {{"Website", "Website"}, ""},
      {{"Số điểm trường", "Satellite sites"},
       std::isnan(sites) ? "" : fmt::format("{:.0f}", sites)},
      {{"Loại hình khác", "Other kind"}, ""},
      {{"Thuộc vùng khó khăn", "Difficult area"}, mark_if(field_value(form, "difficult_area") > 0)},
      {{"Thuộc vùng đặc biệt khó khăn", "Especially difficult area"},
       mark_if(field_value(form, "especially_difficult_commune") > 0)}};
  Table table = form_table();
  table.columns = {{.align = Align::center, .width = 6},
                   {.fit = Fit::wrap, .width = 36},
                   {.fit = Fit::wrap, .width = 20}};
  for (const auto& [title, value] : lines) {
    if (!is_old && value.empty() && (&title == &words::kDataDistrict || &title == &words::kDataFax))
      continue;
    table.rows.push_back(
        {{count_cell(table.rows.size() + 1), text_cell(form.said(title)), text_cell(value)}, {}});
  }
  return table;
}

/// As many decimals as tell something: ratios may be small.
int decimals_of(double value, const Unit& unit) {
  if (std::nearbyint(value) == value) return 0;
  if (unit.vi == "%") return 1;
  return std::abs(value) < 1 ? 3 : 2;
}

Cell data_cell(const FormView& form, const DataFigure& figure, double value) {
  if (std::isnan(value)) return {};
  if (const Field* field = field_of(form.view.run, figure)) {
    if (field->type == FieldType::flag)
      return text_cell(form.said(value != 0 ? Message{"có", "yes"} : Message{"không", "no"}));
    if (field->type == FieldType::date) return {DateCell{static_cast<Day>(value)}, {}};
    if (field->type == FieldType::choice || field->type == FieldType::scale)
      return text_cell(field->values[static_cast<size_t>(value)].title.in(form.language()));
    return {Number{.value = value, .decimals = decimals_of(value, field->unit)}, {}};
  }
  const Unit& unit = measure_of(form.set(), figure)->unit;
  return {Number{.value = value, .decimals = decimals_of(value, unit)}, {}};
}

std::string numbered(const std::string& number, const std::string& title) {
  return number.empty() ? title : number + ". " + title;
}

/// The unit beside the title, for figures stand without.
std::string row_title(const FormView& form, const DataRow& row) {
  std::string title = row.title.in(form.language());
  if (row.show.empty()) return title;
  const Measure* measure = measure_of(form.set(), row.show.front());
  if (measure && measure->unit.vi == "%") title += " (%)";
  return title;
}

Table data_table(const FormView& form, const DataValues& data, const DataTableValues& values) {
  const DataTable& asked = form.set().data_tables[values.table];
  Table table = form_table();
  table.title = numbered(asked.number, asked.title.in(form.language()));
  table.columns = {{.align = Align::center, .width = 6}, {.fit = Fit::wrap, .width = 36}};
  table.header = {{{form.said(words::kNumberHead)}, {form.said({"Số liệu", "Figures"})}}};
  const auto add_column = [&](std::string title) {
    table.columns.push_back({.align = Align::right, .width = 10});
    table.header[0].push_back({std::move(title)});
  };
  if (asked.is_by_year())
    for (const int year : data.years) add_column(fmt::format("{}-{}", year, year + 1));
  for (const LocalText& column : asked.columns) add_column(column.in(form.language()));
  if (asked.has_remarks) {
    table.columns.push_back({.fit = Fit::wrap, .width = 12});
    table.header[0].push_back({form.said(words::kRemarkHead)});
  }
  for (const DataRowValues& row : values.rows) {
    const DataRow& shown = asked.rows[row.row];
    const Style style{.bold = row.values.empty() && !shown.number.empty()};
    Row cells{{text_cell(shown.number), text_cell(row_title(form, shown), style)}, {}};
    for (size_t i = 0; i < row.values.size(); ++i)
      cells.cells.push_back(data_cell(form, shown.show[asked.is_by_year() ? 0 : i], row.values[i]));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

}  // namespace

Sheet data_sheet(const FormView& form, const DataValues& data) {
  Sheet sheet;
  sheet.landscape = false;
  sheet.title = form.said({"CƠ SỞ DỮ LIỆU", "DATA"});
  sheet.subtitles = {std::string(form.school.row.text(IdentityColumn::school_name))};
  sheet.tables.push_back(identity_table(form));
  for (const DataTableValues& values : data.tables) {
    sheet.tables.push_back(data_table(form, data, values));
    const DataTable& asked = form.set().data_tables[values.table];
    if (!asked.note) continue;
    Table note = prose();
    add_lines(asked.note->in(form.language()), note, {.italic = true});
    sheet.tables.push_back(std::move(note));
  }
  return sheet;
}

}  // namespace kdcl

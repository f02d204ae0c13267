// One page on a school: level, awards, standards, what to do next, strengths.
#include <algorithm>
#include <cmath>

#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/forms/marks.h"
#include "report/forms/parts.h"
#include "report/school/school.h"
#include "report/score/counts.h"

namespace kdcl {
namespace {

constexpr size_t kMostGaps = 12;  // that leave the page one page

LevelCount count_of(const FormView& form, const Standard& standard, int level) {
  return count_level(form, form.view.score(), standard, level);
}

/// The level that shares and chart are about: the next one, or the highest below it that more than
/// one standard asks of. What is asked of the whole school alone would be a chart of one bar.
int shown_level(const FormView& form) {
  const int next =
      std::min<int>(form.view.score().level[form.school.row.row] + 1, form.set().top_level());
  for (int level = next; level > 0; --level) {
    const auto& standards = form.set().standards;
    const auto asking =
        std::count_if(standards.begin(), standards.end(),
                      [&](const Standard& each) { return count_of(form, each, level).whole > 0; });
    if (asking > 1) return level;
  }
  return next;
}

/// "8/10" for every level, "–" where no criterion asks anything, and the share at the level shown.
Row standard_row(const FormView& form, const Standard& standard) {
  Row row{{text_cell(standard_words(standard, form.language()))}, {}};
  for (int level = 1; level <= form.set().top_level(); ++level) {
    const LevelCount count = count_of(form, standard, level);
    row.cells.push_back(
        text_cell(count.whole > 0 ? fmt::format("{}/{}", count.met, count.whole) : "–"));
  }
  const LevelCount shown = count_of(form, standard, shown_level(form));
  row.cells.push_back({Number{.value = shown.whole > 0 ? 100.0 * static_cast<double>(shown.met) /
                                                             static_cast<double>(shown.whole)
                                                       : kUnknown,
                              .decimals = 1,
                              .unit = "%"}});
  return row;
}

/// Standards that ask nothing at the level shown stand below the others: the chart is without them.
Table standards_table(const FormView& form) {
  const CriteriaSet& set = form.set();
  Table table;
  table.title = form.said(
      differences_of(form.school.row).empty()
          ? Message{"1. Số tiêu chí đạt, theo tiêu chuẩn", "1. Criteria reached, by standard"}
          : Message{"1. Số tiêu chí đạt theo số liệu, theo tiêu chuẩn",
                    "1. Criteria reached by the figures, by standard"});
  table.columns = {{.fit = Fit::wrap, .width = 36}};
  table.header = {{{form.said(words::kStandardHead)}}};
  for (int level = 1; level <= set.top_level(); ++level) {
    table.columns.push_back({.align = Align::right, .width = 9});
    table.header[0].push_back({format_message(form.language(), {"Đạt {0}", "At {0}"},
                                              level_title(set, level, form.language()))});
  }
  table.columns.push_back({.align = Align::right, .width = 9});
  table.header[0].push_back({format_message(form.language(), {"Tỉ lệ đạt {0}", "Share at {0}"},
                                            level_title(set, shown_level(form), form.language()))});
  for (const Standard& standard : set.standards)
    (count_of(form, standard, shown_level(form)).whole > 0 ? table.rows : table.totals)
        .push_back(standard_row(form, standard));
  return table;
}

/// Where figures come to another verdict than whoever judged: what is to be cleared up before
/// anybody signs.
Table differences_table(const SchoolView& view, const Message& assessment) {
  const Language language = view.language;
  const auto said = [language](const Message& message) {
    return std::string(message.in(language));
  };
  Table table;
  table.title = format_message(language,
                               {"Cần xem lại trước khi ký: số liệu khác kết quả {0}",
                                "To clear up before signing: figures that differ from the {0}"},
                               said(assessment));
  table.columns = {{.fit = Fit::wrap, .width = 36},
                   {.width = 8},
                   {.fit = Fit::wrap, .width = 9},
                   {.align = Align::right, .fit = Fit::wrap, .width = 9},
                   {.fit = Fit::wrap, .width = 18}};
  table.header = {{{said({"Theo số liệu", "By the figures"})},
                   {said(words::kIndicatorHead)},
                   {said({"Đánh giá", "Judged"})},
                   {said(words::kFoundHead)},
                   {said(words::kRequiredHead)}}};
  for (const uint32_t i : differences_of(view.at)) {
    const Gap gap = gap_of(view, i);
    const bool applies = verdict_of(view.score(), view.at.row, i) != Verdict::not_applicable;
    table.rows.push_back(
        {{text_cell(applies ? said(words::kNotMet) + ": " + lower_first(gap.measure)
                            : said(words::kNotApplicable)),
          text_cell(view.set().indicators[i].name),
          {verdict_of(view.judged(), view.at.row, i), {}},
          text_cell(applies ? gap.found : ""),
          text_cell(!applies                ? ""
                    : gap.shortfall.empty() ? gap.required
                                            : gap.required + "; " + gap.shortfall)},
         {}});
  }
  return table;
}

/// Of this assessment, and of the external one that stands in the report beside it.
void add_differences_tables(const FormView& form, Sheet& sheet) {
  const auto add = [&](const RowAt& at, bool is_external) {
    Table table = differences_table({form.view.run, at, form.language()},
                                    is_external ? external_word(form.set()) : words::kSelf);
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  };
  add(form.school.row, form.school.row.text(IdentityColumn::assessment) == "external");
  if (form.school.external) add(*form.school.external, true);
}

/// A chart without a bar would say nothing.
std::optional<Chart> standards_chart(const FormView& form, const Table& table) {
  const size_t share = table.columns.size() - 1;
  const bool has_bars = std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
    return std::get<Number>(row.cells[share].content).value > 0;
  });
  if (!has_bars) return {};
  return Chart{.kind = Chart::Kind::bars,
               .title = format_message(form.language(),
                                       {"Tỉ lệ tiêu chí đạt {0}, theo tiêu chuẩn",
                                        "Share of criteria at {0}, by standard"},
                                       level_title(form.set(), shown_level(form), form.language())),
               .unit = "%",
               .table = 0,
               .labels = 0,
               .series = {{.name = {}, .column = share}},
               .low = 0,
               .high = 100};
}

/// Nearest first, as many as leave the page one page.
Table todo_table(const FormView& form, const std::vector<Gap>& gaps) {
  Table table;
  table.title =
      format_message(form.language(),
                     {"2. Việc cần làm để đạt {0}, theo thứ tự", "2. To do for {0}, in this order"},
                     next_level_words(form));
  table.columns = {{.fit = Fit::wrap, .width = 36},
                   {.width = 8},
                   {.align = Align::right, .fit = Fit::wrap, .width = 9},
                   {.align = Align::right, .fit = Fit::wrap, .width = 9},
                   {.fit = Fit::wrap, .width = 18}};
  table.header = {{{form.said(words::kContentHead)},
                   {form.said(words::kIndicatorHead)},
                   {form.said(words::kFoundHead)},
                   {form.said(words::kRequiredHead)},
                   {form.said(words::kShortHead)}}};
  for (size_t i = 0; i < std::min(gaps.size(), kMostGaps); ++i) {
    const Gap& gap = gaps[i];
    const std::string number = std::to_string(i + 1) + ". ";
    table.rows.push_back(
        {{text_cell(number + gap_words(gap)), text_cell(form.set().indicators[gap.indicator].name),
          text_cell(gap.found), text_cell(gap.required), text_cell(gap.shortfall)},
         {}});
  }
  return table;
}

/// What is not known for the next level; of a level of another set, what it lacks.
std::vector<std::string> missing_names(const FormView& form) {
  std::vector<std::string> names;
  for (size_t i = 0; i < form.set().indicators.size(); ++i) {
    if (!form.view.score().missing.test(form.school.row.row, i)) continue;
    const std::string held = form.view.held_text(i);
    names.push_back(form.set().indicators[i].name + (held.empty() ? "" : " (" + held + ")"));
  }
  return names;
}

void add_todo(const FormView& form, Sheet& sheet) {
  const std::string next = next_level_words(form);
  const std::vector<Gap> gaps = gaps_of(form);
  Table lines = prose();
  if (next.empty())
    add_lines(form.said({"2. Trường đã ở mức cao nhất", "2. The school is at the highest level"}),
              lines, {.bold = true});
  else if (gaps.empty())
    add_lines(format_message(form.language(),
                             {"2. Để đạt {0} không còn chỉ báo nào không đạt",
                              "2. Nothing is in the way of {0}"},
                             next),
              lines, {.bold = true});
  else
    sheet.tables.push_back(todo_table(form, gaps));
  if (gaps.size() > kMostGaps)
    add_lines(format_message(form.language(),
                             {"và {0} chỉ báo nữa, xem trang Kế hoạch cải tiến",
                              "and {0} more, see the improvement plan"},
                             gaps.size() - kMostGaps),
              lines);
  const std::vector<std::string> missing = missing_names(form);
  if (!next.empty())
    add_lines(
        missing.empty()
            ? form.said({"3. Đã đủ đánh giá và số liệu để xét", "3. All that is needed is known"})
            : format_message(form.language(),
                             {"3. Chưa đủ cơ sở để xét {0}: {1}", "3. Not yet known for {0}: {1}"},
                             next, joined(missing, ", ", 40)),
        lines, {.bold = missing.empty()});
  sheet.tables.push_back(std::move(lines));
}

Table strengths_lines(const FormView& form) {
  const CriteriaSet& set = form.set();
  std::vector<std::string> names;
  size_t whole = 0;
  for (size_t i = 0; i < set.criteria.size(); ++i) {
    const CriterionLevel known = scored_level(form.school.row, i);
    if (known.level == kNoLevel) continue;
    ++whole;
    if (known.level == highest_level(set, set.criteria[i], set.top_level()))
      names.push_back(set.criteria[i].id);
  }
  Table lines = prose();
  add_lines(format_message(form.language(),
                           {"4. Điểm mạnh: tiêu chí đã đạt mức cao nhất của tiêu chí ({0}/{1})",
                            "4. Strengths: criteria at their own highest level ({0}/{1})"},
                           names.size(), whole),
            lines, {.bold = true});
  add_lines(joined(names, ", "), lines);
  return lines;
}

/// The level by the council and, if it is another, that by the rules.
void add_level_lines(const FormView& form, std::vector<std::string>& lines) {
  const std::string judged = row_level_line(form.view, form.view.judged());
  const std::string scored = row_level_line(form.view, form.view.score());
  if (judged == scored) return lines.push_back(scored);
  lines.push_back(
      format_message(form.language(), {"Kết quả đánh giá: {0}", "As judged: {0}"}, judged));
  lines.push_back(
      format_message(form.language(), {"Theo số liệu: {0}", "By the figures: {0}"}, scored));
}

}  // namespace

Sheet digest_sheet(const FormView& form) {
  Sheet sheet;
  sheet.landscape = false;
  const bool is_external = form.school.row.text(IdentityColumn::assessment) == "external";
  sheet.title = format_message(
      form.language(), {"TÓM TẮT KẾT QUẢ {0}", "DIGEST: {0}"},
      upper((is_external ? external_word(form.set()) : words::kSelf).in(form.language())));
  sheet.subtitles = {school_title(form.school.row), row_line(form.view)};
  add_level_lines(form, sheet.subtitles);
  if (std::string decision = decision_line(form.view); !decision.empty())
    sheet.subtitles.push_back(std::move(decision));
  add_differences_tables(form, sheet);
  const size_t place = sheet.tables.size();
  sheet.tables.push_back(standards_table(form));
  // On a sheet of more than a page it would stand above what is to be cleared up.
  if (place == 0) sheet.chart = standards_chart(form, sheet.tables[place]);
  add_todo(form, sheet);
  sheet.tables.push_back(strengths_lines(form));
  sheet.footnotes = unsettled_lines(form.view.run, {form.school.row.set()}, form.language());
  for (std::string& line :
       doubt_lines(form.view.run, find_in_doubt(form.view.run, {{.rows = {form.school.row}}}),
                   form.language()))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.push_back(form.said(words::kSupports));
  return sheet;
}

// "Cơ sở dữ liệu": who the school is, and the data tables of its criteria set.

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

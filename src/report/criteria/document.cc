#include "report/criteria/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

#include "base/number.h"
#include "model/criteria.h"
#include "report/common/phrases.h"
#include "report/criteria/diff_lines.h"
#include "report/criteria/words.h"

namespace kdcl {
namespace {

constexpr size_t kLongestTab = 31;

constexpr Message kSets{"Các bộ tiêu chí", "Criteria sets"};
constexpr Message kSetId{"Mã", "Id"};
constexpr Message kSetTitle{"Tên", "Title"};
constexpr Message kDocument{"Văn bản", "Document"};
constexpr Message kFromDay{"Từ ngày", "From"};
constexpr Message kTo{"Đến ngày", "To"};
constexpr Message kCriteriaCount{"Tiêu chí", "Criteria"};
constexpr Message kIndicatorCount{"Chỉ báo", "Indicators"};
constexpr Message kThresholdCount{"Ngưỡng", "Thresholds"};
constexpr Message kApplies{"Áp dụng khi: {0}", "Applies when: {0}"};
constexpr Message kPerStage{
    "Chấm riêng từng cấp học; mức của trường là mức của cấp thấp nhất",
    "Each stage is scored by itself; the school's level is its lowest stage's"};
constexpr Message kLevels{"Các mức", "Levels"};
constexpr Message kAwards{"Danh hiệu", "Awards"};
constexpr Message kStandard{"Tiêu chuẩn {0}. {1}", "Standard {0}. {1}"};
constexpr Message kName{"Chỉ báo", "Indicator"};
constexpr Message kAsks{"Yêu cầu", "What is asked"};
constexpr Message kMandatory{"bắt buộc", "mandatory"};
constexpr Message kOnlyWhen{"Chỉ khi: {0}", "Only when: {0}"};
constexpr Message kInDoubt{"Còn nghi vấn {0}", "In doubt {0}"};
constexpr Message kFigure{"Số liệu: {0}", "Figure: {0}"};
constexpr Message kMonitors{"Theo dõi (không quyết định): {0}", "Monitored (never decides): {0}"};
constexpr Message kEvidence{"Minh chứng gợi ý: {0}", "Suggested evidence: {0}"};
constexpr Message kDataTables{"Cơ sở dữ liệu của báo cáo tự đánh giá",
                              "Data tables of the self-assessment report"};
constexpr Message kYears{"{0} (số năm học: {1})", "{0} (school years: {1})"};
constexpr Message kNumber{"TT", "No."};
constexpr Message kShows{"Bảng, dòng: số liệu", "Tables and rows: figures"};

Table level_table(const CriteriaSet& set, Language language) {
  Table table;
  table.title = kLevels.in(language);
  table.columns = {{Align::left, Fit::keep, 14}, {Align::left, Fit::wrap, 90}};
  for (const Level& level : set.levels) {
    table.rows.push_back(
        {{text_cell(level.title.in(language)), text_cell(needs_text(level, language))}, {}});
  }
  return table;
}

Table award_table(const CriteriaSet& set, Language language) {
  Table table;
  table.title = kAwards.in(language);
  table.columns = {
      {Align::left, Fit::keep, 24}, {Align::left, Fit::keep, 14}, {Align::left, Fit::wrap, 80}};
  for (const AwardFamily& family : set.award_families) {
    for (const Award& award : family.awards) {
      std::vector<std::string> notes;
      if (award.valid_years) notes.push_back(award_term(award, language));
      for (const Condition& condition : award.conditions)
        notes.push_back(condition_text(condition, language));
      table.rows.push_back(
          {{text_cell(award_name(family, award, language)), text_cell(award_level(award, language)),
            text_cell(joined(notes, "; "))},
           {}});
    }
  }
  return table;
}

std::string requirement_text(const Run& run, const Requirement& requirement, Language language) {
  std::string text = format_message(language, kFigure, threshold_text(run, requirement, language));
  for (const Exception& exception : requirement.exceptions)
    text += "; " + exception_line(run, requirement, exception, language);
  return text + requirement_terms(requirement, language);
}

/// A row for the indicator and one for each thing that is said about it.
void add_indicator(const Run& run, const Indicator& indicator, Language language, Table& table) {
  std::string text = indicator.text.in(language);
  if (!indicator.clause.empty()) text += " (" + indicator.clause + ")";
  table.rows.push_back(
      {{text_cell(indicator.name), text_cell(text + certainty_note(indicator.checked, language))},
       {}});
  const Style quiet{false, false, Tone::quiet};
  const auto add_remark = [&](const std::string& remark) {
    table.rows.push_back({{{}, text_cell(remark, quiet)}, {}});
  };
  if (indicator.where) add_remark(format_message(language, kOnlyWhen, indicator.where->source));
  for (const Requirement& requirement : indicator.requirements)
    add_remark(requirement_text(run, requirement, language));
  if (indicator.doubt)
    add_remark(format_message(language, kInDoubt, doubt_text(*indicator.doubt, language)));
}

void add_criterion(const Run& run, const CriteriaSet& set, const Criterion& criterion,
                   Language language, Table& table) {
  const bool has_optional = std::any_of(set.criteria.begin(), set.criteria.end(),
                                        [](const Criterion& c) { return !c.mandatory; });
  std::string title = criterion.title.in(language);
  if (has_optional && criterion.mandatory) title += fmt::format(" ({})", kMandatory.in(language));
  if (criterion.where) title += ". " + format_message(language, kOnlyWhen, criterion.where->source);
  const Style bold{true, false, Tone::plain};
  table.rows.push_back({{text_cell(criterion.id, bold), text_cell(title, bold)}, {}});
  for (uint32_t i = 0; i < criterion.indicator_count; ++i)
    add_indicator(run, set.indicators[criterion.first_indicator + i], language, table);
  std::vector<std::string> names;
  for (const uint32_t monitor : criterion.monitor)
    names.push_back(lower_first(set.monitors[monitor].title.in(language)));
  if (!names.empty())
    table.rows.push_back(
        {{{}, text_cell(format_message(language, kMonitors, joined(names, "; ")))}, {}});
  names.clear();
  for (const LocalText& evidence : criterion.evidence)
    names.push_back(lower_first(evidence.in(language)));
  if (!names.empty())
    table.rows.push_back(
        {{{}, text_cell(format_message(language, kEvidence, joined(names, "; ")))}, {}});
}

Table standard_table(const Run& run, const CriteriaSet& set, const Standard& standard,
                     Language language) {
  Table table;
  table.title = format_message(language, kStandard, standard.id, standard.title.in(language));
  table.columns = {{Align::left, Fit::keep, 10}, {Align::left, Fit::wrap, 110}};
  table.header = {{{std::string(kName.in(language))}, {std::string(kAsks.in(language))}}};
  for (uint32_t i = 0; i < standard.criterion_count; ++i)
    add_criterion(run, set, set.criteria[standard.first_criterion + i], language, table);
  return table;
}

/// A row for each table and one for each of its rows.
Table data_table(const Run& run, const CriteriaSet& set, Language language) {
  Table table;
  table.title = kDataTables.in(language);
  if (set.data_years > 0)
    table.title = format_message(language, kYears, table.title, set.data_years);
  table.columns = {{Align::left, Fit::keep, 10}, {Align::left, Fit::wrap, 110}};
  table.header = {{{std::string(kNumber.in(language))}, {std::string(kShows.in(language))}}};
  const Style bold{true, false, Tone::plain};
  for (const DataTable& one : set.data_tables) {
    std::string title = one.title.in(language);
    if (one.where) title += ". " + format_message(language, kOnlyWhen, one.where->source);
    title += certainty_note(one.checked, language);
    table.rows.push_back({{text_cell(one.number, bold), text_cell(title, bold)}, {}});
    for (const DataRow& row : one.rows) {
      std::string text = row_text(run, set, row, language);
      if (row.checked != one.checked) text += certainty_note(row.checked, language);
      table.rows.push_back({{text_cell(row.number), text_cell(text)}, {}});
    }
  }
  return table;
}

/// A report of one sheet; its time is the issue of the newest set.
Report report_of(Sheet sheet, std::span<const CriteriaSet> sets, Language language) {
  constexpr int64_t kSecondsOfDay = 86400;
  Report report{.language = language, .title = sheet.title};
  report.producer = "kdcl " KDCL_VERSION;
  for (const CriteriaSet& set : sets)
    report.created = std::max(report.created, set.issued * kSecondsOfDay);
  report.sheets.push_back(std::move(sheet));
  return report;
}

}  // namespace

Report make_criteria_list(const std::vector<CriteriaSet>& sets, Language language) {
  Table table;
  const auto label = [language](const Message& message) {
    return HeaderCell{std::string(message.in(language))};
  };
  table.header = {{label(kSetId), label(kSetTitle), label(kDocument), label(kFromDay), label(kTo),
                   label(kCriteriaCount), label(kIndicatorCount), label(kThresholdCount)}};
  table.columns = {{Align::left, Fit::keep, 16},  {Align::left, Fit::wrap, 30},
                   {Align::left, Fit::keep, 18},  {Align::left, Fit::keep, 12},
                   {Align::left, Fit::keep, 12},  {Align::right, Fit::keep, 8},
                   {Align::right, Fit::keep, 10}, {Align::right, Fit::spare, 10}};
  for (const CriteriaSet& set : sets) {
    const auto day = [](Day value) { return Cell{DateCell{value}, {}}; };
    table.rows.push_back(
        {{text_cell(set.id), text_cell(set.title.in(language)), text_cell(set.document),
          day(set.in_force_from), day(set.in_force_to), count_cell(set.criteria.size()),
          count_cell(set.indicators.size()), count_cell(set.threshold_count())},
         {}});
  }
  Sheet sheet;
  sheet.name = kSets.in(language);
  sheet.tables.push_back(std::move(table));
  return report_of(std::move(sheet), sets, language);
}

Report make_criteria_document(const Run& run, Language language) {
  const CriteriaSet& set = run.sets.front();
  Sheet sheet;
  sheet.name = set.id.substr(0, kLongestTab);
  sheet.title = set.title.in(language) + " (" + set.id + ")";
  sheet.subtitles = {set.document + certainty_note(set.checked, language),
                     in_force_line(set, language)};
  if (set.applies_to)
    sheet.subtitles.push_back(format_message(language, kApplies, set.applies_to->source));
  if (set.per_stage) sheet.subtitles.emplace_back(kPerStage.in(language));
  if (!set.bases.empty()) sheet.tables.push_back(amendments_table(set, language));
  sheet.tables.push_back(level_table(set, language));
  if (!set.award_families.empty()) sheet.tables.push_back(award_table(set, language));
  for (const Standard& standard : set.standards)
    sheet.tables.push_back(standard_table(run, set, standard, language));
  for (Table table : {data_table(run, set, language), fields_table(run, set, language),
                      measures_table(set, language)})
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  return report_of(std::move(sheet), run.sets, language);
}

namespace {

constexpr Message kFields{"Số liệu cần điền", "Figures to fill in"};
constexpr Message kColumn{"Cột", "Column"};
constexpr Message kFieldIs{"Tên; kiểu, đơn vị, giá trị", "Title; type, unit, values"};
constexpr Message kMeasures{"Số đo tính từ số liệu", "Measures worked out from them"};
constexpr Message kMeasure{"Số đo", "Measure"};
constexpr Message kMeasureIs{"Tên; đơn vị, công thức", "Title; unit, formula"};
constexpr Message kFromTo{"từ {0} đến {1}", "{0} to {1}"};
constexpr Message kFrom{"từ {0}", "from {0}"};
constexpr Message kUpTo{"đến {0}", "up to {0}"};
constexpr Message kPartOf{"không quá {0}", "at most {0}"};
constexpr std::array kTypes{Message{"số nguyên", "whole number"},
                            Message{"số", "number"},
                            Message{"chữ", "text"},
                            Message{"ngày", "date"},
                            Message{"lựa chọn", "choice"},
                            Message{"bậc", "scale"},
                            Message{"có/không", "yes/no"}};

constexpr double kSeveral = 2;  // units stand in the plural

std::string limit(double value, Language language) {
  int decimals = 0;
  while (decimals < 3 && std::stod(format_rounded(value, decimals, '.')) != value) ++decimals;
  return format_figure(value, decimals, language);
}

std::string range_text(const Field& field, Language language) {
  if (field.min && field.max)
    return format_message(language, kFromTo, limit(*field.min, language),
                          limit(*field.max, language));
  if (field.min) return format_message(language, kFrom, limit(*field.min, language));
  return field.max ? format_message(language, kUpTo, limit(*field.max, language)) : std::string();
}

/// The range, and the field that it counts a part of.
std::string limits_text(const Field& field, Language language) {
  std::vector<std::string> limits = {range_text(field, language)};
  if (!field.part_of.empty()) limits.push_back(format_message(language, kPartOf, field.part_of));
  std::erase(limits, "");
  return joined(limits, ", ");
}

/// "chưa có (none) < tốt (good)": the steps of a scale rise, choices have no order.
std::string values_text(const Field& field, Language language) {
  std::vector<std::string> values;
  for (const Choice& choice : field.values) {
    const std::string& title = choice.title.in(language);
    values.push_back(title == choice.id ? title : title + " (" + choice.id + ")");
  }
  return joined(values, field.type == FieldType::scale ? " < " : ", ");
}

/// A name and its title, below them in a line of its own what else there is to know.
Table two_columns(const Message& title, const Message& name, const Message& rest,
                  Language language) {
  Table table;
  table.title = title.text(language);
  table.columns = {{.width = 34}, {.fit = Fit::wrap, .width = 100}};
  table.header = {{{name.text(language)}, {rest.text(language)}}};
  return table;
}

void add_row(const std::string& name, const std::string& title,
             std::initializer_list<std::string> rest, Table& table) {
  std::vector<std::string> parts(rest);
  std::erase(parts, "");
  table.rows.push_back({{text_cell(name), text_cell(title)}, joined(parts, " · ")});
}

}  // namespace

std::string accepted_values(const Field& field, Language language) {
  switch (field.type) {
    case FieldType::integer:
    case FieldType::number: return limits_text(field, language);
    case FieldType::choice:
    case FieldType::scale: return values_text(field, language);
    case FieldType::date: return "31/12/2023";
    case FieldType::flag:
    case FieldType::text: break;
  }
  return {};
}

std::string field_type_text(FieldType type, Language language) {
  return kTypes[static_cast<size_t>(type)].text(language);
}

Table fields_table(const Run& run, const CriteriaSet& set, Language language) {
  Table table = two_columns(kFields, kColumn, kFieldIs, language);
  for (const uint32_t i : used_fields(set)) {
    const Field& field = run.fields[i];
    add_row(field.id, field.title.in(language),
            {field_type_text(field.type, language), field.unit.in(language, kSeveral),
             accepted_values(field, language)},
            table);
  }
  return table;
}

Table measures_table(const CriteriaSet& set, Language language) {
  Table table = two_columns(kMeasures, kMeasure, kMeasureIs, language);
  for (const uint32_t i : used_measures(set)) {
    const Measure& measure = set.measures[i];
    add_row(measure.id, measure.title.in(language),
            {measure.unit.in(language, kSeveral), measure.formula.source}, table);
  }
  return table;
}

namespace {

constexpr Message kAmendments{"Thay đổi so với {0}: {1}", "Changes to {0}: {1}"};
constexpr Message kPlace{"Vị trí", "Place"};
constexpr Message kDone{"Loại", "Change"};
constexpr Message kWhy{"Căn cứ, nội dung", "Grounds, content"};

/// By Amendment::Kind.
constexpr std::array kKinds = {diff_words::kChanged, diff_words::kAdded, diff_words::kRemoved};

}  // namespace

Table amendments_table(const CriteriaSet& set, Language language) {
  std::vector<std::string> bases;
  for (const AmendedSet& base : set.bases) bases.push_back(base.id + " (" + base.document + ")");
  Table table;
  table.title = format_message(language, kAmendments, joined(bases, ", "),
                               std::to_string(set.changes.size()));
  table.columns = {{.width = 10}, {.width = 12}, {.fit = Fit::wrap, .width = 98}};
  table.header.emplace_back();
  for (const Message& head : {kPlace, kDone, kWhy})
    table.header[0].push_back({std::string(head.in(language))});
  for (const Amendment& change : set.changes) {
    const Message& kind = kKinds[static_cast<size_t>(change.kind)];
    table.rows.push_back(
        {{text_cell(change.at), text_cell(std::string(kind.in(language))),
          text_cell(change.because.in(language) + certainty_note(change.checked, language))},
         {}});
  }
  return table;
}

}  // namespace kdcl

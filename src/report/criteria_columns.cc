#include "report/criteria_columns.h"

#include <array>
#include <initializer_list>

#include "base/figures.h"
#include "model/used_fields.h"
#include "report/phrases.h"

namespace kdcl {
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

}  // namespace kdcl

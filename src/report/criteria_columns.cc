#include "report/criteria_columns.h"

#include <array>
#include <initializer_list>
#include <set>

#include "base/figures.h"
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
constexpr std::array kTypes{Message{"số nguyên", "whole number"},
                            Message{"số", "number"},
                            Message{"chữ", "text"},
                            Message{"ngày", "date"},
                            Message{"lựa chọn", "choice"},
                            Message{"bậc", "scale"},
                            Message{"có/không", "yes/no"}};

constexpr double kSeveral = 2;  // units stand in the plural

std::string said(const Message& message, Language language) {
  return std::string(message.in(language));
}

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

/// "chưa có (none) < tốt (good)": the steps of a scale rise, choices have no order.
std::string values_text(const Field& field, Language language) {
  std::vector<std::string> values;
  for (const Choice& choice : field.values) {
    const std::string& title = choice.title.in(language);
    values.push_back(title == choice.id ? title : title + " (" + choice.id + ")");
  }
  return joined(values, field.type == FieldType::scale ? " < " : ", ");
}

/// Collects the fields that a set uses: those that decide or are monitored, and those that only its
/// data tables show.
class UsedFields {
 public:
  explicit UsedFields(const CriteriaSet& set) {
    add(set.applies_to);
    for (const Monitor& monitor : set.monitors) add(monitor.figure);
    for (const Criterion& criterion : set.criteria) add(criterion.where);
    for (const Indicator& indicator : set.indicators) add(indicator);
    for (const AwardFamily& family : set.award_families)
      for (const Award& award : family.awards)
        for (const Condition& condition : award.conditions) add(condition.where);
    order_.assign(fields_.begin(), fields_.end());
    for (const DataTable& table : set.data_tables) add_later(set, table);
  }

  /// The first ones as they rise, then those of the data tables in the order of their rows.
  [[nodiscard]] const std::vector<uint32_t>& order() const { return order_; }
  [[nodiscard]] bool has(uint32_t field) const { return fields_.contains(field); }
  [[nodiscard]] bool has_all(const Expression& expression) const {
    for (const uint32_t field : fields_of(expression))
      if (!has(field)) return false;
    return true;
  }

 private:
  void add(const Expression& expression) {
    for (const uint32_t field : fields_of(expression)) fields_.insert(field);
  }
  void add(const std::optional<Expression>& expression) {
    if (expression) add(*expression);
  }
  void add(const Indicator& indicator) {
    add(indicator.where);
    for (const Requirement& requirement : indicator.requirements) {
      add(requirement.figure);
      add(requirement.where);
      for (const Exception& exception : requirement.exceptions) add(exception.where);
    }
  }

  void add_later(const Expression& expression) {
    for (const uint32_t field : fields_of(expression)) add_later(field);
  }
  void add_later(uint32_t field) {
    if (fields_.insert(field).second) order_.push_back(field);
  }
  void add_later(const CriteriaSet& set, const DataTable& table) {
    if (table.where) add_later(*table.where);
    for (const DataRow& row : table.rows) {
      if (row.where) add_later(*row.where);
      for (const DataFigure& figure : row.show) {
        if (figure.kind == DataFigure::Kind::field) add_later(figure.index);
        if (const Measure* measure = measure_of(set, figure)) add_later(measure->formula);
      }
    }
  }

  std::set<uint32_t> fields_;
  std::vector<uint32_t> order_;
};

/// A name and its title, below them in a line of its own what else there is to know.
Table two_columns(const Message& title, const Message& name, const Message& rest,
                  Language language) {
  Table table;
  table.title = said(title, language);
  table.columns = {{.width = 34}, {.fit = Fit::wrap, .width = 100}};
  table.header = {{{said(name, language)}, {said(rest, language)}}};
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
    case FieldType::number: return range_text(field, language);
    case FieldType::choice:
    case FieldType::scale: return values_text(field, language);
    case FieldType::date: return "31/12/2023";
    case FieldType::flag:
    case FieldType::text: break;
  }
  return {};
}

std::string field_type_text(FieldType type, Language language) {
  return said(kTypes[static_cast<size_t>(type)], language);
}

std::vector<uint32_t> used_fields(const CriteriaSet& set) { return UsedFields(set).order(); }

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
  const UsedFields used(set);
  Table table = two_columns(kMeasures, kMeasure, kMeasureIs, language);
  for (const Measure& measure : set.measures)
    if (used.has_all(measure.formula))
      add_row(measure.id, measure.title.in(language),
              {measure.unit.in(language, kSeveral), measure.formula.source}, table);
  return table;
}

}  // namespace kdcl

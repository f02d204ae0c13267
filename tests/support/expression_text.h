// Expressions and one row of figures as short texts, for tests of the evaluation.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/number.h"
#include "model/criteria.h"
#include "model/school_table.h"

namespace kdcl::test {

inline Field field_of(std::string id, FieldType type, std::vector<Choice> values = {}) {
  Field field;
  field.id = std::move(id);
  field.type = type;
  field.values = std::move(values);
  return field;
}

/// Positions: 0 to 2 figures, 3 and 4 flags, 5 a text, 6 a scale, 7 a date.
inline std::vector<Field> fields() {
  return {field_of("x", FieldType::number),
          field_of("y", FieldType::number),
          field_of("z", FieldType::number),
          field_of("f", FieldType::flag),
          field_of("g", FieldType::flag),
          field_of("t", FieldType::text),
          field_of("s", FieldType::scale, {{"low", {"thấp", "low"}}, {"high", {"cao", "high"}}}),
          field_of("d", FieldType::date)};
}

inline Expression parsed(std::string_view source, ValueKind wanted) {
  const std::vector<Field> known = fields();
  Diagnostics diagnostics(Language::en);
  auto expression = parse_expression(source, {}, wanted, {known, {}}, diagnostics);
  REQUIRE(format_diagnostics(diagnostics, false) == "");
  return std::move(*expression);
}

/// A row whose figures x y z stand in the text, "?" for unknown ones; nothing else is known.
inline SchoolTable figures_row(std::string_view figures) {
  SchoolTable table;
  table.rows = 1;
  table.numbers.resize(8);
  table.texts.resize(8);
  size_t column = 0;
  while (!figures.empty()) {
    const std::string_view word = figures.substr(0, figures.find(' '));
    figures.remove_prefix(std::min(word.size() + 1, figures.size()));
    table.numbers[column++].push_back(word == "?" ? kUnknown : read_number(word).value);
  }
  table.assessed_on = {kNoDate};
  table.recognized_on = {kNoDate};
  table.recognized_level = {kUnknown};
  return table;
}

}  // namespace kdcl::test

// Expressions as texts that may be wrong, for tests of the parser.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/criteria.h"
#include "model/expression.h"
#include "support/expression_text.h"

namespace kdcl::test {

/// Fields of every type.
inline std::vector<Field> parsed_fields() {
  return {field_of("pupils", FieldType::integer),
          field_of("area", FieldType::number),
          field_of("remote", FieldType::flag),
          field_of("motto", FieldType::text),
          field_of("opened", FieldType::date),
          field_of("power", FieldType::choice,
                   {{"grid", {"lưới", "mains"}}, {"sun", {"mặt trời", "solar"}}}),
          field_of("library", FieldType::scale,
                   {{"none", {"chưa có", "none yet"}}, {"good", {"tốt", "good one"}}}),
          field_of("lamp", FieldType::choice, {{"grid", {"lưới", "mains"}}})};
}

/// An expression, or what was said.
struct Parsed {
  std::optional<Expression> expression;
  std::string said;
};

/// Parses text that stands at set.yaml:7:20, with the measures density and above.
inline Parsed parse(std::string_view source, ValueKind wanted, Language language = Language::en) {
  const std::vector<Field> known = parsed_fields();
  Diagnostics diagnostics(language);
  std::vector<Measure> measures;
  const auto add = [&](std::string id, std::string_view formula) {
    auto parsed = parse_expression(formula, {"set.yaml", 1, 1}, ValueKind::number,
                                   {known, measures}, diagnostics);
    measures.push_back({std::move(id), {}, {}, std::move(parsed.value())});
  };
  add("density", "pupils / area");
  add("above", "max(density, 10) - 1");
  Parsed result;
  result.expression =
      parse_expression(source, {"set.yaml", 7, 20}, wanted, {known, measures}, diagnostics);
  result.said = format_diagnostics(diagnostics, false);
  CHECK(result.expression.has_value() == result.said.empty());
  return result;
}

}  // namespace kdcl::test

#include <doctest/doctest.h>

#include "support/two_rules.h"
#include "write/comparison.h"

namespace kdcl::test {
namespace {

std::string requirements(const Run& run) {
  const auto [before, after] =
      requirement_statements(run, changed_requirements(run.sets[0], run.sets[1], "1.1.1"));
  return before + " -> " + after;
}

TEST_CASE("rule_statement: requirements") {
  CHECK(requirements(two_rules("", kPlainRate)) == " -> rate at_least 70");
  CHECK(requirements(two_rules(
            kRateWithExceptions,
            "where: remote, require: [{measure: rate, less_than: 80, where: pupils > 9, covers: "
            "part}, {measure: library, at_least: good}, {measure: remote, equals: true}]")) ==
        "rate at_least 70, at_least 60 where remote, at_least 65.5 where pupils < 50 -> where "
        "remote and rate less_than 80 where pupils > 9 covers part and library at_least good and "
        "remote equals true");
  CHECK(requirements(two_rules(kPlainRate, kPlainRate, "done")) ==
        "rate (100 * done / pupils) at_least 70 -> rate (done) at_least 70");
}

TEST_CASE("rule_statement: exceptions") {
  const Run run = two_rules(kPlainRate, kRateWithExceptions);
  const auto [before, after] =
      exception_statements(run, changed_exceptions(run.sets[0], run.sets[1], "1.1.1"));
  CHECK(before == "");
  CHECK(after == "at_least 60 where remote, at_least 65.5 where pupils < 50");
}

TEST_CASE("rule_statement: values as criteria files write them") {
  const auto written = [](FieldType type, double value) {
    Field field;
    field.type = type;
    field.values = {{"basic", {}}, {"good", {}}};
    return value_text(field, value);
  };
  CHECK(written(FieldType::number, 69.96) == "69.96");
  CHECK(written(FieldType::flag, 0) == "false");
  CHECK(written(FieldType::date, 0) == "1970-01-01");
  CHECK(written(FieldType::scale, 1) == "good");
}

}  // namespace
}  // namespace kdcl::test

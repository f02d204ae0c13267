#include <doctest/doctest.h>

#include <optional>
#include <string>

#include "read/criteria/assumptions.h"

namespace kdcl {
namespace {

/// The parts of a statement with their columns, or what is said of it.
std::string parts_of(std::string_view statement, Language language = Language::en) {
  Diagnostics diagnostics(language);
  const auto text = read_assumption_text(statement, 2, diagnostics);
  REQUIRE(text.has_value() == !diagnostics.has_errors());
  if (!text) return format_diagnostics(diagnostics, false);
  const YamlNode& value = text->value.items[0];
  std::string parts =
      fmt::format("{}|{}:{}|{}|{}:{}|{}{}:{}", text->set.text, text->indicator.text,
                  text->indicator.column, text->measure.text, text->value.keys[0].text,
                  text->sign.column, value.text, value.quoted ? " quoted" : "", value.column);
  if (text->where) parts += fmt::format("|{}:{}", text->where->text, text->where->column);
  return parts;
}

struct StatementCase {
  std::string_view statement;
  std::string_view parts;
};

TEST_CASE("statements are cut into their parts") {
  const StatementCase cases[] = {
      {"indicator 5.5.1a at_least 60", "|5.5.1a:11||at_least:18|60:27"},
      {"indicator 5.5.1a >= 60", "|5.5.1a:11||at_least:18|60:21"},
      {"indicator 5.5.1a>=60", "|5.5.1a:11||at_least:17|60:19"},
      {"indicator 5.5.1a <= 60", "|5.5.1a:11||at_most:18|60:21"},
      {"indicator 5.5.1a > 60", "|5.5.1a:11||more_than:18|60:20"},
      {"indicator 5.5.1a < 60", "|5.5.1a:11||less_than:18|60:20"},
      {"indicator 5.5.1a == 60", "|5.5.1a:11||equals:18|60:21"},
      {"indicator 5.5.1a share at_most 60.5", "|5.5.1a:11|share|at_most:24|60.5:32"},
      {"tieu-hoc-2018 indicator 5.5.1a equals true", "tieu-hoc-2018|5.5.1a:25||equals:32|true:39"},
      {"  indicator\t5.5.1a   at_least  60  ", "|5.5.1a:11||at_least:20|60:30"},
      {"indicator 1.1.1đ at_least đạt chuẩn where far",
       "|1.1.1đ:11||at_least:18|đạt chuẩn:27|far:43"},
      {"indicator 1.1.1a at_least 'no where' where t == 'a where b'",
       "|1.1.1a:11||at_least:18|no where quoted:27|t == 'a where b':44"},
      {"indicator 1.1.1a at_least \"tốt\"", "|1.1.1a:11||at_least:18|tốt quoted:27"},
      {"indicator 1.1.1a at_least nowhere", "|1.1.1a:11||at_least:18|nowhere:27"},
      {"indicator 1.1.1a at_least whereabouts", "|1.1.1a:11||at_least:18|whereabouts:27"},
      {"indicator 1.1.1a at_least 'open", "|1.1.1a:11||at_least:18|'open:27"},
      {"indicator 1.1.1a at_least '", "|1.1.1a:11||at_least:18|':27"},
  };
  for (const StatementCase& c : cases) {
    CAPTURE(c.statement);
    CHECK(parts_of(c.statement) == c.parts);
  }
}

TEST_CASE("a statement in decomposed form is taken as composed") {
  CHECK(parts_of("indicator 1.1.1a at_least to\u0302\u0301t") == "|1.1.1a:11||at_least:18|tốt:27");
}

TEST_CASE("what is missing in a statement, and where") {
  const StatementCase cases[] = {
      {"", "--set:2:1: error: expected \"indicator\", found the end"},
      {"5.5.1a at_least 60", "--set:2:8: error: expected \"indicator\", found \"at_least\""},
      {"thu indicator", "--set:2:14: error: expected the name of an indicator, found the end"},
      {"indicator 5.5.1a",
       "--set:2:17: error: expected one of at_least, at_most, more_than, less_than, equals, found "
       "the end"},
      {"indicator 5.5.1a atleast 60",
       "--set:2:26: error: expected one of at_least, at_most, more_than, less_than, equals, found "
       "\"60\""},
      {"indicator 5.5.1a != 60",
       "--set:2:18: error: expected one of at_least, at_most, more_than, less_than, equals, found "
       "\"!=\""},
      {"indicator 5.5.1a at_least", "--set:2:26: error: expected a value, found the end"},
      {"indicator 5.5.1a at_least where far", "--set:2:27: error: expected a value, found the end"},
      {"indicator 5.5.1a at_least 60 where ",
       "--set:2:35: error: expected the condition after \"where\", found the end"},
  };
  for (const StatementCase& c : cases) {
    CAPTURE(c.statement);
    CHECK(
        parts_of(c.statement) ==
        std::string(c.parts) +
            "\n  hint: the form is: [SET] indicator NAME [MEASURE] at_least VALUE [where EXPR]\n");
  }
}

TEST_CASE("a value that may be thousands") {
  CHECK(parts_of("indicator 5.5.1a at_least 1.200") ==
        "--set:2:27: error: at_least: \"1.200\" may mean 1200 or 1.2\n"
        "  hint: write 1200, or 1.20 if 1.2 is meant\n");
  CHECK(parts_of("indicator 5.5.1a >= 1.20") == "|5.5.1a:11||at_least:18|1.20:21");
}

TEST_CASE("what is said of a statement in Vietnamese, and of one that is no text") {
  CHECK(parts_of("indicator 5.5.1a at_least", Language::vi) ==
        "--set:2:26: lỗi: cần một giá trị, gặp hết câu\n"
        "  gợi ý: dạng: [BỘ] indicator CHỈ_BÁO [SỐ_ĐO] at_least GIÁ_TRỊ [where ĐIỀU_KIỆN]\n");
  CHECK(parts_of("indicator 5.5.1a at_least \xff") ==
        "--set:2:1: error: the statement is not UTF-8 text\n");
}

}  // namespace
}  // namespace kdcl

#include <doctest/doctest.h>

#include "model/expression_parts.h"
#include "support/parsed_text.h"

namespace kdcl {
namespace {

using test::parse;

constexpr ValueKind kNumber = ValueKind::number;
constexpr ValueKind kTruth = ValueKind::truth;

struct FaultCase {
  std::string_view source;
  ValueKind wanted;
  std::string_view said;  // after "set.yaml:7:"; the expression starts in column 20
};

void check_faults(std::span<const FaultCase> cases) {
  for (const FaultCase& c : cases) {
    CAPTURE(c.source);
    CHECK(parse(c.source, c.wanted).said == fmt::format("set.yaml:7:{}\n", c.said));
  }
}

TEST_CASE("expression: what is expected") {
  const FaultCase cases[] = {
      {"", kTruth, "20: error: expected an expression, found nothing"},
      {"  ", kTruth, "20: error: expected an expression, found nothing"},
      {"pupils +", kNumber,
       "28: error: expression: expected a name, a number, a quoted text or \"(\", found the end"},
      {"pupils + * 2", kNumber,
       "29: error: expression: expected a name, a number, a quoted text or \"(\", found \"*\""},
      {"pupils and", kTruth, "20: error: expression: expected a condition, found a number"},
      {"remote and", kTruth,
       "30: error: expression: expected a name, a number, a quoted text or \"(\", found the end"},
      {"remote and or", kTruth,
       "31: error: expression: expected a name, a number, a quoted text or \"(\", found \"or\""},
      {"1 + not remote", kNumber,
       "24: error: expression: expected a name, a number, a quoted text or \"(\", found \"not\""},
      {"pupils area", kNumber,
       "27: error: expression: expected an operator or the end, found \"area\""},
      {"pupils 'x'", kNumber,
       "27: error: expression: expected an operator or the end, found \"x\""},
      {"pupils )", kNumber, "27: error: expression: expected an operator or the end, found \")\""},
      {"remote, remote", kTruth,
       "26: error: expression: expected an operator or the end, found \",\""},
      {"(pupils", kNumber, "27: error: expression: expected \")\", found the end"},
      {"ceil(pupils, 2)", kNumber, "31: error: expression: expected \")\", found \",\""},
      {"min(pupils 2)", kNumber, "31: error: expression: expected \",\" or \")\", found \"2\""},
      {"max(pupils", kNumber, "30: error: expression: expected \",\" or \")\", found the end"},
      {"pupils in 3", kTruth, "30: error: expression: expected \"(\", found \"3\""},
      {"pupils in ()", kTruth, "31: error: expression: expected a text or a number, found \")\""},
      {"pupils in (1, area)", kTruth,
       "34: error: expression: expected a text or a number, found \"area\""},
      {"pupils in (1 2)", kTruth, "33: error: expression: expected \",\" or \")\", found \"2\""},
      {"pupils in (1,)", kTruth, "33: error: expression: expected a text or a number, found \")\""},
  };
  check_faults(cases);
}

TEST_CASE("expression: names and characters") {
  const FaultCase cases[] = {
      {"pupil > 1", kTruth,
       "20: error: expression: no field, measure or column is named \"pupil\"\n  hint: did you "
       "mean \"pupils\"?"},
      {"1 < densty", kTruth,
       "24: error: expression: no field, measure or column is named \"densty\"\n  hint: did you "
       "mean \"density\"?"},
      {"comune == 'x'", kTruth,
       "20: error: expression: no field, measure or column is named \"comune\"\n  hint: did you "
       "mean \"commune\"?"},
      {"Remote", kTruth,
       "20: error: expression: no field, measure or column is named \"Remote\"\n  hint: did you "
       "mean \"remote\"?"},
      {"zzz > 1", kTruth, "20: error: expression: no field, measure or column is named \"zzz\""},
      {"1 + avg(pupils)", kNumber,
       "24: error: expression: no function is named \"avg\"\n  hint: the functions are min, max, "
       "ceil, floor, abs, known"},
      {"motto == 'abc", kTruth, "29: error: expression: a quoted text is not closed"},
      {"motto == \"abc'", kTruth, "29: error: expression: a quoted text is not closed"},
      {"pupils % 2", kNumber, "27: error: expression: unexpected character \"%\""},
      {"pupils = 2", kTruth, "27: error: expression: unexpected character \"=\""},
      {"!remote", kTruth, "20: error: expression: unexpected character \"!\""},
      {"motto == 'Đạt' & remote", kTruth, "35: error: expression: unexpected character \"&\""},
      {"pupils × 2", kNumber, "27: error: expression: unexpected character \"×\""},
      {"học > 1", kTruth, "21: error: expression: unexpected character \"ọ\""},
      {"-pupils", kNumber, "20: error: expression: there is no unary minus; write 0 - x"},
      {"pupils > -1", kTruth, "29: error: expression: there is no unary minus; write 0 - x"},
      {"1 - -1", kNumber, "24: error: expression: there is no unary minus; write 0 - x"},
  };
  check_faults(cases);
}

TEST_CASE("expression: numbers") {
  const FaultCase cases[] = {
      {"1234567890123456", kNumber,
       "20: error: expression: \"1234567890123456\" is not a number (at most 15 digits, with a "
       "decimal point)"},
      {"1 + 1.2.3", kNumber,
       "24: error: expression: \"1.2.3\" is not a number (at most 15 digits, with a decimal "
       "point)"},
      {"5.", kNumber,
       "20: error: expression: \"5.\" is not a number (at most 15 digits, with a decimal point)"},
      {"1e3", kNumber,
       "20: error: expression: \"1e3\" is not a number (at most 15 digits, with a decimal point)"},
      {"2pupils", kNumber,
       "20: error: expression: \"2pupils\" is not a number (at most 15 digits, with a decimal "
       "point)"},
      {"1.200", kNumber,
       "20: error: expression: \"1.200\" may mean thousands; leave out the point, or write a digit "
       "more or less behind it"},
      {"1 + 12.125", kNumber,
       "24: error: expression: \"12.125\" may mean thousands; leave out the point, or write a "
       "digit "
       "more or less behind it"},
      {".5", kNumber, "20: error: expression: unexpected character \".\""},
      {"1,5", kNumber, "21: error: expression: expected an operator or the end, found \",\""},
  };
  check_faults(cases);
}

TEST_CASE("expression: kinds that do not fit") {
  const FaultCase cases[] = {
      {"pupils", kTruth, "20: error: expression: expected a condition, found a number"},
      {"remote", kNumber, "20: error: expression: expected a number, found a condition"},
      {"motto", kTruth, "20: error: expression: expected a condition, found a text"},
      {"opened", kNumber, "20: error: expression: expected a number, found a date"},
      {"power", kNumber, "20: error: expression: expected a number, found a choice"},
      {"library", kTruth, "20: error: expression: expected a condition, found a scale"},
      {"pupils + motto", kNumber, "29: error: expression: expected a number, found a text"},
      {"opened - pupils", kNumber, "20: error: expression: expected a number, found a date"},
      {"2 * (pupils > 1)", kNumber, "24: error: expression: expected a number, found a condition"},
      {"remote and pupils", kTruth, "31: error: expression: expected a condition, found a number"},
      {"not pupils", kTruth, "24: error: expression: expected a condition, found a number"},
      {"min('a')", kNumber, "24: error: expression: expected a number, found a text"},
      {"max(pupils, remote)", kNumber,
       "32: error: expression: expected a number, found a condition"},
      {"floor(opened)", kNumber, "26: error: expression: expected a number, found a date"},
      {"known(pupils) + 1", kNumber, "20: error: expression: expected a number, found a condition"},
  };
  check_faults(cases);
}

TEST_CASE("expression: comparisons that mean nothing") {
  const FaultCase cases[] = {
      {"1 < 2 < 3", kTruth,
       "26: error: expression: comparisons can't be chained; join them with \"and\""},
      {"pupils == 1 in (2)", kTruth,
       "32: error: expression: comparisons can't be chained; join them with \"and\""},
      {"pupils == 'a'", kTruth, "20: error: expression: can't compare a number with a text"},
      {"remote == remote", kTruth,
       "20: error: expression: can't compare a condition with a condition"},
      {"remote and remote == 1", kTruth,
       "31: error: expression: can't compare a condition with a number"},
      {"opened == 1", kTruth, "20: error: expression: can't compare a date with a number"},
      {"power == library", kTruth, "20: error: expression: can't compare a choice with a scale"},
      {"power == lamp", kTruth, "20: error: expression: can't compare a choice with a choice"},
      {"power == motto", kTruth, "20: error: expression: can't compare a choice with a text"},
      {"recognized_level == 'a'", kTruth,
       "20: error: expression: can't compare a number with a text"},
      {"motto < 'a'", kTruth, "20: error: expression: a text compares only with ==, != and in"},
      {"district >= 'a'", kTruth, "20: error: expression: a text compares only with ==, != and in"},
      {"power > 'grid'", kTruth,
       "20: error: expression: a choice compares only with ==, != and in"},
      {"power == 'coal'", kTruth,
       "20: error: expression: \"coal\" is no value of the field \"power\""},
      {"remote or library in ('good', 'best')", kTruth,
       "30: error: expression: \"best\" is no value of the field \"library\""},
      {"opened < 'today'", kTruth,
       "20: error: expression: \"today\" is not a date like 'YYYY-MM-DD'"},
      {"opened < '2023-02-29'", kTruth,
       "20: error: expression: \"2023-02-29\" is not a date like 'YYYY-MM-DD'"},
      {"opened < '31/12/2023'", kTruth,
       "20: error: expression: \"31/12/2023\" is not a date like 'YYYY-MM-DD'"},
  };
  check_faults(cases);
}

std::string nested(size_t depth, std::string_view open, std::string_view inner,
                   std::string_view close) {
  std::string text;
  for (size_t i = 0; i < depth; ++i) text += open;
  text += inner;
  for (size_t i = 0; i < depth; ++i) text += close;
  return text;
}

TEST_CASE("expression: nested at most 64 deep") {
  CHECK(parse(nested(64, "(", "pupils", ")"), kNumber).said == "");
  CHECK(parse(nested(64, "not ", "remote", ""), kTruth).said == "");
  CHECK(parse(nested(64, "abs(", "pupils", ")"), kNumber).said == "");
  CHECK(parse(nested(65, "(", "pupils", ")"), kNumber).said ==
        "set.yaml:7:85: error: expression: nested deeper than 64\n");
  CHECK(parse(nested(65, "not ", "remote", ""), kTruth)
            .said.ends_with("error: expression: nested deeper than 64\n"));
  CHECK(parse(nested(100000, "(", "pupils", ")"), kNumber)
            .said.ends_with("error: expression: nested deeper than 64\n"));
}

std::string chain(size_t operations) {
  std::string text = "pupils";
  for (size_t i = 0; i < operations; ++i) text += "+1";
  return text;
}

TEST_CASE("expression: at most 1000 operations in a row") {
  CHECK(parse(chain(1000), kNumber).said == "");
  CHECK(parse(chain(1001), kNumber).said ==
        "set.yaml:7:2028: error: expression: more than 1000 operations in a row\n");
  CHECK(parse(chain(100000), kNumber)
            .said.ends_with("error: expression: more than 1000 operations in a row\n"));
  // Measures count as what they stand for: density is one, above three.
  CHECK(parse(chain(997) + "+above", kNumber).said == "");
  CHECK(parse("above" + chain(997).substr(6), kNumber).said == "");
  CHECK(parse("above" + chain(998).substr(6), kNumber)
            .said.ends_with("more than 1000 operations in a row\n"));
}

TEST_CASE("expression: the first fault ends the expression") {
  CHECK(parse("foo + bar % 2", kNumber).said ==
        "set.yaml:7:20: error: expression: no field, measure or column is named \"foo\"\n");
}

struct BothCase {
  std::string_view source;
  std::string_view vi;
};

TEST_CASE("expression: faults in Vietnamese") {
  const BothCase cases[] = {
      {"", "set.yaml:7:20: lỗi: cần một biểu thức, gặp chỗ trống\n"},
      {"remote +",
       "set.yaml:7:28: lỗi: biểu thức: cần một tên, một số, một chữ trong nháy đơn hoặc \"(\", gặp "
       "hết biểu thức\n"},
      {"remote and pupils", "set.yaml:7:31: lỗi: biểu thức: cần một điều kiện, gặp một số\n"},
      {"pupil > 1",
       "set.yaml:7:20: lỗi: biểu thức: không có trường, số đo hay cột nào tên \"pupil\"\n  gợi ý: "
       "có phải \"pupils\"?\n"},
  };
  for (const BothCase& c : cases) CHECK(parse(c.source, kTruth, Language::vi).said == c.vi);
}

}  // namespace
}  // namespace kdcl

#include <doctest/doctest.h>

#include "read/schools/figures.h"
#include "support/criteria_text.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

Run parts_run() {
  return test::run_of(test::one_criterion(R"(fields:
  teachers: {title: {vi: Số giáo viên, en: All teachers}, type: integer}
  qualified: {title: {vi: Đạt chuẩn, en: At the standard}, type: integer, part_of: teachers}
  above: {title: {vi: Trên chuẩn, en: Above it}, type: integer, part_of: qualified}
  area: {title: {vi: Diện tích, en: Area}, type: number}
  yard: {title: {vi: Sân, en: Yard}, type: number, part_of: area})",
                                          "            a: {@}"));
}

struct PartCase {
  std::string_view columns, cells, said;
};

TEST_CASE("parts: a figure above its whole is an error at its cell") {
  const PartCase cases[] = {
      {"teachers;qualified", "28;28", ""},
      {"teachers;qualified", "28;0", ""},
      {"teachers;qualified", "28;29",
       "data.csv:2:5: error: At the standard (qualified): expected at most 28 as in All teachers "
       "(teachers), found 29\n"},
      {"qualified;teachers", "1;0",
       "data.csv:2:4: error: At the standard (qualified): expected at most 0 as in All teachers "
       "(teachers), found 1\n"},
      {"yard;area", "10,51;10,5",
       "data.csv:2:4: error: yard: expected at most 10.5 as in area, found 10.51\n"},
      {"yard;area", "10,5;10,5", ""},
      {"teachers;qualified", ";29", ""},
      {"teachers;qualified", "28;?", ""},
      {"qualified", "29", ""},
      // the nearest whole that is known counts
      {"teachers;qualified;above", "28;20;21",
       "data.csv:2:6: error: Above it (above): expected at most 20 as in At the standard "
       "(qualified), found 21\n"},
      {"teachers;qualified;above", "28;30;30",
       "data.csv:2:5: error: At the standard (qualified): expected at most 28 as in All teachers "
       "(teachers), found 30\n"},
      {"teachers;qualified;above", "28;;29",
       "data.csv:2:6: error: Above it (above): expected at most 28 as in All teachers (teachers), "
       "found 29\n"},
      {"teachers;above", "28;29",
       "data.csv:2:5: error: Above it (above): expected at most 28 as in All teachers (teachers), "
       "found 29\n"},
  };
  const Run run = parts_run();
  for (const PartCase& c : cases) {
    CAPTURE(c.columns);
    CAPTURE(c.cells);
    CHECK(test::read_schools(run, test::one_school(c.columns, c.cells))->faults() == c.said);
  }
}

TEST_CASE("parts: in Vietnamese") {
  const auto read = test::read_schools(parts_run(), test::one_school("teachers;qualified", "28;30"),
                                       false, Language::vi);
  CHECK(
      read->faults() ==
      "data.csv:2:5: lỗi: Đạt chuẩn (qualified): cần nhiều nhất 28 như ở Số giáo viên (teachers), "
      "gặp 30\n");
}

}  // namespace
}  // namespace kdcl

namespace kdcl::test {
namespace {

std::string faults_with(std::string_view fields) {
  return faults_of(replaced(kSet, "fields:\n", "fields:\n" + std::string(fields)));
}

TEST_CASE("part_of: what may be named") {
  CHECK(faults_with("  some: {title: {vi: Nửa, en: Half}, type: number, unit: học sinh, part_of: "
                    "pupils}\n") == "");
  CHECK(faults_with("  some: {title: {vi: Nửa, en: Half}, type: number, part_of: pupil}\n") ==
        "set.yaml:24:61: error: part_of: no field is named \"pupil\"\n"
        "  hint: did you mean \"pupils\"?\n");
  CHECK(faults_with("  some: {title: {vi: Nửa, en: Half}, type: number, part_of: remote}\n") ==
        "set.yaml:24:61: error: part_of: \"remote\" is not a number\n");
  CHECK(faults_with("  some: {title: {vi: Nửa, en: Half}, type: number, unit: lớp, part_of: "
                    "pupils}\n") ==
        "set.yaml:24:72: error: part_of: the unit \"lớp\" is not the \"học sinh\" of \"pupils\"\n");
  CHECK(faults_with("  some: {title: {vi: Nửa, en: Half}, type: text, part_of: pupils}\n") ==
        "set.yaml:24:50: error: part_of: not for the type \"text\"\n");
  CHECK(faults_with("  some: {title: {vi: Nửa, en: Half}, type: number, part_of: completion}\n") ==
        "set.yaml:24:61: error: part_of: no field is named \"completion\"\n");
}

TEST_CASE("part_of: no field is a part of itself, however many are between") {
  CHECK(faults_with("  some: {title: {vi: Nửa, en: Half}, type: number, part_of: some}\n") ==
        "set.yaml:24:61: error: part_of: the field is a part of itself: some -> some\n");
  CHECK(faults_with("  c: {title: {vi: C, en: C}, type: number, part_of: a}\n"
                    "  a: {title: {vi: A, en: A}, type: number, part_of: b}\n"
                    "  b: {title: {vi: B, en: B}, type: number, part_of: c}\n"
                    "  d: {title: {vi: D, en: D}, type: number, part_of: b}\n") ==
        "set.yaml:25:53: error: part_of: the field is a part of itself: a -> b -> c -> a\n");
}

}  // namespace
}  // namespace kdcl::test

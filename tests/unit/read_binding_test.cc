#include <doctest/doctest.h>

#include "read/schools/binding.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

constexpr std::string_view kFields = R"(levels:
  1: {title: {@}}
fields:
  pupils: {title: {vi: Số học sinh, en: Number of pupils}, type: integer, aliases: [Sĩ số, HS]}
  rooms: {title: {vi: Phòng học, en: Rooms}, type: integer}
)";

Run two_sets() {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(std::string(kFields) + R"(
standards:
  - id: "5"
    title: {@}
    criteria:
      - {id: "5.5", title: {@}, levels: {1: {a: {@}, đ: {@}}}}
      - {id: "5.6", title: {@}, levels: {1: {@}}}
)"));
  sets.push_back(
      test::set_of(std::string(kFields) +
                       R"(  desks: {title: {vi: Bàn, en: Desks}, type: integer, aliases: [Số bàn]}
standards:
  - id: "5"
    title: {@}
    criteria:
      - {id: "5.5", title: {@}, levels: {1: {a: {@}}}}
      - {id: M4.1, title: {@}, levels: {1: {@}}}
)",
                   {.id = "other", .applies_to = "school_type == 'thcs'"}));
  return make_run(std::move(sets), kNoDate);
}

TEST_CASE("a list has only ids, names, places and ownership") {
  const Run run = two_sets();
  const ColumnNames known(run);
  const auto is_more = [&](const std::string& name) {
    return is_more_than_list({"school_id", "Tên trường", "Huyện", "commune", "Loại hình", "STT",
                              "a column of which nobody knows", name},
                             known);
  };
  CHECK_FALSE(is_more("x"));
  CHECK_FALSE(is_more("level"));
  for (const char* name :
       {"Loại trường", "assessed_on", "assessment", "stage", "recognized_on", "Số quyết định",
        "criteria_set", "SĨ SỐ", "desks", "5.5", "5.5.1Đ", " m4.1.1 "}) {
    CAPTURE(name);
    CHECK(is_more(name));
  }
}

struct Bound {
  Binding binding;
  std::string said;
};

Bound bind(const Run& run, const std::vector<std::string>& names, bool strict = false,
           Language language = Language::en) {
  Diagnostics diagnostics(language);
  Bound result;
  result.binding = bind_columns(names, {"data.csv", 3}, run, strict, diagnostics);
  result.said = format_diagnostics(diagnostics, false);
  return result;
}

int column_of(const Bound& bound, IdentityColumn column) {
  return bound.binding.identity[static_cast<size_t>(column)];
}

TEST_CASE("binding: names, titles and aliases in any case, form and with blanks") {
  const Run run = two_sets();
  for (const char* name : {"pupils", "PUPILS", " Số học sinh\t", "SỐ HỌC SINH", "Sĩ số", "hs",
                           "So\u0302\u0301 ho\u0323c sinh"}) {
    CAPTURE(std::string(name));
    const Bound bound = bind(run, {"school_id", name});
    CHECK(bound.said == "");
    REQUIRE(bound.binding.fields.size() == 1);
    CHECK(bound.binding.fields[0].column == 1);
    CHECK(run.fields[bound.binding.fields[0].index].id == "pupils");
  }
}

TEST_CASE("binding: identity columns by name and Vietnamese title") {
  const Run run = two_sets();
  const Bound by_name = bind(run, {"commune", "School_ID", "stage", "recognized_on"});
  CHECK(by_name.said == "");
  CHECK(column_of(by_name, IdentityColumn::school_id) == 1);
  CHECK(column_of(by_name, IdentityColumn::commune) == 0);
  CHECK(column_of(by_name, IdentityColumn::stage) == 2);
  CHECK(column_of(by_name, IdentityColumn::recognized_on) == 3);
  CHECK(column_of(by_name, IdentityColumn::district) == kNoColumn);
  const Bound by_title = bind(run, {"Tên trường", "MÃ TRƯỜNG", "Xã"});
  CHECK(by_title.said == "");
  CHECK(column_of(by_title, IdentityColumn::school_id) == 1);
  CHECK(column_of(by_title, IdentityColumn::school_name) == 0);
}

TEST_CASE("binding: indicators and criteria in set order, and what belongs to other sets") {
  const Run run = two_sets();
  const Bound bound = bind(run, {"5.6", "school_id", "5.5.1Đ", "m4.1.1", "5.5", "5.5.1a"});
  CHECK(bound.said == "");
  const SetBinding& first = bound.binding.sets[0];
  REQUIRE(first.indicators.size() == 2);
  CHECK(first.indicators[0].column == 5);
  CHECK(first.indicators[0].index == 0);
  CHECK(first.indicators[1].column == 2);
  CHECK(first.indicators[1].index == 1);
  REQUIRE(first.criteria.size() == 2);
  CHECK(first.criteria[0].column == 0);
  CHECK(first.criteria[0].criterion == 1);
  CHECK(first.criteria[1].column == 4);
  CHECK(first.criteria[1].criterion == 0);
  CHECK(first.foreign == std::vector<uint32_t>{3});
  const SetBinding& second = bound.binding.sets[1];
  REQUIRE(second.indicators.size() == 2);
  CHECK(second.indicators[0].column == 5);
  CHECK(second.indicators[1].column == 3);
  CHECK(second.criteria.size() == 1);
  CHECK(second.foreign == std::vector<uint32_t>{0, 2});
}

TEST_CASE("binding: indicators side by side are one run") {
  const Run run = two_sets();
  const Bound together = bind(run, {"school_id", "5.5.1a", "5.5.1đ", "5.6.1"});
  REQUIRE(together.binding.sets[0].runs.size() == 1);
  CHECK(together.binding.sets[0].runs[0].column == 1);
  CHECK(together.binding.sets[0].runs[0].indicator == 0);
  CHECK(together.binding.sets[0].runs[0].count == 3);
  const Bound apart = bind(run, {"5.6.1", "5.5.1a", "school_id", "5.5.1đ"});
  CHECK(apart.binding.sets[0].runs.size() == 3);
  const Bound gap = bind(run, {"school_id", "5.5.1a", "5.6.1"});
  CHECK(gap.binding.sets[0].runs.size() == 2);
}

TEST_CASE("binding: result columns of score and columns without a name are left out in silence") {
  const Bound bound =
      bind(two_sets(),
           {"school_id", "level", "level_max", "school_level", "accreditation", "national_standard",
            "met", "not_met", "unknown", "not_applicable", "blocking", "missing", "", " "});
  CHECK(bound.said == "");
  CHECK(bound.binding.fields.empty());
}

struct FaultCase {
  std::vector<std::string> names;
  std::string_view said;
};

TEST_CASE("binding: faults") {
  const FaultCase cases[] = {
      {{"school_name", "pupils"},
       "data.csv:3: error: there is no column school_id\n"
       "  hint: the first row must hold the column names, with a column school_id\n"},
      {{"school_id", "pupils", "x", "Pupils"},
       "data.csv:3:3: warning: unknown column \"x\" is left out\n"
       "data.csv:3:4: error: the column \"Pupils\" is already column 2\n"},
      {{"school_id", "pupils", "Sĩ số"},
       "data.csv:3:3: error: the column \"Sĩ số\" is already column 2\n"},
      {{"Mã trường", "school_id"},
       "data.csv:3:2: error: the column \"school_id\" is already column 1\n"},
      {{"5.5.1a", "school_id", "5.5.1A"},
       "data.csv:3:3: error: the column \"5.5.1A\" is already column 1\n"},
      {{"school_id", "zzz"}, "data.csv:3:2: warning: unknown column \"zzz\" is left out\n"},
      {{"school_id", "pupil"},
       "data.csv:3:2: warning: unknown column \"pupil\" is left out\n  hint: did you mean "
       "\"pupils\"?\n"},
      {{"school_id", "comune"},
       "data.csv:3:2: warning: unknown column \"comune\" is left out\n  hint: did you mean "
       "\"commune\"?\n"},
      {{"school_id", "7.1.1z"},
       "data.csv:3:2: warning: column \"7.1.1z\" is no indicator or criterion of any criteria set "
       "of this run, and is left out\n"},
      {{"school_id", "5.5.1c"},
       "data.csv:3:2: warning: column \"5.5.1c\" is no indicator or criterion of any criteria set "
       "of this run, and is left out\n"
       "  hint: did you mean \"5.5.1a\"?\n"},
  };
  const Run run = two_sets();
  for (const FaultCase& c : cases) {
    CAPTURE(c.said);
    CHECK(bind(run, c.names).said == c.said);
  }
}

TEST_CASE("binding: strict makes unknown columns errors") {
  CHECK(bind(two_sets(), {"school_id", "pupil"}, true).said ==
        "data.csv:3:2: error: unknown column \"pupil\" is left out\n  hint: did you mean "
        "\"pupils\"?\n");
  CHECK(bind(two_sets(), {"school_id", "level"}, true).said == "");
}

TEST_CASE("binding: a title of two fields") {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(test::one_criterion(
      "fields:\n  a: {title: {vi: Số, en: A}, type: integer}", "            a: {@}")));
  sets.push_back(
      test::set_of(test::one_criterion("fields:\n  b: {title: {vi: số, en: B}, type: integer}",
                                       "            a: {@}"),
                   {.id = "other", .applies_to = "school_type == 'thcs'"}));
  const Run run = make_run(std::move(sets), kNoDate);
  CHECK(bind(run, {"school_id", "Số"}).said ==
        "data.csv:3:2: error: the column \"Số\" fits two fields: a and b\n  hint: use the field's "
        "name as the column's\n");
  CHECK(bind(run, {"school_id", "a", "b"}).said == "");
}

TEST_CASE("binding: faults in Vietnamese") {
  CHECK(
      bind(two_sets(), {"schol_id"}, false, Language::vi).said ==
      "data.csv:3: lỗi: thiếu cột school_id\n  gợi ý: dòng đầu phải là tên cột, có cột school_id\n"
      "data.csv:3:1: cảnh báo: cột lạ \"schol_id\" bị bỏ qua\n  gợi ý: có phải \"school_id\"?\n");
  // Of the other columns nothing is said where no school is read.
  CHECK(bind(two_sets(), {"pupil"}, false, Language::vi).said ==
        "data.csv:3: lỗi: thiếu cột school_id\n  gợi ý: dòng đầu phải là tên cột, có cột "
        "school_id\n");
}

}  // namespace
}  // namespace kdcl

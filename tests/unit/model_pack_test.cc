#include "model/criteria.h"
#include "support/criteria_text.h"
#include "support/level_sets.h"

namespace kdcl::test {
namespace {

constexpr std::string_view kTables = R"(data_years: 3
data_tables:
  - number: "1"
    title: {vi: Bảng, en: Table}
    where: remote
    remarks: true
    note: {vi: Chú, en: Note}
    rows: [{number: a, show: pupils, where: area > 1, checked: low}, {show: share}]
  - title: {vi: Người, en: People}
    columns: [{vi: Tổng, en: All}, {vi: Nữ, en: Women}]
    rows: [{title: {vi: Hai, en: Two}, show: [motto, null]}]
)";

TEST_CASE("a packed set comes back whole") {
  Diagnostics diagnostics(Language::en);
  const std::optional<CriteriaSet> set =
      read_set(std::string(kSet) + std::string(kTables), diagnostics);
  REQUIRE(set);
  const CriteriaSet back = unpack_criteria(pack_criteria(*set));
  CHECK(pack_criteria(back) == pack_criteria(*set));
  CHECK(back.indicators.size() == 4);
  CHECK(back.indicators[1].requirements[0].figure == set->indicators[1].requirements[0].figure);
  CHECK_FALSE(back.indicators[3].requirements[0].is_level);
  CHECK(back.data_years == 3);
  REQUIRE(back.data_tables.size() == 2);
  const DataTable& table = back.data_tables[0];
  CHECK(table.number == "1");
  CHECK(table.title == LocalText{"Bảng", "Table"});
  CHECK(table.where == set->data_tables[0].where);
  CHECK(table.has_remarks);
  CHECK(table.note == LocalText{"Chú", "Note"});
  CHECK(table.is_by_year());
  REQUIRE(table.rows.size() == 2);
  CHECK(table.rows[0].number == "a");
  CHECK(table.rows[0].title == LocalText{"Số học sinh", "Pupils"});
  CHECK(table.rows[0].show == set->data_tables[0].rows[0].show);
  CHECK(table.rows[0].where == set->data_tables[0].rows[0].where);
  CHECK(table.rows[0].checked == Certainty::low);
  CHECK(back.data_tables[1].columns == set->data_tables[1].columns);
  CHECK(back.data_tables[1].rows[0].show == set->data_tables[1].rows[0].show);
}

TEST_CASE("a packed set keeps its doubts") {
  const CriteriaSet set = read_sound_set(
      replaced(kSet, "where: not remote}",
               "doubt: {from: 2020-07-01, to: 2025-01-24, because: {vi: Ngờ, en: Doubt}}}"));
  const CriteriaSet back = unpack_criteria(pack_criteria(set));
  REQUIRE(back.indicators[0].doubt);
  CHECK(back.indicators[0].doubt == set.indicators[0].doubt);
  CHECK_FALSE(back.indicators[1].doubt);
}

TEST_CASE("a packed set knows whose level it asks for") {
  const CriteriaSet set = level_sets("{level_of: phu, at_least: 2}")[0];
  const Requirement back = unpack_criteria(pack_criteria(set)).indicators[0].requirements[0];
  CHECK(back.is_level);
  CHECK(back.measure == "phu");
  CHECK(back.title == LocalText{"Thử", "Trial"});
  CHECK(back.value == 2);
  CHECK(back.figure.nodes.empty());
}

}  // namespace
}  // namespace kdcl::test

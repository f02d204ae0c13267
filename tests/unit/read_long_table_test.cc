#include <doctest/doctest.h>

#include "read/schools/long_table.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

TEST_CASE("a long table is known by its header") {
  const auto found = find_long_columns(folded_names({"note", "Kết quả", "school_id", " CHỈ BÁO "}));
  REQUIRE(found);
  CHECK(found->owner.school == 2);
  CHECK(found->indicator == 3);
  CHECK(found->result == 1);
  CHECK_FALSE(find_long_columns(folded_names({"school_id", "indicator"})));
  CHECK_FALSE(find_long_columns(folded_names({"school_id", "result"})));
  REQUIRE(find_long_columns(folded_names({"indicator", "result"})));
  CHECK_FALSE(find_long_columns(folded_names({"indicator", "result"}))->owner.school);
  CHECK_FALSE(find_long_columns(folded_names({})));
}

TEST_CASE("half a long table is told so") {
  std::vector<CriteriaSet> sets;
  sets.push_back(test::set_of(R"(levels:
  1: {title: {@}}
standards:
  - {id: "5", title: {@}, criteria: [{id: "5.5", title: {@}, levels: {1: {a: {@}}}}]}
)"));
  const Run run = make_run(std::move(sets), kNoDate);
  const ColumnNames known(run);
  const auto said_of = [&](const std::vector<std::string>& header) {
    Diagnostics diagnostics(Language::en);
    const bool is_half = check_half_long(header, {"a.csv", 1, 1}, known, diagnostics);
    CHECK(is_half == diagnostics.has_errors());
    return format_diagnostics(diagnostics, false);
  };
  const std::string no_results =
      "a.csv:1:2: error: a long table (it has a column of indicators) without a column \"result\" "
      "(Kết quả)\n  hint: name the column of judgements \"result\" or \"Kết quả\"\n";
  CHECK(said_of({"school_id", "Chỉ báo", "Ket qua"}) == no_results);
  CHECK(said_of({"school_id", "indicator", "school_type", "assessed_on"}) == no_results);
  CHECK(said_of({"school_id", "Ten chi bao", "Kết quả"}) ==
        "a.csv:1:3: error: a long table (it has a column of results) without a column "
        "\"indicator\" (Chỉ báo)\n"
        "  hint: name the column of indicators \"indicator\" or \"Chỉ báo\"\n");
  // A column of results of whatever kind beside data.
  CHECK(said_of({"school_id", "school_type", "Kết quả"}) == "");
  CHECK(said_of({"school_id", "school_name"}) == "");
}

}  // namespace
}  // namespace kdcl

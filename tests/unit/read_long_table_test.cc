#include "read/long_table.h"

#include <doctest/doctest.h>

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

}  // namespace
}  // namespace kdcl

#include <doctest/doctest.h>

#include <deque>

#include "model/comparison.h"

namespace kdcl::test {
namespace {

/// Schools of one side each, with a district.
class Schools {
 public:
  RowAt in(std::string_view district) {
    ScoredBlock& block = blocks_.emplace_back();
    block.table.rows = 1;
    for (auto& column : block.table.identity) column = {""};
    block.table.identity[static_cast<size_t>(IdentityColumn::district)] = {district};
    return {&block, 0};
  }

 private:
  std::deque<ScoredBlock> blocks_;
};

TEST_CASE("moves are counted by the value of the later side, the unknown last") {
  Schools schools;
  SchoolComparison comparison;
  const auto add = [&](std::optional<RowAt> before, std::optional<RowAt> after, Move move) {
    comparison.schools.push_back({.before = before, .after = after});
    comparison.moves.push_back(move);
  };
  add(schools.in(""), schools.in(""), Move::fell);
  add(schools.in("B"), schools.in("A"), Move::rose);
  add(schools.in("B"), {}, Move::only_before);
  add(schools.in("A"), schools.in("A"), Move::rose);
  const std::vector<MoveGroup> groups = group_moves(comparison, IdentityColumn::district);
  REQUIRE(groups.size() == 3);
  CHECK(groups[0].value == "A");
  CHECK(groups[0].count(Move::rose) == 2);
  CHECK(groups[0].count(Move::only_before) == 0);
  CHECK(groups[1].value == "B");
  CHECK(groups[1].count(Move::only_before) == 1);
  CHECK(groups[2].value.empty());
  CHECK(groups[2].count(Move::fell) == 1);
}

TEST_CASE("no schools are in no groups") {
  CHECK(group_moves({}, IdentityColumn::district).empty());
}

}  // namespace
}  // namespace kdcl::test

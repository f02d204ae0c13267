#include "model/comparison.h"

namespace kdcl {

std::vector<MoveGroup> group_moves(const SchoolComparison& comparison, IdentityColumn column) {
  std::vector<MoveGroup> groups;
  MoveGroup unknown;
  for (size_t i = 0; i < comparison.schools.size(); ++i) {
    const std::string_view value = comparison.schools[i].any().text(column);
    auto group = std::find_if(groups.begin(), groups.end(),
                              [&](const MoveGroup& each) { return each.value == value; });
    if (group == groups.end() && !value.empty())
      group = groups.insert(group, {.value = std::string(value)});
    ++(value.empty() ? unknown : *group).counts[static_cast<size_t>(comparison.moves[i])];
  }
  if (unknown.counts != MoveGroup().counts) groups.push_back(std::move(unknown));
  return groups;
}

}  // namespace kdcl

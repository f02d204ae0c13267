#include "report/target_faults.h"

#include "base/text.h"

namespace kdcl {
namespace {

constexpr Message kNobodyAmong{"among: chỉ tiêu \"{0}\" không có trường nào trong dữ liệu",
                               "among: no school in the data is one of those \"{0}\" is about"};
constexpr Message kNothingCounted{
    "count: chỉ tiêu \"{0}\" không xét được cho trường nào trong {1} trường: thiếu số liệu",
    "count: unknown for all {1} schools that \"{0}\" is about: the data lack its figures"};
constexpr Message kEmptyGroup{"chỉ tiêu \"{0}\" không có trường nào có {1} là \"{2}\"",
                              "no school that \"{0}\" is about has the {1} \"{2}\""};
constexpr Message kNearestGroup{"có phải \"{0}\"?", "did you mean \"{0}\"?"};

}  // namespace

void report_target_faults(const Target& target, std::span<const TargetTally> tallies,
                          std::span<const std::string_view> groups, Diagnostics& diagnostics) {
  TargetTally all;
  for (const TargetTally& tally : tallies) all += tally;
  if (all.among() == 0) {
    diagnostics.error(target.among_place, kNobodyAmong, target.id);
    return;
  }
  if (all.open == all.among())
    diagnostics.error(target.count_place, kNothingCounted, target.id, all.among());
  if (!target.by) return;
  for (size_t i = 0; i < target.lines.size(); ++i) {
    const TargetLine& line = target.lines[i];
    if (tallies[i].among() > 0) continue;
    diagnostics.warning(line.place, kEmptyGroup, target.id, identity_name(*target.by),
                        excerpt(line.group));
    const std::string_view nearest = nearest_name(line.group, groups);
    if (!nearest.empty() && nearest != line.group) diagnostics.hint(kNearestGroup, nearest);
  }
}

}  // namespace kdcl

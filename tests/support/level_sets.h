// A set that asks for the level of another, for tests of `level_of`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/school_text.h"

namespace kdcl::test {

/// Three levels: H.1.1 and H.1.2 are judged, H.1.3 asks for ten rooms.
inline constexpr std::string_view kHelper = R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
  3: {title: {@}}
fields:
  rooms: {title: {vi: Số phòng, en: Rooms}, type: integer}
  far: {title: {vi: Xa, en: Far}, type: flag}
standards:
  - id: H
    title: {@}
    criteria:
      - {id: H.1, title: {@}, levels: {1: {@}, 2: {@}, 3: {@, require: {measure: rooms, at_least: 10}}}}
)";

/// Takes the second level's indicator away from 2021 on: level 2 is then reached with level 1.
inline constexpr std::string_view kAmendedHelper = R"(
amends: phu
changes: [{at: H.1.2, remove: true}]
)";

/// The set "thu", whose only indicator 1.1.1a has this requirement, then the helper "phu", and its
/// amendment "phu-sua" if that is wanted.
inline std::vector<CriteriaSet> level_sets(std::string_view requirement, bool is_amended = false) {
  const std::string own =
      one_criterion("fields:\n  far: {title: {vi: Xa, en: Far}, type: flag}\n",
                    "            a: {@, require: " + std::string(requirement) + "}\n");
  std::vector<SetText> texts{{own, {}}, {kHelper, {.id = "phu", .applies_to = ""}}};
  if (is_amended)
    texts.push_back(
        {kAmendedHelper, {.id = "phu-sua", .in_force = "{from: 2021-01-01}", .applies_to = ""}});
  return sets_of(texts);
}

/// The same as a run whose rows may take the first set only.
inline Run level_run(std::string_view requirement, bool is_amended = false) {
  Run run = make_run(level_sets(requirement, is_amended), kNoDate);
  run.open_to = 1;
  return run;
}

}  // namespace kdcl::test

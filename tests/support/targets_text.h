// Targets as short texts, for tests of reading and marking.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/small/targets.h"
#include "support/school_text.h"

namespace kdcl::test {

/// Two levels of one criterion, an award for level 2; fields and a measure.
inline Run targets_run() {
  return run_of(R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
awards:
  national_standard: [{level: 2, title: {@}}]
fields:
  pupils: {title: {vi: Số học sinh, en: Pupils}, type: integer}
  teachers: {title: {vi: Số giáo viên, en: Teachers}, type: integer}
  remote: {title: {vi: Vùng khó khăn, en: Difficult area}, type: flag}
  motto: {title: {vi: Khẩu hiệu, en: Motto}, type: text}
measures:
  load: {title: {@}, formula: pupils / teachers}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {@}, 2: {@}}}
)");
}

/// The targets of a file, or what was said.
struct TargetsRead {
  std::optional<std::vector<Target>> targets;
  std::string said;
};

inline TargetsRead read_targets_text(std::string_view text, Language language = Language::en) {
  Diagnostics diagnostics(language);
  TargetsRead read;
  read.targets = read_targets("t.yaml", text, targets_run(), diagnostics);
  read.said = format_diagnostics(diagnostics, false);
  CHECK(read.targets.has_value() == read.said.empty());
  return read;
}

/// One target from the lines under its id, title and first key; its keys stand in column 5, the
/// lines from line 4 on.
inline std::string one_target(std::string_view lines) {
  std::string text = "targets:\n  - id: a\n    title: A\n";
  while (!lines.empty()) {
    const size_t end = std::min(lines.find('\n'), lines.size() - 1);
    text += "    ";
    text += lines.substr(0, end + 1);
    lines.remove_prefix(end + 1);
  }
  return text;
}

}  // namespace kdcl::test

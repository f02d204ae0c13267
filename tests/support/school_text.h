// Criteria sets and school data as short texts, for tests of reading and scoring.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"
#include "model/school_table.h"
#include "read/csv/blocks.h"
#include "read/csv/csv.h"
#include "read/csv/grid.h"
#include "read/schools/schools.h"

namespace kdcl::test {

/// What stands above the body of a set.
struct SetHead {
  std::string_view id = "thu";
  std::string_view in_force = "{from: 2018-10-10, to: 2026-07-06}";
  std::string_view applies_to = "school_type == 'tieu_hoc'";  ///< empty: a helper set
};

/// A set from its levels, fields, measures and standards in YAML, in which `@` stands for the keys
/// of a text in both languages. A fault in it fails the test.
[[nodiscard]] CriteriaSet set_of(std::string_view body, const SetHead& head = {});

/// Criterion 1.1 with the indicators 1.1.1 and 1.1.2; level 2 is the national standard.
inline constexpr std::string_view kTwoLevels = R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
awards:
  national_standard: [{level: 2, title: {@}, valid_years: 5}]
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {@}, 2: {@}}}
)";
/// Criterion 1.1 with the indicator 1.1.1, without awards.
inline constexpr std::string_view kOneLevel = R"(
levels:
  1: {title: {@}}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {@}}}
)";

/// Sets that find each other by their ids.
struct SetText {
  std::string_view body;
  SetHead head;
};
[[nodiscard]] std::vector<CriteriaSet> sets_of(const std::vector<SetText>& texts);

/// A run of one set.
[[nodiscard]] Run run_of(std::string_view body, const SetHead& head = {});

/// One standard with one criterion "1.1" at level 1, from the lines of its indicators.
[[nodiscard]] std::string one_criterion(std::string_view fields, std::string_view indicators);

/// A file of schools read in one block, and what was said.
struct SchoolsRead {
  explicit SchoolsRead(Language language) : diagnostics(language) {}

  Diagnostics diagnostics;
  TextBlock block;
  Grid grid;
  Binding binding;
  SchoolTable table;

  [[nodiscard]] std::string faults() const { return format_diagnostics(diagnostics, false); }
};

/// Reads the file "data.csv".
[[nodiscard]] std::unique_ptr<SchoolsRead> read_schools(const Run& run, std::string_view csv,
                                                        bool strict = false,
                                                        Language language = Language::en);

/// A file with one primary school assessed on 2024-05-31, and more columns. Cells are separated by
/// semicolons.
[[nodiscard]] std::string one_school(std::string_view columns, std::string_view cells);

/// Bytes as a source: a file in memory.
[[nodiscard]] ByteSource source_of(std::string_view bytes);

/// Text as a block, with the padding that readers ask for.
[[nodiscard]] TextBlock block_of(std::string_view text);

}  // namespace kdcl::test

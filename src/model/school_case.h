// Codes of evidence: how they are compared and printed, and the criterion they speak of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/criteria.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "model/score.h"

namespace kdcl {

/// What two spellings of one code have in common: capitals, without brackets around it, the
/// criterion unpadded ("H1-1.01-02" is "H1-1.1-02").
[[nodiscard]] std::string bare_code(std::string_view written);

/// The code as the set writes it: in the brackets of its pattern, or bare if that has none.
[[nodiscard]] std::string printed_code(const CriteriaSet& set, std::string_view written);

/// The criterion whose id stands in the code between other signs than digits; of several the
/// longest. Nothing if there is none.
[[nodiscard]] std::optional<uint32_t> criterion_of_code(const CriteriaSet& set,
                                                        std::string_view written);

// The figures of the data tables of a school's report: what stands in the cells of
// CriteriaSet::data_tables.

struct DataRowValues {
  size_t row = 0;              ///< in the table of the set
  std::vector<double> values;  ///< by column, or by school year; kUnknown where nothing is known
};

struct DataTableValues {
  size_t table = 0;                 ///< in the set
  std::vector<DataRowValues> rows;  ///< those that the school's form has
};

struct DataValues {
  std::vector<int> years;               ///< first calendar years of the school years, rising
  std::vector<DataTableValues> tables;  ///< those that the school's form has
};

// Score results as names in expressions. They stand as fields after those of the run, in the order
// of ResultColumn, so that expressions need not know them: read/targets parses with these fields,
// score/targets gives their columns.

/// The columns of results that `score` writes: no names for fields, and passed over when its output
/// is read as school data.
inline constexpr std::array<std::string_view, 14> kScoreColumns = {
    "level",   "level_max", "school_level", "accreditation",  "national_standard",
    "met",     "not_met",   "unknown",      "not_applicable", "blocking",
    "missing", "sensitive", "what_if",      "in_register"};

/// Numbers. The awards are numbered from 1; 0 is none (award_number).
enum class ResultColumn : uint8_t {
  level,
  level_max,
  school_level,
  accreditation,
  national_standard,
};
inline constexpr size_t kResultColumns = 5;

/// As in the columns that `score` writes.
[[nodiscard]] std::string_view result_name(ResultColumn column);

/// The fields of the run, then one for each result.
[[nodiscard]] std::vector<Field> fields_with_results(const Run& run);

// What a school's own report is about: an assessment, and what stands beside it.

/// What became of a plan by a later assessment.
enum class PlanOutcome : uint8_t {
  done,
  late,        ///< its day has passed, and what it was for is still in the way
  open,        ///< still to be done, or its day is not known
  not_needed,  ///< what it was for is no longer asked
};

/// A plan of an earlier assessment, and what became of it.
struct TrackedPlan {
  std::string criterion;             ///< id
  const PlanEntry* entry = nullptr;  ///< null: something was in the way that nobody planned for
  std::vector<std::string> then;     ///< indicators of the criterion that were in the way
  std::vector<std::string> now;      ///< those of them that are still not met or unknown
  PlanOutcome outcome = PlanOutcome::open;
};

/// One assessment of a school, or of one of its stages.
struct SchoolCase {
  RowAt row;
  std::optional<RowAt> external{};  ///< the latest by others, under the same set
  /// One row a school year, the last of each, up to that of `row`; rising.
  std::vector<RowAt> years{};
  std::optional<RowAt> earlier{};  ///< the assessment before this one, under whatever set
  std::vector<TrackedPlan> tracked{};

  [[nodiscard]] const SchoolNotes& notes() const { return row.block->notes[row.row]; }
};

/// The latest assessment of a school: one case, or one a stage.
struct SchoolFile {
  std::vector<SchoolCase> cases;

  [[nodiscard]] std::string_view text(IdentityColumn column) const {
    for (const SchoolCase& each : cases)
      if (const std::string_view text = each.row.text(column); !text.empty()) return text;
    return {};
  }
};

/// The first calendar year of the school year of a day, which begins in August; 0 if the day is
/// unknown.
[[nodiscard]] int school_year(Day day);

}  // namespace kdcl

// The reports of `kdcl score` for people: all schools as text or as a workbook, one school in full.
// Every figure comes from the scored blocks; here they are only counted and put into words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/counted.h"
#include "model/left_out.h"
#include "model/register.h"
#include "model/report.h"
#include "model/run.h"
#include "model/school_rows.h"

namespace kdcl {

struct ScoreReportOptions {
  Language language = Language::vi;
  std::optional<GroupColumn> by{};
  std::string version{};
  std::vector<InputFile> inputs{};
  std::string settings{};  ///< the options of the run as they were given
  std::optional<int64_t>
      created{};  ///< seconds since 1970; absent: the day of the data, so that two runs agree
  const SchoolRegister* schools = nullptr;  ///< of --schools; marks who is not in it
  std::vector<LeftOut> left_out{};          ///< of --keep-going
  std::optional<CountedSchools> counted{};  ///< absent: shares are of all rows
};

/// The overview, one line a school in input order, and the rows out of scope, for plain text.
[[nodiscard]] Report make_score_text(const Run& run, const std::vector<ScoredBlock>& blocks,
                                     const ScoreReportOptions& options);

/// Sheets: summary with live counts, schools, criteria by school (one a criteria set in use),
/// sources. Rows are made while they are written: everything given must stay as long.
[[nodiscard]] Report make_score_workbook(const Run& run, const std::vector<ScoredBlock>& blocks,
                                         const ScoreReportOptions& options);

/// Everything about one school: a sheet for each of its rows, before them one with its stages where
/// it has several. No sheets if no row has this id. Needs details (ScoreOptions::details): figures,
/// monitors and conditions are empty without.
[[nodiscard]] Report make_school_report(const Run& run, const std::vector<ScoredBlock>& blocks,
                                        std::string_view school_id,
                                        const ScoreReportOptions& options);

/// Why no criteria set covers a row: a sentence without a full stop.
[[nodiscard]] std::string out_of_scope_reason(const SchoolTable& table, size_t row,
                                              Language language);

/// Appends the rows of a block without a criteria set, in input order.
void append_out_of_scope(const SchoolTable& table, Language language,
                         std::vector<OutOfScope>& rows);

}  // namespace kdcl

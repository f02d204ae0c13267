// The reports of `kdcl score` for people: all schools as text or as a workbook, one school in full.
// Every figure comes from the scored blocks; here they are only counted and put into words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/register.h"
#include "model/report.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "model/summary.h"
#include "report/score/counts.h"

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

// The parts that the text and the workbook of `score` share.

/// Scored rows found and counted, ready to be laid out.
struct ScoreView {
  const Run& run;
  const std::vector<ScoredBlock>& blocks;
  const ScoreReportOptions& options;
  std::vector<SchoolRows> schools;  ///< of all rows: a line each
  std::vector<SchoolRows> counted;  ///< those that shares are of
  ScoreCounts counts;               ///< of all lines
  ScoreCounts shares;               ///< of those that shares are of
  RowCounts rows;

  [[nodiscard]] Language language() const { return options.language; }
  /// Some lines are no part of the shares.
  [[nodiscard]] bool leaves_out() const { return counted.size() < schools.size(); }
};
/// A report without sheets: its language, title, program, and the time it counts as made at.
/// Without a given time that is the day of the run, else `day`, the last of the data, so that two
/// runs give the same bytes.
[[nodiscard]] Report empty_report(std::string title, Day day, const Run& run,
                                  const ScoreReportOptions& options);

[[nodiscard]] ScoreView view_scores(const Run& run, const std::vector<ScoredBlock>& blocks,
                                    const ScoreReportOptions& options);

/// "597 trường, tính đến 31/12/2023".
[[nodiscard]] std::string count_line(const ScoreView& view);
/// Which schools the shares are of, or why there are none; empty where they are of all lines.
[[nodiscard]] std::string shares_line(const ScoreView& view);
/// "609 dòng, 12 ngoài phạm vi".
[[nodiscard]] std::string rows_line(const ScoreView& view);
/// "Tiêu chí: 17/2018/TT-BGDĐT (trường tiểu học), …" of the sets at `sets`.
[[nodiscard]] std::string criteria_line(const ScoreView& view, const std::vector<size_t>& sets);

/// The same without the titles: "17/2018/TT-BGDĐT, …", each document once.
[[nodiscard]] std::string document_list(const ScoreView& view, const std::vector<size_t>& sets);
/// Positions of the sets that rows have, rising.
[[nodiscard]] std::vector<size_t> used_sets(const ScoreView& view);

/// Share of schools at national standard by decision, among those whose set has such awards, and a
/// remark on levels, expired and undated ones.
[[nodiscard]] Share decision_share(const ScoreView& view);
[[nodiscard]] std::string decision_remark(const ScoreView& view);

/// Schools by the value of the column of --by, in input order, those without a value last.
struct ValueGroup {
  std::string title;
  std::vector<SchoolRows> schools;
};
[[nodiscard]] std::vector<ValueGroup> group_schools(const ScoreView& view,
                                                    const std::vector<size_t>& sets);
/// A school's value of that column in words; empty if unknown.
[[nodiscard]] std::string group_value(const ScoreView& view, const SchoolRows& school);
/// False for a school that the register of --schools does not have.
[[nodiscard]] bool is_listed(const ScoreView& view, const SchoolRows& school);
/// The title of that column.
[[nodiscard]] std::string group_title(const ScoreView& view);

/// The column that says where a school is: the district where the data have one, else the commune.
[[nodiscard]] IdentityColumn place_column(const ScoreView& view);

/// The rows of low certainty texts as "5.5.1a (12)", by set.
[[nodiscard]] std::string doubtful_list(const ScoreView& view);

}  // namespace kdcl

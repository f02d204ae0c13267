// Where everything comes from: the tables of the last sheet of every workbook.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/language.h"
#include "model/register.h"
#include "model/report.h"
#include "model/run.h"
#include "report/summary/summary.h"

namespace kdcl {

/// An indicator that decided verdicts though its text is of low certainty, or in doubt on the days.
struct DoubtfulItem {
  size_t set = 0;
  size_t indicator = 0;
  size_t rows = 0;
};

/// A table with these heads. Four columns for all tables of sources: name, two short ones, and a
/// wide one for sums of 64 digits.
[[nodiscard]] Table source_table(Language language, const Message& title,
                                 const std::vector<Message>& heads);

/// The program, then what is said of the run; lines without a text are left out.
[[nodiscard]] Table run_table(Language language, const std::string& version,
                              const std::vector<std::pair<Message, std::string>>& lines);
/// Sets with document, dates and digest, each with those it amends; these and the two below take in
/// the sets whose level the given ones ask for.
[[nodiscard]] Table sets_table(const Run& run, const std::vector<size_t>& sets, Language language);
/// Files with their digests.
[[nodiscard]] Table inputs_table(const std::vector<InputFile>& inputs, Language language);
/// What is not fully established of the amendments in these sets; without rows if everything is.
[[nodiscard]] Table unsettled_table(const Run& run, const std::vector<size_t>& sets,
                                    Language language);
/// The same as lines for a page of text, one a set.
[[nodiscard]] std::vector<std::string> unsettled_lines(const Run& run,
                                                       const std::vector<size_t>& sets,
                                                       Language language);
/// Rows that --keep-going left out; without rows if none was.
[[nodiscard]] Table left_out_table(const std::vector<LeftOut>& left_out, Language language);
/// Items of low certainty.
[[nodiscard]] Table doubtful_table(const Run& run, const std::vector<DoubtfulItem>& items,
                                   Language language);
/// Items in doubt: on which days, and why.
[[nodiscard]] Table doubts_table(const Run& run, const std::vector<DoubtfulItem>& items,
                                 Language language);
/// The same as lines for a page of text, one a doubt.
[[nodiscard]] std::vector<std::string> doubt_lines(const Run& run,
                                                   const std::vector<DoubtfulItem>& items,
                                                   Language language);

// What is assumed in place of the criteria (Run::assumptions), in words, for whatever it touched.

/// Puts a line for each assumption of the run right below the title of every sheet.
void state_assumptions(const Run& run, Report& report);

/// The assumptions for a sheet of sources; without rows if there are none.
[[nodiscard]] Table assumptions_table(const Run& run, Language language);

}  // namespace kdcl

namespace kdcl::words {

// How reports state what is assumed.

inline constexpr Message kAssumptions{"Giả định (--set)", "What if (--set)"};
}  // namespace kdcl::words

namespace kdcl {

// Who is in the register of schools without data of the year, and who only in the data.

/// By place, then in the order of the register: id, name, type, place, day of the last row. No rows
/// if all are received.
[[nodiscard]] Table not_received_table(const SummaryView& view, std::string title);

/// Schools of the data that the register does not have, by place.
[[nodiscard]] Table unlisted_table(const SummaryView& view, std::string title);

}  // namespace kdcl

// What commands that make papers (report, summary, recheck) have in common: the options after
// checking, and what was read for them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "command/options.h"
#include "model/letterhead.h"
#include "model/register.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "report/common/paper.h"

namespace kdcl {

struct PaperJob {
  Language language = Language::vi;
  OutputFormat format = OutputFormat::text;
  Run run{};
  std::optional<Expression> where{};
  std::optional<GroupColumn> by{};
  std::optional<Day> since{};                       ///< --since; kNoDate: every day
  std::shared_ptr<const SchoolRegister> schools{};  ///< --schools; null where it is not given
  Letterhead letterhead{};
  bool color = false;
  std::optional<int64_t> created{};  ///< time of a workbook; absent: the day of the data
  std::string settings{};            ///< the options as given, for the sources of a workbook
  std::vector<InputFile> files{};    ///< read besides data and criteria
};

/// All but `settings`. `letterhead`: its file, may be empty. Nothing if there is no run; other
/// faults are only in `diagnostics`.
[[nodiscard]] std::optional<PaperJob> read_paper_job(const SharedOptions& shared,
                                                     OutputFormat format,
                                                     const std::string& letterhead,
                                                     Diagnostics& diagnostics);

/// Every file that the job is read from. None of them may be written.
[[nodiscard]] std::vector<std::string> input_names(const SharedOptions& shared,
                                                   const PaperJob& job);

/// What the paper says of itself. `inputs`: the data that were read.
[[nodiscard]] PaperOptions paper_options(const PaperJob& job, std::vector<InputFile> inputs);

}  // namespace kdcl

// What commands that make papers (report, summary, recheck) have in common: the options after
// checking, and what was read for them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "command/options.h"
#include "model/letterhead.h"
#include "model/register.h"
#include "model/run.h"
#include "model/school_rows.h"
#include "model/targets.h"
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

// The small files beside school data: targets and letterheads.

/// Nothing if the file can't be read or has faults. Its name and digest are added to `inputs`.
[[nodiscard]] std::optional<std::vector<Target>> read_targets_file(const std::string& path,
                                                                   const Run& run,
                                                                   std::vector<InputFile>& inputs,
                                                                   Diagnostics& diagnostics);
[[nodiscard]] std::optional<Letterhead> read_letterhead_file(const std::string& path,
                                                             std::vector<InputFile>& inputs,
                                                             Diagnostics& diagnostics);

// The files of a folder of reports.

/// A file's name, without its ending, from a school's id: letters and digits of ASCII, "-", "_" and
/// "." stay, each other letter becomes "_"; nothing that Windows keeps for itself.
[[nodiscard]] std::string report_name(std::string_view school_id);

/// The paths of the reports in the folder, in order. Errors if two ids give one name, whatever its
/// case, or if a path is one of the inputs.
[[nodiscard]] std::vector<std::string> report_paths(const std::string& folder,
                                                    const std::vector<std::string>& ids,
                                                    std::string_view ending,
                                                    const std::vector<std::string>& inputs,
                                                    Diagnostics& diagnostics);

/// Makes the folder if there is none. False, with an error, if it can't, if it is a file, or if it
/// holds anything and `force` does not say that this may be so.
[[nodiscard]] bool prepare_folder(const std::string& folder, bool force, Diagnostics& diagnostics);

}  // namespace kdcl

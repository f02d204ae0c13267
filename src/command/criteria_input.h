// The files that a command line names: a folder stands for the tables in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "command/options.h"
#include "model/run.h"
#include "score/assumption_use.h"

namespace kdcl {

/// The files of school data that names stand for: for a folder those in it whose names end in
/// .xlsx, .xlsm, .csv, .yaml or .yml, by name and without those of its own folders. Warnings: files
/// that Excel leaves (`~$...`), which are passed over, and other tables in a folder. Errors: a
/// folder without data, nothing but what Excel left. What comes back stays as it is when it goes in
/// again.
[[nodiscard]] std::vector<std::string> input_files(const std::vector<std::string>& named,
                                                   Diagnostics& diagnostics);

// The criteria sets of a run: those named with -c, shipped or from files, else all shipped ones.

/// The bytes of a file of at most 4 MiB. Nothing, and an error, if it is larger or can't be read.
[[nodiscard]] std::optional<std::string> read_small_file(const std::string& path,
                                                         Diagnostics& diagnostics);

/// A shipped set by its id; nothing if there is none.
[[nodiscard]] std::optional<CriteriaSet> find_shipped_set(const std::string& id);

/// A set from a YAML file, with its digest; the sets that it names are looked for among `files`
/// first. Nothing if it has faults.
[[nodiscard]] std::optional<CriteriaSet> read_criteria_file(const std::string& path,
                                                            const std::vector<std::string>& files,
                                                            Diagnostics& diagnostics);

/// The set that -c or `show` names: a shipped id, or a file, which finds others among `files`. An
/// unknown name is an error with the nearest id.
[[nodiscard]] std::optional<CriteriaSet> find_set(const std::string& name,
                                                  const std::vector<std::string>& files,
                                                  Diagnostics& diagnostics);

/// The YAML files beside one, among which a set finds those it names where no others are given.
[[nodiscard]] std::vector<std::string> files_beside(const std::string& name);

/// The set that `template` names, then those whose level it asks for, which a file finds among
/// those beside it, with what is shipped to amend them. Empty, with errors, if there are faults.
[[nodiscard]] std::vector<CriteriaSet> find_set_with_asked(const std::string& name,
                                                           Diagnostics& diagnostics);

/// Adds the shipped sets that others lack: those whose level they ask for, and those that amend
/// these. Sets in files must be there already.
void add_asked_sets(std::vector<CriteriaSet>& sets);

/// --date; kNoDate if it is not given. Nothing, with an error, if it is no date.
[[nodiscard]] std::optional<Day> read_run_date(const SharedOptions& options,
                                               Diagnostics& diagnostics);

/// The run of the sets and date that the options name. Nothing if there are faults.
[[nodiscard]] std::optional<Run> read_run(const SharedOptions& options, Diagnostics& diagnostics);

/// Warns of assumptions (--set) whose condition held for no school.
void warn_of_unused(const AssumptionUse& use, const SharedOptions& options,
                    Diagnostics& diagnostics);

/// Every file that a run is read from: data and criteria. None of them may be written.
[[nodiscard]] std::vector<std::string> input_names(const SharedOptions& options, const Run& run);

}  // namespace kdcl

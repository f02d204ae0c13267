// Reading and writing for `kdcl report`: all rows are kept, for a school's report shows its earlier
// years and other assessors too.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "command/paper_job.h"
#include "command/school_input.h"
#include "model/report.h"
#include "model/run.h"
#include "model/school_case.h"
#include "score/score.h"

namespace kdcl {

class ReportRun {
 public:
  /// Of one school, or of all if `school` is empty.
  ReportRun(const PaperJob& job, std::string school)
      : job_(job), school_(std::move(school)), scorer_(job.run) {}

  /// Side by side: scores a block.
  void work(SchoolBlock& block) const;
  /// In order: keeps it, with what is wrong with its notes in `diagnostics`.
  void hand_on(SchoolBlock& block, Diagnostics& diagnostics);
  /// After the last block: finds the schools of the files without faults.
  void finish(const SchoolInput& input);

  [[nodiscard]] const std::vector<SchoolFile>& schools() const { return schools_; }
  [[nodiscard]] Report make_report(const SchoolFile& school) const;

 private:
  const PaperJob& job_;
  std::string school_;
  Scorer scorer_;
  std::vector<ScoredBlock> blocks_;
  std::vector<std::string> sources_;  ///< a block: its file
  std::vector<TextBlock> texts_;      ///< the tables point into these
  std::vector<Grid> grids_;
  std::vector<SchoolFile> schools_;
  std::vector<InputFile> common_;            ///< tables for all schools
  std::map<std::string, InputFile> inputs_;  ///< the others, by name
};

/// Writes the reports of all schools to `paths`, side by side. Returns how many could be written;
/// why the others could not is printed.
[[nodiscard]] size_t write_reports(const ReportRun& run, const PaperJob& job,
                                   const std::vector<std::string>& paths,
                                   const SharedOptions& options);

/// As text; `width` 0: as for a page.
[[nodiscard]] std::string report_text(const Report& report, size_t width, bool color);

}  // namespace kdcl

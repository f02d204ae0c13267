// Reads the register of schools that --schools names.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "command/options.h"
#include "model/register.h"
#include "model/run.h"

namespace kdcl {

struct SchoolBlock;

/// Null where there is no --schools, and with errors where it can't be read.
[[nodiscard]] std::shared_ptr<const SchoolRegister> read_register(const SharedOptions& options,
                                                                  const Run& run,
                                                                  Diagnostics& diagnostics);

// What --keep-going leaves out.

/// The schools and files that a run left out, and why.
class LeftOutSchools {
 public:
  /// A row of a school.
  void add(const std::string& school_id, const Diagnostic& fault);
  /// A file that can't be read for its faults; its name stands for the school.
  void add_file(const std::string& file, const Diagnostics& found);
  /// What a block left out, whose places count from its start until here.
  void add_block(SchoolBlock& block);
  /// Puts them in the order of these files and of their rows.
  void sort(const std::vector<std::string>& files);

  [[nodiscard]] bool has(const std::string& school_id) const { return ids_.contains(school_id); }
  [[nodiscard]] const std::vector<LeftOut>& schools() const { return schools_; }
  [[nodiscard]] const Diagnostics& faults() const { return faults_; }

 private:
  std::vector<LeftOut> schools_;
  std::vector<Location> places_;  ///< of each
  std::set<std::string> ids_;
  Diagnostics faults_{Language::vi};
};

/// Errors of `faults` that are of rows of the block, and those rows, go to what the block left out;
/// warnings stay. Nothing changes if an error is of no row: then the block can't be trusted. True
/// if rows were taken out.
bool leave_out_rows(SchoolBlock& block, Diagnostics& faults);

/// The same for rows that are there twice, told with places in the file.
bool leave_out_repeated(SchoolBlock& block, uint64_t first_line, Diagnostics& repeated);

}  // namespace kdcl

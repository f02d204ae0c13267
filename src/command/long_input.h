// Which kind of table a file holds, and the long tables among the files of a run, which are read
// before all others.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/score.h"
#include "read/encoding.h"
#include "read/long_table.h"
#include "read/sheet_rows.h"

namespace kdcl {

/// By the endings of their names.
[[nodiscard]] bool is_yaml(const std::string& name);
[[nodiscard]] bool is_workbook(const std::string& name);

/// What faults in a sheet call the place.
[[nodiscard]] std::string table_name(const std::string& file, const SheetName& sheet);

/// The first sheet with a column of school ids, for covers and instructions may stand before it;
/// else the first that is shown, whose faults then say what is missing.
[[nodiscard]] const SheetName* find_wide_sheet(Workbook& workbook);

class LongInput {
 public:
  /// `hash`: digests of the files are wanted. Sheets of workbooks are looked at unless the user
  /// named one.
  LongInput(const Run& run, Encoding encoding, bool hash, bool may_look_at_sheets)
      : results_(run), encoding_(encoding), hash_(hash), may_look_at_sheets_(may_look_at_sheets) {}

  /// Reads the file if it is a long table; then it is done with, and true comes back. Of a workbook
  /// the sheets with long tables are read; its wide table is still to come.
  [[nodiscard]] bool read(const std::string& name, Diagnostics& diagnostics);

  [[nodiscard]] LongResults& results() { return results_; }
  /// Names and digests of the files that were long tables.
  [[nodiscard]] const std::vector<InputFile>& inputs() const { return inputs_; }

 private:
  void read_sheets(const std::string& name, Diagnostics& diagnostics);

  LongResults results_;
  Encoding encoding_;
  bool hash_;
  bool may_look_at_sheets_;
  std::vector<InputFile> inputs_;
};

}  // namespace kdcl

#include "command/summary_files.h"

#include "base/file.h"
#include "command/criteria_input.h"
#include "read/letterhead.h"
#include "read/targets.h"

namespace kdcl {

std::optional<std::vector<Target>> read_targets_file(const std::string& path, const Run& run,
                                                     std::vector<InputFile>& inputs,
                                                     Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = read_small_file(path, diagnostics);
  if (!bytes) return {};
  inputs.push_back({path, sha256_of(*bytes)});
  return read_targets(path, *bytes, run, diagnostics);
}

std::optional<Letterhead> read_letterhead_file(const std::string& path,
                                               std::vector<InputFile>& inputs,
                                               Diagnostics& diagnostics) {
  const std::optional<std::string> bytes = read_small_file(path, diagnostics);
  if (!bytes) return {};
  inputs.push_back({path, sha256_of(*bytes)});
  return read_letterhead(path, *bytes, diagnostics);
}

}  // namespace kdcl

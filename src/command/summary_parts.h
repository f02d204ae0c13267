// Adds sums of other summaries (--partial) to those of the data.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "command/paper_job.h"
#include "model/run.h"
#include "model/summary.h"
#include "model/targets.h"

namespace kdcl {

/// The files that are sums, taken out of `files`.
[[nodiscard]] std::vector<std::string> take_partials(std::vector<std::string>& files);

/// Reads the files and adds them to `sum`, whose `summary` may still be without schools: then the
/// first file says the days and the column of places, where options do not. An error if a file is
/// of other days, other places or other targets, or if two hold the same data. The inputs of the
/// sum stand in the order in which `named` has them, or the sums that they are from.
void add_partials(const std::vector<std::string>& files, const std::vector<std::string>& named,
                  const PaperJob& job, const std::vector<Target>& targets, PartialSummary& sum,
                  Diagnostics& diagnostics);

}  // namespace kdcl

// Scored rows put together to what each school's own report is about. Rows need their notes.
#pragma once

#include <vector>

#include "model/run.h"
#include "model/school_case.h"
#include "model/score.h"

namespace kdcl {

/// The schools in scope, each id once, in the order of their first rows: of each the latest
/// self-assessment, or the latest external one where there is no other; its stages in input order.
[[nodiscard]] std::vector<SchoolFile> find_files(const Run& run,
                                                 const std::vector<ScoredBlock>& blocks);

}  // namespace kdcl

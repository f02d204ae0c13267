// A school's own report in the official forms: what `kdcl report` writes.
#pragma once

#include "model/letterhead.h"
#include "model/report.h"
#include "model/run.h"
#include "model/school_case.h"
#include "report/score/score.h"

namespace kdcl {

/// The sheets of one school: digest, forms of its circular, evidence, plan, sources; of each stage
/// where it has several. `data` has the values of each case. Rows need their details and notes.
[[nodiscard]] Report make_forms(const Run& run, const SchoolFile& file,
                                const std::vector<DataValues>& data, const Letterhead& letterhead,
                                const ScoreReportOptions& options);

}  // namespace kdcl

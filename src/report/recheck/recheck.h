// The report of `kdcl recheck`: as text for a terminal, and as the workbook a department signs,
// from whose tables CSV and JSON are written too. Every figure comes from the Recheck.
#pragma once

#include <string>

#include "model/recheck.h"
#include "model/report.h"
#include "model/run.h"
#include "report/common/paper.h"
#include "report/common/school_list.h"

namespace kdcl {

/// What the reports are made from.
struct RecheckView {
  const Run& run;
  const Recheck& recheck;
  const PaperOptions& options;

  [[nodiscard]] Language language() const { return options.language; }
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(options.language));
  }
  [[nodiscard]] PlaceWords places() const { return {run, recheck.place, options.language}; }
};

/// One page: the share now and what it would become; then what to do: schools that fall short or
/// are doubtful, renewals to be filed; then by type and place, and the other lists.
[[nodiscard]] Report make_recheck_text(const RecheckView& view);

/// The eight sheets. Tables and columns have ids, for CSV and JSON.
[[nodiscard]] Report make_recheck_workbook(const RecheckView& view);

}  // namespace kdcl

// The report of `kdcl summary`: as text for a terminal, and as the workbook a department signs,
// from whose tables CSV and JSON are written too. Every figure comes from the Summary and the
// records.
#pragma once

#include <string>
#include <vector>

#include "model/register.h"
#include "model/report.h"
#include "model/run.h"
#include "model/summary.h"
#include "model/targets.h"
#include "report/common/paper.h"
#include "report/common/school_list.h"

namespace kdcl {

/// What the reports are made from. Records are of the schools of which there is more than sums;
/// there may be none.
struct SummaryView {
  const Run& run;
  const Summary& summary;
  const std::vector<SchoolRecord>& records;
  const std::vector<Target>& targets;
  const PaperOptions& options;
  const GapsOf& gaps;  ///< of rows of records
  const std::vector<NotReceived>& not_received;
  const std::vector<LeftOut>& left_out;

  [[nodiscard]] bool has_register() const { return !summary.register_sha256.empty(); }

  [[nodiscard]] Language language() const { return options.language; }
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(options.language));
  }
  [[nodiscard]] PlaceWords places() const { return {run, summary.place, options.language}; }
};

/// Without sheets yet.
[[nodiscard]] Report empty_summary_report(const SummaryView& view);

/// One page: by school type, targets, by place, weaknesses, strengths, expiries, data that are
/// missing.
[[nodiscard]] Report make_summary_text(const SummaryView& view);

/// Ten sheets, and two more for data of several years. Tables and columns have ids, for CSV and
/// JSON.
[[nodiscard]] Report make_summary_workbook(const SummaryView& view);

}  // namespace kdcl

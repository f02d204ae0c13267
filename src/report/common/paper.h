// What official papers have around their tables: the state heading and the places to sign.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/letterhead.h"
#include "model/report.h"
#include "model/run.h"

namespace kdcl {

/// What a paper is told beside its figures.
struct PaperOptions {
  Language language = Language::vi;
  std::string version{};
  std::vector<InputFile> inputs{};
  std::string settings{};            ///< the options of the run as they were given
  std::optional<int64_t> created{};  ///< as in ScoreReportOptions
  Letterhead letterhead{};
};

/// A report without sheets: its language, title, program, and the time it counts as made at: that
/// of the options, else `day`.
[[nodiscard]] Report empty_report(const PaperOptions& options, const Message& title, Day day);

/// A page without tables: heading, title, one line below it, signatures dated `day`, and that the
/// result supports the council's conclusion.
[[nodiscard]] Sheet paper_page(const PaperOptions& options, const Message& tab, std::string title,
                               std::string subtitle, Day day);

/// The heading of the letterhead; a side it leaves out has the usual lines, with the province left
/// open.
[[nodiscard]] Heading state_heading(const Letterhead& letterhead, Language language);

/// Place and date, and who signs: those of the letterhead, or who made the paper and the head.
[[nodiscard]] SignatureBlock signature_block(const Letterhead& letterhead, Day day,
                                             Language language);

}  // namespace kdcl

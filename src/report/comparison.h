// The comparison of schools for people: who moved between two files, years, assessments or sets,
// and why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/comparison.h"
#include "model/report.h"

namespace kdcl {

struct ComparisonView {
  const Run& run;
  const SchoolComparison& comparison;
  Language language = Language::vi;
  std::string before{}, after{};  ///< what the sides are: "schools-2022.csv", "2023"
  std::vector<InputFile> inputs{};
  std::string settings{};
  std::string version{};
  std::optional<int64_t> created{};

  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(language));
  }
};

/// One page: how many moved from which level to which, each school that moved with its causes, and
/// the schools of one side only.
[[nodiscard]] Report make_comparison_text(const ComparisonView& view);

/// Sheets: levels before and after, moves by place and type of school, schools that moved, schools
/// of one side only, sources.
[[nodiscard]] Report make_comparison_workbook(const ComparisonView& view);

/// A cause in words: "2.2.3b: đánh giá đạt → không đạt".
[[nodiscard]] std::string cause_text(const Run& run, const ComparedSchool& school,
                                     const Cause& cause, Language language);

}  // namespace kdcl

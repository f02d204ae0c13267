// What `kdcl compare` says.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/language.h"
#include "command/options.h"
#include "command/school_input.h"
#include "model/run.h"
#include "model/score.h"

namespace kdcl::message {

inline constexpr Message kNothingToCompare{
    "cần hai tệp, hoặc một tệp cùng với --years, --assessment, hai -c, --set hay --amend",
    "two files are needed, or one with --years, --assessment, two -c, --set or --amend"};
}  // namespace kdcl::message

namespace kdcl {

// What the two sides of `kdcl compare` are: files, years, assessors, criteria sets, or the rules as
// they stand and as they are assumed.

struct CompareOptions {
  SharedOptions shared;
  std::vector<std::string> years, assessors;  ///< two each, or none
};

/// One side. Both have the same sets and fields, but their rows may not take the same ones.
struct CompareSide {
  Run run;
  std::string title;  ///< in words
  std::vector<std::string> files;
  std::optional<int> year{};  ///< of the rows that count; absent: all
  std::string assessment{};   ///< the same; empty: all
};

struct CompareSides {
  CompareSide before, after;
};

/// Nothing, with errors, if the options are wrong or leave open what is to be compared.
[[nodiscard]] std::optional<CompareSides> find_sides(const CompareOptions& options,
                                                     Diagnostics& diagnostics);

// Reads and scores the rows of both sides of `kdcl compare`. Files that both sides have are read
// once.

/// The scored rows that each side is about. Those of the later side may point into texts of the
/// earlier one's.
struct ComparedRows {
  std::vector<ScoredBlock> before, after;
  std::vector<InputFile> inputs;  ///< of both sides, each once
};

/// `where` is asked on each side by itself. A side without any row is an error.
[[nodiscard]] ComparedRows read_sides(const CompareSides& sides,
                                      const std::optional<Expression>& where,
                                      const SchoolInputOptions& options, Diagnostics& diagnostics);

}  // namespace kdcl

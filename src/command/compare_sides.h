// What the two sides of `kdcl compare` are: files, years, assessors, criteria sets, or the rules as
// they stand and as they are assumed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "command/options.h"
#include "model/run.h"

namespace kdcl {

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

}  // namespace kdcl

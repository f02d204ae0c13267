// What decides an indicator, where the two sides of a comparison differ in it, in words.
#pragma once

#include <string>
#include <utility>

#include "model/run.h"
#include "model/same_rules.h"

namespace kdcl {

/// "tỉ lệ hoàn thành ≥ 70 % (ngoại lệ: vùng khó khăn: ≥ 60 %)" before and after; conditions and
/// calculations are told where nothing else differs. Empty where one side has nothing.
[[nodiscard]] std::pair<std::string, std::string> requirement_change(const Run& run,
                                                                     const RuleChange& change,
                                                                     Language language);
/// "vùng khó khăn: ≥ 60 %" before and after; the same.
[[nodiscard]] std::pair<std::string, std::string> exception_change(const Run& run,
                                                                   const RuleChange& change,
                                                                   Language language);

}  // namespace kdcl

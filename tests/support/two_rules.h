// A run of two sets that differ only in what decides their one indicator, 1.1.1.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "support/school_text.h"

namespace kdcl::test {

/// `rules` are what stands behind the text of the indicator: "require: {...}", "where: ...".
[[nodiscard]] inline Run two_rules(std::string_view before, std::string_view after,
                                   std::string_view formula_after = "100 * done / pupils") {
  const auto set = [](std::string_view id, std::string_view rules, std::string_view formula) {
    return set_of(fmt::format(R"(
levels:
  1: {{title: {{@}}}}
fields:
  pupils: {{title: {{vi: Sĩ số, en: Pupils}}, type: integer}}
  done: {{title: {{vi: Xong, en: Done}}, type: integer}}
  remote: {{title: {{vi: Xa, en: Remote}}, type: flag}}
  library:
    title: {{vi: Thư viện, en: Library}}
    type: scale
    values: [{{id: basic, title: {{vi: đạt, en: basic}}}}, {{id: good, title: {{vi: tốt, en: good}}}}]
measures:
  rate: {{title: {{vi: Tỉ lệ xong, en: Share done}}, unit: "%", formula: {}}}
standards:
  - id: "1"
    title: {{@}}
    criteria:
      - {{id: "1.1", title: {{@}}, levels: {{1: {{@{}{}}}}}}}
)",
                              formula, rules.empty() ? "" : ", ", rules),
                  {.id = id});
  };
  return make_run({set("truoc", before, "100 * done / pupils"), set("sau", after, formula_after)},
                  kNoDate);
}

inline constexpr std::string_view kPlainRate = "require: {measure: rate, at_least: 70}";
/// With exceptions: for remote schools, then for small ones.
inline constexpr std::string_view kRateWithExceptions =
    "require: {measure: rate, at_least: 70, exceptions: ["
    "{where: remote, at_least: 60, because: {vi: Vùng xa, en: Far away}}, "
    "{where: pupils < 50, at_least: 65.5, because: {vi: Trường nhỏ, en: Small school}}]}";

}  // namespace kdcl::test

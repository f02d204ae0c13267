// What a requirement compares with: the operator and the value beside it. Read from criteria files,
// and from assumptions typed on the command line, by the same rules.
#pragma once

#include <optional>
#include <string_view>

#include "model/criteria.h"
#include "read/yaml_values.h"

namespace kdcl {

/// "at_least".
[[nodiscard]] std::string_view name_of(Comparison comparison);
/// The comparison of that name; nothing for any other word.
[[nodiscard]] std::optional<Comparison> find_operator(std::string_view name);
/// All names, for messages.
inline constexpr std::string_view kOperatorList = "at_least, at_most, more_than, less_than, equals";

/// The one comparison that is a key of the map. An error if there is none or several.
[[nodiscard]] std::optional<Comparison> read_comparison(const YamlValues& values,
                                                        const YamlNode& map);

/// True if the field that is compared, null for a measure, knows the comparison; else an error.
bool check_comparison(const YamlValues& values, const YamlNode& map, Comparison comparison,
                      const Field* field);

/// The value at the comparison's key in the figure's own terms: a flag as 0 or 1, a date in days, a
/// choice as its position. `field` is null for a measure.
[[nodiscard]] std::optional<double> read_value(const YamlValues& values, const YamlNode& map,
                                               Comparison comparison, const Field* field);

/// The level of a set with `top` levels at the comparison's key, 0 for none reached; not one that
/// no school can be above or below, where that is asked.
[[nodiscard]] std::optional<double> read_level(const YamlValues& values, const YamlNode& map,
                                               Comparison comparison, int top);

/// True if `value` asks more than `other`, of the same comparison. Values of `equals` are neither
/// looser nor stricter.
[[nodiscard]] bool asks_more(Comparison comparison, double value, double other);

}  // namespace kdcl

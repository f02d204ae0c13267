// What a requirement compares with: the operator and the value beside it. Read from criteria files,
// and from assumptions typed on the command line, by the same rules.
#pragma once

#include <optional>
#include <string_view>

#include "model/criteria.h"
#include "read/criteria/reading.h"
#include "read/yaml/values.h"

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

// The requirements of an indicator: a figure, a comparison, a value and its exceptions.

/// Reads the `require` of an indicator, one requirement or a list of them, and notes their values
/// in `reading.thresholds`.
void read_requirements(CriteriaReading& reading, const YamlValues& values, const YamlNode& map,
                       Indicator& indicator);

/// Reports the noted values that ask less at a higher level (same measure, comparison and
/// conditions), and forgets them.
void check_thresholds(CriteriaReading& reading, Diagnostics& diagnostics);

/// The position of a measure or field of that id; an error with the nearest name if there is none.
/// Neither, and no error, if the name's own fault was reported.
struct FigureName {
  const Measure* measure = nullptr;
  const Field* field = nullptr;
};
[[nodiscard]] FigureName find_figure(CriteriaReading& reading, const YamlValues& values,
                                     const YamlNode& name, std::string_view key);

/// The figure itself: the measure's formula, or the field alone.
[[nodiscard]] Expression figure_of(const CriteriaReading& reading, const FigureName& name);

// The levels of a set, what each asks of the whole school, and the awards that follow from them.

/// The highest level a set may have: one digit, so that indicator names can be read back.
inline constexpr int kHighestLevel = 9;

/// The level that a key names, between 1 and the set's highest; nothing, and an error, for any
/// other.
[[nodiscard]] std::optional<int> read_level_key(const CriteriaReading& reading,
                                                const YamlValues& values, const YamlNode& key,
                                                std::string_view name);

/// Reads `levels`: 1, 2, ... in order, with their needs spelled out.
void read_levels(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

/// Reads `awards`, once the levels and fields are known.
void read_awards(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

/// Reports needs that ask more criteria than their group has, once all criteria are known.
void check_counted_needs(const CriteriaReading& reading, Diagnostics& diagnostics);

}  // namespace kdcl

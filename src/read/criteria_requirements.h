// The requirements of an indicator: a figure, a comparison, a value and its exceptions.
#pragma once

#include "read/criteria_reading.h"

namespace kdcl {

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

}  // namespace kdcl

// Figures as people read them in their language: decimal sign, groups of three digits, percentages.
#pragma once

#include <string>

#include "base/language.h"

namespace kdcl {

/// The sign between whole and decimals: a comma in Vietnamese, a point in English.
[[nodiscard]] inline char decimal_sign(Language language) {
  return language == Language::vi ? ',' : '.';
}

/// `value` rounded to `decimals` places, whole digits in groups of three: 41.000,5 in Vietnamese,
/// 41,000.5 in English. "" for kUnknown.
[[nodiscard]] std::string format_figure(double value, int decimals, Language language);

/// "66,0 %" of 394 of 597; "–" of nothing of nothing, which is no figure.
[[nodiscard]] std::string format_percentage(double part, double whole, Language language);

}  // namespace kdcl

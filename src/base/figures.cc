#include "base/figures.h"

#include <algorithm>

#include "base/number.h"

namespace kdcl {

std::string format_figure(double value, int decimals, Language language) {
  std::string text = format_rounded(value, decimals, decimal_sign(language));
  const size_t sign = text.starts_with('-') ? 1 : 0;
  size_t place = std::min(text.find(decimal_sign(language)), text.size());
  while (place > sign + 3) {
    place -= 3;
    text.insert(place, 1, language == Language::vi ? '.' : ',');
  }
  return text;
}

std::string format_percentage(double part, double whole, Language language) {
  if (whole == 0) return "–";
  return format_figure(100 * part / whole, 1, language) + " %";
}

}  // namespace kdcl

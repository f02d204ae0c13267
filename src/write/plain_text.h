// Reports as text for a terminal or a pipe: aligned columns, no lines drawn around them, nothing
// said by colour alone.
#pragma once

#include <string>

#include "model/report.h"

namespace kdcl {

struct TextLayout {
  size_t width =
      80;  ///< columns of the terminal; 0: as wide as the tables are (prose still breaks at 80)
  bool color = false;  ///< escape sequences for tones; the words are the same
};

/// All sheets one below the other. Tables are fitted to the width by what their columns allow
/// (Fit); figures and codes are never cut, so a line may be longer than a very narrow terminal. No
/// line ends in blanks.
[[nodiscard]] std::string write_plain_text(const Report& report, const TextLayout& layout);

}  // namespace kdcl

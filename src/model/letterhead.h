// What a department writes around its papers: the lines of the heading, the place, who signs. Read
// from YAML by read/letterhead; the format is in docs/letterhead.md. What a file leaves out is
// empty here, and reports then put the neutral words of report/paper.
#pragma once

#include <string>
#include <vector>

#include "base/language.h"

namespace kdcl {

struct Signer {
  LocalText title;  ///< NGƯỜI LẬP BIỂU, GIÁM ĐỐC
  LocalText note;   ///< "(Ký tên, đóng dấu)"; empty for the usual words
  LocalText name;   ///< empty: left to be written by hand
};

/// All texts are single lines.
struct Letterhead {
  std::vector<LocalText> left;   ///< the authority, its superior first; empty: the usual lines
  std::vector<LocalText> right;  ///< the state and its motto; empty: the usual lines
  LocalText place;               ///< before the date of the signatures; empty: left open
  std::vector<Signer> signers;   ///< from left to right; empty: the usual ones
};

}  // namespace kdcl

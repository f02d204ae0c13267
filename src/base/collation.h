// The order of names in a Vietnamese dictionary, as bytes that compare plainly.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kdcl {

/// A key whose bytes compare as the names do: letters first (a ă â b c d đ e ê …), then tones
/// (ngang, huyền, hỏi, ngã, sắc, nặng), then small before capital. Digits count by value; blanks
/// and punctuation stand before digits, digits before letters. Composed and decomposed text have
/// the same key. Texts of equal keys may differ ("01", "1"): compare their bytes then.
/// Source of the order: CLDR, collation vi.
[[nodiscard]] std::string collation_key(std::string_view text);

/// Sorts names so; those of equal keys by their bytes, so that the order is always the same.
void sort_names(std::vector<std::string>& names);

}  // namespace kdcl

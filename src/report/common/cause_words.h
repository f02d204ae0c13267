// Two versions of a sentence with the words marked that differ, so that they are found without
// colour.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace kdcl {

/// Both texts with what the other lacks between « and »: "ít nhất «70» %" and "ít nhất «75» %".
/// Brackets, quotes and the marks at the end of a word are words of their own. The texts as they
/// are if less than half of the words of the longer one are in both: then there is nothing to look
/// for.
[[nodiscard]] std::pair<std::string, std::string> mark_changed_words(std::string_view before,
                                                                     std::string_view after);

}  // namespace kdcl

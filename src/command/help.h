// Help pages in the language of the run: CLI11's own words are English, and it counts bytes where
// columns have to stand below each other.
#pragma once

#include <memory>

#include "base/language.h"

namespace CLI {
class FormatterBase;
}

namespace kdcl {

/// For the program before its commands are added: they take it over.
[[nodiscard]] std::shared_ptr<CLI::FormatterBase> make_help_formatter(Language language);

}  // namespace kdcl

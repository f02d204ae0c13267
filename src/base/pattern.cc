#include "base/pattern.h"

#include <regex>

namespace kdcl {

struct Pattern::Compiled {
  std::regex expression;
};

std::optional<Pattern> Pattern::read(const std::string& text) {
  try {
    Pattern pattern;
    pattern.compiled_ = std::make_shared<const Compiled>(Compiled{std::regex(text)});
    return pattern;
  } catch (const std::regex_error&) {
    return {};
  }
}

bool Pattern::matches(std::string_view text) const {
  if (text.size() > kLongestMatch) return false;
  try {
    return std::regex_search(text.begin(), text.end(), compiled_->expression);
  } catch (const std::regex_error&) {
    return false;  // too much work for the library
  }
}

}  // namespace kdcl

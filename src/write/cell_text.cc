#include "write/cell_text.h"

#include <algorithm>
#include <array>

#include "base/number.h"
#include "base/text.h"

namespace kdcl {
namespace {

constexpr std::array<Message, 4> kVerdictWords{
    Message{"đạt", "met"}, Message{"không đạt", "not met"}, Message{"chưa rõ", "unknown"},
    Message{"không áp dụng", "not applicable"}};

std::string level_text(const LevelRange& range) {
  if (range.level == kNoLevel) return {};
  const std::string level = std::to_string(range.level);
  return range.level_max == range.level ? level : level + "-" + std::to_string(range.level_max);
}

/// A change that is a gain says so; a loss has its minus anyway.
std::string with_sign(std::string text, double value, bool is_change) {
  return is_change && value > 0 ? "+" + text : text;
}

struct TextOf {
  Language language;

  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(const Number& number) const {
    const std::string text = with_sign(format_figure(number.value, number.decimals, language),
                                       number.value, number.signed_value);
    return text.empty() || number.unit.empty() ? text : text + " " + number.unit;
  }
  std::string operator()(const Share& share) const {
    return share_counts(share, language) + "  " + share_percentage(share, language);
  }
  std::string operator()(const LevelRange& range) const { return level_text(range); }
  std::string operator()(Verdict verdict) const {
    return std::string(kVerdictWords[static_cast<size_t>(verdict)].in(language));
  }
  std::string operator()(const DateCell& date) const {
    return date.day == kNoDate ? std::string() : format_day_first(date.day);
  }
  std::string operator()(const Bar&) const { return {}; }
  std::string operator()(const Formula& formula) const {
    if (!formula.percent)
      return with_sign(format_figure(formula.value, formula.decimals, language), formula.value,
                       formula.signed_value);
    return format_figure(formula.value * 100, formula.decimals, language) + " %";
  }
};

}  // namespace

std::string mended_utf8(std::string_view text) {
  std::string mended;
  while (!text.empty()) {
    size_t length = std::min<size_t>(4, text.size());
    while (length > 0 && !is_utf8(text.substr(0, length))) --length;
    mended += length > 0 ? text.substr(0, length) : std::string_view("\xEF\xBF\xBD");
    text.remove_prefix(std::max<size_t>(1, length));
  }
  return mended;
}

std::string share_counts(const Share& share, Language language) {
  return format_figure(share.part, 0, language) + "/" + format_figure(share.whole, 0, language);
}

std::string share_percentage(const Share& share, Language language) {
  return format_percentage(share.part, share.whole, language);
}

std::string cell_text(const Content& content, Language language) {
  return std::visit(TextOf{language}, content);
}

}  // namespace kdcl

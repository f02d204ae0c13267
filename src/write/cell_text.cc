#include "write/cell_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "base/number.h"
#include "base/text.h"

namespace kdcl {
namespace {

/// Of the letters from the blank to the tilde, in thousandths, as the font's makers publish them.
constexpr std::array<uint16_t, 95> kAscii = {
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,  // to /
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,  // to ?
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,  // to O
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,  // to _
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,  // to o
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541};

constexpr double kSmall = 0.5, kCapital = 0.722, kWide = 1;  // widest of their kind

/// The code point that begins at `at`, which moves behind it. The text is taken to be UTF-8.
uint32_t next_code(std::string_view text, size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  uint32_t code = first < 0x80 ? first : first < 0xE0 ? first & 0x1FU : first & 0x0FU;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
    code = code << 6 | (static_cast<unsigned char>(text[at++]) & 0x3FU);
  return code;
}

/// In the blocks with the letters of Vietnamese capitals and small letters alternate.
double extent_of(uint32_t code) {
  if (code < 0x20 || code == 0x7F) return 0;
  if (code < 0x7F) return kAscii[code - 0x20] / 1000.0;
  if (code >= 0x300 && code < 0x370) return 0;  // combining
  if (code < 0xC0) return kSmall;
  if (code < 0x100) return code < 0xDF ? kCapital : kSmall;
  if (code >= 0x1AF && code <= 0x1B0) return code == 0x1AF ? kCapital : kSmall;
  if (code < 0x250 || (code >= 0x1E00 && code < 0x1F00)) return code % 2 == 0 ? kCapital : kSmall;
  return kWide;
}

/// Takes the text up to the next place where a line may end.
std::string_view take_part(std::string_view& text) {
  const size_t end = std::min(text.find_first_of(" -\n"), text.size() - 1) + 1;
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end);
  return part;
}

}  // namespace

double text_extent(std::string_view text) {
  double extent = 0;
  for (size_t at = 0; at < text.size();) extent += extent_of(next_code(text, at));
  return extent;
}

double longest_part(std::string_view text) {
  double longest = 0;
  while (!text.empty()) {
    std::string_view part = take_part(text);
    if (part.ends_with(' ')) part.remove_suffix(1);
    longest = std::max(longest, text_extent(part));
  }
  return longest;
}

size_t printed_lines(std::string_view text, double width) {
  size_t lines = 1;
  double used = 0;
  while (!text.empty()) {
    const std::string_view word = take_part(text);
    // A blank at the end of a line may hang over.
    const double blank = word.back() == ' ' ? kAscii[0] / 1000.0 : 0;
    const double extent = text_extent(word);
    if (used > 0 && used + extent - blank > width) {
      ++lines;
      used = 0;
    }
    used += extent;
    if (used - blank > width) {
      const double more = std::ceil((used - blank) / width) - 1;
      lines += static_cast<size_t>(more);
      used -= more * width;
    }
    if (word.back() == '\n') {
      ++lines;
      used = 0;
    }
  }
  return lines;
}

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

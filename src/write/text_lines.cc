#include "write/text_lines.h"

#include <algorithm>
#include <cmath>

#include "base/controls.h"
#include "base/text.h"

namespace kdcl {
namespace {

std::string_view color_of(Tone tone) {
  switch (tone) {
    case Tone::plain: return "";
    case Tone::good: return "32";
    case Tone::fair: return "36";
    case Tone::poor: return "33";
    case Tone::bad: return "31";
    case Tone::quiet: return "2";
  }
  return "";
}

}  // namespace

std::string printable(std::string_view text) {
  return without_controls(text, LineBreaks::as_blanks);
}

std::vector<std::string> wrap_text(std::string_view text, size_t width) {
  std::vector<std::string> lines;
  std::string line;
  while (!text.empty()) {
    const size_t word = std::min(text.find_first_not_of(' '), text.size());
    size_t end = std::min(text.find(' ', word), text.size());
    if (text.substr(end).starts_with(" %")) end = std::min(text.find(' ', end + 1), text.size());
    const std::string_view piece = text.substr(0, end);  // blanks, then a word
    if (!line.empty() && width > 0 && display_width(line) + display_width(piece) > width) {
      lines.push_back(std::move(line));
      line = piece.substr(word);
    } else {
      line += piece;
    }
    text.remove_prefix(end);
  }
  lines.push_back(std::move(line));
  return lines;
}

std::string pad_text(std::string_view text, size_t width, Align align) {
  const size_t used = display_width(text);
  if (used >= width) return std::string(text);
  const size_t blank = width - used;
  const size_t left = align == Align::left ? 0 : align == Align::right ? blank : blank / 2;
  return std::string(left, ' ') + std::string(text) + std::string(blank - left, ' ');
}

std::string draw_bar(double part, size_t width) {
  constexpr std::string_view kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const double clamped = std::clamp(part, 0.0, 1.0);
  auto eighths = static_cast<size_t>(std::lround(clamped * static_cast<double>(width) * 8));
  if (clamped > 0) eighths = std::max<size_t>(1, eighths);  // few is not none
  std::string bar;
  for (size_t i = 0; i < eighths / 8; ++i) bar += "█";
  bar += kEighths[eighths % 8];
  return bar;
}

std::string painted(const std::string& text, const Style& style, bool color) {
  const std::string_view tone = color_of(style.tone);
  if (!color || text.empty() || (tone.empty() && !style.bold)) return text;
  std::string out = "\033[";
  if (style.bold) out += tone.empty() ? "1" : "1;";
  out += tone;
  return out + "m" + text + "\033[0m";
}

void append_line(std::string_view line, std::string& out) {
  out += line.substr(0, line.find_last_not_of(' ') + 1);
  out += '\n';
}

}  // namespace kdcl

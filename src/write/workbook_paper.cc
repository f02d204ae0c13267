#include "write/workbook_paper.h"

#include <algorithm>
#include <span>
#include <vector>

namespace kdcl {
namespace {

/// A line in which every part of the width has its own text; those of `underlined` are underlined.
void write_parts(Page& page, uint32_t row, const std::vector<std::string_view>& texts, Look look,
                 const std::vector<bool>& underlined = {}) {
  const std::vector<size_t> bounds = split_columns(page.place(), texts.size());
  size_t lines = 1;
  for (size_t i = 0; i + 1 < bounds.size(); ++i)
    lines = std::max(lines,
                     lines_of(texts[i], width_between(page.place(), bounds[i], bounds[i + 1] - 1),
                              look.style, look.size));
  look.align = Align::center;
  look.wrap = lines > 1;
  set_height(page, row, lines);
  for (size_t i = 0; i + 1 < bounds.size(); ++i) {
    look.underline = i < underlined.size() && underlined[i];
    write_merged(page, row, bounds[i], bounds[i + 1] - 1, texts[i], look);
  }
}

/// A sheet of one column has a right half only.
void write_halves(Page& page, uint32_t row, std::string_view left, std::string_view right,
                  const Style& style, bool left_underlined = false, bool right_underlined = false) {
  if (page.last_column() == 0)
    return write_parts(page, row, {right}, {.style = style}, {right_underlined});
  write_parts(page, row, {left, right}, {.style = style}, {left_underlined, right_underlined});
}

void write_signers(Page& page, uint32_t row, std::span<const Signature> people) {
  const auto line = [&](uint32_t at, std::string Signature::*text, const Style& style) {
    std::vector<std::string_view> texts;
    for (const Signature& person : people) texts.push_back(person.*text);
    const auto is_empty = [](std::string_view part) { return part.empty(); };
    if (std::all_of(texts.begin(), texts.end(), is_empty)) return;
    write_parts(page, at, texts, {.style = style});
  };
  line(row, &Signature::title, {.bold = true});
  line(row + 1, &Signature::note, {.italic = true});
  line(row + kSignerRows - 1, &Signature::name, {.bold = true});
}

}  // namespace

void write_heading(Page& page, const Heading& heading) {
  const size_t lines = std::max(heading.left.size(), heading.right.size());
  const auto line = [](const std::vector<std::string>& side, size_t i) {
    return i < side.size() ? std::string_view(side[i]) : std::string_view();
  };
  for (size_t i = 0; i < lines; ++i)
    write_halves(page, static_cast<uint32_t>(i), line(heading.left, i), line(heading.right, i),
                 {.bold = true}, i + 1 == heading.left.size(), i + 1 == heading.right.size());
}

void write_centered(Page& page, uint32_t row, std::string_view text, const Look& look) {
  const double width = width_between(page.place(), 0, page.last_column());
  set_height(page, row, lines_of(text, width, look.style, look.size), look.size);
  write_merged(page, row, 0, page.last_column(), text, look);
}

void write_signatures(Page& page, const SignatureBlock& block) {
  const uint32_t row = page.place().signatures;
  write_halves(page, row, {}, block.place_and_date, {.italic = true});
  const std::span<const Signature> people = block.people;
  const size_t abreast = page.place().widths.size();
  for (size_t i = 0, tier = 0; i < people.size(); i += abreast, ++tier)
    write_signers(page, row + 1 + static_cast<uint32_t>(tier) * kSignerRows,
                  people.subspan(i, std::min(abreast, people.size() - i)));
}

}  // namespace kdcl

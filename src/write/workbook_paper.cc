#include "write/workbook_paper.h"

#include <algorithm>

namespace kdcl {
namespace {

void write_halves(Page& page, uint32_t row, std::string_view left, std::string_view right,
                  Look look) {
  const size_t middle = middle_column(page.place());
  if (middle > page.last_column()) return write_text(page, row, 0, right, look);
  look.align = Align::center;
  write_merged(page, row, 0, middle - 1, left, look);
  write_merged(page, row, middle, page.last_column(), right, look);
}

}  // namespace

void write_heading(Page& page, const Heading& heading) {
  const size_t lines = std::max(heading.left.size(), heading.right.size());
  const auto line = [](const std::vector<std::string>& side, size_t i) {
    return i < side.size() ? std::string_view(side[i]) : std::string_view();
  };
  for (size_t i = 0; i < lines; ++i)
    write_halves(page, static_cast<uint32_t>(i), line(heading.left, i), line(heading.right, i),
                 {.style = {.bold = true}, .underline = i + 1 == lines});
}

void write_centered(Page& page, uint32_t row, std::string_view text, const Look& look) {
  const double width = width_between(page.place(), 0, page.last_column());
  set_height(page, row, lines_of(text, width, look.style, look.size), look.size);
  write_merged(page, row, 0, page.last_column(), text, look);
}

void write_signatures(Page& page, const SignatureBlock& block) {
  const uint32_t row = page.place().signatures;
  write_halves(page, row, {}, block.place_and_date, {.style = {.italic = true}});
  if (block.people.empty()) return;
  const Signature& right = block.people.back();
  const Signature left = block.people.size() > 1 ? block.people.front() : Signature{};
  write_halves(page, row + 1, left.title, right.title, {.style = {.bold = true}});
  write_halves(page, row + 2, left.note, right.note, {.style = {.italic = true}});
}

}  // namespace kdcl

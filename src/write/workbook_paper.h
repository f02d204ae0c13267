// What stands around the tables of a workbook's sheet: heading, titles, places to sign.
#pragma once

#include <string_view>

#include "write/workbook_book.h"

namespace kdcl {

void write_heading(Page& page, const Heading& heading);

/// A line of text over the whole width, as high as it needs.
void write_centered(Page& page, uint32_t row, std::string_view text, const Look& look);

void write_signatures(Page& page, const SignatureBlock& block);

}  // namespace kdcl

// One table of a report as lines of terminal text.
#pragma once

#include <string>

#include "model/report.h"
#include "write/plain_text.h"

namespace kdcl {

/// Appends the table without its title, every line set in by `indent` blanks. Header labels that
/// cover several columns are left out: the innermost label of each column is shown.
void append_table(const Table& table, Language language, const TextLayout& layout, size_t indent,
                  std::string& out);

}  // namespace kdcl

// Where the labels of a table's header stand, for every writer that has columns.
#pragma once

#include <cstddef>
#include <vector>

#include "model/report.h"

namespace kdcl {

/// One header label with the place it takes; rows count from the table's first header row.
struct PlacedLabel {
  const HeaderCell* label = nullptr;
  size_t row = 0;
  size_t column = 0;
};

/// The labels in the order of the header: each takes the first free place from the left of its row.
[[nodiscard]] std::vector<PlacedLabel> place_labels(const Table& table);

}  // namespace kdcl

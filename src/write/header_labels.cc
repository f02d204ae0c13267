#include "write/header_labels.h"

namespace kdcl {

std::vector<PlacedLabel> place_labels(const Table& table) {
  std::vector<PlacedLabel> labels;
  std::vector<size_t> busy(table.columns.size(), 0);  // header rows still covered from above
  for (size_t row = 0; row < table.header.size(); ++row) {
    size_t column = 0;
    for (const HeaderCell& label : table.header[row]) {
      while (column < busy.size() && busy[column] > 0) ++column;
      labels.push_back({&label, row, column});
      for (size_t i = 0; i < label.columns && column < busy.size(); ++i)
        busy[column++] = label.rows;
    }
    for (size_t& rows : busy) rows -= rows > 0;
  }
  return labels;
}

}  // namespace kdcl

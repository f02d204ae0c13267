// The figures of the data tables of a school's report: what stands in the cells of
// CriteriaSet::data_tables.
#pragma once

#include <cstddef>
#include <vector>

namespace kdcl {

struct DataRowValues {
  size_t row = 0;              ///< in the table of the set
  std::vector<double> values;  ///< by column, or by school year; kUnknown where nothing is known
};

struct DataTableValues {
  size_t table = 0;                 ///< in the set
  std::vector<DataRowValues> rows;  ///< those that the school's form has
};

struct DataValues {
  std::vector<int> years;               ///< first calendar years of the school years, rising
  std::vector<DataTableValues> tables;  ///< those that the school's form has
};

}  // namespace kdcl

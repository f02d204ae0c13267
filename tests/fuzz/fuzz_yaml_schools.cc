// Any bytes as a YAML file of schools: faults or a grid whose every cell can be read.
#include <cstdlib>
#include <list>

#include "read/csv/csv.h"
#include "read/schools/yaml_schools.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  kdcl::Diagnostics diagnostics(kdcl::Language::en);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto table = kdcl::read_yaml_schools("fuzz.yaml", bytes, diagnostics);
  (void)kdcl::format_diagnostics(diagnostics, false);
  if (!table && !diagnostics.has_errors()) std::abort();
  if (!table) return 0;
  const kdcl::Grid& grid = table->grid;
  const bool is_whole =
      table->names.size() == grid.columns && table->places.size() == grid.columns &&
      grid.places.size() == grid.rows * grid.columns && grid.lines.size() == grid.rows;
  if (!is_whole || grid.rows == 0) std::abort();
  std::list<std::string> kept;
  for (size_t row = 0; row < grid.rows; ++row)
    for (size_t column = 0; column < grid.columns; ++column)
      if (kdcl::cell_text(grid.cell(row, column), kept).size() > kdcl::kLongestCell) std::abort();
  return 0;
}

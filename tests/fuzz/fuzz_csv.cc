// libFuzzer entry: any bytes as a CSV file of schools: faults, or rows whose every cell can be
// read.
#include "fuzz_schools.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const kdcl::Run run = kdcl::fuzz::small_run();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  constexpr kdcl::Encoding kSaid[] = {kdcl::Encoding::unknown, kdcl::Encoding::windows_1258,
                                      kdcl::Encoding::tcvn3, kdcl::Encoding::utf16_little};
  (void)kdcl::fuzz::read_schools(
      run, bytes,
      [](const kdcl::Grid& grid, const kdcl::SchoolTable& table) {
        if (table.rows > grid.rows || grid.rows * grid.columns > kdcl::kMostCells + grid.columns)
          std::abort();
        std::list<std::string> kept;
        for (size_t row = 0; row < grid.rows; ++row)
          for (size_t column = 0; column < grid.columns; ++column)
            if (kdcl::cell_text(grid.cell(row, column), kept).size() > kdcl::kLongestCell)
              std::abort();
        for (size_t row = 0; row < table.rows; ++row)
          if (table.text_of(kdcl::IdentityColumn::school_id, row).empty()) std::abort();
      },
      kSaid[size / 2 % 4]);
  return 0;
}

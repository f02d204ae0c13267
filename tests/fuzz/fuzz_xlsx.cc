// libFuzzer entry: any bytes as a workbook, or as the XML of the sheet of one. What is read becomes
// rows that can be typed, or a fault; cells stand in order.
#include "fuzz_schools.h"
#include "read/schools/sheet_table.h"
#include "support/workbook_bytes.h"

namespace {

void read_book(const kdcl::Run& run, const std::string& bytes) {
  kdcl::Diagnostics diagnostics(kdcl::Language::en);
  const auto workbook = kdcl::Workbook::open("fuzz.xlsx", bytes, diagnostics);
  if ((workbook == nullptr) != diagnostics.has_errors()) std::abort();
  if (!workbook) return;
  const kdcl::ColumnNames known(run);
  kdcl::SheetReader reader(*workbook, *workbook->find_sheet("", diagnostics));
  std::optional<kdcl::SheetHeader> header;
  kdcl::SheetBlock block;
  uint32_t last_row = 0;
  while (reader.next(block, 1000)) {
    for (size_t row = 0; row < block.rows.size(); ++row) {
      if (block.rows[row].number <= last_row) std::abort();
      last_row = block.rows[row].number;
      for (size_t i = block.rows[row].first + 1; i < block.cells_end(row); ++i)
        if (block.cells[i].column <= block.cells[i - 1].column) std::abort();
    }
    if (!header) header = kdcl::find_sheet_header(block, known);
    if (!header) continue;
    const kdcl::Binding binding =
        kdcl::bind_columns(header->names, {"fuzz.xlsx"}, known, false, diagnostics);
    if (diagnostics.has_errors()) return;
    kdcl::Grid grid;
    kdcl::SchoolTable table;
    const kdcl::SheetTable read{"fuzz.xlsx:T", *header,
                                kdcl::columns_of_schools(binding, run, kdcl::Language::vi),
                                workbook.get()};
    kdcl::make_sheet_grid(block, read, grid, diagnostics);
    kdcl::SchoolReader(run, binding, "fuzz.xlsx:T", false).read(grid, table, diagnostics);
  }
  if (header) kdcl::check_sheet(reader, *header, "fuzz.xlsx:T", diagnostics);
  (void)kdcl::format_diagnostics(diagnostics, false);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const kdcl::Run run = kdcl::fuzz::small_run();
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("PK"))
    read_book(run, bytes);
  else
    read_book(run,
              kdcl::workbook_bytes(bytes, "<si><t>school_id</t></si><si><t>1.1.1a</t></si>",
                                   "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>"));
  return 0;
}

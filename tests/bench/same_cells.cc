// Writes the cells of a workbook again with libxlsxwriter and nothing else: the floor for any
// program that uses it.
//   same_cells CELLS OUT.xlsx       CELLS holds lines of tab-separated fields, as run_summary.py
//   dumps them: S name | N row column number | T row column text | F row column formula number
#include <xlsxwriter.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

int main(int count, char** words) {
  if (count != 3) return 2;
  std::ifstream cells(words[1]);
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  lxw_workbook* book = workbook_new_opt(words[2], &options);
  lxw_format* format = workbook_add_format(book);
  format_set_border(format, LXW_BORDER_THIN);
  lxw_worksheet* sheet = nullptr;
  for (std::string line; std::getline(cells, line);) {
    std::array<std::string, 5> fields;
    size_t begin = 0;
    for (std::string& field : fields) {
      const size_t end = line.find('\t', begin);
      field = line.substr(begin, end - begin);
      if (end == std::string::npos) break;
      begin = end + 1;
    }
    const auto row = static_cast<lxw_row_t>(std::atoi(fields[1].c_str()));
    const auto column = static_cast<lxw_col_t>(std::atoi(fields[2].c_str()));
    const char kind = fields[0][0];
    lxw_error error = LXW_NO_ERROR;
    if (kind == 'S') sheet = workbook_add_worksheet(book, fields[1].c_str());
    if (kind == 'N')
      error = worksheet_write_number(sheet, row, column, std::atof(fields[3].c_str()), format);
    if (kind == 'T') error = worksheet_write_string(sheet, row, column, fields[3].c_str(), format);
    if (kind == 'F')
      error = worksheet_write_formula_num(sheet, row, column, fields[3].c_str(), format,
                                          std::atof(fields[4].c_str()));
    if (!sheet || error != LXW_NO_ERROR) return 1;
  }
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}

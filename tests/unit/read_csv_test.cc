#include <doctest/doctest.h>
#include <fmt/format.h>

#include "read/csv/csv.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

struct HeaderRead {
  std::optional<CsvHeader> header;
  std::string said;
};

HeaderRead read_header(std::string_view text) {
  Diagnostics diagnostics(Language::en);
  BlockCutter cutter(test::source_of(text), "data.csv");
  HeaderRead result;
  if (cutter.start(diagnostics)) result.header = read_csv_header(cutter, diagnostics);
  result.said = format_diagnostics(diagnostics, false);
  return result;
}

using Cells = std::vector<std::string>;

struct HeaderCase {
  std::string_view text;
  char separator;
  Cells names;
  uint64_t line, rows_line;
};

TEST_CASE("csv: the header and its separator") {
  const HeaderCase cases[] = {
      {"a,b,c\n", ',', {"a", "b", "c"}, 1, 2},
      {"a;b;c\n", ';', {"a", "b", "c"}, 1, 2},
      {"a\tb\tc\n", '\t', {"a", "b", "c"}, 1, 2},
      {"a\r\n", ',', {"a"}, 1, 2},
      {"a,b", ',', {"a", "b"}, 1, 2},
      {"a;b,x;c\n", ';', {"a", "b,x", "c"}, 1, 2},
      // Inside quotes nothing counts.
      {"a;\"x,y,z\"\n", ';', {"a", "x,y,z"}, 1, 2},
      {"\"a\"\"b\"; c \r\n", ';', {"a\"b", "c"}, 1, 2},
      {"sep=;\na,b;c\n", ';', {"a,b", "c"}, 2, 3},
      {"SEP=,\r\na;b;c,d\r\n", ',', {"a;b;c", "d"}, 2, 3},
      {"sep=\t\na;b\tc\n", '\t', {"a;b", "c"}, 2, 3},
      {"sep=|\na;b|c\n", '|', {"a;b", "c"}, 2, 3},
      {"separate,b\n", ',', {"separate", "b"}, 1, 2},
      {"\n \r\n\na,b\n", ',', {"a", "b"}, 4, 5},
      {"\xEF\xBB\xBFsep=;\n\na;b\n", ';', {"a", "b"}, 3, 4},
      {"a,\"two\nlines\",b\nx\n", ',', {"a", "two\nlines", "b"}, 1, 3},
      {"a,\n", ',', {"a", ""}, 1, 2},
  };
  for (const HeaderCase& c : cases) {
    CAPTURE(c.text);
    const HeaderRead read = read_header(c.text);
    CHECK(read.said == "");
    REQUIRE(read.header.has_value());
    CHECK(read.header->separator == c.separator);
    CHECK(read.header->names == c.names);
    CHECK(read.header->line == c.line);
    CHECK(read.header->rows_line == c.rows_line);
  }
}

TEST_CASE("csv: faults of the header") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"sep=;\na;\"b\n1;2\n",
       "data.csv:2:2: error: the file ends inside the quotes opened here\n  hint: a closing quote "
       "may be missing\n"},
      {"a,b\"c\n",
       "data.csv:1:2: error: a quote stands in the wrong place in a cell\n"
       "  hint: put the whole cell in quotes and write each quote inside it twice\n"},
  };
  for (const auto& [text, said] : cases) {
    CAPTURE(text);
    const HeaderRead read = read_header(text);
    CHECK(read.said == said);
    CHECK_FALSE(read.header.has_value());
  }
}

std::string header_of(size_t columns, std::string_view name = "x") {
  std::string text;
  for (size_t i = 0; i < columns; ++i) text += fmt::format("{}{}{}", i == 0 ? "" : ",", name, i);
  return text + "\n";
}

TEST_CASE("csv: at most 20,000 columns") {
  const HeaderRead most = read_header(header_of(20000));
  CHECK(most.said == "");
  CHECK(most.header->names.size() == 20000);
  CHECK(read_header(header_of(20001)).said ==
        "data.csv:1: error: expected at most 20000 columns, found 20001\n");
}

TEST_CASE("csv: a header of more than a block") {
  const HeaderRead read = read_header(header_of(20000, std::string(150, 'n')) + "1\n");
  CHECK(read.said == "");
  REQUIRE(read.header.has_value());
  CHECK(read.header->names.size() == 20000);
  CHECK(read.header->names.back() == std::string(150, 'n') + "19999");
}

struct GridRead {
  Grid grid;
  TextBlock block;
  std::string said;
  bool is_read = false;
};

GridRead read_grid(std::string_view text, uint32_t columns, char separator = ',') {
  GridRead result;
  Diagnostics diagnostics(Language::en);
  result.block = test::block_of(text);
  result.is_read =
      read_csv_grid(result.block, separator, columns, "data.csv", result.grid, diagnostics);
  result.said = format_diagnostics(diagnostics, false);
  return result;
}

std::vector<Cells> rows_of(const Grid& grid) {
  std::vector<Cells> rows;
  std::list<std::string> kept;
  for (size_t row = 0; row < grid.rows; ++row) {
    Cells& cells = rows.emplace_back();
    for (size_t column = 0; column < grid.columns; ++column)
      cells.emplace_back(cell_text(grid.cell(row, column), kept));
  }
  return rows;
}

struct GridCase {
  std::string_view text;
  uint32_t columns;
  std::vector<Cells> rows;
  std::vector<uint64_t> lines;  // of the rows, from 0
  uint64_t line_count;
};

void check_grids(std::span<const GridCase> cases) {
  for (const GridCase& c : cases) {
    CAPTURE(c.text);
    const GridRead read = read_grid(c.text, c.columns);
    CHECK(read.is_read);
    CHECK(read.said == "");
    CHECK(rows_of(read.grid) == c.rows);
    std::vector<uint64_t> lines;
    for (size_t row = 0; row < read.grid.rows; ++row) lines.push_back(read.grid.line(row));
    CHECK(lines == c.lines);
    CHECK(read.grid.line_count == c.line_count);
  }
}

TEST_CASE("csv: whole rows") {
  const GridCase cases[] = {
      {"1,2\n3,4\n", 2, {{"1", "2"}, {"3", "4"}}, {0, 1}, 2},
      {"1,2\r\n3,4\r\n", 2, {{"1", "2"}, {"3", "4"}}, {0, 1}, 2},
      {"1\n2\n", 1, {{"1"}, {"2"}}, {0, 1}, 2},
      {" 1 ,\t2\n", 2, {{"1", "2"}}, {0}, 1},
      {"\"a,b\",\"c\"\"d\"\n", 2, {{"a,b", "c\"d"}}, {0}, 1},
      {"\"\",\"\"\"\"\n", 2, {{"", "\""}}, {0}, 1},
      {"\"a\",\"b\"\r\n", 2, {{"a", "b"}}, {0}, 1},
      {"\" a \",b\n", 2, {{"a", "b"}}, {0}, 1},
  };
  check_grids(cases);
}

TEST_CASE("csv: short and empty rows") {
  const GridCase cases[] = {
      {"1,2,3\n4\n5,6\n", 3, {{"1", "2", "3"}, {"4", "", ""}, {"5", "6", ""}}, {0, 1, 2}, 3},
      {"1,2\r\n3\r\n", 2, {{"1", "2"}, {"3", ""}}, {0, 1}, 2},
      {"1,2\n\n3,4\n", 2, {{"1", "2"}, {"3", "4"}}, {0, 2}, 3},
      {"1,2\n\r\n \t\n3,4\n", 2, {{"1", "2"}, {"3", "4"}}, {0, 3}, 4},
      {"1,2\n\"\"\n3,4\n", 2, {{"1", "2"}, {"3", "4"}}, {0, 2}, 3},
      {"\n\n", 2, {}, {}, 2},
      // Empty cells beyond the last column, as Excel likes to write them, are no long row if the
      // row is empty.
      {"1,2\n,,,,\n", 2, {{"1", "2"}}, {0}, 2},
      {"1,\n", 2, {{"1", ""}}, {0}, 1},
      {"\"1\"\n2,3\n", 2, {{"1", ""}, {"2", "3"}}, {0, 1}, 2},
  };
  check_grids(cases);
}

TEST_CASE("csv: line breaks inside quotes") {
  const GridCase cases[] = {
      {"\"a\nb\",1\nc,2\n", 2, {{"a\nb", "1"}, {"c", "2"}}, {0, 2}, 3},
      {"x,1\n\"a\r\n\r\nb\",2\r\nc,3\r\n",
       2,
       {{"x", "1"}, {"a\r\n\r\nb", "2"}, {"c", "3"}},
       {0, 1, 4},
       5},
      // With rows that must be mended too.
      {"\"a\nb\"\n\nc,2\n", 2, {{"a\nb", ""}, {"c", "2"}}, {0, 3}, 4},
      {"x\n\"\n\",1\ny\n", 2, {{"x", ""}, {"", "1"}, {"y", ""}}, {0, 1, 3}, 4},
  };
  check_grids(cases);
}

TEST_CASE("csv: long rows are faults, and the rest is read") {
  const GridRead read = read_grid("1,2\n3,4,5\n\"6\n\",7,8,9\n10,11\n", 2);
  CHECK(read.is_read);
  CHECK(read.said ==
        "data.csv:2:3: error: expected at most 2 cells, found 3\n"
        "data.csv:3:3: error: expected at most 2 cells, found 4\n");
  // Without the cells that have no column, so that the others' faults are told in the same run.
  CHECK(rows_of(read.grid) == std::vector<Cells>{{"1", "2"}, {"3", "4"}, {"6", "7"}, {"10", "11"}});
  CHECK(read.grid.line(3) == 4);
}

TEST_CASE("csv: quotes out of place") {
  constexpr std::string_view kStray =
      "error: a quote stands in the wrong place in a cell\n"
      "  hint: put the whole cell in quotes and write each quote inside it twice\n";
  constexpr std::string_view kOpen =
      "error: the file ends inside the quotes opened here\n  hint: a closing quote may be "
      "missing\n";
  struct Case {
    std::string_view text, place, said;
  };
  const Case cases[] = {
      {"1,2\na,b \"c\" d\n", "2:2", kStray},
      {"1,2\n\"a\" b,c\n", "2:1", kStray},
      {"1,\"2\n\"\n3, \"4\"\n", "3:2", kStray},
      {"1,2\n3,\"4\n5,6\n", "2:2", kOpen},
      {"1,\"a\"\"b\"\n\"3,4\n", "2:1", kOpen},
      {"1,\"a\"\"b\n", "1:2", kOpen},
      {"1,\"\"\"\n", "1:2", kOpen},
      {"\"a\nb\",\"c\n", "2:2", kOpen},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const GridRead read = read_grid(c.text, 2);
    CHECK_FALSE(read.is_read);
    CHECK(read.grid.rows == 0);
    CHECK(read.said == fmt::format("data.csv:{}: {}", c.place, c.said));
  }
}

constexpr size_t kMiB = size_t{1} << 20;

TEST_CASE("csv: a cell of at most 1 MiB") {
  const std::string most(kMiB, 'x');
  CHECK(read_grid("1,2\n3," + most + "\n", 2).said == "");
  CHECK(read_grid("1,2\n3," + most + "\r\n", 2).said == "");
  CHECK(read_grid("1,2\n3,\"" + most + "\"\n", 2).said == "");
  CHECK(read_grid("1,2\n3," + most + "x\n", 2).said ==
        "data.csv:2:2: error: a cell is longer than 1 MiB\n");
  CHECK(read_grid("1,2\n\"" + most + "x\",3\n", 2).said ==
        "data.csv:2:1: error: a cell is longer than 1 MiB\n");
}

TEST_CASE("csv: quotes left open over more than a cell's length") {
  CHECK(
      read_grid("1,2\n3,\"" + std::string(kMiB + 1, '\n'), 2).said ==
      "data.csv:2:2: error: a cell is longer than 1 MiB\n  hint: a closing quote may be missing\n");
}

TEST_CASE("csv: a row without an end") {
  const GridRead read = read_grid("1,2,3", 2);  // as the cutter gives one that is too long
  CHECK_FALSE(read.is_read);
  CHECK(read.said == "data.csv:1: error: a row is longer than 64 MiB\n");
}

TEST_CASE("csv: a row of 20,000 cells") {
  std::string row = "0";
  for (int i = 1; i < 20000; ++i) row += fmt::format(",{}", i);
  const GridRead read = read_grid(row + "\n" + row + "\n", 20000);
  CHECK(read.said == "");
  REQUIRE(read.grid.rows == 2);
  CHECK(read.grid.cell(1, 19999) == "19999");
}

TEST_CASE("csv: one grid for block after block") {
  Grid grid;
  Diagnostics diagnostics(Language::en);
  TextBlock first = test::block_of("\"a\nb\",1\n\nc\n");
  CHECK(read_csv_grid(first, ',', 2, "data.csv", grid, diagnostics));
  TextBlock second = test::block_of("d,2\ne,3\nf,4\n");
  CHECK(read_csv_grid(second, ',', 2, "data.csv", grid, diagnostics));
  CHECK(rows_of(grid) == std::vector<Cells>{{"d", "2"}, {"e", "3"}, {"f", "4"}});
  CHECK(grid.line(2) == 2);
}

TEST_CASE("csv: the text of a cell") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", ""},
      {"  ", ""},
      {" a\r", "a"},
      {"\"a\"", "a"},
      {"\"\"", ""},
      {"\"\"\"\"", "\""},
      {"\"a\"\"b\"\"c\"", "a\"b\"c"},
      {"\" a \"", "a"},
      {"\"a\"\r", "a"},
      {"a\"b", "a\"b"},
      {"\"", "\""},
      {"\xC2\xA0\x61\xC2\xA0", "a"},
      {"\" \"\"a\"\" \"", "\"a\""},
  };
  for (const auto& [cell, text] : cases) {
    CAPTURE(cell);
    std::list<std::string> kept;
    CHECK(cell_text(cell, kept) == text);
  }
}

}  // namespace
}  // namespace kdcl

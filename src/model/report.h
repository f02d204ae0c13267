// What a report says and how it is laid out, before it becomes terminal text or a workbook: sheets
// of tables of cells. Made by report/, rendered by write/. Figures stay figures here; they are
// rounded only when they are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "base/number.h"
#include "model/score.h"

namespace kdcl {

/// What a cell means apart from its words: a colour on a terminal, a tint in a workbook. The words
/// say the same without it.
enum class Tone : uint8_t { plain, good, fair, poor, bad, quiet };

struct Style {
  bool bold = false;
  bool italic = false;
  Tone tone = Tone::plain;

  bool operator==(const Style&) const = default;
};

/// A figure, empty if unknown. Whole values of a unit other than "%" are written without decimals.
struct Number {
  double value = kUnknown;
  int decimals = 0;
  std::string unit{};         ///< written after it; may be empty
  bool signed_value = false;  ///< a change: written with its sign, "+2,8"
};

/// So many of so many; written with both and as a percentage to one decimal.
struct Share {
  double part = 0;
  double whole = 0;
};

/// A level interval: "2", or "1-3" when it is open. Both kNoLevel: not applicable.
struct LevelRange {
  int level = kNoLevel;
  int level_max = kNoLevel;
};

/// A day, empty if kNoDate.
struct DateCell {
  Day day = kNoDate;
};

/// A bar of length 0 to 1.
struct Bar {
  double part = 0;
};

/// Cells of a table of the same report: a whole column of its rows, or the cell of one row.
struct Reference {
  size_t sheet = 0;
  size_t table = 0;
  size_t column = 0;
  std::optional<size_t> row{};  ///< counts rows, then total rows
};

/// A live formula of a workbook with the value it has now; elsewhere only the value is shown.
/// `{0}`, `{1}`, … in the pattern stand for the references, `{{` and `}}` for braces. The value
/// must be finite.
struct Formula {
  std::string pattern{};
  std::vector<Reference> references{};
  double value = 0;
  int decimals = 0;
  bool percent = false;       ///< the value is a part of 1
  bool signed_value = false;  ///< a change: written with its sign
};

using Content = std::variant<std::monostate, std::string, Number, Share, LevelRange, Verdict,
                             DateCell, Bar, Formula>;

struct Cell {
  Content content{};
  Style style{};
};

enum class Align : uint8_t { left, center, right };

/// What happens to a column when the line is too narrow. A column in which no row has anything is
/// left out of plain text altogether.
enum class Fit : uint8_t {
  keep,     ///< never touched: figures and codes
  shorten,  ///< cut with an ellipsis: names
  wrap,     ///< goes on in the next line of its column
  spare,    ///< the column is left out
};

struct Column {
  Align align = Align::left;
  Fit fit = Fit::keep;
  double width = 10;  ///< in a workbook, in characters of its font
  std::string id{};   ///< its name in CSV and JSON; a column without one is for people only
  bool heat = false;  ///< in a workbook its figures are tinted by their size, all such columns of
                      ///< the table on one scale
};

/// A label over `columns` columns and `rows` header rows. Labels take the first free place from the
/// left, row by row.
struct HeaderCell {
  std::string text{};
  size_t columns = 1;
  size_t rows = 1;
};

struct Row {
  std::vector<Cell> cells{};  ///< one a column; missing ones at the end are empty
  std::string note{};  ///< a line of its own under the row, from the second column on; may be empty
};

/// Rows that are made one by one while they are written: lists too long to be held as cells.
struct RowMaker {
  size_t count = 0;
  /// Makes the row of that index, below `count`, in `row`, which is empty. No notes. The same index
  /// gives the same row whenever it is asked for, by whichever thread.
  std::function<void(size_t index, Row& row)> make{};
};

enum class TableKind : uint8_t {
  list,
  form,   ///< laid out as prescribed: columns without anything and labels over several columns are
          ///< shown in plain text too
  prose,  ///< lines of text: no borders
};

struct Table {
  std::string title{};  ///< may be empty
  std::vector<Column> columns{};
  std::vector<std::vector<HeaderCell>> header{};  ///< may be empty
  std::vector<Row> rows{};
  RowMaker made{};  ///< used instead of `rows` if it counts any
  std::vector<Row> totals{};
  std::string id{};  ///< its name in CSV and JSON, unique in the report; a table without one is for
                     ///< people only
  TableKind kind = TableKind::list;

  [[nodiscard]] size_t row_count() const { return made.count > 0 ? made.count : rows.size(); }
  /// Calls `use` for every row of the body, in order.
  template <typename Use>
  void for_each_row(Use use) const {
    for (const Row& row : rows) use(row);
    for (size_t i = 0; i < made.count; ++i) {
      Row row;
      made.make(i, row);
      use(row);
    }
  }
};

/// A picture of columns of a table of its sheet, for workbooks. Text has Bar cells instead.
struct Chart {
  enum class Kind : uint8_t {
    bars,   ///< a bar a row, the first row on top; `labels` are texts
    lines,  ///< a line with points over time; `labels` are dates, cells without a figure are
            ///< bridged
  };
  struct Series {
    std::string name{};  ///< shown only where there are several
    size_t column = 0;
  };
  Kind kind = Kind::bars;
  std::string title{};
  std::string unit{};  ///< of the values, beside their axis
  size_t table = 0;    ///< position in the sheet
  size_t labels = 0;   ///< column
  std::vector<Series> series{};
  std::optional<double> low{}, high{};  ///< ends of the axis of the values; absent: chosen by Excel
};

/// The state heading of an official paper: left the authority, right the state; the last line of
/// each is underlined.
struct Heading {
  std::vector<std::string> left{};
  std::vector<std::string> right{};
};

struct Signature {
  std::string title{};  ///< of the person who signs
  std::string note{};   ///< "(Ký, ghi rõ họ tên)"
  std::string name{};   ///< below the room to sign; empty: left to be written by hand
};

/// Place and date on the right, then the people side by side.
struct SignatureBlock {
  std::string place_and_date{};
  std::vector<Signature> people{};
};

/// A page, or a sheet of a workbook. Heading and signatures are for paper; a terminal does not show
/// them.
struct Sheet {
  std::string name{};  ///< of the sheet's tab
  std::optional<Heading> heading{};
  std::string title{};
  std::vector<std::string> subtitles{};
  std::vector<Table> tables{};
  std::optional<Chart> chart{};
  std::vector<std::string> footnotes{};
  std::optional<SignatureBlock> signatures{};
  bool landscape = true;
  bool keeps_size = false;  ///< letters are not made smaller to get the sheet on one page
  /// The long table: its header stays in view and is repeated on every page; its columns can be
  /// filtered.
  std::optional<size_t> main_table{};
  size_t frozen_columns = 0;
};

struct Report {
  Language language = Language::vi;
  std::string title{};
  std::string producer{};      ///< program and version
  int64_t created = 0;         ///< seconds since 1970-01-01 UTC
  std::vector<Table> about{};  ///< what every page says on top: tables that CSV and JSON begin with
  std::vector<Sheet> sheets{};
};

/// A row of the data that no criteria set covers, and a sentence that says why.
struct OutOfScope {
  std::string school_id{};
  std::string reason{};
};

}  // namespace kdcl

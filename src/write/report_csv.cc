#include "write/report_csv.h"

#include "base/number.h"
#include "write/cell_text.h"
#include "write/csv.h"
#include "write/json.h"

namespace kdcl {
namespace {

/// Appends the lines of one cell.
struct LinesOf {
  const std::string& table;  // a field already, as is the row
  const std::string& row;
  const std::string& column;
  std::string& out;

  void line(std::string_view suffix, std::string_view value) const {
    if (value.empty()) return;
    out += table;
    out += ',';
    out += row;
    out += ',';
    out += csv_field(column + std::string(suffix), true);
    out += ',';
    out += value;
    out += '\n';
  }
  void figure(std::string_view suffix, double value) const {
    if (std::isfinite(value)) line(suffix, format_exact(value));
  }

  void operator()(std::monostate) const {}
  void operator()(const std::string& text) const { line("", csv_field(mended_utf8(text), true)); }
  void operator()(const Number& number) const { figure("", number.value); }
  void operator()(const Share& share) const {
    figure("", share.part);
    figure("_of", share.whole);
  }
  void operator()(const LevelRange& range) const {
    if (range.level == kNoLevel) return;
    figure("", range.level);
    if (range.level_max != range.level) figure("_max", range.level_max);
  }
  void operator()(Verdict verdict) const { line("", json_verdict(verdict)); }
  void operator()(const DateCell& date) const {
    if (date.day != kNoDate) line("", format_iso(date.day));
  }
  void operator()(const Bar&) const {}
  void operator()(const Formula& formula) const { figure("", formula.value); }
};

void append_row(const Table& table, const std::string& id, const Row& row, const std::string& name,
                std::string& out) {
  for (size_t i = 0; i < row.cells.size(); ++i)
    if (const std::string& column = table.columns[i].id; !column.empty())
      std::visit(LinesOf{id, name, column, out}, row.cells[i].content);
}

void append_csv_table(const Table& table, std::string& out) {
  const std::string id = csv_field(table.id, true);
  size_t number = 0;
  table.for_each_row(
      [&](const Row& row) { append_row(table, id, row, std::to_string(++number), out); });
  for (size_t i = 0; i < table.totals.size(); ++i)
    append_row(table, id, table.totals[i], i == 0 ? "total" : "total" + std::to_string(i + 1), out);
}

}  // namespace

std::string write_report_csv(const Report& report) {
  std::string out = "table,row,column,value\n";
  for (const Table& table : report.about) append_csv_table(table, out);
  for (const Sheet& sheet : report.sheets)
    for (const Table& table : sheet.tables)
      if (!table.id.empty()) append_csv_table(table, out);
  return out;
}

}  // namespace kdcl

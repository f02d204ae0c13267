#include "report/register_tables.h"

#include <algorithm>
#include <map>

#include "report/phrases.h"
#include "report/summary_page.h"
#include "report/summary_words.h"
#include "report/words.h"

namespace kdcl {
namespace {

using namespace summary_words;

/// What a line says of a school.
struct Line {
  RowAt at;
  std::string place;
  Day last = kNoDate;
};

void sort_by_place(std::vector<Line>& lines) {
  std::map<std::string, size_t> order;
  for (const Line& line : lines) order.emplace(line.place, 0);
  std::vector<std::string> places;
  for (const auto& [place, position] : order) places.push_back(place);
  size_t position = 0;
  for (const std::string& place : places_in_order(std::move(places))) order[place] = position++;
  std::stable_sort(lines.begin(), lines.end(), [&order](const Line& a, const Line& b) {
    return order.at(a.place) < order.at(b.place);
  });
}

Table line_table(const SummaryView& view, std::string id, std::string title,
                 std::vector<Line> lines) {
  Table table;
  table.id = std::move(id);
  table.title = std::move(title);
  add_school_columns(view.places(), table);
  add_column(table, view, kLastAssessed,
             {.align = Align::center, .width = 12, .id = "assessed_on"});
  sort_by_place(lines);
  for (const Line& line : lines)
    table.rows.push_back(
        {{count_cell(table.rows.size() + 1),
          text_cell(std::string(line.at.text(IdentityColumn::school_id))),
          text_cell(std::string(line.at.text(IdentityColumn::school_name))),
          text_cell(type_words(line.at.text(IdentityColumn::school_type), view.language())),
          text_cell(line.place.empty() ? "" : place_words(view.places(), line.place)),
          {DateCell{line.last}, {}}},
         {}});
  return table;
}

}  // namespace

Table not_received_table(const SummaryView& view, std::string title) {
  std::vector<Line> lines;
  for (const NotReceived& school : view.not_received)
    lines.push_back({school.listed, school.place, school.last_row});
  return line_table(view, "not_received", std::move(title), std::move(lines));
}

Table unlisted_table(const SummaryView& view, std::string title) {
  std::vector<Line> lines;
  for (const SchoolRecord& record : view.records) {
    if (record.is_listed) continue;
    const RowAt at =
        record.outside ? RowAt{record.outside, record.outside_row} : record.rows.first();
    lines.push_back({at, record.place, at.block->table.assessed_on[at.row]});
  }
  return line_table(view, "not_in_register", std::move(title), std::move(lines));
}

}  // namespace kdcl

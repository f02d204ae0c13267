// Lists of schools: the columns that say which school a row is about, and places and types in words
// and in order.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "model/run.h"
#include "model/summary.h"
#include "report/common/phrases.h"
#include "report/common/words.h"

namespace kdcl {

/// How a report speaks of places: the values of the column `name`.
struct PlaceWords {
  const Run& run;
  const std::string& name;
  Language language;
};

/// The title of the column: "Huyện".
[[nodiscard]] std::string place_title(const PlaceWords& places);
/// A place in words: titles of choices and types; "(không rõ)" if empty.
[[nodiscard]] std::string place_words(const PlaceWords& places, const std::string& place);
[[nodiscard]] std::string type_words(std::string_view type, Language language);

/// The types of a form from the youngest pupils up, then those that are none of them.
[[nodiscard]] std::vector<std::string> types_in_order(const std::vector<std::string>& types);

/// Places by name, the unknown one last.
[[nodiscard]] std::vector<std::string> places_in_order(std::vector<std::string> places);

/// Adds columns to a table one by one.
void add_column(Table& table, std::string head, Column column);

/// Number, id, name, type, place: the first five columns of lists of schools.
void add_school_columns(const PlaceWords& places, Table& table);
void add_school_cells(const PlaceWords& places, size_t number, const SchoolRecord& record,
                      Row& row);

/// The decision: level, number, dates, months left on a day.
void add_decision_columns(Language language, Table& table);
void add_decision_cells(const SchoolRecord& record, Day day, Language language, Row& row);

/// Indicators by their sets, as positions.
using NamedIndicators = std::map<size_t, std::set<size_t>>;
/// The texts of the indicators that a list names: a table a set.
[[nodiscard]] std::vector<Table> legend_tables(const Run& run, const NamedIndicators& named,
                                               Language language);

/// Makes the rows of a list while they are written: `make` of each item in turn. Of an empty list
/// one row that says so.
template <typename Items, typename Make>
void fill_list(Items items, Make make, Language language, Table& table) {
  if (items.empty()) {
    table.rows = {
        {{{}, {}, text_cell(std::string(words::kNone.in(language)), {.tone = Tone::quiet})}, {}}};
    return;
  }
  table.made.count = items.size();
  table.made.make = [items = std::move(items), make](size_t index, Row& row) {
    make(index, items[index], row);
  };
}

}  // namespace kdcl

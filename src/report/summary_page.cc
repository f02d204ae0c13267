#include "report/summary_page.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/collation.h"
#include "base/figures.h"
#include "report/paper.h"
#include "report/phrases.h"
#include "report/summary_words.h"
#include "report/words.h"

namespace kdcl {
namespace {

using namespace summary_words;

std::string figure(uint64_t count, Language language) {
  return format_figure(static_cast<double>(count), 0, language);
}

const Field* place_field(const SummaryView& view) {
  if (find_identity(view.summary.place)) return nullptr;
  for (const Field& field : view.run.fields)
    if (field.id == view.summary.place) return &field;
  return nullptr;
}

}  // namespace

std::string summary_line(const SummaryView& view) {
  const Language language = view.language();
  const SchoolSums total = view.summary.total();
  std::string who = count_of_schools(total.at(SchoolCount::schools), language);
  if (view.summary.outside > 0)
    who += ", " + format_message(language, kOutside, figure(view.summary.outside, language));
  if (view.summary.as_of == kNoDate) return format_message(language, kNoDay, who);
  return format_message(language, kAsOfDay, format_day_first(view.summary.as_of), who);
}

Sheet summary_page(const SummaryView& view, const Message& tab, size_t number,
                   const std::string& title) {
  const Language language = view.language();
  const SchoolSums total = view.summary.total();
  Sheet sheet;
  sheet.name = view.said(tab);
  sheet.heading = state_heading(view.options.letterhead, language);
  sheet.title = format_message(language, kNumbered, number, title);
  sheet.subtitles = {summary_line(view)};
  if (total.at(SchoolCount::national) != total.at(SchoolCount::schools))
    sheet.subtitles[0] +=
        "; " + format_message(language, kOutOfNational,
                              count_of_schools(total.at(SchoolCount::national), language));
  sheet.footnotes = {view.said(words::kSupports)};
  sheet.signatures = signature_block(view.options.letterhead, view.summary.as_of, language);
  return sheet;
}

std::string place_title(const SummaryView& view) {
  if (const Field* field = place_field(view)) return field->title.in(view.language());
  const auto identity = find_identity(view.summary.place);
  if (identity == IdentityColumn::district) return view.said(words::kDistrict);
  if (identity == IdentityColumn::commune) return view.said(words::kCommune);
  if (identity == IdentityColumn::school_type) return view.said(words::kType);
  if (identity == IdentityColumn::ownership) return view.said(kOwnershipHead);
  return view.summary.place;
}

std::string place_words(const SummaryView& view, const std::string& place) {
  if (place.empty()) return view.said(kUnknownPlace);
  if (view.summary.place == identity_name(IdentityColumn::school_type))
    return type_words(view, place);
  const Field* field = place_field(view);
  if (!field) return place;
  if (field->type == FieldType::flag) return view.said(place == "yes" ? words::kYes : words::kNo);
  for (const Choice& choice : field->values)
    if (choice.id == place) return choice.title.in(view.language());
  return place;
}

std::string type_words(const SummaryView& view, std::string_view type) {
  return type.empty() ? view.said(kUnknownType) : stage_title(type, view.language());
}

std::string ownership_words(const SummaryView& view, Ownership ownership) {
  switch (ownership) {
    case Ownership::state: return view.said(kState);
    case Ownership::other: return view.said(kOtherOwner);
    case Ownership::unknown: break;
  }
  return view.said(kUnknownOwner);
}

std::vector<std::string> types_in_order(const std::vector<std::string>& types) {
  static constexpr std::array<std::string_view, 8> kOrder = {
      "mam_non", "tieu_hoc", "thcs", "th_thcs", "thpt", "thcs_thpt", "th_thcs_thpt", "gdtx"};
  std::vector<std::string> sorted = types;
  std::stable_sort(sorted.begin(), sorted.end(), [](const std::string& a, const std::string& b) {
    return std::find(kOrder.begin(), kOrder.end(), a) < std::find(kOrder.begin(), kOrder.end(), b);
  });
  return sorted;
}

std::vector<std::string> places_in_order(std::vector<std::string> places) {
  sort_names(places);
  if (!places.empty() && places.front().empty())
    std::rotate(places.begin(), places.begin() + 1, places.end());
  return places;
}

std::string indicator_list(const SummaryView& view, const SchoolRows& school,
                           BitRows ScoreBlock::*bits) {
  return names_of_school(view.run, school, bits, view.language());
}

void add_column(Table& table, std::string head, Column column) {
  if (table.header.empty()) table.header.emplace_back();
  table.header[0].push_back({std::move(head)});
  table.columns.push_back(std::move(column));
}

void add_column(Table& table, const SummaryView& view, const Message& head, Column column) {
  add_column(table, view.said(head), std::move(column));
}

void add_school_columns(const SummaryView& view, Table& table) {
  add_column(table, view, words::kOrder, {.align = Align::center, .width = 6});
  add_column(table, view, words::kCode, {.fit = Fit::shorten, .width = 11, .id = "school_id"});
  add_column(table, view, words::kSchool, {.fit = Fit::shorten, .width = 28, .id = "school_name"});
  add_column(table, view, kTypeHead, {.fit = Fit::wrap, .width = 13, .id = "school_type"});
  add_column(table, place_title(view), {.fit = Fit::shorten, .width = 14, .id = "place"});
}

void add_school_cells(const SummaryView& view, size_t number, const SchoolRecord& record,
                      Row& row) {
  const SchoolRows& school = record.rows;
  row.cells.push_back(count_cell(number));
  row.cells.push_back(text_cell(std::string(school.text(IdentityColumn::school_id))));
  row.cells.push_back(text_cell(std::string(school.text(IdentityColumn::school_name))));
  row.cells.push_back(text_cell(type_words(view, school.text(IdentityColumn::school_type))));
  row.cells.push_back(text_cell(record.place.empty() ? "" : place_words(view, record.place)));
}

std::vector<size_t> sets_in_use(const SummaryView& view) {
  std::vector<size_t> used;
  for (size_t i = 0; i < view.summary.sets.size(); ++i)
    if (!view.summary.sets[i].empty()) used.push_back(i);
  return used;
}

SetSums set_total(const SummaryView& view, size_t set) {
  SetSums total(view.run.sets[set]);
  for (const auto& [type, sums] : view.summary.sets[set]) total += sums;
  return total;
}

Cell row_share(size_t sheet, size_t table, size_t row, size_t part_column, size_t whole_column,
               uint64_t part, uint64_t whole) {
  return {
      Formula{.pattern = "IF({1}=0,0,{0}/{1})",
              .references = {{sheet, table, part_column, row}, {sheet, table, whole_column, row}},
              .value = whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0,
              .decimals = 1,
              .percent = true},
      {}};
}

}  // namespace kdcl

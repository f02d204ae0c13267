#include "report/common/school_list.h"

#include <algorithm>
#include <array>

#include "base/collation.h"
#include "model/office_words.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

using namespace summary_words;

const Field* place_field(const PlaceWords& places) {
  if (find_identity(places.name)) return nullptr;
  for (const Field& field : places.run.fields)
    if (field.id == places.name) return &field;
  return nullptr;
}

}  // namespace

std::string place_title(const PlaceWords& places) {
  if (const Field* field = place_field(places)) return field->title.in(places.language);
  const auto identity = find_identity(places.name);
  if (identity == IdentityColumn::district) return words::kDistrict.text(places.language);
  if (identity == IdentityColumn::commune) return words::kCommune.text(places.language);
  if (identity == IdentityColumn::school_type) return words::kType.text(places.language);
  if (identity == IdentityColumn::ownership) return kOwnershipHead.text(places.language);
  return places.name;
}

std::string place_words(const PlaceWords& places, const std::string& place) {
  if (place.empty()) return Message{"(không rõ)", "(unknown)"}.text(places.language);
  if (const auto identity = find_identity(places.name))
    return office_title(*identity, place, places.language);
  const Field* field = place_field(places);
  if (!field) return place;
  if (field->type == FieldType::flag)
    return (place == "yes" ? words::kYes : words::kNo).text(places.language);
  for (const Choice& choice : field->values)
    if (choice.id == place) return choice.title.in(places.language);
  return place;
}

std::string type_words(std::string_view type, Language language) {
  return type.empty() ? Message{"Không rõ loại trường", "Type unknown"}.text(language)
                      : stage_title(type, language);
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

void add_column(Table& table, std::string head, Column column) {
  if (table.header.empty()) table.header.emplace_back();
  table.header[0].push_back({std::move(head)});
  table.columns.push_back(std::move(column));
}

void add_school_columns(const PlaceWords& places, Table& table) {
  const auto add = [&](const Message& head, Column column) {
    add_column(table, head.text(places.language), std::move(column));
  };
  add(words::kOrder, {.align = Align::center, .width = 6});
  add(words::kCode, {.fit = Fit::shorten, .width = 11, .id = "school_id"});
  add(words::kSchool, {.fit = Fit::shorten, .width = 28, .id = "school_name"});
  add(kTypeHead, {.fit = Fit::wrap, .width = 13, .id = "school_type"});
  add_column(table, place_title(places), {.fit = Fit::shorten, .width = 14, .id = "place"});
}

void add_school_cells(const PlaceWords& places, size_t number, const SchoolRecord& record,
                      Row& row) {
  const SchoolRows& school = record.rows;
  row.cells.push_back(count_cell(number));
  row.cells.push_back(text_cell(std::string(school.text(IdentityColumn::school_id))));
  row.cells.push_back(text_cell(std::string(school.text(IdentityColumn::school_name))));
  row.cells.push_back(
      text_cell(type_words(school.text(IdentityColumn::school_type), places.language)));
  row.cells.push_back(text_cell(record.place.empty() ? "" : place_words(places, record.place)));
}

void add_decision_columns(Language language, Table& table) {
  const auto add = [&](const Message& head, Column column) {
    add_column(table, head.text(language), std::move(column));
  };
  add(kDegree, {.align = Align::center, .fit = Fit::wrap, .width = 10, .id = "decided_level"});
  add(kDecisionNumber, {.fit = Fit::wrap, .width = 16, .id = "decision"});
  add({"Ngày ký", "Signed on"}, {.align = Align::center, .width = 12, .id = "signed_on"});
  add(kUntil, {.align = Align::center, .width = 12, .id = "valid_until"});
  add(kMonths, {.align = Align::right, .width = 9, .id = "months_left"});
}

void add_decision_cells(const SchoolRecord& record, Day day, Language language, Row& row) {
  const DecisionOf& decision = record.decision;
  const bool has_any = decision.level > 0;
  if (decision.decision == Decision::valid)
    row.cells.push_back(count_cell(static_cast<size_t>(decision.level)));
  else
    row.cells.push_back(
        text_cell(decision_words(decision, language),
                  {.tone = decision.decision == Decision::expired ? Tone::poor : Tone::plain}));
  row.cells.push_back(
      text_cell(has_any ? std::string(record.rows.text(IdentityColumn::decision)) : ""));
  row.cells.push_back({DateCell{has_any ? decision.since : kNoDate}, {}});
  row.cells.push_back({DateCell{decision.until}, {}});
  const bool has_months = decision.until != kNoDate && day != kNoDate;
  row.cells.push_back(
      {Number{has_months ? months_between(day, decision.until) : kUnknown, 0, {}}, {}});
}

std::vector<Table> legend_tables(const Run& run, const NamedIndicators& named, Language language) {
  std::vector<Table> tables;
  for (const auto& [index, indicators] : named) {
    const CriteriaSet& set = run.sets[index];
    Table table;
    table.title = fmt::format(
        "{}: {} ({})",
        Message{"Nội dung các chỉ báo nêu trên", "The indicators named above"}.text(language),
        set.title.in(language), set.document);
    add_column(table, kIndicator.text(language), {.fit = Fit::wrap, .width = 6});
    add_column(table, kText.text(language), {.fit = Fit::wrap, .width = 39});
    for (const size_t i : indicators)
      table.rows.push_back(
          {{text_cell(set.indicators[i].name), text_cell(set.indicators[i].text.in(language))},
           {}});
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace kdcl

#include "report/summary/sums.h"

#include <algorithm>
#include <numeric>

#include "base/number.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

constexpr double kCountWidth = 7;
constexpr double kShareWidth = 8.5;

SumColumn counted(const SummaryView& view, SchoolCount what, const Message& label,
                  std::string group = {}) {
  return {.id = std::string(school_count_name(what)),
          .group = std::move(group),
          .label = view.said(label),
          .count = [what](const SchoolSums& sums) { return sums.at(what); },
          .width = kCountWidth};
}

SumColumn share(const SummaryView& view, std::string id, std::string group, size_t part,
                size_t whole) {
  return {.id = std::move(id),
          .group = std::move(group),
          .label = view.said(summary_words::kPercent),
          .part = part,
          .whole = whole,
          .width = kShareWidth};
}

uint64_t award_at(const SchoolSums& sums, size_t title) {
  return title < sums.awards.size() ? sums.awards[title] : 0;
}

bool is_used(const SummaryView& view, const AwardTitle& title) {
  for (size_t i = 0; i < view.run.sets.size(); ++i) {
    if (view.summary.sets[i].empty()) continue;
    for (const AwardFamily& family : view.run.sets[i].award_families)
      for (const Award& award : family.awards)
        if (family.id == title.family && award.title == title.title) return true;
  }
  return false;
}

/// A column for each award of a family.
void add_awards(const SummaryView& view, std::string_view family, const std::string& group,
                std::vector<SumColumn>& columns) {
  const std::vector<AwardTitle> titles = award_titles(view.run);
  size_t number = 0;
  for (size_t i = 0; i < titles.size(); ++i) {
    if (titles[i].family != family || !is_used(view, titles[i])) continue;
    columns.push_back({.id = std::string(family) + "_" + std::to_string(++number) + "_by_score",
                       .group = group,
                       .label = titles[i].title.in(view.language()),
                       .count = [i](const SchoolSums& sums) { return award_at(sums, i); },
                       .width = kCountWidth});
  }
}

void add_score(const SummaryView& view, size_t whole, std::vector<SumColumn>& columns) {
  const std::string group = view.said(summary_words::kStandardByScore);
  add_awards(view, kNationalStandard, group, columns);
  columns.push_back(
      {.id = "national_standard_by_score",
       .group = group,
       .label = view.said(summary_words::kNumber),
       .count = [&view](const SchoolSums& sums) { return standard_by_score(view, sums); },
       .width = kCountWidth});
  columns.push_back(
      share(view, "national_standard_by_score_share", group, columns.size() - 1, whole));
}

/// Marks the columns from `first` on as blank where no row says what they count.
void know_by(const SummaryView& view, Fact fact, size_t first, std::vector<SumColumn>& columns) {
  for (size_t i = first; i < columns.size(); ++i) columns[i].is_known = view.summary.carries(fact);
}

/// A column for each level by certificate, and all of them.
void add_certificates(const SummaryView& view, std::vector<SumColumn>& columns) {
  const size_t first = columns.size();
  const std::string group = view.said(summary_words::kAccreditationByDecision);
  for (size_t number = 1; number <= kCertificateLevels; ++number)
    columns.push_back(
        {.id = "accreditation_" + std::to_string(number) + "_by_decision",
         .group = group,
         .label = format_message(view.language(), {"Cấp độ {0}", "Level {0}"}, number),
         .count = [number](const SchoolSums& sums) { return certified_at(sums, number); },
         .width = kCountWidth});
  columns.push_back({.id = "accreditation_by_decision",
                     .group = group,
                     .label = view.said(summary_words::kNumber),
                     .count = certified,
                     .width = kCountWidth});
  columns.push_back(share(view, "accreditation_by_decision_share", group, columns.size() - 1, 0));
  know_by(view, Fact::certificate, first, columns);
}

void add_decisions(const SummaryView& view, size_t whole, std::vector<SumColumn>& columns) {
  const size_t first = columns.size();
  const std::string group = view.said(summary_words::kStandardByDecision);
  columns.push_back(counted(view, SchoolCount::decided_1, summary_words::kDegree1, group));
  columns.push_back(counted(view, SchoolCount::decided_2, summary_words::kDegree2, group));
  columns.push_back({.id = "decided",
                     .group = group,
                     .label = view.said(summary_words::kNumber),
                     .count = [](const SchoolSums& sums) { return sums.decided(); },
                     .width = kCountWidth});
  columns.push_back(share(view, "decided_share", group, columns.size() - 1, whole));
  know_by(view, Fact::recognition, first, columns);
}

void add_recognitions(const SummaryView& view, std::vector<SumColumn>& columns) {
  const std::string year = view.said({"Công nhận trong năm", "Recognised in the year"});
  const size_t first = columns.size();
  columns.push_back(counted(view, SchoolCount::recognized_new, {"Mới", "New"}, year));
  columns.push_back(counted(view, SchoolCount::recognized_again, {"Lại", "Again"}, year));
  know_by(view, Fact::earlier_recognition, first, columns);
  if (view.summary.total().at(SchoolCount::recognized_unclear) > 0)
    columns.push_back(
        counted(view, SchoolCount::recognized_unclear, summary_words::kUnclear, year));
}

/// Positions of the denominators of the national standard: by score, by decision.
struct Wholes {
  size_t score = 0;
  size_t decision = 0;
};

/// Adds the schools, and those denominators where they are others.
Wholes add_wholes(const SummaryView& view, std::vector<SumColumn>& columns) {
  Wholes wholes;
  columns.push_back(counted(view, SchoolCount::schools, {"Tổng số trường", "Schools"}));
  const SchoolSums total = view.summary.total();
  if (view.has_register())
    columns.push_back(
        counted(view, SchoolCount::not_received, {"Chưa có dữ liệu", "Not received"}));
  if (total.at(SchoolCount::national) != total.at(SchoolCount::schools)) {
    wholes.score = wholes.decision = columns.size();
    columns.push_back(counted(view, SchoolCount::national, summary_words::kNationalSchools));
  }
  if (total.at(SchoolCount::decision_base) != total.at(SchoolCount::national)) {
    wholes.decision = columns.size();
    columns.push_back(counted(view, SchoolCount::decision_base,
                              {"Tính tỉ lệ theo quyết định", "Base of shares by decision"}));
  }
  return wholes;
}

void add_assessed(const SummaryView& view, SchoolCount what, const Message& group,
                  std::vector<SumColumn>& columns) {
  const size_t first = columns.size();
  columns.push_back(counted(view, what, summary_words::kNumber, view.said(group)));
  columns.push_back(share(view, std::string(school_count_name(what)) + "_share", view.said(group),
                          columns.size() - 1, 0));
  if (what == SchoolCount::externally_assessed)
    know_by(view, Fact::external_assessment, first, columns);
}

/// Who will leave the standard, and who is near.
void add_outlook(const SummaryView& view, std::vector<SumColumn>& columns) {
  columns.push_back(counted(view, SchoolCount::expiring, summary_words::kExpiringHead));
  know_by(view, Fact::recognition, columns.size() - 1, columns);
  columns.push_back({.id = "near",
                     .label = view.said({"Sắp đạt danh hiệu", "Near an award"}),
                     .count = near_award,
                     .width = kCountWidth});
}

}  // namespace

uint64_t near_award(const SchoolSums& sums) {
  return sums.at(SchoolCount::near_1) + sums.at(SchoolCount::near_2) + sums.at(SchoolCount::near_3);
}

uint64_t certified_at(const SchoolSums& sums, size_t number) {
  return sums.at(
      static_cast<SchoolCount>(static_cast<size_t>(SchoolCount::certified_1) + number - 1));
}

uint64_t certified(const SchoolSums& sums) {
  uint64_t schools = 0;
  for (size_t number = 1; number <= kCertificateLevels; ++number)
    schools += certified_at(sums, number);
  return schools;
}

std::string certificate_remarks(const SummaryView& view) {
  const SchoolSums total = view.summary.total();
  std::vector<std::string> remarks;
  const auto add = [&](const Message& message, SchoolCount what) {
    if (const auto count = static_cast<double>(total.at(what)); count > 0)
      remarks.push_back(
          format_message(view.language(), message, format_figure(count, 0, view.language())));
  };
  add(words::kExpired, SchoolCount::certified_expired);
  add({"{0} thiếu ngày cấp", "{0} without a day"}, SchoolCount::certified_undated);
  add({"{0} có ngày cấp chưa tới hoặc sai", "{0} dated later or wrongly"},
      SchoolCount::certified_misdated);
  return joined(remarks, ", ");
}

std::vector<std::string> unknown_counts(const std::vector<SumColumn>& columns) {
  std::vector<std::string> names;
  for (const SumColumn& column : columns) {
    const std::string& name = column.group.empty() ? column.label : column.group;
    if (!column.is_known && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  }
  return names;
}

uint64_t standard_by_score(const SummaryView& view, const SchoolSums& sums) {
  const std::vector<AwardTitle> titles = award_titles(view.run);
  uint64_t reached = 0;
  for (size_t i = 0; i < titles.size(); ++i)
    if (titles[i].family == kNationalStandard) reached += award_at(sums, i);
  return reached;
}

std::vector<SumColumn> form_columns(const SummaryView& view) {
  std::vector<SumColumn> columns;
  const Wholes wholes = add_wholes(view, columns);
  add_assessed(view, SchoolCount::self_assessed, summary_words::kSelfAssessed, columns);
  add_assessed(view, SchoolCount::externally_assessed, summary_words::kExternallyAssessed, columns);
  add_awards(view, "accreditation",
             view.said({"KĐCLGD theo kết quả chấm", "Accreditation by score"}), columns);
  add_certificates(view, columns);
  add_score(view, wholes.score, columns);
  add_decisions(view, wholes.decision, columns);
  add_recognitions(view, columns);
  columns.push_back(counted(view, SchoolCount::expired, summary_words::kExpiredHead));
  know_by(view, Fact::recognition, columns.size() - 1, columns);
  return columns;
}

std::vector<SumColumn> place_columns(const SummaryView& view) {
  std::vector<SumColumn> columns;
  const Wholes wholes = add_wholes(view, columns);
  add_decisions(view, wholes.decision, columns);
  add_score(view, wholes.score, columns);
  columns.push_back(counted(view, SchoolCount::expired, summary_words::kExpiredHead));
  know_by(view, Fact::recognition, columns.size() - 1, columns);
  add_outlook(view, columns);
  return columns;
}

std::vector<SumColumn> progress_columns(const SummaryView& view) {
  std::vector<SumColumn> columns;
  const Wholes wholes = add_wholes(view, columns);
  add_decisions(view, wholes.decision, columns);
  add_outlook(view, columns);
  return columns;
}

SumTable::SumTable(std::vector<SumColumn> columns, size_t sheet, size_t table, size_t leading)
    : columns_(std::move(columns)), sheet_(sheet), place_(table), leading_(leading) {}

Cell SumTable::share_cell(const SumColumn& column, size_t row, const SchoolSums& sums,
                          Style style) const {
  const auto part = static_cast<double>(columns_[column.part].count(sums));
  const auto whole = static_cast<double>(columns_[column.whole].count(sums));
  return {Formula{.pattern = "IF({1}=0,0,{0}/{1})",
                  .references = {{sheet_, place_, leading_ + column.part, row},
                                 {sheet_, place_, leading_ + column.whole, row}},
                  .value = whole > 0 ? part / whole : 0,
                  .decimals = 1,
                  .percent = true},
          style};
}

void SumTable::add(std::vector<Cell> leading, const SchoolSums& sums, Style style) {
  Row row{std::move(leading), {}};
  for (const SumColumn& column : columns_)
    row.cells.push_back(!column.is_known ? Cell{}
                        : column.count   ? count_cell(column.count(sums), style)
                                         : share_cell(column, table_.rows.size(), sums, style));
  table_.rows.push_back(std::move(row));
}

size_t SumTable::open_sum(std::vector<Cell> leading) {
  table_.rows.push_back({std::move(leading), {}});
  return table_.rows.size() - 1;
}

void SumTable::add_sums(Row& row, size_t at, const std::vector<size_t>& rows,
                        const SchoolSums& sums) const {
  const Style bold{.bold = true};
  for (size_t i = 0; i < columns_.size(); ++i) {
    if (!columns_[i].is_known) {
      row.cells.emplace_back();
      continue;
    }
    if (!columns_[i].count) {
      row.cells.push_back(share_cell(columns_[i], at, sums, bold));
      continue;
    }
    Formula formula{.value = static_cast<double>(columns_[i].count(sums))};
    // Rows one after another as a range, others one by one.
    const bool is_range = rows.size() > 2 && rows.back() - rows.front() + 1 == rows.size();
    for (size_t index = 0; index < rows.size(); ++index) {
      if (is_range && index > 0 && index + 1 < rows.size()) continue;
      if (!formula.pattern.empty()) formula.pattern += is_range ? ":" : "+";
      formula.pattern += "{" + std::to_string(formula.references.size()) + "}";
      formula.references.push_back({sheet_, place_, leading_ + i, rows[index]});
    }
    if (is_range) formula.pattern = "SUM(" + formula.pattern + ")";
    row.cells.push_back({std::move(formula), bold});
  }
}

void SumTable::close_sum(size_t row, const std::vector<size_t>& rows, const SchoolSums& sums) {
  add_sums(table_.rows[row], row, rows, sums);
}

void SumTable::total(std::string label, const std::vector<size_t>& rows, const SchoolSums& sums) {
  Row row{std::vector<Cell>(leading_ - 1), {}};
  row.cells.push_back(text_cell(std::move(label), {.bold = true}));
  add_sums(row, table_.rows.size(), rows, sums);
  table_.totals.push_back(std::move(row));
}

Table SumTable::finish(std::vector<HeaderCell> heads, std::vector<Column> leading) {
  table_.columns = std::move(leading);
  table_.header.resize(2);
  for (HeaderCell& head : heads) {
    head.rows = 2;
    table_.header[0].push_back(std::move(head));
  }
  for (size_t i = 0; i < columns_.size(); ++i) {
    const SumColumn& column = columns_[i];
    table_.columns.push_back({.align = Align::right, .width = column.width, .id = column.id});
    if (column.group.empty()) {
      table_.header[0].push_back({column.label, 1, 2});
      continue;
    }
    table_.header[1].push_back({column.label});
    if (i > 0 && columns_[i - 1].group == column.group)
      ++table_.header[0].back().columns;
    else
      table_.header[0].push_back({column.group, 1, 1});
  }
  return std::move(table_);
}

// Sheets 1 and 3 of the summary: by school type and by place.

namespace {

using namespace summary_words;

constexpr std::array kOwnerships{Ownership::state, Ownership::other, Ownership::unknown};
constexpr std::array<std::string_view, 3> kRoman{"I", "II", "III"};

/// Sums of the groups for which `is_wanted`, by a name taken from the group.
template <typename Wanted, typename Name>
std::map<std::string, SchoolSums> sums_by(const Summary& summary, Wanted is_wanted, Name name_of) {
  std::map<std::string, SchoolSums> sums;
  for (const auto& [group, counted] : summary.groups)
    if (is_wanted(group)) sums[name_of(group)] += counted;
  return sums;
}

SchoolSums sum_of(const std::map<std::string, SchoolSums>& parts) {
  SchoolSums sum;
  for (const auto& [name, sums] : parts) sum += sums;
  return sum;
}

std::vector<std::string> names_of(const std::map<std::string, SchoolSums>& sums) {
  std::vector<std::string> names;
  for (const auto& [name, counted] : sums) names.push_back(name);
  return names;
}

Cell bold(std::string text) { return text_cell(std::move(text), {.bold = true}); }

/// A block: its line of sums, then a line a type. The row of the sums.
size_t add_block(const SummaryView& view, Ownership ownership, size_t number,
                 const std::map<std::string, SchoolSums>& types, SumTable& table) {
  const size_t sum =
      table.open_sum({bold(std::string(kRoman[number])), bold(ownership_words(view, ownership))});
  std::vector<size_t> rows;
  for (const std::string& type : types_in_order(names_of(types))) {
    rows.push_back(table.rows());
    table.add({count_cell(rows.size()), text_cell(type_words(type, view.language()))},
              types.at(type));
  }
  table.close_sum(sum, rows, sum_of(types));
  return sum;
}

std::vector<HeaderCell> leading_heads(const SummaryView& view, std::string label) {
  return {{view.said(words::kOrder)}, {std::move(label)}};
}

std::vector<Column> leading_columns(std::string id, double width) {
  return {{.align = Align::center, .width = 5},
          {.fit = Fit::wrap, .width = width, .id = std::move(id)}};
}

/// Says which columns are blank, below what the figures are.
void add_blank_note(const SummaryView& view, const std::vector<SumColumn>& columns, Sheet& sheet) {
  const std::vector<std::string> names = unknown_counts(columns);
  if (names.empty()) return;
  sheet.footnotes.insert(sheet.footnotes.begin() + 1,
                         format_message(view.language(),
                                        {"Ô trống là không có dữ liệu: {0}.",
                                         "Blank cells: the data do not say. {0}."},
                                        joined(names, "; ")));
}

void add_certificate_note(const SummaryView& view, Sheet& sheet) {
  const std::string remarks = certificate_remarks(view);
  if (remarks.empty()) return;
  sheet.footnotes.insert(sheet.footnotes.begin() + 1,
                         format_message(view.language(),
                                        {"Giấy chứng nhận KĐCLGD không tính: {0}.",
                                         "Accreditation certificates not counted: {0}."},
                                        remarks));
}

void add_unclear_note(const SummaryView& view, Sheet& sheet) {
  const uint64_t unclear = view.summary.total().at(SchoolCount::recognized_unclear);
  if (unclear == 0) return;
  sheet.footnotes.insert(
      sheet.footnotes.begin(),
      format_message(view.language(),
                     {"{0} được công nhận trong năm chưa rõ mới hay lại: dữ liệu không có cột {1}.",
                      "Of {0} recognised in the year it is not known whether newly or again: the "
                      "data lack the column {1}."},
                     count_of_schools(unclear, view.language()), "recognized_before"));
}

}  // namespace

Sheet make_type_sheet(const SummaryView& view, size_t own) {
  Sheet sheet =
      summary_page(view, {"1 Tổng hợp", "1 Summary"}, 1,
                   view.said({"TỔNG HỢP KẾT QUẢ THEO LOẠI TRƯỜNG", "RESULTS BY SCHOOL TYPE"}));
  SumTable table(form_columns(view), own, 0);
  std::vector<size_t> blocks;
  for (const Ownership ownership : kOwnerships) {
    const auto types = sums_by(
        view.summary, [=](const SchoolGroup& group) { return group.ownership == ownership; },
        [](const SchoolGroup& group) { return group.type; });
    if (types.empty()) continue;
    blocks.push_back(add_block(view, ownership, blocks.size(), types, table));
  }
  table.total(view.said(kAll), blocks, view.summary.total());
  sheet.tables = {
      table.finish(leading_heads(view, view.said(kTypeHead)), leading_columns("school_type", 24))};
  sheet.tables[0].id = "by_type";
  sheet.tables[0].columns.push_back({.width = 9});
  sheet.tables[0].header[0].push_back({view.said(words::kRemark), 1, 2});
  sheet.footnotes.insert(sheet.footnotes.begin(), view.said(kScoreBasis));
  add_blank_note(view, form_columns(view), sheet);
  add_certificate_note(view, sheet);
  add_unclear_note(view, sheet);
  return sheet;
}

Sheet make_place_sheet(const SummaryView& view, size_t own) {
  Sheet sheet = summary_page(
      view, kTabPlaces, 3,
      format_message(view.language(), kTitlePlaces, upper(place_title(view.places()))));
  std::vector<SumColumn> columns = place_columns(view);
  const auto is_share = [](const SumColumn& column) { return column.id == "decided_share"; };
  const auto share = std::find_if(columns.begin(), columns.end(), is_share) - columns.begin();
  for (SumColumn& column : columns) column.width = 9;
  SumTable table(std::move(columns), own, 0);
  const auto places = sums_by(
      view.summary, [](const SchoolGroup&) { return true; },
      [](const SchoolGroup& group) { return group.place; });
  std::vector<size_t> rows;
  for (const std::string& place : places_in_order(names_of(places))) {
    rows.push_back(table.rows());
    table.add({count_cell(rows.size()), text_cell(place_words(view.places(), place))},
              places.at(place));
  }
  table.total(view.said(kAll), rows, view.summary.total());
  sheet.tables = {
      table.finish(leading_heads(view, place_title(view.places())), leading_columns("place", 26))};
  sheet.tables[0].id = "by_place";
  constexpr size_t kMostBars = 40;
  if (rows.size() <= kMostBars && view.summary.total().at(SchoolCount::national) > 0) {
    sheet.chart = Chart{.kind = Chart::Kind::bars,
                        .title = view.said(words::kByDecision),
                        .labels = 1,
                        .series = {{view.said(words::kByDecision), 2 + static_cast<size_t>(share)}},
                        .low = 0.0};
  } else {
    sheet.main_table = 0;
    sheet.frozen_columns = 2;
  }
  sheet.footnotes.insert(sheet.footnotes.begin(), view.said(kScoreBasis));
  add_blank_note(view, place_columns(view), sheet);
  return sheet;
}

}  // namespace kdcl

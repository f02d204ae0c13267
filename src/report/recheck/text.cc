// The recheck as one page of text: make_recheck_text of report/recheck/recheck.h. The answer first,
// then what to do, then where.
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/recheck/page.h"
#include "report/recheck/recheck.h"
#include "report/score/counts.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

using namespace recheck_words;

Cell school_cell(const RecheckedSchool& school, IdentityColumn column) {
  return text_cell(std::string(school.record.rows.text(column)));
}

Cell place_cell(const RecheckView& view, const RecheckedSchool& school) {
  const std::string& place = school.record.place;
  return text_cell(place.empty() ? "" : place_words(view.places(), place));
}

/// Adds columns one by one.
struct Heads {
  const RecheckView& view;
  Table& table;

  void add(const Message& head, Column column) const {
    add_column(table, view.said(head), std::move(column));
  }
  void add_school() const {
    add(words::kCode, {});
    add(words::kSchool, {.fit = Fit::shorten});
  }
  void add_place(Fit fit) const { add_column(table, place_title(view.places()), {.fit = fit}); }
};

Table answer_table(const RecheckView& view, const RecheckSums& total) {
  Table table;
  table.columns = {{.fit = Fit::wrap}, {.align = Align::right}, {.fit = Fit::spare}};
  for (const ShareLine& line : share_lines(total)) {
    table.rows.push_back(
        {{text_cell(view.said(line.label), {.bold = table.rows.empty()}),
          share_cell(line.part, total.schools), bar_cell(line.part, total.schools)},
         {}});
  }
  return table;
}

/// Validities that no school has are left out.
Table matrix_table(const RecheckView& view, const RecheckSums& total) {
  Table table;
  std::vector<Validity> shown;
  for (size_t i = 0; i < kValidities; ++i)
    if (total.all(static_cast<Validity>(i)) > 0) shown.push_back(static_cast<Validity>(i));
  const Heads heads{view, table};
  heads.add({"Kết quả rà soát", "Results"}, {.fit = Fit::wrap});
  heads.add(summary_words::kAll, {.align = Align::right});
  for (const Validity validity : shown) heads.add(validity_name(validity), {.align = Align::right});
  for (size_t i = 0; i < kStandings; ++i) {
    const auto standing = static_cast<Standing>(i);
    Row row{{standing_cell(view, standing), count_cell(total.all(standing), {.bold = true})}, {}};
    for (const Validity validity : shown)
      row.cells.push_back(count_cell(total.at(standing, validity)));
    table.rows.push_back(std::move(row));
  }
  Row sums{{text_cell(view.said(summary_words::kAll)), count_cell(view.recheck.schools.size())},
           {}};
  for (const Validity validity : shown) sums.cells.push_back(count_cell(total.all(validity)));
  table.totals = {std::move(sums)};
  return table;
}

/// "72 %, cần ≥ 80 %, thiếu 8 điểm = 8 học sinh".
std::string figures_line(const RecheckView& view, const ObstacleWords& words) {
  std::vector<std::string> parts{words.found};
  if (!words.required.empty())
    parts.push_back(format_message(view.language(), words::kNeeds, words.required));
  parts.push_back(words.shortfall);
  std::erase(parts, "");
  return joined(parts, ", ");
}

/// A row for the school, then one for each thing that is not met.
Table falls_short_lines(const RecheckView& view) {
  Table table;
  table.title = view.said({"Không còn đạt", "Falls short"});
  table.columns = {{}, {.fit = Fit::wrap}, {.fit = Fit::wrap}};
  for (const RecheckedSchool* school : schools_with(view, Standing::falls_short)) {
    const SchoolRows& rows = school->record.rows;
    std::string name(rows.text(IdentityColumn::school_name));
    if (!school->record.place.empty())
      name += " · " + place_words(view.places(), school->record.place);
    table.rows.push_back(
        {{text_cell(std::string(rows.text(IdentityColumn::school_id)), {.bold = true}),
          text_cell(std::move(name), {.bold = true}),
          text_cell(format_message(view.language(),
                                   {"mức {0}, cần mức {1}", "level {0}, level {1} asked"},
                                   rows.level(), school->asked),
                    {.bold = true})},
         {}});
    for (const ObstacleWords& words : obstacle_words(view, *school))
      table.rows.push_back({{text_cell("  " + words.indicator), text_cell(words.what),
                             text_cell(figures_line(view, words))},
                            words.exception});
  }
  return table;
}

Table doubtful_table(const RecheckView& view) {
  Table table;
  table.title = view.said({"Còn nghi vấn: cần làm rõ", "Doubtful: to be cleared up"});
  const Heads heads{view, table};
  heads.add_school();
  heads.add_place(Fit::shorten);
  heads.add(words::kLevelHead, {.align = Align::center});
  heads.add(kAsked, {.align = Align::center});
  heads.add(kDecide, {.fit = Fit::wrap});
  for (const RecheckedSchool* school : schools_with(view, Standing::doubtful)) {
    const std::string figures = figures_missing(view, *school);
    table.rows.push_back(
        {{school_cell(*school, IdentityColumn::school_id),
          school_cell(*school, IdentityColumn::school_name), place_cell(view, *school),
          level_cell(view, *school), count_cell(static_cast<size_t>(school->asked)),
          text_cell(obstacle_names(view, *school, school->unknown))},
         figures.empty() ? "" : format_message(view.language(), words::kLacks, figures)});
  }
  return table;
}

Table expiry_table(const RecheckView& view, const Message& title, Validity validity) {
  Table table;
  table.title = view.said(title);
  const Heads heads{view, table};
  heads.add_school();
  heads.add_place(Fit::spare);
  heads.add(summary_words::kUntil, {});
  heads.add(kFileBy, {});
  heads.add(words::kRemark, {.fit = Fit::wrap});
  heads.add(kStandingHead, {});
  for (const RecheckedSchool* school : schools_with(view, validity)) {
    table.rows.push_back({{school_cell(*school, IdentityColumn::school_id),
                           school_cell(*school, IdentityColumn::school_name),
                           place_cell(view, *school),
                           {DateCell{school->record.decision.until}, {}},
                           {DateCell{school->file_by}, {}},
                           late_cell(view, *school),
                           standing_cell(view, school->standing)},
                          {}});
  }
  return table;
}

Table misdated_table(const RecheckView& view) {
  Table table;
  table.title = view.said({"Ngày công nhận sau ngày rà soát hoặc không thể có",
                           "Recognised on a day after this one, or one that can't be"});
  const Heads heads{view, table};
  heads.add_school();
  heads.add_place(Fit::spare);
  heads.add(summary_words::kDegree, {.align = Align::center});
  heads.add({"Ngày công nhận", "Recognised on"}, {});
  for (const RecheckedSchool& school : view.recheck.misdated)
    table.rows.push_back({{school_cell(school, IdentityColumn::school_id),
                           school_cell(school, IdentityColumn::school_name),
                           place_cell(view, school),
                           count_cell(static_cast<size_t>(school.record.decision.level)),
                           {DateCell{school.record.decision.since}, {}}},
                          {}});
  return table;
}

Table merged_table(const RecheckView& view) {
  Table table;
  table.title = view.said({"Công nhận của trường tiền thân", "Recognitions of predecessors"});
  const Heads heads{view, table};
  heads.add_school();
  heads.add(kPredecessor, {.fit = Fit::shorten});
  heads.add(summary_words::kDegree, {.align = Align::center});
  heads.add(summary_words::kUntil, {});
  heads.add(kStandingHead, {});
  for (const RecheckedSchool& school : view.recheck.schools)
    for (const Certificate& certificate : school.predecessors)
      table.rows.push_back({{school_cell(school, IdentityColumn::school_id),
                             school_cell(school, IdentityColumn::school_name),
                             text_cell(certificate.school_id + " " + certificate.school_name),
                             count_cell(static_cast<size_t>(certificate.decision.level)),
                             {DateCell{certificate.decision.until}, {}},
                             standing_cell(view, school.standing)},
                            {}});
  return table;
}

Table group_table(const RecheckView& view, std::string title, const std::string& head) {
  Table table;
  table.title = std::move(title);
  add_column(table, head, {.fit = Fit::wrap});
  const Heads heads{view, table};
  heads.add({"Hiện nay", "Now"}, {.align = Align::right});
  heads.add({"Vẫn đạt", "Holding"}, {.align = Align::right});
  heads.add({"Kể cả nghi vấn", "With doubtful"}, {.align = Align::right});
  heads.add({"Không còn đạt", "Short"}, {.align = Align::right});
  heads.add(kExpiringShort, {.align = Align::right, .fit = Fit::spare});
  return table;
}

void add_group(const std::string& name, const RecheckSums& sums, Table& table) {
  Row row{{text_cell(name)}, {}};
  for (const ShareLine& line : share_lines(sums))
    row.cells.push_back(share_cell(line.part, sums.schools));
  row.cells.push_back(count_cell(sums.in_force(Standing::falls_short)));
  row.cells.push_back(count_cell(sums.all(Validity::expiring)));
  table.rows.push_back(std::move(row));
}

Table place_table(const RecheckView& view) {
  const std::string head = place_title(view.places());
  Table table =
      group_table(view, format_message(view.language(), kTextPlaces, lower_first(head)), head);
  for (const auto& [place, sums] : sums_by_place(view.recheck))
    add_group(place_words(view.places(), place), sums, table);
  return table;
}

Table type_table(const RecheckView& view) {
  Table table = group_table(view, view.said(kTextTypes), view.said(words::kType));
  for (const auto& [type, sums] : sums_by_type(view.recheck))
    add_group(type_words(type, view.language()), sums, table);
  return table;
}

std::string standards_line(const RecheckView& view) {
  std::vector<std::string> documents;
  for (const size_t set : view.recheck.sets) {
    const CriteriaSet& each = view.run.sets[set];
    documents.push_back(each.document + " (" + lower_first(each.title.in(view.language())) + ")");
  }
  return format_message(view.language(), kStandards, joined(documents, ", "));
}

}  // namespace

Report make_recheck_text(const RecheckView& view) {
  Report report = empty_report(view.options, kTitle, view.recheck.day);
  Sheet sheet;
  sheet.title = recheck_line(view);
  if (!view.recheck.sets.empty()) sheet.subtitles = {standards_line(view)};
  for (std::string& line : reworded_lines(view)) sheet.subtitles.push_back(std::move(line));
  const RecheckSums total = view.recheck.total();
  sheet.tables = {answer_table(view, total), matrix_table(view, total)};
  if (!view.recheck.reworded.empty()) {
    sheet.tables.push_back(answer_table(view, view.recheck.without_reworded));
    sheet.tables.back().title = view.said({"Kết quả thứ hai: không xét chỉ báo đã sửa nội dung",
                                           "Second result: without the reworded indicators"});
    sheet.tables.push_back(matrix_table(view, view.recheck.without_reworded));
  }
  for (Table table :
       {falls_short_lines(view), doubtful_table(view),
        expiry_table(
            view, {"Hết hạn trong 12 tháng: nộp hồ sơ trước", "Expiring within 12 months: file by"},
            Validity::expiring),
        type_table(view), place_table(view),
        expiry_table(view, {"Đã hết hạn", "Expired"}, Validity::expired),
        expiry_table(view, {"Không rõ ngày công nhận", "Recognised without a date"},
                     Validity::undated),
        misdated_table(view), merged_table(view)})
    if (!table.rows.empty()) sheet.tables.push_back(std::move(table));
  sheet.footnotes = share_notes(view);
  for (std::string& line : unsettled_lines(view.run, view.recheck.sets, view.language()))
    sheet.footnotes.push_back(std::move(line));
  for (std::string& line :
       doubt_lines(view.run, find_in_doubt(view.run, rechecked_rows(view), view.recheck.day),
                   view.language()))
    sheet.footnotes.push_back(std::move(line));
  sheet.footnotes.push_back(view.said(words::kSupports));
  report.sheets = {std::move(sheet)};
  return report;
}

}  // namespace kdcl

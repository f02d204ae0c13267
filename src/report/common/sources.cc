#include "report/common/sources.h"

#include <algorithm>
#include <map>

#include "report/common/figure_words.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/criteria/words.h"
#include "report/summary/page.h"

namespace kdcl {
namespace {

/// The sets and, behind them, those whose level they ask for.
std::vector<size_t> with_asked(const Run& run, std::vector<size_t> sets) {
  for (size_t i = 0, own = sets.size(); i < own; ++i)
    for (const JudgedSet& judged : run.judged[sets[i]])
      if (std::find(sets.begin(), sets.end(), judged.set) == sets.end()) sets.push_back(judged.set);
  return sets;
}

/// The items of one doubt, by the document of their set.
struct DoubtLine {
  Doubt doubt;
  std::vector<std::pair<std::string, std::vector<std::string>>> places{};
};

void add_place(const std::string& document, const std::string& name, DoubtLine& line) {
  if (line.places.empty() || line.places.back().first != document)
    line.places.push_back({document, {}});
  line.places.back().second.push_back(name);
}

}  // namespace

Table source_table(Language language, const Message& title, const std::vector<Message>& heads) {
  Table table;
  table.title = title.text(language);
  const double widths[] = {40, 40, 28, 70};
  std::vector<HeaderCell> header;
  for (size_t i = 0; i < heads.size(); ++i) {
    table.columns.push_back({.fit = Fit::wrap, .width = widths[i]});
    header.push_back({heads[i].text(language)});
  }
  table.header = {header};
  return table;
}

Table left_out_table(const std::vector<LeftOut>& left_out, Language language) {
  Table table = source_table(
      language, words::kLeftOutTitle,
      {words::kCode, Message{"Ở đâu", "Where"}, words::kRemark, Message{"Lỗi", "Fault"}});
  table.id = "left_out";
  table.title = format_message(language, words::kLeftOutTitle, left_out.size());
  constexpr std::array kIds = {"school_id", "place", "", "fault"};
  for (size_t i = 0; i < kIds.size(); ++i) table.columns[i].id = kIds[i];
  for (const LeftOut& row : left_out)
    table.rows.push_back(
        {{text_cell(row.school_id), text_cell(row.place), {}, text_cell(row.message)}, {}});
  return table;
}

Table run_table(Language language, const std::string& version,
                const std::vector<std::pair<Message, std::string>>& lines) {
  Table table = source_table(language, words::kProgram, {Message{"Mục", "Item"}, words::kContent});
  table.id = "run";
  table.columns[0].id = "item";
  table.columns[1].id = "content";
  table.rows.push_back(
      {{text_cell(words::kProgram.text(language)), text_cell("kdcl " + version)}, {}});
  for (const auto& [label, text] : lines)
    if (!text.empty())
      table.rows.push_back({{text_cell(label.text(language)), text_cell(text)}, {}});
  return table;
}

Table sets_table(const Run& run, const std::vector<size_t>& sets, Language language) {
  Table table = source_table(language, words::kSets,
                             {words::kSets, words::kDocument, words::kInForce, words::kSha256});
  for (const size_t index : with_asked(run, sets)) {
    const CriteriaSet& set = run.sets[index];
    table.rows.push_back(
        {{text_cell(set.title.in(language) + " (" + set.id + ")"), text_cell(set.document),
          text_cell(in_force_text(set, language)), text_cell(set.sha256)},
         {}});
    for (const AmendedSet& base : set.bases)
      table.rows.push_back(
          {{text_cell(format_message(language, {"sửa đổi bộ {0}", "amends the set {0}"}, base.id)),
            text_cell(base.document), text_cell(""), text_cell(base.sha256)},
           {}});
  }
  return table;
}

Table inputs_table(const std::vector<InputFile>& inputs, Language language) {
  Table table = source_table(language, {"Tệp dữ liệu", "Data files"},
                             {Message{"Tệp", "File"}, words::kSha256});
  table.columns[1].width = 70;
  for (const InputFile& input : inputs)
    table.rows.push_back({{text_cell(input.name), text_cell(input.sha256)}, {}});
  return table;
}

Table unsettled_table(const Run& run, const std::vector<size_t>& sets, Language language) {
  Table table = source_table(
      language, {"Sửa đổi chưa được xác lập đầy đủ", "Amendments that are not fully established"},
      {words::kDocument, Message{"Tiêu chuẩn, tiêu chí, chỉ báo", "Standard, criterion, indicator"},
       Message{"Độ tin cậy", "Certainty"}, words::kContent});
  for (const size_t index : with_asked(run, sets)) {
    for (const Amendment& change : run.sets[index].changes) {
      if (change.checked == Certainty::high) continue;
      const Message certainty =
          change.checked == Certainty::low ? Message{"thấp", "low"} : Message{"vừa", "medium"};
      table.rows.push_back(
          {{text_cell(run.sets[index].document), text_cell(change.at),
            text_cell(certainty.text(language)), text_cell(change.because.in(language))},
           {}});
    }
  }
  return table;
}

std::vector<std::string> unsettled_lines(const Run& run, const std::vector<size_t>& sets,
                                         Language language) {
  std::vector<std::string> lines;
  for (const size_t index : with_asked(run, sets)) {
    std::vector<std::string> places;
    for (const Amendment& change : run.sets[index].changes)
      if (change.checked != Certainty::high) places.push_back(change.at);
    if (!places.empty())
      lines.push_back(format_message(
          language, {"Chưa xác lập đầy đủ trong {0}: {1}", "Not fully established in {0}: {1}"},
          run.sets[index].document, joined(places, ", ")));
  }
  return lines;
}

Table doubtful_table(const Run& run, const std::vector<DoubtfulItem>& items, Language language) {
  Table table =
      source_table(language,
                   {"Quy định có độ tin cậy thấp đã quyết định kết quả",
                    "Texts of low certainty that decided results"},
                   {words::kDocument, words::kIndicatorHead, words::kRowsHead, words::kContent});
  for (const DoubtfulItem& item : items) {
    const CriteriaSet& set = run.sets[item.set];
    const Indicator& indicator = set.indicators[item.indicator];
    table.rows.push_back({{text_cell(set.document), text_cell(indicator.name),
                           count_cell(item.rows), text_cell(indicator.text.in(language))},
                          {}});
  }
  return table;
}

Table doubts_table(const Run& run, const std::vector<DoubtfulItem>& items, Language language) {
  Table table =
      source_table(language, words::kInDoubtHead,
                   {words::kDocument, words::kIndicatorHead, words::kRowsHead, words::kContent});
  table.id = "in_doubt";
  size_t column = 0;
  for (const char* id : {"document", "indicator", "rows", "doubt"}) table.columns[column++].id = id;
  for (const DoubtfulItem& item : items) {
    const CriteriaSet& set = run.sets[item.set];
    const Indicator& indicator = set.indicators[item.indicator];
    table.rows.push_back(
        {{text_cell(set.document), text_cell(indicator.name), count_cell(item.rows),
          text_cell(doubt_text(*indicator.doubt, language))},
         {}});
  }
  return table;
}

std::vector<std::string> doubt_lines(const Run& run, const std::vector<DoubtfulItem>& items,
                                     Language language) {
  std::vector<DoubtLine> doubts;
  for (const DoubtfulItem& item : items) {
    const CriteriaSet& set = run.sets[item.set];
    const Indicator& indicator = set.indicators[item.indicator];
    auto known = std::find_if(doubts.begin(), doubts.end(), [&](const DoubtLine& line) {
      return line.doubt == *indicator.doubt;
    });
    if (known == doubts.end()) known = doubts.insert(known, {.doubt = *indicator.doubt});
    add_place(set.document, indicator.name, *known);
  }
  std::vector<std::string> lines;
  for (const DoubtLine& line : doubts) {
    std::vector<std::string> places;
    for (const auto& [document, names] : line.places)
      places.push_back(joined(names, ", ") + " (" + document + ")");
    lines.push_back(format_message(language, words::kInDoubt, joined(places, "; "),
                                   doubt_text(line.doubt, language)));
  }
  return lines;
}

namespace {

const Indicator& indicator_of(const Run& run, const Assumption& assumption) {
  return run.sets[assumption.set].indicators[assumption.indicator];
}

const Requirement& requirement_of(const Run& run, const Assumption& assumption) {
  return indicator_of(run, assumption).requirements[assumption.requirement];
}

/// The text with no place to break it.
std::string kept_together(std::string text) {
  for (size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at))
    text.replace(at, 1, "\u00A0");
  return text;
}

/// "≥ 70 %; ≥ 65 %".
std::string replaced_text(const Run& run, const Assumption& assumption, Language language) {
  std::vector<std::string> texts;
  for (const double value : assumption.replaced)
    texts.push_back(
        kept_together(required_text(run, requirement_of(run, assumption), value, language)));
  return joined(texts, "; ");
}

std::string assumption_line(const Run& run, const Assumption& assumption, Language language) {
  const Requirement& requirement = requirement_of(run, assumption);
  const std::string line =
      format_message(language,
                     {"Giả định: chỉ báo {0} ({1}), {2} {3} (thay {4})",
                      "What if: indicator {0} ({1}), {2} {3} (in place of {4})"},
                     indicator_of(run, assumption).name, run.sets[assumption.set].id,
                     lower_first(requirement.title.in(language)),
                     kept_together(required_text(run, requirement, assumption.value, language)),
                     replaced_text(run, assumption, language));
  if (assumption.where.empty()) return line;
  return format_message(language, {"{0} nếu {1}", "{0} where {1}"}, line, assumption.where);
}

}  // namespace

void state_assumptions(const Run& run, Report& report) {
  std::vector<std::string> lines;
  for (const Assumption& assumption : run.assumptions)
    lines.push_back(assumption_line(run, assumption, report.language));
  for (Sheet& sheet : report.sheets)
    sheet.subtitles.insert(sheet.subtitles.begin(), lines.begin(), lines.end());
}

Table assumptions_table(const Run& run, Language language) {
  Table table = source_table(language, words::kAssumptions,
                             {words::kSets, words::kIndicatorHead,
                              Message{"Thay cho", "In place of"}, words::kAssumptions});
  table.id = "what_if";
  for (size_t i = 0; const char* id : {"criteria_set", "indicator", "replaced", "statement"})
    table.columns[i++].id = id;
  for (const Assumption& assumption : run.assumptions)
    table.rows.push_back(
        {{text_cell(run.sets[assumption.set].id), text_cell(indicator_of(run, assumption).name),
          text_cell(replaced_text(run, assumption, language)), text_cell(assumption.statement)},
         {}});
  return table;
}

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

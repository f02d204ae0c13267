// "Phiếu đánh giá tiêu chí" (annexes 5a and 5b of CV 5932/BGDĐT-QLCL).
#include <algorithm>
#include <map>
#include <set>

#include "model/school_case.h"
#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/forms/marks.h"
#include "report/forms/parts.h"

namespace kdcl {
namespace {

/// Indicators of a criterion by level, levels rising.
std::map<int, std::vector<uint32_t>> indicators_by_level(const CriteriaSet& set,
                                                         const Criterion& criterion) {
  std::map<int, std::vector<uint32_t>> levels;
  for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
    const uint32_t index = criterion.first_indicator + i;
    levels[set.indicators[index].level].push_back(index);
  }
  return levels;
}

std::string lettered(const Indicator& indicator, const std::string& text) {
  return indicator.letter.empty() ? text : indicator.letter + ") " + text;
}

void add_texts(const FormView& form, const Criterion& criterion, Table& lines) {
  for (const auto& [level, indicators] : indicators_by_level(form.set(), criterion)) {
    add_lines(level_title(form.set(), level, form.language()) + ":", lines, {.bold = true});
    for (const uint32_t i : indicators) {
      const Indicator& indicator = form.set().indicators[i];
      add_lines(lettered(indicator, indicator.text.in(form.language())), lines, {.italic = true});
    }
  }
}

/// What was written on the criterion, then level by level on its indicators.
void add_state(const FormView& form, const Criterion& criterion, Table& lines) {
  add_lines(form.said(words::kState), lines, {.bold = true});
  add_lines(state_of(form, criterion.id), lines);
  for (const auto& [level, indicators] : indicators_by_level(form.set(), criterion)) {
    add_lines(level_title(form.set(), level, form.language()) + ":", lines);
    for (const uint32_t i : indicators) {
      const Indicator& indicator = form.set().indicators[i];
      if (const std::string state = state_of(form, indicator.name); !state.empty())
        add_lines(lettered(indicator, state), lines);
    }
  }
}

void add_texts_of(const FormView& form, const Message& title, const std::vector<std::string>& texts,
                  Table& lines) {
  add_lines(form.said(title), lines, {.bold = true});
  for (const std::string& text : texts) add_lines(text, lines);
}

Table notes_lines(const FormView& form, const Criterion& criterion) {
  Table lines = prose();
  static const NodeNotes kNone{};
  const NodeNotes* found = form.notes_on(criterion.id);
  const NodeNotes& notes = found ? *found : kNone;
  add_state(form, criterion, lines);
  add_texts_of(form, {"2. Điểm mạnh", "2. Strengths"}, notes.strengths, lines);
  add_texts_of(form, {"3. Điểm yếu", "3. Weaknesses"}, notes.weaknesses, lines);
  for (const std::string& cause : notes.causes)
    add_lines(format_message(form.language(), words::kCause, cause), lines);
  add_lines(form.said({"4. Kế hoạch cải tiến chất lượng", "4. Improvement plan"}), lines,
            {.bold = true});
  for (const PlanEntry& entry : notes.plan)
    add_lines("- " + plan_line(entry, form.language()) + ".", lines);
  add_lines(form.said(form.school.row.text(IdentityColumn::assessment) == "external"
                          ? Message{"5. Đánh giá", "5. Assessment"}
                          : words::kSelfAssessed),
            lines, {.bold = true});
  return lines;
}

Cell verdict_cell(const FormView& form, uint32_t indicator) {
  const size_t row = form.school.row.row;
  const Verdict judged = verdict_of(form.view.judged(), row, indicator);
  return text_cell(marked(verdict_words(judged, form.language()),
                          judged != verdict_of(form.view.score(), row, indicator)));
}

/// The levels side by side: indicator and verdict of each.
Table verdict_table(const FormView& form, const Criterion& criterion) {
  const auto levels = indicators_by_level(form.set(), criterion);
  const double width = 80.0 / static_cast<double>(2 * levels.size());
  Table table = form_table();
  table.header.resize(2);
  size_t rows = 0;
  for (const auto& [level, indicators] : levels) {
    table.columns.push_back({.align = Align::center, .width = width});
    table.columns.push_back({.align = Align::center, .fit = Fit::wrap, .width = width});
    table.header[0].push_back({level_title(form.set(), level, form.language()), 2});
    table.header[1].push_back({form.said(words::kIndicatorHead)});
    table.header[1].push_back({form.said({"Đạt/Không đạt", "Met/not met"})});
    rows = std::max(rows, indicators.size());
  }
  for (size_t i = 0; i < rows; ++i) {
    Row row;
    for (const auto& [level, indicators] : levels) {
      if (i >= indicators.size()) {
        row.cells.insert(row.cells.end(), {text_cell(""), text_cell("")});
        continue;
      }
      const Indicator& indicator = form.set().indicators[indicators[i]];
      row.cells.push_back(text_cell(indicator.letter.empty() ? "–" : indicator.letter));
      row.cells.push_back(verdict_cell(form, indicators[i]));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Sheet criterion_sheet(const FormView& form, const Criterion& criterion) {
  const CriteriaSet& set = form.set();
  const Standard& standard = set.standards[criterion.standard];
  const int lowest = set.indicators[criterion.first_indicator].level;
  Sheet sheet;
  sheet.landscape = false;
  sheet.title = form.said(
      lowest >= 4 ? Message{"PHIẾU ĐÁNH GIÁ TIÊU CHÍ MỨC 4", "SHEET OF A CRITERION OF LEVEL 4"}
                  : words::kCriterionTitle);
  Table head = prose();
  const Language language = form.language();
  add_lines(format_message(language, {"Trường: {0}", "School: {0}"},
                           form.school.row.text(IdentityColumn::school_name)),
            head);
  add_lines(form.said({"Nhóm, cá nhân: ................................",
                       "Group, person: ................................"}),
            head);
  add_lines(standard_words(standard, language), head, {.bold = true});
  add_lines(
      format_message(language, words::kCriterionLine, criterion.id, criterion.title.in(language)),
      head, {.bold = true});
  add_texts(form, criterion, head);
  Table result = prose();
  const auto index = static_cast<uint32_t>(&criterion - set.criteria.data());
  add_differences(form.view, {index}, result);
  add_lines(format_message(language, words::kResultLine,
                           level_words_of_both(set, lowest, judged_level(form.school.row, index),
                                               scored_level(form.school.row, index), language)),
            result, {.bold = true});
  sheet.tables = {std::move(head), notes_lines(form, criterion), verdict_table(form, criterion),
                  std::move(result)};
  sheet.signatures = SignatureBlock{
      {},
      {{form.said({"NGƯỜI VIẾT PHIẾU", "WRITTEN BY"}), form.said(words::kSignNote), {}},
       {form.said({"TRƯỞNG NHÓM CÔNG TÁC", "HEAD OF THE GROUP"}),
        form.said(words::kSignNote),
        {}}}};
  return sheet;
}

// The list of evidence: annex 4 of CV 5932/BGDĐT-QLCL (2018), annex IV of circular 57/2026.

namespace {

/// A document under the first criterion it belongs to.
struct ListedDocument {
  std::string criterion;  ///< empty if none is known
  size_t order = 0;       ///< of that criterion in the set; behind all where it is unknown
  std::string code;       ///< bare
  Document document;
};

/// The criterion that the list gives, else that of the code, else the first that uses it.
ListedDocument listed(const FormView& form, const Document& document) {
  const CriteriaSet& set = form.set();
  ListedDocument entry{{}, set.criteria.size(), bare_code(document.code), document};
  const auto find = [&](auto holds) {
    for (size_t i = 0; i < set.criteria.size() && entry.criterion.empty(); ++i)
      if (holds(i)) {
        entry.criterion = set.criteria[i].id;
        entry.order = i;
      }
  };
  const std::optional<uint32_t> by_code = criterion_of_code(set, document.code);
  find([&](size_t i) { return set.criteria[i].id == document.criterion; });
  find([&](size_t i) { return by_code == i; });
  return entry;
}

/// The documents listed, each code once, then codes that are used without being listed.
std::vector<ListedDocument> documents_of(const FormView& form) {
  std::vector<ListedDocument> documents;
  std::set<std::string> known;
  const auto add = [&](const Document& document) {
    if (document.code.empty() || known.insert(bare_code(document.code)).second)
      documents.push_back(listed(form, document));
  };
  for (const Document& document : form.school.notes().documents) add(document);
  for (const NodeNotes& node : form.school.notes().nodes)
    for (const EvidenceUse& evidence : node.evidence) {
      Document document;
      document.code = evidence.code;
      document.criterion = node.node;
      add(document);
    }
  std::stable_sort(documents.begin(), documents.end(),
                   [](const ListedDocument& a, const ListedDocument& b) {
                     return std::tie(a.order, a.code) < std::tie(b.order, b.code);
                   });
  return documents;
}

Table old_table(const FormView& form) {
  Table table = form_table();
  table.columns = {{.align = Align::center, .width = 9},  {.align = Align::center, .width = 6},
                   {.align = Align::center, .width = 15}, {.fit = Fit::wrap, .width = 48},
                   {.fit = Fit::wrap, .width = 26},       {.fit = Fit::wrap, .width = 22},
                   {.fit = Fit::wrap, .width = 14}};
  table.header = {
      {{form.said(words::kCriterionHead)},
       {form.said({"Số TT", "No."})},
       {form.said(words::kEvidenceCode)},
       {form.said(words::kEvidenceName)},
       {form.said({"Số, ngày ban hành, hoặc thời điểm khảo sát, điều tra, phỏng vấn, quan sát,…",
                   "Number and date, or time of the survey, interview, observation, …"})},
       {form.said({"Nơi ban hành hoặc nhóm, cá nhân thực hiện", "Issued or made by"})},
       {form.said(words::kRemarkHead)}}};
  std::string last;
  for (const ListedDocument& entry : documents_of(form)) {
    const Document& document = entry.document;
    const bool is_new = table.rows.empty() || entry.criterion != last;
    last = entry.criterion;
    table.rows.push_back(
        {{text_cell(is_new ? entry.criterion : ""), count_cell(table.rows.size() + 1),
          text_cell(printed_code(form.set(), document.code)), text_cell(document.title),
          text_cell(day_words(document.issued)), text_cell(document.issuer),
          text_cell(document.remark)},
         {}});
  }
  return table;
}

Table new_table(const FormView& form) {
  Table table = form_table();
  table.columns = {{.align = Align::center, .width = 6},
                   {.align = Align::center, .width = 15},
                   {.fit = Fit::wrap, .width = 54},
                   {.fit = Fit::wrap, .width = 40},
                   {.fit = Fit::wrap, .width = 20}};
  table.header = {{{form.said(words::kNumberHead)},
                   {form.said(words::kEvidenceCode)},
                   {form.said(words::kEvidenceName)},
                   {form.said({"Định dạng, vị trí lưu trữ hoặc đường dẫn điện tử",
                               "Format and place, or link"})},
                   {form.said(words::kRemarkHead)}}};
  for (const ListedDocument& entry : documents_of(form)) {
    const Document& document = entry.document;
    table.rows.push_back(
        {{count_cell(table.rows.size() + 1), text_cell(printed_code(form.set(), document.code)),
          text_cell(document.title), text_cell(document.location), text_cell(document.remark)},
         {}});
  }
  return table;
}

}  // namespace

Sheet evidence_sheet(const FormView& form) {
  const bool is_old = has_letters(form.set());
  Sheet sheet;
  sheet.title = form.said(is_old ? words::kEvidenceTitle
                                 : Message{"DANH MỤC MINH CHỨNG", "LIST OF EVIDENCE"});
  sheet.tables.push_back(is_old ? old_table(form) : new_table(form));
  sheet.main_table = 0;
  return sheet;
}

}  // namespace kdcl

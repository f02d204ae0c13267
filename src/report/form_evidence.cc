// The list of evidence: annex 4 of CV 5932/BGDĐT-QLCL (2018), annex IV of circular 57/2026.
#include <algorithm>
#include <set>

#include "model/evidence.h"
#include "report/form_sheets.h"
#include "report/form_words.h"
#include "report/phrases.h"

namespace kdcl {
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

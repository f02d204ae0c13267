#include "report/check/notes.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/pattern.h"
#include "base/text.h"
#include "model/school_case.h"
#include "report/common/phrases.h"

namespace kdcl {
namespace {

constexpr Message kUnknownNode{"bộ {0} không có tiêu chuẩn, tiêu chí hay chỉ báo \"{1}\"",
                               "{0} has no standard, criterion or indicator \"{1}\""};
constexpr Message kNearestNode{"có phải \"{0}\"?", "did you mean \"{0}\"?"};
constexpr Message kTwoDocuments{"mã {0} đã là của minh chứng khác: \"{1}\" ({2})",
                                "the code {0} already stands for another document: \"{1}\" ({2})"};
constexpr Message kOneDocumentACode{"mỗi minh chứng một mã, dùng chung cho mọi tiêu chí",
                                    "a document has one code, whichever criteria it is used for"};
constexpr Message kWrongForm{
    "mã minh chứng không đúng dạng của bộ tiêu chí: {0}",
    "codes of evidence that do not have the form of the criteria set: {0}"};
constexpr Message kLikeThis{"viết như {0}", "write them like {0}"};
constexpr Message kTwoCodes{"minh chứng \"{0}\" có hai mã: {1} và {2}",
                            "the document \"{0}\" has two codes: {1} and {2}"};
constexpr Message kNotListed{"mã minh chứng có dùng nhưng không có trong danh mục: {0}",
                             "codes of evidence that are used but not listed: {0}"};
constexpr Message kNotUsed{"minh chứng có trong danh mục nhưng không được dùng: {0}",
                           "evidence that is listed but not used: {0}"};
constexpr Message kWithoutEvidence{"đạt nhưng không có minh chứng: {0}",
                                   "met without evidence: {0}"};

constexpr size_t kMostNames = 20;  // of one warning

std::vector<std::string_view> node_names(const CriteriaSet& set) {
  std::vector<std::string_view> names;
  for (const Standard& standard : set.standards) names.push_back(standard.id);
  for (const Criterion& criterion : set.criteria) names.push_back(criterion.id);
  for (const Indicator& indicator : set.indicators) names.push_back(indicator.name);
  return names;
}

void check_node(const CriteriaSet& set, std::string_view node, const Location& place,
                Diagnostics& diagnostics) {
  const std::vector<std::string_view> names = node_names(set);
  if (std::find(names.begin(), names.end(), node) != names.end()) return;
  diagnostics.error(place, kUnknownNode, set.id, excerpt(node));
  if (const std::string_view near = nearest_name(node, names); !near.empty())
    diagnostics.hint(kNearestNode, near);
}

/// Codes, each once as the set writes it, and where the first was.
struct CodeList {
  std::vector<std::string> codes{};
  Location place{};

  void add(const std::string& code, const Location& where) {
    if (std::find(codes.begin(), codes.end(), code) != codes.end()) return;
    if (codes.empty()) place = where;
    codes.push_back(code);
  }
  void report(const Message& message, Diagnostics& diagnostics) const {
    if (!codes.empty()) diagnostics.warning(place, message, joined(codes, ", ", kMostNames));
  }
};

/// Every mention of a code, in the list of documents or in the notes.
void for_each_code(const SchoolNotes& notes, auto use) {
  for (const Document& document : notes.documents) use(document.code, document.place);
  for (const NodeNotes& node : notes.nodes)
    for (const EvidenceUse& evidence : node.evidence) use(evidence.code, evidence.place);
}

std::optional<Pattern> form_of_codes(const CriteriaSet& set) {
  return set.evidence_code.empty() ? std::nullopt : Pattern::read(set.evidence_code);
}

/// As the set writes it if the code has its form, else as it was written.
std::string shown_code(const CriteriaSet& set, const std::string& code) {
  const std::optional<Pattern> form = form_of_codes(set);
  return !form || form->matches(code) ? printed_code(set, code) : code;
}

void check_forms(const CriteriaSet& set, const SchoolNotes& notes, Diagnostics& diagnostics) {
  const std::optional<Pattern> pattern = form_of_codes(set);
  if (!pattern) return;
  CodeList wrong;
  std::string right;
  for_each_code(notes, [&](const std::string& code, const Location& place) {
    if (code.empty()) return;
    if (!pattern->matches(code))
      wrong.add(code, place);
    else if (right.empty())
      right = printed_code(set, code);
  });
  wrong.report(kWrongForm, diagnostics);
  if (!wrong.codes.empty() && !right.empty()) diagnostics.hint(kLikeThis, right);
}

/// Two documents of one title and one date are one.
void check_titles(const CriteriaSet& set, const SchoolNotes& notes, Diagnostics& diagnostics) {
  std::map<std::pair<std::string, std::string>, std::string> codes;  // by title and date
  for (const Document& document : notes.documents) {
    if (document.title.empty() || document.code.empty()) continue;
    const auto [known, is_new] =
        codes.try_emplace({fold(document.title), fold(document.issued)}, document.code);
    if (is_new || bare_code(known->second) == bare_code(document.code)) continue;
    diagnostics.warning(document.place, kTwoCodes, excerpt(document.title),
                        shown_code(set, known->second), shown_code(set, document.code));
  }
}

void check_lists(const CriteriaSet& set, const SchoolNotes& notes, Diagnostics& diagnostics) {
  std::set<std::string> listed, used;
  for (const Document& document : notes.documents) listed.insert(bare_code(document.code));
  CodeList not_listed, not_used;
  for (const NodeNotes& node : notes.nodes)
    for (const EvidenceUse& evidence : node.evidence) {
      used.insert(bare_code(evidence.code));
      if (!listed.contains(bare_code(evidence.code)))
        not_listed.add(shown_code(set, evidence.code), evidence.place);
    }
  for (const Document& document : notes.documents)
    if (!document.code.empty() && !used.contains(bare_code(document.code)))
      not_used.add(shown_code(set, document.code), document.place);
  not_listed.report(kNotListed, diagnostics);
  not_used.report(kNotUsed, diagnostics);
}

/// Criteria and indicators with evidence of their own.
std::set<std::string> nodes_with_evidence(const CriteriaSet& set, const SchoolNotes& notes) {
  std::set<std::string> nodes;
  for (const NodeNotes& node : notes.nodes)
    if (!node.evidence.empty()) nodes.insert(node.node);
  for (const Document& document : notes.documents) {
    nodes.insert(document.criterion);
    if (const auto criterion = criterion_of_code(set, document.code))
      nodes.insert(set.criteria[*criterion].id);
  }
  return nodes;
}

void check_met(const CriteriaSet& set, const ScoreBlock& score, size_t row,
               const SchoolNotes& notes, const Location& row_place, Diagnostics& diagnostics) {
  const std::set<std::string> nodes = nodes_with_evidence(set, notes);
  if (nodes.empty()) return;
  CodeList bare{.place = row_place};
  for (const Criterion& criterion : set.criteria) {
    if (nodes.contains(criterion.id)) continue;
    std::vector<std::string> names;
    bool is_whole = true;
    for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
      const Indicator& indicator = set.indicators[criterion.first_indicator + i];
      if (nodes.contains(indicator.name))
        is_whole = false;
      else if (score.met.test(row, criterion.first_indicator + i))
        names.push_back(indicator.name);
    }
    if (is_whole && !names.empty()) names = {criterion.id};
    bare.codes.insert(bare.codes.end(), names.begin(), names.end());
  }
  bare.report(kWithoutEvidence, diagnostics);
}

}  // namespace

void report_note_errors(const CriteriaSet& set, const SchoolNotes& notes,
                        Diagnostics& diagnostics) {
  for (const NodeNotes& node : notes.nodes)
    if (node.place.line > 0) check_node(set, node.node, node.place, diagnostics);
  std::map<std::string, const Document*> known;  // by code
  for (const Document& document : notes.documents) {
    if (!document.criterion.empty())
      check_node(set, document.criterion, document.place, diagnostics);
    if (document.code.empty() || document.title.empty()) continue;
    const auto [before, is_new] = known.try_emplace(bare_code(document.code), &document);
    if (is_new || fold(before->second->title) == fold(document.title)) continue;
    diagnostics
        .error(document.place, kTwoDocuments, shown_code(set, document.code),
               excerpt(before->second->title), line_text(before->second->place))
        .hint(kOneDocumentACode);
  }
}

void report_evidence(const CriteriaSet& set, const ScoreBlock& score, size_t row,
                     const SchoolNotes& notes, const Location& row_place,
                     Diagnostics& diagnostics) {
  check_forms(set, notes, diagnostics);
  check_titles(set, notes, diagnostics);
  check_lists(set, notes, diagnostics);
  check_met(set, score, row, notes, row_place, diagnostics);
}

}  // namespace kdcl

#include "report/criteria_amendments.h"

#include <array>

#include "report/criteria_diff_words.h"
#include "report/criteria_words.h"
#include "report/phrases.h"

namespace kdcl {
namespace {

constexpr Message kAmendments{"Thay đổi so với {0}: {1}", "Changes to {0}: {1}"};
constexpr Message kPlace{"Vị trí", "Place"};
constexpr Message kDone{"Loại", "Change"};
constexpr Message kWhy{"Căn cứ, nội dung", "Grounds, content"};

/// By Amendment::Kind.
constexpr std::array kKinds = {diff_words::kChanged, diff_words::kAdded, diff_words::kRemoved};

}  // namespace

Table amendments_table(const CriteriaSet& set, Language language) {
  std::vector<std::string> bases;
  for (const AmendedSet& base : set.bases) bases.push_back(base.id + " (" + base.document + ")");
  Table table;
  table.title = format_message(language, kAmendments, joined(bases, ", "),
                               std::to_string(set.changes.size()));
  table.columns = {{.width = 10}, {.width = 12}, {.fit = Fit::wrap, .width = 98}};
  table.header.emplace_back();
  for (const Message& head : {kPlace, kDone, kWhy})
    table.header[0].push_back({std::string(head.in(language))});
  for (const Amendment& change : set.changes) {
    const Message& kind = kKinds[static_cast<size_t>(change.kind)];
    table.rows.push_back(
        {{text_cell(change.at), text_cell(std::string(kind.in(language))),
          text_cell(change.because.in(language) + certainty_note(change.checked, language))},
         {}});
  }
  return table;
}

}  // namespace kdcl

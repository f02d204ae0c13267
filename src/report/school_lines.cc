#include "report/school_lines.h"

#include "report/form_parts.h"
#include "report/phrases.h"
#include "report/school_words.h"
#include "report/words.h"

namespace kdcl {
namespace {

Message assessor(const SchoolView& view) {
  const std::string_view assessment = view.at.text(IdentityColumn::assessment);
  if (assessment == "external") return external_word(view.set());
  return assessment == "self" ? words::kSelf : words::kAssessed;
}

}  // namespace

Message external_word(const CriteriaSet& set) {
  return has_letters(set) ? Message{"đánh giá ngoài", "external assessment"}
                          : Message{"thẩm định", "external assessment"};
}

std::string school_title(const RowAt& at) {
  const std::string id(at.text(IdentityColumn::school_id));
  const std::string name(at.text(IdentityColumn::school_name));
  return name.empty() ? id : name + " (" + id + ")";
}

std::string row_line(const SchoolView& view) {
  std::vector<std::string> parts;
  for (const IdentityColumn column : {IdentityColumn::commune, IdentityColumn::district})
    if (!view.at.text(column).empty()) parts.emplace_back(view.at.text(column));
  if (const std::string_view stage = view.at.text(IdentityColumn::stage); !stage.empty())
    parts.push_back(stage_title(stage, view.language));
  std::string when(assessor(view).in(view.language));
  const Day day = view.table().assessed_on[view.at.row];
  if (day != kNoDate) when += " " + format_day_first(day);
  parts.push_back(std::move(when));
  if (view.table().set[view.at.row] != kNoSet) parts.push_back(view.set().document);
  return joined(parts, " · ");
}

std::string level_text(const SchoolView& view, int level, int level_max) {
  const CriteriaSet& set = view.set();
  std::string line = level > 0 ? format_message(view.language, words::kReached,
                                                level_title(set, level, view.language))
                               : format_message(view.language, {"Chưa đạt {0}", "Below {0}"},
                                                level_title(set, 1, view.language));
  if (level_max > level)
    line += format_message(view.language, words::kUpTo, level_title(set, level_max, view.language));
  return line;
}

std::string awards_text(const SchoolView& view, int level) {
  std::vector<std::string> awards;
  for (const AwardFamily& family : view.set().award_families) {
    if (const int number = award_number(family, level))
      awards.push_back(lower_first(award_title(family, number, view.language)));
  }
  return joined(awards, " · ");
}

std::string row_level_line(const SchoolView& view, const ScoreBlock& score) {
  const size_t row = view.at.row;
  std::string line = level_text(view, score.level[row], score.level_max[row]);
  std::string awards = awards_text(view, score.school_level[row]);
  if (awards.empty()) return line;
  if (score.school_level[row] != score.level[row])
    awards = format_message(view.language, {"toàn trường: {0}", "whole school: {0}"}, awards);
  return line + " · " + awards;
}

std::string decision_line(const SchoolView& view) {
  const DecisionOf decision = decision_of(view.run, {{view.at}});
  if (decision.decision == Decision::no_data) return {};
  if (decision.decision == Decision::none)
    return std::string(Message{"Theo quyết định: chưa được công nhận chuẩn quốc gia",
                               "By decision: not at national standard"}
                           .in(view.language));
  std::string when;
  if (decision.since != kNoDate)
    when = format_message(view.language, {", công nhận ngày {0}", ", recognised on {0}"},
                          format_day_first(decision.since));
  if (decision.decision == Decision::expired)
    when += Message{", đã hết hiệu lực", ", expired"}.in(view.language);
  return format_message(view.language,
                        {"Theo quyết định: chuẩn quốc gia mức độ {0}{1}",
                         "By decision: national standard level {0}{1}"},
                        decision.level, when);
}

}  // namespace kdcl

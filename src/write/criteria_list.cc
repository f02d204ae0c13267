#include "write/criteria_list.h"

#include <fmt/format.h>

#include "base/date.h"
#include "write/score_csv.h"
#include "write/score_json.h"

namespace kdcl {
namespace {

std::string day(Day value) { return value == kNoDate ? std::string() : format_iso(value); }

std::string json_day(Day value) {
  return value == kNoDate ? std::string("null") : json_string(format_iso(value));
}

}  // namespace

std::string criteria_list_csv(std::span<const CriteriaSet> sets, Language language) {
  std::string out = "id,title,document,from,to,criteria,indicators\n";
  for (const CriteriaSet& set : sets)
    out += fmt::format("{},{},{},{},{},{},{}\n", set.id, csv_field(set.title.in(language), false),
                       csv_field(set.document, false), day(set.in_force_from), day(set.in_force_to),
                       set.criteria.size(), set.indicators.size());
  return out;
}

std::string criteria_list_json(std::span<const CriteriaSet> sets) {
  std::string out;
  for (const CriteriaSet& set : sets)
    out += fmt::format(
        "{}\n  {{\"id\": {}, \"title\": {{\"vi\": {}, \"en\": {}}}, \"document\": {}, \"from\": "
        "{}, "
        "\"to\": {}, \"criteria\": {}, \"indicators\": {}}}",
        out.empty() ? "" : ",", json_string(set.id), json_string(set.title.vi),
        json_string(set.title.en), json_string(set.document), json_day(set.in_force_from),
        json_day(set.in_force_to), set.criteria.size(), set.indicators.size());
  return "[" + out + "\n]\n";
}

}  // namespace kdcl

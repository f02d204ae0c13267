#include "command/expressions.h"

#include <map>
#include <set>

#include "base/text.h"
#include "command/messages.h"
#include "read/criteria_reading.h"

namespace kdcl {

using namespace message;

namespace {

void suggest(std::string_view written, const std::vector<std::string_view>& names,
             Diagnostics& diagnostics) {
  const std::string_view nearest = nearest_name(written, names);
  if (!nearest.empty()) diagnostics.hint(kSuggestName, nearest);
}

/// The measures of all sets of the run, each name once. One that `source` uses must mean the same
/// in every set that has it.
std::vector<Measure> measures_for(const std::string& source, const Run& run,
                                  Diagnostics& diagnostics) {
  std::vector<Measure> measures;
  std::map<std::string_view, std::pair<const Measure*, const CriteriaSet*>> known;
  std::set<std::string_view> used;
  for (const std::string_view name : names_in(source)) used.insert(name);
  for (const CriteriaSet& set : run.sets) {
    for (const Measure& measure : set.measures) {
      const auto [first, is_new] = known.try_emplace(measure.id, &measure, &set);
      if (is_new) {
        measures.push_back(measure);
        continue;
      }
      const Expression& formula = first->second.first->formula;
      if (same_meaning(formula, measure.formula) || used.erase(measure.id) == 0) continue;
      diagnostics
          .error({},
                 {"--where: số đo {0} có công thức khác nhau trong {1} và {2}",
                  "--where: the measure {0} has different formulas in {1} and {2}"},
                 measure.id, first->second.second->id, set.id)
          .hint({"chọn một bộ bằng -c", "choose one of them with -c"});
    }
  }
  return measures;
}

}  // namespace

std::optional<GroupColumn> find_group(const std::string& name, const Run& run,
                                      Diagnostics& diagnostics) {
  GroupColumn group;
  group.identity = find_identity(name);
  for (uint32_t i = 0; i < run.fields.size() && !group.identity; ++i)
    if (run.fields[i].id == name) group.field = i;
  if (group.identity || group.field) return group;
  std::vector<std::string_view> names;
  for (size_t i = 0; i < kIdentityColumns; ++i)
    names.push_back(identity_name(static_cast<IdentityColumn>(i)));
  for (const Field& field : run.fields) names.push_back(field.id);
  suggest(name, names,
          diagnostics.error({}, {"--by: không có cột \"{0}\"", "--by: there is no column \"{0}\""},
                            excerpt(name)));
  return {};
}

std::optional<Expression> read_where(const std::string& source, const Run& run,
                                     Diagnostics& diagnostics) {
  const std::vector<Measure> measures = measures_for(source, run, diagnostics);
  return parse_expression(source, {"--where", 1, 1}, ValueKind::truth, {run.fields, measures},
                          diagnostics);
}

}  // namespace kdcl

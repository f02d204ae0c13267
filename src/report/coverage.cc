#include "report/coverage.h"

#include "report/common/phrases.h"

namespace kdcl {
namespace {

constexpr Message kGap{"in_force: trường {0} không có bộ nào từ {1} đến {2}",
                       "in_force: no set is for {0} from {1} to {2}"};
constexpr Message kOverlap{"in_force: trường {0} có nhiều bộ cùng lúc, {1}: {2}",
                           "in_force: several sets are for {0} at a time, {1}: {2}"};
constexpr Message kFromTo{"{0}-{1}", "{0}-{1}"};
constexpr Message kFrom{"từ {0}", "from {0}"};

std::string days_text(const Stretch& stretch, Language language) {
  const std::string from = format_day_first(stretch.from);
  if (stretch.to == kNoDate) return format_message(language, kFrom, from);
  if (stretch.to == stretch.from) return from;
  return format_message(language, kFromTo, from, format_day_first(stretch.to));
}

std::string set_names(const Run& run, const Stretch& stretch) {
  std::vector<std::string> ids;
  for (const size_t set : stretch.sets) ids.push_back(run.sets[set].id);
  return kdcl::joined(ids, " + ");
}

}  // namespace

void report_coverage_faults(const Run& run, const std::vector<Coverage>& coverages,
                            Diagnostics& diagnostics) {
  for (const Coverage& coverage : coverages) {
    const CriteriaSet* before = nullptr;
    for (const Stretch& stretch : coverage.stretches) {
      if (stretch.sets.empty())
        diagnostics.warning(before->in_force_place, kGap, coverage.school_type,
                            format_day_first(stretch.from), format_day_first(stretch.to));
      else
        before = &run.sets[stretch.sets.back()];
      if (stretch.sets.size() > 1)
        diagnostics.warning(before->in_force_place, kOverlap, coverage.school_type,
                            days_text(stretch, diagnostics.language()), set_names(run, stretch));
    }
  }
}

std::vector<std::string> coverage_lines(const Run& run, const std::vector<Coverage>& coverages,
                                        Language language) {
  std::vector<std::string> lines;
  for (const Coverage& coverage : coverages) {
    std::vector<std::string> parts;
    for (const Stretch& stretch : coverage.stretches)
      if (!stretch.sets.empty())
        parts.push_back(days_text(stretch, language) + ' ' + set_names(run, stretch));
    lines.push_back(fmt::format("{}: {}", coverage.school_type, kdcl::joined(parts, "; ")));
  }
  return lines;
}

}  // namespace kdcl

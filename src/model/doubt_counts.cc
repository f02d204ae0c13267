#include "model/doubt_counts.h"

namespace kdcl {

DoubtCounts::DoubtCounts(const Run& run, Day day) : run_(run), day_(day) {
  for (const CriteriaSet& set : run.sets) {
    std::vector<size_t>& indicators = in_doubt_.emplace_back();
    for (size_t i = 0; i < set.indicators.size(); ++i)
      if (set.indicators[i].doubt) indicators.push_back(i);
  }
}

void DoubtCounts::add(const RowAt& at) {
  for (const size_t indicator : in_doubt_[at.set()])
    if (is_in_doubt(run_, at, indicator, day_)) ++rows_[{at.set(), indicator}];
}

}  // namespace kdcl

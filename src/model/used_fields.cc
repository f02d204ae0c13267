#include "model/used_fields.h"

#include <set>

#include "model/run.h"

namespace kdcl {
namespace {

/// Collects the fields that a set uses: those that decide or are monitored, and those that only its
/// data tables show.
class UsedFields {
 public:
  explicit UsedFields(const CriteriaSet& set) {
    add(set.applies_to);
    for (const Monitor& monitor : set.monitors) add(monitor.figure);
    for (const Criterion& criterion : set.criteria) add(criterion.where);
    for (const Indicator& indicator : set.indicators) add(indicator);
    for (const AwardFamily& family : set.award_families)
      for (const Award& award : family.awards)
        for (const Condition& condition : award.conditions) add(condition.where);
    order_.assign(fields_.begin(), fields_.end());
    for (const DataTable& table : set.data_tables) add_later(set, table);
  }

  /// The first ones as they rise, then those of the data tables in the order of their rows.
  [[nodiscard]] const std::vector<uint32_t>& order() const { return order_; }
  [[nodiscard]] bool has(uint32_t field) const { return fields_.contains(field); }
  [[nodiscard]] bool has_all(const Expression& expression) const {
    for (const uint32_t field : fields_of(expression))
      if (!has(field)) return false;
    return true;
  }

 private:
  void add(const Expression& expression) {
    for (const uint32_t field : fields_of(expression)) fields_.insert(field);
  }
  void add(const std::optional<Expression>& expression) {
    if (expression) add(*expression);
  }
  void add(const Indicator& indicator) {
    add(indicator.where);
    for (const Requirement& requirement : indicator.requirements) {
      add(requirement.figure);
      add(requirement.where);
      for (const Exception& exception : requirement.exceptions) add(exception.where);
    }
  }

  void add_later(const Expression& expression) {
    for (const uint32_t field : fields_of(expression)) add_later(field);
  }
  void add_later(uint32_t field) {
    if (fields_.insert(field).second) order_.push_back(field);
  }
  void add_later(const CriteriaSet& set, const DataTable& table) {
    if (table.where) add_later(*table.where);
    for (const DataRow& row : table.rows) {
      if (row.where) add_later(*row.where);
      for (const DataFigure& figure : row.show) {
        if (figure.kind == DataFigure::Kind::field) add_later(figure.index);
        if (const Measure* measure = measure_of(set, figure)) add_later(measure->formula);
      }
    }
  }

  std::set<uint32_t> fields_;
  std::vector<uint32_t> order_;
};

}  // namespace

std::vector<uint32_t> used_fields(const CriteriaSet& set) { return UsedFields(set).order(); }

std::vector<uint32_t> used_measures(const CriteriaSet& set) {
  const UsedFields used(set);
  std::vector<uint32_t> measures;
  for (size_t i = 0; i < set.measures.size(); ++i)
    if (used.has_all(set.measures[i].formula)) measures.push_back(static_cast<uint32_t>(i));
  return measures;
}

}  // namespace kdcl

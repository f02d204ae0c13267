#include "model/criteria.h"

#include <cassert>
#include <cstring>
#include <set>
#include <type_traits>

#include "model/run.h"

namespace kdcl {
namespace {

class Packer {
 public:
  explicit Packer(std::string& bytes) : bytes_(bytes) {}

  void raw(const void* data, size_t size) { bytes_.append(static_cast<const char*>(data), size); }
  void text(std::string& value) {
    size(value.size());
    raw(value.data(), value.size());
  }
  size_t size(size_t value) {
    const auto small = static_cast<uint32_t>(value);
    raw(&small, sizeof small);
    return value;
  }

 private:
  std::string& bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : bytes_(bytes) {}

  void raw(void* data, size_t size) {
    assert(size <= bytes_.size());
    std::memcpy(data, bytes_.data(), size);
    bytes_.remove_prefix(size);
  }
  void text(std::string& value) {
    const size_t length = size(0);
    value.assign(bytes_.substr(0, length));
    bytes_.remove_prefix(length);
  }
  size_t size(size_t /*ignored*/) {
    uint32_t small = 0;
    raw(&small, sizeof small);
    return small;
  }

 private:
  std::string_view bytes_;
};

template <typename Archive, typename T>
requires std::is_arithmetic_v<T> || std::is_enum_v<T>
void visit(Archive& archive, T& value) { archive.raw(&value, sizeof value); }

template <typename Archive>
void visit(Archive& archive, std::string& value) {
  archive.text(value);
}

template <typename Archive, typename... Parts>
void visit_all(Archive& archive, Parts&... parts) {
  (visit(archive, parts), ...);
}

template <typename Archive, typename T>
void visit(Archive& archive, std::optional<T>& value) {
  bool has_value = value.has_value();
  visit(archive, has_value);
  if (!has_value) return;
  if (!value) value.emplace();
  visit(archive, *value);
}

template <typename Archive, typename T>
void visit(Archive& archive, std::vector<T>& values) {
  values.resize(archive.size(values.size()));
  for (T& value : values) visit(archive, value);
}

template <typename Archive>
void visit(Archive& archive, LocalText& text) {
  visit_all(archive, text.vi, text.en);
}
template <typename Archive>
void visit(Archive& archive, ExpressionNode& node) {
  visit_all(archive, node.operation, node.kind, node.left, node.right, node.value, node.inlined);
}
template <typename Archive>
void visit(Archive& archive, Expression& expression) {
  visit_all(archive, expression.source, expression.nodes, expression.texts);
}
template <typename Archive>
void visit(Archive& archive, Unit& unit) {
  visit_all(archive, unit.vi, unit.en, unit.one);
}
template <typename Archive>
void visit(Archive& archive, Choice& choice) {
  visit_all(archive, choice.id, choice.title);
}
template <typename Archive>
void visit(Archive& archive, Field& field) {
  visit_all(archive, field.id, field.title, field.type, field.unit, field.min, field.max,
            field.part_of, field.values, field.aliases, field.folded);
}
template <typename Archive>
void visit(Archive& archive, Measure& measure) {
  visit_all(archive, measure.id, measure.title, measure.unit, measure.formula);
}
template <typename Archive>
void visit(Archive& archive, Exception& exception) {
  visit_all(archive, exception.where, exception.value, exception.because, exception.checked);
}
template <typename Archive>
void visit(Archive& archive, Requirement& requirement) {
  visit_all(archive, requirement.measure, requirement.is_level, requirement.title, requirement.unit,
            requirement.figure, requirement.field, requirement.comparison, requirement.value,
            requirement.where, requirement.exceptions, requirement.covers_part,
            requirement.checked);
}
template <typename Archive>
void visit(Archive& archive, Doubt& doubt) {
  visit_all(archive, doubt.from, doubt.to, doubt.because);
}
template <typename Archive>
void visit(Archive& archive, Indicator& indicator) {
  visit_all(archive, indicator.name, indicator.letter, indicator.criterion, indicator.level,
            indicator.text, indicator.clause, indicator.where, indicator.requirements,
            indicator.doubt, indicator.checked);
}
template <typename Archive>
void visit(Archive& archive, Criterion& criterion) {
  visit_all(archive, criterion.id, criterion.title, criterion.standard, criterion.clause,
            criterion.mandatory, criterion.where, criterion.first_indicator,
            criterion.indicator_count, criterion.monitor, criterion.evidence, criterion.checked);
}
template <typename Archive>
void visit(Archive& archive, Standard& standard) {
  visit_all(archive, standard.id, standard.title, standard.first_criterion,
            standard.criterion_count, standard.checked);
}
template <typename Archive>
void visit(Archive& archive, Need& need) {
  visit_all(archive, need.group, need.at_least, need.level);
}
template <typename Archive>
void visit(Archive& archive, Level& level) {
  visit_all(archive, level.level, level.title, level.needs);
}
template <typename Archive>
void visit(Archive& archive, Condition& condition) {
  visit_all(archive, condition.id, condition.text, condition.where, condition.checked);
}
template <typename Archive>
void visit(Archive& archive, Award& award) {
  visit_all(archive, award.level, award.title, award.valid_years, award.conditions, award.checked);
}
template <typename Archive>
void visit(Archive& archive, AwardFamily& family) {
  visit_all(archive, family.id, family.awards);
}
template <typename Archive>
void visit(Archive& archive, Monitor& monitor) {
  visit_all(archive, monitor.id, monitor.title, monitor.unit, monitor.figure);
}
template <typename Archive>
void visit(Archive& archive, DataFigure& figure) {
  visit_all(archive, figure.kind, figure.index);
}
template <typename Archive>
void visit(Archive& archive, DataRow& row) {
  visit_all(archive, row.number, row.title, row.show, row.where, row.checked);
}
template <typename Archive>
void visit(Archive& archive, DataTable& table) {
  visit_all(archive, table.number, table.title, table.columns, table.has_remarks, table.note,
            table.where, table.rows, table.checked);
}
template <typename Archive>
void visit(Archive& archive, Amendment& change) {
  visit_all(archive, change.at, change.kind, change.checked, change.because);
}
template <typename Archive>
void visit(Archive& archive, AmendedSet& base) {
  visit_all(archive, base.id, base.document, base.sha256);
}
template <typename Archive>
void visit(Archive& archive, CriteriaSet& set) {
  visit_all(archive, set.id, set.bases, set.changes, set.title, set.document, set.issued,
            set.in_force_from, set.in_force_to, set.applies_to, set.per_stage, set.evidence_code,
            set.levels, set.award_families, set.fields, set.measures, set.monitors, set.standards,
            set.criteria, set.indicators, set.data_tables, set.data_years, set.checked, set.sha256,
            set.file);
}

}  // namespace

std::string pack_criteria(const CriteriaSet& set) {
  std::string bytes;
  Packer packer(bytes);
  CriteriaSet copy =
      set;  // one description serves both directions, so it takes what it could change
  visit(packer, copy);
  return bytes;
}

CriteriaSet unpack_criteria(std::string_view bytes) {
  CriteriaSet set;
  Unpacker unpacker(bytes);
  visit(unpacker, set);
  return set;
}

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

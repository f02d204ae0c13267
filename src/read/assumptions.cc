#include "read/assumptions.h"

#include <algorithm>
#include <optional>

#include "read/assumption_messages.h"
#include "read/assumption_places.h"
#include "read/assumption_text.h"
#include "read/requirement_value.h"

namespace kdcl {

using namespace message;

namespace {

/// One requirement that one statement changes.
struct Change {
  const AssumptionText* text = nullptr;
  RequirementPlace place{};
  double value = 0;
  std::optional<Expression> where{};
};

bool are_same(const std::optional<Expression>& a, const std::optional<Expression>& b) {
  return a.has_value() == b.has_value() && (!a || same_meaning(*a, *b));
}

/// The value that a statement gives a requirement.
std::optional<double> read_assumed(const AssumptionText& text, const Run& run,
                                   const RequirementPlace& place, Diagnostics& diagnostics) {
  const YamlValues values("--set", diagnostics);
  const Requirement& requirement = place.in(run);
  if (!requirement.is_level)
    return read_value(values, text.value, text.comparison, field_of(run, requirement));
  const JudgedSet& other = set_in_place(run, run.judged[place.set], requirement.measure, kNoDate);
  return read_level(values, text.value, text.comparison, run.sets[other.set].top_level());
}

/// The changes of one statement. Sets of a run may mean different things by a measure, so each
/// reads the condition for itself; the first that can't says why.
void read_changes(const AssumptionText& text, const Run& run, std::vector<Change>& changes,
                  Diagnostics& diagnostics) {
  const std::vector<RequirementPlace> places = find_places(text, run, diagnostics);
  if (places.empty()) return;
  const std::optional<double> value = read_assumed(text, run, places.front(), diagnostics);
  for (const RequirementPlace& place : places) {
    Change change{&text, place, value.value_or(0), {}};
    if (text.where) {
      change.where = parse_expression(text.where->text, text.place(*text.where), ValueKind::truth,
                                      {run.fields, run.sets[place.set].measures}, diagnostics);
      if (!change.where) return;
    }
    changes.push_back(std::move(change));
  }
}

void report_doubles(const std::vector<Change>& changes, const Run& run, Diagnostics& diagnostics) {
  for (auto later = changes.begin(); later != changes.end(); ++later) {
    const auto same = std::find_if(changes.begin(), later, [&](const Change& earlier) {
      return earlier.text != later->text && earlier.place == later->place &&
             are_same(earlier.where, later->where);
    });
    if (same != later)
      diagnostics.error(
          later->text->place({}),
          {"chỉ báo {0} của bộ {1} đã có giả định với cùng điều kiện ở --set thứ {2}",
           "the indicator {0} of {1} is assumed under the same condition in --set number {2}"},
          later->place.indicator_in(run).name, run.sets[later->place.set].id, same->text->number);
  }
}

/// The values of a requirement, each once.
std::vector<double> values_of(const Requirement& requirement) {
  std::vector<double> values{requirement.value};
  for (const Exception& exception : requirement.exceptions)
    if (std::find(values.begin(), values.end(), exception.value) == values.end())
      values.push_back(exception.value);
  return values;
}

Exception make_exception(const Change& change) {
  const std::string& statement = change.text->statement;
  return {*change.where,
          change.value,
          {format_message(Language::vi, kAssumedBecause, statement),
           format_message(Language::en, kAssumedBecause, statement)},
          Certainty::high};
}

/// Puts the change into its requirement; what is said about it.
Assumption apply(const Change& change, Run& run) {
  const RequirementPlace& at = change.place;
  Requirement& requirement = run.sets[at.set].indicators[at.indicator].requirements[at.requirement];
  Assumption made{change.text->statement, at.set, at.indicator, at.requirement, change.value};
  made.replaced = values_of(requirement);
  if (change.where) {
    made.where = change.where->source;
    requirement.exceptions.insert(requirement.exceptions.begin(), make_exception(change));
  } else {
    requirement.value = change.value;
    requirement.exceptions.clear();
  }
  return made;
}

/// Those without a condition first, for they take away exceptions; then the last condition first,
/// so that the first one typed comes to stand before all others.
void apply_all(const std::vector<Change>& changes, Run& run) {
  run.assumptions.resize(changes.size());
  for (size_t i = 0; i < changes.size(); ++i)
    if (!changes[i].where) run.assumptions[i] = apply(changes[i], run);
  for (size_t i = changes.size(); i-- > 0;)
    if (changes[i].where) run.assumptions[i] = apply(changes[i], run);
}

/// What the requirement asks under the same condition: that of an exception, else its own value.
double value_under(const std::optional<Expression>& where, const Requirement& requirement) {
  for (const Exception& exception : requirement.exceptions)
    if (where && are_same(*where, exception.where)) return exception.value;
  return requirement.value;
}

bool are_comparable(const Indicator& a, const Requirement& one, const Indicator& b,
                    const Requirement& other) {
  return a.criterion == b.criterion && a.level != b.level && one.measure == other.measure &&
         one.comparison == other.comparison && are_same(a.where, b.where) &&
         are_same(one.where, other.where);
}

void warn_of_loosening(const Change& change, const Run& run, Diagnostics& diagnostics) {
  const CriteriaSet& set = run.sets[change.place.set];
  const Indicator& changed = change.place.indicator_in(run);
  for (const Indicator& indicator : set.indicators) {
    for (const Requirement& other : indicator.requirements) {
      if (!are_comparable(changed, change.place.in(run), indicator, other)) continue;
      const double beside = value_under(change.where, other);
      const bool is_lower = changed.level < indicator.level;
      const Indicator& lower = is_lower ? changed : indicator;
      const Indicator& upper = is_lower ? indicator : changed;
      if (asks_more(other.comparison, is_lower ? change.value : beside,
                    is_lower ? beside : change.value))
        diagnostics.warning(
            change.text->place(change.text->indicator),
            {"{0}: chỉ báo {1} ở mức {2} khi đó đòi cao hơn {3} ở mức {4}",
             "{0}: the indicator {1} of level {2} then asks more than {3} of level {4}"},
            set.id, lower.name, lower.level, upper.name, upper.level);
    }
  }
}

}  // namespace

void take_assumptions(const std::vector<std::string>& statements, Run& run,
                      Diagnostics& diagnostics) {
  std::vector<AssumptionText> texts;
  for (size_t i = 0; i < statements.size(); ++i)
    if (auto text = read_assumption_text(statements[i], i + 1, diagnostics))
      texts.push_back(std::move(*text));
  std::vector<Change> changes;
  for (const AssumptionText& text : texts) read_changes(text, run, changes, diagnostics);
  report_doubles(changes, run, diagnostics);
  if (diagnostics.has_errors()) return;
  apply_all(changes, run);
  for (const Change& change : changes) warn_of_loosening(change, run, diagnostics);
}

}  // namespace kdcl

// A criteria set: everything a circular says, as data. Read from YAML by read/criteria; indices
// refer to positions in the vectors of the same set. Source of the rules: the circular named by
// `document`.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/language.h"
#include "model/expression.h"

namespace kdcl {

/// How well a text was checked against the circular. Nodes that do not say inherit from the node
/// above; a set's default is high.
enum class Certainty : uint8_t { high, medium, low };

enum class FieldType : uint8_t { integer, number, text, date, choice, scale, flag };

/// What a field of the type yields in an expression.
[[nodiscard]] constexpr ValueKind value_kind(FieldType type) {
  switch (type) {
    case FieldType::integer:
    case FieldType::number: return ValueKind::number;
    case FieldType::text: return ValueKind::text;
    case FieldType::date: return ValueKind::date;
    case FieldType::choice: return ValueKind::choice;
    case FieldType::scale: return ValueKind::scale;
    case FieldType::flag: return ValueKind::truth;
  }
  return ValueKind::number;
}

struct Choice {
  std::string id;
  LocalText title;  ///< the id in both languages where the file gives none
};

/// What a figure counts. A file that writes one word means it for every language; all empty if
/// there is no unit.
struct Unit {
  std::string vi;
  std::string en;
  std::string one;  ///< English beside the figure 1

  [[nodiscard]] bool empty() const { return vi.empty(); }
  [[nodiscard]] const std::string& in(Language language, double value) const {
    return language == Language::vi ? vi : value == 1 ? one : en;
  }
};

/// One figure or fact of a school: a column of the data.
struct Field {
  std::string id;
  LocalText title;
  FieldType type = FieldType::number;
  Unit unit;
  std::optional<double> min;  ///< both inclusive; absent means no limit
  std::optional<double> max;
  std::string part_of;               ///< id of the field that it counts a part of; empty if of none
  std::vector<Choice> values;        ///< of a choice; of a scale from lowest to highest
  std::vector<std::string> aliases;  ///< other column titles
  std::vector<std::string> folded;   ///< title.vi and aliases as base/text folds them; made where
                                     ///< the field is read, for folding takes its time
  Location place{};                  ///< of its id, for messages
};

/// A figure worked out from fields.
struct Measure {
  std::string id;
  LocalText title;
  Unit unit;
  Expression formula;
};

enum class Comparison : uint8_t { at_least, at_most, more_than, less_than, equals };

/// Replaces a requirement's value where `where` holds.
struct Exception {
  Expression where;
  double value = 0;
  LocalText because;
  Certainty checked = Certainty::high;
};

/// What an indicator asks for: `figure`, or the level that another set comes to for the same row,
/// compared with `value`.
struct Requirement {
  std::string measure;    ///< id of the measure, the field or the other set, as written
  bool is_level = false;  ///< of another set
  LocalText title;        ///< of the measure, the field or the other set
  Unit unit;
  Expression figure;              ///< its formula; a single field for a field; empty for a level
  std::optional<uint32_t> field;  ///< set if `measure` names a field
  Comparison comparison = Comparison::at_least;
  double value =
      0;  ///< a number; a flag as 0 or 1; a date in days; the position of a choice or scale value
  std::optional<Expression> where;
  std::vector<Exception> exceptions;
  bool covers_part = false;  ///< the figure is only part of what the indicator asks
  Certainty checked = Certainty::high;
  Location place{};  ///< of the other set's id, for messages
};

/// Days on which an indicator may not have counted; what is known is not enough to leave it out.
struct Doubt {
  Day from = kNoDate;
  Day to = kNoDate;  ///< inclusive
  LocalText because;
  bool operator==(const Doubt&) const = default;

  [[nodiscard]] bool covers(Day day) const { return from <= day && day <= to; }
};

struct Indicator {
  std::string name;    ///< criterion, level, letter: "5.5.1a"; unlettered "5.5.2"
  std::string letter;  ///< empty if unlettered
  uint32_t criterion = 0;
  int level = 0;
  LocalText text;
  std::string clause;  ///< of the circular; the criterion's where the indicator has none of its own
  std::optional<Expression> where;  ///< false: not applicable
  std::vector<Requirement> requirements;
  std::optional<Doubt> doubt;
  Certainty checked = Certainty::high;

  /// True if the figures decide alone when they are all there.
  [[nodiscard]] bool covers_whole() const {
    for (const Requirement& requirement : requirements)
      if (requirement.covers_part) return false;
    return !requirements.empty();
  }
};

struct Criterion {
  std::string id;
  LocalText title;
  uint32_t standard = 0;
  std::string clause;
  bool mandatory = true;
  std::optional<Expression> where;
  uint32_t first_indicator = 0;  ///< its indicators stand together, levels rising
  uint32_t indicator_count = 0;
  std::vector<uint32_t> monitor;  ///< positions in CriteriaSet::monitors
  std::vector<LocalText> evidence;
  Certainty checked = Certainty::high;
};

struct Standard {
  std::string id;
  LocalText title;
  uint32_t first_criterion = 0;
  uint32_t criterion_count = 0;
  Certainty checked = Certainty::high;
};

/// One clause of what a level asks of the whole school.
struct Need {
  enum class Group : uint8_t { all, mandatory, optional };
  Group group = Group::all;
  std::optional<int> at_least;  ///< how many of the group; absent: every applicable one
  int level = 1;
};

struct Level {
  int level = 0;
  LocalText title;
  std::vector<Need> needs;  ///< all must hold; the default, every criterion at the level, is
                            ///< spelled out by the loader
};

struct Condition {
  std::string id;
  LocalText text;
  Expression where;
  Certainty checked = Certainty::high;
};

struct Award {
  int level = 0;  ///< of the school
  LocalText title;
  std::optional<int> valid_years;
  std::vector<Condition> conditions;
  Certainty checked = Certainty::high;
};

struct AwardFamily {
  std::string id;             ///< "accreditation", "national_standard"
  std::vector<Award> awards;  ///< levels rising
};

/// A measure that is shown but never decides.
struct Monitor {
  std::string id;
  LocalText title;
  Unit unit;
  Expression figure;
};

/// What stands in a cell of a data table: a field, a measure, or nothing.
struct DataFigure {
  enum class Kind : uint8_t { nothing, field, measure };
  Kind kind = Kind::nothing;
  uint32_t index = 0;  ///< in the fields (of the run once the set is in one), or in
                       ///< CriteriaSet::measures
  bool operator==(const DataFigure&) const = default;
};

/// A row of a data table.
struct DataRow {
  std::string number;               ///< "1", "a)": stands before the title; may be empty
  LocalText title;                  ///< its own, or that of the one figure it shows
  std::vector<DataFigure> show;     ///< one a column; one if by school year; none in a heading
  std::optional<Expression> where;  ///< false: the school's form has no such row
  Certainty checked = Certainty::high;
};

/// A table of the data annex of a self-assessment report. Without columns it shows the figure of
/// each row for several school years side by side, else those of the present year.
struct DataTable {
  std::string number;  ///< "1", "3a"; may be empty
  LocalText title;
  std::vector<LocalText> columns;   ///< of figures; none: by school year
  bool has_remarks = false;         ///< a last column for remarks, filled in by hand
  std::optional<LocalText> note;    ///< stands below the table
  std::optional<Expression> where;  ///< false: the school's form has no such table
  std::vector<DataRow> rows;
  Certainty checked = Certainty::high;

  [[nodiscard]] bool is_by_year() const { return columns.empty(); }
};

/// What an amendment does at one place of the set it amends.
struct Amendment {
  enum class Kind : uint8_t { set, add, remove };
  std::string at;  ///< standard, criterion or indicator
  Kind kind = Kind::set;
  Certainty checked = Certainty::high;  ///< how well it was established
  LocalText because;                    ///< what is known of it; empty if the file does not say
};

/// A set that another amends, as far as reports of that one name it.
struct AmendedSet {
  std::string id;
  std::string document;
  std::string sha256;
};

struct CriteriaSet {
  std::string id;
  LocalText title;
  std::string document;  ///< of an amending set: those it amends, then its own, joined by " + "
  Day issued = kNoDate;
  Day in_force_from = kNoDate;
  Day in_force_to = kNoDate;             ///< inclusive; kNoDate if still open
  std::optional<Expression> applies_to;  ///< absent: a helper set, never chosen by itself
  bool per_stage = false;
  std::string evidence_code;  ///< pattern of evidence codes; empty if none
  std::vector<Level> levels;  ///< 1, 2, ... without gaps
  std::vector<AwardFamily> award_families;
  std::vector<Field> fields;  ///< own and from `uses`
  std::vector<Measure> measures;
  std::vector<Monitor> monitors;
  std::vector<Standard> standards;
  std::vector<Criterion> criteria;
  std::vector<Indicator> indicators;   ///< in set order
  std::vector<DataTable> data_tables;  ///< those of `uses` files first
  int data_years = 0;                  ///< school years side by side; 0 if no table needs them
  std::vector<AmendedSet> bases;       ///< the sets it amends, one upon the other, oldest first
  std::vector<Amendment> changes;      ///< those of all amendments, oldest first
  Certainty checked = Certainty::high;
  std::string sha256;                   ///< of the file the set was read from
  std::string file;                     ///< its name, for messages
  std::vector<std::string> used_files;  ///< of `uses`, as they were opened
  Location place{};                     ///< of its id, for messages
  Location in_force_place{};            ///< of its dates

  [[nodiscard]] bool is_in_force(Day day) const {
    return in_force_from <= day && (in_force_to == kNoDate || day <= in_force_to);
  }
  /// True if it amends that set, directly or upon other amendments.
  [[nodiscard]] bool has_base(std::string_view base) const {
    return std::any_of(bases.begin(), bases.end(),
                       [base](const AmendedSet& each) { return each.id == base; });
  }
  [[nodiscard]] size_t threshold_count() const {
    size_t count = 0;
    for (const Indicator& indicator : indicators) count += indicator.requirements.size();
    return count;
  }
  [[nodiscard]] int top_level() const { return static_cast<int>(levels.size()); }
};

// Criteria sets as compact bytes: how the shipped sets are kept inside the program, so that nothing
// is parsed at start. Both directions share one description of the structs; the bytes are made and
// read by the same build only, and have no version.

[[nodiscard]] std::string pack_criteria(const CriteriaSet& set);

/// `bytes` come from pack_criteria of this build.
[[nodiscard]] CriteriaSet unpack_criteria(std::string_view bytes);

// Which fields and measures a criteria set uses, of all that it knows from files shared by several
// sets.

/// Positions in the run's fields of those that the set uses: first those that decide or are
/// monitored, in the order of the fields, then those that only its data tables show, in the order
/// of their rows.
[[nodiscard]] std::vector<uint32_t> used_fields(const CriteriaSet& set);

/// Positions of the measures that the set can work out from these fields, rising.
[[nodiscard]] std::vector<uint32_t> used_measures(const CriteriaSet& set);

}  // namespace kdcl

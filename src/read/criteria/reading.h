// The names a criteria set gives, so that each means one thing wherever it is looked up: as a
// column of school data, in expressions, and where an amendment says what it changes.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/criteria.h"
#include "read/criteria/criteria.h"
#include "read/yaml/values.h"

namespace kdcl {

/// What a name was given to.
enum class NameOwner : uint8_t {
  column,
  result,
  word,
  field,
  measure,
  standard,
  criterion,
  indicator
};

struct TakenName {
  NameOwner owner = NameOwner::column;
  std::string id;  ///< of the owner, as written; the name may be its title or an alias
  Location place;
};

/// By the place of look-up (a letter) and the name without case.
using TakenNames = std::map<std::string, TakenName>;

/// Takes the names that are not for a set to give: identity columns, the columns `score` writes,
/// words of expressions.
void take_reserved_names(TakenNames& names);

/// Takes an id, written at `node`. False, and an error naming the owner, if another thing has it.
bool take_id(TakenNames& names, const YamlValues& values, const YamlNode& node, NameOwner owner,
             const std::string& id);

/// Takes a title or alias of a field as the name of its column. The field's own names may repeat.
bool take_title(TakenNames& names, const YamlValues& values, const YamlNode& node,
                const std::string& title, const std::string& field);

// What the readers of the parts of one criteria set share: the set as far as it is read, the names
// already given, and how certainty and expressions are read. Any fault discards the set in the end,
// so a reader that meets one leaves what it could not read empty and goes on.

/// A value of a requirement, for comparing levels.
struct Threshold {
  int level = 0;
  std::string measure;
  Comparison comparison = Comparison::at_least;
  std::string where;  ///< source text of all conditions under which it applies
  double value = 0;
  std::string text;  ///< the value as written
  Location place;
};

/// A need whose `at_least` can be judged only when all criteria are known.
struct CountedNeed {
  Need need;
  Location place;
};

/// What a set has to know of another whose level it asks for.
struct OtherSet {
  LocalText title;
  int top_level = 0;
};

struct CriteriaReading {
  CriteriaSet set;
  const CriteriaLibrary* library = nullptr;  ///< of other sets; null for a `uses` file
  std::map<std::string, std::optional<OtherSet>> others{};  ///< by id, those looked for so far
  TakenNames names;
  std::map<std::string, Location> parts;      ///< by id of a field: where it says `part_of`
  std::set<std::string, std::less<>> faulty;  ///< fields and measures that are there, but wrong
  bool names_missing = false;                 ///< a `uses` file could not be read
  bool used_file_failed = false;              ///< a `uses` file has faults
  bool criteria_missing = false;              ///< a standard or criterion could not be read
  bool levels_known = false;                  ///< false: the levels of the set are wrong
  size_t nodes_left =
      size_t{1} << 20;  ///< of expressions, so that formulas in formulas can't grow without end
  bool criterion_named = false;  ///< of the criterion being read: its id was taken
  std::vector<CountedNeed> counted_needs;
  std::optional<Location> table_by_year;  ///< the first data table by school year
  std::vector<Threshold> thresholds;      ///< of the criterion being read
};

/// The `checked` of a map, or that of the node above.
[[nodiscard]] Certainty read_checked(const YamlValues& values, const YamlNode& map,
                                     Certainty above);

/// The days `from` and `to` of a map, both included; kNoDate where there is none.
struct DaySpan {
  Day from = kNoDate;
  Day to = kNoDate;
};
/// Reports one that ends before it begins.
[[nodiscard]] DaySpan read_period(const YamlValues& values, const YamlNode& map);

/// True if the file is of the format this program reads; one without a version is reported where
/// its keys are checked.
[[nodiscard]] bool is_version_known(const YamlValues& values, const YamlNode& file);

/// An id of a-z, 0-9 and `more`, starting with a letter if `more` is '_'. Nothing, and an error,
/// for any other.
[[nodiscard]] std::optional<std::string> read_id(const YamlValues& values, const YamlNode& id,
                                                 std::string_view name, char more);

/// The names that an expression uses, in order, repeats included; texts in quotes left out.
[[nodiscard]] std::vector<std::string_view> names_in(std::string_view source);

/// The expression at a key. Nothing if it is absent, wrong, or uses a name whose own fault was
/// reported.
[[nodiscard]] std::optional<Expression> read_expression(CriteriaReading& reading,
                                                        const YamlValues& values,
                                                        const YamlNode& map, std::string_view key,
                                                        ValueKind wanted);

}  // namespace kdcl

// The names a criteria set gives, so that each means one thing wherever it is looked up: as a
// column of school data, in expressions, and where an amendment says what it changes.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "read/yaml_values.h"

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

}  // namespace kdcl

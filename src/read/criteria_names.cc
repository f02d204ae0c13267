#include "read/criteria_names.h"

#include <array>

#include "base/diagnostics.h"
#include "base/text.h"
#include "model/expression.h"
#include "model/school_case.h"
#include "read/criteria_messages.h"

namespace kdcl {

using namespace message;

namespace {

constexpr std::string_view kWords[] = {"and", "or",   "not",   "in",  "min",
                                       "max", "ceil", "floor", "abs", "known"};

std::string describe_owner(const TakenName& taken, Language language) {
  static constexpr std::array<const Message*, 8> kOwners = {
      &kOwnerColumn,  &kOwnerResult,   &kOwnerWord,      &kOwnerField,
      &kOwnerMeasure, &kOwnerStandard, &kOwnerCriterion, &kOwnerIndicator};
  return format_message(language, *kOwners[static_cast<size_t>(taken.owner)], excerpt(taken.id),
                        line_text(taken.place));
}

// Where the name of an owner is looked up: c among the columns of data, e in expressions, a in
// amendments.
constexpr std::array<std::string_view, 8> kSpaces = {"ce", "c", "e", "ce", "e", "a", "ca", "ca"};

std::string_view spaces_of(NameOwner owner) { return kSpaces[static_cast<size_t>(owner)]; }

std::string key_of(char space, std::string_view name) { return space + fold(name); }

void reserve(TakenNames& names, std::string_view name, NameOwner owner) {
  for (const char space : spaces_of(owner))
    names.emplace(key_of(space, name), TakenName{owner, std::string(name), {}});
}

void report_taken(const YamlValues& values, const YamlNode& node, std::string_view name,
                  const TakenName& taken) {
  values.error(node, {"tên \"{0}\" đã dùng cho {1}", "the name \"{0}\" is already taken by {1}"},
               excerpt(name), describe_owner(taken, values.diagnostics().language()));
}

}  // namespace

void take_reserved_names(TakenNames& names) {
  for (size_t i = 0; i < kIdentityColumns; ++i)
    reserve(names, identity_name(static_cast<IdentityColumn>(i)), NameOwner::column);
  for (const std::string_view name : kScoreColumns) reserve(names, name, NameOwner::result);
  for (const std::string_view name : kWords) reserve(names, name, NameOwner::word);
}

bool take_id(TakenNames& names, const YamlValues& values, const YamlNode& node, NameOwner owner,
             const std::string& id) {
  for (const char space : spaces_of(owner)) {
    const auto [found, is_new] =
        names.emplace(key_of(space, id), TakenName{owner, id, values.place(node)});
    if (is_new) continue;
    report_taken(values, node, id, found->second);
    return false;
  }
  return true;
}

bool take_title(TakenNames& names, const YamlValues& values, const YamlNode& node,
                const std::string& title, const std::string& field) {
  const auto [found, is_new] =
      names.emplace(key_of('c', title), TakenName{NameOwner::field, field, values.place(node)});
  const TakenName& taken = found->second;
  if (is_new || (taken.owner == NameOwner::field && taken.id == field)) return true;
  report_taken(values, node, title, taken);
  return false;
}

}  // namespace kdcl

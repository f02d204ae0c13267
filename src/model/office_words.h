// The words that offices write for the type of a school, its stage, its ownership and who assessed
// it, and for the values of fields. Reading, expressions and forms to fill in take them from here.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "model/criteria.h"
#include "model/expression.h"

namespace kdcl {

/// A value of an identity column.
struct OfficeWord {
  std::string_view id;
  Message title;
};

/// The values a column may have, in the order in which they are listed; empty if it takes any text.
[[nodiscard]] std::span<const OfficeWord> office_words(IdentityColumn column);

/// Their ids, such as "self, external".
[[nodiscard]] std::string office_ids(IdentityColumn column);

/// The id of a value of the column, written as its id, its title in either language or in another
/// known way: whatever the case and the blanks, with diacritics or without any, after "trường" or
/// not. Nothing for an unknown word, or if the column takes any text.
[[nodiscard]] std::optional<std::string_view> find_office_word(IdentityColumn column,
                                                               std::string_view written);

/// The title of a value; any other text as it is.
[[nodiscard]] std::string office_title(IdentityColumn column, std::string_view id,
                                       Language language);

/// The id or title of the column that was most likely meant; empty if none is near.
[[nodiscard]] std::string_view nearest_office_word(IdentityColumn column, std::string_view written);

/// The position of a value of a choice or scale, written as its id or its title in either language:
/// whatever the case and the blanks, with diacritics or, if that leaves one value only, without
/// any.
[[nodiscard]] std::optional<size_t> find_choice(const Field& field, std::string_view written);

/// The id or title of the field that was most likely meant; empty if none is near.
[[nodiscard]] std::string_view nearest_choice(const Field& field, std::string_view written);

}  // namespace kdcl

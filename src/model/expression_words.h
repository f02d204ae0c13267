// Words in expressions: what they mean, and what was most likely meant by those that mean nothing.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "model/expression.h"

namespace kdcl {

/// Gives the last fault, an unknown name, the nearest one.
void hint_name(const ExpressionNames& names, std::string_view written, Diagnostics& diagnostics);

/// Puts the id of a word of the column in place of it; false if it is none.
[[nodiscard]] bool put_id(IdentityColumn column, std::string& word);

/// Gives the last fault, a word that is no value of a field, the nearest value.
void hint_value(const Field& field, std::string_view written, Diagnostics& diagnostics);

/// The same for a column that takes certain words only; all of them if none is near.
void hint_value(IdentityColumn column, std::string_view written, Diagnostics& diagnostics);

}  // namespace kdcl

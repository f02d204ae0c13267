// Why the system refused something, in the languages of the program: the C library knows only its
// own.
#pragma once

#include "base/language.h"

namespace kdcl {

/// The reason that an errno stands for; rare ones in the words of the C library, after their number
/// in Vietnamese.
[[nodiscard]] LocalText system_fault(int error);

}  // namespace kdcl

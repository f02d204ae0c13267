// What official papers have around their tables: the state heading and the places to sign.
#pragma once

#include "model/report.h"

namespace kdcl {

/// The usual heading with the province left open.
[[nodiscard]] Heading state_heading(Language language);

/// Place and date, who made the paper and who signs it.
[[nodiscard]] SignatureBlock signature_block(Day day, Language language);

}  // namespace kdcl

// What official papers have around their tables: the state heading and the places to sign.
#pragma once

#include "model/letterhead.h"
#include "model/report.h"

namespace kdcl {

/// The heading of the letterhead; a side it leaves out has the usual lines, with the province left
/// open.
[[nodiscard]] Heading state_heading(const Letterhead& letterhead, Language language);

/// Place and date, and who signs: those of the letterhead, or who made the paper and the head.
[[nodiscard]] SignatureBlock signature_block(const Letterhead& letterhead, Day day,
                                             Language language);

}  // namespace kdcl

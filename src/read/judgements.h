// Indicator and criterion-level columns: what the assessors judged.
#pragma once

#include "read/block_reading.h"

namespace kdcl {

/// Fills the judgement bits of the table, whose sets are chosen already. Faults: a value that is no
/// verdict, a level that the criteria do not have; an indicator of another set is a warning.
void read_judgements(BlockReading& block);

}  // namespace kdcl

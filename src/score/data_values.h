// Works out the data tables of one school's report.
#pragma once

#include "model/run.h"
#include "model/school_case.h"

namespace kdcl {

/// The tables of the set of the case's row, with the school years up to that of the row; a year
/// without a row is unknown. Tables and rows whose condition does not hold are left out, those of
/// unknown ones are not.
[[nodiscard]] DataValues find_data_values(const Run& run, const SchoolCase& school);

}  // namespace kdcl

// The fields and measures of a criteria file: columns of school data, and figures worked out from
// them.
#pragma once

#include "read/criteria/reading.h"

namespace kdcl {

/// Appends the `fields` of a file to the set and takes their ids, Vietnamese titles and aliases as
/// names.
void read_fields(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

/// Appends the `measures` of a file to the set, in the order of the file. Measures may use each
/// other in any order, but not in a circle; formulas know the fields and measures read so far.
void read_measures(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

/// Checks what `part_of` of the fields read names. `is_whole_set`: no other file can have the
/// field.
void check_parts(const CriteriaReading& reading, bool is_whole_set, Diagnostics& diagnostics);

// The data tables of a criteria file: what the data annex of a self-assessment report shows.

/// Appends the `data_tables` of a file to the set, once its fields and measures are known. Tables
/// that say nothing of their certainty have that of `above`.
void read_data_tables(CriteriaReading& reading, const YamlValues& values, const YamlNode& file,
                      Certainty above);

/// Reads the `data_years` of a set, once all its tables are known: a table by school year needs
/// them.
void read_data_years(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

}  // namespace kdcl

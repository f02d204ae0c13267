// The data tables of a criteria file: what the data annex of a self-assessment report shows.
#pragma once

#include "read/criteria_reading.h"

namespace kdcl {

/// Appends the `data_tables` of a file to the set, once its fields and measures are known. Tables
/// that say nothing of their certainty have that of `above`.
void read_data_tables(CriteriaReading& reading, const YamlValues& values, const YamlNode& file,
                      Certainty above);

/// Reads the `data_years` of a set, once all its tables are known: a table by school year needs
/// them.
void read_data_years(CriteriaReading& reading, const YamlValues& values, const YamlNode& file);

}  // namespace kdcl

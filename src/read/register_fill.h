// Completes rows by the register of schools: what a row leaves empty the register fills; where both
// say it the row stands, and what differs is noted.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "base/diagnostics.h"
#include "model/register.h"

namespace kdcl {

/// What the rows of a block, or of all, say otherwise than the register, by column.
struct RegisterDifferences {
  struct Column {
    uint64_t rows = 0;
    std::string school{}, row_text{}, listed_text{};  ///< of the first
  };
  std::array<Column, kIdentityColumns> columns{};

  void add(const RegisterDifferences& later);
};

/// Identity and figures of the table are read; its criteria sets are not chosen yet. What is filled
/// in points into the register.
void fill_from_register(const SchoolRegister& schools, SchoolTable& table,
                        RegisterDifferences& differences);

/// One warning a column.
void report_register_differences(const RegisterDifferences& differences, const std::string& list,
                                 Diagnostics& diagnostics);

}  // namespace kdcl

// Who is in the register of schools without data of the year, and who only in the data.
#pragma once

#include <string>

#include "report/summary.h"

namespace kdcl {

/// By place, then in the order of the register: id, name, type, place, day of the last row. No rows
/// if all are received.
[[nodiscard]] Table not_received_table(const SummaryView& view, std::string title);

/// Schools of the data that the register does not have, by place.
[[nodiscard]] Table unlisted_table(const SummaryView& view, std::string title);

}  // namespace kdcl

#include "read/parts.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/number.h"
#include "read/labels.h"

namespace kdcl {
namespace {

/// True if the part is above the whole in some row. No branch in the loop: it is run for every row.
bool is_any_above(const std::vector<double>& part, const std::vector<double>& whole) {
  if (part.empty() || whole.empty()) return false;
  bool is_above = false;
  for (size_t row = 0; row < part.size(); ++row) is_above |= part[row] > whole[row];
  return is_above;
}

/// The first whole that is known in the row.
std::optional<uint32_t> known_whole(const SchoolTable& table, const PartOf& part, size_t row) {
  for (const uint32_t whole : part.wholes) {
    const std::vector<double>& column = table.numbers[whole];
    if (!column.empty() && !std::isnan(column[row])) return whole;
  }
  return {};
}

/// What is outside its range is told as that.
bool is_in_range(const Field& field, double value) {
  return value >= field.min.value_or(value) && value <= field.max.value_or(value);
}

void report_part(BlockReading& block, const PartOf& part, uint32_t column, size_t row) {
  const std::optional<uint32_t> whole = known_whole(block.table, part, row);
  if (!whole) return;
  const double found = block.table.numbers[part.part][row];
  const double most = block.table.numbers[*whole][row];
  const Field& field = block.run.fields[part.part];
  const Field& other = block.run.fields[*whole];
  if (found <= most || !is_in_range(field, found) || !is_in_range(other, most)) return;
  const Language language = block.diagnostics.language();
  block.diagnostics.error(block.place(row, column),
                          {"{0}: cần nhiều nhất {1} như ở {2}, gặp {3}",
                           "{0}: expected at most {1} as in {2}, found {3}"},
                          field_label(field, language), format_exact(most),
                          field_label(other, language), format_exact(found));
}

}  // namespace

std::vector<PartOf> find_parts(const Run& run) {
  std::unordered_map<std::string_view, uint32_t> positions;
  for (uint32_t i = 0; i < run.fields.size(); ++i) positions.emplace(run.fields[i].id, i);
  std::vector<PartOf> parts;
  for (uint32_t i = 0; i < run.fields.size(); ++i) {
    PartOf part{i, {}};
    for (auto whole = positions.find(run.fields[i].part_of); whole != positions.end();
         whole = positions.find(run.fields[whole->second].part_of)) {
      // Sets of a run may disagree on what is part of what, so that there may be circles.
      const auto& known = part.wholes;
      if (std::find(known.begin(), known.end(), whole->second) != known.end()) break;
      part.wholes.push_back(whole->second);
    }
    if (!part.wholes.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

void check_parts(BlockReading& block, const std::vector<PartOf>& parts) {
  const auto& numbers = block.table.numbers;
  for (const PartOf& part : parts) {
    const bool is_above = std::any_of(part.wholes.begin(), part.wholes.end(), [&](uint32_t whole) {
      return is_any_above(numbers[part.part], numbers[whole]);
    });
    if (!is_above) continue;
    for (const ColumnOf& bound : block.binding.fields)
      for (size_t row = 0; bound.index == part.part && row < block.table.rows; ++row)
        report_part(block, part, bound.column, row);
  }
}

}  // namespace kdcl

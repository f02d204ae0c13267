// Fields that count a part of another.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "base/text.h"
#include "read/criteria_fields.h"
#include "read/yaml_values_messages.h"

namespace kdcl {

using namespace message;

namespace {

const Field* find_field(const CriteriaSet& set, std::string_view id) {
  const auto found = std::find_if(set.fields.begin(), set.fields.end(),
                                  [id](const Field& field) { return field.id == id; });
  return found == set.fields.end() ? nullptr : &*found;
}

/// The fields from one to its whole, and so on, until one comes twice or is no part.
std::vector<std::string> wholes_of(const CriteriaSet& set, const Field& field) {
  std::vector<std::string> path{field.id};
  for (const Field* each = find_field(set, field.part_of); each;
       each = find_field(set, each->part_of)) {
    const bool is_known = std::find(path.begin(), path.end(), each->id) != path.end();
    path.push_back(each->id);
    if (is_known) break;
  }
  return path;
}

/// A circle is told once, at its first field by id.
void report_circle(const CriteriaSet& set, const Field& field, const Location& where,
                   Diagnostics& diagnostics) {
  const std::vector<std::string> path = wholes_of(set, field);
  const bool is_first = field.id == *std::min_element(path.begin(), path.end());
  if (path.size() > 1 && path.back() == field.id && is_first)
    diagnostics.error(where,
                      {"part_of: trường là phần của chính nó: {0}",
                       "part_of: the field is a part of itself: {0}"},
                      fmt::format("{}", fmt::join(path, " -> ")));
}

void report_unknown_whole(const CriteriaReading& reading, const Field& field, const Location& where,
                          Diagnostics& diagnostics) {
  std::vector<std::string_view> ids;
  for (const Field& each : reading.set.fields) ids.push_back(each.id);
  diagnostics.error(
      where, {"part_of: không có trường nào tên \"{0}\"", "part_of: no field is named \"{0}\""},
      excerpt(field.part_of));
  if (const std::string_view near = nearest_name(field.part_of, ids); !near.empty())
    diagnostics.hint(kNearestIs, near);
}

void check_part(const CriteriaReading& reading, const Field& field, const Field& whole,
                const Location& where, Diagnostics& diagnostics) {
  if (value_kind(whole.type) != ValueKind::number) {
    diagnostics.error(
        where, {"part_of: \"{0}\" không phải là số", "part_of: \"{0}\" is not a number"}, whole.id);
  } else if (field.unit.vi != whole.unit.vi || field.unit.en != whole.unit.en) {
    const Language language = diagnostics.language();
    diagnostics.error(where,
                      {"part_of: đơn vị \"{0}\" khác với \"{1}\" của \"{2}\"",
                       "part_of: the unit \"{0}\" is not the \"{1}\" of \"{2}\""},
                      field.unit.in(language, 2), whole.unit.in(language, 2), whole.id);
  }
  report_circle(reading.set, field, where, diagnostics);
}

}  // namespace

void check_parts(const CriteriaReading& reading, bool is_whole_set, Diagnostics& diagnostics) {
  for (const Field& field : reading.set.fields) {
    const auto at = reading.parts.find(field.id);
    if (at == reading.parts.end() || reading.faulty.contains(field.part_of)) continue;
    if (const Field* whole = find_field(reading.set, field.part_of))
      check_part(reading, field, *whole, at->second, diagnostics);
    else if (is_whole_set && !reading.names_missing)
      report_unknown_whole(reading, field, at->second, diagnostics);
  }
}

}  // namespace kdcl

#include "model/school_case.h"

#include <array>

namespace kdcl {

std::string_view result_name(ResultColumn column) {
  static constexpr std::array<std::string_view, kResultColumns> kNames = {
      "level", "level_max", "school_level", "accreditation", "national_standard"};
  return kNames[static_cast<size_t>(column)];
}

std::vector<Field> fields_with_results(const Run& run) {
  std::vector<Field> fields = run.fields;
  for (size_t i = 0; i < kResultColumns; ++i) {
    Field field;
    field.id = result_name(static_cast<ResultColumn>(i));
    field.type = FieldType::integer;
    fields.push_back(std::move(field));
  }
  return fields;
}

int school_year(Day day) {
  constexpr int kFirstMonths = 7;  // of the calendar year, which belong to the one before
  if (day == kNoDate) return 0;
  const std::string date = format_iso(day);  // YYYY-MM-DD
  const int month = std::stoi(date.substr(5, 2));
  return month > kFirstMonths ? year_of(day) : year_of(day) - 1;
}

}  // namespace kdcl

#include "read/requirement_value.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/office_words.h"

namespace kdcl {

namespace {

constexpr std::string_view kOperators[] = {"at_least", "at_most", "more_than", "less_than",
                                           "equals"};

/// The position of a choice or scale value, given by id or title.
std::optional<double> read_position(const YamlValues& values, const YamlNode& map,
                                    std::string_view key, const Field& field) {
  const std::optional<std::string> text = values.read_text(map, key);
  if (!text) return {};
  if (const std::optional<size_t> position = find_choice(field, *text))
    return static_cast<double>(*position);
  values.error(
      *values.find(map, key),
      {"{0}: \"{1}\" không phải là giá trị của \"{2}\"", "{0}: \"{1}\" is no value of \"{2}\""},
      key, excerpt(*text), field.id);
  const std::array nearest = {nearest_choice(field, *text)};
  values.hint_nearest(*text, nearest);
  return {};
}

}  // namespace

std::string_view name_of(Comparison comparison) {
  return kOperators[static_cast<size_t>(comparison)];
}

std::optional<Comparison> find_operator(std::string_view name) {
  const auto found = std::find(std::begin(kOperators), std::end(kOperators), name);
  if (found == std::end(kOperators)) return {};
  return static_cast<Comparison>(found - std::begin(kOperators));
}

std::optional<Comparison> read_comparison(const YamlValues& values, const YamlNode& map) {
  std::optional<Comparison> comparison;
  for (const YamlNode& key : map.keys) {
    const std::optional<Comparison> found = find_operator(key.text);
    if (!found) continue;
    if (comparison)
      values.error(key,
                   {"require: chỉ được một phép so sánh, gặp thêm \"{0}\"",
                    "require: expected one comparison, found \"{0}\" as well"},
                   key.text);
    if (!comparison) comparison = found;
  }
  if (!comparison)
    values.error(map, {"require: cần một trong {0}", "require: expected one of {0}"},
                 kOperatorList);
  return comparison;
}

bool check_comparison(const YamlValues& values, const YamlNode& map, Comparison comparison,
                      const Field* field) {
  if (!field) return true;
  const ValueKind kind = value_kind(field->type);
  if (kind == ValueKind::text) {
    values.error(*values.find(map, "measure"),
                 {"measure: trường chữ \"{0}\" không dùng làm yêu cầu được",
                  "measure: the text field \"{0}\" can't be required"},
                 field->id);
    return false;
  }
  if (comparison == Comparison::equals || (kind != ValueKind::truth && kind != ValueKind::choice))
    return true;
  values.error(
      *values.find_key(map, name_of(comparison)),
      {"{0}: \"{1}\" chỉ so sánh được bằng equals", "{0}: \"{1}\" compares only with equals"},
      name_of(comparison), field->id);
  if (kind == ValueKind::choice)
    values.diagnostics().hint({"muốn so sánh thứ bậc, khai trường theo kiểu scale",
                               "to compare by rank, make the field a scale"});
  return false;
}

std::optional<double> read_value(const YamlValues& values, const YamlNode& map,
                                 Comparison comparison, const Field* field) {
  const std::string_view key = name_of(comparison);
  switch (field ? value_kind(field->type) : ValueKind::number) {
    case ValueKind::truth: {
      const std::optional<bool> flag = values.read_flag(map, key);
      return flag ? std::optional<double>(*flag ? 1 : 0) : std::nullopt;
    }
    case ValueKind::date: {
      const std::optional<Day> day = values.read_date(map, key);
      return day ? std::optional<double>(*day) : std::nullopt;
    }
    case ValueKind::choice:
    case ValueKind::scale: return read_position(values, map, key, *field);
    case ValueKind::number:
    case ValueKind::text: break;
  }
  return values.read_number(map, key);
}

std::optional<double> read_level(const YamlValues& values, const YamlNode& map,
                                 Comparison comparison, int top) {
  const int least = comparison == Comparison::less_than ? 1 : 0;
  const int most = comparison == Comparison::more_than ? top - 1 : top;
  const std::optional<int> level = values.read_whole(map, name_of(comparison), least, most);
  return level ? std::optional<double>(*level) : std::nullopt;
}

bool asks_more(Comparison comparison, double value, double other) {
  switch (comparison) {
    case Comparison::at_least:
    case Comparison::more_than: return value > other;
    case Comparison::at_most:
    case Comparison::less_than: return value < other;
    case Comparison::equals: break;
  }
  return false;
}

}  // namespace kdcl

#include "read/criteria/reading.h"

#include <algorithm>
#include <array>

#include "base/diagnostics.h"
#include "base/text.h"
#include "model/expression.h"
#include "model/school_case.h"
#include "read/criteria/messages.h"

namespace kdcl {

using namespace message;

namespace {

constexpr std::string_view kWords[] = {"and", "or",   "not",   "in",  "min",
                                       "max", "ceil", "floor", "abs", "known"};

std::string describe_owner(const TakenName& taken, Language language) {
  static constexpr std::array<const Message*, 8> kOwners = {
      &kOwnerColumn,  &kOwnerResult,   &kOwnerWord,      &kOwnerField,
      &kOwnerMeasure, &kOwnerStandard, &kOwnerCriterion, &kOwnerIndicator};
  return format_message(language, *kOwners[static_cast<size_t>(taken.owner)], excerpt(taken.id),
                        line_text(taken.place));
}

// Where the name of an owner is looked up: c among the columns of data, e in expressions, a in
// amendments.
constexpr std::array<std::string_view, 8> kSpaces = {"ce", "c", "e", "ce", "e", "a", "ca", "ca"};

std::string_view spaces_of(NameOwner owner) { return kSpaces[static_cast<size_t>(owner)]; }

std::string key_of(char space, std::string_view name) { return space + fold(name); }

void reserve(TakenNames& names, std::string_view name, NameOwner owner) {
  for (const char space : spaces_of(owner))
    names.emplace(key_of(space, name), TakenName{owner, std::string(name), {}});
}

void report_taken(const YamlValues& values, const YamlNode& node, std::string_view name,
                  const TakenName& taken) {
  values.error(node, {"tên \"{0}\" đã dùng cho {1}", "the name \"{0}\" is already taken by {1}"},
               excerpt(name), describe_owner(taken, values.diagnostics().language()));
}

}  // namespace

void take_reserved_names(TakenNames& names) {
  for (size_t i = 0; i < kIdentityColumns; ++i)
    reserve(names, identity_name(static_cast<IdentityColumn>(i)), NameOwner::column);
  for (const std::string_view name : kScoreColumns) reserve(names, name, NameOwner::result);
  for (const std::string_view name : kWords) reserve(names, name, NameOwner::word);
}

bool take_id(TakenNames& names, const YamlValues& values, const YamlNode& node, NameOwner owner,
             const std::string& id) {
  for (const char space : spaces_of(owner)) {
    const auto [found, is_new] =
        names.emplace(key_of(space, id), TakenName{owner, id, values.place(node)});
    if (is_new) continue;
    report_taken(values, node, id, found->second);
    return false;
  }
  return true;
}

bool take_title(TakenNames& names, const YamlValues& values, const YamlNode& node,
                const std::string& title, const std::string& field) {
  const auto [found, is_new] =
      names.emplace(key_of('c', title), TakenName{NameOwner::field, field, values.place(node)});
  const TakenName& taken = found->second;
  if (is_new || (taken.owner == NameOwner::field && taken.id == field)) return true;
  report_taken(values, node, title, taken);
  return false;
}

namespace {

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return is_lower_letter(c) || (c >= 'A' && c <= 'Z') || c == '_'; }

/// True if the expression uses a name that was reported where it stands.
bool uses_faulty_name(const CriteriaReading& reading, const std::vector<std::string_view>& names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return reading.faulty.contains(name); });
}

/// Most nodes the expression can have once the measures it names are written out.
size_t most_nodes(const CriteriaReading& reading, std::string_view source,
                  const std::vector<std::string_view>& names) {
  size_t count = source.size();
  for (const std::string_view name : names)
    for (const Measure& measure : reading.set.measures)
      if (measure.id == name) count += measure.formula.nodes.size();
  return count;
}

}  // namespace

Certainty read_checked(const YamlValues& values, const YamlNode& map, Certainty above) {
  static constexpr std::string_view kWordsOfCertainty[] = {"high", "medium", "low"};
  const std::optional<size_t> word = values.read_word(map, "checked", kWordsOfCertainty);
  return word ? static_cast<Certainty>(*word) : above;
}

DaySpan read_period(const YamlValues& values, const YamlNode& map) {
  const DaySpan period{values.read_date(map, "from").value_or(kNoDate),
                       values.read_date(map, "to").value_or(kNoDate)};
  if (period.to != kNoDate && period.from != kNoDate && period.to < period.from)
    values.error(*values.find(map, "to"),
                 {"to: ngày {0} trước ngày bắt đầu {1}", "to: {0} is before the start {1}"},
                 format_iso(period.to), format_iso(period.from));
  return period;
}

bool is_version_known(const YamlValues& values, const YamlNode& file) {
  const YamlNode* version = values.find(file, "kdcl");
  if (!version || (version->kind == YamlNode::Kind::scalar && version->text == "1")) return true;
  values.report_found(*version, "kdcl", "1");
  values.diagnostics().hint({"chương trình này đọc tệp tiêu chí dạng 1",
                             "this program reads criteria files of format 1"});
  return false;
}

std::optional<std::string> read_id(const YamlValues& values, const YamlNode& id,
                                   std::string_view name, char more) {
  const std::string& text = id.text;
  const bool is_id = id.kind == YamlNode::Kind::scalar && !text.empty() &&
                     (more != '_' || is_lower_letter(text[0])) &&
                     std::all_of(text.begin(), text.end(), [more](char c) {
                       return is_lower_letter(c) || is_digit(c) || c == more;
                     });
  if (is_id) return text;
  values.report_found(id, name,
                      more == '_'
                          ? Message{"một mã gồm a-z, 0-9 và dấu _, bắt đầu bằng chữ cái",
                                    "an id of a-z, 0-9 and _ that starts with a letter"}
                          : Message{"một mã gồm a-z, 0-9 và dấu -", "an id of a-z, 0-9 and -"});
  return {};
}

std::vector<std::string_view> names_in(std::string_view source) {
  std::vector<std::string_view> names;
  for (size_t i = 0; i < source.size();) {
    const char c = source[i];
    size_t end = i + 1;
    if (c == '\'' || c == '"') {
      end = std::min(source.find(c, i + 1), source.size() - 1) + 1;
    } else if (is_name_start(c) || is_digit(c)) {
      while (end < source.size() && (is_name_start(source[end]) || is_digit(source[end]))) ++end;
      if (is_name_start(c)) names.push_back(source.substr(i, end - i));
    }
    i = end;
  }
  return names;
}

std::optional<Expression> read_expression(CriteriaReading& reading, const YamlValues& values,
                                          const YamlNode& map, std::string_view key,
                                          ValueKind wanted) {
  const YamlNode* node = values.find(map, key);
  if (!node || !values.is_text(*node, key)) return {};
  const std::vector<std::string_view> names = names_in(node->text);
  if (reading.names_missing || uses_faulty_name(reading, names)) return {};
  const size_t nodes = most_nodes(reading, node->text, names);
  if (nodes > reading.nodes_left) {
    values.error(*node,
                 {"{0}: các biểu thức của bộ tiêu chí quá lớn khi khai triển số đo",
                  "{0}: the expressions of the set are too large with their measures written out"},
                 key);
    return {};
  }
  reading.nodes_left -= nodes;
  return parse_expression(node->text, values.text_place(*node), wanted,
                          {reading.set.fields, reading.set.measures}, values.diagnostics());
}

}  // namespace kdcl

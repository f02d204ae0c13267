#include "read/xlsx/number_format.h"

#include <algorithm>
#include <charconv>

#include "read/xlsx/sheet_rows.h"

namespace kdcl {
namespace {

constexpr size_t kMostSections = 3;  // the fourth is of texts

/// The text of a code up to the first `;` outside quotes, brackets and escapes; takes it off.
std::string_view take_section(std::string_view& code) {
  bool in_quotes = false;
  bool in_brackets = false;
  size_t i = 0;
  for (; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == '\\' || c == '_' || c == '*') ++i;
    if (c == '[') in_brackets = true;
    if (c == ']') in_brackets = false;
    if (c == ';' && !in_brackets) break;
  }
  const std::string_view section = code.substr(0, std::min(i, code.size()));
  code.remove_prefix(std::min(i + 1, code.size()));
  return section;
}

/// What a section says outside quotes, brackets and escapes, and what it shows word for word.
class SectionReader {
 public:
  explicit SectionReader(std::string_view text) : text_(text) {}

  FormatSection read() {
    for (at_ = 0; at_ < text_.size(); ++at_) read_sign();
    if (is_date_format(text_))
      section_.shown = Shown::date;
    else if (is_percent_)
      section_.shown = Shown::percent;
    else if (has_places_ && !is_other_)
      section_.shown = Shown::digits;
    if (section_.shown != Shown::digits) section_.places.clear();
    return std::move(section_);
  }
  [[nodiscard]] bool is_text() const { return is_text_; }

 private:
  void read_sign() {
    const char c = text_[at_];
    if (c == '"') return read_quoted();
    if (c == '[') return read_brackets();
    if (c == '\\') {
      if (++at_ < text_.size()) section_.places += text_[at_];
    } else if (c == '_' || c == '*') {
      ++at_;  // room as wide as the next character, or filled with it
      if (c == '_') section_.places += ' ';
    } else if (c == '0' || c == '#' || c == '?') {
      section_.places += c == '0' ? kZero : kDigit;
      has_places_ = true;
    } else if (c == '.') {
      section_.places += kPoint;
    } else {
      is_percent_ |= c == '%';
      is_text_ |= c == '@';
      // These stand for themselves; what else there may be shows the number in a way of its own.
      if (std::string_view(" -+():$").find(c) != std::string_view::npos)
        section_.places += c;
      else
        is_other_ = true;
    }
  }

  void read_quoted() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) section_.places += text_[at_];
  }

  void read_brackets() {
    const size_t end = std::min(text_.find(']', at_), text_.size());
    const std::string_view inside = text_.substr(at_ + 1, end - std::min(end, at_ + 1));
    if (!inside.empty() && std::string_view("<>=").find(inside[0]) != std::string_view::npos)
      section_.condition = inside;
    at_ = end;
  }

  std::string_view text_;
  size_t at_ = 0;
  FormatSection section_;
  bool is_percent_ = false;
  bool is_text_ = false;
  bool has_places_ = false;
  bool is_other_ = false;
};

bool holds(std::string_view condition, double value) {
  const size_t signs = condition.find_first_not_of("<>=");
  if (signs == std::string_view::npos) return false;
  const std::string_view sign = condition.substr(0, signs);
  const std::string_view text = condition.substr(signs);
  double bound = 0;
  std::from_chars(text.data(), text.data() + text.size(), bound);
  if (sign == "<") return value < bound;
  if (sign == "<=") return value <= bound;
  if (sign == ">") return value > bound;
  if (sign == ">=") return value >= bound;
  return (sign == "=") == (value == bound);
}

/// Whole digits put into places, from the last to the first; those without a place go before them.
std::string put_whole(std::string_view places, std::string_view digits) {
  const auto is_place = [](char c) { return c == kDigit || c == kZero; };
  size_t left = static_cast<size_t>(std::count_if(places.begin(), places.end(), is_place));
  std::string shown;  // backwards
  const auto add = [&shown](std::string_view more) { shown.append(more.rbegin(), more.rend()); };
  for (size_t i = places.size(); i-- > 0;) {
    if (!is_place(places[i])) {
      shown += places[i];
      continue;
    }
    const size_t count = --left == 0 ? digits.size() : std::min<size_t>(digits.size(), 1);
    if (count == 0 && places[i] == kZero) shown += '0';
    add(digits.substr(digits.size() - count));
    digits.remove_suffix(count);
  }
  return {shown.rbegin(), shown.rend()};
}

}  // namespace

std::vector<FormatSection> parse_number_format(std::string_view code) {
  std::vector<FormatSection> sections;
  while (!code.empty() && sections.size() < kMostSections) {
    SectionReader reader(take_section(code));
    FormatSection section = reader.read();
    if (!reader.is_text()) sections.push_back(std::move(section));
  }
  if (sections.empty()) sections.emplace_back();
  return sections;
}

std::vector<FormatSection> built_in_format(int id) {
  constexpr int kPercent = 9;
  constexpr int kPercentWithDecimals = 10;
  if (id == kPercent || id == kPercentWithDecimals) return {{Shown::percent}};
  if (id == 1) return parse_number_format("0");
  if (id == 2) return parse_number_format("0.00");
  return {{is_date_format(id) ? Shown::date : Shown::number}};
}

size_t section_of(std::span<const FormatSection> sections, double value) {
  const bool has_conditions =
      std::any_of(sections.begin(), sections.end(),
                  [](const FormatSection& section) { return !section.condition.empty(); });
  if (has_conditions) {
    for (size_t i = 0; i + 1 < sections.size(); ++i)
      if (sections[i].condition.empty() || holds(sections[i].condition, value)) return i;
    return sections.size() - 1;
  }
  if (value < 0 && sections.size() > 1) return 1;
  return value == 0 && sections.size() > 2 ? 2 : 0;
}

std::string shown_digits(const FormatSection& section, std::string_view number) {
  const std::string_view places = section.places;
  const size_t point = places.find(kPoint);
  const size_t sign = number.starts_with('-') ? 1 : 0;
  const std::string_view whole = number.substr(sign, number.find('.') - sign);
  std::string_view decimals = number.substr(std::min(sign + whole.size() + 1, number.size()));
  std::string shown = (sign > 0 ? "-" : "") + put_whole(places.substr(0, point), whole);
  // Of a whole number the zeros behind the point say nothing.
  if (decimals.empty()) return point == std::string_view::npos ? shown : std::string(number);
  if (point == std::string_view::npos) return std::string(number);
  shown += '.';
  for (const char c : places.substr(point + 1)) {
    if (c != kDigit && c != kZero) {
      shown += c;
    } else if (!decimals.empty()) {
      shown += decimals[0];
      decimals.remove_prefix(1);
    } else if (c == kZero) {
      shown += '0';
    }
  }
  return decimals.empty() ? shown : std::string(number);
}

}  // namespace kdcl

#include "read/xlsx/sheet_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "base/date.h"
#include "base/text.h"
#include "read/csv/csv.h"
#include "read/schools/messages.h"
#include "read/xlsx/messages.h"

namespace kdcl {
namespace {

constexpr size_t kMostNumberDigits = 15;
constexpr int kDaysTo1970 = 25569;  // from 1899-12-30
constexpr int kDaysTo1904 = 1462;
constexpr int kFalseLeapDay = 60;  // Excel takes 1900 for a leap year

std::optional<double> value_of(std::string_view stored) {
  double value = 0;
  const char* end = stored.data() + stored.size();
  const auto [last, fault] = std::from_chars(stored.data(), end, value);
  if (fault != std::errc() || last != end || !std::isfinite(value)) return {};
  return value;
}

/// Nothing but digits with at most one point inside and a sign: as people write it.
bool is_plain_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  size_t digits = 0;
  size_t points = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9')
      ++digits;
    else if (c == '.')
      ++points;
    else
      return false;
  }
  return digits > 0 && digits <= kMostNumberDigits && points <= 1 && text.back() != '.' &&
         text.front() != '.';
}

std::string_view without_last_zeros(std::string_view number) {
  if (number.find('.') == std::string_view::npos) return number;
  number.remove_suffix(number.size() - 1 - number.find_last_not_of('0'));
  if (number.ends_with('.')) number.remove_suffix(1);
  return number;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

/// The number of "_x000D_" at the beginning; nothing if there is none. Office writes control
/// characters so, and an underscore that would look like the beginning of one.
std::optional<int> escape_at(std::string_view text) {
  if (text.size() < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_') return {};
  int value = 0;
  for (size_t i = 2; i < 6; ++i) {
    const int digit = hex_digit(text[i]);
    if (digit < 0) return {};
    value = value * 16 + digit;
  }
  if (value >= 0x7F) return {};
  return value;
}

/// "1.25" and -5 as "0.0000125".
void append_without_exponent(std::string_view mantissa, int power, std::string& out) {
  if (mantissa.starts_with('-')) {
    out += '-';
    mantissa.remove_prefix(1);
  }
  std::string digits(mantissa);
  std::erase(digits, '.');
  if (power < 0) {
    out += "0." + std::string(static_cast<size_t>(-power - 1), '0') + digits;
    return;
  }
  // Without an exponent there would be 15 digits at most: the point stands behind all of these.
  digits.resize(static_cast<size_t>(power) + 1, '0');
  out += digits;
}

}  // namespace

void append_number(std::string_view stored, std::string& out) {
  if (is_plain_number(stored)) {
    out += without_last_zeros(stored);
    return;
  }
  const std::optional<double> value = value_of(stored);
  if (!value) {
    out += stored;
    return;
  }
  const std::string text = fmt::format("{:.15g}", *value);
  const size_t exponent = text.find('e');
  if (exponent == std::string::npos)
    out += text;
  else
    append_without_exponent(text.substr(0, exponent), std::atoi(text.c_str() + exponent + 1), out);
}

std::string in_percent(std::string_view number) {
  const size_t sign = number.starts_with('-') ? 1 : 0;
  const size_t point = std::min(number.find('.'), number.size());
  std::string digits(number.substr(sign, point - sign));
  std::string decimals(number.substr(std::min(point + 1, number.size())));
  decimals.resize(std::max<size_t>(decimals.size(), 2), '0');
  digits += decimals.substr(0, 2);
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  if (decimals.size() > 2) digits += '.' + decimals.substr(2);
  return std::string(number.substr(0, sign)) + digits;
}

void append_date(std::string_view stored, bool from_1904, std::string& out) {
  const std::optional<double> value = value_of(stored);
  const double days = value ? std::floor(*value) + (from_1904 ? kDaysTo1904 : 0) : 0;
  // 1900-01-01 to 2199-12-31; a time alone has no day.
  if (days < 1 || days >= 109575) return append_number(stored, out);
  const int serial = static_cast<int>(days);
  out += format_iso(serial - kDaysTo1970 + (serial < kFalseLeapDay ? 1 : 0));
}

void append_unescaped(std::string_view text, std::string& out) {
  for (size_t at = 0; at < text.size();) {
    const size_t next = text.find('_', at);
    if (next == std::string_view::npos) {
      out += text.substr(at);
      return;
    }
    out += text.substr(at, next - at);
    const std::optional<int> code = escape_at(text.substr(next));
    if (!code) {
      out += '_';
      at = next + 1;
      continue;
    }
    at = next + 7;
    if (*code == '\r') continue;  // a line feed follows, or nothing is lost
    out += *code >= 0x20 || *code == '\n' ? static_cast<char>(*code) : ' ';
  }
}

bool is_date_format(std::string_view code) {
  bool in_quotes = false;
  bool in_brackets = false;
  bool has_months = false;  // or minutes: those stand beside hours or seconds
  for (size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character is shown as it is, or as room
    } else if (c == '[') {
      in_brackets = true;
    } else if (c == ']') {
      in_brackets = false;
    } else if (!in_brackets && (c == 'd' || c == 'D' || c == 'y' || c == 'Y')) {
      return true;
    } else if (!in_brackets && (c == 'm' || c == 'M')) {
      has_months = code.find_first_of("hHsS") == std::string_view::npos;
    }
  }
  return has_months;
}

bool is_date_format(int built_in) {
  return (built_in >= 14 && built_in <= 17) || built_in == 22 ||
         (built_in >= 27 && built_in <= 31) || built_in == 36 ||
         (built_in >= 50 && built_in <= 54) || (built_in >= 57 && built_in <= 58);
}

namespace {

using namespace message;

/// Takes a whole number off the text; 0 if there is none, or one too large for any sheet.
uint32_t take_number(std::string_view& text) {
  uint32_t value = 0;
  const auto [last, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  text.remove_prefix(static_cast<size_t>(last - text.data()));
  return fault == std::errc() ? value : 0;
}

uint32_t look_of(OldFont font) {
  return font == OldFont::tcvn3 ? kTcvn3Look : font == OldFont::vni ? kVniLook : kTextLook;
}

}  // namespace

void SheetBlock::clear() {
  text.clear();
  cells.clear();
  rows.clear();
  faults.clear();
}

void SheetBlock::append(const SheetBlock& more) {
  const auto bytes = static_cast<uint32_t>(text.size());
  const auto before = static_cast<uint32_t>(cells.size());
  text += more.text;
  for (const SheetCell& cell : more.cells)
    cells.push_back({cell.column, cell.begin + bytes, cell.end + bytes, cell.look});
  for (const SheetRow& row : more.rows) rows.push_back({row.number, row.first + before});
  faults.insert(faults.end(), more.faults.begin(), more.faults.end());
}

SheetReader::SheetReader(Workbook& workbook, const SheetName& sheet) : workbook_(workbook) {
  XmlEvents events;
  events.start = [this](std::string_view name, const XmlAttributes& attributes) {
    start(name, attributes);
  };
  events.text = [this](std::string_view text) {
    if (!takes_text_) return;
    is_too_long_ |= value_.size() + text.size() > kLongestCell;
    if (!is_too_long_) value_ += text;
  };
  events.end = [this](std::string_view name) { end(name); };
  reader_ = workbook.read_part(sheet.part, std::move(events), fault_);
}

bool SheetReader::next(SheetBlock& block, size_t size) {
  block.clear();
  std::swap(block, pending_);
  block_ = &block;
  bool has_more = reader_ && !fault_;
  while (has_more && (block.text.size() < size || !has_whole_row())) has_more = reader_->step();
  if (!has_more && reader_) fault_ = reader_->fault();
  if (is_in_row_ && has_more) keep_last_row(block);
  return !block.rows.empty() || !block.faults.empty();
}

bool SheetReader::has_whole_row() const {
  if (block_->rows.empty()) return !block_->faults.empty();
  return block_->rows.size() > 1 || !is_in_row_ || block_->rows.back().number != row_;
}

/// The block ends before the row that is being read.
void SheetReader::keep_last_row(SheetBlock& block) {
  if (block.rows.empty() || block.rows.back().number != row_) return;
  const uint32_t first = block.rows.back().first;
  const uint32_t begin = block.cells[first].begin;
  pending_.text = block.text.substr(begin);
  pending_.rows.push_back({row_, 0});
  for (size_t i = first; i < block.cells.size(); ++i)
    pending_.cells.push_back({block.cells[i].column, block.cells[i].begin - begin,
                              block.cells[i].end - begin, block.cells[i].look});
  block.text.resize(begin);
  block.cells.resize(first);
  block.rows.pop_back();
}

std::vector<uint32_t> SheetReader::hidden_below(uint32_t row) const {
  return {std::upper_bound(hidden_.begin(), hidden_.end(), row), hidden_.end()};
}

void SheetReader::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") return start_row(attributes);
  if (name == "c") return start_cell(attributes);
  if (name == "f") has_formula_ = true;
  if (name == "rPh") ++phonetic_;
  takes_text_ = name == "v" || (name == "t" && is_inline_ && phonetic_ == 0);
}

void SheetReader::end(std::string_view name) {
  takes_text_ = false;
  if (name == "c") end_cell();
  if (name == "row") is_in_row_ = false;
  if (name == "rPh" && phonetic_ > 0) --phonetic_;
  // Nothing of a table stands behind; merged cells are read before the rows.
  if (name == "sheetData") reader_->skip_rest();
}

void SheetReader::start_row(const XmlAttributes& attributes) {
  std::string_view number = attributes.text("r");
  const uint32_t row = number.empty() ? row_ + 1 : take_number(number);
  if (row <= row_ || row > kMostSheetRows) return stop(kCellsOutOfOrder);
  row_ = row;
  column_ = 0;
  is_in_row_ = true;
  const std::string_view hidden = attributes.text("hidden");
  is_row_hidden_ = hidden == "1" || hidden == "true";
}

void SheetReader::start_cell(const XmlAttributes& attributes) {
  if (std::string_view place = attributes.text("r"); !place.empty()) {
    uint32_t column = 0;
    uint32_t row = 0;
    if (!take_place(place, column, row) || row != row_ || column < column_)
      return stop(kCellsOutOfOrder);
    column_ = column;
  }
  if (column_ >= kMostSheetColumns || row_ == 0) return stop(kCellsOutOfOrder);
  const std::string_view type = attributes.text("t");
  kind_ = type.empty() || type == "n" ? Kind::number
          : type == "s"               ? Kind::shared
          : type == "b"               ? Kind::boolean
          : type == "e"               ? Kind::error
          : type == "d"               ? Kind::date
                                      : Kind::text;
  is_inline_ = type == "inlineStr";
  std::string_view style = attributes.text("s");
  style_ = take_number(style);
  has_formula_ = false;
  is_too_long_ = false;
  value_.clear();
}

void SheetReader::end_cell() {
  if (is_too_long_)
    report(kCellTooLong);
  else if (has_formula_ && is_uncalculated())
    report(kFormulaWithoutValue);
  else if (!value_.empty())
    add_value();
  ++column_;
}

/// Programs that can't calculate store nothing for a formula, or 0 or an empty text and leave the
/// rest to whoever opens the workbook.
bool SheetReader::is_uncalculated() const {
  if (value_.empty()) return kind_ != Kind::text || workbook_.asks_for_calculation();
  if (kind_ != Kind::number || !workbook_.asks_for_calculation()) return false;
  return value_.find_first_not_of("-+0.") == std::string::npos;
}

void SheetReader::add_value() {
  std::string& text = block_->text;
  if (text.size() > kLongestRow) return stop(kRowTooLong);
  const auto begin = static_cast<uint32_t>(text.size());
  switch (kind_) {
    case Kind::number: return add_number();
    case Kind::shared: {
      std::string_view index = value_;
      const auto shared = workbook_.shared_text(take_number(index));
      if (!shared || !index.empty()) return report(kBadSharedText);
      if (shared->size() > kLongestCell) return report(kCellTooLong);
      // A few bytes can point to a megabyte, again and again.
      if (shared->size() > shared_left_) return stop(kUnpacksTooMuch);
      shared_left_ -= shared->size();
      text += *shared;
      break;
    }
    case Kind::text: append_unescaped(value_, text); break;
    case Kind::boolean: return add_boolean();
    case Kind::error: return report(kErrorCell, value_);
    case Kind::date: text += std::string_view(value_).substr(0, 10); break;
  }
  add_cell(begin, look_of(workbook_.font_of(style_)));
}

void SheetReader::add_number() {
  const auto begin = static_cast<uint32_t>(block_->text.size());
  const uint32_t section = workbook_.section_of(style_, value_);
  if (workbook_.section(section).shown != Shown::date) {
    append_number(value_, block_->text);
    return add_cell(begin, kFirstNumberLook + section);
  }
  append_date(value_, workbook_.counts_from_1904(), block_->text);
  add_cell(begin, kDayLook);
}

/// As xsd:boolean.
void SheetReader::add_boolean() {
  const auto begin = static_cast<uint32_t>(block_->text.size());
  const bool is_true = value_ == "1" || value_ == "true";
  if (!is_true && value_ != "0" && value_ != "false") return report(kBadBoolean, value_);
  block_->text += is_true ? "true" : "false";
  add_cell(begin, kTruthLook);
}

void SheetReader::add_cell(uint32_t begin, uint32_t look) {
  SheetBlock& block = *block_;
  const auto end = static_cast<uint32_t>(block.text.size());
  if (end == begin) return;
  if (block.rows.empty() || block.rows.back().number != row_) {
    block.rows.push_back({row_, static_cast<uint32_t>(block.cells.size())});
    if (is_row_hidden_) hidden_.push_back(row_);
  }
  block.cells.push_back({column_, begin, end, look});
}

void SheetReader::report(const Message& message, std::string text) {
  block_->faults.push_back({row_, column_, &message, std::move(text)});
}

void SheetReader::stop(const Message& message) { reader_->stop(message); }

}  // namespace kdcl

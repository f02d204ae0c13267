#include "read/schools/figures.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "model/office_words.h"
#include "model/recheck.h"
#include "read/csv/csv.h"
#include "read/csv/encoding.h"
#include "read/csv/verdict_word.h"
#include "read/schools/labels.h"
#include "read/schools/messages.h"
#include "read/schools/same_schools.h"
#include "read/schools/text_cell.h"

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

namespace {

using namespace message;

constexpr size_t kLongestQuickNumber = 7;

/// Whole numbers of up to seven digits, the usual cell; -1 for anything else. Eight bytes at once:
/// the digits are moved to the end of zeros. The cell is of a grid: bytes after it are readable.
inline int64_t quick_integer(std::string_view cell) {
  if (cell.empty() || cell.size() > kLongestQuickNumber) return -1;
  uint64_t word = 0;
  std::memcpy(&word, cell.data(), 8);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  const size_t bits = 8 * cell.size();
  return eight_digits(word << (64 - bits) | kEightZeros >> bits);
}

/// Accepted words of a field with the spellings met so far; what comes later is folded each time.
constexpr size_t kMostSpellings = 64;

std::string label_of(const BlockReading& block, const Field& field) {
  return field_label(field, block.diagnostics.language());
}

std::string list_of(const std::vector<Choice>& values) {
  std::string list;
  for (const Choice& value : values) list += (list.empty() ? "" : ", ") + value.id;
  return list;
}

/// A figure of thousands is in the field's range; whole numbers have no use for three zeros.
bool may_be_thousands(const Field& field) {
  return field.type == FieldType::integer || !field.max || *field.max >= 1000;
}

/// Digits with separators between groups of three: what a person means who writes 1.250.000 or 1
/// 250.
bool has_thousands(std::string_view text, std::string& plain) {
  plain.clear();
  size_t groups = 0;
  size_t digits = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      plain += c;
      ++digits;
    } else if ((c == '.' || c == ',' || c == ' ' || c == '\'') && digits > 0 && digits <= 3) {
      if (groups > 0 && digits != 3) return false;
      ++groups;
      digits = 0;
    } else {
      return false;
    }
  }
  return groups > 0 && digits == 3;
}

template <typename Words>
std::optional<double> find_word(const Words& words, std::string_view text) {
  for (const auto& [word, value] : words)
    if (word == text) return value;
  return {};
}

/// What Excel stores for a day of the years 1950 to 2099, and shows in a cell without a format.
bool is_bare_serial(std::string_view text) {
  constexpr double kFirst = 18264;
  constexpr double kLast = 73050;
  const NumberRead read = read_number(text);
  return read.fault == NumberFault::none && read.value >= kFirst && read.value <= kLast;
}

/// The value of a word whose case, blanks or diacritics are none of the usual.
template <typename Words>
std::optional<double> find_folded(const Field& field, const Words& words, std::string_view text) {
  if (const auto value = find_word(words, fold(text))) return value;
  if (const auto position = find_choice(field, text)) return static_cast<double>(*position);
  return {};
}

}  // namespace

void report_no_date(const Location& where, std::string_view name, std::string_view text,
                    Diagnostics& diagnostics) {
  diagnostics.error(where,
                    {"{0}: cần ngày dạng 31/12/2023 hoặc 2023-12-31, gặp \"{1}\"",
                     "{0}: expected a date like 31/12/2023 or 2023-12-31, found \"{1}\""},
                    name, excerpt(text));
  if (is_bare_serial(text))
    diagnostics.hint(
        {"có lẽ là ngày mà ô chưa có định dạng ngày: định dạng ô kiểu ngày trong Excel",
         "perhaps a date in a cell without a date format: format it as a date in Excel"});
}

FigureReader::FigureReader(const Run& run, bool decimal_comma)
    : run_(run), decimal_comma_(decimal_comma), parts_(find_parts(run)) {
  for (const Field& field : run.fields) {
    Words& words = words_.emplace_back();
    for (size_t i = 0; i < field.values.size(); ++i) {
      for (const std::string* name :
           {&field.values[i].id, &field.values[i].title.vi, &field.values[i].title.en})
        words.emplace_back(fold(*name), static_cast<double>(i));
    }
    if (field.type == FieldType::flag) words = {{"có", 1}, {"co", 1}, {"không", 0}, {"khong", 0}};
  }
}

void FigureReader::read(BlockReading& block) {
  signs_ = {};
  shares_.clear();
  block.table.numbers.resize(run_.fields.size());
  block.table.is_whole.assign(run_.fields.size(), true);
  block.table.texts.resize(run_.fields.size());
  for (auto& column : block.table.numbers) column.clear();
  for (auto& column : block.table.texts) column.clear();
  for (const ColumnOf& bound : block.binding.fields) {
    switch (run_.fields[bound.index].type) {
      case FieldType::integer:
      case FieldType::number: read_numbers(block, bound); break;
      case FieldType::text: read_texts(block, bound); break;
      default: read_words(block, bound);
    }
  }
  check_parts(block, parts_);
}

void FigureReader::read_numbers(BlockReading& block, const ColumnOf& bound) {
  const Field& field = run_.fields[bound.index];
  const double least = field.min.value_or(-HUGE_VAL);
  const double most = field.max.value_or(HUGE_VAL);
  std::vector<double>& column = block.table.numbers[bound.index];
  column.resize(block.rows.size());
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view cell = block.cell(row, bound.column);
    const int64_t quick = quick_integer(cell);
    const auto value = static_cast<double>(quick);
    if (quick >= 0 && value >= least && value <= most)
      column[row] = value;
    else
      column[row] = cell.empty() ? kUnknown : read_number_cell(block, bound, row);
  }
  if (is_percent(field)) count_shares(block, bound);
}

void FigureReader::count_shares(const BlockReading& block, const ColumnOf& bound) {
  const std::vector<double>& column = block.table.numbers[bound.index];
  ShareCount count{.field = bound.index};
  for (const double value : column) {
    count.known += value < 0 || value > 0;
    count.parts += value > 0 && value <= 1;
    count.below += value > 0 && value < 1;
  }
  const auto is_below = [](double value) { return value > 0 && value < 1; };
  if (count.below > 0) {
    const auto first = std::find_if(column.begin(), column.end(), is_below);
    count.first = block.place(static_cast<size_t>(first - column.begin()), bound.column);
  }
  shares_.push_back(std::move(count));
}

/// Any number that is not a short whole one in its field's range.
double FigureReader::read_number_cell(BlockReading& block, const ColumnOf& bound, size_t row) {
  const Field& field = run_.fields[bound.index];
  const Location where = block.place(row, bound.column);
  const double value = read_number_slowly(block, bound, row);
  // At most 15 digits are far below 2^53.
  if (std::nearbyint(value) != value && !std::isnan(value))
    block.table.is_whole[bound.index] = false;
  if (field.min && value < *field.min)
    block.diagnostics.error(
        where, {"{0}: cần từ {1} trở lên, gặp {2}", "{0}: expected at least {1}, found {2}"},
        label_of(block, field), format_exact(*field.min), format_exact(value));
  if (field.max && value > *field.max)
    block.diagnostics.error(
        where, {"{0}: cần nhiều nhất {1}, gặp {2}", "{0}: expected at most {1}, found {2}"},
        label_of(block, field), format_exact(*field.max), format_exact(value));
  return value;
}

double FigureReader::read_number_slowly(BlockReading& block, const ColumnOf& bound, size_t row) {
  const Field& field = run_.fields[bound.index];
  const Location where = block.place(row, bound.column);
  const std::string_view text = cell_text(block.cell(row, bound.column), block.table.kept_text);
  if (text.empty()) return kUnknown;
  const NumberRead read = read_number(text);
  const bool is_wrong_sign = read.decimal_sign == ',' && !decimal_comma_;
  if (read.fault == NumberFault::none && !is_wrong_sign) {
    // 1.000 pupils are hardly one pupil.
    const bool is_doubtful = may_have_thousands(text) && may_be_thousands(field) &&
                             !block.grid.is_number(block.rows[row], bound.column);
    const bool fits = field.type != FieldType::integer || std::nearbyint(read.value) == read.value;
    if (fits && !is_doubtful) {
      if (read.decimal_sign != 0) note_sign(read.decimal_sign, where);
      return read.value;
    }
  } else if (is_unknown_word(text)) {
    return kUnknown;
  }
  report_number(block, field, text, where);
  return kUnknown;
}

void FigureReader::report_number(BlockReading& block, const Field& field, std::string_view text,
                                 const Location& where) {
  const NumberRead read = read_number(text);
  std::string plain;
  if (read.fault == NumberFault::too_long) {
    block.diagnostics.error(where,
                            {"{0}: cần nhiều nhất 15 chữ số, gặp \"{1}\"",
                             "{0}: expected at most 15 digits, found \"{1}\""},
                            label_of(block, field), excerpt(text));
    return;
  }
  if (field.type != FieldType::integer && may_have_thousands(text))
    return report_doubt(block, field, std::string(text), where);
  block.diagnostics.error(
      where,
      field.type == FieldType::integer
          ? Message{"{0}: cần một số nguyên, gặp \"{1}\"",
                    "{0}: expected a whole number, found \"{1}\""}
          : Message{"{0}: cần một số, gặp \"{1}\"", "{0}: expected a number, found \"{1}\""},
      label_of(block, field), excerpt(text));
  if (has_thousands(text, plain))
    block.diagnostics.hint({"viết {0}; dấu phân cách hàng nghìn không được đọc",
                            "write {0}; a thousands separator is not read"},
                           plain);
  else if (text.ends_with('%'))
    block.diagnostics.hint({"bỏ dấu %", "leave out the % sign"});
}

void FigureReader::report_doubt(BlockReading& block, const Field& field, std::string text,
                                const Location& where) const {
  const std::string written = text;
  if (!decimal_comma_) std::replace(text.begin(), text.end(), ',', '.');
  const TwoMeanings both = two_meanings(text);
  block.diagnostics
      .error(where, kTwoMeanings, label_of(block, field), written, both.whole, both.short_decimal)
      .hint(kWriteMeaning, both.whole, both.decimal, both.short_decimal);
}

void FigureReader::note_sign(char sign, const Location& where) {
  Location& first = sign == '.' ? signs_.point : signs_.comma;
  if (first.line == 0) first = where;
}

namespace {

/// Codes of other schools, separated by semicolons: as in the column of the schools' own.
void check_codes(BlockReading& block, const std::string& label, const Location& where,
                 std::string_view codes) {
  while (!codes.empty()) {
    const size_t end = std::min(codes.find(';'), codes.size());
    const std::string_view code = trim(codes.substr(0, end));
    codes.remove_prefix(std::min(end + 1, codes.size()));
    if (is_number_of_code(code)) report_number_of_code(where, label, code, block.diagnostics);
  }
}

}  // namespace

void FigureReader::read_texts(BlockReading& block, const ColumnOf& bound) {
  auto& column = block.table.texts[bound.index];
  column.resize(block.rows.size());
  const std::string label = label_of(block, run_.fields[bound.index]);
  const bool has_codes = run_.fields[bound.index].id == kPredecessors;
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view text = read_text_cell(block, label, row, bound.column);
    column[row] = is_unknown_word(text) ? std::string_view() : text;
    if (has_codes) check_codes(block, label, block.place(row, bound.column), text);
  }
}

void FigureReader::read_words(BlockReading& block, const ColumnOf& bound) {
  auto& column = block.table.numbers[bound.index];
  column.resize(block.rows.size());
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view cell = block.cell(row, bound.column);
    // Neighbouring rows often say the same.
    if (row > 0 && cell == block.cell(row - 1, bound.column) && !std::isnan(column[row - 1]))
      column[row] = column[row - 1];
    else
      column[row] = read_word(block, bound, row);
  }
}

double FigureReader::read_word(BlockReading& block, const ColumnOf& bound, size_t row) {
  const std::string_view cell = block.cell(row, bound.column);
  if (cell.empty()) return kUnknown;
  const Field& field = run_.fields[bound.index];
  const std::string_view text = cell_text(cell, block.table.kept_text);
  if (field.type == FieldType::date) {
    if (const auto day = read_date(text)) return *day;
  } else {
    Words& words = words_[bound.index];
    if (const auto value = find_word(words, text)) return *value;
    if (const auto value = find_folded(field, words, text)) {
      // The next one written like this needs no folding.
      if (words.size() < kMostSpellings) words.emplace_back(text, *value);
      return *value;
    }
  }
  const VerdictCode code = find_verdict(text);
  if (code == VerdictCode::unknown) return kUnknown;
  const Location where = block.place(row, bound.column);
  if (field.type == FieldType::date) {
    report_no_date(where, label_of(block, field), text, block.diagnostics);
  } else if (field.type == FieldType::flag) {
    if (code == VerdictCode::met || code == VerdictCode::not_met)
      return code == VerdictCode::met ? 1 : 0;
    block.diagnostics.error(
        where, {"{0}: cần có hoặc không, gặp \"{1}\"", "{0}: expected yes or no, found \"{1}\""},
        label_of(block, field), excerpt(text));
  } else {
    block.diagnostics.error(
        where, {"{0}: cần một trong {1}, gặp \"{2}\"", "{0}: expected one of {1}, found \"{2}\""},
        label_of(block, field), list_of(field.values), excerpt(text));
    if (const std::string_view nearest = nearest_choice(field, text); !nearest.empty())
      block.diagnostics.hint(kNearestName, nearest);
  }
  return kUnknown;
}

}  // namespace kdcl

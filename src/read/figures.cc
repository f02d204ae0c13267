#include "read/figures.h"

#include <algorithm>
#include <optional>

#include "base/date.h"
#include "base/number.h"
#include "base/text.h"
#include "read/csv.h"
#include "read/table_messages.h"
#include "read/verdict_word.h"

namespace kdcl {
namespace {

using namespace message;

constexpr size_t kLongestQuickNumber = 9;

/// Whole numbers of up to nine digits, the usual cell; -1 for anything else.
inline int64_t quick_integer(std::string_view cell) {
  if (cell.empty() || cell.size() > kLongestQuickNumber) return -1;
  int64_t value = 0;
  for (const char c : cell) {
    const unsigned digit = static_cast<unsigned char>(c) - unsigned{'0'};
    if (digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

std::string list_of(const std::vector<Choice>& values) {
  std::string list;
  for (const Choice& value : values) list += (list.empty() ? "" : ", ") + value.id;
  return list;
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

}  // namespace

std::string_view read_text_cell(BlockReading& block, std::string_view name, size_t row,
                                uint32_t column) {
  const std::string_view text = cell_text(block.cell(row, column), block.table.kept_text);
  if (block.grid.is_plain) return text;
  const Utf8Check check = check_utf8(text);
  if (!check.is_valid) {
    block.diagnostics.error(block.place(row, column), kCellNotUtf8, name, excerpt(text))
        .hint(kSaveAsCsv);
    return {};
  }
  if (check.may_be_decomposed) return block.table.kept_text.emplace_back(to_nfc(text));
  return text;
}

FigureReader::FigureReader(const Run& run, bool decimal_comma)
    : run_(run), decimal_comma_(decimal_comma) {
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
    double value = static_cast<double>(quick);
    if (quick < 0) {
      value = cell.empty() ? kUnknown
                           : read_number_slowly(block, field, cell, block.place(row, bound.column));
      // At most 15 digits are far below 2^53.
      if (std::nearbyint(value) != value && !std::isnan(value))
        block.table.is_whole[bound.index] = false;
    }
    if (value < least)
      block.diagnostics.error(block.place(row, bound.column), kBelowRange, field.id,
                              format_exact(least), format_exact(value));
    if (value > most)
      block.diagnostics.error(block.place(row, bound.column), kAboveRange, field.id,
                              format_exact(most), format_exact(value));
    column[row] = value;
  }
}

double FigureReader::read_number_slowly(BlockReading& block, const Field& field,
                                        std::string_view cell, const Location& where) {
  const std::string_view text = cell_text(cell, block.table.kept_text);
  if (text.empty()) return kUnknown;
  const NumberRead read = read_number(text);
  const bool is_wrong_sign = read.decimal_sign == ',' && !decimal_comma_;
  std::string plain;
  if (read.fault == NumberFault::none && !is_wrong_sign) {
    // 1.000 pupils are hardly one pupil.
    const bool is_whole = std::nearbyint(read.value) == read.value && !has_thousands(text, plain);
    if (field.type != FieldType::integer || is_whole) {
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
    block.diagnostics.error(where, kTooManyDigits, field.id, excerpt(text));
    return;
  }
  block.diagnostics.error(where, field.type == FieldType::integer ? kNotAnInteger : kNotANumber,
                          field.id, excerpt(text));
  if (has_thousands(text, plain))
    block.diagnostics.hint(kNoThousands, plain);
  else if (text.ends_with('%'))
    block.diagnostics.hint(kNoPercentSign);
}

void FigureReader::note_sign(char sign, const Location& where) {
  Location& first = sign == '.' ? signs_.point : signs_.comma;
  if (first.line == 0) first = where;
}

void FigureReader::read_texts(BlockReading& block, const ColumnOf& bound) {
  auto& column = block.table.texts[bound.index];
  column.resize(block.rows.size());
  for (size_t row = 0; row < block.rows.size(); ++row) {
    const std::string_view text =
        read_text_cell(block, run_.fields[bound.index].id, row, bound.column);
    column[row] = is_unknown_word(text) ? std::string_view() : text;
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
    if (const auto value = find_word(words_[bound.index], text)) return *value;
    if (const auto value = find_word(words_[bound.index], fold(text))) return *value;
  }
  const VerdictCode code = find_verdict(text);
  if (code == VerdictCode::unknown) return kUnknown;
  const Location where = block.place(row, bound.column);
  if (field.type == FieldType::date) {
    block.diagnostics.error(where, kNotADateCell, field.id, excerpt(text));
  } else if (field.type == FieldType::flag) {
    if (code == VerdictCode::met || code == VerdictCode::not_met)
      return code == VerdictCode::met ? 1 : 0;
    block.diagnostics.error(where, kNotAFlag, field.id, excerpt(text));
  } else {
    block.diagnostics.error(where, kNotAChoice, field.id, list_of(field.values), excerpt(text));
  }
  return kUnknown;
}

}  // namespace kdcl

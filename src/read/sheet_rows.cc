#include "read/sheet_rows.h"

#include <algorithm>
#include <charconv>
#include <cstring>

#include "base/text.h"
#include "read/csv.h"
#include "read/sheet_value.h"
#include "read/table_messages.h"
#include "read/xlsx_messages.h"

namespace kdcl {
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
  add_cell(begin, kTextLook);
}

/// As xsd:boolean.
void SheetReader::add_boolean() {
  const auto begin = static_cast<uint32_t>(block_->text.size());
  const bool is_true = value_ == "1" || value_ == "true";
  if (!is_true && value_ != "0" && value_ != "false") return report(kBadBoolean, value_);
  block_->text += is_true ? "true" : "false";
  add_cell(begin, kTextLook);
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

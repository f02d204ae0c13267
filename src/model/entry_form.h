// A form to be filled in: sheets of columns with the rules of what may stand in them. Made by
// report/entry_form, written by write/workbook_entry or as CSV. Not a Report: a report's cells are
// read, these are written to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "model/criteria.h"

namespace kdcl {

struct EntryColumn {
  std::string id;     ///< by which kdcl finds the column again, wherever it stands
  std::string title;  ///< for people
  std::string hint;   ///< type, unit, range; may be empty
  FieldType type = FieldType::text;
  std::optional<double> min{}, max{};  ///< of figures, both inclusive
  std::string part_of{};               ///< id of the column whose figure it is never above
  std::vector<std::string> choices{};  ///< words to choose from; empty: free
  double width = 12;                   ///< in characters
  bool is_given = false;               ///< filled in already and not to be changed
};

/// The tables of a form, in the order of its sheets.
enum class FormTable : uint8_t { schools, judgements, evidence, improvement };
inline constexpr size_t kFormTables = 4;

/// A hidden name in a form's workbook, by which it is known whatever becomes of its sheets: their
/// titles in order, with kBetweenSheets between them.
inline constexpr std::string_view kFormName = "kdcl_form";
inline constexpr char kBetweenSheets = '|';
/// The row with the codes of columns, from 1.
inline constexpr uint32_t kFormCodeRow = 5;

struct EntryTable {
  std::string sheet;  ///< title of its tab
  std::string title;
  std::vector<EntryColumn> columns;
  std::vector<std::vector<std::string>> rows;  ///< what is known, a text a column
  size_t free_rows = 0;                        ///< empty rows below them
  size_t frozen_columns = 0;
};

struct EntryForm {
  Language language = Language::vi;
  std::string title;
  std::string producer;  ///< program and version
  int64_t created = 0;   ///< seconds since 1970-01-01 UTC
  std::string guide;     ///< title of the sheet of instructions
  std::vector<std::string> instructions;
  std::string wrong_entry;  ///< what Excel says to an entry that breaks a rule; its hint follows
  std::vector<EntryTable> tables;
};

}  // namespace kdcl

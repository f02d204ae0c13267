#include "write/score_csv.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>
#include <unordered_map>

#include "base/text.h"

namespace kdcl {
namespace {

constexpr std::string_view kFixedColumns =
    "school_id,school_name,school_type,stage,district,commune,assessed_on,assessment,criteria_set,"
    "level,level_max,"
    "school_level,accreditation,national_standard,met,not_met,unknown,not_applicable,blocking,"
    "missing";

constexpr std::array kTextColumns = {IdentityColumn::school_id,   IdentityColumn::school_name,
                                     IdentityColumn::school_type, IdentityColumn::stage,
                                     IdentityColumn::district,    IdentityColumn::commune};

/// Families whose award has a column, in the columns' order.
constexpr std::array<std::string_view, 2> kFamilies = {"accreditation", "national_standard"};

constexpr size_t kPaddedNameLength = 24;

constexpr int8_t kMostLevel = 9;

/// Of a criterion's level and the highest that it may be, kNoLevel to kMostLevel.
constexpr size_t cell_index(int8_t level, int8_t level_max) {
  return static_cast<size_t>((level - kNoLevel) * 16 + level_max - kNoLevel);
}

/// Sixteen bytes side by side, in whatever vector registers the machine has.
using Bytes [[gnu::vector_size(16)]] = unsigned char;

Bytes bytes_to_look_at(Bytes text) {
  // Below a blank are line breaks and other controls; 0xC2 begins those of two bytes.
  return (text == ',') | (text == '"') | (text < 0x20) | (text == 0x7F) | (text == 0xC2);
}

bool has_any(Bytes bytes) {
  uint64_t halves[2];
  std::memcpy(halves, &bytes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/// Copies the text on the way; true if it may not stand as it is. Pieces at the end overlap
/// those before them, so that no byte outside the text is read.
bool copy_and_check(std::string_view text, char* out) {
  const char* const in = text.data();
  const size_t size = text.size();
  constexpr unsigned char kHarmless = 'a';
  Bytes found{};
  const auto take = [&](size_t at, size_t length, char* piece) {
    std::memcpy(piece, in + at, length);
    std::memcpy(out + at, in + at, length);
  };
  Bytes piece = Bytes{} + kHarmless;  // what is not filled is looked at, too
  char* const bytes = reinterpret_cast<char*>(&piece);
  if (size >= 16) {
    for (size_t at = 0; at + 16 <= size; at += 16) {
      take(at, 16, bytes);
      found |= bytes_to_look_at(piece);
    }
    take(size - 16, 16, bytes);
  } else if (size >= 8) {
    take(0, 8, bytes);
    take(size - 8, 8, bytes + 8);
  } else if (size >= 4) {
    take(0, 4, bytes);
    take(size - 4, 4, bytes + 4);
  } else {
    for (size_t at = 0; at < size; ++at) take(at, 1, bytes + at);
  }
  return has_any(found | bytes_to_look_at(piece));
}

char* copy(std::string_view text, char* out) {
  std::memcpy(out, text.data(), text.size());
  return out + text.size();
}

/// The text in quotes if it needs them. Controls other than line breaks and tabs are blanks where
/// it is guarded: nothing in a cell may steer the terminal that shows it.
char* append_slowly(std::string_view text, bool guarded, bool has_apostrophe, char* out) {
  std::string kept;
  std::string_view clean = text;
  if (guarded && has_controls(text)) clean = kept = without_controls(text, LineBreaks::as_written);
  const bool is_quoted = clean.find_first_of(",\"\n\r") != std::string::npos;
  if (is_quoted) *out++ = '"';
  if (has_apostrophe) *out++ = '\'';
  for (const char c : clean) {
    if (c == '"') *out++ = '"';
    *out++ = c;
  }
  if (is_quoted) *out++ = '"';
  return out;
}

/// `out` must have room for twice the text and three more.
char* append_field(std::string_view text, bool guarded, char* out) {
  if (text.empty()) return out;
  const bool is_guarded = guarded && needs_guard(text);
  if (!copy_and_check(text, out + is_guarded)) {
    if (is_guarded) *out = '\'';
    return out + is_guarded + text.size();
  }
  return append_slowly(text, guarded, is_guarded, out);
}

char* append_count(uint64_t value, char* out) { return std::to_chars(out, out + 20, value).ptr; }

char* append_level(int8_t level, char* out) {
  if (level != kNoLevel) *out++ = static_cast<char>('0' + level);
  return out;
}

/// Without the instruction for it, which not every machine has, the library's count of one word is
/// a call.
uint64_t count_bits(const uint64_t* bits, size_t words) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  uint64_t count = 0;
  for (size_t word = 0; word < words; ++word) {
    uint64_t x = bits[word];
    x -= x >> 1 & 0x55 * kOnes;
    x = (x & 0x33 * kOnes) + (x >> 2 & 0x33 * kOnes);
    count += ((x + (x >> 4)) & 0x0F * kOnes) * kOnes >> 56;
  }
  return count;
}

/// What is assumed of a set, as one text.
std::string assumptions_of(const Run& run, size_t set) {
  std::string text;
  for (const std::string& statement : statements_of(run, set))
    text += (text.empty() ? "" : "; ") + statement;
  return text;
}

/// A date as year, month and day, which is nearly always how the text has it.
char* append_day(std::string_view text, Day day, char* out) {
  if (text.empty()) return out;
  const bool is_iso = text.size() == 10 && text[4] == '-';
  return is_iso ? copy(text, out) : copy(format_iso(day), out);
}

}  // namespace

std::string csv_field(std::string_view text, bool guarded) {
  std::string field(2 * text.size() + 3, '\0');
  field.resize(static_cast<size_t>(append_field(text, guarded, field.data()) - field.data()));
  return field;
}

void append_csv_field(std::string_view text, bool guarded, CharBuffer& out) {
  out.written_to(append_field(text, guarded, out.room(2 * text.size() + 3)));
}

std::string table_csv(const std::vector<std::vector<std::string>>& rows) {
  std::string out = "\xEF\xBB\xBF";
  for (const std::vector<std::string>& row : rows) {
    for (size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += ',';
      out += csv_field(row[i], true);
    }
    out += '\n';
  }
  return out;
}

ScoreCsv::ScoreCsv(const Run& run, bool raw, bool sensitivity, const SchoolRegister* schools)
    : run_(run), raw_(raw), sensitivity_(sensitivity), schools_(schools) {
  for (int8_t level = kNoLevel; level <= kMostLevel; ++level) {
    for (int8_t most = level; most <= kMostLevel; ++most) {
      LevelCell& cell = level_cells_[cell_index(level, most)];
      char* out = copy(level == kNoLevel ? ",n/a" : ",", cell.text);
      out = append_level(level, out);
      if (level != kNoLevel && most != level) out = append_level(most, copy("-", out));
      cell.length = static_cast<uint8_t>(out - cell.text);
    }
  }
  std::unordered_map<std::string, size_t> columns;
  for (size_t i = 0; i < run.sets.size(); ++i)
    for (const Criterion& criterion : run.sets[i].criteria)
      if (run.is_open(i) && columns.emplace(criterion.id, criterion_ids_.size()).second)
        criterion_ids_.push_back(criterion.id);
  for (const CriteriaSet& set : run.sets) {
    SetColumns& result = sets_.emplace_back();
    result.assumed = csv_field(assumptions_of(run, sets_.size() - 1), !raw);
    result.criteria.assign(criterion_ids_.size(), -1);
    for (size_t i = 0; i < set.criteria.size(); ++i)
      if (const auto column = columns.find(set.criteria[i].id); column != columns.end())
        result.criteria[column->second] = static_cast<int32_t>(i);
    for (const Indicator& indicator : set.indicators) {
      PaddedName& name = result.names.emplace_back();
      result.names_length += indicator.name.size() + 1;
      result.has_long_names |= indicator.name.size() + 1 > kPaddedNameLength;
      if (result.has_long_names) continue;
      std::memcpy(name.text, indicator.name.data(), indicator.name.size());
      name.text[indicator.name.size()] = ';';
      name.length = static_cast<uint8_t>(indicator.name.size() + 1);
    }
  }
}

std::string ScoreCsv::header() const {
  std::string result(kFixedColumns);
  CharBuffer buffer;
  for (const std::string& id : criterion_ids_) {
    buffer.clear();
    buffer.written_to(append_text(id, buffer.room(2 * id.size() + 3)));
    result += ',';
    result += buffer.view();
  }
  if (sensitivity_) result += ",sensitive";
  if (has_assumptions()) result += ",what_if";
  if (schools_) result += ",in_register";
  return result + "\n";
}

char* ScoreCsv::append_text(std::string_view text, char* out) const {
  return append_field(text, !raw_, out);
}

char* ScoreCsv::append_names(const SetColumns& columns, const CriteriaSet& set,
                             const uint64_t* bits, size_t words, char* out) const {
  const char* const start = out;
  for (size_t word = 0; word < words; ++word) {
    for (uint64_t left = bits[word]; left != 0; left &= left - 1) {
      const size_t indicator = word * 64 + static_cast<size_t>(std::countr_zero(left));
      if (columns.has_long_names) {
        out = copy(set.indicators[indicator].name, out);
        *out++ = ';';
        continue;
      }
      const PaddedName& name = columns.names[indicator];
      std::memcpy(out, name.text, kPaddedNameLength);
      out += name.length;
    }
  }
  return out == start ? out : out - 1;  // without the last semicolon
}

char* ScoreCsv::append_criteria(const SetColumns& columns, const int8_t* levels,
                                const int8_t* levels_max, char* out) const {
  for (const int32_t criterion : columns.criteria) {
    if (criterion < 0) {
      *out++ = ',';
      continue;
    }
    const LevelCell& cell = level_cells_[cell_index(levels[criterion], levels_max[criterion])];
    std::memcpy(out, cell.text, 4);
    out += cell.length;
  }
  return out;
}

char* ScoreCsv::append_levels(const SchoolTable& table, const ScoreBlock& score, size_t row,
                              char* out) const {
  const auto index = static_cast<size_t>(table.set[row]);
  const CriteriaSet& set = run_.sets[index];
  for (const int8_t level : {score.level[row], score.level_max[row], score.school_level[row]}) {
    *out++ = ',';
    out = append_level(level, out);
  }
  for (const std::string_view wanted : kFamilies) {
    *out++ = ',';
    for (const AwardFamily& family : set.award_families)
      if (family.id == wanted)
        *out++ = static_cast<char>('0' + award_number(family, score.school_level[row]));
  }
  const size_t words = score.met.words;
  const uint64_t met = count_bits(score.met.row(row), words);
  const uint64_t not_met = count_bits(score.not_met.row(row), words);
  const uint64_t not_applicable = count_bits(score.not_applicable.row(row), words);
  for (const uint64_t count :
       {met, not_met, set.indicators.size() - met - not_met - not_applicable, not_applicable}) {
    *out++ = ',';
    out = append_count(count, out);
  }
  *out++ = ',';
  out = append_names(sets_[index], set, score.blocking.row(row), words, out);
  *out++ = ',';
  out = append_names(sets_[index], set, score.missing.row(row), words, out);
  const size_t cell = row * score.criteria_stride;
  return append_criteria(sets_[index], score.criterion_level.data() + cell,
                         score.criterion_level_max.data() + cell, out);
}

char* ScoreCsv::append_sensitive(const ScoredBlock& block, size_t row, char* out) const {
  const CriteriaSet& set = run_.sets[static_cast<size_t>(block.table.set[row])];
  const char* const start = out;
  for (const SensitiveVerdict& verdict : block.sensitive[row]) {
    if (out != start) *out++ = ';';
    out = copy(set.indicators[verdict.indicator].name, out);
  }
  return out;
}

char* ScoreCsv::append_scored(const ScoredBlock& block, size_t row, char* out) const {
  out = append_levels(block.table, block.score, row, out);
  if (sensitivity_) {
    *out++ = ',';
    out = append_sensitive(block, row, out);
  }
  if (has_assumptions()) {
    *out++ = ',';
    out = copy(sets_[static_cast<size_t>(block.table.set[row])].assumed, out);
  }
  return out;
}

size_t ScoreCsv::room_for(const SchoolTable& table, size_t row) const {
  // Texts may double when quoted; levels, counts and commas fit into the constant; a criterion
  // takes at most ",n/a" or ",1-2".
  size_t room = 400 + kPaddedNameLength + 4 * criterion_ids_.size();
  for (const auto& column : table.identity)
    if (!column.empty()) room += 2 * column[row].size();
  if (table.set[row] != kNoSet) {
    const auto index = static_cast<size_t>(table.set[row]);
    room +=
        run_.sets[index].id.size() + 3 * sets_[index].names_length + sets_[index].assumed.size();
  }
  return room;
}

void ScoreCsv::append(const ScoredBlock& block, CharBuffer& buffer) const {
  const SchoolTable& table = block.table;
  // criteria_set to missing, the criteria, and what only some runs write of rows in scope
  const size_t result_columns = 11 + criterion_ids_.size() + sensitivity_ + has_assumptions();
  for (size_t row = 0; row < table.rows; ++row) {
    char* out = buffer.room(room_for(table, row));
    for (const IdentityColumn column : kTextColumns) {
      out = append_text(table.text_of(column, row), out);
      *out++ = ',';
    }
    out = append_day(table.text_of(IdentityColumn::assessed_on, row), table.assessed_on[row], out);
    *out++ = ',';
    out = append_text(table.text_of(IdentityColumn::assessment, row), out);
    *out++ = ',';
    if (table.set[row] != kNoSet) {
      out = copy(run_.sets[static_cast<size_t>(table.set[row])].id, out);
      out = append_scored(block, row, out);
    } else {
      std::memset(out, ',', result_columns);
      out += result_columns;
    }
    if (schools_) {
      const bool is_in = schools_->has(table.text_of(IdentityColumn::school_id, row));
      out = copy(is_in ? ",true" : ",false", out);
    }
    *out++ = '\n';
    buffer.written_to(out);
  }
}

std::vector<PlacedLabel> place_labels(const Table& table) {
  std::vector<PlacedLabel> labels;
  std::vector<size_t> busy(table.columns.size(), 0);  // header rows still covered from above
  for (size_t row = 0; row < table.header.size(); ++row) {
    size_t column = 0;
    for (const HeaderCell& label : table.header[row]) {
      while (column < busy.size() && busy[column] > 0) ++column;
      labels.push_back({&label, row, column});
      for (size_t i = 0; i < label.columns && column < busy.size(); ++i)
        busy[column++] = label.rows;
    }
    for (size_t& rows : busy) rows -= rows > 0;
  }
  return labels;
}

}  // namespace kdcl

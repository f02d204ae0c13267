// 64-bit digests of short texts, for finding equal ones among millions. Not against people who want
// them to be equal.
#include "read/schools/same_schools.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string_view>

#include "base/diagnostics.h"
#include "base/number.h"
#include "base/text.h"
#include "read/schools/labels.h"

namespace kdcl {

/// Multiplies to 128 bits and folds the halves: mixes every bit of both.
[[nodiscard]] inline uint64_t mix(uint64_t a, uint64_t b) {
  __extension__ using Wide = unsigned __int128;
  const Wide product = static_cast<Wide>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

/// The digest of a text behind what `seed` is of.
[[nodiscard]] inline uint64_t digest(std::string_view text, uint64_t seed) {
  constexpr uint64_t kFirst = 0xa0761d6478bd642f;
  constexpr uint64_t kSecond = 0xe7037ed1a0b428db;
  seed ^= mix(text.size() ^ kFirst, kSecond);
  while (!text.empty()) {
    uint64_t word = 0;
    const size_t length = text.size() < 8 ? text.size() : 8;
    std::memcpy(&word, text.data(), length);
    seed = mix(word ^ kFirst, seed ^ kSecond);
    text.remove_prefix(length);
  }
  return seed;
}

void report_number_of_code(const Location& where, std::string_view label, std::string_view code,
                           Diagnostics& diagnostics) {
  if (has_exponent(code))
    diagnostics.error(
        where,
        {"{0}: mã đã bị đổi thành số có mũ, mất chữ số: \"{1}\"",
         "{0}: the code has become a number with an exponent and lost digits: \"{1}\""},
        label, excerpt(code));
  else
    diagnostics.error(where,
                      {"{0}: mã đã bị đổi thành số thập phân: \"{1}\"",
                       "{0}: the code has become a number with decimals: \"{1}\""},
                      label, excerpt(code));
  diagnostics.hint({"trong Excel định dạng cột là Văn bản (Text), ghi lại mã rồi lưu",
                    "in Excel format the column as text, write the codes again and save"});
}
namespace {

constexpr uint64_t kNumberBits = 12;
constexpr uint64_t kNumbers = uint64_t{1} << kNumberBits;
/// Further shapes of a family are told apart by their digests.
constexpr uint64_t kMostShapes = kNumbers / 2;
/// Codes whose spelling is kept for messages.
constexpr size_t kMostWritten = 10000;
constexpr size_t kMostTold = 10;
/// Digits at the end of a code that are read as a number.
constexpr size_t kMostDigits = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii(char c) { return (c & 0x80) == 0; }

}  // namespace

std::string bare_school_code(std::string_view code) {
  // The case of other letters than ASCII is told by folding, which leaves small letters.
  std::string letters =
      std::all_of(code.begin(), code.end(), is_ascii) ? std::string(code) : fold(code);
  std::erase_if(letters, [](char c) { return c == ' ' || c == '\t'; });
  std::string bare;
  for (size_t i = 0; i < letters.size(); ++i) {
    const char c = letters[i];
    const bool begins_number = c == '0' && (bare.empty() || !is_digit(bare.back()));
    if (begins_number && i + 1 < letters.size() && is_digit(letters[i + 1])) continue;
    bare += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return bare;
}

void hint_alike(std::string_view other, Diagnostics& diagnostics) {
  diagnostics.hint(
      {"có mã \"{0}\", chỉ khác về số 0 đứng đầu, chữ hoa hay khoảng trắng: nếu là một trường thì "
       "viết mã một cách trong mọi tệp",
       "there is \"{0}\", which differs only in leading zeros, case or blanks: if it is the same "
       "school, write its code in one way in all files"},
      excerpt(other));
}

namespace {

/// How a code is written: A for a capital, a for a small letter, 0 for a digit, others as they are.
std::string shape_of(std::string_view code) {
  std::string shape(code);
  for (char& c : shape)
    c = is_digit(c) ? '0' : c >= 'A' && c <= 'Z' ? 'A' : c >= 'a' && c <= 'z' ? 'a' : c;
  return shape;
}

/// The shape of a bare code with every number as one digit, and with letters that are not ASCII as
/// one sign: there would be as many families as names.
std::string family_of(std::string_view bare) {
  std::string family = shape_of(bare);
  for (char& c : family)
    if (!is_ascii(c)) c = '\x80';
  const auto are_one = [](char a, char b) { return a == b && (a == '0' || !is_ascii(a)); };
  family.erase(std::unique(family.begin(), family.end(), are_one), family.end());
  return family;
}

size_t digits_at_end(std::string_view code) {
  const auto last = std::find_if_not(code.rbegin(), code.rend(), is_digit);
  return static_cast<size_t>(last - code.rbegin());
}

/// The first eight bytes, or fewer, as a little-endian number.
uint64_t first_bytes(std::string_view text) {
  uint64_t word = 0;
  if (text.size() >= 8)
    std::memcpy(&word, text.data(), 8);
  else
    std::memcpy(&word, text.data(), text.size());
  return word;
}

/// The digest of a bare form by what stands before the number at its end and by that number.
uint64_t bare_digest(uint64_t prefix, uint64_t number) {
  return mix(prefix ^ number, 0x8ebc6af09c88c6e3);
}

uint64_t bare_digest(std::string_view bare) {
  const size_t digits = digits_at_end(bare);
  if (digits > kMostDigits) return digest(bare, 2);
  uint64_t number = 0;
  for (const char c : bare.substr(bare.size() - digits))
    number = 10 * number + static_cast<uint64_t>(c - '0');
  // No number at all is not the number 0.
  return bare_digest(digest(bare.substr(0, bare.size() - digits), 1), number + (digits > 0));
}

/// Reads the codes of a block one after the other. Neighbours are mostly written alike, up to the
/// number at their end: then only that is read.
class CodeReader {
 public:
  explicit CodeReader(CodeForms& forms) : forms_(forms) {}

  void read(std::string_view code, size_t row) {
    if (!read_like_last(code, row)) read_whole(code, row);
  }

 private:
  /// What the last code read whole has before the number at its end; length 0: nothing to go by.
  struct Last {
    size_t length = 0;
    size_t digits = 0;
    uint64_t prefix = 0;      ///< as bytes
    uint64_t mask = 0;        ///< of these bytes
    uint64_t digest = 0;      ///< of the bare prefix
    uint64_t least_bare = 0;  ///< numbers from here on have no zeros at their start
    uint32_t shape = 0;
  };

  bool read_like_last(std::string_view code, size_t row) {
    if (code.size() != last_.length || code.empty()) return false;
    const uint64_t head = first_bytes(code);
    uint64_t digits = head << (8 * (8 - std::min<size_t>(8, code.size())));
    if (code.size() > 8) std::memcpy(&digits, code.data() + code.size() - 8, 8);
    const size_t bits = 64 - 8 * last_.digits;
    if (bits > 0) digits = (digits >> bits << bits) | kEightZeros >> (64 - bits);
    const int64_t number = eight_digits(digits);
    if (number < 0 || (head & last_.mask) != last_.prefix) return false;
    forms_.bare[row] = bare_digest(last_.digest, static_cast<uint64_t>(number) + 1);
    forms_.shape_of[row] = last_.shape;
    forms_.shapes[last_.shape].is_bare &= static_cast<uint64_t>(number) >= last_.least_bare;
    return true;
  }

  void read_whole(std::string_view code, size_t row) {
    const std::string bare = bare_school_code(code);
    const std::string shape = shape_of(code);
    const auto [known, is_new] =
        known_.try_emplace(shape, static_cast<uint32_t>(forms_.shapes.size()));
    if (is_new) forms_.shapes.push_back({digest(family_of(bare), 1), digest(shape, 1)});
    forms_.bare[row] = bare_digest(bare);
    forms_.shape_of[row] = known->second;
    forms_.shapes[known->second].is_bare &= bare == code;
    remember(code, known->second);
  }

  void remember(std::string_view code, uint32_t shape) {
    last_ = {};
    const size_t digits = digits_at_end(code);
    const std::string_view prefix = code.substr(0, code.size() - digits);
    const bool is_plain = std::all_of(prefix.begin(), prefix.end(),
                                      [](char c) { return is_ascii(c) && c != ' ' && c != '\t'; });
    if (digits == 0 || digits > kMostDigits || prefix.size() > 8 || !is_plain ||
        std::endian::native != std::endian::little)
      return;
    uint64_t least = digits > 1 ? 1 : 0;
    for (size_t i = 1; i < digits; ++i) least *= 10;
    const uint64_t mask =
        prefix.size() == 8 ? ~uint64_t{0} : (uint64_t{1} << 8 * prefix.size()) - 1;
    last_ = {code.size(), digits, first_bytes(prefix), mask, digest(bare_school_code(prefix), 1),
             least,       shape};
  }

  CodeForms& forms_;
  std::unordered_map<std::string, uint32_t> known_;
  Last last_;
};

}  // namespace

CodeForms code_forms(const SchoolTable& table) {
  CodeForms forms;
  forms.bare.resize(table.rows);
  forms.shape_of.resize(table.rows);
  CodeReader reader(forms);
  for (size_t row = 0; row < table.rows; ++row)
    reader.read(table.text_of(IdentityColumn::school_id, row), row);
  return forms;
}

uint64_t AlikeCodes::number_of(const CodeForms::Shape& shape) {
  Family& family = families_[shape.family];
  family.is_bare &= shape.is_bare;
  uint64_t number = kMostShapes + shape.shape % kMostShapes;
  if (family.numbers.size() < kMostShapes || family.numbers.contains(shape.shape))
    number = family.numbers.try_emplace(shape.shape, family.numbers.size()).first->second;
  may_be_alike_ |= family.numbers.size() > 1 && !family.is_bare;
  return number;
}

void AlikeCodes::add(const CodeForms& forms, const SchoolTable& rows, Origin origin) {
  if (rows.rows == 0) return;
  std::vector<uint64_t> numbers;
  for (const CodeForms::Shape& shape : forms.shapes) numbers.push_back(number_of(shape));
  origin.first_line += rows.line.front() - 1;
  const bool is_row_a_line = rows.line.back() - rows.line.front() + 1 == rows.rows;
  Block& block = blocks_.emplace_back(Block{codes_.size(), std::move(origin)});
  for (size_t row = 0; row < rows.rows; ++row) {
    const uint64_t number = numbers[forms.shape_of[row]];
    if (number > 0 && written_.size() < kMostWritten)
      written_.emplace(codes_.size(), rows.text_of(IdentityColumn::school_id, row));
    codes_.push_back(forms.bare[row] << kNumberBits | number);
    if (!is_row_a_line) block.lines.push_back(rows.line[row] - rows.line.front());
  }
}

/// Codes of one bare form and several shapes, a list a bare form.
std::vector<std::vector<uint64_t>> AlikeCodes::find_alike() const {
  if (!may_be_alike_) return {};
  std::vector<uint64_t> sorted(codes_.begin(), codes_.end());
  std::sort(sorted.begin(), sorted.end());
  sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
  std::vector<std::vector<uint64_t>> alike;
  for (size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i] >> kNumberBits != sorted[i - 1] >> kNumberBits) continue;
    if (alike.empty() || alike.back().back() != sorted[i - 1]) alike.push_back({sorted[i - 1]});
    alike.back().push_back(sorted[i]);
  }
  return alike;
}

std::vector<AlikeCodes::Pair> AlikeCodes::find_pairs() const {
  const std::vector<std::vector<uint64_t>> alike = find_alike();
  std::unordered_map<uint64_t, size_t> first_rows;
  for (const auto& codes : alike)
    for (const uint64_t code : codes) first_rows.emplace(code, codes_.size());
  for (size_t row = 0; row < codes_.size() && !first_rows.empty(); ++row)
    if (const auto found = first_rows.find(codes_[row]); found != first_rows.end())
      found->second = std::min(found->second, row);
  std::vector<Pair> pairs;
  for (const auto& codes : alike) {
    std::vector<size_t> rows;
    for (const uint64_t code : codes) rows.push_back(first_rows[code]);
    std::sort(rows.begin(), rows.end());
    for (size_t i = 1; i < rows.size(); ++i) {
      const bool is_first_known = written_.contains(rows[0]) && !written_.contains(rows[i]);
      pairs.push_back(is_first_known ? Pair{rows[0], rows[i]} : Pair{rows[i], rows[0]});
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) { return a.row < b.row; });
  return pairs;
}

Location AlikeCodes::place(size_t row) const {
  const auto after =
      std::upper_bound(blocks_.begin(), blocks_.end(), row,
                       [](size_t at, const Block& block) { return at < block.first; });
  const Block& block = *std::prev(after);
  const size_t at = row - block.first;
  return {block.origin.table,
          block.origin.first_line + (block.lines.empty() ? at : block.lines[at]),
          uint64_t{block.origin.column} + 1, block.origin.is_cell};
}

void AlikeCodes::report(bool strict, Diagnostics& diagnostics) const {
  const std::vector<Pair> pairs = find_pairs();
  const auto tell = [&](const Location& where, const auto&... message) -> Diagnostics& {
    return strict ? diagnostics.error(where, message...) : diagnostics.warning(where, message...);
  };
  for (size_t i = 0; i < pairs.size() && i < kMostTold; ++i) {
    const auto code = written_.find(pairs[i].row);
    const std::string quoted =
        code == written_.end() ? std::string() : fmt::format(" \"{}\"", excerpt(code->second));
    tell(place(pairs[i].row),
         Message{"Mã trường (school_id): mã{0} ở đây chỉ khác mã ở {1} về số 0 đứng đầu, chữ hoa "
                 "hay khoảng "
                 "trắng; đang tính là hai trường",
                 "school_id: the code{0} here differs from that at {1} only in leading zeros, case "
                 "or blanks; they count as two schools"},
         quoted, line_text(place(pairs[i].other)))
        .hint({"viết mã của một trường một cách trong mọi tệp",
               "write the code of a school in one way in all files"});
  }
  if (pairs.size() > kMostTold)
    tell(place(pairs[kMostTold].row),
         Message{"Mã trường (school_id): còn {0} mã như thế nữa, từ ô này trở đi",
                 "school_id: {0} more such codes, from this cell on"},
         pairs.size() - kMostTold);
}

std::vector<uint64_t> duplicate_keys(const Run& run, const SchoolTable& table) {
  std::vector<uint64_t> keys(table.rows);
  for (size_t row = 0; row < table.rows; ++row) {
    uint64_t key = digest(table.text_of(IdentityColumn::school_id, row), 1);
    key = digest(table.text_of(IdentityColumn::assessment, row), key);
    key = mix(key ^ static_cast<uint32_t>(table.assessed_on[row]), 0x8ebc6af09c88c6e3);
    if (table.set[row] != kNoSet && run.sets[static_cast<size_t>(table.set[row])].per_stage)
      key = digest(table.text_of(IdentityColumn::stage, row), key);
    keys[row] = key | 1;
  }
  return keys;
}

DuplicateFinder::DuplicateFinder(size_t expected)
    : keys_(std::bit_ceil(expected + expected / 4 + 64)), lines_(keys_.size()) {}

size_t DuplicateFinder::slot_of(uint64_t key) const {
  size_t slot = (key >> 8) & (keys_.size() - 1);
  while (keys_[slot] != 0 && keys_[slot] != key) slot = (slot + 1) & (keys_.size() - 1);
  return slot;
}

void DuplicateFinder::grow() {
  std::vector<uint64_t> keys(keys_.size() * 2);
  std::vector<uint32_t> lines(keys.size());
  keys.swap(keys_);
  lines.swap(lines_);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == 0) continue;
    const size_t slot = slot_of(keys[i]);
    keys_[slot] = keys[i];
    lines_[slot] = lines[i];
  }
}

std::string DuplicateFinder::place_of(uint32_t line) const {
  const auto after = std::find_if(files_.begin(), files_.end(),
                                  [line](const File& file) { return file.lines_before >= line; });
  const File& file = *std::prev(after);
  return line_text({file.name, line - file.lines_before, 0, file.has_cells});
}

void DuplicateFinder::add(const std::vector<uint64_t>& keys, const SchoolTable& table,
                          const Location& first, Diagnostics& diagnostics) {
  if (files_.empty() || files_.back().name != first.file)
    files_.push_back({first.file, last_line_, first.is_cell});
  // The slots are all over memory: ask for all of them before the first is needed.
  for (const uint64_t key : keys) __builtin_prefetch(&keys_[(key >> 8) & (keys_.size() - 1)], 1);
  for (size_t row = 0; row < keys.size(); ++row) {
    const uint64_t line = table.line[row] + first.line - 1;
    const size_t slot = slot_of(keys[row]);
    if (keys_[slot] != 0) {
      // Schools without an id are told as that.
      if (table.text_of(IdentityColumn::school_id, row).empty()) continue;
      diagnostics.error({first.file, line, first.column, first.is_cell},
                        {"trường {0} (cùng cấp học, người đánh giá và ngày) đã có ở {1}",
                         "school {0} (same stage, assessor and date) is already at {1}"},
                        excerpt(table.text_of(IdentityColumn::school_id, row)),
                        place_of(lines_[slot]));
      continue;
    }
    last_line_ = files_.back().lines_before + line;
    keys_[slot] = keys[row];
    lines_[slot] = static_cast<uint32_t>(last_line_);
    if (++used_ * 5 > keys_.size() * 4) grow();
  }
}

namespace {

constexpr uint64_t kFewestFigures = 2;

bool can_tell(const ShareCount& count) { return count.known >= kFewestFigures; }

/// Nine in ten at least: a slip of a cell or two hides nothing.
bool are_parts(const ShareCount& count) {
  return can_tell(count) && count.below > 0 && count.parts * 10 >= count.known * 9;
}

}  // namespace

void ShareCount::add(const ShareCount& more) {
  field = more.field;
  if (below == 0) first = more.first;
  known += more.known;
  parts += more.parts;
  below += more.below;
}

void ShareCheck::add(const std::vector<ShareCount>& columns) {
  for (const ShareCount& column : columns) file_[column.field].add(column);
}

void ShareCheck::end_file(Diagnostics& diagnostics) {
  for (const auto& [field, count] : file_) {
    if (!can_tell(count))
      rest_[field].add(count);
    else if (are_parts(count))
      warn(count, diagnostics);
  }
  file_.clear();
}

void ShareCheck::end_run(Diagnostics& diagnostics) {
  ShareCount single;  // of all fields with one figure in the whole run
  for (const auto& [field, count] : rest_) {
    if (!can_tell(count))
      single.add(count);
    else if (are_parts(count))
      warn(count, diagnostics);
  }
  for (const auto& [field, count] : rest_)
    if (!can_tell(count) && count.below > 0 && are_parts(single)) warn(count, diagnostics);
  rest_.clear();
}

void ShareCheck::warn(const ShareCount& count, Diagnostics& diagnostics) const {
  diagnostics
      .warning(
          count.first,
          {"{0}: hầu hết các số nằm giữa 0 và 1, mà cột này tính bằng %: có phải là phần của 1?",
           "{0}: nearly all figures are between 0 and 1, but the column is in %; parts of 1?"},
          field_label(run_.fields[count.field], diagnostics.language()))
      .hint({"nếu 0,95 nghĩa là 95 % thì ghi 95", "if 0.95 means 95 %, write 95"});
}

}  // namespace kdcl

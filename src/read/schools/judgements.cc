#include "read/schools/judgements.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "base/date.h"
#include "base/text.h"
#include "read/csv/csv.h"
#include "read/csv/verdict_scan.h"
#include "read/csv/verdict_word.h"
#include "read/schools/messages.h"

namespace kdcl {
namespace {

using namespace message;

/// Beside levels, which are not negative.
constexpr LevelSpan kNotApplicable{-1, -1};

/// True if a fault of the cell was told: two sets may read one column, if one amends the other.
bool is_reported(const BlockReading& block, size_t row, uint32_t column) {
  const Location where = block.place(row, column);
  const std::vector<Diagnostic>& known = block.diagnostics.kept();
  for (auto each = known.rbegin(); each != known.rend(); ++each) {
    if (each->location == where) return true;
    if (each->location.line < block.table.line[row]) break;  // of a row before
  }
  return false;
}

/// A cell that is none of the common spellings: quotes, blanks, a carriage return, other cases,
/// another Unicode form; or a fault.
[[gnu::noinline]] VerdictCode read_verdict_slowly(BlockReading& block, size_t row,
                                                  uint32_t column) {
  const std::string_view text = cell_text(block.cell(row, column), block.table.kept_text);
  const VerdictCode code = find_verdict(text);
  if (code != VerdictCode::other) return code;
  if (!is_reported(block, row, column)) {
    block.diagnostics.error(block.place(row, column), kNotAVerdict, block.binding.names[column],
                            excerpt(text));
    hint_verdict(text, block.diagnostics);
  }
  return VerdictCode::unknown;
}

/// Bit `plane` of eight codes as eight bits.
inline uint64_t pack_plane(uint64_t codes, unsigned plane) {
  return ((codes >> plane) & 0x0101010101010101) * 0x0102040810204080 >> 56;
}

/// Codes, a byte an indicator, to bits.
void pack_codes(const std::vector<VerdictCode>& codes, size_t row, SchoolTable& table) {
  uint64_t* const met = table.met.row(row);
  uint64_t* const not_met = table.not_met.row(row);
  uint64_t* const not_applicable = table.not_applicable.row(row);
  for (size_t i = 0; i < codes.size(); i += 8) {
    uint64_t eight = 0;
    std::memcpy(&eight, codes.data() + i, 8);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    met[i / 64] |= pack_plane(eight, 0) << (i % 64);
    not_met[i / 64] |= pack_plane(eight, 1) << (i % 64);
    not_applicable[i / 64] |= pack_plane(eight, 2) << (i % 64);
  }
}

/// Reads the cells of one row; keeps its scratch space.
class RowReader {
 public:
  RowReader(BlockReading& block, const SetBinding& set, size_t words)
      : block_(block),
        set_(set),
        can_scan_(block.grid.separator != 0 && can_scan_verdicts()),
        codes_(64 * words, VerdictCode::unknown),
        other_(words) {}

  void read(size_t row) {
    if (!can_scan_ || !scan(row)) look_up(row);
  }

 private:
  /// Many cells at a time; those that are spelt in a rarer way one by one.
  bool scan(size_t row) {
    SchoolTable& table = block_.table;
    std::fill(other_.begin(), other_.end(), 0);
    const VerdictPlanes planes{table.met.row(row), table.not_met.row(row),
                               table.not_applicable.row(row), other_.data()};
    for (const ColumnRun& run : set_.runs) {
      const char* const text = block_.cell(row, run.column).data();
      const std::string_view last = block_.cell(row, run.column + run.count - 1);
      const auto length = static_cast<uint32_t>(last.data() + last.size() + 1 - text);
      if (!scan_verdicts({text, length, block_.grid.separator, run.indicator}, planes)) {
        for (size_t word = 0; word < other_.size(); ++word)
          planes.met[word] = planes.not_met[word] = planes.not_applicable[word] = 0;
        return false;
      }
    }
    for (size_t word = 0; word < other_.size(); ++word)
      for (uint64_t bits = other_[word]; bits != 0; bits &= bits - 1)
        read_other(row, word * 64 + static_cast<size_t>(std::countr_zero(bits)));
    return true;
  }

  void read_other(size_t row, size_t indicator) {
    const auto run = std::find_if(set_.runs.begin(), set_.runs.end(), [&](const ColumnRun& each) {
      return indicator >= each.indicator && indicator - each.indicator < each.count;
    });
    const uint32_t column = run->column + static_cast<uint32_t>(indicator) - run->indicator;
    const std::string_view cell = block_.cell(row, column);
    VerdictCode code = kVerdictTable.find(cell.data(), static_cast<uint32_t>(cell.size()));
    if (code == VerdictCode::other) code = read_verdict_slowly(block_, row, column);
    if (code == VerdictCode::met) block_.table.met.set(row, indicator);
    if (code == VerdictCode::not_met) block_.table.not_met.set(row, indicator);
    if (code == VerdictCode::not_applicable) block_.table.not_applicable.set(row, indicator);
  }

  /// A look into a table and a byte to write for each cell; what the table does not know is read
  /// again, slowly. Indicators without a column stay unknown: nobody writes their bytes.
  void look_up(size_t row) {
    const Grid& grid = block_.grid;
    const uint32_t* const ends = grid.ends.get() + size_t{block_.rows[row]} * grid.columns;
    unsigned seen = 0;
    for (const ColumnRun& run : set_.runs) {
      const uint32_t* end = ends + run.column;
      VerdictCode* code = codes_.data() + run.indicator;
      uint32_t begin = *end + 1;
      for (uint32_t i = 0; i < run.count; ++i) {
        const uint32_t next = *++end;
        code[i] = kVerdictTable.find(grid.text + begin, next - begin);
        seen |= static_cast<unsigned>(code[i]);
        begin = next + 1;
      }
    }
    if ((seen & static_cast<unsigned>(VerdictCode::other)) != 0) {
      for (const ColumnOf& bound : set_.indicators)
        if (codes_[bound.index] == VerdictCode::other)
          codes_[bound.index] = read_verdict_slowly(block_, row, bound.column);
    }
    pack_codes(codes_, row, block_.table);
  }

  BlockReading& block_;
  const SetBinding& set_;
  bool can_scan_;
  std::vector<VerdictCode> codes_;  ///< a byte a bit
  std::vector<uint64_t> other_;
};

/// Rows whose set could not be told: a word that is no verdict is a fault whatever the set is, and
/// all faults are told in one run.
void check_undecided(BlockReading& block) {
  if (block.undecided.empty()) return;
  std::vector<uint32_t> columns;
  for (const SetBinding& set : block.binding.sets)
    for (const ColumnOf& bound : set.indicators) columns.push_back(bound.column);
  std::sort(columns.begin(), columns.end());
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  for (const uint32_t row : block.undecided) {
    for (const uint32_t column : columns) {
      const std::string_view cell = block.cell(row, column);
      if (kVerdictTable.find(cell.data(), static_cast<uint32_t>(cell.size())) == VerdictCode::other)
        (void)read_verdict_slowly(block, row, column);
    }
  }
}

/// Gives the criterion's indicators that are not judged themselves what its level says. False if
/// some are judged themselves.
bool fill_criterion(SchoolTable& table, size_t row, const CriteriaSet& set,
                    const CriterionColumn& column, const LevelSpan& level) {
  const Criterion& criterion = set.criteria[column.criterion];
  bool is_all = true;
  for (uint32_t i = 0; i < criterion.indicator_count; ++i) {
    const uint32_t indicator = criterion.first_indicator + i;
    const size_t bit = 64 * column.set.first_word + indicator;
    if (table.met.test(row, bit) || table.not_met.test(row, bit) ||
        table.not_applicable.test(row, bit)) {
      is_all = false;
      continue;
    }
    const int own = set.indicators[indicator].level;
    if (level == kNotApplicable)
      table.not_applicable.set(row, bit);
    else if (own <= level.least)
      table.met.set(row, bit);
    else if (own > level.most)
      table.not_met.set(row, bit);
    else
      continue;  // open: stays unknown
    table.filled.set(row, bit);
  }
  return is_all;
}

/// What the criterion's own judgements deny of its level: the first not met that the level needs;
/// the first above it if all that the next level asks are met; the first not applicable if all are;
/// where the criterion is not applicable, the first met or not.
void check_own_judgements(BlockReading& block, size_t row, const CriterionColumn& column,
                          const LevelSpan& level) {
  const SchoolTable& table = block.table;
  const CriteriaSet& set = block.run.sets[column.set.set];
  const bool is_excluded = level == kNotApplicable;
  std::optional<uint32_t> denying, above;
  bool is_next_met = true;
  bool are_all_excluded = true;
  const Criterion& criterion = set.criteria[column.criterion];
  for (uint32_t i = 0; i < criterion.indicator_count && !denying; ++i) {
    const uint32_t indicator = criterion.first_indicator + i;
    const int asked = set.indicators[indicator].level;
    const size_t bit = 64 * column.set.first_word + indicator;
    const bool is_own = !table.filled.test(row, bit);
    const bool is_met = is_own && table.met.test(row, bit);
    const bool is_not_met = is_own && table.not_met.test(row, bit);
    const bool is_outside = is_own && table.not_applicable.test(row, bit);
    if (is_excluded ? is_met || is_not_met : is_not_met && asked <= level.least)
      denying = indicator;
    are_all_excluded &= is_outside;
    if (asked == level.most + 1 && is_met && !above) above = indicator;
    if (asked == level.most + 1) is_next_met &= is_met || is_outside;
  }
  if (!denying && are_all_excluded && !is_excluded) denying = criterion.first_indicator;
  const int denied = denying ? level.least : level.most;
  if (!denying && is_next_met && !is_excluded) denying = above;
  if (!denying) return;
  block.table.denied_levels.push_back(
      {row, block.place(row, column.column), column.set.set, column.criterion,
       is_excluded ? std::nullopt : std::optional(denied), *denying, are_all_excluded});
}

/// What Excel makes of "1-2".
bool is_date_text(std::string_view text) {
  if (read_date(text)) return true;
  static constexpr std::array<std::string_view, 13> kMonths = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thg"};
  const std::string folded = fold(text);
  return std::any_of(kMonths.begin(), kMonths.end(), [&](std::string_view month) {
    return folded.find(month) != std::string::npos &&
           folded.find_first_of("0123456789") != std::string::npos;
  });
}

/// The levels in a criterion-level cell, or kNotApplicable; nothing, with an error, if it is
/// neither, without one if it is unknown.
std::optional<LevelSpan> read_criterion_level(BlockReading& block, size_t row, uint32_t column,
                                              const CriteriaSet& set) {
  const std::string_view text = cell_text(block.cell(row, column), block.table.kept_text);
  if (text.empty()) return {};
  const std::optional<LevelSpan> span = read_level_span(text);
  if (span && span->most <= set.top_level()) return span;
  const VerdictCode code = find_verdict(text);
  if (code == VerdictCode::not_applicable) return kNotApplicable;
  if (code == VerdictCode::unknown) return {};
  block.diagnostics.error(
      block.place(row, column),
      {"{0}: bộ tiêu chí {3} cần mức từ 0 đến {1}, hoặc không áp dụng, gặp \"{2}\"",
       "{0}: the criteria set {3} expects a level from 0 to {1}, or not applicable, found \"{2}\""},
      block.binding.names[column], set.top_level(), excerpt(text), set.id);
  hint_level(text, block.diagnostics);
  return {};
}

/// Columns of several sets, one of which amends the other, are read once.
void read_criterion_levels(BlockReading& block, size_t row,
                           const std::vector<CriterionColumn>& criteria) {
  std::optional<LevelSpan> level;
  for (size_t i = 0; i < criteria.size(); ++i) {
    const CriteriaSet& set = block.run.sets[criteria[i].set.set];
    if (i == 0 || criteria[i - 1].column != criteria[i].column)
      level = read_criterion_level(block, row, criteria[i].column, set);
    if (level && !fill_criterion(block.table, row, set, criteria[i], *level))
      check_own_judgements(block, row, criteria[i], *level);
  }
}

void warn_of_other_sets(BlockReading& block, size_t row, const CriteriaSet& set,
                        const SetBinding& bound) {
  for (const uint32_t column : bound.foreign) {
    const std::string_view cell = block.cell(row, column);
    if (cell.empty() || cell_text(cell, block.table.kept_text).empty()) continue;
    block.diagnostics.warning(
        block.place(row, column),
        {"{0}: chỉ báo này không thuộc bộ tiêu chí {1} của trường, bị bỏ qua",
         "{0}: this is no indicator of the school's criteria set {1}, and is left out"},
        block.binding.names[column], set.id);
  }
}

}  // namespace

std::optional<LevelSpan> read_level_span(std::string_view text) {
  const auto level_at = [&](size_t at) {
    return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1;
  };
  if (text.size() == 1 && level_at(0) >= 0) return LevelSpan{level_at(0), level_at(0)};
  if (text.size() < 3 || level_at(0) < 0 || level_at(text.size() - 1) < level_at(0)) return {};
  const std::string_view between = trim(text.substr(1, text.size() - 2));
  if (between != "-" && between != "–") return {};
  return LevelSpan{level_at(0), level_at(text.size() - 1)};
}

void hint_level(std::string_view written, Diagnostics& diagnostics) {
  if (is_date_text(written))
    diagnostics.hint({"Excel đổi 1-2 thành ngày: định dạng cột là Văn bản rồi ghi lại 1-2",
                      "Excel makes a date of 1-2: format the column as text and write 1-2 again"});
}

void hint_verdict(std::string_view written, Diagnostics& diagnostics) {
  if (const std::string_view meant = meant_verdict(written); !meant.empty())
    diagnostics.hint(kNearestName, meant);
  else
    diagnostics.hint({"để trống nếu chưa đánh giá", "leave it empty if it is not judged yet"});
}

void read_judgements(BlockReading& block) {
  const size_t words = judgement_words(block.run);
  SchoolTable& table = block.table;
  for (BitRows* bits : {&table.met, &table.not_met, &table.not_applicable, &table.filled})
    bits->resize(table.rows, words);
  table.denied_levels.clear();
  std::vector<RowReader> readers;
  for (size_t set = 0; set < block.run.sets.size(); ++set)
    readers.emplace_back(block, block.binding.sets[set], judgement_words(block.run, set));
  for (size_t row = 0; row < table.rows; ++row) {
    if (table.set[row] == kNoSet) continue;
    const auto index = static_cast<size_t>(table.set[row]);
    const SetBinding& bound = block.binding.sets[index];
    readers[index].read(row);
    read_criterion_levels(block, row, bound.criteria);
    // Where one set is for all rows, the data are meant for the others as well.
    if (!block.run.only_set) warn_of_other_sets(block, row, block.run.sets[index], bound);
  }
  check_undecided(block);
}

}  // namespace kdcl

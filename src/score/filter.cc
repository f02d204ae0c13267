#include "score/filter.h"

#include <numeric>

#include "model/evaluate.h"

namespace kdcl {
namespace {

template <typename T>
void keep(const std::vector<uint32_t>& rows, std::vector<T>& column, size_t stride = 1) {
  if (column.empty()) return;
  size_t to = 0;
  for (const uint32_t row : rows) {
    for (size_t i = 0; i < stride; ++i, ++to) {
      // Moving a value onto itself would empty it.
      if (const size_t from = row * stride + i; from != to) column[to] = std::move(column[from]);
    }
  }
  column.resize(to);
}

void keep(const std::vector<uint32_t>& rows, BitRows& bits) { keep(rows, bits.bits, bits.words); }

void keep(const std::vector<uint32_t>& rows, SchoolTable& table) {
  table.rows = rows.size();
  for (auto& column : table.identity) keep(rows, column);
  keep(rows, table.assessed_on);
  keep(rows, table.recognized_on);
  keep(rows, table.recognized_level);
  keep(rows, table.set);
  keep(rows, table.line);
  for (auto& column : table.numbers) keep(rows, column);
  for (auto& column : table.texts) keep(rows, column);
  keep(rows, table.listed_blocking);
  keep(rows, table.listed_missing);
  for (BitRows* bits : {&table.met, &table.not_met, &table.not_applicable, &table.filled})
    keep(rows, *bits);
}

void keep(const std::vector<uint32_t>& rows, ScoreBlock& score) {
  for (BitRows* bits : {&score.met, &score.not_met, &score.not_applicable, &score.contradiction,
                        &score.unverified, &score.blocking, &score.missing})
    keep(rows, *bits);
  for (auto* levels :
       {&score.level, &score.level_max, &score.school_level, &score.school_level_max})
    keep(rows, *levels);
  keep(rows, score.criterion_level, score.criteria_stride);
  keep(rows, score.criterion_level_max, score.criteria_stride);
}

}  // namespace

void keep_rows(const std::vector<uint32_t>& rows, ScoredBlock& block) {
  if (rows.size() == block.table.rows) return;
  keep(rows, block.table);
  keep(rows, block.score);
  if (!block.beside.level.empty()) keep(rows, block.beside);
  keep(rows, block.details);
  keep(rows, block.notes);
  keep(rows, block.sensitive);
}

void keep_where(const Expression& where, ScoredBlock& block) {
  std::vector<uint32_t> all(block.table.rows);
  std::iota(all.begin(), all.end(), 0U);
  const std::vector<Truth> holds = Evaluator(block.table, all).truths(where);
  std::vector<uint32_t> rows;
  for (const uint32_t row : all)
    if (holds[row] == Truth::yes) rows.push_back(row);
  keep_rows(rows, block);
}

void keep_school(std::string_view school_id, ScoredBlock& block) {
  std::vector<uint32_t> rows;
  for (uint32_t row = 0; row < block.table.rows; ++row)
    if (block.table.text_of(IdentityColumn::school_id, row) == school_id) rows.push_back(row);
  keep_rows(rows, block);
}

}  // namespace kdcl

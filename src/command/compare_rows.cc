#include "command/compare_rows.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>

#include "read/labels.h"
#include "read/schools.h"
#include "score/filter.h"
#include "score/records.h"
#include "score/registered.h"
#include "score/score.h"

namespace kdcl {

namespace {

/// A side and what was read of it.
struct SideRows {
  const CompareSide& side;
  std::vector<ScoredBlock> blocks{};
};

/// Faults that a second look at the same rows adds to those of the first.
void append_new(const Diagnostics& faults, Diagnostics& diagnostics) {
  const std::vector<Diagnostic> known = diagnostics.kept();
  for (const Diagnostic& fault : faults.kept())
    if (std::none_of(known.begin(), known.end(), [&](const Diagnostic& other) {
          return other.location == fault.location && other.message == fault.message;
        }))
      diagnostics.add(fault);
}

/// Reads files for one side, or for both. What is kept of a row is what states between the sides
/// are made of, nothing of the input.
class SideReader {
 public:
  SideReader(std::span<SideRows> sides, const SchoolInputOptions& options)
      : sides_(sides),
        run_(sides.front().side.run),
        scorer_(run_, false),
        fields_(run_.fields.size()),
        input_(run_, options) {
    std::iota(fields_.begin(), fields_.end(), 0U);
  }

  void read(Diagnostics& diagnostics) {
    input_.read(
        sides_.front().side.files, [this](SchoolBlock& block) { work_on(block); },
        [this](SchoolBlock& block) {
          for (size_t i = 0; i < sides_.size(); ++i)
            sides_[i].blocks.push_back(std::move(block.sides[i]));
          return true;
        },
        diagnostics);
  }

  [[nodiscard]] const std::vector<InputFile>& inputs() const { return input_.inputs(); }

 private:
  void work_on(SchoolBlock& block) const {
    block.sides.resize(sides_.size());
    if (block.diagnostics.has_errors()) return;
    ScoredBlock& first = block.sides.front();
    first.table = table_without_input(block.schools.table, fields_);
    score(block.schools, first);
    for (size_t i = 1; i < sides_.size(); ++i) {
      ScoredBlock& other = block.sides[i];
      other = first;
      other.table.kept_text.clear();  // its texts are those of the first
      if (!has_same_rules(sides_[i].side.run, run_)) judge_again(sides_[i].side.run, block, other);
    }
  }

  static bool has_same_rules(const Run& one, const Run& other) {
    return one.only_set == other.only_set && one.open_from == other.open_from &&
           one.open_to == other.open_to;
  }

  void judge_again(const Run& run, SchoolBlock& block, ScoredBlock& kept) const {
    Diagnostics faults(block.diagnostics.language());
    read_judgements_under(run, *block.binding, block.table->name, block.grid, block.schools.table,
                          faults);
    name_schools(block.schools.table, !block.grid.places.empty(), faults);
    append_new(faults, block.diagnostics);
    if (faults.has_errors()) return;
    kept.table.set = block.schools.table.set;
    score(block.schools, kept);
  }

  void score(ScoredBlock& schools, ScoredBlock& kept) const {
    scorer_.score(schools.table, schools.score);
    for (auto bits : {&SchoolTable::met, &SchoolTable::not_met, &SchoolTable::not_applicable})
      kept.table.*bits = std::move(schools.table.*bits);
    for (auto bits : {&ScoreBlock::met, &ScoreBlock::not_met, &ScoreBlock::not_applicable})
      kept.score.*bits = std::move(schools.score.*bits);
    kept.score.level = std::move(schools.score.level);
    kept.score.level_max = std::move(schools.score.level_max);
  }

  std::span<SideRows> sides_;
  const Run& run_;
  Scorer scorer_;  ///< of both sides, whose runs have the same sets
  std::vector<uint32_t> fields_;
  SchoolInput input_;
};

/// Keeps the rows that the side is about.
void keep_side(const CompareSide& side, const std::optional<Expression>& where,
               const SchoolRegister* schools, ScoredBlock& block) {
  const SchoolTable& table = block.table;
  std::vector<uint32_t> rows;
  for (uint32_t row = 0; row < table.rows; ++row) {
    const std::string_view assessor = table.text_of(IdentityColumn::assessment, row);
    const bool is_external = assessor == "external";
    if (side.year && year_of(table.assessed_on[row]) != *side.year) continue;
    if (!side.assessment.empty() && is_external != (side.assessment == "external")) continue;
    rows.push_back(row);
  }
  keep_rows(rows, block);
  if (where) keep_where(*where, block);
  if (schools) keep_listed_rows(*schools, block);
}

void keep_side(const std::optional<Expression>& where, const SchoolRegister* schools,
               SideRows& rows, Diagnostics& diagnostics) {
  bool has_rows = false;
  for (ScoredBlock& block : rows.blocks) {
    keep_side(rows.side, where, schools, block);
    has_rows |= block.table.rows > 0;
  }
  if (!has_rows)
    diagnostics.error({}, {"không có trường nào ở \"{0}\"", "there is no school in \"{0}\""},
                      rows.side.title);
}

/// The files of all readings, each once.
void add_inputs(const std::vector<InputFile>& read, std::vector<InputFile>& inputs) {
  for (const InputFile& file : read)
    if (std::none_of(inputs.begin(), inputs.end(),
                     [&](const InputFile& known) { return known.name == file.name; }))
      inputs.push_back(file);
}

}  // namespace

ComparedRows read_sides(const CompareSides& sides, const std::optional<Expression>& where,
                        const SchoolInputOptions& options, Diagnostics& diagnostics) {
  std::array rows = {SideRows{sides.before}, SideRows{sides.after}};
  ComparedRows compared;
  AlikeCodes codes;
  SchoolInputOptions both = options;
  both.codes = &codes;
  const bool is_one_reading = sides.before.files == sides.after.files;
  const size_t step = is_one_reading ? 2 : 1;
  for (size_t i = 0; i < rows.size(); i += step) {
    SideReader reader({&rows[i], step}, both);
    reader.read(diagnostics);
    add_inputs(reader.inputs(), compared.inputs);
  }
  codes.report(options.strict, diagnostics);
  if (diagnostics.has_errors()) return compared;
  for (SideRows& side : rows) keep_side(where, options.schools, side, diagnostics);
  compared.before = std::move(rows[0].blocks);
  compared.after = std::move(rows[1].blocks);
  return compared;
}

}  // namespace kdcl

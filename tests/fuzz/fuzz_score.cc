// libFuzzer entry, end to end: any bytes as a CSV file of schools, scored and written as CSV. What
// was written is school data again, at criterion level, and gives the same levels.
#include "fuzz_schools.h"
#include "write/score_csv.h"

namespace {

struct Scored {
  bool is_sound = false;
  std::string csv;
  std::vector<int8_t> levels;
};

Scored score(const kdcl::Run& run, std::string_view bytes) {
  const kdcl::Scorer scorer(run);
  const kdcl::ScoreCsv writer(run, false, false);
  Scored result;
  result.csv = writer.header();
  result.is_sound =
      kdcl::fuzz::read_schools(run, bytes, [&](const kdcl::Grid&, const kdcl::SchoolTable& table) {
        kdcl::ScoredBlock scored;
        scored.table = table;
        const kdcl::ScoreBlock& block = scored.score;
        scorer.score(table, scored.score);
        kdcl::CharBuffer text;
        writer.append(scored, text);
        result.csv += text.view();
        for (size_t row = 0; row < table.rows; ++row) {
          if (block.level[row] > block.level_max[row]) std::abort();
          result.levels.push_back(block.level[row]);
        }
      });
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const kdcl::Run run = kdcl::fuzz::small_run();
  const Scored first = score(run, {reinterpret_cast<const char*>(data), size});
  if (!first.is_sound || first.levels.empty()) return 0;
  const Scored again = score(run, first.csv);
  if (!again.is_sound || again.levels != first.levels) std::abort();
  return 0;
}

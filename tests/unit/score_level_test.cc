#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <sstream>

#include "score/level.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

/// A block of one row whose indicators have the verdicts of `letters`: x met, k not met, ? unknown,
/// n not applicable.
ScoreBlock block_of_verdicts(const CriteriaSet& set, std::string_view letters) {
  REQUIRE(letters.size() == set.indicators.size());
  ScoreBlock block;
  const size_t words = (letters.size() + 63) / 64;
  for (BitRows* bits :
       {&block.met, &block.not_met, &block.not_applicable, &block.blocking, &block.missing})
    bits->resize(1, words);
  for (size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == 'x') block.met.set(0, i);
    if (letters[i] == 'k') block.not_met.set(0, i);
    if (letters[i] == 'n') block.not_applicable.set(0, i);
  }
  for (auto* levels :
       {&block.level, &block.level_max, &block.school_level, &block.school_level_max})
    levels->assign(1, kNoLevel);
  block.criteria_stride = set.criteria.size();
  block.criterion_level.assign(set.criteria.size(), kNoLevel);
  block.criterion_level_max.assign(set.criteria.size(), kNoLevel);
  return block;
}

std::string levels_text(const std::vector<int8_t>& levels) {
  std::string text;
  for (const int8_t level : levels)
    text += (text.empty() ? "" : " ") + (level == kNoLevel ? "-" : std::to_string(level));
  return text;
}

std::string names_text(const CriteriaSet& set, const BitRows& bits) {
  std::string text;
  for (size_t i = 0; i < set.indicators.size(); ++i)
    if (bits.test(0, i)) text += (text.empty() ? "" : " ") + set.indicators[i].name;
  return text;
}

struct LevelCase {
  std::string_view verdicts;
  int level, level_max;
  std::string_view criteria, criteria_max;  // - for not applicable
  std::string_view blocking, missing;
};

void check_levels(const CriteriaSet& set, std::span<const LevelCase> cases) {
  const SetPlan plan = make_plan(set);
  LevelFinder finder(plan, true);  // one for all rows: nothing of a row may stay
  for (const LevelCase& c : cases) {
    CAPTURE(c.verdicts);
    std::string letters;
    for (const char letter : c.verdicts)
      if (letter != ' ') letters += letter;
    ScoreBlock block = block_of_verdicts(set, letters);
    finder.find(0, block);
    CHECK(block.level[0] == c.level);
    CHECK(block.level_max[0] == c.level_max);
    CHECK(block.school_level[0] == c.level);
    CHECK(block.school_level_max[0] == c.level_max);
    CHECK(levels_text(block.criterion_level) == c.criteria);
    CHECK(levels_text(block.criterion_level_max) == c.criteria_max);
    CHECK(names_text(set, block.blocking) == c.blocking);
    CHECK(names_text(set, block.missing) == c.missing);
  }
}

/// Verdicts in the order 1.1.1a 1.1.1b 1.1.2 1.1.3, 1.2.1 1.2.2, 1.3.1 1.3.3.
CriteriaSet cumulative_set() {
  return test::set_of(R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
  3: {title: {@}}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {a: {@}, b: {@}}, 2: {@}, 3: {@}}}
      - {id: "1.2", title: {@}, levels: {1: {@}, 2: {@}}}
      - {id: "1.3", title: {@}, levels: {1: {@}, 3: {@}}}
)");
}

TEST_CASE("level: every criterion at the level, cumulative") {
  const LevelCase cases[] = {
      {"xxxx xx xx", 3, 3, "3 2 3", "3 2 3", "", ""},
      {"xxxk xx xx", 2, 2, "2 2 3", "2 2 3", "1.1.3", ""},
      {"xxkx xx xx", 1, 1, "1 2 3", "1 2 3", "1.1.2", ""},
      {"xkxx xx xx", 0, 0, "0 2 3", "0 2 3", "1.1.1b", ""},
      // Only what the next level asks blocks it.
      {"kkkk xx xx", 0, 0, "0 2 3", "0 2 3", "1.1.1a 1.1.1b", ""},
      {"xxkk xk xk", 1, 1, "1 1 1", "1 1 1", "1.1.2 1.2.2", ""},
      {"kxxx xx kx", 0, 0, "0 2 0", "0 2 0", "1.1.1a 1.3.1", ""},
  };
  check_levels(cumulative_set(), cases);
}

TEST_CASE("level: a criterion without indicators of a level hinders no one there") {
  const LevelCase cases[] = {
      // 1.2 has no level 3 and is reported as 2.
      {"xxxx xk xx", 1, 1, "3 1 3", "3 1 3", "1.2.2", ""},
      // 1.3 reaches level 2, where it has nothing of its own: reported as 1.
      {"xxxx xx xk", 2, 2, "3 2 1", "3 2 1", "1.3.3", ""},
      {"xxxx xx x?", 2, 3, "3 2 1", "3 2 3", "", "1.3.3"},
  };
  check_levels(cumulative_set(), cases);
}

TEST_CASE("level: unknown counts as not met below and as met above") {
  const LevelCase cases[] = {
      {"???? ?? ??", 0, 3, "0 0 0", "3 2 3", "", "1.1.1a 1.1.1b 1.2.1 1.3.1"},
      {"xx?x xx xx", 1, 3, "1 2 3", "3 2 3", "", "1.1.2"},
      {"xx?k xx xx", 1, 2, "1 2 3", "2 2 3", "", "1.1.2"},
      {"xxk? xx xx", 1, 1, "1 2 3", "1 2 3", "1.1.2", ""},
      {"kxxx ?x xx", 0, 0, "0 0 3", "0 2 3", "1.1.1a", "1.2.1"},
      {"k?xx xx xx", 0, 0, "0 2 3", "0 2 3", "1.1.1a", "1.1.1b"},
      {"xxx? xx xx", 2, 3, "2 2 3", "3 2 3", "", "1.1.3"},
  };
  check_levels(cumulative_set(), cases);
}

TEST_CASE("level: not applicable") {
  const LevelCase cases[] = {
      {"nnnn xx xx", 3, 3, "- 2 3", "- 2 3", "", ""},
      {"nnnn xk xx", 1, 1, "- 1 3", "- 1 3", "1.2.2", ""},
      {"nxxx xx xx", 3, 3, "3 2 3", "3 2 3", "", ""},
      // Its own level 3 counts, applicable or not.
      {"xxxn xx xx", 3, 3, "3 2 3", "3 2 3", "", ""},
      {"xxnx xx xx", 3, 3, "3 2 3", "3 2 3", "", ""},
      {"xxkn xx xx", 1, 1, "1 2 3", "1 2 3", "1.1.2", ""},
      {"nnnk xx xx", 2, 2, "2 2 3", "2 2 3", "1.1.3", ""},
      {"nnn? xx xx", 2, 3, "2 2 3", "3 2 3", "", "1.1.3"},
      {"nnnn nn nn", 0, 0, "- - -", "- - -", "", ""},
      {"nnnn nn xx", 3, 3, "- - 3", "- - 3", "", ""},
  };
  check_levels(cumulative_set(), cases);
}

/// The second level as the 2026 circular has it: verdicts in the order m.1 m.2 of two mandatory and
/// o.1 o.2 of three optional criteria.
CriteriaSet counting_set() {
  return test::set_of(R"(
levels:
  1: {title: {@}, needs: [{criteria: mandatory, level: 1}]}
  2:
    title: {@}
    needs:
      - {criteria: mandatory, level: 2}
      - {criteria: optional, at_least: 2, level: 2}
      - {criteria: all, level: 1}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: m1, title: {@}, levels: {1: {@}, 2: {@}}}
      - {id: m2, title: {@}, levels: {1: {@}, 2: {@}}}
      - {id: o1, title: {@}, mandatory: false, levels: {1: {@}, 2: {@}}}
      - {id: o2, title: {@}, mandatory: false, levels: {1: {@}, 2: {@}}}
      - {id: o3, title: {@}, mandatory: false, levels: {1: {@}, 2: {@}}}
)");
}

TEST_CASE("level: a number of criteria of a group") {
  const LevelCase cases[] = {
      {"xx xx xx xx xx", 2, 2, "2 2 2 2 2", "2 2 2 2 2", "", ""},
      {"xx xx xx xx xk", 2, 2, "2 2 2 2 1", "2 2 2 2 1", "", ""},
      {"xx xx xx xk xk", 1, 1, "2 2 2 1 1", "2 2 2 1 1", "o2.2 o3.2", ""},
      // Optional criteria count for level 2 only, and then all of them at level 1.
      {"xx xx xx xx kx", 1, 1, "2 2 2 2 0", "2 2 2 2 0", "o3.1", ""},
      {"xk xx xx xx xx", 1, 1, "1 2 2 2 2", "1 2 2 2 2", "m1.2", ""},
      {"kx xx kx kx kx", 0, 0, "0 2 0 0 0", "0 2 0 0 0", "m1.1", ""},
      {"xk xx xk xk xx", 1, 1, "1 2 1 1 2", "1 2 1 1 2", "m1.2 o1.2 o2.2", ""},
  };
  check_levels(counting_set(), cases);
}

TEST_CASE("level: a number of criteria, unknown and not applicable") {
  const LevelCase cases[] = {
      {"xx xx xx x? x?", 1, 2, "2 2 2 1 1", "2 2 2 2 2", "", "o2.2 o3.2"},
      {"xx xx xx x? xk", 1, 2, "2 2 2 1 1", "2 2 2 2 1", "o3.2", "o2.2"},
      {"xx xx xk x? xk", 1, 1, "2 2 1 1 1", "2 2 1 2 1", "o1.2 o3.2", "o2.2"},
      // A criterion wholly not applicable does not count, and the number is not reduced.
      {"xx xx xx xx nn", 2, 2, "2 2 2 2 -", "2 2 2 2 -", "", ""},
      {"xx xx xx nn nn", 1, 1, "2 2 2 - -", "2 2 2 - -", "", ""},
      {"xx xx nn nn nn", 1, 1, "2 2 - - -", "2 2 - - -", "", ""},
      {"nn nn xx xx xx", 2, 2, "- - 2 2 2", "- - 2 2 2", "", ""},
      // Partly not applicable: the rest decides.
      {"xx xx xn xn xk", 2, 2, "2 2 2 2 1", "2 2 2 2 1", "", ""},
  };
  check_levels(counting_set(), cases);
}

TEST_CASE("level: a criterion without indicators of the level counts for a number") {
  const CriteriaSet set = test::set_of(R"(
levels:
  1: {title: {@}}
  2: {title: {@}, needs: [{criteria: all, at_least: 2, level: 2}]}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: a, title: {@}, levels: {1: {@}}}
      - {id: b, title: {@}, levels: {1: {@}, 2: {@}}}
      - {id: c, title: {@}, levels: {1: {@}, 2: {@}}}
)");
  const LevelCase cases[] = {
      {"x xx xk", 2, 2, "1 2 1", "1 2 1", "", ""},
      {"x xk xk", 1, 1, "1 1 1", "1 1 1", "b.2 c.2", ""},
  };
  check_levels(set, cases);
}

TEST_CASE("level: whole-school requirements of level 4") {
  const CriteriaSet set = test::set_of(R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
  3: {title: {@}}
  4: {title: {@}}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {@}, 2: {@}, 3: {@}}}
  - id: M4
    title: {@}
    criteria:
      - {id: M4.1, title: {@}, levels: {4: {@}}}
)");
  const LevelCase cases[] = {
      {"xxx x", 4, 4, "3 4", "3 4", "", ""},       {"xxx k", 3, 3, "3 0", "3 0", "M4.1.4", ""},
      {"xxx ?", 3, 4, "3 0", "3 4", "", "M4.1.4"}, {"xxk k", 2, 2, "2 0", "2 0", "1.1.3", ""},
      {"xkx x", 1, 1, "1 4", "1 4", "1.1.2", ""},
  };
  check_levels(set, cases);
}

/// Six criteria of 26 indicators each: more than two words of bits.
CriteriaSet large_set() {
  std::string body =
      "levels:\n  1: {title: {@}}\nstandards:\n  - id: s\n    title: {@}\n    criteria:\n";
  for (int i = 0; i < 6; ++i) {
    body +=
        fmt::format("      - id: c{}\n        title: {{@}}\n        levels:\n          1:\n", i);
    for (char letter = 'a'; letter <= 'z'; ++letter)
      body += fmt::format("            \"{}\": {{@}}\n", letter);
  }
  return test::set_of(body);
}

TEST_CASE("level: any indicators fail at once, in more words than one") {
  const CriteriaSet set = large_set();
  const SetPlan plan = make_plan(set);
  CHECK(plan.firsts ==
        BitMask{uint64_t{1} << 52 | 1 << 26 | 1, uint64_t{1} << 40 | 1 << 14 | 1, 4 | 1});
  LevelFinder finder(plan, true);
  std::mt19937 random(156);
  for (int round = 0; round < 500; ++round) {
    std::string letters(156, 'x');
    for (char& letter : letters)
      if (random() % 32 == 0) letter = 'k';
    CAPTURE(letters);
    ScoreBlock block = block_of_verdicts(set, letters);
    finder.find(0, block);
    for (size_t i = 0; i < 6; ++i) {
      const bool fails = letters.substr(26 * i, 26).find('k') != std::string::npos;
      CHECK(block.criterion_level[i] == (fails ? 0 : 1));
    }
  }
}

/// Six criteria of three levels, nine indicators a level: the bits of the third and the fifth
/// criterion go over into another word.
CriteriaSet large_set_of_levels() {
  std::string body =
      "levels:\n  1: {title: {@}}\n  2: {title: {@}}\n  3: {title: {@}}\n"
      "standards:\n  - id: s\n    title: {@}\n    criteria:\n";
  for (int i = 0; i < 6; ++i) {
    body += fmt::format("      - id: c{}\n        title: {{@}}\n        levels:\n", i);
    for (int level = 1; level <= 3; ++level) {
      body += fmt::format("          {}:\n", level);
      for (char letter = 'a'; letter <= 'i'; ++letter)
        body += fmt::format("            \"{}\": {{@}}\n", letter);
    }
  }
  return test::set_of(body);
}

TEST_CASE("level: both ends of criteria in more words than one") {
  const CriteriaSet set = large_set_of_levels();
  const SetPlan plan = make_plan(set);
  CHECK(plan.in_two_words == std::vector<uint32_t>{2, 4});
  LevelFinder finder(plan, true);
  // The level that a criterion comes to if these verdicts are in its way.
  const auto level_of = [](std::string_view verdicts, std::string_view failing) {
    if (verdicts.find_first_not_of('n') == std::string_view::npos) return int{kNoLevel};
    const size_t first = verdicts.find_first_of(failing);
    return first == std::string_view::npos ? 3 : static_cast<int>(first / 9);
  };
  std::mt19937 random(162);
  for (int round = 0; round < 2000; ++round) {
    std::string letters(162, 'x');
    for (char& letter : letters)
      if (random() % 12 == 0) letter = "k?n?"[random() % 4];
    if (round % 50 == 0) letters.replace(54, 27, 27, 'n');
    CAPTURE(letters);
    ScoreBlock block = block_of_verdicts(set, letters);
    finder.find(0, block);
    for (size_t i = 0; i < 6; ++i) {
      const std::string verdicts = letters.substr(27 * i, 27);
      CHECK(block.criterion_level[i] == level_of(verdicts, "k?"));
      CHECK(block.criterion_level_max[i] == level_of(verdicts, "k"));
    }
  }
}

TEST_CASE("level: more indicators than bits in a word") {
  const CriteriaSet set = large_set();
  REQUIRE(set.indicators.size() == 156);
  const SetPlan plan = make_plan(set);
  LevelFinder finder(plan, true);
  for (size_t at = 0; at < 156; ++at) {
    CAPTURE(at);
    std::string letters(156, 'x');
    letters[at] = 'k';
    ScoreBlock block = block_of_verdicts(set, letters);
    finder.find(0, block);
    CHECK(block.level[0] == 0);
    for (size_t i = 0; i < 6; ++i) CHECK(block.criterion_level[i] == (i == at / 26 ? 0 : 1));
    CHECK(names_text(set, block.blocking) == set.indicators[at].name);
    letters[at] = 'n';
    block = block_of_verdicts(set, letters);
    finder.find(0, block);
    CHECK(block.level[0] == 1);
  }
}

TEST_CASE("level: what keeps a row from a level") {
  const CriteriaSet set = test::set_of(R"(
levels:
  1: {title: {@}}
  2: {title: {@}, needs: [{criteria: mandatory, level: 2}, {criteria: optional, at_least: 1, level: 2}]}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {@}, 2: {@}}}
      - {id: "1.2", title: {@}, mandatory: false, levels: {1: {@}, 2: {@}}}
      - {id: "1.3", title: {@}, mandatory: false, levels: {1: {@}, 2: {@}}}
)");
  const struct {
    std::string_view verdicts;  // 1.1.1 1.1.2 1.2.1 1.2.2 1.3.1 1.3.2
    int level;
    std::string_view not_met, unknown;
  } kCases[] = {
      {"xxxxxx", 2, "", ""},
      {"xkxxxx", 1, "", ""},
      {"xkxxxx", 2, "1.1.2", ""},
      {"kkxxxx", 1, "1.1.1", ""},
      {"kkxxxx", 2, "1.1.1 1.1.2", ""},
      {"xxxkxx", 2, "", ""},             // the other optional one is enough
      {"xxxkxk", 2, "1.2.2 1.3.2", ""},  // either would do
      {"xxxkx?", 2, "", "1.3.2"},        // what is not met need not be in the way
      {"xxx?x?", 2, "", "1.2.2 1.3.2"},
      {"x?xkxk", 2, "1.2.2 1.3.2", "1.1.2"},
      {"??xxxx", 1, "", "1.1.1"},
      {"nnxxxx", 2, "", ""},
      {"xxnnnn", 2, "", ""},  // too few that apply: nothing is not met
  };
  const SetPlan plan = make_plan(set);
  LevelFinder finder(plan, false);
  const auto names = [&set](const BitMask& mask) {
    BitRows bits;
    bits.resize(1, mask.size());
    std::copy(mask.begin(), mask.end(), bits.row(0));
    return names_text(set, bits);
  };
  for (const auto& c : kCases) {
    CAPTURE(c.verdicts);
    CAPTURE(c.level);
    const LevelGaps gaps = finder.gaps(0, block_of_verdicts(set, c.verdicts), c.level);
    CHECK(names(gaps.not_met) == c.not_met);
    CHECK(names(gaps.unknown) == c.unknown);
  }
}

}  // namespace
}  // namespace kdcl

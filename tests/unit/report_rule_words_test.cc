#include <doctest/doctest.h>

#include "report/common/figure_words.h"
#include "support/two_rules.h"

namespace kdcl::test {
namespace {

std::string told(const std::pair<std::string, std::string>& sides) {
  return sides.first + " → " + sides.second;
}

std::string requirement_told(const Run& run, Language language = Language::en) {
  return told(
      requirement_change(run, changed_requirements(run.sets[0], run.sets[1], "1.1.1"), language));
}

std::string exception_told(const Run& run, Language language = Language::en) {
  return told(
      exception_change(run, changed_exceptions(run.sets[0], run.sets[1], "1.1.1"), language));
}

TEST_CASE("rule_words: requirements") {
  CHECK(requirement_told(two_rules("", kPlainRate)) == " → share done ≥ 70 %");
  CHECK(requirement_told(two_rules(kPlainRate, "")) == "share done ≥ 70 % → ");
  const Run run = two_rules(
      kRateWithExceptions,
      "where: remote, require: [{measure: rate, at_most: 80, where: pupils > 9, covers: part}, "
      "{measure: library, at_least: good}]");
  CHECK(requirement_told(run) ==
        "share done ≥ 70 % (exception far away: ≥ 60 % and small school: ≥ 65.5 %) → only when "
        "remote and share done ≤ 80 %, when pupils > 9 (part of what is asked) and library good or "
        "better");
  CHECK(requirement_told(run, Language::vi) ==
        "tỉ lệ xong ≥ 70 % (ngoại lệ vùng xa: ≥ 60 % và trường nhỏ: ≥ 65,5 %) → chỉ khi remote và "
        "tỉ lệ xong ≤ 80 %, khi pupils > 9 (một phần của yêu cầu) và thư viện tốt trở lên");
}

TEST_CASE("rule_words: of several requirements only those that differ") {
  const std::string library = "{measure: library, at_least: good}";
  const auto with = [&](int value) {
    return fmt::format("require: [{}, {{measure: rate, at_least: {}}}]", library, value);
  };
  CHECK(requirement_told(two_rules(with(70), with(71))) == "share done ≥ 70 % → share done ≥ 71 %");
}

TEST_CASE("rule_words: another calculation, where nothing else is to be seen") {
  CHECK(requirement_told(two_rules(kPlainRate, kPlainRate, "100 * done / (pupils + 1)")) ==
        "share done ≥ 70 % (= 100 * done / pupils) → share done ≥ 70 % (= 100 * done / (pupils + "
        "1))");
}

TEST_CASE("rule_words: exceptions") {
  const auto with = [](std::string_view exceptions) {
    return fmt::format("require: {{measure: rate, at_least: 70, exceptions: [{}]}}", exceptions);
  };
  const std::string remote = "{where: remote, at_least: 60, because: {vi: Vùng xa, en: Far away}}";
  const std::string small =
      "{where: pupils < 50, at_least: 65.5, because: {vi: Trường nhỏ, en: Small school}}";
  const std::string two = remote + ", " + small;
  CHECK(exception_told(two_rules(kPlainRate, kRateWithExceptions)) ==
        " → far away: ≥ 60 % and small school: ≥ 65.5 %");
  CHECK(exception_told(two_rules(with(two), with(remote))) == "small school: ≥ 65.5 % → ");
  // another condition for the same reason; another order
  const std::string larger =
      "{where: pupils < 60, at_least: 65.5, because: {vi: Trường nhỏ, en: Small school}}";
  CHECK(exception_told(two_rules(with(two), with(remote + ", " + larger))) ==
        "small school: ≥ 65.5 %, when pupils < 50 → small school: ≥ 65.5 %, when pupils < 60");
  CHECK(exception_told(two_rules(with(two), with(small + ", " + remote)), Language::vi) ==
        "vùng xa: ≥ 60 % và trường nhỏ: ≥ 65,5 % → trường nhỏ: ≥ 65,5 % và vùng xa: ≥ 60 %");
}

TEST_CASE("rule_words: what is assumed is told by its condition") {
  Run run = two_rules(kPlainRate, kRateWithExceptions);
  run.assumptions.push_back({.statement = "…", .set = 1, .value = 60, .where = "remote"});
  CHECK(exception_told(run) == " → ≥ 60 %, when remote and small school: ≥ 65.5 %");
}

}  // namespace
}  // namespace kdcl::test

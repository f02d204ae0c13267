#include <doctest/doctest.h>

#include "model/same_rules.h"
#include "support/two_rules.h"

namespace kdcl::test {
namespace {

bool is_decided_alike(const Run& run) {
  const CriteriaSet& before = run.sets[0];
  const CriteriaSet& after = run.sets[1];
  return kdcl::is_decided_alike(before.indicators[0], before.criteria[0], after.indicators[0],
                                after.criteria[0]);
}

TEST_CASE("same_rules: what decides an indicator, not what is said of it") {
  CHECK(is_decided_alike(two_rules("", "")));
  CHECK(is_decided_alike(two_rules(kRateWithExceptions, kRateWithExceptions)));
  CHECK_FALSE(is_decided_alike(two_rules(kPlainRate, kRateWithExceptions)));
  CHECK_FALSE(is_decided_alike(two_rules(kPlainRate, "")));
  CHECK_FALSE(is_decided_alike(two_rules("", "where: remote")));
  CHECK_FALSE(is_decided_alike(two_rules(kPlainRate, kPlainRate, "done")));
  CHECK_FALSE(is_decided_alike(two_rules(kPlainRate, "require: {measure: rate, more_than: 70}")));
  CHECK_FALSE(is_decided_alike(
      two_rules(kPlainRate, "require: {measure: rate, at_least: 70, covers: part}")));
  // the reason of an exception decides nothing
  const auto with = [](std::string_view reason) {
    return fmt::format(
        "require: {{measure: rate, at_least: 70, exceptions: [{{where: remote, at_least: 60, "
        "because: {{vi: {0}, en: {0}}}}}]}}",
        reason);
  };
  CHECK(is_decided_alike(two_rules(with("a"), with("b"))));
}

}  // namespace
}  // namespace kdcl::test

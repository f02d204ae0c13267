#include "support/comparison_case.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>

#include "score/compare.h"
#include "score/score.h"

namespace kdcl::test {
namespace {

std::string subject_of(const Run& run, const Cause& cause) {
  if (cause.kind == Cause::Kind::figure) return run.fields[*cause.field].id;
  if (cause.kind == Cause::Kind::identity)
    return std::string(identity_name(static_cast<IdentityColumn>(*cause.field)));
  return cause.indicator;
}

std::string ends_of(const Cause& cause) {
  static constexpr std::string_view kVerdicts[] = {"x", "k", "?", "n/a"};
  const auto text = [](double value) {
    return std::isnan(value) ? std::string("?") : format_exact(value);
  };
  switch (cause.kind) {
    case Cause::Kind::judgement:
      return fmt::format(" {}>{}", kVerdicts[static_cast<size_t>(cause.judged_before)],
                         kVerdicts[static_cast<size_t>(cause.judged_after)]);
    case Cause::Kind::figure:
    case Cause::Kind::threshold:
      return fmt::format(" {}>{}", text(cause.before), text(cause.after));
    case Cause::Kind::identity: return fmt::format(" {}>{}", cause.text_before, cause.text_after);
    default: return {};
  }
}

std::string told(const Run& run, const Cause& cause) {
  static constexpr std::string_view kKinds[] = {"judgement", "figure",    "identity",
                                                "threshold", "exception", "requirement",
                                                "added",     "removed",   "level rule"};
  static constexpr std::string_view kExceptions[] = {"", " gained", " lost"};
  std::string text(kKinds[static_cast<size_t>(cause.kind)]);
  if (const std::string subject = subject_of(run, cause); !subject.empty()) text += " " + subject;
  text += ends_of(cause);
  for (const std::string& name : cause.through) text += " " + name;
  return text.append(kExceptions[static_cast<size_t>(cause.exception_change)]);
}

}  // namespace

ComparisonCase::ComparisonCase(const Run& run, std::string_view before, std::string_view after)
    : run_(run) {
  compare(run_, before, run_, after);
}

ComparisonCase::ComparisonCase(std::string_view set_before, std::string_view set_after,
                               std::string_view rows)
    : run_(make_run({set_of(set_before, {.id = "truoc"}), set_of(set_after, {.id = "sau"})},
                    kNoDate)) {
  Run run_before = run_, run_after = run_;
  run_before.only_set = 0;
  run_after.only_set = 1;
  compare(run_before, rows, run_after, rows);
}

std::vector<ScoredBlock> ComparisonCase::score(const Run& run, std::string_view rows) {
  SchoolsRead& read = *read_.emplace_back(read_schools(run, rows));
  REQUIRE(!read.diagnostics.has_errors());
  std::vector<ScoredBlock> blocks(1);
  Scorer(run, false).score(read.table, blocks[0].score);
  blocks[0].table = std::move(read.table);
  join_stages(run, blocks);
  return blocks;
}

void ComparisonCase::compare(const Run& run_before, std::string_view before, const Run& run_after,
                             std::string_view after) {
  before_ = score(run_before, before);
  after_ = score(run_after, after);
  result_ = compare_schools(run_, before_, after_, 1);
}

std::string ComparisonCase::moves() const {
  static constexpr std::string_view kMoves[] = {"same",        "rose",       "fell",
                                                "only before", "only after", "not comparable"};
  std::string text;
  for (size_t i = 0; i < result_.schools.size(); ++i) {
    const RowAt& shown = result_.schools[i].any();
    text += fmt::format("{}{}", i == 0 ? "" : ", ", shown.text(IdentityColumn::school_id));
    if (run_.sets[shown.set()].per_stage)
      text += fmt::format("/{}", shown.text(IdentityColumn::stage));
    text += fmt::format(" {}", kMoves[static_cast<size_t>(result_.moves[i])]);
  }
  return text;
}

std::string ComparisonCase::causes() const {
  std::string text;
  const auto add = [&](const std::vector<Cause>& causes) {
    for (const Cause& cause : causes)
      text += (text.empty() || text.ends_with("| ") ? "" : "; ") + told(run_, cause);
  };
  const ComparedSchool& school = result_.schools.front();
  add(school.causes);
  if (!school.also.empty()) text += " | ";
  add(school.also);
  return text;
}

}  // namespace kdcl::test

// Schools as text, rechecked: what `kdcl recheck` does with one block of rows.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "score/days.h"
#include "score/recheck.h"
#include "score/records.h"
#include "score/score.h"
#include "support/school_text.h"

namespace kdcl::test {

/// Levels 1 and 2, of two criteria; the second has a figure. National standard 1 asks level 1, 2
/// level 2.
inline constexpr std::string_view kRecheckBody = R"(
levels:
  1: {title: {@}}
  2: {title: {@}}
awards:
  national_standard: [{level: 1, title: {@}, valid_years: 5}, {level: 2, title: {@}}]
fields:
  predecessors: {title: {vi: Tiền thân, en: Predecessors}, type: text}
  share: {title: {vi: Tỉ lệ, en: Share}, type: number}
standards:
  - id: "1"
    title: {@}
    criteria:
      - {id: "1.1", title: {@}, levels: {1: {@}, 2: {@}}}
      - {id: "1.2", title: {@}, levels: {1: {@, require: {measure: share, at_least: 70}}, 2: {@}}}
)";

/// A recheck with all that it points to.
struct RecheckText {
  Run run;
  std::unique_ptr<SchoolsRead> read{};
  std::vector<ScoredBlock> blocks{};
  Mergers mergers{};
  Recheck recheck{};
};

inline std::unique_ptr<RecheckText> recheck_text(Run run, std::string_view csv,
                                                 std::string_view day) {
  auto text = std::make_unique<RecheckText>();
  text->run = std::move(run);
  text->read = read_schools(text->run, csv);
  REQUIRE(text->read->faults() == "");
  const Day on = *read_date(day);
  const Scorer scorer(text->run);
  ScoredBlock& block = text->blocks.emplace_back();
  block.table = std::move(text->read->table);
  REQUIRE(RulesOfDay(text->run, on).apply(block.table).empty());
  scorer.score(block.table, block.score);
  join_stages(text->run, text->blocks);
  SetFinder finder(text->run);
  const DecidingSet deciding = [&](const RowAt& at, Day since) -> const CriteriaSet* {
    const int16_t set = finder.find(at.block->table, static_cast<uint32_t>(at.row), since).set;
    return set == kNoSet ? nullptr : &text->run.sets[static_cast<size_t>(set)];
  };
  text->mergers = find_mergers(text->run, text->blocks, on, deciding);
  const GroupColumn place{.identity = IdentityColumn::district};
  text->recheck = recheck_schools({text->run, scorer, place, on, deciding, text->mergers},
                                  find_records(text->run, text->blocks));
  return text;
}

}  // namespace kdcl::test

#include <doctest/doctest.h>

#include "read/small/partial.h"
#include "support/targets_text.h"
#include "write/partial.h"

namespace kdcl::test {
namespace {

constexpr std::string_view kStart = "kdcl-summary,2\nas_of,2023-12-31\nplace,district\n";

std::string said_of(std::string_view bytes) {
  const Run run = targets_run();
  Diagnostics diagnostics(Language::en);
  const auto partial = PartialReader(run, {}).read("a.kdcl", bytes, diagnostics);
  CHECK(partial.has_value() == !diagnostics.has_errors());
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("the start tells sums from data") {
  CHECK(is_partial("kdcl-summary,1\n"));
  CHECK(is_partial("\xEF\xBB\xBFkdcl-summary,1\r\n"));
  const std::string wide = [] {
    std::string text = "\xFF\xFE";
    for (const char c : std::string_view("kdcl-summary,")) text += {c, '\0'};
    return text;
  }();
  CHECK(wide.size() == kPartialMark);
  CHECK(is_partial(wide));
  CHECK(is_partial("kdcl-summary;1\r\n"));
  CHECK_FALSE(is_partial("kdcl-summary"));
  CHECK_FALSE(is_partial("school_id,x\n"));
  CHECK_FALSE(is_partial(""));
}

TEST_CASE("what is written reads back to the same sums") {
  const Run run = targets_run();
  PartialSummary partial;
  Summary& summary = partial.summary;
  summary.as_of = *read_date("2023-12-31");
  summary.first = *read_date("2023-05-01");
  summary.last = *read_date("2023-12-30");
  summary.place = "district";
  summary.since = *read_date("2023-01-01");
  summary.carried = {true, false, false, true};
  summary.rows = 12;
  summary.later = 3;
  summary.only_later = 1;
  summary.outside = 2;
  summary.older = 4;
  summary.register_sha256 = "0f";
  summary.received = {false, false, false, true, true};
  summary.sets.resize(run.sets.size());
  summary.places.resize(run.sets.size());
  SchoolSums& sums = summary.groups[{"tieu_hoc", Ownership::other, "A, \"B\"\nC"}];
  sums.at(SchoolCount::schools) = 7;
  sums.at(SchoolCount::near_3) = 1;
  sums.awards.assign(award_titles(run).size(), 0);
  sums.awards.back() = 5;
  SetSums& set = summary.sets[0].try_emplace("tieu_hoc", run.sets[0]).first->second;
  set.rows = 7;
  set.kept.front() = 3;
  set.unverified.back() = 4;
  set.kept_by_standard.front() = 2;
  set.reached.back() = 6;
  PlaceSums& place = summary.places[0][""];
  place.rows = 7;
  place.kept.assign(run.sets[0].criteria.size(), 0);
  place.kept.front() = 1;
  summary.expiries[2025] = {3, 4};
  summary.trends.years[2022][0].levels.assign(run.sets[0].levels.size() + 1, 5);
  summary.trends.years[2022][0].decided = 2;
  summary.trends.changes[{2022, 2023}] = {1, 2, 0, 4, 5};
  partial.inputs = {{"tệp, 1.csv", "0123abcd"}};
  partial.targets_sha256 = "ff";
  const std::string text = write_partial(run, partial);

  Diagnostics diagnostics(Language::en);
  const auto read = PartialReader(run, {}).read("a.kdcl", text, diagnostics);
  CHECK(format_diagnostics(diagnostics, false) == "");
  REQUIRE(read);
  CHECK(write_partial(run, *read) == text);
  CHECK(text.find("since,2023-01-01\n") != std::string::npos);
  CHECK(text.find("received,x18\n") != std::string::npos);
  CHECK(read->summary.since == summary.since);
  CHECK(read->summary.carried == summary.carried);
  CHECK(read->summary.later == 3);
  CHECK(read->summary.only_later == 1);
  CHECK(read->summary.older == 4);
  const auto& [group, found] = *read->summary.groups.begin();
  CHECK(group.place == "A, \"B\"\nC");
  CHECK(found.at(SchoolCount::schools) == 7);
  CHECK(found.awards == sums.awards);
  CHECK(read->summary.sets[0].at("tieu_hoc").reached == set.reached);
  CHECK(read->summary.places[0].at("").kept == place.kept);
  CHECK(read->summary.expiries.at(2025)[1] == 4);
  CHECK(read->summary.trends.years.at(2022).at(0).levels ==
        summary.trends.years.at(2022).at(0).levels);
  CHECK(read->summary.trends.years.at(2022).at(0).decided == 2);
  CHECK(read->summary.trends.changes.at({2022, 2023}) == ChangeSums{1, 2, 0, 4, 5});
  CHECK(read->inputs[0].name == "tệp, 1.csv");
}

TEST_CASE("a file with a fault is refused at its place") {
  const std::string start(kStart);
  const struct {
    std::string bytes, said;
  } kCases[] = {
      {start + "end,3\n", ""},
      {"kdcl-summary,1\nend,1\n",
       "a.kdcl:1:14: error: sums of form \"1\", written by another kdcl; this one reads form 2\n"
       "  hint: make them again from the data\n"},
      {"kdcl-summary;2\r\nend;1\r\n",
       "a.kdcl:1:1: error: these sums were saved by another program: no commas between their cells "
       "any more\n  hint: make them again from the data\n"},
      {start + "received,18\nend,4\n", "a.kdcl:4:10: error: sums have no \"18\"\n"},
      {start, "a.kdcl:3:1: error: the sums are cut short: the line end is missing\n"},
      {start + "end,2\n", "a.kdcl:4:5: error: expected end,3 after so many lines, found \"2\"\n"},
      {start + "rows,x\nend,4\n", "a.kdcl:4:6: error: expected a count, found \"x\"\n"},
      {start + "rows,-1\nend,4\n", "a.kdcl:4:6: error: expected a count, found \"-1\"\n"},
      {start + "rows\nend,4\n", "a.kdcl:4:1: error: expected 2 fields, found 1\n"},
      {start + "group,tieu_hoc,public\nend,4\n", "a.kdcl:4:1: error: expected 4 fields, found 3\n"},
      {start + "kept,thu\nend,4\n", "a.kdcl:4:1: error: expected 3 fields, found 2\n"},
      {start + "lines,4\nend,4\n", "a.kdcl:4:1: error: sums have no \"lines\"\n"},
      {start + "days,2023-13-01,\nend,4\n",
       "a.kdcl:4:6: error: expected a day like 2023-12-31, found \"2023-13-01\"\n"},
      {start + "set,other,ff\nend,4\n",
       "a.kdcl:4:5: error: this run has no criteria set \"other\"\n  hint: use the same -c, or "
       "make the sums again from the data\n"},
      {start + "target,a,0,1,2,3,4\nend,4\n",
       "a.kdcl:4:8: error: the targets file has no target \"a\"\n  hint: use the same --targets at "
       "every step\n"},
      {start + "year,2022,thu,level_0=1,level_2=1,decided=1\nend,4\n", ""},
      {start + "year,2022,other\nend,4\n",
       "a.kdcl:4:11: error: this run has no criteria set \"other\"\n  hint: use the same -c, or "
       "make the sums again from the data\n"},
      {start + "year,2022,thu,level_3=1\nend,4\n",
       "a.kdcl:4:15: error: sums have no \"level_3=1\"\n"},
      {start + "change,2022\nend,4\n", "a.kdcl:4:1: error: expected 3 fields, found 2\n"},
      {start + "change,2022,2022\nend,4\n",
       "a.kdcl:4:13: error: expected a year after 2022, found \"2022\"\n"},
      {start + "change,2022,2023,climbed=1\nend,4\n",
       "a.kdcl:4:18: error: sums have no \"climbed=1\"\n"},
      {start + "group,tieu_hoc,both,A,schools=1\nend,4\n",
       "a.kdcl:4:16: error: sums have no \"both\"\n"},
      {start + "group,tieu_hoc,public,A,pupils=1\nend,4\n",
       "a.kdcl:4:25: error: sums have no \"pupils=1\"\n"},
      {start + "group,tieu_hoc,public,\"A\nend,4\n",
       "a.kdcl:4:23: error: the closing quote is missing\n"},
  };
  for (const auto& [bytes, said] : kCases) {
    CAPTURE(bytes);
    CHECK(said_of(bytes) == said);
  }
}

}  // namespace
}  // namespace kdcl::test

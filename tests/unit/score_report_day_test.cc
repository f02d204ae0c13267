#include <doctest/doctest.h>

#include "score/days.h"
#include "score/records.h"
#include "score/registered.h"
#include "score/score.h"
#include "support/school_text.h"

namespace kdcl::test {
namespace {

Run open_run() {
  std::vector<CriteriaSet> sets;
  sets.push_back(set_of(kTwoLevels, {.in_force = "{from: 2018-10-10}"}));
  return make_run(std::move(sets), kNoDate);
}

/// A scored block of rows `id;type;day`.
struct Rows {
  // In force without end, so that a row of a wrong year is in scope, too.
  Run run = open_run();
  std::unique_ptr<SchoolsRead> read;
  std::vector<ScoredBlock> blocks = std::vector<ScoredBlock>(1);

  explicit Rows(const std::string& rows) {
    read = read_schools(run, "school_id;school_type;assessed_on;1.1.1\n" + rows);
    REQUIRE(read->faults() == "");
    Scorer(run).score(read->table, blocks[0].score);
    blocks[0].table = std::move(read->table);
  }
};

/// The id of the row whose day is not taken; "-" if it is.
std::string lone(const std::string& rows) {
  const Rows made(rows);
  const auto row = lone_last_row(made.blocks);
  return row ? std::string(row->text(IdentityColumn::school_id)) : "-";
}

std::string row(std::string_view id, std::string_view day, std::string_view type = "tieu_hoc") {
  return fmt::format("{};{};{};x\n", id, type, day);
}

std::string rows(int from, int to, std::string_view day) {
  std::string text;
  for (int i = from; i <= to; ++i) text += row(fmt::format("S{}", i), day);
  return text;
}

TEST_CASE("one slip of a year is not the day of the report") {
  CHECK(lone(row("A", "2023-12-31") + row("B", "2023-12-31") + row("C", "2032-12-31")) == "C");
  CHECK(lone(row("A", "2023-12-31") + row("B", "2023-12-31")) == "-");
  CHECK(lone(row("A", "2023-07-04") + row("B", "2023-12-31")) == "-");  // 180 days
  CHECK(lone(row("A", "2023-07-03") + row("B", "2023-12-31")) == "B");  // 181
}

TEST_CASE("a run of one school may have any days") {
  CHECK(lone(row("A", "2023-12-31")) == "-");
  CHECK(lone(row("A", "2019-12-31") + row("A", "2023-12-31")) == "-");
}

TEST_CASE("fewer than one in twenty near the last day are too few") {
  // 2 of 40 is one in twenty, 2 of 41 is fewer.
  CHECK(lone(rows(1, 38, "2022-12-31") + rows(39, 40, "2023-12-31")) == "-");
  CHECK(lone(rows(1, 39, "2022-12-31") + rows(40, 41, "2023-12-31")) == "S40");
  // Two rows of one school are one school.
  CHECK(lone(row("A", "2020-12-31") + row("B", "2023-12-30") + row("B", "2023-12-31")) == "B");
}

TEST_CASE("only rows in scope that have a day are asked") {
  CHECK(lone(row("A", "2023-12-31") + row("B", "2023-12-31") + row("C", "2032-12-31", "gdtx")) ==
        "-");
  const Rows made(row("A", "2023-12-31") + row("C", "2032-12-31", "gdtx"));
  CHECK(format_iso(last_day(made.blocks)) == "2023-12-31");
}

/// "id+" for each school that counts, "id-" for one that is older.
std::string found(const Rows& made, const Period& period) {
  std::string text;
  for (const SchoolRecord& record : find_records(made.run, made.blocks, period)) {
    const RowAt at = row_of(record);
    text += fmt::format("{}{}{} ", at.text(IdentityColumn::school_id), record.counts ? "+" : "-",
                        at.text(IdentityColumn::assessed_on));
  }
  return text;
}

TEST_CASE("a school counts by its latest row up to the day") {
  const Rows made(row("A", "2023-01-01") + row("B", "2022-12-31") + row("C", "2022-06-01") +
                  row("C", "2023-06-01") + row("C", "2024-06-01") + row("D", "2024-01-01"));
  const Period year = twelve_months_to(*read_date("2023-12-31"));
  CHECK(found(made, year) == "A+2023-01-01 B-2022-12-31 C+2023-06-01 ");
  CHECK(found(made, {kNoDate, year.last}) == "A+2023-01-01 B+2022-12-31 C+2023-06-01 ");
  CHECK(found(made, {}) == "A+2023-01-01 B+2022-12-31 C+2024-06-01 D+2024-01-01 ");
}

TEST_CASE("of a school out of scope the latest row counts, too") {
  const Rows made(row("G", "2022-12-31", "gdtx") + row("G", "2023-05-31", "gdtx") +
                  row("G", "2024-05-31", "gdtx") + row("H", "2022-12-31", "gdtx"));
  CHECK(found(made, twelve_months_to(*read_date("2023-12-31"))) == "G+2023-05-31 H-2022-12-31 ");
}

TEST_CASE("shares of score are of the schools that the summary counts") {
  const auto counted = [](const std::string& text, std::optional<Day> since) {
    const Rows made(text);
    const CountedSchools found = find_counted(made.run, made.blocks, since);
    return fmt::format("{}/{} {}", found.schools.size(), found.all, static_cast<int>(found.why));
  };
  const std::string old = row("A", "2022-12-31");
  CHECK(counted(old + row("A", "2023-12-31") + row("B", "2023-12-31"), {}) == "2/2 0");
  CHECK(counted(old + row("B", "2022-12-31") + rows(1, 2, "2023-12-31"), {}) == "2/4 0");
  CHECK(counted(old + row("B", "2022-12-31") + row("C", "2022-12-31") + rows(1, 2, "2023-12-31"),
                {}) == "0/5 2");
  CHECK(counted(old + row("B", "2022-12-31") + row("C", "2022-12-31") + rows(1, 2, "2023-12-31"),
                kNoDate) == "5/5 0");
  CHECK(counted(old + row("B", "2023-12-31"), {}) == "0/2 1");
}

}  // namespace
}  // namespace kdcl::test

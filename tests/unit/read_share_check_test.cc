#include <doctest/doctest.h>

#include "read/schools/same_schools.h"

namespace kdcl {
namespace {

Run run_of_two() {
  Run run;
  for (const char* id : {"attendance", "qualified"}) run.fields.emplace_back().id = id;
  return run;
}

/// Columns of files: field, known, parts, below.
using File = std::vector<ShareCount>;

std::string warnings(const std::vector<File>& files) {
  const Run run = run_of_two();
  ShareCheck check(run);
  Diagnostics diagnostics(Language::en);
  uint64_t line = 0;
  for (File file : files) {
    for (ShareCount& column : file)
      if (column.below > 0) column.first = {"f.csv", ++line, 1};
    check.add(file);
    check.end_file(diagnostics);
  }
  check.end_run(diagnostics);
  std::string found;
  for (const Diagnostic& each : diagnostics.kept())
    found +=
        std::to_string(each.location.line) + each.message.substr(0, each.message.find(':')) + " ";
  return found;
}

TEST_CASE("nine in ten figures between 0 and 1 are parts of 1") {
  CHECK(warnings({{{0, 10, 9, 9}}}) == "1attendance ");
  CHECK(warnings({{{0, 10, 8, 8}}}).empty());
  CHECK(warnings({{{0, 2, 2, 1}}}) == "1attendance ");
  CHECK(warnings({{{0, 2, 2, 0}}}).empty());  // nothing but 1
  CHECK(warnings({{{0, 1, 1, 1}}}).empty());  // one figure tells nothing
  CHECK(warnings({{{0, 0, 0, 0}}}).empty());
}

TEST_CASE("files of one school are looked at together, others each by itself") {
  CHECK(warnings({{{0, 1, 1, 1}}, {{0, 1, 1, 1}}}) == "1attendance ");
  CHECK(warnings({{{0, 1, 1, 1}, {1, 1, 1, 0}}}) == "1attendance ");
  CHECK(warnings({{{0, 1, 1, 1}, {1, 1, 0, 0}}}).empty());
  CHECK(warnings({{{0, 100, 0, 0}}, {{0, 2, 2, 2}}}) == "1attendance ");
  CHECK(warnings({{{0, 1, 1, 0}, {1, 1, 1, 1}}}) == "1qualified ");
  CHECK(warnings({{{0, 1, 1, 1}, {1, 1, 1, 1}}}) == "1attendance 2qualified ");
}

}  // namespace
}  // namespace kdcl

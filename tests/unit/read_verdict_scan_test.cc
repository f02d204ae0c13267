#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "read/csv/verdict_scan.h"
#include "read/csv/verdict_word.h"

namespace kdcl {

#if defined(__x86_64__)
// What scan_verdicts takes on machines older than the one at hand must be right too.
bool scan_verdicts_avx2(const VerdictCells& cells, const VerdictPlanes& planes);
#endif

namespace {

constexpr size_t kWords = 8;

/// The bits of a row as a letter an indicator: met, not met, not applicable, other, or nothing.
struct Row {
  uint64_t met[kWords] = {}, not_met[kWords] = {}, not_applicable[kWords] = {}, other[kWords] = {};

  [[nodiscard]] char letter(size_t i) const {
    const auto has = [i](const uint64_t* plane) { return (plane[i / 64] >> (i % 64) & 1) != 0; };
    std::string letters;
    if (has(met)) letters += 'm';
    if (has(not_met)) letters += 'n';
    if (has(not_applicable)) letters += 'a';
    if (has(other)) letters += 'o';
    return letters.empty() ? '.' : letters.size() == 1 ? letters[0] : '!';
  }
};

/// Scans cells that a line feed ends; the first is that of indicator `first`.
bool scan(const std::vector<std::string>& cells, char separator, uint32_t first, Row& row) {
  std::string text;
  for (const std::string& cell : cells) text += cell + separator;
  text.back() = '\n';
  const auto length = static_cast<uint32_t>(text.size());
  text.append(128, '"');  // what follows must not count
  const VerdictCells given{text.data(), length, separator, first};
  const bool is_scanned =
      scan_verdicts(given, {row.met, row.not_met, row.not_applicable, row.other});
#if defined(__x86_64__)
  Row other;
  CHECK(is_scanned ==
        scan_verdicts_avx2(given, {other.met, other.not_met, other.not_applicable, other.other}));
  for (size_t i = 0; is_scanned && i < kWords * 64; ++i) CHECK(row.letter(i) == other.letter(i));
#endif
  return is_scanned;
}

char letter_of(VerdictCode code) {
  switch (code) {
    case VerdictCode::met: return 'm';
    case VerdictCode::not_met: return 'n';
    case VerdictCode::not_applicable: return 'a';
    default: return '.';
  }
}

TEST_CASE("verdict scan: the usual spellings") {
  if (!can_scan_verdicts()) return;
  const std::pair<const char*, char> cases[] = {
      {"", '.'},          {"?", '.'},    {"x", 'm'},          {"X", 'm'},
      {"1", 'm'},         {"đ", 'm'},    {"Đ", 'm'},          {"đạt", 'm'},
      {"Đạt", 'm'},       {"k", 'n'},    {"K", 'n'},          {"0", 'n'},
      {"kđ", 'n'},        {"KĐ", 'n'},   {"không đạt", 'n'},  {"Không đạt", 'n'},
      {"n/a", 'a'},       {"yes", 'o'},  {"khong dat", 'o'},  {"xx", 'o'},
      {" x", 'o'},        {"x ", 'o'},   {"đạ", 'o'},         {"ạt", 'o'},
      {"kh", 'o'},        {"đạtx", 'o'}, {"không đạtk", 'o'}, {"không", 'o'},
      {"n/", 'o'},        {"n/a/", 'o'}, {"11", 'o'},         {"x\r", 'o'},
      {"không  đạt", 'o'}};
  for (const char separator : {',', ';', '\t'}) {
    for (const auto& [cell, letter] : cases) {
      CAPTURE(cell);
      Row row;
      CHECK(scan({cell}, separator, 0, row));
      CHECK(row.letter(0) == letter);
      Row between;
      CHECK(scan({"k", cell, "x"}, separator, 62, between));
      CHECK(between.letter(62) == 'n');
      CHECK(between.letter(63) == letter);
      CHECK(between.letter(64) == 'm');
      CHECK(between.letter(65) == '.');
    }
  }
}

TEST_CASE("verdict scan: quotes are left to others") {
  if (!can_scan_verdicts()) return;
  Row row;
  CHECK_FALSE(scan({"x", "\"x\"", "k"}, ',', 0, row));
  CHECK_FALSE(scan({std::string(200, 'a'), "\"x\""}, ',', 0, row));
}

TEST_CASE("verdict scan: any place in a step, and cells longer than steps") {
  if (!can_scan_verdicts()) return;
  for (const std::string word : {"", "x", "không đạt", "k"}) {
    for (size_t before = 0; before <= 200; ++before) {
      CAPTURE(before);
      Row row;
      REQUIRE(scan({std::string(before, 'a'), word, "n/a"}, ',', 5, row));
      CHECK(row.letter(5) == (before == 0 ? '.' : 'o'));
      CHECK(row.letter(6) == (word.empty() ? '.' : word == "x" ? 'm' : 'n'));
      CHECK(row.letter(7) == 'a');
      CHECK(row.letter(8) == '.');
    }
  }
}

TEST_CASE("verdict scan: empty cells, as many as a step has bytes") {
  if (!can_scan_verdicts()) return;
  for (uint32_t first = 0; first <= 70; ++first) {
    std::vector<std::string> cells(200);
    cells.back() = "x";
    Row row;
    REQUIRE(scan(cells, ',', first, row));
    for (uint32_t i = 0; i < kWords * 64; ++i)
      CHECK(row.letter(i) == (i == first + 199 ? 'm' : '.'));
  }
}

TEST_CASE("verdict scan: any row agrees with the table of words") {
  if (!can_scan_verdicts()) return;
  std::mt19937 random(20231231);
  const auto below = [&random](size_t n) { return random() % n; };
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> cells(1 + below(200));
    for (std::string& cell : cells) {
      cell = kVerdictWords[below(below(3) == 0 ? 12 : kVerdictWords.size())].text;
      if (below(4) == 0) cell += "xkđ1 "[below(5)];
    }
    const auto first = static_cast<uint32_t>(below(130));
    Row row;
    REQUIRE(scan(cells, ',', first, row));
    for (size_t i = 0; i < cells.size(); ++i) {
      CAPTURE(cells[i]);
      std::string padded = cells[i] + std::string(16, '\0');
      const VerdictCode code =
          kVerdictTable.find(padded.data(), static_cast<uint32_t>(cells[i].size()));
      const char letter = row.letter(first + i);
      // A rarer spelling is told as `other`, never as something else.
      if (letter != 'o') CHECK(letter == (code == VerdictCode::other ? 'o' : letter_of(code)));
    }
    for (size_t i = 0; i < first; ++i) CHECK(row.letter(i) == '.');
    for (size_t i = first + cells.size(); i < kWords * 64; ++i) CHECK(row.letter(i) == '.');
  }
}

}  // namespace
}  // namespace kdcl

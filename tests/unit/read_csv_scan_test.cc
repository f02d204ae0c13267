#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "base/scan_path.h"
#include "base/text.h"
#include "read/csv/csv_scan.h"
#include "read/csv/grid.h"

namespace kdcl {

#if defined(__x86_64__)
// What scan_csv takes on machines older than the one at hand must be right too.
CsvScan scan_csv_avx2(const char* text, size_t size, char separator, uint32_t* ends);
size_t count_bytes_avx2(const char* text, size_t size, char wanted);
#endif

namespace {

struct Scanned {
  CsvScan scan;
  std::vector<uint32_t> ends;

  bool operator==(const Scanned& other) const {
    return scan.found == other.scan.found && scan.rows == other.scan.rows &&
           scan.lines == other.scan.lines && scan.stray_quote == other.scan.stray_quote &&
           scan.ends_inside_quotes == other.scan.ends_inside_quotes && ends == other.ends;
  }
};

using Scan = CsvScan (*)(const char*, size_t, char, uint32_t*);

Scanned run_scan(Scan scan, const std::string& text, char separator) {
  const std::string padded =
      text + std::string(kGridPadding, '"');  // what lies past the end must not matter
  std::vector<uint32_t> ends(text.size() + kScanSlack);
  Scanned result{scan(padded.data(), text.size(), separator, ends.data()), {}};
  ends.resize(result.scan.found);
  result.ends = ends;
  return result;
}

/// The same a character at a time.
Scanned scan_slowly(const std::string& text, char separator) {
  Scanned result;
  bool inside = false;
  bool cell_start = true;
  bool closed = false;  // the last character closed quotes
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    result.scan.lines += c == '\n';
    const bool ends_cell = !inside && (c == separator || c == '\n');
    const bool is_stray = !inside && ((c == '"' && !cell_start && !closed) ||
                                      (closed && c != '"' && c != '\r' && !ends_cell));
    if (is_stray && result.scan.stray_quote == kNowhere) result.scan.stray_quote = i;
    closed = c == '"' && inside;
    if (c == '"') inside = !inside;
    if (ends_cell) result.ends.push_back(static_cast<uint32_t>(i));
    result.scan.rows += ends_cell && c == '\n';
    cell_start = ends_cell;
  }
  result.scan.found = result.ends.size();
  result.scan.ends_inside_quotes = inside;
  return result;
}

void check_scans(const std::string& text, char separator) {
  CAPTURE(text);
  const Scanned expected = scan_slowly(text, separator);
  CHECK(run_scan(scan_csv_portable, text, separator) == expected);
  CHECK(run_scan(scan_csv, text, separator) == expected);
#if defined(__x86_64__)
  if (has_avx2()) CHECK(run_scan(scan_csv_avx2, text, separator) == expected);
#endif
}

TEST_CASE("csv_scan: small texts") {
  struct Case {
    const char* text;
    std::vector<uint32_t> ends;
    size_t rows, lines, stray;
    bool inside;
  };
  const Case cases[] = {
      {"", {}, 0, 0, kNowhere, false},
      {"\n", {0}, 1, 1, kNowhere, false},
      {"a,b\n", {1, 3}, 1, 1, kNowhere, false},
      {",,\n", {0, 1, 2}, 1, 1, kNowhere, false},
      {"\"a,b\",c\n", {5, 7}, 1, 1, kNowhere, false},
      {"\"a\nb\",c\n", {5, 7}, 1, 2, kNowhere, false},
      {"\"a\"\"b\",c\n", {6, 8}, 1, 1, kNowhere, false},
      {"\"\"\n", {2}, 1, 1, kNowhere, false},
      {"\"\"\"\"\n", {4}, 1, 1, kNowhere, false},
      {"\"a\"\r\n", {4}, 1, 1, kNowhere, false},
      {"a\"b\n", {}, 0, 1, 1, true},
      {"a\"b\"\n", {4}, 1, 1, 1, false},
      {"\"a\"b\n", {4}, 1, 1, 3, false},
      {"\"a\" ,b\n", {4, 6}, 1, 1, 3, false},
      {" \"a\",b\n", {4, 6}, 1, 1, 1, false},
      {"x,\"a\n", {1}, 0, 1, kNowhere, true},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.text));
    const Scanned scanned = run_scan(scan_csv, c.text, ',');
    CHECK(scanned.ends == c.ends);
    CHECK(scanned.scan.rows == c.rows);
    CHECK(scanned.scan.lines == c.lines);
    CHECK(scanned.scan.stray_quote == c.stray);
    CHECK(scanned.scan.ends_inside_quotes == c.inside);
    check_scans(c.text, ',');
  }
}

TEST_CASE("csv_scan: every separator") {
  for (const char separator : {',', ';', '\t', '|'})
    check_scans("a,b;c\td|\"e,f;g\th|\"\n", separator);
}

TEST_CASE("csv_scan: the same at every place of a step of 64 bytes") {
  const std::string pieces[] = {"a,b\n",  "\"a,b\",c\n", "\"a\"\"b\"\n", "\"a\nb\"\r\n",
                                "x\"y\n", "\"a\"b\n",    "\"\",\"\"\n"};
  for (const std::string& piece : pieces)
    for (size_t before = 0; before <= 130; ++before)
      for (const size_t after : {size_t{0}, size_t{1}, size_t{70}})
        check_scans(std::string(before, 'z') + "\n" + piece + std::string(after, 'z') + "\n", ',');
}

TEST_CASE("csv_scan: quotes that stay open over many steps") {
  for (size_t length = 0; length <= 200; ++length) {
    check_scans("\"" + std::string(length, ',') + "\",b\n", ',');
    check_scans("a,\"" + std::string(length, '\n') + "\"\n", ',');
    check_scans("\"" + std::string(2 * length, '"') + "\"\n", ',');
    check_scans("\"" + std::string(length, 'x') + "\n", ',');
  }
}

TEST_CASE("csv_scan: random texts give the same by every way") {
  std::mt19937 random(20180822);
  constexpr std::string_view kLetters = "aaaaaa,,,\"\"\n\r; \xC4\x91";
  for (int round = 0; round < 3000; ++round) {
    std::string text(random() % 400, 'x');
    for (char& c : text) c = kLetters[random() % kLetters.size()];
    text += '\n';
    check_scans(text, ',');
  }
}

/// Cells as a writer quotes them: no fault may be found, and every cell must be.
TEST_CASE("csv_scan: random well-formed tables") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    size_t cells = 0;
    const size_t rows = 1 + random() % 8;
    for (size_t row = 0; row < rows; ++row) {
      const size_t columns = 1 + random() % 12;
      for (size_t column = 0; column < columns; ++column, ++cells) {
        constexpr std::string_view kInside = "ab,\n\r;";
        const bool is_quoted = random() % 2 == 0;
        std::string cell;
        for (size_t i = random() % 20; i-- > 0;)
          cell += is_quoted ? kInside[random() % kInside.size()] : 'q';
        if (is_quoted && random() % 2 == 0) cell += "\"\"";
        text += is_quoted ? "\"" + cell + "\"" : cell;
        text += column + 1 == columns ? '\n' : ',';
      }
    }
    CAPTURE(text);
    const Scanned scanned = run_scan(scan_csv, text, ',');
    CHECK(scanned.scan.found == cells);
    CHECK(scanned.scan.rows == rows);
    CHECK(scanned.scan.stray_quote == kNowhere);
    CHECK_FALSE(scanned.scan.ends_inside_quotes);
    check_scans(text, ',');
  }
}

/// Never says of faulty, decomposed or garbled text that it is plain; of usual text it does.
TEST_CASE("csv_scan: plain text") {
  const auto is_plain = [](const std::string& text) {
    return run_scan(scan_csv, text, ',').scan.is_plain;
  };
  struct Case {
    const char* letter;
    bool is_plain;
  };
  const Case cases[] = {
      {"a", true},
      {"\x7F", true},
      {"\xC2\x80", false},          // U+0080: no letter of Vietnamese text
      {"\xC2\xBB", false},          // likewise
      {"\xC3\xA1", true},           // á
      {"\xC3\xA7", false},          // ç, as text has that was read in a wrong encoding
      {"\xC2\xA0", false},          // a no-break blank
      {"\xC2\xAD", false},          // a soft hyphen
      {"\xE2\x80\x8B", false},      // a character of no width
      {"\xE3\x80\x80", false},      // a wide blank
      {"\xEF\xBB\xBF", false},      // a byte-order mark
      {"\xC4\x91", true},           // đ
      {"\xC4\xA7", true},           // the same byte behind another
      {"\xDF\xBF", true},           // U+07FF, the largest of two
      {"\xE1\xBA\xA1", true},       // ạ
      {"\xEE\x80\x80", true},       // U+E000
      {"\xCB\xBF", true},           // just under the combining diacritics
      {"\xCC\x81", false},          // a combining diacritic
      {"\xCD\xAF", false},          // the last of them
      {"\xE0\xA0\x80", false},      // valid, but needs a closer look
      {"\xED\x9F\xBF", false},      // likewise
      {"\xF0\x9F\x98\x80", false},  // likewise
      {"\x80", false},
      {"\xBF", false},
      {"\xC0\xAF", false},
      {"\xC1\xBF", false},
      {"\xC4", false},
      {"\xE1\xBA", false},
      {"\xE1\xBAx", false},
      {"\xC4\x91\x91", false},
      {"\xED\xA0\x80", false},
      {"\xFF", false},
  };
  if (scan_path() != ScanPath::avx512) {
    CHECK_FALSE(is_plain("a\n"));
    return;
  }
  for (const Case& c : cases) {
    CAPTURE(std::string(c.letter));
    CHECK(is_plain(c.letter) == c.is_plain);
    // At every place of a step of 64 bytes, and over its edges.
    for (size_t before = 0; before <= 130; ++before) {
      CHECK(is_plain(std::string(before, 'z') + c.letter + "\n") == c.is_plain);
      CHECK(is_plain(std::string(before, 'z') + c.letter) == c.is_plain);
    }
  }
  std::mt19937 random(2018);
  for (int round = 0; round < 20000; ++round) {
    std::string text(random() % 70, 'x');
    for (char& c : text) c = "ab,\xC4\x91\xE1\xBA\xA1\xCC\xE0\xF0\xC2\xC3\xA7\xE2"[random() % 15];
    const Utf8Check check = check_utf8(text);
    if (is_plain(text))
      CHECK((check.is_valid && !check.may_be_decomposed && !check.may_be_garbled &&
             !check.may_be_invisible));
  }
}

TEST_CASE("csv_scan: bytes counted") {
  std::string text;
  for (size_t size = 0; size < 300; ++size) {
    CHECK(count_bytes(text.data(), text.size(), 'x') == (size + 2) / 3);
#if defined(__x86_64__)
    if (has_avx2()) CHECK(count_bytes_avx2(text.data(), text.size(), 'x') == (size + 2) / 3);
#endif
    text += size % 3 == 0 ? 'x' : 'y';
  }
  const std::string many(100000, 'x');  // byte counters overflow after 255 steps of 32
  CHECK(count_bytes(many.data(), many.size(), 'x') == 100000);
  CHECK(count_bytes(many.data() + 1, many.size() - 1, 'x') == 99999);
  CHECK(count_bytes(many.data(), many.size(), '"') == 0);
}

}  // namespace
}  // namespace kdcl

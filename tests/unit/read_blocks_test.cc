#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "read/csv/blocks.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

/// Everything after the start, block by block.
struct Cut {
  std::string said;
  std::vector<std::string> blocks;
  std::string sha256;
  uint64_t taken = 0;

  [[nodiscard]] std::string text() const {
    std::string all;
    for (const std::string& block : blocks) all += block;
    return all;
  }
};

Cut cut(ByteSource source, Encoding encoding = Encoding::unknown) {
  Cut result;
  Diagnostics diagnostics(Language::en);
  BlockCutter cutter(std::move(source), "data.csv", encoding);
  cutter.hash();
  if (cutter.start(diagnostics)) {
    TextBlock block;
    while (cutter.next(block)) result.blocks.emplace_back(block.text.get(), block.size);
  }
  CHECK_FALSE(cutter.fault().has_value());
  result.said = format_diagnostics(diagnostics, false);
  result.sha256 = cutter.sha256();
  result.taken = cutter.taken();
  return result;
}

Cut cut(std::string_view bytes) { return cut(test::source_of(bytes)); }

/// A pipe that gives `piece` bytes at each read; of long texts, whatever is there. (A pipe of
/// packets loses the rest of a packet that is not read whole, which the end of a block would do.)
Cut cut_in_pieces(const std::string& bytes, size_t piece, Encoding encoding = Encoding::unknown) {
  int ends[2];
  REQUIRE(::pipe2(ends, bytes.size() < kBlockSize / 2 ? O_DIRECT : 0) == 0);
  LocalText fault;
  auto source = ByteSource::open(fmt::format("/proc/self/fd/{}", ends[0]), fault);
  ::close(ends[0]);
  REQUIRE(source.has_value());
  const std::jthread writer([&bytes, piece, end = ends[1]] {
    for (size_t at = 0; at < bytes.size(); at += piece)
      if (!write_fully(end, std::string_view(bytes).substr(at, piece))) break;
    ::close(end);
  });
  return cut(std::move(*source), encoding);
}

std::string utf16(std::u16string_view text, bool big) {
  std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += big ? high : low;
    bytes += big ? low : high;
  }
  return bytes;
}

TEST_CASE("blocks: text as it stands, with a line feed at the end") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"a,b\n1,2\n", "a,b\n1,2\n"},
      {"a,b\n1,2", "a,b\n1,2\n"},
      {"a,b\r\n1,2\r\n", "a,b\r\n1,2\r\n"},
      {"a,b\r\n1,2\r", "a,b\r\n1,2\r\n"},
      {"a", "a\n"},
      {"\xEF\xBB\xBF"
       "a,b\n",
       "a,b\n"},
      {"\xEF\xBB\xBF\xEF\xBB\xBF"
       "a\n",
       "\xEF\xBB\xBF"
       "a\n"},
      {"đạt,Sơn La\n", "đạt,Sơn La\n"},
  };
  for (const auto& [bytes, text] : cases) {
    CAPTURE(bytes);
    const Cut result = cut(bytes);
    CHECK(result.said == "");
    CHECK(result.text() == text);
    CHECK(result.taken == bytes.size());
    CHECK(result.sha256 == sha256_of(bytes));
  }
}

TEST_CASE("blocks: UTF-16 of both orders, with pairs") {
  for (const bool big : {false, true}) {
    CAPTURE(big);
    CHECK(cut(utf16(u"a\tđạt\n1\tSơn La\r\n", big)).text() == "a\tđạt\n1\tSơn La\r\n");
    CHECK(cut(utf16(u"\U00010000 \U0010FFFF \U0001F3EB\n", big)).text() ==
          "\U00010000 \U0010FFFF \U0001F3EB\n");
    CHECK(cut(utf16(u"\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFD", big)).text() ==
          "\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFD\n");
    // Halves of pairs become replacement characters.
    const char16_t high[] = {u'a', 0xD83C, u'b', u'\n'};
    const char16_t low[] = {u'a', 0xDFEB, u'b', u'\n'};
    const char16_t twice[] = {0xD83C, 0xD83C, 0xDFEB, u'\n'};
    const char16_t last[] = {u'a', 0xD83C};
    CHECK(cut(utf16({high, 4}, big)).text() == "a\uFFFDb\n");
    CHECK(cut(utf16({low, 4}, big)).text() == "a\uFFFDb\n");
    CHECK(cut(utf16({twice, 4}, big)).text() == "\uFFFD\U0001F3EB\n");
    CHECK(cut(utf16({last, 2}, big)).text() == "a\uFFFD\n");
    CHECK(cut(utf16(u"ab", big) + "x").text() == "ab\n");  // half a unit at the end
  }
}

TEST_CASE("blocks: what can't be a table") {
  constexpr std::string_view kHint = "\n  hint: in Excel choose Save As, \"CSV UTF-8\" or .xlsx\n";
  constexpr const char* kOldEncoding =
      "data.csv:{}: error: the text is not UTF-8; as windows-1258: \"{}\", as tcvn3: \"{}\"\n"
      "  hint: add --encoding windows-1258 or --encoding tcvn3, whichever reads right; or save as "
      "\"CSV UTF-8\" in Excel\n";
  const std::string empty =
      "data.csv: error: the file is empty\n"
      "  hint: the first row must hold the column names, with a column school_id\n";
  const std::pair<std::string, std::string> cases[] = {
      {"", empty},
      {" \r\n\n\t", empty},
      {"\xEF\xBB\xBF", empty},
      {"\xFF\xFE", empty},
      {"PK\x03\x04 and more",
       "data.csv: error: expected CSV text, found an Excel workbook (.xlsx)\n"
       "  hint: a file whose name ends in .xlsx is read as a workbook\n"},
      {"\xD0\xCF\x11\xE0\xA1\xB1",
       fmt::format("data.csv: error: expected .xlsx or CSV text, found an old "
                   ".xls workbook or a file with a password{}",
                   kHint)},
      {std::string("a,b\0c\n", 6),
       fmt::format("data.csv: error: expected text, found a binary file{}", kHint)},
      {"a,tr\xEFng\n1,2\n", fmt::format(kOldEncoding, 1, "a,trïng", "a,trùng")},
      {"a,b\n1,tr\xEFng", fmt::format(kOldEncoding, 2, "1,trïng", "1,trùng")},
  };
  for (const auto& [bytes, said] : cases) {
    CAPTURE(bytes);
    CHECK(cut(bytes).said == said);
  }
}

TEST_CASE("blocks: UTF-16 without a mark, and old encodings") {
  // A column name long enough to tell.
  const std::string wide = utf16(u"school_id,school_name\n1,Sơn La\n", false);
  CHECK(cut(wide.substr(2)).text() == "school_id,school_name\n1,Sơn La\n");
  for (const size_t piece : {size_t{1}, size_t{2}, size_t{3}, size_t{1000}}) {
    CHECK(cut_in_pieces("a\n\xEA\xD2\xEA\xD2\n", piece, Encoding::windows_1258).text() ==
          "a\nểể\n");
    CHECK(cut_in_pieces("a\nS\xACn L\xB5\n", piece, Encoding::tcvn3).text() == "a\nSơn Là\n");
  }
  std::string many, expected;
  for (int i = 0; i < 300000; ++i) {
    many += i % 7 == 0 ? "\n" : "\xEA\xD2";
    expected += i % 7 == 0 ? "\n" : "ể";
  }
  CHECK(cut_in_pieces(many, 4099, Encoding::windows_1258).text() == expected);
  CHECK(cut(test::source_of("a\n\x81\n"), Encoding::windows_1258).said ==
        "data.csv:2: error: a byte is no letter of windows-1258\n");
}

TEST_CASE("blocks: a folder can't be read") {
  LocalText fault;
  CHECK_FALSE(ByteSource::open("/tmp", fault).has_value());
  CHECK(fault.vi == "đây là thư mục, không phải tệp");
}

TEST_CASE("blocks: a fault of the system") {
  LocalText fault;
  auto source = ByteSource::open("/proc/self/mem", fault);  // nothing is mapped at its start
  REQUIRE(source.has_value());
  Diagnostics diagnostics(Language::en);
  BlockCutter cutter(std::move(*source), "data.csv");
  CHECK_FALSE(cutter.start(diagnostics));
  CHECK(format_diagnostics(diagnostics, false) ==
        "data.csv: error: can't read: the device failed to read or write\n");
  CHECK(cutter.fault()->vi == "lỗi đọc hoặc ghi của thiết bị");
}

/// Rows of `size` bytes with quoted line breaks, two of them to a block more or less.
std::string quoted_rows(size_t rows, size_t size) {
  std::string text;
  for (size_t row = 0; row < rows; ++row) {
    const std::string number = std::to_string(row);
    text += number + ",\"";
    const size_t filler = size - number.size() - 4;
    for (size_t i = 0; i < filler; ++i) text += i % 5 == 0 ? '\n' : i % 7 == 0 ? ',' : 'x';
    text += "\"\n";
  }
  return text;
}

void check_blocks(const Cut& result, const std::string& text) {
  CHECK(result.text() == text);
  for (const std::string& block : result.blocks) {
    CHECK(block.ends_with("\n"));
    CHECK(std::count(block.begin(), block.end(), '"') % 2 == 0);
    if (&block != &result.blocks.front()) CHECK(block.front() != '\n');
  }
}

TEST_CASE("blocks: rows are not cut inside quotes") {
  for (const size_t size : {size_t{37}, size_t{4001}, kBlockSize / 2 - 1, kBlockSize / 2,
                            kBlockSize - 1, kBlockSize, kBlockSize + 1, 3 * kBlockSize}) {
    CAPTURE(size);
    const std::string text = quoted_rows(3 * kBlockSize / size + 2, size);
    const Cut result = cut(text);
    check_blocks(result, text);
    CHECK(result.blocks.size() > 1);
    CHECK(result.sha256 == sha256_of(text));
  }
}

TEST_CASE("blocks: a quote on each side of the end of a block") {
  for (size_t shift = 0; shift < 12; ++shift) {
    CAPTURE(shift);
    const std::string text = std::string(kBlockSize - shift, 'a') +
                             ",\"\n\"\"\n\",b\nc,\"d\ne\"\n" + std::string(50, 'f') + "\n";
    check_blocks(cut(text), text);
  }
}

TEST_CASE("blocks: files of about a block") {
  for (size_t size = kBlockSize - 3; size <= kBlockSize + 3; ++size) {
    CAPTURE(size);
    std::string text = std::string(size - 3, 'a') + "\nb\n";
    CHECK(cut(text).text() == text);
    text.pop_back();
    CHECK(cut(text).text() == text + "\n");
    CHECK(cut(std::string(size, 'a')).text() == std::string(size, 'a') + "\n");
  }
}

TEST_CASE("blocks: long UTF-16") {
  std::u16string text;
  std::string expected;
  // Units of one, two, three and four bytes in UTF-8, so that ends of blocks fall at every place in
  // a character.
  for (int row = 0; row < 100000; ++row) {
    text += u"ađạ\U0001F3EB,";
    text.append(static_cast<size_t>(row % 7), u'ọ');
    text += u"\n";
    expected += "ađạ\U0001F3EB,";
    for (int i = 0; i < row % 7; ++i) expected += "ọ";
    expected += "\n";
  }
  for (const bool big : {false, true}) {
    const Cut result = cut(utf16(text, big));
    CHECK(result.text() == expected);
    CHECK(result.blocks.size() > 1);
  }
}

TEST_CASE("blocks: UTF-16 that grows the most") {
  // Three bytes a unit, and halves of pairs waiting at the end of what was read.
  std::u16string text(200000, u'ạ');
  for (size_t i = 1002; i < text.size(); i += 3) text[i] = 0xD83C;
  for (size_t i = 95000; i < text.size(); i += 95000) text[i] = u'\n';
  std::string expected;
  for (const char16_t unit : text)
    expected += unit == 0xD83C ? "\uFFFD" : unit == u'\n' ? "\n" : "ạ";
  const Cut result = cut(utf16(text, false));
  CHECK(result.text() == expected + "\n");
  CHECK(cut_in_pieces(utf16(text, true), 4095).text() == expected + "\n");
}

TEST_CASE("blocks: tiny reads") {
  const std::string texts[] = {
      "\xEF\xBB\xBF"
      "a,\"đ\nb\"\r\n1,2",
      utf16(u"a,đ\U0001F3EB\n1,2", false), utf16(u"a,đ\U0001F3EB\n1,2", true), "a", "a,b\n\n"};
  for (const std::string& bytes : texts) {
    const std::string expected = cut(bytes).text();
    for (const size_t piece : {size_t{1}, size_t{2}, size_t{3}, size_t{5}}) {
      CAPTURE(bytes);
      CAPTURE(piece);
      const Cut result = cut_in_pieces(bytes, piece);
      CHECK(result.said == "");
      CHECK(result.text() == expected);
      CHECK(result.sha256 == sha256_of(bytes));
    }
  }
}

TEST_CASE("blocks: a pipe gives the same text as a file") {
  const std::string text = quoted_rows(500, 2001);
  check_blocks(cut_in_pieces(text, 100), text);
  check_blocks(cut_in_pieces(text, 4096), text);
}

TEST_CASE("blocks: the header is taken off") {
  Diagnostics diagnostics(Language::en);
  BlockCutter cutter(test::source_of("a,b\n1,2\n"), "data.csv");
  REQUIRE(cutter.start(diagnostics));
  CHECK(cutter.ahead() == "a,b\n1,2\n");
  CHECK(cutter.size() == 8);
  CHECK(cutter.name() == "data.csv");
  cutter.skip(4);
  TextBlock block;
  REQUIRE(cutter.next(block));
  CHECK(std::string_view(block.text.get(), block.size) == "1,2\n");
  CHECK_FALSE(cutter.next(block));
}

TEST_CASE("blocks: no more rows than their columns allow") {
  // 20,000 columns: 52 rows make 1,040,000 cells, 53 would be over kMostCells.
  std::string text;
  for (int i = 0; i < 107; ++i) text += i == 60 ? "\"a\nb\"\n" : "a\n";
  Diagnostics diagnostics(Language::en);
  BlockCutter cutter(test::source_of(text), "data.csv");
  REQUIRE(cutter.start(diagnostics));
  cutter.expect_columns(20000);
  TextBlock block;
  std::vector<size_t> sizes;
  std::string read;
  while (cutter.next(block)) {
    sizes.push_back(block.size);
    read.append(block.text.get(), block.size);
  }
  // A line break inside quotes makes no row: 52 rows of two bytes, one of them six.
  CHECK(sizes == std::vector<size_t>{104, 108, 6});
  CHECK(read == text);
}

TEST_CASE("blocks: only a header") {
  Diagnostics diagnostics(Language::en);
  BlockCutter cutter(test::source_of("a,b\n"), "data.csv");
  REQUIRE(cutter.start(diagnostics));
  cutter.skip(4);
  TextBlock block;
  CHECK_FALSE(cutter.next(block));
}

TEST_CASE("blocks: a row over 64 MiB comes without its end") {
  std::string text = "a,b\n";
  text.append(kLongestRow + 1000, 'x');
  text += ",1\n";
  const Cut result = cut(text);
  REQUIRE(result.blocks.size() >= 2);
  CHECK(result.blocks[0] == "a,b\n");
  CHECK_FALSE(result.blocks[1].ends_with("\n"));
}

TEST_CASE("lines that end in carriage returns alone are lines") {
  CHECK(cut("a,b\r1,2\r").text() == "a,b\n1,2\n");
  CHECK(cut("a,b\r1,2").text() == "a,b\n1,2\n");
  // Excel for Mac writes breaks inside cells as line feeds.
  CHECK(cut("a,\"x\ny\"\r1,2\r").text() == "a,\"x\ny\"\n1,2\n");
  // A line feed that ends a row: all as ever.
  CHECK(cut("a,b\r\n1,2\r\n").text() == "a,b\r\n1,2\r\n");
  CHECK(cut("a\rb,c\n1,2\n").text() == "a\rb,c\n1,2\n");
  CHECK(cut("a,\"x\ry\"\n1,2\n").text() == "a,\"x\ry\"\n1,2\n");
  CHECK(cut("a,b").text() == "a,b\n");
}

TEST_CASE("files of old Macs may have any size and come in any pieces") {
  std::string macs, ours;
  while (macs.size() < 3 * kBlockSize) {
    macs += "S1,\"two\nlines\",x\r";
    ours += "S1,\"two\nlines\",x\n";
  }
  const Cut whole = cut(macs);
  CHECK(whole.text() == ours);
  CHECK(whole.blocks.size() > 2);
  CHECK(whole.sha256 == sha256_of(macs));
  CHECK(cut_in_pieces("a,b\r1,2\r", 1).text() == "a,b\n1,2\n");
}

}  // namespace
}  // namespace kdcl

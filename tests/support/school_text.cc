#include "support/school_text.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

#include "read/criteria/criteria.h"

namespace kdcl::test {
namespace {

std::string with_texts(std::string_view body) {
  std::string text;
  for (const char c : body)
    if (c == '@')
      text += "vi: x, en: x";
    else
      text += c;
  return text;
}

std::string text_of(std::string_view body, const SetHead& head) {
  std::string text = fmt::format(
      "kdcl: 1\nid: {}\ntitle: {{vi: Thử, en: Trial}}\nsource: {{document: 1/2018/TT, issued: "
      "2018-08-22}}\n"
      "in_force: {}\n",
      head.id, head.in_force);
  if (!head.applies_to.empty()) text += fmt::format("applies_to: {}\n", head.applies_to);
  return text + with_texts(body);
}

CriteriaSet read_text(const std::string& text, const CriteriaLibrary& library) {
  Diagnostics diagnostics(Language::en);
  std::optional<CriteriaSet> set = read_criteria("set.yaml", text, library, diagnostics);
  REQUIRE(format_diagnostics(diagnostics, false) == "");
  return std::move(set.value());
}

}  // namespace

CriteriaSet set_of(std::string_view body, const SetHead& head) {
  return read_text(text_of(body, head), {});
}

std::vector<CriteriaSet> sets_of(const std::vector<SetText>& texts) {
  CriteriaLibrary library;
  library.find = [&](const std::string& id) -> std::optional<CriteriaLibrary::File> {
    for (const SetText& text : texts)
      if (text.head.id == id)
        return CriteriaLibrary::File{id + ".yaml", text_of(text.body, text.head)};
    return {};
  };
  std::vector<CriteriaSet> sets;
  for (const SetText& text : texts)
    sets.push_back(read_text(text_of(text.body, text.head), library));
  return sets;
}

Run run_of(std::string_view body, const SetHead& head) {
  std::vector<CriteriaSet> sets;
  sets.push_back(set_of(body, head));
  return make_run(std::move(sets), kNoDate);
}

std::string one_criterion(std::string_view fields, std::string_view indicators) {
  return fmt::format(
      "levels:\n  1: {{title: {{@}}}}\n{}\nstandards:\n  - id: \"1\"\n    title: {{@}}\n    "
      "criteria:\n"
      "      - id: \"1.1\"\n        title: {{@}}\n        levels:\n          1:\n{}\n",
      fields, indicators);
}

std::unique_ptr<SchoolsRead> read_schools(const Run& run, std::string_view csv, bool strict,
                                          Language language) {
  auto result = std::make_unique<SchoolsRead>(language);
  BlockCutter cutter(source_of(csv), "data.csv");
  if (!cutter.start(result->diagnostics)) return result;
  const auto header = read_csv_header(cutter, result->diagnostics);
  if (!header) return result;
  result->binding =
      bind_columns(header->names, {"data.csv", header->line}, run, strict, result->diagnostics);
  if (result->diagnostics.has_errors() || !cutter.next(result->block)) return result;
  const auto columns = static_cast<uint32_t>(header->names.size());
  Diagnostics faults(language);
  if (read_csv_grid(result->block, header->separator, columns, "data.csv", result->grid, faults))
    SchoolReader(run, result->binding, "data.csv", header->separator != ',')
        .read(result->grid, result->table, faults);
  result->diagnostics.append(faults, header->rows_line - 1);
  return result;
}

std::string one_school(std::string_view columns, std::string_view cells) {
  return fmt::format("school_id;school_type;assessed_on;{}\nA;tieu_hoc;2024-05-31;{}\n", columns,
                     cells);
}

ByteSource source_of(std::string_view bytes) {
  const int file = ::memfd_create("test", 0);
  REQUIRE(write_fully(file, bytes));
  LocalText fault;
  std::optional<ByteSource> source = ByteSource::open(fmt::format("/proc/self/fd/{}", file), fault);
  ::close(file);
  REQUIRE(source.has_value());
  return std::move(*source);
}

TextBlock block_of(std::string_view text) {
  TextBlock block;
  block.text = std::make_unique<char[]>(text.size() + kGridPadding);
  std::memcpy(block.text.get(), text.data(), text.size());
  block.size = block.capacity = text.size();
  return block;
}

}  // namespace kdcl::test

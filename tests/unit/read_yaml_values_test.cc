#include <doctest/doctest.h>

#include "read/yaml/values.h"

namespace kdcl::test {
namespace {

constexpr YamlKey kKeys[] = {{"name", KeyUse::required}, {"size"}};

/// What `read` says of a file, which must be YAML.
template <typename Read>
std::string said_of(std::string_view text, const Read& read) {
  Diagnostics diagnostics(Language::en);
  const std::optional<YamlNode> tree = read_yaml("a.yaml", text, diagnostics);
  REQUIRE(tree);
  read(YamlValues("a.yaml", diagnostics), *tree);
  return format_diagnostics(diagnostics, false);
}

TEST_CASE("keys are known and there") {
  const struct {
    std::string_view text;
    bool goes_on;
    std::string_view said;
  } kMaps[] = {
      {"name: a\n", true, ""},
      {"name: a\nsize: 1\n", true, ""},
      {"size: 1\n", true, "a.yaml:1:1: error: it: missing key \"name\"\n"},
      {"name: a\nsise: 1\n", true,
       "a.yaml:2:1: error: it: unknown key \"sise\"\n  hint: did you mean \"size\"?\n"},
      {"name: a\nquux: 1\n", true,
       "a.yaml:2:1: error: it: unknown key \"quux\"\n  hint: the keys here are: name, size\n"},
      {"[name]\n", false, "a.yaml:1:1: error: it: expected a map, found a list\n"},
  };
  for (const auto& map : kMaps) {
    CAPTURE(map.text);
    bool goes_on = false;
    CHECK(said_of(map.text, [&](const YamlValues& values, const YamlNode& tree) {
            goes_on = values.check_keys(tree, "it", kKeys);
          }) == map.said);
    CHECK(goes_on == map.goes_on);
  }
}

TEST_CASE("absent values give nothing and say nothing") {
  const std::string said = said_of("a: 1\n", [](const YamlValues& values, const YamlNode& tree) {
    CHECK_FALSE(values.read_text(tree, "b"));
    CHECK_FALSE(values.read_local_text(tree, "b"));
    CHECK_FALSE(values.read_flag(tree, "b"));
    CHECK_FALSE(values.read_number(tree, "b"));
    CHECK_FALSE(values.read_whole(tree, "b", 0, 9));
    CHECK_FALSE(values.read_date(tree, "b"));
    CHECK(values.read_list(tree, "b").empty());
    CHECK(values.read_items(tree, "b").empty());
  });
  CHECK(said == "");
}

TEST_CASE("one text stands for both languages") {
  const struct {
    std::string_view text, vi, en, said;
  } kTexts[] = {
      {"a: Sơn La\n", "Sơn La", "Sơn La", ""},
      {"a: 12\n", "12", "12", ""},
      {"a: {vi: Mức 1, en: Level 1}\n", "Mức 1", "Level 1", ""},
      {"a: {vi: Mức 1}\n", "", "", "a.yaml:1:4: error: a: missing key \"en\"\n"},
      {"a: [b]\n", "", "", "a.yaml:1:4: error: a: expected a text, found a list\n"},
      {"a: \"\"\n", "", "", "a.yaml:1:4: error: a: expected a text, found a blank one\n"},
  };
  for (const auto& one : kTexts) {
    CAPTURE(one.text);
    LocalText text;
    CHECK(said_of(one.text, [&](const YamlValues& values, const YamlNode& tree) {
            text = values.read_either_text(tree, "a").value_or(LocalText{});
            CHECK_FALSE(values.read_either_text(tree, "b"));
          }) == one.said);
    CHECK(text == LocalText{std::string(one.vi), std::string(one.en)});
  }
}

TEST_CASE("a refused value was reported before and says nothing") {
  Diagnostics diagnostics(Language::en);
  const std::optional<YamlNode> tree = read_yaml("a.yaml", "a: &x 1\nb: *x\n", diagnostics);
  REQUIRE(tree);
  const size_t errors = diagnostics.errors();
  const YamlValues values("a.yaml", diagnostics);
  CHECK_FALSE(values.read_text(*tree, "b"));
  CHECK_FALSE(values.read_number(*tree, "b"));
  CHECK_FALSE(values.read_flag(*tree, "b"));
  CHECK_FALSE(values.read_whole(*tree, "b", 0, 9));
  CHECK(values.read_list(*tree, "b").empty());
  CHECK(diagnostics.errors() == errors);
}

TEST_CASE("figures are whole up to their limits") {
  const struct {
    std::string_view text;
    std::optional<int> value;
  } kFigures[] = {{"a: 1\n", 1},    {"a: 9\n", 9},    {"a: 0\n", {}}, {"a: 10\n", {}},
                  {"a: 2.0\n", {}}, {"a: '2'\n", {}}, {"a: -1\n", {}}};
  for (const auto& figure : kFigures) {
    CAPTURE(figure.text);
    std::optional<int> value;
    const std::string said =
        said_of(figure.text, [&](const YamlValues& values, const YamlNode& tree) {
          value = values.read_whole(tree, "a", 1, 9);
        });
    CHECK(value == figure.value);
    CHECK(said.empty() == value.has_value());
  }
}

TEST_CASE("the text of a scalar starts after its quote") {
  said_of("a: 'x'\nb: y\n", [](const YamlValues& values, const YamlNode& tree) {
    CHECK(values.text_place(tree.items[0]) == Location{"a.yaml", 1, 5});
    CHECK(values.text_place(tree.items[1]) == Location{"a.yaml", 2, 4});
  });
}

}  // namespace
}  // namespace kdcl::test

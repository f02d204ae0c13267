#include <doctest/doctest.h>

#include "read/yaml/yaml.h"

namespace kdcl::test {
namespace {

std::string faults_of(std::string_view text, Language language = Language::en) {
  Diagnostics diagnostics(language);
  (void)read_yaml("a.yaml", text, diagnostics);
  return format_diagnostics(diagnostics, false);
}

/// The tree on one line: 1:1 before each node, quotes where the file had them.
std::string shape_of(const YamlNode& node) {
  std::string text = fmt::format("{}:{} ", node.line, node.column);
  switch (node.kind) {
    case YamlNode::Kind::nothing: return text + "-";
    case YamlNode::Kind::refused: return text + "?";
    case YamlNode::Kind::scalar: return text + (node.quoted ? "'" + node.text + "'" : node.text);
    case YamlNode::Kind::sequence:
      text += "[ ";
      for (const YamlNode& item : node.items) text += shape_of(item) + " ";
      return text + "]";
    case YamlNode::Kind::map: break;
  }
  text += "{ ";
  for (size_t i = 0; i < node.keys.size(); ++i)
    text += shape_of(node.keys[i]) + ": " + shape_of(node.items[i]) + " ";
  return text + "}";
}

std::string shape_of(std::string_view text) {
  Diagnostics diagnostics(Language::en);
  const std::optional<YamlNode> tree = read_yaml("a.yaml", text, diagnostics);
  return tree ? shape_of(*tree) : format_diagnostics(diagnostics, false);
}

std::string nested(size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST_CASE("every node and key knows its place") {
  const struct {
    const char* name;
    std::string_view text;
    std::string_view shape;
  } kTrees[] = {
      {"map", "a: 1\nb:   x y\n", "1:1 { 1:1 a: 1:4 1 2:1 b: 2:6 x y }"},
      {"list", "- a\n- [b, c]\n", "1:1 [ 1:3 a 2:3 [ 2:4 b 2:7 c ] ]"},
      {"columns count characters", "{đê: ô, ư: ơ}", "1:1 { 1:2 đê: 1:6 ô 1:9 ư: 1:12 ơ }"},
      {"quotes", "a: 'x'\nb: \"y\"\n'c': z\n",
       "1:1 { 1:1 a: 1:4 'x' 2:1 b: 2:4 'y' 3:1 'c': 3:6 z }"},
      {"all scalars are text", "[010, no, 1e3, .nan, 2018-08-22]",
       "1:1 [ 1:2 010 1:7 no 1:11 1e3 1:16 .nan 1:22 2018-08-22 ]"},
      {"nothing stands at its key", "a:\nb: ~\nc: null\nd: ''\n",
       "1:1 { 1:1 a: 1:1 - 2:1 b: 2:1 - 3:1 c: 3:1 - 4:1 d: 4:4 '' }"},
      {"line ends of Windows", "a: 1\r\nb: 2\r\n", "1:1 { 1:1 a: 1:4 1 2:1 b: 2:4 2 }"},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "a: 1\n",
       "1:1 { 1:1 a: 1:4 1 }"},
      {"one document may be marked", "---\na: 1\n...\n", "2:1 { 2:1 a: 2:4 1 }"},
      {"quotes may hold quotes", "a: 'it''s'\nb: \"\\\"\"\n",
       "1:1 { 1:1 a: 1:4 'it's' 2:1 b: 2:4 '\"' }"},
      {"folded lines are one text", "a: b\n  c\n", "1:1 { 1:1 a: 1:4 b c }"},
      {"a tag inside quotes is text", "a: '!x'\nb: \"&y\"\n",
       "1:1 { 1:1 a: 1:4 '!x' 2:1 b: 2:4 '&y' }"},
      {"composed form", "e\u0302: e\u0302\n", "1:1 { 1:1 ê: 1:5 ê }"},
      {"empty list and map", "a: []\nb: {}\n", "1:1 { 1:1 a: 1:4 [ ] 2:1 b: 2:4 { } }"},
  };
  for (const auto& tree : kTrees) {
    CAPTURE(tree.name);
    CHECK(shape_of(tree.text) == tree.shape);
  }
}

TEST_CASE("what strict YAML leaves out is an error at its place") {
  const struct {
    const char* name;
    std::string_view text;
    std::string_view said;
  } kFaults[] = {
      {"empty", "", "a.yaml: error: the file is empty\n"},
      {"only a comment", "# c\n", "a.yaml: error: the file is empty\n"},
      {"only a document mark", "---\n", "a.yaml: error: the file is empty\n"},
      {"nothing", "~\n", "a.yaml: error: the file is empty\n"},
      {"control character", "a: x\001\n", "a.yaml:1:5: error: control character U+0001\n"},
      {"column of a control character counts characters", "đê: \033\n",
       "a.yaml:1:5: error: control character U+001B\n"},
      {"delete", "a: \177\n", "a.yaml:1:4: error: control character U+007F\n"},
      {"carriage return alone", "a: 1\rb: 2\n", "a.yaml:1:5: error: control character U+000D\n"},
      {"anchor", "a: &x 1\n",
       R"(a.yaml:1:4: error: anchors (&) are not read
  hint: write the content again here
)"},
      {"anchor of a list", "a: &x [1]\n",
       R"(a.yaml:1:4: error: anchors (&) are not read
  hint: write the content again here
)"},
      {"anchor of nothing", "a: &x\nb: 1\n",
       R"(a.yaml:1:4: error: anchors (&) are not read
  hint: write the content again here
)"},
      {"alias", "a: &x 1\nb: *x\n",
       R"(a.yaml:1:4: error: anchors (&) are not read
  hint: write the content again here
a.yaml:2:4: error: aliases (*) are not read
  hint: write the content again here
)"},
      {"unknown alias", "a: *x\n",
       R"(a.yaml:1:4: error: aliases (*) are not read
  hint: write the content again here
)"},
      {"star", "a: *\n",
       R"(a.yaml:1:5: error: aliases (*) are not read
  hint: if it is a text, put it in quotes
)"},
      {"ampersand", "a: & b\n",
       R"(a.yaml:1:5: error: anchors (&) are not read
  hint: if it is a text, put it in quotes
)"},
      {"alias as key", "a: &x 1\n*x : 2\n",
       R"(a.yaml:1:4: error: anchors (&) are not read
  hint: write the content again here
a.yaml:2:1: error: aliases (*) are not read
  hint: write the content again here
)"},
      {"tag", "a: !text 1\n",
       R"(a.yaml:1:4: error: tags (!) are not read
  hint: if it is a text, put it in quotes
)"},
      {"tag without a name", "a: ! 1\n",
       R"(a.yaml:1:4: error: tags (!) are not read
  hint: if it is a text, put it in quotes
)"},
      {"standard tag", "a: !!str 1\n",
       R"(a.yaml:1:4: error: tags (!) are not read
  hint: if it is a text, put it in quotes
)"},
      {"tag of a map", "a: !t {b: 1}\n",
       R"(a.yaml:1:4: error: tags (!) are not read
  hint: if it is a text, put it in quotes
)"},
      {"tag of nothing", "a: !t\n",
       R"(a.yaml:1:4: error: tags (!) are not read
  hint: if it is a text, put it in quotes
)"},
      {"second document", "a: 1\n---\nb: 2\n",
       "a.yaml:2:1: error: expected one document, found a second one\n"},
      {"text after the end", "- 1\nb: 2\n",
       R"(a.yaml:2:1: error: unexpected text after the end of the document
  hint: check the indentation, and the quotes above
)"},
      {"comma", ",",
       R"(a.yaml:1:1: error: unexpected text after the end of the document
  hint: check the indentation, and the quotes above
)"},
      {"two texts", "\"a\" \"b\"",
       R"(a.yaml:1:5: error: unexpected text after the end of the document
  hint: check the indentation, and the quotes above
)"},
      {"repeated key", "a: 1\nb: 2\na: 3\n",
       R"(a.yaml:3:1: error: repeated key "a", first at line 1, column 1
)"},
      {"repeated twice", "a: 1\na: 2\n'a': 3\n",
       R"(a.yaml:2:1: error: repeated key "a", first at line 1, column 1
a.yaml:3:1: error: repeated key "a", first at line 1, column 1
)"},
      {"repeated in a flow map", "x: {đ: 1, đ: 2}\n",
       R"(a.yaml:1:11: error: repeated key "đ", first at line 1, column 5
)"},
      {"repeated in two Unicode forms", "ê: 1\nê: 2\n",
       R"(a.yaml:2:1: error: repeated key "ê", first at line 1, column 1
)"},
      {"list as key", "? [a]\n: 1\n", "a.yaml:1:3: error: expected a text as key\n"},
      {"map as key", "? {a: 1}\n: 1\n", "a.yaml:1:3: error: expected a text as key\n"},
      {"nothing as key", ": 1\n", "a.yaml:1:1: error: expected a text as key\n"},
      {"unclosed quote", "a: 'x\n", "a.yaml:1:4: error: the quote opened here is not closed\n"},
      {"unclosed double quote", "a: 1\nđ: \"x\\\"\n",
       "a.yaml:2:4: error: the quote opened here is not closed\n"},
      {"unclosed at the very end", "{a: \"x",
       "a.yaml:1:5: error: the quote opened here is not closed\n"},
      {"unclosed after a closed one", "a: ['x', 'y]\n",
       "a.yaml:1:10: error: the quote opened here is not closed\n"},
      {"unclosed after a comment", "a: 1 # it's\nb: 'x\n",
       "a.yaml:2:4: error: the quote opened here is not closed\n"},
      {"next key expected", "a: 1\n\n- b\n",
       R"(a.yaml:3:1: error: expected the next key of this map
  hint: check the indentation, and the quotes above
)"},
      {"next item expected", "- a\nb\n",
       R"(a.yaml:2:1: error: unexpected text after the end of the document
  hint: check the indentation, and the quotes above
)"},
      {"open map", "a: {b: 1\n", "a.yaml:1:4: error: the { opened here is not closed\n"},
      {"open list", "a: [1, [2, 3]\n", "a.yaml:1:4: error: the [ opened here is not closed\n"},
      {"tab", "a:\n\tb: 1\n", "a.yaml:2:1: error: expected blanks as indentation, found a tab\n"},
      {"item expected", "a:\n  - x\n  b: 1\n",
       R"(a.yaml:3:3: error: expected the next key of this map
  hint: check the indentation, and the quotes above
)"},
      {"text after an item", "- [a] b\n",
       R"(a.yaml:1:7: error: expected the next item of this list, starting with "-"
  hint: check the indentation, and the quotes above
)"},
      {"tab before an item", "a:\n  - x\n\t- y: 1\n",
       "a.yaml:3:1: error: expected blanks as indentation, found a tab\n"},
      {"colon in text", "a: b: c\n",
       R"(a.yaml:1:5: error: unexpected ":"
  hint: a text with ": " in it needs quotes
)"},
      {"at sign", "a: @x\n",
       R"(a.yaml:1:4: error: a text can't start with this character
  hint: if it is a text, put it in quotes
)"},
      {"percent", "a: %x\n",
       R"(a.yaml:1:4: error: a text can't start with this character
  hint: if it is a text, put it in quotes
)"},
      {"list in line", "a: - b\n",
       R"(a.yaml:1:4: error: a text can't start with this character
  hint: if it is a text, put it in quotes
)"},
      {"closing bracket", "a: }\n",
       R"(a.yaml:1:4: error: a text can't start with this character
  hint: if it is a text, put it in quotes
)"},
      {"unknown escape", "a: \"\\q\"\n",
       R"(a.yaml:1:7: error: wrong \ in a text in double quotes
  hint: in single quotes a \ is plain text
)"},
      {"wrong hex escape", "a: \"\\xZZ\"\n",
       R"(a.yaml:1:9: error: wrong \ in a text in double quotes
  hint: in single quotes a \ is plain text
)"},
      {"block without indentation", "a: |0\n  b\n", "a.yaml:1:6: error: wrong YAML syntax\n"},
  };
  for (const auto& fault : kFaults) {
    CAPTURE(fault.name);
    CHECK(faults_of(fault.text) == fault.said);
  }
}

TEST_CASE("bytes that are not UTF-8 are refused at the first of them") {
  const std::string said =
      "error: the file is not UTF-8\n  hint: save the file with the encoding UTF-8\n";
  CHECK(faults_of("a: 1\nđ: \xFF\n") == "a.yaml:2:4: " + said);
  CHECK(faults_of("a: \xC4") == "a.yaml:1:4: " + said);
  CHECK(faults_of(std::string_view("a: \0", 4)) == "a.yaml:1:4: error: control character U+0000\n");
}

TEST_CASE("text of other programs is text") {
  CHECK(shape_of("\xEF\xBB\xBF"
                 "a: 1\r\nb: 2\r\n") == "1:1 { 1:1 a: 1:4 1 2:1 b: 2:4 2 }");
  CHECK(shape_of("a: 1\rb:\r  c: 2\r") == "1:1 { 1:1 a: 1:4 1 2:1 b: 3:3 { 3:3 c: 3:6 2 } }");
  using namespace std::string_view_literals;
  CHECK(shape_of("\xFF\xFE"
                 "a\0:\0 \0\x11\x01\r\0\n\0"sv) == "1:1 { 1:1 a: 1:4 đ }");
  CHECK(faults_of("a: 1\rb: [\r") != "");
}

TEST_CASE("nesting may be 64 deep") {
  CHECK(faults_of(nested(kMostYamlDepth)) == "");
  CHECK(faults_of(nested(kMostYamlDepth + 1)) == "a.yaml:1:65: error: nested deeper than 64\n");
  CHECK(faults_of(std::string(100000, '[')).ends_with(": error: nested deeper than 64\n"));
}

TEST_CASE("a file may have 4 MiB") {
  std::string text = "a: 1\n#";
  text.resize(kMostYamlBytes, ' ');
  CHECK(faults_of(text) == "");
  CHECK(faults_of(text + ' ') == "a.yaml: error: the file is larger than 4194304 bytes\n");
}

TEST_CASE("a file may have one value in eight bytes") {
  std::string text = "[";
  for (size_t i = 1; i < kMostYamlBytes / 8; ++i) text += "a,";
  CHECK(faults_of(text + "]") == "");
  CHECK(faults_of(text + "a]").ends_with(": error: the file has more than 524288 values\n"));
}

TEST_CASE("the first of a repeated key is kept, and the rest of the tree") {
  Diagnostics diagnostics(Language::en);
  const std::optional<YamlNode> tree =
      read_yaml("a.yaml", "a: 1\nb: 2\na: 3\nb: 4\nc: *x\n", diagnostics);
  CHECK_FALSE(tree);
  const std::optional<YamlNode> other =
      read_yaml("a.yaml", "a: 1\nb: 2\na: 3\nb: 4\nc: 5\n", diagnostics);
  REQUIRE(other);
  CHECK(shape_of(*other) == "1:1 { 1:1 a: 1:4 1 2:1 b: 2:4 2 5:1 c: 5:4 5 }");
}

TEST_CASE("an alias leaves a node that readers pass over") {
  Diagnostics diagnostics(Language::en);
  const std::optional<YamlNode> tree = read_yaml("a.yaml", "a: &x 1\nb: *x\n", diagnostics);
  REQUIRE(tree);
  CHECK(shape_of(*tree) == "1:1 { 1:1 a: 1:4 1 2:1 b: 2:4 ? }");
}

TEST_CASE("faults of YAML are reported in Vietnamese") {
  CHECK(faults_of("a: 1\na: 2\n", Language::vi) ==
        "a.yaml:2:1: lỗi: khóa \"a\" đã có ở dòng 1, cột 1\n");
}

}  // namespace
}  // namespace kdcl::test

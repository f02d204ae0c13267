#include <doctest/doctest.h>

#include "read/yaml/yaml.h"

namespace kdcl {
namespace {

TEST_CASE("the kind of a YAML file is told by its top keys") {
  const struct {
    std::string_view text;
    YamlKind kind;
  } kFiles[] = {
      {"kdcl: 1\nid: a\n", YamlKind::criteria},
      {"id: a\n\"kdcl\": 1\n", YamlKind::criteria},
      {"{kdcl: 1}\n", YamlKind::criteria},
      {"\xEF\xBB\xBFkdcl: 1\n", YamlKind::criteria},
      {"# kdcl: 1\ntargets:\n", YamlKind::targets},
      {"targets: [\n", YamlKind::targets},
      {"target:\n", YamlKind::targets},
      {"left: [A]\n", YamlKind::letterhead},
      {"signers:\n  - {title: A}\n", YamlKind::letterhead},
      {"signer: []\n", YamlKind::letterhead},
      {"school: {}\n", YamlKind::schools},
      {"- school: {}\n  data:\n", YamlKind::schools},
      {"school: {}\ntargets: 1\n", YamlKind::schools},
      {"  targets: 1\n", YamlKind::schools},
      {"targets 1\n", YamlKind::schools},
      {"\"targets: 1\n", YamlKind::schools},
      {"", YamlKind::schools},
      {"nothing: 1", YamlKind::schools},
  };
  for (const auto& file : kFiles) {
    CAPTURE(file.text);
    CHECK(find_yaml_kind(file.text) == file.kind);
  }
}

}  // namespace
}  // namespace kdcl

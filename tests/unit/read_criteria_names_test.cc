#include "read/criteria/reading.h"
#include "support/criteria_text.h"

namespace kdcl::test {
namespace {

constexpr SetFault kShared[] = {
    {"a measure and a standard are never looked up together", "id: M2\n", "id: half\n", ""},
    {"a measure and an alias are never looked up together", "type: date}",
     "type: date, aliases: [half]}", ""},
    {"a title may be the field's own id", "{vi: Ngày mở, en: Opened}", "{vi: opened, en: Opened}",
     ""},
    {"an alias may be the field's own title", "type: date}", "type: date, aliases: [ngày mở]}", ""},
    {"English titles are not columns", "{vi: Ngày mở, en: Opened}", "{vi: Ngày mở, en: Pupils}",
     ""},
    {"a word may be a title", "{vi: Ngày mở, en: Opened}", "{vi: min, en: Opened}", ""},
    {"an indicator and an alias are columns", "type: date}", "type: date, aliases: [1.1.2]}",
     "set.yaml:59:11: error: the name \"1.1.2\" is already taken by the field \"opened\" "
     "(set.yaml:30)\n"},
    {"a measure and an identity column are in expressions", "  half: {", "  stage: {",
     "set.yaml:34:3: error: the name \"stage\" is already taken by the identity column \"stage\"\n"
     "set.yaml:73:19: error: monitor: no measure or field is named \"half\"\n"},
    {"measures of two files share their names", "  half: {", "  completion: {",
     "set.yaml:34:3: error: the name \"completion\" is already taken by the measure \"completion\" "
     "(fields.yaml:6)\n"
     "set.yaml:73:19: error: monitor: no measure or field is named \"half\"\n"},
};

TEST_CASE("names clash only where they are looked up together") { check_faults(kShared); }

TEST_CASE("every reserved name is refused as a field") {
  for (const char* name : {"school_id",
                           "assessed_on",
                           "criteria_set",
                           "level",
                           "level_max",
                           "school_level",
                           "accreditation",
                           "national_standard",
                           "met",
                           "not_met",
                           "unknown",
                           "not_applicable",
                           "missing",
                           "and",
                           "or",
                           "not",
                           "in",
                           "min",
                           "max",
                           "ceil",
                           "floor",
                           "abs"}) {
    CAPTURE(name);
    const std::string said = faults_of(replaced(kSet, "  motto: {", fmt::format("  {}: {{", name)));
    CHECK(said.starts_with(
        fmt::format("set.yaml:32:3: error: the name \"{}\" is already taken by the ", name)));
  }
}

}  // namespace
}  // namespace kdcl::test

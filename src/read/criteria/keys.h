// The keys of criteria files, by kind of map. The one list: the loader accepts these and no others,
// and tests/schema_test.py compares them with docs/criteria.schema.json.
#pragma once

#include "read/yaml/values.h"

namespace kdcl {

inline constexpr YamlKey kSetKeys[] = {
    {"kdcl", KeyUse::required},
    {"id", KeyUse::required},
    {"title", KeyUse::required},
    {"source", KeyUse::required},
    {"in_force", KeyUse::required},
    {"applies_to"},
    {"uses"},
    {"per_stage"},
    {"evidence_code"},
    {"checked"},
    {"levels", KeyUse::required},
    {"awards"},
    {"fields"},
    {"measures"},
    {"standards", KeyUse::required},
    {"data_years"},
    {"data_tables"},
};
/// Of a set that amends another, whose keys it takes over.
inline constexpr YamlKey kAmendingSetKeys[] = {
    {"kdcl", KeyUse::required},
    {"id", KeyUse::required},
    {"title"},
    {"source", KeyUse::required},
    {"in_force", KeyUse::required},
    {"applies_to"},
    {"uses"},
    {"per_stage"},
    {"evidence_code"},
    {"checked"},
    {"levels"},
    {"awards"},
    {"fields"},
    {"measures"},
    {"standards"},
    {"data_years"},
    {"data_tables"},
    {"amends", KeyUse::required},
    {"changes", KeyUse::required},
};
inline constexpr YamlKey kChangeKeys[] = {
    {"at", KeyUse::required}, {"set"}, {"add"}, {"remove"}, {"checked"}, {"because"}};
inline constexpr YamlKey kUsedFileKeys[] = {
    {"kdcl", KeyUse::required}, {"fields"}, {"measures"}, {"data_tables"}};
inline constexpr YamlKey kSourceKeys[] = {{"document", KeyUse::required},
                                          {"issued", KeyUse::required}};
inline constexpr YamlKey kInForceKeys[] = {{"from", KeyUse::required}, {"to"}};
inline constexpr YamlKey kLevelKeys[] = {{"title", KeyUse::required}, {"needs"}, {"checked"}};
inline constexpr YamlKey kNeedKeys[] = {
    {"criteria", KeyUse::required}, {"level", KeyUse::required}, {"at_least"}};
inline constexpr YamlKey kAwardFamilyKeys[] = {{"accreditation"}, {"national_standard"}};
inline constexpr YamlKey kAwardKeys[] = {{"level", KeyUse::required},
                                         {"title", KeyUse::required},
                                         {"valid_years"},
                                         {"needs"},
                                         {"checked"}};
inline constexpr YamlKey kConditionKeys[] = {{"id", KeyUse::required},
                                             {"vi", KeyUse::required},
                                             {"en", KeyUse::required},
                                             {"where", KeyUse::required},
                                             {"checked"}};
inline constexpr YamlKey kFieldKeys[] = {{"title", KeyUse::required},
                                         {"type", KeyUse::required},
                                         {"unit"},
                                         {"min"},
                                         {"max"},
                                         {"part_of"},
                                         {"values"},
                                         {"aliases"},
                                         {"checked"}};
inline constexpr YamlKey kUnitKeys[] = {
    {"vi", KeyUse::required}, {"en", KeyUse::required}, {"one"}};
inline constexpr YamlKey kValueKeys[] = {{"id", KeyUse::required}, {"title", KeyUse::required}};
inline constexpr YamlKey kMeasureKeys[] = {
    {"title", KeyUse::required}, {"unit"}, {"formula", KeyUse::required}, {"checked"}};
inline constexpr YamlKey kStandardKeys[] = {{"id", KeyUse::required},
                                            {"title", KeyUse::required},
                                            {"criteria", KeyUse::required},
                                            {"clause"},
                                            {"checked"}};
inline constexpr YamlKey kCriterionKeys[] = {{"id", KeyUse::required},
                                             {"title", KeyUse::required},
                                             {"clause"},
                                             {"mandatory"},
                                             {"where"},
                                             {"monitor"},
                                             {"evidence"},
                                             {"checked"},
                                             {"levels", KeyUse::required}};
inline constexpr YamlKey kIndicatorKeys[] = {{"vi", KeyUse::required},
                                             {"en", KeyUse::required},
                                             {"require"},
                                             {"where"},
                                             {"clause"},
                                             {"doubt"},
                                             {"checked"}};
inline constexpr YamlKey kDoubtKeys[] = {
    {"from", KeyUse::required}, {"to", KeyUse::required}, {"because", KeyUse::required}};
inline constexpr YamlKey kEvidenceKeys[] = {{"vi", KeyUse::required}, {"en", KeyUse::required}};
inline constexpr YamlKey kRequirementKeys[] = {
    {"measure"}, {"level_of"}, {"at_least"},   {"at_most"}, {"more_than"}, {"less_than"},
    {"equals"},  {"where"},    {"exceptions"}, {"covers"},  {"checked"}};
inline constexpr YamlKey kExceptionKeys[] = {{"where", KeyUse::required},
                                             {"at_least"},
                                             {"at_most"},
                                             {"more_than"},
                                             {"less_than"},
                                             {"equals"},
                                             {"because", KeyUse::required},
                                             {"checked"}};
inline constexpr YamlKey kDataTableKeys[] = {
    {"number"}, {"title", KeyUse::required}, {"columns"}, {"remarks"}, {"note"},
    {"where"},  {"rows", KeyUse::required},  {"checked"}};
inline constexpr YamlKey kDataRowKeys[] = {{"number"}, {"title"}, {"show"}, {"where"}, {"checked"}};

}  // namespace kdcl

// Criteria sets as text for tests of the loader: a small set without faults, and what the loader
// says when a piece of it is replaced.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "read/criteria/criteria.h"

namespace kdcl::test {

/// The file "fields.yaml" that the set uses.
inline constexpr std::string_view kUsedFile = R"(kdcl: 1
fields:
  pupils: {title: {vi: Số học sinh, en: Pupils}, type: integer, unit: học sinh, min: 0, max: 5000, aliases: [Sĩ số]}
  pupils_completed: {title: {vi: Số hoàn thành, en: Completed}, type: integer, min: 0}
measures:
  completion: {title: {vi: Tỷ lệ hoàn thành, en: Completion}, unit: "%", formula: 100 * pupils_completed / pupils}
)";

/// A set with every key of the format but those of data tables.
inline constexpr std::string_view kSet = R"(kdcl: 1
id: thu-2018
title: {vi: Thử, en: Trial}
source: {document: 1/2018/TT, issued: 2018-08-22}
in_force: {from: 2018-10-10, to: 2026-07-06}
applies_to: school_type == 'tieu_hoc'
uses: [fields.yaml]
per_stage: false
evidence_code: 'H\d+'
checked: medium
levels:
  1: {title: {vi: Mức 1, en: Level 1}}
  2:
    title: {vi: Mức 2, en: Level 2}
    needs: [{criteria: mandatory, level: 2}, {criteria: optional, at_least: 1, level: 1}]
awards:
  accreditation:
    - level: 1
      title: {vi: Cấp độ 1, en: Accreditation 1}
      valid_years: 5
      needs: [{id: cohort, vi: Có khóa, en: A cohort, where: pupils > 0}]
    - {level: 2, title: {vi: Cấp độ 2, en: Accreditation 2}}
fields:
  remote: {title: {vi: Vùng khó khăn, en: Remote}, type: flag}
  library:
    title: {vi: Thư viện, en: Library}
    type: scale
    values: [{id: none, title: {vi: chưa có, en: none yet}}, basic, {id: good, title: {vi: tốt, en: good}}]
  power: {title: {vi: Nguồn điện, en: Power}, type: choice, values: [grid, sun]}
  opened: {title: {vi: Ngày mở, en: Opened}, type: date}
  area: {title: {vi: Diện tích, en: Area}, type: number, unit: m2, min: 0.5, max: 99.5}
  motto: {title: {vi: Khẩu hiệu, en: Motto}, type: text}
measures:
  half: {title: {vi: Một nửa, en: Half}, formula: share / 2}
  share: {title: {vi: Tỷ lệ, en: Share}, unit: "%", formula: completion}
standards:
  - id: "1"
    title: {vi: Quản lý, en: Management}
    clause: Điều 7
    criteria:
      - id: "1.1"
        title: {vi: Kế hoạch, en: Plan}
        clause: Điều 7 khoản 1
        levels:
          1:
            a: {vi: Một, en: One, where: not remote}
            đ:
              vi: Hai
              en: Two
              clause: Điều 8
              checked: low
              require:
                measure: completion
                at_least: 70
                where: pupils > 10
                covers: part
                exceptions:
                  - {where: remote, at_least: 65.5, because: {vi: Vùng khó khăn, en: Remote area}}
          2:
            vi: Ba
            en: Three
            require:
              - {measure: completion, at_least: 70, where: pupils > 10}
              - {measure: library, at_least: good}
  - id: M2
    title: {vi: Toàn trường, en: Whole school}
    checked: high
    criteria:
      - id: M2.1
        title: {vi: Kết quả, en: Results}
        mandatory: false
        where: remote
        monitor: [half, pupils]
        evidence: [{vi: Sổ, en: Register}]
        levels:
          2: {vi: Bốn, en: Four, require: {measure: power, equals: sun}}
)";

/// The part of the set from where `opening` first stands up to `next`, or to the end without it.
constexpr std::string_view set_part(std::string_view opening, std::string_view next = {}) {
  const std::string_view rest = kSet.substr(kSet.find(opening));
  return next.empty() ? rest : rest.substr(0, rest.find(next));
}

/// The text with one piece replaced, which it must hold once.
inline std::string replaced(std::string_view text, std::string_view piece, std::string_view by) {
  std::string result(text);
  const size_t at = result.find(piece);
  REQUIRE(at != std::string::npos);
  REQUIRE(result.find(piece, at + 1) == std::string::npos);
  return result.replace(at, piece.size(), by);
}

/// Finds `used` as "fields.yaml" and no other such file, and the sets of these ids, each in the
/// file "ID.yaml".
inline CriteriaLibrary library_of(const std::map<std::string, std::string>& sets,
                                  std::string_view used = kUsedFile) {
  CriteriaLibrary library;
  library.used = [used](const std::string& name, const std::string&, std::string&) {
    return name == "fields.yaml" ? std::optional<std::string>(used) : std::nullopt;
  };
  library.find = [sets](const std::string& id) -> std::optional<CriteriaLibrary::File> {
    const auto found = sets.find(id);
    if (found == sets.end()) return {};
    return CriteriaLibrary::File{id + ".yaml", found->second};
  };
  for (const auto& [id, text] : sets) library.ids.push_back(id);
  return library;
}

/// Reads a set named "set.yaml" that finds `used` as "fields.yaml" and no other file.
inline std::optional<CriteriaSet> read_set(std::string_view text, Diagnostics& diagnostics,
                                           std::string_view used = kUsedFile) {
  return read_criteria("set.yaml", text, library_of({}, used), diagnostics);
}

/// The same of one without faults.
inline CriteriaSet read_sound_set(std::string_view text, std::string_view used = kUsedFile) {
  Diagnostics diagnostics(Language::en);
  std::optional<CriteriaSet> set = read_set(text, diagnostics, used);
  CHECK(format_diagnostics(diagnostics, false) == "");
  REQUIRE(set);
  return std::move(*set);
}

/// The set with two exceptions of a requirement, and with the same in the other order.
inline std::pair<std::string, std::string> two_orders() {
  constexpr std::string_view kFirst =
      "{where: remote, at_least: 65.5, because: {vi: Vùng khó khăn, en: Remote area}}";
  constexpr std::string_view kSecond =
      "{where: pupils < 20, at_least: 60, because: {vi: Trường nhỏ, en: Small school}}";
  const auto with = [&](std::string_view one, std::string_view other) {
    return replaced(kSet, kFirst, std::string(one) + "\n                  - " + std::string(other));
  };
  return {with(kFirst, kSecond), with(kSecond, kFirst)};
}

/// What is said of a set, as it is printed.
inline std::string faults_of(std::string_view text, std::string_view used = kUsedFile,
                             Language language = Language::en) {
  Diagnostics diagnostics(language);
  const bool is_read = read_set(text, diagnostics, used).has_value();
  CHECK(is_read == !diagnostics.has_errors());
  return format_diagnostics(diagnostics, false);
}

/// A piece of the set, what it is replaced by, and what is then said.
struct SetFault {
  const char* name;
  std::string_view piece;
  std::string_view by;
  std::string_view said;
};

inline void check_faults(std::span<const SetFault> faults, std::string_view text = kSet) {
  for (const SetFault& fault : faults) {
    CAPTURE(fault.name);
    CHECK(faults_of(replaced(text, fault.piece, fault.by)) == fault.said);
  }
}

}  // namespace kdcl::test

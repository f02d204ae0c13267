// Small phrases that several reports use: names of stages and families, dates, lists, and the
// pieces of tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/report.h"
#include "model/run.h"
#include "model/school_rows.h"

namespace kdcl {

/// "Tiểu học" for tieu_hoc; the id itself if it is none of the known stages and types.
[[nodiscard]] std::string stage_title(std::string_view id, Language language);

/// "Chuẩn quốc gia" for national_standard, "Kiểm định chất lượng" for accreditation; the id itself
/// for others.
[[nodiscard]] std::string family_title(std::string_view id, Language language);

/// An award of a family, the first being 1: "Chuẩn quốc gia mức độ 1".
[[nodiscard]] std::string award_title(const AwardFamily& family, int number, Language language);

/// The title of the sheet's next table, whose pattern has the table's number as {0}: "2. …".
[[nodiscard]] std::string numbered(Language language, const Sheet& sheet, const Message& title,
                                   const std::string& second = {});

/// "Huyện" for district; the name itself for columns without a title.
[[nodiscard]] std::string identity_title(IdentityColumn column, Language language);

/// The title of a level of a set: "Mức 2"; for 0 "Chưa đạt".
[[nodiscard]] std::string level_title(const CriteriaSet& set, int level, Language language);

/// The national standard that a level of the school reaches: "mức độ 1"; empty if none.
[[nodiscard]] std::string national_standard(const CriteriaSet& set, int level, Language language);

/// A decision: "mức độ 1" while it is valid, else what it is; empty if there is none.
[[nodiscard]] std::string decision_words(const DecisionOf& decision, Language language);

/// How good a level is among `top`: the tone of everything that shows it.
[[nodiscard]] Tone tone_of_level(int level, int top);

/// The same for a criterion, among its own levels. Not reaching one that asks nothing below level 2
/// is nothing bad.
[[nodiscard]] Tone tone_of_criterion(const CriteriaSet& set, const Criterion& criterion, int level);

/// DD/MM/YYYY, or words for an unknown day.
[[nodiscard]] std::string day_text(Day day, Language language);

/// "1 trường", "41.000 trường".
[[nodiscard]] std::string count_of_schools(size_t count, Language language);

/// "1 chỉ báo ở 1 trường".
[[nodiscard]] std::string count_of_indicators(size_t indicators, size_t schools, Language language);

/// The texts joined by `separator`; at most `most` of them, then "+n" for the rest.
[[nodiscard]] std::string joined(const std::vector<std::string>& texts, std::string_view separator,
                                 size_t most = SIZE_MAX);

/// Names of the indicators of a row whose bit is set, in set order.
[[nodiscard]] std::vector<std::string> indicator_names(const CriteriaSet& set, const BitRows& bits,
                                                       size_t row);

/// Names of one kind of a school: those of the rows that keep it at its level, with the stage
/// before them where there are several; at most `most` a row.
[[nodiscard]] std::string names_of_school(const Run& run, const SchoolRows& school,
                                          BitRows ScoreBlock::*bits, Language language,
                                          std::string_view separator = ", ",
                                          size_t most = SIZE_MAX);

/// The name of the school, with the stage that the row is about: "TH&THCS Hoa Ban (Tiểu học)".
[[nodiscard]] std::string row_name(const RowAt& at, Language language);

/// The text with its first letter in lower case, for titles inside a sentence.
[[nodiscard]] std::string lower_first(std::string_view text);

/// The text in capitals, for titles of official papers.
[[nodiscard]] std::string upper(std::string_view text);

[[nodiscard]] Cell text_cell(std::string text, Style style = {});
[[nodiscard]] Cell count_cell(size_t count, Style style = {});
/// "394/597  66,0 %", and a bar of that length.
[[nodiscard]] Cell share_cell(size_t part, size_t whole);
[[nodiscard]] Cell bar_cell(size_t part, size_t whole);

}  // namespace kdcl

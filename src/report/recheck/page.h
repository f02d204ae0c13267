// What readers of the recheck read, beside report/common/words.h and report/summary/page.h.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/language.h"
#include "report/recheck/recheck.h"

namespace kdcl::recheck_words {

// Pages.
inline constexpr Message kTitle{"RÀ SOÁT TRƯỜNG ĐÃ ĐƯỢC CÔNG NHẬN ĐẠT CHUẨN QUỐC GIA",
                                "RECHECK OF SCHOOLS RECOGNISED AT THE NATIONAL STANDARD"};
inline constexpr Message kStandards{"Tiêu chuẩn: {0}", "Standards: {0}"};

inline constexpr Message kTabPlaces{"2 Theo địa bàn", "2 By place"};
inline constexpr Message kTabExpiry{"5 Thời hạn", "5 Expiry"};
inline constexpr Message kTabList{"6 Danh sách", "6 Schools"};
inline constexpr Message kTabSources{"8 Nguồn", "8 Sources"};

inline constexpr Message kTitlePlaces{"KẾT QUẢ RÀ SOÁT THEO {0}", "RESULTS BY {0}"};
inline constexpr Message kTitleExpiry{"THỜI HẠN CÔNG NHẬN VÀ HẠN NỘP HỒ SƠ",
                                      "EXPIRY AND DATES TO FILE BY"};
inline constexpr Message kTitleList{"DANH SÁCH TRƯỜNG ĐÃ ĐƯỢC CÔNG NHẬN", "RECOGNISED SCHOOLS"};

// How schools stand.
inline constexpr Message kHolds{"Vẫn đạt", "Holds"};
inline constexpr Message kDoubtful{"Còn nghi vấn", "Doubtful"};
inline constexpr Message kFallsShort{"Không còn đạt", "Falls short"};
inline constexpr Message kNoData{"Chưa có số liệu", "No data"};
inline constexpr Message kExpiring{"Hết hạn trong 12 tháng", "Expires within 12 months"};
inline constexpr Message kExpired{"Đã hết hạn", "Expired"};
inline constexpr Message kUndated{"Không rõ ngày", "Without a date"};

// Tables.
inline constexpr Message kInForce{"Công nhận còn hiệu lực", "Recognitions in force"};
inline constexpr Message kStandingHead{"Kết quả rà soát", "Result"};
inline constexpr Message kValidityHead{"Thời hạn", "Validity"};
inline constexpr Message kFileBy{"Hạn nộp hồ sơ", "File by"};
inline constexpr Message kAsked{"Mức cần", "Level asked"};
inline constexpr Message kException{"Ngưỡng riêng", "Exception"};
inline constexpr Message kDecide{"Chỉ báo chưa rõ", "Unknown indicators"};
inline constexpr Message kExpiredList{"{0}. Đã hết hạn", "{0}. Expired"};
inline constexpr Message kPredecessor{"Trường tiền thân", "Predecessor"};

// Text.
inline constexpr Message kExpiringShort{"Sắp hết hạn", "Expiring"};
inline constexpr Message kTextTypes{"Theo loại trường", "By school type"};
inline constexpr Message kTextPlaces{"Theo {0}", "By {0}"};
}  // namespace kdcl::recheck_words

namespace kdcl {

// What text and sheets of the recheck share: the page, how a school stands in words, what is in its
// way.

/// A page with heading, numbered title, day and denominator, signatures.
[[nodiscard]] Sheet recheck_page(const RecheckView& view, const Message& tab, size_t number,
                                 const std::string& title);

/// "Theo tiêu chuẩn có hiệu lực ngày 01/10/2026 · 597 trường, 394 trường đã được công nhận".
[[nodiscard]] std::string recheck_line(const RecheckView& view);

/// Which indicators carry no judgement because they were reworded, and that there is a second
/// result; nothing where there are none.
[[nodiscard]] std::vector<std::string> reworded_lines(const RecheckView& view);

[[nodiscard]] Message standing_name(Standing standing);
[[nodiscard]] Message validity_name(Validity validity);
[[nodiscard]] Tone tone_of(Standing standing);
[[nodiscard]] Cell standing_cell(const RecheckView& view, Standing standing);

/// A share of the schools: what it is of, and who has it.
struct ShareLine {
  Message label;
  uint64_t part = 0;
};
/// Now; if only schools that hold kept their recognition; if doubtful ones kept it, too.
[[nodiscard]] std::array<ShareLine, 3> share_lines(const RecheckSums& sums);

/// An indicator in the way, in words. Figures are empty where the judgement alone decided, but for
/// `found`, which then says so.
struct ObstacleWords {
  std::string indicator{};  ///< its name, with the stage where the school has several
  std::string what{};       ///< the measure that fails, else the indicator's text; with its clause
  std::string found{};
  std::string required{};
  std::string shortfall{};  ///< in units and heads
  std::string exception{};
};
/// What is not met in a school that falls short; one entry without an indicator where too few
/// criteria apply.
[[nodiscard]] std::vector<ObstacleWords> obstacle_words(const RecheckView& view,
                                                        const RecheckedSchool& school);

/// "1.1.1a, 1.2.2", with the stages where there are several.
[[nodiscard]] std::string obstacle_names(const RecheckView& view, const RecheckedSchool& school,
                                         const std::vector<Obstacle>& obstacles);
/// Titles of the figures whose absence leaves indicators unknown.
[[nodiscard]] std::string figures_missing(const RecheckView& view, const RecheckedSchool& school);

/// The level that the data reach: "1-2" if it is open.
[[nodiscard]] Cell level_cell(const RecheckView& view, const RecheckedSchool& school);

/// Says that the day to file by has passed; empty if it has not.
[[nodiscard]] Cell late_cell(const RecheckView& view, const RecheckedSchool& school);

/// The rows by which schools were rechecked.
[[nodiscard]] std::vector<SchoolRows> rechecked_rows(const RecheckView& view);

/// Notes on what the shares leave out.
[[nodiscard]] std::vector<std::string> share_notes(const RecheckView& view);

using RecheckedSchools = std::vector<const RecheckedSchool*>;
template <typename Wanted>
[[nodiscard]] RecheckedSchools schools_where(const RecheckView& view, Wanted is_wanted) {
  RecheckedSchools schools;
  for (const RecheckedSchool& school : view.recheck.schools)
    if (is_wanted(school)) schools.push_back(&school);
  return schools;
}
[[nodiscard]] RecheckedSchools schools_with(const RecheckView& view, Standing standing);
/// By the last day.
[[nodiscard]] RecheckedSchools schools_with(const RecheckView& view, Validity validity);

/// Sums by type, from the youngest pupils up, or by place in order.
using NamedSums = std::vector<std::pair<std::string, RecheckSums>>;
[[nodiscard]] NamedSums sums_by_type(const Recheck& recheck);
[[nodiscard]] NamedSums sums_by_place(const Recheck& recheck);

}  // namespace kdcl

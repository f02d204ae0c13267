// What readers of the summary read, beside report/common/words.h, and what its pages share.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "report/common/sources.h"
#include "report/summary/summary.h"

namespace kdcl::summary_words {

// Pages.
inline constexpr Message kNumbered{"BIỂU {0}. {1}", "TABLE {0}. {1}"};
inline constexpr Message kNoDay{"Không rõ ngày · {0}", "Date unknown · {0}"};
inline constexpr Message kOutside{"{0} ngoài phạm vi", "{0} out of scope"};
inline constexpr Message kTitle{
    "BÁO CÁO TỔNG HỢP KIỂM ĐỊNH CHẤT LƯỢNG GIÁO DỤC VÀ TRƯỜNG ĐẠT CHUẨN QUỐC GIA",
    "SUMMARY OF SCHOOL ACCREDITATION AND THE NATIONAL STANDARD"};

inline constexpr Message kTabPlaces{"3 Theo địa bàn", "3 By place"};
inline constexpr Message kTabExpiry{"7 Hết hạn", "7 Expiry"};
inline constexpr Message kTabList{"8 Danh sách", "8 Schools"};
inline constexpr Message kTabGaps{"9 Dữ liệu thiếu", "9 Data gaps"};
inline constexpr Message kTabSources{"{0} Nguồn", "{0} Sources"};

inline constexpr Message kTitlePlaces{"KẾT QUẢ THEO {0}", "RESULTS BY {0}"};
inline constexpr Message kTitleExpiry{"THỜI HẠN CÔNG NHẬN ĐẠT CHUẨN QUỐC GIA",
                                      "EXPIRY OF NATIONAL-STANDARD RECOGNITIONS"};
inline constexpr Message kTitleList{"DANH SÁCH TRƯỜNG", "SCHOOLS"};

// Columns of the form.
inline constexpr Message kTypeHead{"Cấp học, loại trường", "School type"};
inline constexpr Message kNationalSchools{"Thuộc diện CQG", "In scope of the standard"};
inline constexpr Message kNumber{"SL", "No."};
inline constexpr Message kPercent{"%", "%"};
inline constexpr Message kSelfAssessed{"Hoàn thành tự đánh giá", "Self-assessed"};
inline constexpr Message kExternallyAssessed{"Đánh giá ngoài", "Externally assessed"};
inline constexpr Message kAccreditationByDecision{"KĐCLGD theo giấy chứng nhận",
                                                  "Accreditation by certificate"};
inline constexpr Message kStandardByScore{"Chuẩn quốc gia theo kết quả chấm",
                                          "National standard by score"};
inline constexpr Message kStandardByDecision{"Chuẩn quốc gia theo quyết định",
                                             "National standard by decision"};
inline constexpr Message kDegree1{"Mức độ 1", "Level 1"};
inline constexpr Message kDegree2{"Mức độ 2", "Level 2"};
inline constexpr Message kUnclear{"Chưa rõ", "Unclear"};
inline constexpr Message kExpiredHead{"Hết hạn, chưa công nhận lại", "Expired, not renewed"};
inline constexpr Message kExpiringHead{"Hết hạn trong 12 tháng", "Expire within 12 months"};
inline constexpr Message kState{"Công lập", "Public"};
inline constexpr Message kAll{"Cộng", "Total"};
inline constexpr Message kOwnershipHead{"Loại hình", "Ownership"};
inline constexpr Message kScoreBasis{
    "Theo kết quả chấm: mức mà số liệu và đánh giá trong dữ liệu đạt được; theo quyết định: công "
    "nhận, giấy chứng nhận còn hiệu lực tại ngày báo cáo.",
    "By score: what the figures and judgements of the data reach; by decision: recognitions and "
    "certificates in force on the day of the report."};

// Targets.
inline constexpr Message kTarget{"Chỉ tiêu", "Target"};
inline constexpr Message kGroup{"Nhóm", "Group"};
inline constexpr Message kBy{"Mốc", "By"};
inline constexpr Message kGoal{"Chỉ tiêu", "Goal"};
inline constexpr Message kReached{"Đạt", "Reached"};
inline constexpr Message kAmong{"Trên tổng số", "Out of"};
inline constexpr Message kPoints{"điểm", "points"};
inline constexpr Message kSharePercent{"Tỉ lệ (%)", "Share (%)"};
inline constexpr Message kDay{"Ngày", "Day"};

// Weaknesses and strengths.
inline constexpr Message kStandardHead{"Tiêu chuẩn", "Standard"};
inline constexpr Message kIndicator{"Chỉ báo", "Indicator"};
inline constexpr Message kCriterion{"Tiêu chí", "Criterion"};
inline constexpr Message kText{"Nội dung", "Text"};
inline constexpr Message kKept{"Số trường vướng", "Schools it keeps"};
inline constexpr Message kOnly{"Vướng duy nhất", "Nothing else keeps"};
inline constexpr Message kRowNote{"Trường nhiều cấp học được tính theo từng cấp học.",
                                  "A school of several stages counts once a stage."};

// Near an award.
inline constexpr Message kNotMet{"Chưa đạt", "Not met"};
inline constexpr Message kMissing{"Thiếu số liệu", "Data missing"};
inline constexpr Message kByDecision{"Theo quyết định", "By decision"};

// Expiry.
inline constexpr Message kExpiredList{"{0}. Đã hết hạn, chưa công nhận lại",
                                      "{0}. Expired and not renewed"};
inline constexpr Message kYear{"Năm", "Year"};
inline constexpr Message kDecisionNumber{"Số quyết định", "Decision"};
inline constexpr Message kUntil{"Ngày hết hạn", "Valid until"};
inline constexpr Message kMonths{"Còn lại (tháng)", "Months left"};
inline constexpr Message kDegree{"Mức độ CQG", "Standard level"};
inline constexpr Message kScoreDegree{"CQG theo chấm", "Standard by score"};
inline constexpr Message kInTheWay{"Chỉ báo chưa đạt", "Indicators not met"};

// Data gaps.
inline constexpr Message kUndatedCount{"Có quyết định nhưng thiếu ngày công nhận",
                                       "Decided, date missing"};
inline constexpr Message kMisdatedCount{
    "Có quyết định ghi ngày sau ngày báo cáo hoặc không thể có",
    "Decided on a day after the report's, or one that can't be"};
inline constexpr Message kNoDecisionCount{"Không có dữ liệu về công nhận", "No data on decisions"};
inline constexpr Message kReportDay{"Tính đến ngày", "As of"};
inline constexpr Message kLastAssessed{"Đánh giá gần nhất", "Last assessed"};
inline constexpr Message kMoreSchools{"và {0} nữa: trang “{1}” của -o TỆP.xlsx",
                                      "and {0} more: sheet “{1}” of -o FILE.xlsx"};
inline constexpr Message kNames{"Các cách viết", "Ways of writing"};

// Text.
inline constexpr Message kTextTypes{"Theo loại trường", "By school type"};
inline constexpr Message kTextPlaces{"Theo {0}", "By {0}"};
inline constexpr Message kDecidedShort{"Theo QĐ", "Decided"};
inline constexpr Message kScoredShort{"Theo chấm", "By score"};
inline constexpr Message kExpiringShort{"Sắp hết hạn", "Expiring"};
inline constexpr Message kInDoubtHead{"Chưa rõ kết quả chấm còn đạt mức được công nhận",
                                      "In doubt whether the score still reaches it"};
}  // namespace kdcl::summary_words

namespace kdcl {

// What the sheets of the summary share: heading, title, the line of day and denominator.

/// A page with heading, numbered title, day and denominator, signatures.
[[nodiscard]] Sheet summary_page(const SummaryView& view, const Message& tab, size_t number,
                                 const std::string& title);

/// "Tính đến ngày 31/12/2023, từ 01/01/2023 · 597 trường, 12 ngoài phạm vi".
[[nodiscard]] std::string summary_line(const SummaryView& view);

[[nodiscard]] std::string ownership_words(const SummaryView& view, Ownership ownership);

/// Names of indicators of a school, as in the list of `score`; of the rows that keep it at its
/// level only.
[[nodiscard]] std::string indicator_list(const SummaryView& view, const SchoolRows& school,
                                         BitRows ScoreBlock::*bits);

/// The same as add_column() of lists of schools.
void add_column(Table& table, const SummaryView& view, const Message& head, Column column);

/// How many rows are later than the day of the report; empty if none is.
[[nodiscard]] std::string later_rows(uint64_t rows, Language language);

/// The award family of the national standard in the set of a school; null if it has none, and then
/// no part in lists of recognitions.
[[nodiscard]] const AwardFamily* standard_of(const SummaryView& view, const SchoolRecord& record);

/// Positions of the sets that have rows.
[[nodiscard]] std::vector<size_t> sets_in_use(const SummaryView& view);
/// All types of a set together.
[[nodiscard]] SetSums set_total(const SummaryView& view, size_t set);
/// The indicators that one of the counts is of, in set order.
[[nodiscard]] std::vector<DoubtfulItem> items_of(const SummaryView& view,
                                                 std::vector<uint64_t> SetSums::*counts);

/// "394/597 …": a part of a whole as a live share of two cells of the same row.
[[nodiscard]] Cell row_share(size_t sheet, size_t table, size_t row, size_t part_column,
                             size_t whole_column, uint64_t part, uint64_t whole);

// Lists of schools in the workbook of the summary: which schools, the columns that all lists start
// with, and rows that are made while they are written.

/// Some of the records in scope.
using RecordList = std::vector<const SchoolRecord*>;

/// Those that count and for which `is_wanted` holds, in input order.
[[nodiscard]] RecordList records_where(const SummaryView& view,
                                       const std::function<bool(const SchoolRecord&)>& is_wanted);

/// Those in scope that are not in this year's data, by place, then in input order.
[[nodiscard]] RecordList older_schools(const SummaryView& view);
/// Puts a list in that order.
void sort_by_place(RecordList& records);

/// A table that has the five columns of every list: number, id, name, type, place.
[[nodiscard]] Table school_table(const SummaryView& view, std::string id, std::string title = {});

/// Fills such a table: `add_cells` adds the cells of its other columns. Without records a line
/// says so.
void fill_school_table(const SummaryView& view, RecordList records,
                       std::function<void(const SchoolRecord&, Row&)> add_cells, Table& table);

/// Says of how many schools there are only sums, if there are such.
void add_sums_note(const SummaryView& view, Sheet& sheet);

// The sheets of the summary's workbook, each made by itself; `own` is the position it will have.

/// Form P1: by ownership and school type.
[[nodiscard]] Sheet make_type_sheet(const SummaryView& view, size_t own);
/// Form P2: goals, what was reached, what comes next, and the way there as a chart.
[[nodiscard]] Sheet make_target_sheet(const SummaryView& view, size_t own);
/// Form P3, with a bar chart.
[[nodiscard]] Sheet make_place_sheet(const SummaryView& view, size_t own);
/// Form P5: indicators, standards and criteria by the schools they keep, with a heat map by place.
[[nodiscard]] Sheet make_weakness_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_strength_sheet(const SummaryView& view, size_t own);
/// One to three indicators before the next award.
[[nodiscard]] Sheet make_near_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_expiry_sheet(const SummaryView& view, size_t own);
/// Form P4: every school.
[[nodiscard]] Sheet make_list_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_gap_sheet(const SummaryView& view, size_t own);
/// The years side by side, with a line chart; only for data of several years.
[[nodiscard]] Sheet make_year_sheet(const SummaryView& view, size_t own);
/// The way of each school through the years; likewise.
[[nodiscard]] Sheet make_trajectory_sheet(const SummaryView& view, size_t own);
[[nodiscard]] Sheet make_source_sheet(const SummaryView& view, size_t own);

}  // namespace kdcl

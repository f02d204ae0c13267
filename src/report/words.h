// Every word that readers of reports read, in both languages. Words of the regulations come from
// the criteria files instead.
#pragma once

#include "base/language.h"

namespace kdcl::words {

inline constexpr Message kSupports{
    "Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.",
    "This supports the council's conclusion and does not replace it."};

// What schools are counted as.
inline constexpr Message kSchools{"{0} trường", "{0} schools"};
inline constexpr Message kOneSchool{"1 trường", "1 school"};
inline constexpr Message kAssessments{"{0} lượt đánh giá của {1}", "{0} assessments of {1}"};
inline constexpr Message kAsOf{"{0}, tính đến {1}", "{0}, as of {1}"};
inline constexpr Message kBetween{"{0}, đánh giá từ {1} đến {2}", "{0}, assessed from {1} to {2}"};
inline constexpr Message kSharesOf{
    "Tỉ lệ tính trên {0} trong {1}: lần đánh giá gần nhất từ {2} đến {3}",
    "Shares are of {0} in {1}: last assessed from {2} to {3}"};
inline constexpr Message kSharesToDay{
    "Tỉ lệ tính trên {0} trong {1}: lần đánh giá gần nhất đến {2}",
    "Shares are of {0} in {1}: last assessed up to {2}"};
inline constexpr Message kNoSharesTooFew{
    "Không tính tỉ lệ: chưa đến một nửa trong {0} có lần đánh giá gần nhất từ {1} đến {2}; nêu "
    "--date hoặc --since",
    "No shares: fewer than half of {0} were last assessed from {1} to {2}; give --date or "
    "--since"};
inline constexpr Message kNoSharesLoneDay{
    "Không tính tỉ lệ: hầu như chỉ một trường có ngày đánh giá gần {0}; sửa ngày ấy, hoặc nêu "
    "--date",
    "No shares: hardly any school but one was assessed near {0}; mend that day, or give --date"};
inline constexpr Message kLeftOutTitle{"Bỏ lại vì dữ liệu có lỗi ({0})",
                                       "Left out for faults ({0})"};
inline constexpr Message kWhereHead{"Ở đâu", "Where"};
inline constexpr Message kFaultHead{"Lỗi", "Fault"};
inline constexpr Message kNotListed{"ngoài danh sách trường", "not in the list of schools"};
inline constexpr Message kInShares{"Tính tỉ lệ", "In shares"};
inline constexpr Message kRows{"{0} dòng", "{0} rows"};
inline constexpr Message kOneRow{"1 dòng", "1 row"};
inline constexpr Message kRowsOutside{"{0} dòng, {1} ngoài phạm vi", "{0} rows, {1} out of scope"};
inline constexpr Message kOneRowOutside{"1 dòng, ngoài phạm vi", "1 row, out of scope"};
inline constexpr Message kCriteria{"Tiêu chí: {0}", "Criteria: {0}"};
inline constexpr Message kNone{"không có", "none"};
inline constexpr Message kUnknownValue{"(không rõ)", "(unknown)"};

// Levels and awards.
inline constexpr Message kBelowLevelOne{"Chưa đạt", "Below level 1"};
inline constexpr Message kNationalStandard{"Chuẩn quốc gia", "National standard"};
inline constexpr Message kAccreditation{"Kiểm định chất lượng", "Accreditation"};
inline constexpr Message kByScore{"{0} theo kết quả chấm", "{0} by score"};
inline constexpr Message kByDecision{"Chuẩn quốc gia theo quyết định",
                                     "National standard by decision"};
inline constexpr Message kMayBeHigher{"{0} có thể cao hơn khi đủ số liệu",
                                      "{0} may be higher once all data are in"};
inline constexpr Message kRecognizedAs{"mức độ {0}: {1}", "level {0}: {1}"};
inline constexpr Message kNationalShort{"mức độ {0}", "level {0}"};
inline constexpr Message kExpired{"{0} hết hạn", "{0} expired"};
inline constexpr Message kUndated{"{0} thiếu ngày công nhận", "{0} without a date"};
inline constexpr Message kMisdated{"{0} có ngày công nhận chưa tới hoặc sai",
                                   "{0} dated later or wrongly"};
inline constexpr Message kNoDecisionData{"{0} không có dữ liệu", "{0} without data"};

inline constexpr Message kYes{"có", "yes"};
inline constexpr Message kNo{"không", "no"};

// Counts of what to look at.
inline constexpr Message kMissingData{"Thiếu số liệu để xét mức tiếp theo",
                                      "Data missing for the next level"};
inline constexpr Message kContradictions{"Đánh giá mâu thuẫn với số liệu",
                                         "Judgements that contradict the figures"};
inline constexpr Message kUnverified{"Đánh giá đạt chưa đối chiếu được với số liệu",
                                     "Judged met, not verified by figures"};
inline constexpr Message kDoubtful{"Kết quả dựa vào quy định có độ tin cậy thấp",
                                   "Decided by texts of low certainty"};
inline constexpr Message kIndicators{"{0} chỉ báo", "{0} indicators"};
inline constexpr Message kOneIndicator{"1 chỉ báo", "1 indicator"};
inline constexpr Message kIndicatorsOfSchools{"{0} ở {1}", "{0} in {1}"};

// Heads of columns.
inline constexpr Message kOrder{"STT", "No."};
inline constexpr Message kCode{"Mã", "Id"};
inline constexpr Message kSchool{"Trường", "School"};
inline constexpr Message kDistrict{"Huyện", "District"};
inline constexpr Message kCommune{"Xã", "Commune"};
inline constexpr Message kType{"Loại hình", "Type"};
inline constexpr Message kStage{"Cấp học", "Stage"};
inline constexpr Message kLevelHead{"Mức", "Level"};
inline constexpr Message kLevelMaxHead{"Mức cao nhất có thể", "Highest possible"};
inline constexpr Message kAwardHead{"{0} (theo chấm)", "{0} (by score)"};
inline constexpr Message kNationalHead{"Chuẩn QG", "National standard"};
inline constexpr Message kBlockingHead{"Còn vướng để lên mức tiếp theo",
                                       "In the way of the next level"};
inline constexpr Message kMissingHead{"Thiếu số liệu", "Data missing"};
inline constexpr Message kMissingList{"thiếu số liệu: {0}", "data missing: {0}"};
inline constexpr Message kAtTop{"đã ở mức cao nhất", "at the highest level"};
inline constexpr Message kDecisionHead{"Theo quyết định", "By decision"};
inline constexpr Message kDecisionExpired{"hết hiệu lực", "expired"};
inline constexpr Message kDecisionUndated{"không rõ ngày", "date unknown"};
inline constexpr Message kDecisionMisdated{"ngày chưa tới hoặc sai", "dated later or wrongly"};
inline constexpr Message kMissingCountHead{"Số chỉ báo thiếu", "Missing"};
inline constexpr Message kContradictionHead{"Mâu thuẫn", "Conflicts"};
inline constexpr Message kUnverifiedHead{"Chưa đối chiếu", "Not verified"};
inline constexpr Message kReason{"Lý do", "Reason"};
inline constexpr Message kCount{"Số trường", "Schools"};
inline constexpr Message kOutOf{"Trên tổng số", "Out of"};
inline constexpr Message kNationalWhole{"Thuộc diện chuẩn quốc gia",
                                        "In scope of the national standard"};
inline constexpr Message kShareHead{"Tỉ lệ", "Share"};
inline constexpr Message kRemark{"Ghi chú", "Remark"};
inline constexpr Message kTotal{"Tổng cộng", "Total"};
inline constexpr Message kBelowShort{"Chưa đạt", "Below 1"};
inline constexpr Message kResult{"Kết quả", "Result"};
inline constexpr Message kTheBar{"Biểu đồ", "Bar"};

// Out of scope.
inline constexpr Message kOutside{"Ngoài phạm vi ({0})", "Out of scope ({0})"};
inline constexpr Message kNoSetFor{
    "không có bộ tiêu chí nào áp dụng cho trường loại {0} tại ngày {1}",
    "no criteria set covers a {0} school on {1}"};
inline constexpr Message kNoSetWithoutType{
    "không có bộ tiêu chí nào áp dụng tại ngày {0} khi không rõ loại trường",
    "no criteria set covers a school of unknown type on {0}"};
inline constexpr Message kNoDay{"không rõ", "an unknown date"};

// Sheets of the workbook.
inline constexpr Message kSheetSummary{"Tổng hợp", "Summary"};
inline constexpr Message kSheetGroups{"Theo nhóm", "Groups"};
inline constexpr Message kTitleGroups{"TỔNG HỢP KẾT QUẢ CHẤM THEO {0}", "RESULTS BY {0}"};
inline constexpr Message kLevelsReached{"Mức đạt được", "Levels reached"};
inline constexpr Message kNationalByScore{"Chuẩn quốc gia theo kết quả chấm",
                                          "National standard by score"};
inline constexpr Message kSheetList{"Danh sách", "Schools"};
inline constexpr Message kSheetCriteria{"Tiêu chí", "Criteria"};
inline constexpr Message kSheetSource{"Nguồn", "Sources"};
inline constexpr Message kTitleSummary{"TỔNG HỢP KẾT QUẢ CHẤM THEO TIÊU CHÍ",
                                       "SUMMARY OF RESULTS BY CRITERIA"};
inline constexpr Message kTitleList{"DANH SÁCH TRƯỜNG THEO MỨC ĐẠT ĐƯỢC",
                                    "SCHOOLS AND THE LEVELS THEY REACH"};
inline constexpr Message kTitleCriteria{"MỨC ĐẠT ĐƯỢC CỦA TỪNG TIÊU CHÍ",
                                        "LEVEL OF EACH CRITERION"};
inline constexpr Message kTitleSource{"NGUỒN SỐ LIỆU VÀ TIÊU CHÍ", "WHERE EVERYTHING COMES FROM"};
inline constexpr Message kNumberedLevels{"{0}. Mức đạt được", "{0}. Levels reached"};
inline constexpr Message kNumberedLevelsOf{"{0}. Mức đạt được theo {1}",
                                           "{0}. Levels reached under {1}"};
inline constexpr Message kNumberedAwards{"{0}. Kiểm định chất lượng và chuẩn quốc gia",
                                         "{0}. Accreditation and national standard"};
inline constexpr Message kNumberedCheck{"{0}. Cần xem lại", "{0}. To look at"};
inline constexpr Message kNumberedOutside{"{0}. Ngoài phạm vi", "{0}. Out of scope"};
inline constexpr Message kCriteriaNote{
    "Số là mức tiêu chí đạt được; dạng 1-2 là còn có thể lên mức 2 khi đủ số liệu; "
    "– là không áp dụng.",
    "Figures are the levels of criteria; 1-2 may become 2 once all data are "
    "in; – is not applicable."};

// The sheet of sources.
inline constexpr Message kProgram{"Chương trình", "Program"};
inline constexpr Message kDataDate{"Ngày đánh giá", "Date of assessment"};
inline constexpr Message kRunDate{"Ngày tính (--date)", "Date of the run (--date)"};
inline constexpr Message kSettings{"Tùy chọn", "Options"};
inline constexpr Message kItem{"Mục", "Item"};
inline constexpr Message kContent{"Nội dung", "Content"};
inline constexpr Message kSets{"Bộ tiêu chí", "Criteria sets"};
inline constexpr Message kDocument{"Văn bản", "Document"};
inline constexpr Message kInForce{"Hiệu lực", "In force"};
inline constexpr Message kFromTo{"từ {0} đến {1}", "from {0} to {1}"};
inline constexpr Message kFrom{"từ {0}", "from {0}"};
inline constexpr Message kRowsHead{"Số dòng", "Rows"};
inline constexpr Message kInputs{"Tệp dữ liệu", "Data files"};
inline constexpr Message kSha256{"SHA-256", "SHA-256"};
inline constexpr Message kOutsideRows{"Dòng ngoài phạm vi", "Rows out of scope"};
inline constexpr Message kFile{"Tệp", "File"};
inline constexpr Message kDoubtfulItems{"Quy định có độ tin cậy thấp đã quyết định kết quả",
                                        "Texts of low certainty that decided results"};
inline constexpr Message kInDoubtHead{"Chỉ báo đã quyết định kết quả trong thời gian còn nghi vấn",
                                      "Indicators that decided results on days of doubt"};
inline constexpr Message kInDoubt{"Còn nghi vấn: {0} {1}", "In doubt: {0} {1}"};
inline constexpr Message kUnsettled{"Chưa xác lập đầy đủ trong {0}: {1}",
                                    "Not fully established in {0}: {1}"};
inline constexpr Message kUnsettledHead{"Sửa đổi chưa được xác lập đầy đủ",
                                        "Amendments that are not fully established"};
inline constexpr Message kPlaceHead{"Tiêu chuẩn, tiêu chí, chỉ báo",
                                    "Standard, criterion, indicator"};
inline constexpr Message kCertaintyHead{"Độ tin cậy", "Certainty"};
inline constexpr Message kCertaintyMedium{"vừa", "medium"};
inline constexpr Message kCertaintyLow{"thấp", "low"};
inline constexpr Message kAmends{"sửa đổi bộ {0}", "amends the set {0}"};
inline constexpr Message kIndicatorCount{"Số chỉ báo", "Indicators"};
inline constexpr Message kCriteriaTab{"Tiêu chí {0} {1}", "Criteria {0} {1}"};
inline constexpr Message kStandardShort{"Tiêu chuẩn {0}", "Standard {0}"};
inline constexpr Message kIndicatorHead{"Chỉ báo", "Indicator"};

// Paper.
inline constexpr Message kStateName{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                                    "SOCIALIST REPUBLIC OF VIET NAM"};
inline constexpr Message kMotto{"Độc lập - Tự do - Hạnh phúc",
                                "Independence - Freedom - Happiness"};
inline constexpr Message kPeoplesCommittee{"UBND TỈNH ..................",
                                           "PEOPLE'S COMMITTEE OF .................."};
inline constexpr Message kDepartment{"SỞ GIÁO DỤC VÀ ĐÀO TẠO",
                                     "DEPARTMENT OF EDUCATION AND TRAINING"};
inline constexpr Message kSigningDate{"ngày {0} tháng {1} năm {2}", "{0}/{1}/{2}"};
inline constexpr Message kNoSigningDate{"ngày ..... tháng ..... năm .....", "...../...../....."};
inline constexpr Message kMadeBy{"NGƯỜI LẬP BIỂU", "PREPARED BY"};
inline constexpr Message kHead{"THỦ TRƯỞNG ĐƠN VỊ", "HEAD OF THE UNIT"};
inline constexpr Message kSignNote{"(Ký, ghi rõ họ tên)", "(Signature and full name)"};
inline constexpr Message kSignSealNote{"(Ký tên, đóng dấu)", "(Signature and seal)"};

}  // namespace kdcl::words

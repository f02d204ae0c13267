// What the forms of a school's own report say, in both languages. Titles are those of the forms of
// CV 5932/BGDĐT-QLCL (2018) and of annex V of circular 57/2026/TT-BGDĐT.
#pragma once

#include <string_view>

#include "base/language.h"

namespace kdcl::words {

// The sheets.
inline constexpr Message kTabDigest{"Tóm tắt", "Digest"};
inline constexpr Message kTabMarks{"Tổng hợp", "Results"};
inline constexpr Message kTabCriterion{"TC {0}", "Criterion {0}"};
inline constexpr Message kTabStandard{"Tiêu chuẩn {0}", "Standard {0}"};
inline constexpr Message kTabConclusion{"Kết luận", "Conclusion"};
inline constexpr Message kTabEvidence{"Minh chứng", "Evidence"};
inline constexpr Message kTabData{"Cơ sở dữ liệu", "Data"};
inline constexpr Message kTabPlan{"Kế hoạch cải tiến", "Plan"};
inline constexpr Message kTabTracking{"Theo dõi kế hoạch", "Plan so far"};
inline constexpr Message kTabExternal{"Đánh giá ngoài", "External"};
inline constexpr Message kTabAppraisal{"Thẩm định", "External"};

// The digest.
inline constexpr Message kDigestTitle{"TÓM TẮT KẾT QUẢ {0}", "DIGEST: {0}"};
inline constexpr Message kDigestStandards{"1. Số tiêu chí đạt, theo tiêu chuẩn",
                                          "1. Criteria reached, by standard"};
inline constexpr Message kDigestStandardsByFigures{
    "1. Số tiêu chí đạt theo số liệu, theo tiêu chuẩn",
    "1. Criteria reached by the figures, by standard"};
inline constexpr Message kDigestDifferences{
    "Cần xem lại trước khi ký: số liệu khác kết quả {0}",
    "To clear up before signing: figures that differ from the {0}"};
inline constexpr Message kDigestJudged{"Đánh giá", "Judged"};
inline constexpr Message kDigestByFigures{"Theo số liệu", "By the figures"};
inline constexpr Message kDigestLevelJudged{"Kết quả đánh giá: {0}", "As judged: {0}"};
inline constexpr Message kDigestLevelByFigures{"Theo số liệu: {0}", "By the figures: {0}"};
inline constexpr Message kStandardHead{"Tiêu chuẩn", "Standard"};
inline constexpr Message kAtLevelHead{"Đạt {0}", "At {0}"};
inline constexpr Message kShareAtHead{"Tỉ lệ đạt {0}", "Share at {0}"};
inline constexpr Message kDigestChart{"Tỉ lệ tiêu chí đạt {0}, theo tiêu chuẩn",
                                      "Share of criteria at {0}, by standard"};
inline constexpr Message kDigestTodo{"2. Việc cần làm để đạt {0}, theo thứ tự",
                                     "2. To do for {0}, in this order"};
inline constexpr Message kDigestTop{"2. Trường đã ở mức cao nhất",
                                    "2. The school is at the highest level"};
inline constexpr Message kDigestNothing{"2. Để đạt {0} không còn chỉ báo nào không đạt",
                                        "2. Nothing is in the way of {0}"};
inline constexpr Message kDigestMore{"và {0} chỉ báo nữa, xem trang Kế hoạch cải tiến",
                                     "and {0} more, see the improvement plan"};
inline constexpr Message kDigestMissing{"3. Chưa đủ cơ sở để xét {0}: {1}",
                                        "3. Not yet known for {0}: {1}"};
inline constexpr Message kDigestNoneMissing{"3. Đã đủ đánh giá và số liệu để xét",
                                            "3. All that is needed is known"};
inline constexpr Message kDigestStrengths{
    "4. Điểm mạnh: tiêu chí đã đạt mức cao nhất của tiêu chí ({0}/{1})",
    "4. Strengths: criteria at their own highest level ({0}/{1})"};
inline constexpr Message kFoundHead{"Hiện có", "Found"};
inline constexpr Message kRequiredHead{"Cần đạt", "Required"};
inline constexpr Message kShortHead{"Còn thiếu", "Short by"};
inline constexpr Message kContentHead{"Nội dung", "Content"};
inline constexpr Message kMandatoryMark{"{0} (bắt buộc)", "{0} (mandatory)"};

// What was judged beside what the rules come to.
inline constexpr std::string_view kDifferenceMark = "(*)";
inline constexpr Message kDifference{"{0} {1}: {2}; {3}.", "{0} {1}: {2}; {3}."};
inline constexpr Message kWasMet{"đánh giá đạt", "judged met"};
inline constexpr Message kWasNotApplicable{"đánh giá không áp dụng", "judged not applicable"};
inline constexpr Message kWasNotJudged{"chưa đánh giá", "not judged"};
inline constexpr Message kScoredNotMet{"theo số liệu không đạt: {0} {1}, cần {2}",
                                       "not met by the figures: {0} {1}, needs {2}"};
inline constexpr Message kScoredNotApplicable{"theo dữ liệu không áp dụng",
                                              "not applicable by the data"};
inline constexpr Message kNextByFigures{"{0} theo số liệu", "{0} by the figures"};
inline constexpr Message kByFiguresBeside{"{0} (theo số liệu: {1})", "{0} (by the figures: {1})"};

// Tables of marks of 2018.
inline constexpr Message kMarksTitle{"TỔNG HỢP KẾT QUẢ TỰ ĐÁNH GIÁ",
                                     "SUMMARY OF THE SELF-ASSESSMENT"};
inline constexpr Message kMarksTitleExternal{"TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ",
                                             "SUMMARY OF THE ASSESSMENT"};
inline constexpr Message kMarksLow{"1.1. Đánh giá tiêu chí Mức 1, 2 và 3",
                                   "1.1. Criteria of levels 1, 2 and 3"};
inline constexpr Message kMarksLevels{"1.1. Đánh giá tiêu chí", "1.1. Criteria"};
inline constexpr Message kMarksFour{"1.2. Đánh giá tiêu chí Mức 4", "1.2. Criteria of level 4"};
inline constexpr Message kMarksCriterion{"Tiêu chuẩn, tiêu chí", "Standard, criterion"};
inline constexpr Message kMarksResult{"Kết quả", "Result"};
inline constexpr Message kNotMetHead{"Không đạt", "Not met"};
inline constexpr Message kMetHead{"Đạt", "Met"};
inline constexpr Message kMarksClause{"Tiêu chí (Khoản, Điều)", "Criterion (clause)"};
inline constexpr Message kResultLine{"Kết quả: {0}", "Result: {0}"};
inline constexpr Message kReachedFull{"Đạt {0}", "Reaches {0}"};
inline constexpr Message kNotReached{"Không đạt {0}", "Does not reach {0}"};
inline constexpr Message kNotReachedYet{"Chưa đủ cơ sở kết luận {0}", "{0} can't be judged yet"};
inline constexpr Message kAndNotYet{"{0}; chưa đủ cơ sở xét {1}", "{0}; {1} can't be judged yet"};
inline constexpr Message kNotMet{"Không đạt", "Not met"};
inline constexpr Message kNotApplicable{"Không áp dụng", "Not applicable"};
inline constexpr Message kDashNote{
    "– : tiêu chí không có yêu cầu ở mức này hoặc không áp dụng. Ô trống: chưa đủ cơ sở kết luận.",
    "–: nothing asked at this level, or not applicable. Empty: not yet known."};
inline constexpr Message kClosing{"Kết luận về từng tiêu chuẩn", "By standard"};
inline constexpr Message kClosingLine{"{0}: {1}.", "{0}: {1}."};
inline constexpr Message kClosingNone{"không có tiêu chí nào áp dụng", "no criterion applies"};
inline constexpr Message kClosingPart{"{0}/{1} tiêu chí đạt {2}", "{0}/{1} criteria at {2}"};

// The sheet of a criterion of 2018.
inline constexpr Message kCriterionTitle{"PHIẾU ĐÁNH GIÁ TIÊU CHÍ", "SHEET OF A CRITERION"};
inline constexpr Message kCriterionTitleFour{"PHIẾU ĐÁNH GIÁ TIÊU CHÍ MỨC 4",
                                             "SHEET OF A CRITERION OF LEVEL 4"};
inline constexpr Message kSchoolLine{"Trường: {0}", "School: {0}"};
inline constexpr Message kGroupLine{"Nhóm, cá nhân: ................................",
                                    "Group, person: ................................"};
inline constexpr Message kStandardLine{"Tiêu chuẩn {0}: {1}", "Standard {0}: {1}"};
inline constexpr Message kCriterionLine{"Tiêu chí {0}: {1}", "Criterion {0}: {1}"};
inline constexpr Message kState{"1. Mô tả hiện trạng", "1. Present state"};
inline constexpr Message kStrengths{"2. Điểm mạnh", "2. Strengths"};
inline constexpr Message kWeaknesses{"3. Điểm yếu", "3. Weaknesses"};
inline constexpr Message kPlan{"4. Kế hoạch cải tiến chất lượng", "4. Improvement plan"};
inline constexpr Message kSelfAssessed{"5. Tự đánh giá", "5. Self-assessment"};
inline constexpr Message kAssessedHere{"5. Đánh giá", "5. Assessment"};
inline constexpr Message kEvidenceLine{"Minh chứng: {0}.", "Evidence: {0}."};
inline constexpr Message kMetOrNot{"Đạt/Không đạt", "Met/not met"};
inline constexpr Message kByWhen{"thời gian: {0}", "by {0}"};
inline constexpr Message kByWhom{"người thực hiện: {0}", "by whom: {0}"};
inline constexpr Message kAtCost{"kinh phí: {0}", "cost: {0}"};
inline constexpr Message kTowards{"mục tiêu: {0}", "goal: {0}"};
inline constexpr Message kDong{"{0} đồng", "{0} dong"};
inline constexpr Message kCause{"Nguyên nhân: {0}", "Cause: {0}"};
inline constexpr Message kWriter{"NGƯỜI VIẾT PHIẾU", "WRITTEN BY"};
inline constexpr Message kGroupHead{"TRƯỞNG NHÓM CÔNG TÁC", "HEAD OF THE GROUP"};
inline constexpr Message kDirector{"GIÁM ĐỐC", "DIRECTOR"};  // of a centre
inline constexpr Message kPrincipal{"HIỆU TRƯỞNG", "PRINCIPAL"};
inline constexpr Message kTeamHead{"TRƯỞNG ĐOÀN ĐÁNH GIÁ NGOÀI", "HEAD OF THE ASSESSMENT TEAM"};
inline constexpr Message kAppraisers{"HỘI ĐỒNG THẨM ĐỊNH", "APPRAISAL COUNCIL"};
inline constexpr Message kNoAuthority{"................................................",
                                      "................................................"};

// The sheets of a standard of 2026.
inline constexpr Message kStandardTitle{"TỰ ĐÁNH GIÁ TIÊU CHUẨN {0}",
                                        "SELF-ASSESSMENT OF STANDARD {0}"};
inline constexpr Message kStateHead{
    "Hiện trạng, kết quả đạt được của tiêu chí đến thời điểm đánh giá (kèm theo mã minh chứng)",
    "State and results of the criterion at the time of the assessment (with codes of evidence)"};
inline constexpr Message kJudgedHead{"Đánh giá (Đạt/Không đạt)", "Judged (met/not met)"};
inline constexpr Message kSelfLine{"Tự đánh giá: {0}", "Self-assessment: {0}"};
inline constexpr Message kCriterionReaches{"Tiêu chí đạt {0}", "The criterion reaches {0}"};
inline constexpr Message kCriterionFails{"Tiêu chí không đạt {0}",
                                         "The criterion does not reach {0}"};
inline constexpr Message kCriterionOpen{"chưa đủ cơ sở kết luận", "not yet known"};
inline constexpr Message kOverall{"Đánh giá chung về Tiêu chuẩn {0}", "Standard {0} as a whole"};
inline constexpr Message kOverallStrengths{"1. Điểm mạnh nổi bật", "1. Main strengths"};
inline constexpr Message kOverallWeaknesses{"2. Điểm hạn chế trọng tâm và nguyên nhân cốt lõi",
                                            "2. Main weaknesses and their causes"};
inline constexpr Message kOverallTrend{"3. Định hướng cải tiến. a) Xu hướng qua các năm học",
                                       "3. Direction. a) Trend over the school years"};
inline constexpr Message kOverallIssues{"b) Vấn đề ưu tiên", "b) Priority issues"};
inline constexpr Message kOverallResults{"4. Kết quả đánh giá tiêu chí", "4. Results"};
inline constexpr Message kCriterionShort{"Tiêu chí {0}", "Criterion {0}"};
inline constexpr Message kCriterionHead{"Tiêu chí", "Criterion"};
inline constexpr Message kRemarkHead{"Ghi chú", "Remark"};
inline constexpr Message kCriterionResults{"Kết quả đánh giá tiêu chí", "Results of the criteria"};
inline constexpr Message kBelowFirst{"Không đạt {0}", "Below {0}"};
inline constexpr Message kConclusionTitle{"KẾT LUẬN", "CONCLUSION"};
inline constexpr Message kConclusionCriteria{"2a. Kết quả đánh giá các tiêu chí",
                                             "2a. Results of the criteria"};
inline constexpr Message kConclusionStandards{
    "2b. Tổng hợp kết quả đánh giá tiêu chí trong tiêu chuẩn",
    "2b. Results of the criteria by standard"};
inline constexpr Message kConclusionLevel{"3. Mức đạt của cơ sở giáo dục: {0}",
                                          "3. Level of the school: {0}"};
inline constexpr Message kConclusionNext{"Để đạt {0}", "In the way of {0}"};
inline constexpr Message kConclusionNextByFigures{"Để đạt {0}, theo số liệu",
                                                  "In the way of {0}, by the figures"};
inline constexpr Message kConclusionAsk{"4. Đề xuất, kiến nghị", "4. Proposals"};
inline constexpr Message kGrandTotal{"Cộng chung", "Total"};
inline constexpr Message kTotalCriteria{"Tổng số tiêu chí", "Criteria"};
inline constexpr Message kNumberShort{"SL", "No."};
inline constexpr Message kPercent{"%", "%"};
inline constexpr Message kNeedAll{"{0}: cần mọi tiêu chí đạt {1}, còn {2} tiêu chí chưa đạt: {3}.",
                                  "{0}: every criterion at {1}; still below ({2}): {3}."};
inline constexpr Message kNeedSome{
    "{0}: cần ít nhất {1}/{2} tiêu chí đạt {3}, mới có {4}: thiếu {5}. Chưa đạt: {6}.",
    "{0}: at least {1} of {2} criteria at {3}; so far {4}, {5} short. Still below: {6}."};
inline constexpr Message kGroupAll{"Toàn bộ tiêu chí", "All criteria"};
inline constexpr Message kGroupMandatory{"Tiêu chí bắt buộc", "Mandatory criteria"};
inline constexpr Message kGroupOptional{"Tiêu chí còn lại", "Other criteria"};

// Data.
inline constexpr Message kDataTitle{"CƠ SỞ DỮ LIỆU", "DATA"};
inline constexpr Message kDataFigures{"Số liệu", "Figures"};
inline constexpr Message kDataYes{"có", "yes"};
inline constexpr Message kDataNo{"không", "no"};
inline constexpr Message kDataLevel{"mức độ {0}", "level {0}"};
inline constexpr Message kDataFormerName{"Tên trước đây (nếu có)", "Former name"};
inline constexpr Message kDataProvince{"Tỉnh/thành phố", "Province"};
inline constexpr Message kDataDistrict{"Quận/huyện", "District"};
inline constexpr Message kDataCommune{"Xã/phường", "Commune"};
inline constexpr Message kDataRecognized{"Đạt chuẩn quốc gia (năm, mức độ)",
                                         "National standard (year, level)"};
inline constexpr Message kDataFounded{"Năm thành lập trường", "Founded"};
inline constexpr Message kDataPublic{"Công lập", "Public"};
inline constexpr Message kDataPrivate{"Tư thục", "Private"};
inline constexpr Message kDataSpecial{"Trường chuyên biệt", "Specialised school"};
inline constexpr Message kDataForeign{"Trường liên kết với nước ngoài", "With a foreign partner"};
inline constexpr Message kDataPrincipal{"Họ và tên hiệu trưởng", "Principal"};
inline constexpr Message kDataPhone{"Điện thoại", "Telephone"};
inline constexpr Message kDataFax{"Fax", "Fax"};
inline constexpr Message kDataWebsite{"Website", "Website"};
inline constexpr Message kDataSites{"Số điểm trường", "Satellite sites"};
inline constexpr Message kDataOtherKind{"Loại hình khác", "Other kind"};
inline constexpr Message kDataDifficult{"Thuộc vùng khó khăn", "Difficult area"};
inline constexpr Message kDataVeryDifficult{"Thuộc vùng đặc biệt khó khăn",
                                            "Especially difficult area"};

// Evidence.
inline constexpr Message kEvidenceTitle{"DANH MỤC MÃ MINH CHỨNG", "LIST OF EVIDENCE"};
inline constexpr Message kEvidenceTitleNew{"DANH MỤC MINH CHỨNG", "LIST OF EVIDENCE"};
inline constexpr Message kEvidenceCode{"Mã minh chứng", "Code"};
inline constexpr Message kEvidenceName{"Tên minh chứng", "Document"};
inline constexpr Message kEvidenceNumber{"Số TT", "No."};
inline constexpr Message kEvidenceIssued{
    "Số, ngày ban hành, hoặc thời điểm khảo sát, điều tra, phỏng vấn, quan sát,…",
    "Number and date, or time of the survey, interview, observation, …"};
inline constexpr Message kEvidenceIssuer{"Nơi ban hành hoặc nhóm, cá nhân thực hiện",
                                         "Issued or made by"};
inline constexpr Message kEvidencePlace{"Định dạng, vị trí lưu trữ hoặc đường dẫn điện tử",
                                        "Format and place, or link"};
inline constexpr Message kNumberHead{"TT", "No."};

// Plans.
inline constexpr Message kPlanTitle{"KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG", "IMPROVEMENT PLAN"};
inline constexpr Message kPlanBlocking{"1. Chỉ báo còn vướng để đạt {0}", "1. In the way of {0}"};
inline constexpr Message kPlanNothing{"1. Để đạt {0} không còn chỉ báo nào không đạt",
                                      "1. No unmet indicator is in the way of {0}"};
inline constexpr Message kPlanTop{"1. Trường đã ở mức cao nhất, không còn chỉ báo vướng",
                                  "1. The school is at the highest level: nothing is in the way"};
inline constexpr Message kPlanOthers{"2. Cải tiến ở các tiêu chí khác",
                                     "2. Improvement of other criteria"};
inline constexpr Message kPlanNode{"Chỉ báo, tiêu chí", "Indicator, criterion"};
inline constexpr Message kPlanWhat{"Yêu cầu", "Requirement"};
inline constexpr Message kPlanOwnWords{"Điểm yếu", "Weakness"};
inline constexpr Message kPlanAction{"Giải pháp, hoạt động", "Measure"};
inline constexpr Message kPlanBy{"Thời gian", "By"};
inline constexpr Message kPlanOwner{"Người phụ trách", "Responsible"};
inline constexpr Message kPlanCost{"Kinh phí", "Cost"};
inline constexpr Message kPlanSummary{"IV. Tóm tắt các vấn đề trọng tâm cần cải tiến",
                                      "IV. Main issues to improve"};
inline constexpr Message kPlanWork{"V. Kế hoạch cải tiến chất lượng", "V. Improvement plan"};
inline constexpr Message kPlanWatch{"VI. Theo dõi và đánh giá thực hiện (giám sát nội bộ)",
                                    "VI. Internal review"};
inline constexpr Message kPlanCriterion{"Tiêu chí liên quan (nếu có)", "Criterion"};
inline constexpr Message kPlanState{"Đánh giá hiện trạng", "Present state"};
inline constexpr Message kPlanWeakness{"Điểm hạn chế", "Weakness"};
inline constexpr Message kPlanCause{"Nguyên nhân của hạn chế", "Cause"};
inline constexpr Message kPlanContent{"Nội dung cải tiến", "What to improve"};
inline constexpr Message kPlanGoal{"Mục tiêu cải tiến", "Goal"};
inline constexpr Message kPlanActivity{"Hoạt động/giải pháp", "Activity"};
inline constexpr Message kPlanIndicator{"Chỉ số đánh giá kết quả", "Measure of the result"};
inline constexpr Message kPlanTime{"Thời gian thực hiện", "Time"};
inline constexpr Message kPlanUnit{"Đơn vị/cá nhân phụ trách", "Unit or person responsible"};
inline constexpr Message kPlanResources{"Nguồn lực bảo đảm", "Resources"};
inline constexpr Message kPlanEvidence{"Thông tin, dữ liệu hoặc minh chứng dự kiến",
                                       "Data or evidence expected"};
inline constexpr Message kPlanDegree{"Mức độ thực hiện", "Degree of completion"};
inline constexpr Message kWatchWhen{"Thời điểm", "When"};
inline constexpr Message kWatchWhat{"Nội dung theo dõi", "What is reviewed"};
inline constexpr Message kWatchResult{"Kết quả thực hiện", "Results"};
inline constexpr Message kWatchChange{"Điều chỉnh (nếu có)", "Changes"};
inline constexpr Message kWatchWho{"Người đánh giá", "Reviewed by"};
inline constexpr Message kWatchMiddle{"Cuối học kỳ I", "End of semester I"};
inline constexpr Message kWatchEnd{"Cuối năm học", "End of the year"};
inline constexpr Message kCriterionAt{"đang ở {0}", "now at {0}"};
inline constexpr Message kCriterionBelow{"chưa đạt {0}", "below {0}"};

// What became of plans.
inline constexpr Message kTrackTitle{"THEO DÕI KẾ HOẠCH CẢI TIẾN", "THE PLAN SO FAR"};
inline constexpr Message kTrackSince{"Kế hoạch của lần đánh giá {0}, xét tại lần đánh giá {1}",
                                     "Plans of the assessment of {0}, as of that of {1}"};
inline constexpr Message kTrackThen{"Chỉ báo chưa đạt khi lập kế hoạch", "Not met then"};
inline constexpr Message kTrackNow{"Nay còn chưa đạt", "Still not met"};
inline constexpr Message kTrackOutcome{"Tình trạng", "Outcome"};
inline constexpr Message kTrackNoPlan{"(chưa có kế hoạch)", "(nothing planned)"};
inline constexpr Message kTrackDone{"đã xong", "done"};
inline constexpr Message kTrackLate{"quá hạn", "late"};
inline constexpr Message kTrackOpen{"đang thực hiện", "open"};
inline constexpr Message kTrackNotNeeded{"không còn cần", "no longer needed"};
inline constexpr Message kTrackCount{"{0}: {1}", "{0}: {1}"};

// Self-assessment beside external assessment, which the circular of 2026 has another word for.
inline constexpr Message kExternalTitle{"KẾT QUẢ TỰ ĐÁNH GIÁ VÀ {0}", "SELF-ASSESSMENT AND {0}"};
inline constexpr Message kExternalDays{"Tự đánh giá {0}; {1} {2}", "Self-assessment {0}; {1} {2}"};
inline constexpr Message kSelfHead{"Tự đánh giá", "Self-assessment"};
inline constexpr Message kExternalHead{"Đánh giá ngoài", "External assessment"};
inline constexpr Message kAppraisalHead{"Thẩm định", "External assessment"};
inline constexpr Message kExternalTable{"d) Kết quả đánh giá các tiêu chí",
                                        "d) Results of the criteria"};
inline constexpr Message kExternalLevels{"Tự đánh giá: {0}. {1}: {2}.",
                                         "Self-assessment: {0}. {1}: {2}."};
inline constexpr Message kExternalDifferent{"Chỉ báo hai bên đánh giá khác nhau ({0})",
                                            "Indicators judged differently ({0})"};
inline constexpr Message kExternalSame{"Hai bên đánh giá giống nhau ở mọi chỉ báo.",
                                       "Both judge every indicator alike."};

}  // namespace kdcl::words

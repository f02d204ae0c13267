#include <doctest/doctest.h>

#include "report/common/figure_words.h"
#include "report/common/phrases.h"
#include "report/score/counts.h"
#include "report/score/score.h"
#include "support/score_case.h"
#include "write/plain_text.h"

namespace kdcl {
namespace {

/// Every expected text opens with a line end, so that its first line stands at the margin.
std::string overview(const testing::ScoreCase& made, Language language,
                     std::optional<GroupColumn> by = {}) {
  const ScoreReportOptions options{.language = language, .by = by};
  return "\n" + write_plain_text(make_score_text(made.run, made.blocks, options), {80, false});
}

std::string school(const testing::ScoreCase& made, std::string_view id, Language language) {
  return "\n" +
         write_plain_text(make_school_report(made.run, made.blocks, id, {.language = language}),
                          {100, false});
}

TEST_CASE("what decided on a day of doubt is told with the days and the reason") {
  testing::ScoreCase made = testing::make_score_case();
  const Day day = made.blocks[0].table.assessed_on[0];
  std::vector<Indicator>& indicators = made.run.sets[0].indicators;
  indicators[3].doubt = Doubt{day, day, {"Ngờ.", "A doubt."}};
  indicators[4].doubt = indicators[3].doubt;
  const auto told = [&](Language language) {
    return doubt_lines(made.run, find_in_doubt(made.run, find_schools(made.run, made.blocks)),
                       language);
  };
  CHECK(told(Language::en) ==
        std::vector<std::string>{
            "In doubt: 1.2.2, 5.5.1a (17/2018/TT-BGDĐT) from 31/12/2023 to 31/12/2023: A doubt."});
  CHECK(told(Language::vi) ==
        std::vector<std::string>{
            "Còn nghi vấn: 1.2.2, 5.5.1a (17/2018/TT-BGDĐT) từ 31/12/2023 đến 31/12/2023: Ngờ."});
  for (const Day other : {day - 1, day + 1}) {
    indicators[3].doubt->from = indicators[3].doubt->to = other;
    indicators[4].doubt = indicators[3].doubt;
    CHECK(told(Language::en).empty());
    // The day of a recheck is one on which the rows are judged, too.
    CHECK(find_in_doubt(made.run, find_schools(made.run, made.blocks), other).size() == 2);
  }
}

TEST_CASE("the overview and the list in Vietnamese, by district") {
  const GroupColumn by{.identity = IdentityColumn::district};
  CHECK(overview(testing::make_score_case(), Language::vi, by) == R"(
4 trường, tính đến 31/12/2023  (5 dòng, 1 ngoài phạm vi)
Tiêu chí: 17/2018/TT-BGDĐT (trường tiểu học)

Mức 3     1/4   25,0 %  ██████████
Mức 2     1/4   25,0 %  ██████████
Mức 1     1/4   25,0 %  ██████████
Chưa đạt  1/4   25,0 %  ██████████

Chuẩn quốc gia theo quyết định          1/4   25,0 %  mức độ 1: 1, 1 hết hạn, 1
                                                      không có dữ liệu
Chuẩn quốc gia theo kết quả chấm        2/4   50,0 %  1 trường có thể cao hơn
                                                      khi đủ số liệu
  mức độ 1                              1/4   25,0 %
  mức độ 2                              1/4   25,0 %
Kiểm định chất lượng theo kết quả chấm  3/4   75,0 %
  cấp độ 1                              1/4   25,0 %
  cấp độ 2                              2/4   50,0 %

Chỉ báo chưa có kết quả đánh giá              5 chỉ báo ở 3 trường
Thiếu số liệu để xét mức tiếp theo            2 chỉ báo ở 2 trường
Đánh giá mâu thuẫn với số liệu                1 chỉ báo ở 1 trường
Đánh giá đạt chưa đối chiếu được với số liệu  1 chỉ báo ở 1 trường
Kết quả dựa vào quy định có độ tin cậy thấp   17/2018/TT-BGDĐT: 1.2.2 (3)

             Số  Chưa  Mức  Mức  Mức
Huyện    trường   đạt    1    2    3      Chuẩn QG
Vân Hồ        2     0    1    0    1  1/2   50,0 %
Mai Sơn       2     1    0    1    0  1/2   50,0 %

                                                     Còn vướng để lên mức tiếp
Mã    Trường                 Huyện    Mức  Chuẩn QG  theo
MN01  Tiểu học Chiềng Khoa   Vân Hồ    1      -      5.5.2a  thiếu số liệu:
                                                     1.2.2
MN02  Tiểu học Tô Múa        Vân Hồ    3   mức độ 2  đã ở mức cao nhất
MN03  =Trường "Hoa Ban" và…  Mai Sơn   0      -      1.1.1a  5.5.1a
MN04  Tiểu học Cò Nòi        Mai Sơn  2-3  mức độ 1  thiếu số liệu: 5.5.3a

Ngoài phạm vi (1)
  GD01  Trung tâm GDTX  không có bộ tiêu chí nào áp dụng cho trường loại gdtx
                        tại ngày 31/12/2023

Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.
)");
}

TEST_CASE("the overview and the list in English") {
  CHECK(overview(testing::make_score_case(), Language::en) == R"(
4 schools, as of 31/12/2023  (5 rows, 1 out of scope)
Criteria: 17/2018/TT-BGDĐT (primary school)

Level 3        1/4   25.0 %  ██████████
Level 2        1/4   25.0 %  ██████████
Level 1        1/4   25.0 %  ██████████
Below level 1  1/4   25.0 %  ██████████

National standard by decision  1/4   25.0 %  level 1: 1, 1 expired, 1 without
                                             data
National standard by score     2/4   50.0 %  1 school may be higher once all
                                             data are in
  national standard level 1    1/4   25.0 %
  national standard level 2    1/4   25.0 %
Accreditation by score         3/4   75.0 %
  accreditation level 1        1/4   25.0 %
  accreditation level 2        2/4   50.0 %

Indicators without a judgement          5 indicators in 3 schools
Data missing for the next level         2 indicators in 2 schools
Judgements that contradict the figures  1 indicator in 1 school
Judged met, not verified by figures     1 indicator in 1 school
Decided by texts of low certainty       17/2018/TT-BGDĐT: 1.2.2 (3)

                                             National  In the way of the next
Id    School                District  Level  standard  level
MN01  Tiểu học Chiềng Khoa  Vân Hồ      1       -      5.5.2a  data missing:
                                                       1.2.2
MN02  Tiểu học Tô Múa       Vân Hồ      3    level 2   at the highest level
MN03  =Trường "Hoa Ban" v…  Mai Sơn     0       -      1.1.1a  5.5.1a
MN04  Tiểu học Cò Nòi       Mai Sơn    2-3   level 1   data missing: 5.5.3a

Out of scope (1)
  GD01  Trung tâm GDTX  no criteria set covers a gdtx school on 31/12/2023

This supports the council's conclusion and does not replace it.
)");
}

TEST_CASE("stages are one school at its lowest level") {
  CHECK(overview(testing::make_stage_case(), Language::vi) == R"(
1 trường, tính đến 31/12/2023  (2 dòng)
Tiêu chí: 17/2018/TT-BGDĐT (trường tiểu học)

Mức 3     0/1    0,0 %
Mức 2     0/1    0,0 %
Mức 1     1/1  100,0 %  ████████████████████████████████████████
Chưa đạt  0/1    0,0 %

Chuẩn quốc gia theo quyết định          0/1    0,0 %  1 không có dữ liệu
Chuẩn quốc gia theo kết quả chấm        0/1    0,0 %
  mức độ 1                              0/1    0,0 %
  mức độ 2                              0/1    0,0 %
Kiểm định chất lượng theo kết quả chấm  1/1  100,0 %
  cấp độ 1                              1/1  100,0 %
  cấp độ 2                              0/1    0,0 %

Chỉ báo chưa có kết quả đánh giá             2 chỉ báo ở 1 trường
Kết quả dựa vào quy định có độ tin cậy thấp  17/2018/TT-BGDĐT: 1.2.2 (2)

                                   Chuẩn
Mã    Trường                  Mức   QG    Còn vướng để lên mức tiếp theo
MN01  TH và THCS Chiềng Khoa   1     -    THCS: 5.5.2a

Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.
)");
}

TEST_CASE("one school in full") {
  CHECK(school(testing::make_score_case(), "MN01", Language::vi) == R"(
Tiểu học Chiềng Khoa (MN01)
Vân Hồ · tự đánh giá 31/12/2023 · 17/2018/TT-BGDĐT
Đạt Mức 1 · kiểm định chất lượng cấp độ 1

Để lên Mức 2 còn 1 chỉ báo không đạt
  5.5.2a  Tỉ lệ học sinh hoàn thành chương trình lớp     80 %  cần ≥ 85 %  thiếu 5 điểm = 5 học sinh
          học
          Điều 8 khoản 3

Thiếu số liệu hoặc đánh giá để xét Mức 2
  1.2.2  Thư viện đạt danh hiệu tiên tiến  thiếu: danh hiệu thư viện
         Điều 8 khoản 2

Cần xem lại
  5.5.2a  đánh giá đạt nhưng số liệu 80 %, cần ≥ 85 %: tỉ lệ học sinh hoàn thành chương trình lớp
          học

Không đạt khác
  5.5.3a  Tỉ lệ học sinh hoàn thành chương trình lớp   80 %  cần ≥ 95 %  thiếu 15 điểm = 15 học sinh
          học
          Điều 9 khoản 3

Các tiêu chí
                                                    Từng
  Mã   Tiêu chuẩn, tiêu chí                    Mức  mức
  1    Tổ chức và quản lý nhà trường
  1.1  Phương hướng, chiến lược                 2   ●●·
  1.2  Thư viện                                1-2  ●?·
  5    Hoạt động giáo dục và kết quả giáo dục
  5.5  Kết quả giáo dục                         1   ●––

Điểm mạnh: 1 tiêu chí đạt mức cao nhất của tiêu chí
  1.1

Điều kiện công nhận
  đạt  Có một khóa đã học xong  mức độ 1

Số đo theo dõi, không quyết định kết quả
  96,5 %  Tỉ lệ giáo viên so với định mức

●  đạt   –  không đạt   ?  chưa rõ   ·  mức này không có yêu cầu hoặc không áp dụng
Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.
)");
}

TEST_CASE("one school judged not met, with a text of low certainty, in English") {
  CHECK(school(testing::make_score_case(), "MN03", Language::en) == R"(
=Trường "Hoa Ban" và những điểm trường xa trung tâm nhất (MN03)
Mai Sơn · self-assessment 31/12/2023 · 17/2018/TT-BGDĐT
Below Level 1
By decision: not at national standard

In the way of Level 1: 2 indicators not met
  1.1.1a  The school has a strategy                                    judged not met
          Điều 7 khoản 1
  5.5.1a  Share of pupils who completed the      69.7 %  needs ≥ 70 %  short by 0.3 points = 1 pupil
          class
          Điều 7 khoản 3

Also not met
  1.2.2   Library grade               standard  needs advanced or better
          Điều 8 khoản 2 · this text is of low certainty
  5.5.2a  Share of pupils who           69.7 %  needs ≥ 85 %              short by 15.3 points = 28
          completed the class                                             pupils
          Điều 8 khoản 3
  5.5.3a  Share of pupils who           69.7 %  needs ≥ 95 %              short by 25.3 points = 46
          completed the class                                             pupils
          Điều 9 khoản 3

Criteria
                                           Each
  Id   Standard, criterion          Level  level
  1    Organisation and management
  1.1  Strategy                       0    –●·
  1.2  Library                        1    ●–·
  5    Education and its results
  5.5  Education results              0    –––

Conditions of awards
  met  One cohort has finished  national standard level 1

Monitored, never deciding
  96.5 %  Teachers against the norm

●  met   –  not met   ?  unknown   ·  nothing asked at this level, or not applicable
This supports the council's conclusion and does not replace it.
)");
}

TEST_CASE("one school with data missing and an expired decision") {
  CHECK(school(testing::make_score_case(), "MN04", Language::vi) == R"(
Tiểu học Cò Nòi (MN04)
Mai Sơn · tự đánh giá 31/12/2023 · 17/2018/TT-BGDĐT
Đạt Mức 2, có thể đến Mức 3 khi đủ số liệu · kiểm định chất lượng cấp độ 2 · chuẩn quốc gia mức độ 1
Theo quyết định: chuẩn quốc gia mức độ 1, công nhận ngày 01/05/2017, đã hết hiệu lực

Thiếu số liệu hoặc đánh giá để xét Mức 3
  5.5.3a  Ít nhất 95% học sinh hoàn thành chương trình  thiếu: số học sinh hoàn thành chương trình,
          lớp học                                       có tường rào
          Điều 9 khoản 3

Đánh giá đạt chưa đối chiếu được với số liệu
  5.5.2a

Các tiêu chí
                                                    Từng
  Mã   Tiêu chuẩn, tiêu chí                    Mức  mức
  1    Tổ chức và quản lý nhà trường
  1.1  Phương hướng, chiến lược                 2   ●●·
  1.2  Thư viện                                 2   ·●·
  5    Hoạt động giáo dục và kết quả giáo dục
  5.5  Kết quả giáo dục                        2-3  ●●?

Điểm mạnh: 2 tiêu chí đạt mức cao nhất của tiêu chí
  1.1  1.2

Điều kiện công nhận
  chưa rõ  Có một khóa đã học xong  mức độ 1

Số đo theo dõi, không quyết định kết quả
  96,5 %  Tỉ lệ giáo viên so với định mức

●  đạt   –  không đạt   ?  chưa rõ   ·  mức này không có yêu cầu hoặc không áp dụng
Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.
)");
}

TEST_CASE("one school out of scope says why") {
  CHECK(school(testing::make_score_case(), "GD01", Language::vi) == R"(
Trung tâm GDTX (GD01)
Mai Sơn · tự đánh giá 31/12/2023
không có bộ tiêu chí nào áp dụng cho trường loại gdtx tại ngày 31/12/2023

Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.
)");
}

TEST_CASE("a school with several stages has each of them and the lowest") {
  CHECK(school(testing::make_stage_case(), "MN01", Language::vi) == R"(
TH và THCS Chiềng Khoa (MN01)
Mức của trường là mức thấp nhất của các cấp học: đạt Mức 1 · kiểm định chất lượng cấp độ 1

Các cấp học
  Cấp học   Mức  Còn vướng để lên mức tiếp theo
  Tiểu học   2   5.5.3a
  THCS       1   5.5.2a

TH và THCS Chiềng Khoa (MN01)
Tiểu học · tự đánh giá 31/12/2023 · 17/2018/TT-BGDĐT
Đạt Mức 2 · toàn trường: kiểm định chất lượng cấp độ 1

Để lên Mức 3 còn 1 chỉ báo không đạt
  5.5.3a  Tỉ lệ học sinh hoàn thành chương trình lớp     90 %  cần ≥ 95 %  thiếu 5 điểm = 5 học sinh
          học
          Điều 9 khoản 3

Các tiêu chí
                                                    Từng
  Mã   Tiêu chuẩn, tiêu chí                    Mức  mức
  1    Tổ chức và quản lý nhà trường
  1.1  Phương hướng, chiến lược                 2   ●●·
  1.2  Thư viện                                 2   ●●·
  5    Hoạt động giáo dục và kết quả giáo dục
  5.5  Kết quả giáo dục                         2   ●●–

Điểm mạnh: 2 tiêu chí đạt mức cao nhất của tiêu chí
  1.1  1.2

Điều kiện công nhận
  đạt  Có một khóa đã học xong  mức độ 1

Số đo theo dõi, không quyết định kết quả
  96,5 %  Tỉ lệ giáo viên so với định mức

●  đạt   –  không đạt   ?  chưa rõ   ·  mức này không có yêu cầu hoặc không áp dụng

TH và THCS Chiềng Khoa (MN01)
THCS · tự đánh giá 31/12/2023 · 17/2018/TT-BGDĐT
Đạt Mức 1 · kiểm định chất lượng cấp độ 1

Để lên Mức 2 còn 1 chỉ báo không đạt
  5.5.2a  Tỉ lệ học sinh hoàn thành chương trình lớp     80 %  cần ≥ 85 %  thiếu 5 điểm = 5 học sinh
          học
          Điều 8 khoản 3

Không đạt khác
  5.5.3a  Tỉ lệ học sinh hoàn thành chương trình lớp   80 %  cần ≥ 95 %  thiếu 15 điểm = 15 học sinh
          học
          Điều 9 khoản 3

Các tiêu chí
                                                    Từng
  Mã   Tiêu chuẩn, tiêu chí                    Mức  mức
  1    Tổ chức và quản lý nhà trường
  1.1  Phương hướng, chiến lược                 2   ●●·
  1.2  Thư viện                                 2   ●●·
  5    Hoạt động giáo dục và kết quả giáo dục
  5.5  Kết quả giáo dục                         1   ●––

Điểm mạnh: 2 tiêu chí đạt mức cao nhất của tiêu chí
  1.1  1.2

Điều kiện công nhận
  đạt  Có một khóa đã học xong  mức độ 1

Số đo theo dõi, không quyết định kết quả
  96,5 %  Tỉ lệ giáo viên so với định mức

●  đạt   –  không đạt   ?  chưa rõ   ·  mức này không có yêu cầu hoặc không áp dụng
Kết quả hỗ trợ hội đồng, không thay kết luận của hội đồng.
)");
}

TEST_CASE("no school of this id gives no sheets") {
  const testing::ScoreCase made = testing::make_score_case();
  CHECK(make_school_report(made.run, made.blocks, "XX99", {}).sheets.empty());
}

TEST_CASE("a school whose set has no national standard is not counted for decisions") {
  testing::ScoreCase made = testing::make_score_case();
  const auto decided = [&made] {
    return count_scores(made.run, find_schools(made.run, made.blocks)).national();
  };
  CHECK(decided() == 4);
  std::erase_if(made.run.sets[0].award_families,
                [](const AwardFamily& family) { return family.id == kNationalStandard; });
  CHECK(decided() == 0);
  CHECK(overview(made, Language::en).find("National standard by decision") == std::string::npos);
}

TEST_CASE("a decision holds five years to the day") {
  testing::ScoreCase made = testing::make_score_case();
  SchoolTable& table = made.blocks[0].table;
  const auto decide = [&](double level, const char* since) {
    table.recognized_level[0] = level;
    table.recognized_on[0] = since ? *read_date(since) : kNoDate;
    return decision_of(made.run, find_schools(made.run, made.blocks).front()).decision;
  };
  CHECK(decide(1, "2018-12-31") == Decision::valid);  // the row is of 31/12/2023
  CHECK(decide(1, "2018-12-30") == Decision::expired);
  CHECK(decide(1, "2023-12-31") == Decision::valid);
  CHECK(decide(2, "2024-01-01") == Decision::misdated);  // not yet
  CHECK(decide(1, nullptr) == Decision::undated);
  CHECK(decide(0, nullptr) == Decision::none);
  CHECK(decide(kUnknown, "2020-01-01") == Decision::no_data);
}

TEST_CASE("rows out of scope say why in both languages") {
  const testing::ScoreCase made = testing::make_score_case();
  SchoolTable table = made.blocks[0].table;
  CHECK(out_of_scope_reason(table, 4, Language::vi) ==
        "không có bộ tiêu chí nào áp dụng cho trường loại gdtx tại ngày 31/12/2023");
  CHECK(out_of_scope_reason(table, 4, Language::en) ==
        "no criteria set covers a gdtx school on 31/12/2023");
  table.identity[static_cast<size_t>(IdentityColumn::school_type)][4] = {};
  CHECK(out_of_scope_reason(table, 4, Language::en) ==
        "no criteria set covers a school of unknown type on 31/12/2023");
  std::vector<OutOfScope> rows;
  append_out_of_scope(made.blocks[0].table, Language::en, rows);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].school_id == "GD01");
}

TEST_CASE("a figure never looks like what it falls short of") {
  const testing::ScoreCase made = testing::make_score_case();
  const Requirement& requirement = made.run.sets[0].indicators[4].requirements[0];
  const auto found = [&](double value, double required) {
    return found_text(made.run, requirement, {.found = value, .required = required}, Language::vi);
  };
  CHECK(found(64.28571, 70) == "64,3 %");
  CHECK(found(69.96, 70) == "69,96 %");
  CHECK(found(69.9996, 70) == "69,9996 %");
  CHECK(found(70, 70) == "70 %");
  CHECK(found(kUnknown, 70).empty());
}

TEST_CASE("what is required reads as a rule") {
  const testing::ScoreCase made = testing::make_score_case();
  const std::vector<Indicator>& indicators = made.run.sets[0].indicators;
  const auto required = [&](size_t indicator, double value, Comparison comparison,
                            Language language) {
    Requirement requirement = indicators[indicator].requirements[0];
    requirement.comparison = comparison;
    return required_text(made.run, requirement, value, language);
  };
  CHECK(required(4, 70, Comparison::at_least, Language::vi) == "≥ 70 %");
  CHECK(required(4, 0.35, Comparison::less_than, Language::vi) == "< 0,35 %");
  CHECK(required(4, 0.35, Comparison::at_most, Language::en) == "≤ 0.35 %");
  CHECK(required(3, 2, Comparison::at_least, Language::vi) == "tiên tiến trở lên");
  CHECK(required(3, 0, Comparison::at_least, Language::en) == "none or better");
  CHECK(required(3, 1, Comparison::at_least, Language::vi) == "đạt chuẩn trở lên");
  CHECK(required(3, 1, Comparison::at_most, Language::en) == "standard or below");
  CHECK(required(2, 1, Comparison::equals, Language::vi) == "có");
  CHECK(required(2, 0, Comparison::equals, Language::en) == "no");
}

TEST_CASE("a shortfall is in points and in heads, in the direction of the rule") {
  const testing::ScoreCase made = testing::make_score_case();
  Requirement requirement = made.run.sets[0].indicators[4].requirements[0];
  Figure figure{.found = 64.3, .required = 70, .shortfall = 5.7, .heads = 2};
  CHECK(shortfall_text(made.run, requirement, figure, Language::vi) ==
        "thiếu 5,7 điểm = 2 học sinh");
  CHECK(shortfall_text(made.run, requirement, figure, Language::en) ==
        "short by 5.7 points = 2 pupils");
  Figure one{.found = 69, .required = 70, .shortfall = 1, .heads = 1};
  CHECK(shortfall_text(made.run, requirement, one, Language::vi) == "thiếu 1 điểm = 1 học sinh");
  CHECK(shortfall_text(made.run, requirement, one, Language::en) == "short by 1 point = 1 pupil");
  figure.heads = kUnknown;
  CHECK(shortfall_text(made.run, requirement, figure, Language::vi) == "thiếu 5,7 điểm");
  requirement.comparison = Comparison::at_most;
  CHECK(shortfall_text(made.run, requirement, figure, Language::vi) == "vượt 5,7 điểm");
  figure.shortfall = 0;
  CHECK(shortfall_text(made.run, requirement, figure, Language::vi).empty());
}

TEST_CASE("titles go into sentences and on papers") {
  CHECK(lower_first("Đạt chuẩn") == "đạt chuẩn");
  CHECK(lower_first("THCS và THPT") == "THCS và THPT");
  CHECK(lower_first("") == "");
  CHECK(upper("Huyện Thuận Châu") == "HUYỆN THUẬN CHÂU");
  CHECK(joined({"a", "b", "c"}, ", ", 2) == "a, b, +1");
}

}  // namespace
}  // namespace kdcl

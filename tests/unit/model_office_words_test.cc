#include <doctest/doctest.h>

#include <vector>

#include "model/office_words.h"
#include "model/school_table.h"

namespace kdcl {
namespace {

struct Case {
  std::string_view written;
  std::string_view id;  ///< empty: unknown
};

TEST_CASE("words of offices for types of schools") {
  static constexpr Case kCases[] = {
      {"tieu_hoc", "tieu_hoc"},
      {"TIEU_HOC", "tieu_hoc"},
      {"Tiểu học", "tieu_hoc"},
      {"TIỂU HỌC", "tieu_hoc"},
      {"tieu hoc", "tieu_hoc"},
      {"Tieu  Hoc", "tieu_hoc"},
      {" Tiểu\xC2\xA0học ", "tieu_hoc"},
      {"Ti\xE1\xBB\x83u\xE2\x80\x8B học", "tieu_hoc"},
      {"Trường tiểu học", "tieu_hoc"},
      {"TRUONG TIEU HOC", "tieu_hoc"},
      {"TH", "tieu_hoc"},
      {"Primary", "tieu_hoc"},
      {"Mầm non", "mam_non"},
      {"MN", "mam_non"},
      {"Trường mẫu giáo", "mam_non"},
      {"THCS", "thcs"},
      {"Trung học cơ sở", "thcs"},
      {"Trường THPT", "thpt"},
      {"Trường Trung học phổ thông", "thpt"},
      {"TH&THCS", "th_thcs"},
      {"TH & THCS", "th_thcs"},
      {"TH và THCS", "th_thcs"},
      {"th va thcs", "th_thcs"},
      {"TH-THCS", "th_thcs"},
      {"TH – THCS", "th_thcs"},
      {"Trường Tiểu học và Trung học cơ sở", "th_thcs"},
      {"THCS và TH", "th_thcs"},
      {"THCS&THPT", "thcs_thpt"},
      {"TH, THCS và THPT", "th_thcs_thpt"},
      {"TH&THCS&THPT", "th_thcs_thpt"},
      {"Primary to upper secondary", "th_thcs_thpt"},
      {"GDTX", "gdtx"},
      {"Trung tâm GDTX", "gdtx"},
      {"Trung tâm GDNN-GDTX", "gdtx"},
      {"TT GDNN - GDTX", "gdtx"},
      {"Trung tâm giáo dục nghề nghiệp - giáo dục thường xuyên", "gdtx"},
      {"Tiểu hoc", ""},  // diacritics of half the word
      {"tieuhoc", ""},
      {"trường", ""},
      {"", ""},
      {"&", ""},
      {"MN & TH", ""},
      {"TH & GDTX", ""},
      {"Tiểu học A", ""},
  };
  for (const Case& c : kCases) {
    CAPTURE(c.written);
    CHECK(find_office_word(IdentityColumn::school_type, c.written).value_or("") == c.id);
  }
}

TEST_CASE("words of offices for stages, ownership and assessors") {
  const auto find = [](IdentityColumn column, std::string_view written) {
    return find_office_word(column, written).value_or("");
  };
  CHECK(find(IdentityColumn::stage, "Cấp tiểu học") == "tieu_hoc");
  CHECK(find(IdentityColumn::stage, "THPT") == "thpt");
  CHECK(find(IdentityColumn::stage, "th_thcs") == "");
  CHECK(find(IdentityColumn::stage, "GDTX") == "");
  static constexpr Case kOwnerships[] = {
      {"Công lập", "cong_lap"},
      {"cong lap", "cong_lap"},
      {"công  lập", "cong_lap"},
      {"Trường công lập", "cong_lap"},
      {"CL", "cong_lap"},
      {"Public", "cong_lap"},
      {"Dân lập", "dan_lap"},
      {"DL", "dan_lap"},
      {"Tư thục", "tu_thuc"},
      {"TT", "tu_thuc"},
      {"private", "tu_thuc"},
      {"Ngoài công lập", "ngoai_cong_lap"},
      {"NCL", "ngoai_cong_lap"},
      {"non-public", "ngoai_cong_lap"},
      {"ngoai_cong_lap", "ngoai_cong_lap"},
      {"Bán công", ""},
      {"có", ""},
  };
  for (const Case& c : kOwnerships) {
    CAPTURE(c.written);
    CHECK(find(IdentityColumn::ownership, c.written) == c.id);
  }
  CHECK(find(IdentityColumn::assessment, "Tự đánh giá") == "self");
  CHECK(find(IdentityColumn::assessment, "Self") == "self");
  CHECK(find(IdentityColumn::assessment, "TĐG") == "self");
  CHECK(find(IdentityColumn::assessment, "Đánh giá ngoài") == "external");
  CHECK(find(IdentityColumn::assessment, "danh gia ngoai") == "external");
  CHECK(find(IdentityColumn::assessment, "thẩm định") == "");
  CHECK(find(IdentityColumn::district, "Mầm non") == "");  // takes any text
}

TEST_CASE("every value of a column is found by its id and its titles") {
  for (const IdentityColumn column : {IdentityColumn::school_type, IdentityColumn::stage,
                                      IdentityColumn::ownership, IdentityColumn::assessment}) {
    for (const OfficeWord& word : office_words(column)) {
      CAPTURE(word.id);
      CHECK(find_office_word(column, word.id) == word.id);
      CHECK(find_office_word(column, word.title.vi) == word.id);
      CHECK(find_office_word(column, word.title.en) == word.id);
      CHECK(find_office_word(column, office_title(column, word.id, Language::vi)) == word.id);
    }
  }
}

TEST_CASE("the ids of types and stages are those of tables") {
  const auto ids_of = [](IdentityColumn column) {
    std::vector<std::string_view> ids;
    for (const OfficeWord& word : office_words(column)) ids.push_back(word.id);
    return ids;
  };
  CHECK(ids_of(IdentityColumn::school_type) ==
        std::vector<std::string_view>(kSchoolTypes.begin(), kSchoolTypes.end()));
  CHECK(ids_of(IdentityColumn::stage) ==
        std::vector<std::string_view>(kSchoolStages.begin(), kSchoolStages.end()));
}

TEST_CASE("nearest word of a column") {
  CHECK(nearest_office_word(IdentityColumn::school_type, "tieuhoc") == "tieu_hoc");
  CHECK(nearest_office_word(IdentityColumn::ownership, "Công lâp") == "Công lập");
  CHECK(nearest_office_word(IdentityColumn::assessment, "seff") == "self");
  CHECK(nearest_office_word(IdentityColumn::ownership, "quốc tế") == "");
}

TEST_CASE("values of a choice") {
  Field field;
  field.type = FieldType::scale;
  field.values = {{"khong_co", {"Không có", "None"}},
                  {"co_ban", {"Cơ bản", "Basic"}},
                  {"tien_tien", {"Tiên tiến", "Advanced"}},
                  {"a", {"Tốt", "Good"}},
                  {"b", {"Tột", "Best"}}};
  CHECK(find_choice(field, "Tiên  tiến") == 2);
  CHECK(find_choice(field, "TIEN TIEN") == 2);
  CHECK(find_choice(field, "advanced") == 2);
  CHECK(find_choice(field, "tien_tien") == 2);
  CHECK(find_choice(field, "co ban") == 1);
  CHECK_FALSE(find_choice(field, "Tiên tien").has_value());
  CHECK_FALSE(find_choice(field, "tot").has_value());  // of two values
  CHECK(find_choice(field, "tốt") == 3);
  CHECK(nearest_choice(field, "Tiên tiếm") == "Tiên tiến");
  CHECK(nearest_choice(field, "xyz") == "");
}

}  // namespace
}  // namespace kdcl

#include <doctest/doctest.h>

#include "read/schools/labels.h"
#include "support/school_text.h"

namespace kdcl {
namespace {

TEST_CASE("labels: a field by its title, with its id where that says more") {
  Field field;
  field.id = "teacher_fill";
  field.title = {"Tỷ lệ bố trí giáo viên", "Teacher fill"};
  CHECK(field_label(field, Language::vi) == "Tỷ lệ bố trí giáo viên (teacher_fill)");
  CHECK(field_label(field, Language::en) == "teacher_fill");
  field.title.en = "Teachers in post";
  CHECK(field_label(field, Language::en) == "Teachers in post (teacher_fill)");
}

TEST_CASE("labels: identity columns") {
  CHECK(identity_label(IdentityColumn::assessed_on, Language::vi) == "Ngày đánh giá (assessed_on)");
  CHECK(identity_label(IdentityColumn::commune, Language::vi) == "Xã (commune)");
  CHECK(identity_label(IdentityColumn::assessed_on, Language::en) == "assessed_on");
}

TEST_CASE("labels: faults name the school of their row, by id and name as far as known") {
  const Run run = test::run_of(test::kOneLevel);
  const auto read = test::read_schools(run,
                                       "school_id,school_name,school_type,assessed_on,1.1.1\n"
                                       "S1,Mường La,tieu_hoc,2024-05-31,a\n"
                                       "S2,,tieu_hoc,2024-05-31,b\n"
                                       "\n"
                                       ",Sông Mã,tieu_hoc,2024-05-31,x\n"
                                       "S4,S4,tieu_hoc,2024-05-31,c\n");
  Diagnostics found(Language::en);  // places count from the start of the block
  for (Diagnostic fault : read->diagnostics.kept()) {
    --fault.location.line;
    found.add(std::move(fault));
  }
  name_schools(read->table, false, found);
  CHECK(
      format_diagnostics(found, false) ==
      "data.csv:1:5: error: school S1 (Mường La): 1.1.1: expected met, not met or not applicable, "
      "found \"a\"\n  hint: leave it empty if it is not judged yet\n"
      "data.csv:2:5: error: school S2: 1.1.1: expected met, not met or not applicable, found "
      "\"b\"\n  hint: leave it empty if it is not judged yet\n"
      "data.csv:4:1: error: school Sông Mã: school_id: expected the school's id, found an empty "
      "cell\n"
      "data.csv:5:5: error: school S4: 1.1.1: expected met, not met or not applicable, found "
      "\"c\"\n  hint: leave it empty if it is not judged yet\n");
}

TEST_CASE("labels: a fault between two rows is of the one above only where rows are long") {
  const Run run = test::run_of(test::kOneLevel);
  const auto read =
      test::read_schools(run, "school_id,school_type,assessed_on\nS1,gdtx,2024-05-31\n");
  Diagnostics found(Language::vi);
  found.error({"data.csv"}, {"a", "a"});
  found.error({"data.csv", 1}, {"b", "b"});
  found.error({"data.csv", 2}, {"c", "c"});
  Diagnostics of_yaml(found);
  name_schools(read->table, false, found);
  CHECK(format_diagnostics(found, false) ==
        "data.csv: lỗi: a\ndata.csv:1: lỗi: trường S1: b\ndata.csv:2: lỗi: c\n");
  name_schools(read->table, true, of_yaml);
  CHECK(format_diagnostics(of_yaml, false) ==
        "data.csv: lỗi: a\ndata.csv:1: lỗi: trường S1: b\ndata.csv:2: lỗi: trường S1: c\n");
}

}  // namespace
}  // namespace kdcl

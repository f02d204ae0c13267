#include "support/score_case.h"

namespace kdcl::testing {
namespace {

Expression field_expression(uint32_t field, ValueKind kind) {
  Expression expression;
  expression.nodes = {{Operation::field, kind, field, 0, 0}};
  return expression;
}

/// 100 * field / other
Expression share_expression(uint32_t field, uint32_t other) {
  Expression expression;
  expression.nodes = {{Operation::number, ValueKind::number, 0, 0, 100},
                      {Operation::field, ValueKind::number, field, 0, 0},
                      {Operation::multiply, ValueKind::number, 0, 1, 0},
                      {Operation::field, ValueKind::number, other, 0, 0},
                      {Operation::divide, ValueKind::number, 2, 3, 0}};
  return expression;
}

Field make_field(std::string id, LocalText title, FieldType type, Unit unit) {
  Field field;
  field.id = std::move(id);
  field.title = std::move(title);
  field.type = type;
  field.unit = std::move(unit);
  return field;
}

std::vector<Field> make_fields() {
  Field library =
      make_field("library", {"Danh hiệu thư viện", "Library grade"}, FieldType::scale, {});
  library.values = {{"none", {"chưa đạt", "none"}},
                    {"standard", {"đạt chuẩn", "standard"}},
                    {"advanced", {"tiên tiến", "advanced"}}};
  return {make_field("completed", {"Số học sinh hoàn thành chương trình", "Pupils who completed"},
                     FieldType::integer, {"học sinh", "pupils", "pupil"}),
          make_field("pupils", {"Số học sinh", "Pupils"}, FieldType::integer,
                     {"học sinh", "pupils", "pupil"}),
          library, make_field("fenced", {"Có tường rào", "Fenced"}, FieldType::flag, {})};
}

Requirement completion(double value) {
  Requirement requirement;
  requirement.measure = "completion";
  requirement.title = {"Tỉ lệ học sinh hoàn thành chương trình lớp học",
                       "Share of pupils who completed the class"};
  requirement.unit = {"%", "%", "%"};
  requirement.figure = share_expression(0, 1);
  requirement.value = value;
  Exception exception;
  exception.where = field_expression(3, ValueKind::truth);
  exception.value = value - 5;
  exception.because = {"Trường ở vùng khó khăn", "School in a difficult area"};
  requirement.exceptions = {exception};
  return requirement;
}

Requirement on_field(uint32_t field, const Field& named, Comparison comparison, double value) {
  Requirement requirement;
  requirement.measure = named.id;
  requirement.title = named.title;
  requirement.field = field;
  requirement.figure = field_expression(field, ValueKind::scale);
  requirement.comparison = comparison;
  requirement.value = value;
  return requirement;
}

Indicator indicator(std::string name, uint32_t criterion, int level, std::string vi,
                    std::string en) {
  Indicator made;
  made.name = std::move(name);
  made.criterion = criterion;
  made.level = level;
  made.text = {std::move(vi), std::move(en)};
  made.clause = "Điều " + std::to_string(6 + level) + " khoản " + std::to_string(criterion + 1);
  return made;
}

void add_awards(CriteriaSet& set) {
  const Condition cohort{"cohort",
                         {"Có một khóa đã học xong", "One cohort has finished"},
                         field_expression(3, ValueKind::truth),
                         Certainty::high};
  set.award_families = {
      {"accreditation",
       {{1, {"Cấp độ 1", "Accreditation level 1"}, 5, {}, Certainty::high},
        {2, {"Cấp độ 2", "Accreditation level 2"}, 5, {}, Certainty::high}}},
      {"national_standard",
       {{2, {"Mức độ 1", "National standard level 1"}, 5, {cohort}, Certainty::high},
        {3, {"Mức độ 2", "National standard level 2"}, 5, {}, Certainty::high}}}};
}

void add_criteria(CriteriaSet& set) {
  set.standards = {{"1",
                    {"Tổ chức và quản lý nhà trường", "Organisation and management"},
                    0,
                    2,
                    Certainty::high},
                   {"5",
                    {"Hoạt động giáo dục và kết quả giáo dục", "Education and its results"},
                    2,
                    1,
                    Certainty::high}};
  const auto add = [&set](std::string id, LocalText title, uint32_t standard, uint32_t first,
                          uint32_t count) {
    Criterion criterion;
    criterion.id = std::move(id);
    criterion.title = std::move(title);
    criterion.standard = standard;
    criterion.first_indicator = first;
    criterion.indicator_count = count;
    set.criteria.push_back(criterion);
  };
  add("1.1", {"Phương hướng, chiến lược", "Strategy"}, 0, 0, 2);
  add("1.2", {"Thư viện", "Library"}, 0, 2, 2);
  add("5.5", {"Kết quả giáo dục", "Education results"}, 1, 4, 3);
  set.criteria[2].monitor = {0};
}

void add_indicators(CriteriaSet& set) {
  set.indicators = {
      indicator("1.1.1a", 0, 1, "Có chiến lược phát triển nhà trường", "The school has a strategy"),
      indicator("1.1.2", 0, 2, "Có giám sát việc thực hiện chiến lược",
                "The strategy is monitored"),
      indicator("1.2.1", 1, 1, "Trường có tường rào", "The school is fenced"),
      indicator("1.2.2", 1, 2, "Thư viện đạt danh hiệu tiên tiến",
                "The library is graded advanced"),
      indicator("5.5.1a", 2, 1, "Ít nhất 70% học sinh hoàn thành chương trình lớp học",
                "At least 70% of pupils complete the class"),
      indicator("5.5.2a", 2, 2, "Ít nhất 85% học sinh hoàn thành chương trình lớp học",
                "At least 85% of pupils complete the class"),
      indicator("5.5.3a", 2, 3, "Ít nhất 95% học sinh hoàn thành chương trình lớp học",
                "At least 95% of pupils complete the class")};
  set.indicators[2].requirements = {on_field(3, set.fields[3], Comparison::equals, 1)};
  set.indicators[3].requirements = {on_field(2, set.fields[2], Comparison::at_least, 2)};
  set.indicators[3].checked = Certainty::low;
  set.indicators[4].requirements = {completion(70)};
  set.indicators[5].requirements = {completion(85)};
  set.indicators[6].requirements = {completion(95)};
}

CriteriaSet make_set() {
  CriteriaSet set;
  set.id = "tieu-hoc-2018";
  set.title = {"Trường tiểu học", "Primary school"};
  set.document = "17/2018/TT-BGDĐT";
  set.in_force_from = *read_date("2018-10-10");
  set.in_force_to = *read_date("2026-07-06");
  set.sha256 = std::string(64, 'a');
  set.levels = {
      {1, {"Mức 1", "Level 1"}, {}}, {2, {"Mức 2", "Level 2"}, {}}, {3, {"Mức 3", "Level 3"}, {}}};
  set.fields = make_fields();
  Monitor monitor{"fill",
                  {"Tỉ lệ giáo viên so với định mức", "Teachers against the norm"},
                  {"%", "%", "%"},
                  share_expression(0, 1)};
  set.monitors = {monitor};
  add_awards(set);
  add_criteria(set);
  add_indicators(set);
  return set;
}

// One letter an indicator: x met, k not met, ? unknown, n not applicable.
void set_verdicts(std::string_view letters, size_t row, BitRows& met, BitRows& not_met,
                  BitRows& not_applicable) {
  for (size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] == 'x') met.set(row, i);
    if (letters[i] == 'k') not_met.set(row, i);
    if (letters[i] == 'n') not_applicable.set(row, i);
  }
}

struct RowText {
  std::string_view id, name, type, district, stage;
  int16_t set;
  std::string_view judged, verdicts;
  int level, level_max;
  std::vector<int> criteria, criteria_max;
  double completed, pupils, library, fenced, recognized;
  std::string_view recognized_on;
};

Figure figure_of(const Indicator& indicator, double found, double required, double heads) {
  Figure figure;
  figure.found = found;
  figure.required = required;
  figure.fails = found < required;
  if (figure.fails && indicator.requirements[0].unit.vi == "%") {
    figure.shortfall = required - found;
    figure.heads = heads;
  }
  return figure;
}

SchoolDetail detail_of(const CriteriaSet& set, const RowText& row) {
  SchoolDetail detail;
  detail.figures.resize(set.indicators.size());
  const double share = 100 * row.completed / row.pupils;
  detail.figures[2] = figure_of(set.indicators[2], row.fenced, 1, kUnknown);
  detail.figures[3] = figure_of(set.indicators[3], row.library, 2, kUnknown);
  for (size_t i = 4; i < 7; ++i) {
    const double required = set.indicators[i].requirements[0].value;
    const double wanted = std::ceil(required * row.pupils / 100) - row.completed;
    detail.figures[i] = figure_of(set.indicators[i], share, required, wanted);
  }
  detail.monitors = {96.5};
  detail.conditions = {row.fenced == 1 ? Verdict::met : Verdict::unknown};
  return detail;
}

void size_block(ScoredBlock& block, size_t rows) {
  block.table.rows = rows;
  for (BitRows* bits : {&block.table.met, &block.table.not_met, &block.table.not_applicable,
                        &block.table.filled, &block.score.met, &block.score.not_met,
                        &block.score.not_applicable, &block.score.contradiction,
                        &block.score.unverified, &block.score.blocking, &block.score.missing})
    bits->resize(rows, 1);
  block.table.numbers.resize(4);
  block.table.texts.resize(4);
  block.score.criteria_stride = 3;
}

void add_identity(SchoolTable& table, const RowText& row) {
  const auto add = [&table](IdentityColumn column, std::string_view text) {
    table.identity[static_cast<size_t>(column)].push_back(text);
  };
  add(IdentityColumn::school_id, row.id);
  add(IdentityColumn::school_name, row.name);
  add(IdentityColumn::school_type, row.type);
  add(IdentityColumn::district, row.district);
  add(IdentityColumn::stage, row.stage);
  add(IdentityColumn::assessment, "self");
  table.assessed_on.push_back(*read_date("31/12/2023"));
  table.recognized_level.push_back(row.recognized);
  table.recognized_on.push_back(row.recognized_on.empty() ? kNoDate
                                                          : *read_date(row.recognized_on));
  table.set.push_back(row.set);
  table.line.push_back(table.set.size() + 1);
  const double values[] = {row.completed, row.pupils, row.library, row.fenced};
  for (size_t i = 0; i < 4; ++i) table.numbers[i].push_back(values[i]);
}

void add_scores(ScoreBlock& score, const RowText& row) {
  score.level.push_back(static_cast<int8_t>(row.level));
  score.level_max.push_back(static_cast<int8_t>(row.level_max));
  score.school_level.push_back(static_cast<int8_t>(row.level));
  score.school_level_max.push_back(static_cast<int8_t>(row.level_max));
  for (size_t i = 0; i < 3; ++i) {
    score.criterion_level.push_back(static_cast<int8_t>(row.criteria[i]));
    score.criterion_level_max.push_back(static_cast<int8_t>(row.criteria_max[i]));
  }
}

ScoredBlock make_block(const Run& run, const std::vector<RowText>& rows) {
  ScoredBlock block;
  size_block(block, rows.size());
  for (size_t i = 0; i < rows.size(); ++i) {
    add_identity(block.table, rows[i]);
    add_scores(block.score, rows[i]);
    set_verdicts(rows[i].judged, i, block.table.met, block.table.not_met,
                 block.table.not_applicable);
    set_verdicts(rows[i].verdicts, i, block.score.met, block.score.not_met,
                 block.score.not_applicable);
    block.details.push_back(rows[i].set == kNoSet ? SchoolDetail{}
                                                  : detail_of(run.sets[0], rows[i]));
  }
  return block;
}

constexpr double kNaN = kUnknown;

// clang-format off
// id, name, type, district, stage, set, judged, verdicts, level, level_max, criteria, criteria_max, figures, recognised
const std::vector<RowText> kSchools = {
    {"MN01", "Tiểu học Chiềng Khoa", "tieu_hoc", "Vân Hồ", "", 0, "xxx?xx?", "xxx?xkk", 1, 1, {2, 1, 1}, {2, 2, 1}, 80, 100, kNaN, 1, kNaN, ""},
    {"MN02", "Tiểu học Tô Múa", "tieu_hoc", "Vân Hồ", "", 0, "xxxxxxx", "xxxxxxx", 3, 3, {2, 2, 3}, {2, 2, 3}, 96, 100, 2, 1, 1, "2020-05-01"},
    {"MN03", "=Trường \"Hoa Ban\" và những điểm trường xa trung tâm nhất", "tieu_hoc", "Mai Sơn", "", 0, "kxxkk??", "kxxkkkk", 0, 0, {0, 1, 0}, {0, 1, 0}, 124, 178, 1, 1, 0, ""},
    {"MN04", "Tiểu học Cò Nòi", "tieu_hoc", "Mai Sơn", "", 0, "xxnxxx?", "xxnxxx?", 2, 3, {2, 2, 2}, {2, 2, 3}, kNaN, 250, 2, kNaN, 1, "2017-05-01"},
    {"GD01", "Trung tâm GDTX", "gdtx", "Mai Sơn", "", kNoSet, "", "", -1, -1, {-1, -1, -1}, {-1, -1, -1}, kNaN, kNaN, kNaN, kNaN, kNaN, ""}};
const std::vector<RowText> kStages = {
    {"MN01", "TH và THCS Chiềng Khoa", "th_thcs", "", "tieu_hoc", 0, "xxxxxx?", "xxxxxxk", 2, 2, {2, 2, 2}, {2, 2, 2}, 90, 100, 2, 1, kNaN, ""},
    {"MN01", "TH và THCS Chiềng Khoa", "th_thcs", "", "thcs", 0, "xxxxxx?", "xxxxxkk", 1, 1, {2, 2, 1}, {2, 2, 1}, 80, 100, 2, 1, kNaN, ""}};
// clang-format on

}  // namespace

ScoreCase make_score_case() {
  ScoreCase made;
  made.run = make_run({make_set()}, kNoDate);
  ScoredBlock block = make_block(made.run, kSchools);
  block.score.blocking.set(0, 5);
  block.score.missing.set(0, 3);
  block.score.contradiction.set(0, 5);
  block.score.blocking.set(2, 0);
  block.score.blocking.set(2, 4);
  block.score.missing.set(3, 6);
  block.score.unverified.set(3, 5);
  // 124 of 178 is 69.66 %: at 70 % that is one pupil short (125 of 178 is 70.22 %). MN04 shows a
  // threshold of its own.
  block.details[3].figures[6]->required = 90;
  block.details[3].figures[6]->exception = 0;
  made.blocks.push_back(std::move(block));
  return made;
}

ScoreCase make_stage_case() {
  ScoreCase made;
  made.run = make_run({make_set()}, kNoDate);
  made.run.sets[0].per_stage = true;
  ScoredBlock block = make_block(made.run, kStages);
  block.score.blocking.set(0, 6);
  block.score.blocking.set(1, 5);
  block.score.school_level = {1, 1};
  block.score.school_level_max = {1, 1};
  made.blocks.push_back(std::move(block));
  return made;
}

}  // namespace kdcl::testing

#include "report/template/entry_form.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "base/pattern.h"
#include "model/criteria.h"
#include "model/office_words.h"
#include "report/common/phrases.h"
#include "report/criteria/document.h"

namespace kdcl {
namespace {

constexpr Message kFormTitle{"Phiếu nhập dữ liệu: {0} ({1})", "Data entry: {0} ({1})"};
constexpr Message kGuide{"Hướng dẫn", "Guide"};
constexpr Message kSchools{"Trường", "Schools"};
constexpr Message kIndicators{"Chỉ báo", "Indicators"};
constexpr Message kEvidence{"Minh chứng", "Evidence"};
constexpr Message kImprovement{"Cải tiến", "Improvement"};
constexpr Message kEvidenceTitle{"Danh mục minh chứng", "List of evidence"};
constexpr Message kImprovementTitle{"Điểm mạnh, điểm yếu và kế hoạch cải tiến từng tiêu chí",
                                    "Strengths, weaknesses and plans by criterion"};
constexpr Message kCodeLike{"như {0}", "such as {0}"};
constexpr Message kSeveralCodes{"nhiều mã cách nhau bằng dấu ;", "several codes set apart by ;"};
constexpr Message kWholeDong{"số tiền bằng đồng, hoặc chữ", "an amount in đồng, or words"};
constexpr Message kDateOrWords{"31/12/2023, hoặc chữ", "31/12/2023, or words"};
constexpr Message kSchoolsTitle{"Thông tin và số liệu của trường", "Schools and their figures"};
constexpr Message kIndicatorsTitle{"Kết quả đánh giá từng chỉ báo", "Judgements of the indicators"};
constexpr Message kWrongEntry{"Giá trị không hợp lệ. Cần: ", "This value does not fit. Expected: "};
constexpr Message kOfAllStages{"chọn trong danh sách; để trống nếu dùng chung cho mọi cấp học",
                               "one of the list; empty if it is for all stages"};

constexpr std::array kSteps = {
    Message{"1. Trang \"Trường\": mỗi trường một dòng, bắt đầu từ dòng dưới hàng mã cột. Ô chưa có "
            "số liệu thì để trống, không ghi 0.",
            "1. Sheet \"Schools\": a row a school, below the row of column codes. Leave empty what "
            "is not known; do not write 0."},
    Message{"2. Trang \"Chỉ báo\": chọn đạt, không đạt hoặc không áp dụng ở cột kết quả; chưa đánh "
            "giá thì để trống. Ghi chú và mã minh chứng tùy ý.",
            "2. Sheet \"Indicators\": choose met, not met or not applicable in the column of "
            "results; leave empty what is not judged yet. Notes and codes of evidence are free."},
    Message{"3. Chỉ các ô màu vàng nhạt là để điền; các ô khác được khóa, không có mật khẩu. Có "
            "thể chèn thêm dòng, đổi chỗ cột: chương trình tìm lại theo mã ở hàng mã cột.",
            "3. Only the pale yellow cells are to be filled in; the others are locked, without a "
            "password. Rows may be inserted and columns moved: they are found again by the codes "
            "in their header."},
    Message{
        "4. Trang \"Minh chứng\": mỗi minh chứng một dòng, mỗi minh chứng một mã dùng chung cho "
        "mọi tiêu chí. Trang \"Cải tiến\": mỗi tiêu chí một dòng; thêm giải pháp thì chèn dòng mới "
        "và ghi lại mã tiêu chí.",
        "4. Sheet \"Evidence\": a row a document, which has one code for all criteria. Sheet "
        "\"Improvement\": a row a criterion; for further measures insert rows with the same code "
        "of the criterion."},
    Message{"5. Lưu tệp, rồi kiểm tra bằng \"kdcl check TỆP\", chấm bằng \"kdcl score TỆP\", lập "
            "báo cáo bằng "
            "\"kdcl report TỆP\".",
            "5. Save the file, then check it with \"kdcl check FILE\", score it with \"kdcl score "
            "FILE\" and make its report with \"kdcl report FILE\"."}};

constexpr Message kStageStep{
    "6. Trường có nhiều cấp học: mỗi cấp học một dòng ở trang \"Trường\"; ở các trang khác, cột "
    "\"stage\" cho biết dòng thuộc cấp học nào. Dòng chèn thêm phải ghi mã trường và cấp học; minh "
    "chứng dùng chung cho mọi cấp học thì để trống cấp học.",
    "6. A school of several stages has a row for each on the sheet \"Schools\"; on the others the "
    "column \"stage\" says which one a row is about. Rows that are inserted need the school's id "
    "and the stage; documents that are for all stages have none."};

EntryTable schools_table(const Run& run, const std::vector<KnownSchool>& schools,
                         Language language) {
  EntryTable table{.sheet = kSchools.text(language),
                   .title = kSchoolsTitle.text(language),
                   .columns = school_columns(run, language),
                   .rows = {},
                   .free_rows = 0,
                   .frozen_columns = 2};
  for (size_t i = 0; i < std::max<size_t>(1, schools.size()); ++i) {
    table.rows.push_back(entry_row(run, schools.empty() ? KnownSchool{} : schools[i]));
    table.rows.back().resize(table.columns.size());  // judgements have a sheet of their own
    for (size_t column = 0; column < table.columns.size(); ++column)
      table.rows.back()[column] = listed_word(table.columns[column], table.rows.back()[column]);
  }
  return table;
}

EntryTable indicators_table(const Run& run, const std::vector<KnownSchool>& schools,
                            Language language) {
  const std::vector<EntryColumn> owner = owner_columns(schools, language);
  EntryTable table{.sheet = kIndicators.text(language),
                   .title = kIndicatorsTitle.text(language),
                   .columns = owner,
                   .rows = {},
                   .free_rows = 0,
                   .frozen_columns = owner.size() + 1};
  const auto given = [&](const char* id, const Message& title, double width) {
    table.columns.push_back(
        {.id = id, .title = title.text(language), .hint = {}, .width = width, .is_given = true});
  };
  given("indicator", {"Tên chỉ báo", "Name of the indicator"}, 11);
  given("text", {"Nội dung", "Text"}, 70);
  given("clause", {"Điều khoản", "Clause"}, 22);
  table.columns.push_back(
      {.id = "result",
       .title = Message{"Kết quả đánh giá", "Judgement"}.text(language),
       .hint = kOneOf.text(language),
       .type = FieldType::choice,
       .choices = language == Language::vi
                      ? std::vector<std::string>{"đạt", "không đạt", "không áp dụng"}
                      : std::vector<std::string>{"met", "not met", "not applicable"},
       .width = 16});
  table.columns.push_back({.id = "note",
                           .title = Message{"Ghi chú", "Remark"}.text(language),
                           .hint = {},
                           .width = 30});
  table.columns.push_back({.id = "evidence",
                           .title = Message{"Mã minh chứng", "Codes of evidence"}.text(language),
                           .hint = kSeveralCodes.text(language),
                           .width = 24});
  for (size_t i = 0; i < std::max<size_t>(1, schools.size()); ++i)
    for (const Indicator* indicator : entry_indicators(run)) {
      auto& row = table.rows.emplace_back(owner_cells(owner, schools, i));
      row.insert(row.end(), {indicator->name, indicator->text.in(language), indicator->clause});
    }
  return table;
}

/// A column to fill in with text.
EntryColumn text_entry(const char* id, const Message& title, double width, Language language,
                       std::string hint = {}) {
  return {.id = id, .title = title.text(language), .hint = std::move(hint), .width = width};
}

/// A code that the set would take; empty if none of the usual ones is.
std::string example_code(const CriteriaSet& set) {
  if (set.evidence_code.empty()) return {};
  const std::optional<Pattern> pattern = Pattern::read(set.evidence_code);
  for (const char* code : {"[H1-1.1-01]", "(MC.1.1.01)"})
    if (pattern && pattern->matches(code)) return code;
  return {};
}

EntryTable evidence_table(const Run& run, const std::vector<KnownSchool>& schools,
                          Language language) {
  constexpr size_t kFewestDocuments = 60;  // that there is room for
  constexpr size_t kDocumentsOfSchool = 20;
  const std::string code = example_code(run.sets.front());
  EntryTable table{.sheet = kEvidence.text(language),
                   .title = kEvidenceTitle.text(language),
                   .columns = owner_columns(schools, language),
                   .rows = {},
                   .free_rows = std::max(kFewestDocuments, kDocumentsOfSchool * schools.size()),
                   .frozen_columns = 0};
  const auto add = [&](const char* id, const Message& title, double width, std::string hint = {}) {
    table.columns.push_back(text_entry(id, title, width, language, std::move(hint)));
  };
  for (EntryColumn& column : table.columns) {
    column.is_given = false;
    if (!column.choices.empty()) column.hint = kOfAllStages.text(language);
  }
  add("criterion", {"Thuộc tiêu chí", "Of criterion"}, 11);
  add("code", {"Mã của minh chứng", "Code of the document"}, 16,
      code.empty() ? code : format_message(language, kCodeLike, code));
  add("title", {"Tên của minh chứng", "Title of the document"}, 50);
  add("issued",
      {"Số, ngày ban hành, hoặc thời điểm khảo sát, phỏng vấn, quan sát",
       "Number and date, or time of the survey, interview, observation"},
      26);
  add("issuer", {"Nơi ban hành hoặc nhóm, cá nhân thực hiện", "Issued or made by"}, 24);
  add("location",
      {"Định dạng, vị trí lưu trữ hoặc đường dẫn", "Format and place where it is kept, or link"},
      28);
  add("remark", {"Ghi chú về minh chứng", "Remark"}, 20);
  return table;
}

EntryTable improvement_table(const Run& run, const std::vector<KnownSchool>& schools,
                             Language language) {
  const std::vector<EntryColumn> owner = owner_columns(schools, language);
  EntryTable table{.sheet = kImprovement.text(language),
                   .title = kImprovementTitle.text(language),
                   .columns = owner,
                   .rows = {},
                   .free_rows = 0,
                   .frozen_columns = owner.size() + 2};
  const auto add = [&](const char* id, const Message& title, double width, std::string hint = {}) {
    table.columns.push_back(text_entry(id, title, width, language, std::move(hint)));
  };
  add("criterion", {"Mã tiêu chí", "Criterion"}, 10);
  add("criterion_title", {"Tên tiêu chí", "Title"}, 34);
  for (EntryColumn& column : table.columns) column.is_given = true;
  add("strengths", {"Các điểm mạnh", "Strengths"}, 34);
  add("weaknesses", {"Các điểm yếu, hạn chế", "Weaknesses"}, 34);
  add("cause", {"Nguyên nhân của điểm yếu", "Cause"}, 26);
  add("goal", {"Mục tiêu cải tiến", "Goal"}, 26);
  add("action", {"Giải pháp, hoạt động cải tiến", "Measure"}, 36);
  add("by", {"Hoàn thành trước ngày", "By"}, 14, kDateOrWords.text(language));
  add("owner", {"Người, bộ phận phụ trách", "Responsible"}, 18);
  add("cost", {"Kinh phí, nguồn lực", "Cost"}, 18, kWholeDong.text(language));
  add("done", {"Đã hoàn thành chưa", "Done"}, 12, kOneOf.text(language));
  table.columns.back().choices = {"có", "không"};
  for (size_t i = 0; i < std::max<size_t>(1, schools.size()); ++i)
    for (const Criterion& criterion : run.sets.front().criteria) {
      auto& row = table.rows.emplace_back(owner_cells(owner, schools, i));
      row.insert(row.end(), {criterion.id, criterion.title.in(language)});
    }
  return table;
}

}  // namespace

EntryForm make_entry_form(const Run& run, const std::vector<KnownSchool>& schools,
                          Language language, const std::string& version) {
  const CriteriaSet& set = run.sets.front();
  EntryForm form{
      .language = language,
      .title = format_message(language, kFormTitle, set.title.in(language), set.document),
      .producer = "kdcl " + version,
      .created = 0,
      .guide = kGuide.text(language),
      .instructions = {},
      .wrong_entry = kWrongEntry.text(language),
      .tables = {}};
  for (const Message& step : kSteps) form.instructions.push_back(step.text(language));
  if (owner_columns(schools, language).size() > 1)
    form.instructions.push_back(kStageStep.text(language));
  form.tables = {schools_table(run, schools, language), indicators_table(run, schools, language),
                 evidence_table(run, schools, language), improvement_table(run, schools, language)};
  return form;
}

std::vector<std::string> entry_ids(const Run& run) {
  std::vector<std::string> ids;
  for (const EntryColumn& column : school_columns(run, Language::vi)) ids.push_back(column.id);
  for (const Indicator* indicator : entry_indicators(run)) ids.push_back(indicator->name);
  return ids;
}

std::vector<std::string> entry_row(const Run& run, const KnownSchool& school) {
  std::vector<std::string> row;
  for (const std::string& id : entry_ids(run))
    row.push_back(id == identity_name(IdentityColumn::criteria_set) ? run.sets.front().id
                                                                    : school.text(id));
  return row;
}

namespace {

struct IdentityEntry {
  IdentityColumn column;
  Message title;
  FieldType type;
  double width;
};

constexpr std::array kIdentity = {
    IdentityEntry{IdentityColumn::school_id,
                  {"Mã trường (bắt buộc)", "School id (required)"},
                  FieldType::text,
                  12},
    IdentityEntry{IdentityColumn::school_name,
                  {"Tên đầy đủ của trường", "Full name of the school"},
                  FieldType::text,
                  34},
    IdentityEntry{IdentityColumn::school_type,
                  {"Cấp học, loại trường", "Type of school"},
                  FieldType::choice,
                  14},
    IdentityEntry{IdentityColumn::ownership,
                  {"Công lập, ngoài công lập", "Ownership"},
                  FieldType::choice,
                  12},
    IdentityEntry{IdentityColumn::district,
                  {"Huyện (trước 01/7/2025)", "District (before 01/07/2025)"},
                  FieldType::text,
                  16},
    IdentityEntry{IdentityColumn::commune, {"Xã, phường", "Commune or ward"}, FieldType::text, 16},
    IdentityEntry{
        IdentityColumn::assessed_on, {"Đánh giá ngày", "Assessed on"}, FieldType::date, 12},
    IdentityEntry{IdentityColumn::assessment,
                  {"Tự đánh giá hay đánh giá ngoài", "Self or external assessment"},
                  FieldType::choice,
                  12},
    IdentityEntry{
        IdentityColumn::recognized_level,
        {"Chuẩn quốc gia mức độ (theo quyết định)", "National standard level, by decision"},
        FieldType::integer,
        12},
    IdentityEntry{
        IdentityColumn::recognized_on, {"Công nhận ngày", "Recognised on"}, FieldType::date, 12},
    IdentityEntry{IdentityColumn::decision,
                  {"Quyết định số", "Number of the decision"},
                  FieldType::text,
                  16}};
constexpr IdentityEntry kStage{IdentityColumn::stage,
                               {"Cấp học của dòng này", "Stage that the row is about"},
                               FieldType::choice,
                               12};

/// Whose a row is, on the sheets behind the first.
constexpr IdentityEntry kOwner{
    IdentityColumn::school_id, {"Trường có mã", "School of the id"}, FieldType::text, 12};
constexpr IdentityEntry kOwnerStage{
    IdentityColumn::stage, {"Cấp học", "Stage"}, FieldType::choice, 11};

/// Tells a template from that of another set.
constexpr IdentityEntry kSet{IdentityColumn::criteria_set,
                             {"Bộ tiêu chí của mẫu này", "Criteria set of this form"},
                             FieldType::text,
                             16};

/// A title as a word of a list, which Excel keeps with commas between: "TH&THCS&THPT".
std::string listed(std::string_view title) {
  if (title.find(',') == std::string_view::npos) return std::string(title);
  std::string word(title);
  for (const std::string_view sign : {", ", " và "})
    while (word.find(sign) != std::string::npos) word.replace(word.find(sign), sign.size(), "&");
  return word;
}

EntryColumn identity_entry(const IdentityEntry& entry, Language language) {
  EntryColumn column{.id = std::string(identity_name(entry.column)),
                     .title = entry.title.text(language),
                     .hint = entry.type == FieldType::date ? "31/12/2023" : "",
                     .type = entry.type,
                     .width = entry.width};
  for (const OfficeWord& word : office_words(entry.column))
    column.choices.push_back(listed(word.title.in(language)));
  if (entry.column == IdentityColumn::recognized_level) column.choices = {"0", "1", "2"};
  if (!column.choices.empty()) column.hint = kOneOf.text(language);
  return column;
}

/// Excel keeps at most 255 bytes of a list of words; longer ones are left to the check of kdcl.
std::vector<std::string> choices_of(const Field& field, Language language) {
  if (field.type == FieldType::flag) return {"có", "không"};
  std::vector<std::string> choices;
  size_t size = 0;
  for (const Choice& choice : field.values) {
    choices.push_back(choice.title.in(language));
    size += choices.back().size() + 1;
    if (choices.back().find(',') != std::string::npos) return {};
  }
  return size <= 255 ? choices : std::vector<std::string>();
}

EntryColumn field_entry(const Field& field, Language language) {
  std::vector<std::string> hints = {field_type_text(field.type, language),
                                    field.unit.in(language, 2), accepted_values(field, language)};
  std::erase(hints, "");
  return {.id = field.id,
          .title = field.title.in(language),
          .hint = joined(hints, " · "),
          .type = field.type,
          .min = field.min,
          .max = field.max,
          .part_of = field.part_of,
          .choices = choices_of(field, language),
          .width = 15};
}

}  // namespace

std::vector<EntryColumn> school_columns(const Run& run, Language language) {
  const CriteriaSet& set = run.sets.front();
  std::vector<EntryColumn> columns;
  for (const IdentityEntry& entry : kIdentity) columns.push_back(identity_entry(entry, language));
  if (set.per_stage) columns.push_back(identity_entry(kStage, language));
  columns.push_back(identity_entry(kSet, language));
  columns.back().is_given = true;
  std::set<uint32_t> known;
  for (const JudgedSet& judged : run.judged.front())
    for (const uint32_t field : used_fields(run.sets[judged.set]))
      if (known.insert(field).second) columns.push_back(field_entry(run.fields[field], language));
  return columns;
}

std::vector<const Indicator*> entry_indicators(const Run& run) {
  std::vector<const Indicator*> indicators;
  std::set<std::string_view> known;
  for (const JudgedSet& judged : run.judged.front())
    for (const Indicator& indicator : run.sets[judged.set].indicators)
      if (known.insert(indicator.name).second) indicators.push_back(&indicator);
  return indicators;
}

std::vector<EntryColumn> owner_columns(const std::vector<KnownSchool>& schools, Language language) {
  if (schools.size() < 2) return {};
  std::vector<EntryColumn> columns = {identity_entry(kOwner, language)};
  std::set<std::string> ids;
  for (const KnownSchool& school : schools) ids.insert(school.text(columns.front().id));
  if (ids.size() < schools.size()) columns.push_back(identity_entry(kOwnerStage, language));
  for (EntryColumn& column : columns) {
    column.hint.clear();
    column.is_given = true;
  }
  return columns;
}

std::vector<std::string> owner_cells(const std::vector<EntryColumn>& owner,
                                     const std::vector<KnownSchool>& schools, size_t school) {
  std::vector<std::string> cells;
  for (const EntryColumn& column : owner)
    cells.push_back(listed_word(column, schools[school].text(column.id)));
  return cells;
}

std::string listed_word(const EntryColumn& column, const std::string& text) {
  const std::optional<IdentityColumn> identity = find_identity(column.id);
  if (!identity) return text;
  const auto words = office_words(*identity);
  const auto id = find_office_word(*identity, text);
  for (size_t i = 0; id && i < words.size(); ++i)
    if (words[i].id == *id) return column.choices[i];
  return text;
}

}  // namespace kdcl

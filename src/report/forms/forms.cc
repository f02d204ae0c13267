#include "report/forms/forms.h"

#include <algorithm>

#include "base/text.h"
#include "report/common/paper.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/common/words.h"
#include "report/forms/parts.h"
#include "report/school/school.h"
#include "report/score/counts.h"
#include "report/score/score.h"

namespace kdcl {
namespace {

/// Whether the letterhead is a school's own, by its last line: "TRƯỜNG TIỂU HỌC HOA BAN".
bool is_of_school(const Letterhead& letterhead, const std::string& name, Language language) {
  return !letterhead.left.empty() && !name.empty() &&
         fold(letterhead.left.back().in(language)).find(fold(name)) != std::string::npos;
}

/// Puts the sheets of a report together, one case after the other.
class FormsMaker {
 public:
  FormsMaker(const Run& run, const SchoolFile& file, const Letterhead& letterhead,
             const ScoreReportOptions& options, Report& report)
      : run_(run), file_(file), letterhead_(letterhead), options_(options), report_(report) {}

  void add_case(const SchoolCase& school, const DataValues& data) {
    const FormView form{{run_, school.row, options_.language}, school};
    // Tabs of several stages are told apart by the stage.
    stage_ = file_.cases.size() > 1
                 ? stage_title(school.row.text(IdentityColumn::stage), options_.language)
                 : std::string();
    put(Message{"Tóm tắt", "Digest"}.text(options_.language), digest_sheet(form));
    if (has_letters(form.set()))
      add_old_forms(form);
    else
      add_new_forms(form);
    add(Message{"Kế hoạch cải tiến", "Plan"}, signed_by_school(form, plan_sheet(form)));
    if (school.earlier && !school.tracked.empty())
      add(Message{"Theo dõi kế hoạch", "Plan so far"}, tracking_sheet(form));
    if (school.external)
      add(has_letters(form.set()) ? Message{"Đánh giá ngoài", "External"}
                                  : Message{"Thẩm định", "External"},
          external_sheet(form));
    add(Message{"Minh chứng", "Evidence"}, evidence_sheet(form));
    if (!data.tables.empty()) add(Message{"Cơ sở dữ liệu", "Data"}, data_sheet(form, data));
  }

  void add_sources() {
    stage_.clear();
    Sheet sheet;
    sheet.title = words::kTitleSource.in(options_.language);
    std::vector<size_t> sets;
    SchoolRows rows;
    for (const SchoolCase& school : file_.cases) {
      rows.rows.push_back(school.row);
      if (std::find(sets.begin(), sets.end(), school.row.set()) == sets.end())
        sets.push_back(school.row.set());
    }
    for (Table table : {own_run_table(), sets_table(run_, sets, options_.language),
                        inputs_table(options_.inputs, options_.language),
                        unsettled_table(run_, sets, options_.language),
                        doubtful_table(run_, find_doubtful(run_, {rows}), options_.language),
                        doubts_table(run_, find_in_doubt(run_, {rows}), options_.language)})
      if (!table.rows.empty()) {
        table.kind = TableKind::form;  // digests are wider than most lines
        sheet.tables.push_back(std::move(table));
      }
    sheet.footnotes = {std::string(words::kSupports.in(options_.language))};
    add(words::kSheetSource, std::move(sheet));
  }

 private:
  void add_old_forms(const FormView& form) {
    add(Message{"Tổng hợp", "Results"}, signed_by_assessor(form, marks_sheet(form)));
    for (const Criterion& criterion : form.set().criteria)
      add(format_message(options_.language, {"TC {0}", "Criterion {0}"}, criterion.id),
          criterion_sheet(form, criterion));
  }

  void add_new_forms(const FormView& form) {
    for (const Standard& standard : form.set().standards)
      add(format_message(options_.language, {"Tiêu chuẩn {0}", "Standard {0}"}, standard.id),
          standard_sheet(form, standard));
    add(Message{"Kết luận", "Conclusion"},
        signed_by_assessor(form, conclusion_sheet(form, report_.sheets.size())));
  }

  void add(const Message& name, Sheet sheet) {
    add(std::string(name.in(options_.language)), std::move(sheet));
  }
  void add(std::string name, Sheet sheet) {
    // Paper has no tabs; the digest says it in its own lines.
    if (!stage_.empty())
      sheet.subtitles.insert(sheet.subtitles.begin(),
                             fmt::format("{}: {}", words::kStage.in(options_.language), stage_));
    put(std::move(name), std::move(sheet));
  }
  void put(std::string name, Sheet sheet) {
    if (!stage_.empty()) name += " - " + stage_;
    sheet.name = tab_name(name);
    report_.sheets.push_back(std::move(sheet));
  }

  /// A name that Excel takes, told from those before it: ids of criteria may be anything.
  [[nodiscard]] std::string tab_name(std::string name) const {
    constexpr size_t kLongestTab = 31;
    for (char& c : name)
      if (std::string_view("[]:*?/\\'").find(c) != std::string_view::npos) c = '_';
    const auto is_taken = [this](const std::string& tab) {
      return std::any_of(report_.sheets.begin(), report_.sheets.end(),
                         [&](const Sheet& sheet) { return fold(sheet.name) == fold(tab); });
    };
    std::string tab = shorten(name, kLongestTab);
    for (int number = 2; is_taken(tab); ++number) {
      const std::string end = fmt::format(" ({})", number);
      tab = shorten(name, kLongestTab - end.size()) + end;
    }
    return tab;
  }

  /// A paper of the school: under the authority that the letterhead is of, in the school's own
  /// name, signed by its head. Only a letterhead that names the school itself has the last word.
  [[nodiscard]] Sheet signed_by_school(const FormView& form, Sheet sheet) const {
    const Language language = options_.language;
    const std::string name(form.school.row.text(IdentityColumn::school_name));
    const bool is_own = is_of_school(letterhead_, name, language);
    Heading heading = state_heading(letterhead_, language);
    if (!is_own) {
      // Which authority a school is under is nowhere in the data.
      heading.left = {letterhead_.left.empty()
                          ? std::string(Message{"................................................",
                                                "................................................"}
                                            .in(language))
                          : letterhead_.left.back().in(language),
                      upper(name)};
    }
    SignatureBlock block = block_of(form);
    const bool is_centre = form.school.row.text(IdentityColumn::school_type) == "gdtx";
    if (!is_own || letterhead_.signers.empty())
      block.people = {
          {},
          {form.said(is_centre ? words::kDirector : Message{"HIỆU TRƯỞNG", "PRINCIPAL"}),
           form.said(words::kSignSealNote),
           {}}};
    sheet.heading = std::move(heading);
    sheet.signatures = std::move(block);
    return sheet;
  }

  /// A paper of whoever judged: of the school, or of external assessors, whose head signs it under
  /// the authority that sent them.
  [[nodiscard]] Sheet signed_by_assessor(const FormView& form, Sheet sheet) const {
    if (form.school.row.text(IdentityColumn::assessment) != "external")
      return signed_by_school(form, std::move(sheet));
    sheet.heading = state_heading(letterhead_, options_.language);
    SignatureBlock block = block_of(form);
    block.people = {
        {},
        {form.said(has_letters(form.set())
                       ? Message{"TRƯỞNG ĐOÀN ĐÁNH GIÁ NGOÀI", "HEAD OF THE ASSESSMENT TEAM"}
                       : Message{"HỘI ĐỒNG THẨM ĐỊNH", "APPRAISAL COUNCIL"}),
         form.said(words::kSignNote),
         {}}};
    sheet.signatures = std::move(block);
    return sheet;
  }

  [[nodiscard]] SignatureBlock block_of(const FormView& form) const {
    return signature_block(letterhead_, form.view.table().assessed_on[form.school.row.row],
                           options_.language);
  }

  [[nodiscard]] Table own_run_table() const {
    const RowAt& row = file_.cases.front().row;
    const Day day = row.block->table.assessed_on[row.row];
    return run_table(options_.language, options_.version,
                     {{words::kSchool, school_title(row)},
                      {words::kDataDate, day_text(day, options_.language)},
                      {words::kRunDate, run_.date == kNoDate ? "" : format_day_first(run_.date)},
                      {words::kSettings, options_.settings}});
  }

  const Run& run_;
  const SchoolFile& file_;
  const Letterhead& letterhead_;
  const ScoreReportOptions& options_;
  Report& report_;
  std::string stage_;
};

}  // namespace

Report make_forms(const Run& run, const SchoolFile& file, const std::vector<DataValues>& data,
                  const Letterhead& letterhead, const ScoreReportOptions& options) {
  const RowAt& first = file.cases.front().row;
  Report report =
      empty_report(school_title(first), first.block->table.assessed_on[first.row], run, options);
  FormsMaker maker(run, file, letterhead, options, report);
  for (size_t i = 0; i < file.cases.size(); ++i) maker.add_case(file.cases[i], data[i]);
  maker.add_sources();
  return report;
}

}  // namespace kdcl

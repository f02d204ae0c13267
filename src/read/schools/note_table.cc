#include "read/schools/note_table.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/text.h"
#include "model/school_case.h"
#include "read/csv/verdict_word.h"
#include "read/schools/binding.h"
#include "read/schools/long_table.h"
#include "read/schools/messages.h"
#include "read/schools/same_schools.h"
#include "read/schools/text_cell.h"

namespace kdcl {
namespace {

using namespace message;

/// What a column holds: its name and its title in templates, in small letters.
struct NoteColumn {
  std::string_view id;
  std::string_view title;
};

constexpr NoteColumn kJudgementColumns[] = {
    {"note", "ghi chú"}, {"evidence", "mã minh chứng"}, {"indicator", "chỉ báo"}};

/// Of a long table as templates have it.
constexpr NoteColumn kJudgementTable[] = {{"indicator", "chỉ báo"}, {"result", "kết quả"},
                                          {"text", "nội dung"},     {"clause", "điều khoản"},
                                          {"note", "ghi chú"},      {"evidence", "mã minh chứng"}};

constexpr NoteColumn kDocumentColumns[] = {
    {"code", "mã minh chứng"},  {"title", "tên minh chứng"},
    {"criterion", "tiêu chí"},  {"issued", "số, ngày ban hành"},
    {"issuer", "nơi ban hành"}, {"location", "nơi lưu trữ"},
    {"remark", "ghi chú"}};
constexpr std::string Document::*kDocumentTexts[] = {
    &Document::code,   &Document::title,    &Document::criterion, &Document::issued,
    &Document::issuer, &Document::location, &Document::remark};
static_assert(std::size(kDocumentTexts) == std::size(kDocumentColumns));

constexpr NoteColumn kImprovementColumns[] = {
    {"criterion", "tiêu chí"}, {"action", "giải pháp"},      {"goal", "mục tiêu"},
    {"by", "thời gian"},       {"owner", "người phụ trách"}, {"cost", "kinh phí"},
    {"done", "đã hoàn thành"}, {"strengths", "điểm mạnh"},   {"weaknesses", "điểm yếu"},
    {"cause", "nguyên nhân"}};
constexpr std::string PlanEntry::*kPlanTexts[] = {  // from the second column on
    &PlanEntry::action, &PlanEntry::goal, &PlanEntry::by,
    &PlanEntry::owner,  &PlanEntry::cost, &PlanEntry::done};
constexpr std::vector<std::string> NodeNotes::*kNodeTexts[] = {  // behind those
    &NodeNotes::strengths, &NodeNotes::weaknesses, &NodeNotes::causes};
static_assert(1 + std::size(kPlanTexts) + std::size(kNodeTexts) == std::size(kImprovementColumns));

std::span<const NoteColumn> columns_of(NoteKind kind) {
  switch (kind) {
    case NoteKind::judgements: return kJudgementColumns;
    case NoteKind::documents: return kDocumentColumns;
    case NoteKind::improvement: break;
  }
  return kImprovementColumns;
}

/// Where the columns stand, in the order of `columns`.
std::vector<int32_t> positions_of(const std::vector<std::string>& folded,
                                  std::span<const NoteColumn> columns) {
  std::vector<int32_t> positions(columns.size(), kNoColumn);
  for (size_t i = 0; i < folded.size(); ++i)
    for (size_t column = 0; column < columns.size(); ++column)
      if (positions[column] == kNoColumn &&
          (folded[i] == columns[column].id || folded[i] == columns[column].title))
        positions[column] = static_cast<int32_t>(i);
  return positions;
}

/// The codes in a cell, which are set apart by anything that codes do not have.
std::vector<std::string> codes_in(std::string_view cell) {
  constexpr std::string_view kBetweenCodes = ";, \t\r\n";
  std::vector<std::string> codes;
  while (true) {
    cell.remove_prefix(std::min(cell.find_first_not_of(kBetweenCodes), cell.size()));
    if (cell.empty()) return codes;
    const size_t end = std::min(cell.find_first_of(kBetweenCodes), cell.size());
    codes.emplace_back(cell.substr(0, end));
    cell.remove_prefix(end);
  }
}

/// Adds the codes of evidence that notes refer to, bare.
void add_used_codes(const SchoolNotes& notes, std::set<std::string>& codes) {
  for (const NodeNotes& node : notes.nodes)
    for (const EvidenceUse& evidence : node.evidence) codes.insert(bare_code(evidence.code));
}

/// One row of a table of notes.
struct NoteRow {
  const NoteColumns& columns;
  LongRow row;

  /// The text in a column of the kind; empty if the table has no such column.
  [[nodiscard]] std::string text(size_t column) const {
    const int32_t at = columns.positions[column];
    return at == kNoColumn ? std::string() : row.text(static_cast<uint32_t>(at));
  }
  [[nodiscard]] Location place(size_t column) const {
    return row.place(static_cast<uint32_t>(std::max(columns.positions[column], 0)));
  }
};

void add_judgement(const NoteRow& row, auto notes_of) {
  std::string note = row.text(0);
  const std::vector<std::string> codes = codes_in(row.text(1));
  if (note.empty() && codes.empty()) return;
  SchoolNotes* notes = notes_of(RowKind::note);
  if (!notes) return;
  NodeNotes& node = notes->of(row.text(2));
  if (!note.empty()) node.state.push_back(std::move(note));
  for (const std::string& code : codes) node.evidence.push_back({code, row.place(1)});
}

void add_document(const NoteRow& row, auto notes_of, Diagnostics& diagnostics) {
  Document document;
  bool is_empty = true;
  for (size_t i = 0; i < std::size(kDocumentTexts); ++i) {
    document.*kDocumentTexts[i] = row.text(i);
    is_empty &= (document.*kDocumentTexts[i]).empty();
  }
  if (is_empty) return;
  document.place = row.place(0);
  if (document.code.empty())
    diagnostics.error(document.place, {"code: cần mã minh chứng, gặp ô trống",
                                       "code: expected a code of evidence, found an empty cell"});
  else if (has_exponent(document.code))
    report_number_of_code(document.place, "code", document.code, diagnostics);
  else if (SchoolNotes* notes = notes_of(RowKind::document))
    notes->documents.push_back(std::move(document));
}

void add_improvement(const NoteRow& row, auto notes_of, Diagnostics& diagnostics) {
  PlanEntry entry;
  bool is_plan = false;
  bool is_empty = true;
  for (size_t i = 0; i < std::size(kPlanTexts); ++i) {
    entry.*kPlanTexts[i] = row.text(1 + i);
    is_plan |= !(entry.*kPlanTexts[i]).empty();
  }
  std::array<std::string, std::size(kNodeTexts)> texts;
  for (size_t i = 0; i < texts.size(); ++i) {
    texts[i] = row.text(1 + std::size(kPlanTexts) + i);
    is_empty &= texts[i].empty();
  }
  if (is_empty && !is_plan) return;
  const std::string criterion = row.text(0);
  if (criterion.empty()) {
    diagnostics.error(row.place(0),
                      {"criterion: cần mã tiêu chí, gặp ô trống",
                       "criterion: expected the id of a criterion, found an empty cell"});
    return;
  }
  SchoolNotes* notes = notes_of(RowKind::note);
  if (!notes) return;
  NodeNotes& node = notes->of(criterion);
  if (node.place.line == 0) node.place = row.place(0);
  for (size_t i = 0; i < texts.size(); ++i)
    if (!texts[i].empty()) (node.*kNodeTexts[i]).push_back(std::move(texts[i]));
  entry.is_done = is_yes(entry.done);
  if (is_plan) node.plan.push_back(std::move(entry));
}

}  // namespace

std::optional<NoteColumns> find_note_columns(const std::vector<std::string>& folded) {
  NoteColumns columns;
  columns.owner = find_owner_columns(folded);
  const auto has = [&columns](size_t column) { return columns.positions[column] != kNoColumn; };
  if (find_long_columns(folded)) {
    columns.positions = positions_of(folded, kJudgementColumns);
    return has(0) || has(1) ? std::optional(columns) : std::nullopt;
  }
  columns.kind = NoteKind::documents;
  columns.positions = positions_of(folded, kDocumentColumns);
  if (has(0) && has(1)) return columns;
  columns.kind = NoteKind::improvement;
  columns.positions = positions_of(folded, kImprovementColumns);
  return has(0) && has(1) ? std::optional(columns) : std::nullopt;
}

std::string find_lost_column(const std::vector<std::string>& folded) {
  constexpr size_t kKnownBy = 2;  // the first columns of each kind
  constexpr size_t kLikely = 3;   // so many others are no accident
  const auto has = [&folded](const NoteColumn& column) {
    return std::find(folded.begin(), folded.end(), column.id) != folded.end();
  };
  for (const std::span<const NoteColumn> columns :
       {std::span<const NoteColumn>(kJudgementTable), std::span<const NoteColumn>(kDocumentColumns),
        std::span<const NoteColumn>(kImprovementColumns)}) {
    const auto others = columns.subspan(kKnownBy);
    if (static_cast<size_t>(std::count_if(others.begin(), others.end(), has)) < kLikely) continue;
    for (const NoteColumn& column : columns.first(kKnownBy))
      if (!has(column)) return std::string(column.id);
  }
  return {};
}

namespace {

/// Beside the criterion of a plan, for people.
constexpr NoteColumn kCriterionTitle{"criterion_title", "tên tiêu chí"};

/// The columns that a table with this header may have, but for those of schools.
std::span<const NoteColumn> columns_of_header(const std::vector<std::string>& folded) {
  const auto notes = find_note_columns(folded);
  const NoteKind kind = notes ? notes->kind : NoteKind::judgements;
  return kind == NoteKind::judgements ? std::span<const NoteColumn>(kJudgementTable)
                                      : columns_of(kind);
}

/// What says whose a row is, and what lists write beside it for people.
constexpr std::array kOwnerColumns = {
    IdentityColumn::school_id, IdentityColumn::school_name, IdentityColumn::school_type,
    IdentityColumn::ownership, IdentityColumn::district,    IdentityColumn::commune,
    IdentityColumn::stage,     IdentityColumn::assessment,  IdentityColumn::assessed_on};

/// "Mã số trường", "Trường": a column of schools under another name.
bool may_be_of_schools(const std::string& name) {
  const std::string words = ' ' + bare_text(name).letters + ' ';
  constexpr std::array kWords = {" ma ", " truong ", " don vi ", "school", "code"};
  return std::any_of(kWords.begin(), kWords.end(), [&words](std::string_view word) {
    return words.find(word) != std::string::npos;
  });
}

}  // namespace

void report_left_out_columns(const std::vector<std::string>& header, const Location& where,
                             bool strict, Diagnostics& diagnostics) {
  const std::vector<std::string> folded = folded_names(header);
  std::vector<std::string_view> known;
  for (const IdentityColumn column : kOwnerColumns)
    known.insert(known.end(), {identity_name(column), folded_title(column)});
  for (const NoteColumn& column : columns_of_header(folded))
    known.insert(known.end(), {column.id, column.title});
  known.insert(known.end(), {kCriterionTitle.id, kCriterionTitle.title});
  const bool has_schools = find_school_column(folded).has_value();
  for (size_t i = 0; i < header.size(); ++i) {
    const std::string name = fold_name(header[i]);
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) continue;
    Location place = where;
    place.column += i;
    if (!has_schools && may_be_of_schools(name)) {
      diagnostics
          .error(place,
                 {"cột \"{0}\" có phải là mã trường? Bảng không có cột Mã trường (school_id) nên "
                  "mọi dòng được hiểu là của trường duy nhất trong tệp",
                  "is the column \"{0}\" that of schools? Without a column school_id all rows are "
                  "about the only school of the file"},
                 excerpt(header[i]))
          .hint({"nếu đúng thì đặt tên cột là Mã trường, nếu không thì bỏ cột này",
                 "if so, name it school_id; if not, take the column out"});
      continue;
    }
    if (strict)
      diagnostics.error(place, kUnknownColumn, excerpt(header[i]));
    else
      diagnostics.warning(place, kUnknownColumn, excerpt(header[i]));
    if (const std::string_view near = nearest_name(name, known); !near.empty())
      diagnostics.hint(kNearestName, near);
  }
}

void TableNotes::add(const TableOrigin& origin, const NoteColumns& columns, const Grid& grid,
                     uint64_t first_line, RowOwners& owners, Diagnostics& diagnostics) {
  for (size_t i = 0; i < grid.rows; ++i) {
    const NoteRow row{columns, {origin, columns.owner, grid, i, grid.line(i) + first_line}};
    Diagnostics found(diagnostics.language());
    const auto notes_of = [&](RowKind kind) -> SchoolNotes* {
      const std::optional<uint32_t> owner = owners.add(row.row, kind, found);
      if (!owner) return nullptr;
      if (notes_.size() <= *owner) notes_.resize(*owner + 1);
      return &notes_[*owner];
    };
    switch (columns.kind) {
      case NoteKind::judgements: add_judgement(row, notes_of); break;
      case NoteKind::documents: add_document(row, notes_of, found); break;
      case NoteKind::improvement: add_improvement(row, notes_of, found); break;
    }
    note_garbled(row.row, columns, found);
    row.row.report(found, diagnostics);
  }
}

void TableNotes::note_garbled(const LongRow& row, const NoteColumns& columns,
                              Diagnostics& diagnostics) {
  const std::span<const NoteColumn> names = columns_of(columns.kind);
  for (size_t i = 0; i < names.size(); ++i) {
    const int32_t at = columns.positions[i];
    if (at == kNoColumn || garbled_.contains({row.origin.name, at})) continue;
    const auto column = static_cast<uint32_t>(at);
    if (warn_of_garbled_note(row.place(column), names[i].id, row.text(column), diagnostics))
      garbled_.insert({row.origin.name, at});
  }
}

const SchoolNotes& TableNotes::of(uint32_t owner) const {
  static const SchoolNotes kNone;
  return owner < notes_.size() ? notes_[owner] : kNone;
}

void TableNotes::add_to(SchoolNotes& notes, const WideRow& row, const RowOwners& owners) const {
  std::vector<Document> shared;
  for (const uint32_t owner : owners.find(row)) {
    SchoolNotes more = of(owner);
    if (!owners.has_stage(owner)) {
      shared.insert(shared.end(), more.documents.begin(), more.documents.end());
      more.documents.clear();
    }
    add_notes(more, notes);
  }
  std::set<std::string> used_here, used_anywhere;
  add_used_codes(notes, used_here);
  for (const uint32_t owner : owners.find_school(row)) add_used_codes(of(owner), used_anywhere);
  for (const Document& document : shared) {
    const std::string code = bare_code(document.code);
    if (used_here.contains(code) || !used_anywhere.contains(code))
      notes.documents.push_back(document);
  }
}

void add_notes(const SchoolNotes& more, SchoolNotes& notes) {
  for (const NodeNotes& from : more.nodes) {
    NodeNotes& to = notes.of(from.node);
    if (to.place.line == 0) to.place = from.place;
    const auto add = [](const auto& texts, auto& all) {
      all.insert(all.end(), texts.begin(), texts.end());
    };
    add(from.state, to.state);
    add(from.strengths, to.strengths);
    add(from.weaknesses, to.weaknesses);
    add(from.causes, to.causes);
    add(from.plan, to.plan);
    add(from.evidence, to.evidence);
  }
  notes.documents.insert(notes.documents.end(), more.documents.begin(), more.documents.end());
}

}  // namespace kdcl

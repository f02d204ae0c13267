#include "report/criteria/diff_lines.h"

#include "report/common/phrases.h"
#include "report/common/words.h"
#include "report/criteria/document.h"
#include "report/criteria/words.h"

namespace kdcl {

using namespace diff_words;

namespace {

constexpr double kSeveral = 2;  // units stand in the plural

/// "bổ sung cột".
std::string kind_text(const DiffView& view, const CriteriaChange& change, const Message& kind) {
  return view.said(change_word(change)) + " " + view.said(kind);
}

/// What is said of a set in one respect.
std::string set_text(Aspect aspect, const CriteriaSet& set, Language language) {
  switch (aspect) {
    case Aspect::id: return set.id;
    case Aspect::title: return set.title.in(language);
    case Aspect::document: return set.document;
    case Aspect::issued: return format_day_first(set.issued);
    case Aspect::in_force: return in_force_text(set, language);
    case Aspect::applies_to: return set.applies_to ? set.applies_to->source : std::string();
    case Aspect::per_stage:
      return std::string((set.per_stage ? words::kYes : words::kNo).in(language));
    case Aspect::evidence_code: return set.evidence_code;
    case Aspect::data_years: return std::to_string(set.data_years);
    case Aspect::checked: return certainty_word(set.checked, language);
    default: return {};
  }
}

Message set_word(Aspect aspect) {
  switch (aspect) {
    case Aspect::id: return Message{"mã", "id"};
    case Aspect::document: return kDocument;
    case Aspect::issued: return Message{"ngày ban hành", "issued"};
    case Aspect::in_force: return kInForce;
    case Aspect::applies_to: return Message{"áp dụng khi", "applies when"};
    case Aspect::per_stage: return kPerStage;
    case Aspect::evidence_code: return kEvidenceCode;
    case Aspect::data_years: return Message{"số năm học của bảng", "school years in tables"};
    case Aspect::checked: return kCertainty;
    default: return kName;
  }
}

DiffLine level_line(const DiffView& view, const CriteriaChange& change) {
  const auto both = both_of(view.set_before().levels, view.set_after().levels, change);
  const auto text = [&](const Run&, const Level& level, Language language) {
    const std::string title = has_aspect(change, Aspect::title) && change.is_in_both()
                                  ? level.title.in(language) + ": "
                                  : std::string();
    return title + needs_text(level, language);
  };
  return line_of(view, "", both.either().title.in(view.language), both, text);
}

/// "từ mức 2; giá trị 5 năm; có một khóa học sinh đã hoàn thành (cohorts_completed >= 1)".
std::string award_text(const Award& award, Language language) {
  std::vector<std::string> parts{award_level(award, language)};
  if (award.valid_years) parts.push_back(award_term(award, language));
  for (const Condition& condition : award.conditions) {
    const bool is_own = condition.checked != award.checked;
    parts.push_back(lower_first(condition.text.in(language)) + " (" + condition.where.source + ")" +
                    (is_own ? certainty_note(condition.checked, language) : ""));
  }
  return joined(parts, "; ") + certainty_note(award.checked, language);
}

void add_awards(const DiffView& view, const CriteriaChange& family_change,
                std::vector<DiffLine>& lines) {
  const auto families =
      both_of(view.set_before().award_families, view.set_after().award_families, family_change);
  for (const CriteriaChange& change : family_change.parts) {
    const auto both = both_of(families.earlier().awards, families.later().awards, change);
    const auto text = [&](const Run&, const Award& award, Language language) {
      const std::string title = has_aspect(change, Aspect::title) && change.is_in_both()
                                    ? award.title.in(language) + ": "
                                    : std::string();
      return title + award_text(award, language);
    };
    lines.push_back(
        line_of(view, "", award_name(families.either(), both.either(), view.language), both, text));
  }
}

/// "Số học sinh · số nguyên · học sinh · từ 0 đến 5000".
std::string field_text(const Field& field, Language language) {
  std::vector<std::string> parts{
      field.title.in(language), field_type_text(field.type, language),
      field.unit.in(language, kSeveral), accepted_values(field, language),
      field.aliases.empty()
          ? std::string()
          : format_message(language, {"tên khác: {0}", "also: {0}"}, joined(field.aliases, ", "))};
  std::erase(parts, "");
  return joined(parts, " · ");
}

std::string measure_text(const Measure& measure, Language language) {
  std::vector<std::string> parts{measure.title.in(language), measure.unit.in(language, kSeveral),
                                 measure.formula.source};
  std::erase(parts, "");
  return joined(parts, " · ");
}

std::string numbered(const std::string& number, const std::string& text) {
  return number.empty() ? text : number + " " + text;
}

std::string table_text(const DataTable& table, Language language) {
  std::vector<std::string> parts{numbered(table.number, table.title.in(language))};
  std::vector<std::string> columns;
  for (const LocalText& column : table.columns) columns.push_back(column.in(language));
  if (!columns.empty()) parts.push_back(joined(columns, ", "));
  if (table.has_remarks) parts.emplace_back(Message{"có cột ghi chú", "with remarks"}.in(language));
  if (table.note) parts.push_back(table.note->in(language));
  return joined(parts, " · ") + (table.where ? when_text(*table.where, language) : "") +
         certainty_note(table.checked, language);
}

void add_rows(const DiffView& view, const BothSides<DataTable>& tables,
              const CriteriaChange& table_change, std::vector<DiffLine>& lines) {
  const auto text = [&](const Run& run, const DataRow& row, Language language) {
    return numbered(row.number, row_text(run, run.sets.front(), row, language)) +
           (row.where ? when_text(*row.where, language) : "") +
           certainty_note(row.checked, language);
  };
  for (const CriteriaChange& change : table_change.parts) {
    const auto both = both_of(tables.earlier().rows, tables.later().rows, change);
    lines.push_back(line_of(view, "", kind_text(view, change, {"dòng", "row"}), both, text));
  }
}

}  // namespace

std::string in_other_language(const std::string& what, Language language) {
  return format_message(language, {"{0} (tiếng Anh)", "{0} (Vietnamese)"}, what);
}

Message change_word(const CriteriaChange& change) {
  return !change.before ? kAdded : !change.after ? kRemoved : kChanged;
}

std::vector<DiffLine> general_lines(const DiffView& view) {
  std::vector<DiffLine> lines;
  const BothSides<CriteriaSet> sets{&view.set_before(), &view.set_after()};
  for (const Aspect aspect : view.diff.aspects)
    lines.push_back(line_of(view, "", view.said(set_word(aspect)), sets,
                            [&](const Run&, const CriteriaSet& set, Language language) {
                              return set_text(aspect, set, language);
                            }));
  for (const CriteriaChange& change : view.diff.levels) lines.push_back(level_line(view, change));
  for (const CriteriaChange& family : view.diff.families) add_awards(view, family, lines);
  return lines;
}

std::vector<DiffLine> figure_lines(const DiffView& view) {
  std::vector<DiffLine> lines;
  for (const CriteriaChange& change : view.diff.fields) {
    const auto both = both_of(view.before.fields, view.after.fields, change);
    lines.push_back(line_of(view, both.either().id, kind_text(view, change, {"cột", "column"}),
                            both, [&](const Run&, const Field& field, Language language) {
                              return field_text(field, language);
                            }));
  }
  for (const CriteriaChange& change : view.diff.measures) {
    const auto both = both_of(view.set_before().measures, view.set_after().measures, change);
    lines.push_back(line_of(view, both.either().id, kind_text(view, change, kMeasure), both,
                            [&](const Run&, const Measure& measure, Language language) {
                              return measure_text(measure, language);
                            }));
  }
  return lines;
}

std::vector<DiffLine> data_table_lines(const DiffView& view) {
  std::vector<DiffLine> lines;
  for (const CriteriaChange& change : view.diff.data_tables) {
    const auto both = both_of(view.set_before().data_tables, view.set_after().data_tables, change);
    lines.push_back(heading_of(view, "", kind_text(view, change, {"bảng", "table"}), both,
                               [&](const Run&, const DataTable& table, Language language) {
                                 return table_text(table, language);
                               }));
    add_rows(view, both, change, lines);
  }
  return lines;
}

}  // namespace kdcl

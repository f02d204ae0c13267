#include "report/criteria/diff.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "report/common/cause_words.h"
#include "report/common/phrases.h"
#include "report/common/sources.h"
#include "report/criteria/diff_lines.h"
#include "report/criteria/words.h"

namespace kdcl {

using namespace diff_words;

namespace {

constexpr Style kBold{.bold = true};
constexpr size_t kLongestName = 12;  // in a column of its own in text

struct ChangeCount {
  size_t added = 0, removed = 0, changed = 0;
};

ChangeCount& operator+=(ChangeCount& sum, std::span<const CriteriaChange> changes) {
  for (const CriteriaChange& change : changes)
    ++(!change.before ? sum.added : !change.after ? sum.removed : sum.changed);
  return sum;
}

Row count_row(const DiffView& view, const Message& label, size_t before, size_t after,
              const ChangeCount& count) {
  return {{text_cell(view.said(label)), count_cell(before), count_cell(after),
           count_cell(count.added), count_cell(count.removed), count_cell(count.changed)}};
}

/// How many standards, criteria and indicators there are and how many of them differ.
Table count_table(const DiffView& view) {
  const CriteriaSet& before = view.set_before();
  const CriteriaSet& after = view.set_after();
  ChangeCount standards, criteria, indicators;
  standards += view.diff.standards;
  for (const CriteriaChange& standard : view.diff.standards) {
    criteria += standard.parts;
    for (const CriteriaChange& criterion : standard.parts) indicators += criterion.parts;
  }
  Table table;
  table.columns = {{.width = 20}};
  table.columns.resize(6, {.align = Align::right, .width = 12});
  table.header = {{{view.said(kPart)},
                   {view.said(kBefore)},
                   {view.said(kAfter)},
                   {view.said({"Bổ sung", "Added"})},
                   {view.said({"Bãi bỏ", "Removed"})},
                   {view.said({"Sửa đổi", "Changed"})}}};
  table.rows = {
      count_row(view, kStandards, before.standards.size(), after.standards.size(), standards),
      count_row(view, kCriteria, before.criteria.size(), after.criteria.size(), criteria),
      count_row(view, kIndicators, before.indicators.size(), after.indicators.size(), indicators)};
  return table;
}

/// "Trường tiểu học (tieu-hoc-2018), 17/2018/TT-BGDĐT. Hiệu lực từ 10/10/2018".
std::string set_line(const CriteriaSet& set, Language language) {
  return set.title.in(language) + " (" + set.id + "), " + set.document + ". " +
         in_force_line(set, language);
}

Report empty_report(const DiffView& view) {
  constexpr int64_t kSecondsOfDay = 86400;
  Report report{.language = view.language, .title = view.said(kTitle)};
  report.producer = "kdcl " KDCL_VERSION;
  report.created = std::max(view.set_before().issued, view.set_after().issued) * kSecondsOfDay;
  return report;
}

/// The parts of a comparison, each a sheet or a table.
struct Part {
  Message title;
  std::vector<DiffLine> (*make)(const DiffView&);
};
constexpr std::array kParts{Part{Message{"Quy định chung", "General rules"}, general_lines},
                            Part{kCriteria, criteria_lines},
                            Part{Message{"Số liệu", "Figures"}, figure_lines},
                            Part{kDataTables, data_table_lines}};

Row text_row(const std::string& name, const std::string& what, const std::string& sign,
             const std::string& text, Style style) {
  return {{text_cell(name, style), text_cell(what, style), text_cell(sign, style),
           text_cell(text, style)}};
}

/// The earlier text, then the later one; name and kind only once.
void add_text_rows(const DiffLine& line, bool is_first_of_name, Table& table) {
  const std::string name = is_first_of_name ? line.name : std::string();
  const Style style = line.is_heading ? kBold : Style{};
  if (line.before == line.after) {
    table.rows.push_back(text_row(name, line.what, "", line.after, style));
    return;
  }
  const auto [before, after] = mark_changed_words(line.before, line.after);
  if (!before.empty()) table.rows.push_back(text_row(name, line.what, "−", before, style));
  if (after.empty()) return;
  const bool is_alone = before.empty();
  table.rows.push_back(
      text_row(is_alone ? name : "", is_alone ? line.what : "", "+", after, style));
}

size_t longest_name(const std::vector<DiffLine>& lines) {
  size_t longest = 0;
  for (const DiffLine& line : lines) longest = std::max(longest, display_width(line.name));
  return longest;
}

/// Names of fields may be too long for a column of their own: they stand in front of the texts.
void move_names_inside(std::vector<DiffLine>& lines) {
  for (DiffLine& line : lines) {
    for (std::string* text : {&line.before, &line.after})
      if (!text->empty()) *text = line.name + " · " + *text;
    line.name.clear();
  }
}

Table text_table(std::vector<DiffLine> lines) {
  if (longest_name(lines) > kLongestName) move_names_inside(lines);
  Table table;
  table.columns = {{}, {.fit = Fit::wrap}, {}, {.fit = Fit::wrap}};
  const DiffLine* last = nullptr;
  for (const DiffLine& line : lines) {
    if (last && line.is_heading && !last->is_heading) table.rows.emplace_back();
    add_text_rows(line, !last || line.name != last->name, table);
    last = &line;
  }
  return table;
}

Row side_row(const DiffLine& line, bool has_name) {
  const Style style = line.is_heading ? kBold : Style{};
  const auto [before, after] = mark_changed_words(line.before, line.after);
  Row row;
  if (has_name) row.cells.push_back(text_cell(line.name, style));
  for (const std::string& text : {line.what, before, after})
    row.cells.push_back(text_cell(text, style));
  return row;
}

/// The texts side by side; without a column of names where there are none.
Table side_table(const DiffView& view, const std::vector<DiffLine>& lines) {
  Table table;
  std::vector<HeaderCell> header;
  const auto add_column = [&](const std::string& label, const Column& column) {
    header.push_back({label});
    table.columns.push_back(column);
  };
  const size_t longest = longest_name(lines);
  if (longest > 0) add_column(view.said(kCode), {.width = static_cast<double>(longest) + 2});
  add_column(view.said({"Khác ở", "Difference"}), {.fit = Fit::wrap, .width = 24});
  add_column(view.said(kBefore) + ": " + view.set_before().id, {.fit = Fit::wrap, .width = 60});
  add_column(view.said(kAfter) + ": " + view.set_after().id, {.fit = Fit::wrap, .width = 60});
  table.header = {header};
  for (const DiffLine& line : lines) table.rows.push_back(side_row(line, longest > 0));
  return table;
}

Sheet part_sheet(const DiffView& view, const Part& part, const std::vector<DiffLine>& lines) {
  Sheet sheet{.name = view.said(part.title), .title = view.said(part.title)};
  sheet.subtitles = {view.said(kMarks)};
  sheet.tables.push_back(side_table(view, lines));
  sheet.main_table = 0;
  return sheet;
}

Sheet summary_sheet(const DiffView& view) {
  Sheet sheet{.name = view.said({"Tóm tắt", "Summary"}), .title = view.said(kTitle)};
  sheet.subtitles = {view.said(kBefore) + ": " + set_line(view.set_before(), view.language),
                     view.said(kAfter) + ": " + set_line(view.set_after(), view.language)};
  if (view.diff.is_empty())
    sheet.subtitles.push_back(view.said(kNoDifference));
  else
    sheet.tables.push_back(count_table(view));
  return sheet;
}

Sheet source_sheet(const DiffView& view) {
  Sheet sheet{.name = view.said(kSources), .title = view.said(kSources)};
  Table table = sets_table(view.before, {0}, view.language);
  for (Row& row : sets_table(view.after, {0}, view.language).rows)
    table.rows.push_back(std::move(row));
  sheet.tables.push_back(std::move(table));
  sheet.footnotes = {"kdcl " KDCL_VERSION};
  return sheet;
}

}  // namespace

Report make_criteria_diff_text(const Run& before, const Run& after, const CriteriaDiff& diff,
                               Language language) {
  const DiffView view{before, after, diff, language};
  Report report = empty_report(view);
  Sheet sheet;
  if (diff.is_empty()) {
    sheet.subtitles = {view.said(kNoDifference)};
  } else {
    sheet.title = report.title;
    sheet.subtitles = {"− " + set_line(view.set_before(), language),
                       "+ " + set_line(view.set_after(), language)};
    sheet.tables.push_back(count_table(view));
    for (const Part& part : kParts) {
      Table table = text_table(part.make(view));
      if (table.rows.empty()) continue;
      table.title = view.said(part.title);
      sheet.tables.push_back(std::move(table));
    }
    sheet.footnotes = {view.said(kSigns)};
  }
  report.sheets.push_back(std::move(sheet));
  return report;
}

Report make_criteria_diff_workbook(const Run& before, const Run& after, const CriteriaDiff& diff,
                                   Language language) {
  const DiffView view{before, after, diff, language};
  Report report = empty_report(view);
  report.sheets.push_back(summary_sheet(view));
  for (const Part& part : kParts) {
    const std::vector<DiffLine> lines = part.make(view);
    if (!lines.empty()) report.sheets.push_back(part_sheet(view, part, lines));
  }
  report.sheets.push_back(source_sheet(view));
  return report;
}

using namespace diff_words;

namespace {

std::string criterion_text(Aspect aspect, const CriteriaSet& set, const Criterion& criterion,
                           Language language) {
  std::vector<std::string> parts;
  switch (aspect) {
    case Aspect::checked: return certainty_word(criterion.checked, language);
    case Aspect::clause: return criterion.clause;
    case Aspect::mandatory:
      return std::string(
          (criterion.mandatory ? Message{"bắt buộc", "mandatory"} : kFree).in(language));
    case Aspect::where: return criterion.where ? criterion.where->source : std::string();
    case Aspect::monitor:
      for (const uint32_t monitor : criterion.monitor)
        parts.push_back(lower_first(set.monitors[monitor].title.in(language)));
      return joined(parts, "; ");
    case Aspect::evidence:
      for (const LocalText& evidence : criterion.evidence)
        parts.push_back(lower_first(evidence.in(language)));
      return joined(parts, "; ");
    default: return {};
  }
}

std::string indicator_text(Aspect aspect, const Indicator& indicator, Language language) {
  switch (aspect) {
    case Aspect::checked: return certainty_word(indicator.checked, language);
    case Aspect::text: return indicator.text.in(language);
    case Aspect::clause: return indicator.clause;
    case Aspect::where: return indicator.where ? indicator.where->source : std::string();
    case Aspect::doubt:
      return indicator.doubt ? doubt_text(*indicator.doubt, language) : std::string();
    default: return {};
  }
}

Message aspect_word(Aspect aspect) {
  switch (aspect) {
    case Aspect::checked: return kCertainty;
    case Aspect::text: return kText;
    case Aspect::clause: return Message{"điều khoản", "clause"};
    case Aspect::mandatory: return kMandatory;
    case Aspect::where: return kWhere;
    case Aspect::monitor: return Message{"theo dõi", "monitored"};
    case Aspect::doubt: return Message{"nghi vấn", "doubt"};
    default: return kEvidence;
  }
}

/// Respects in which there is something to say of a criterion that one set lacks, besides its
/// title.
std::vector<Aspect> told_aspects(const Criterion& criterion) {
  std::vector<Aspect> aspects;
  if (!criterion.mandatory) aspects.push_back(Aspect::mandatory);
  if (criterion.where) aspects.push_back(Aspect::where);
  if (!criterion.monitor.empty()) aspects.push_back(Aspect::monitor);
  if (!criterion.evidence.empty()) aspects.push_back(Aspect::evidence);
  return aspects;
}

/// A text with the clause and certainty behind it.
std::string with_source(std::string text, const std::string& clause, Certainty checked,
                        Language language) {
  if (!clause.empty()) text += " (" + clause + ")";
  return text + certainty_note(checked, language);
}

/// Collects the lines of standards and what lies below them.
class CriteriaLines {
 public:
  explicit CriteriaLines(const DiffView& view) : view_(view) {}

  void add_standard(const CriteriaChange& change);
  [[nodiscard]] std::vector<DiffLine> take() { return std::move(lines_); }

 private:
  void add_criterion(const BothSides<Criterion>& both, const CriteriaChange& change);
  void add_indicator(const BothSides<Indicator>& both, const CriteriaChange& change);
  void add_requirement(const std::string& name, const BothSides<Requirement>& both,
                       const CriteriaChange& change);
  void add_figure_changes(const std::string& name, const BothSides<Requirement>& both,
                          const CriteriaChange& change);
  void add_exceptions(const std::string& name, const BothSides<Requirement>& both,
                      const CriteriaChange& requirement_change);
  void add_heading(const std::string& name, const Message& kind, const CriteriaChange& change,
                   const auto& both, const auto& text);

  template <typename T, typename Text>
  void add(const std::string& name, const Message& what, const BothSides<T>& both,
           const Text& text) {
    lines_.push_back(line_of(view_, name, view_.said(what), both, text));
  }

  const DiffView& view_;
  std::vector<DiffLine> lines_;
};

/// The kind of the thing, and what became of it if one set lacks it.
void CriteriaLines::add_heading(const std::string& name, const Message& kind,
                                const CriteriaChange& change, const auto& both, const auto& text) {
  const std::string word = view_.said(kind);
  const std::string what =
      change.is_in_both() ? word : view_.said(change_word(change)) + " " + word;
  lines_.push_back(heading_of(view_, name, what, both, text));
  const bool is_seen = lines_.back().before != lines_.back().after;
  if (has_aspect(change, Aspect::title) && !is_seen) add(name, kName, both, text);
}

void CriteriaLines::add_standard(const CriteriaChange& change) {
  const CriteriaSet& set_before = view_.set_before();
  const CriteriaSet& set_after = view_.set_after();
  const auto both = both_of(set_before.standards, set_after.standards, change);
  const bool is_noted = !change.is_in_both() || has_aspect(change, Aspect::checked);
  add_heading(both.either().id, kStandard, change, both,
              [&](const Run&, const Standard& standard, Language language) {
                return standard.title.in(language) +
                       (is_noted ? certainty_note(standard.checked, language) : "");
              });
  const auto before = criteria_of(set_before, both.earlier());
  const auto after = criteria_of(set_after, both.later());
  for (const CriteriaChange& part : change.parts) add_criterion(both_of(before, after, part), part);
}

void CriteriaLines::add_criterion(const BothSides<Criterion>& both, const CriteriaChange& change) {
  const std::string& id = both.either().id;
  const bool is_whole = !change.is_in_both();
  add_heading(
      id, kCriterion, change, both, [&](const Run&, const Criterion& criterion, Language language) {
        const std::string& title = criterion.title.in(language);
        return is_whole ? with_source(title, criterion.clause, criterion.checked, language) : title;
      });
  for (const Aspect aspect : is_whole ? told_aspects(both.either()) : change.aspects)
    if (aspect != Aspect::title)
      add(id, aspect_word(aspect), both,
          [&](const Run& run, const Criterion& criterion, Language language) {
            return criterion_text(aspect, run.sets.front(), criterion, language);
          });
  const auto before = indicators_of(view_.set_before(), both.earlier());
  const auto after = indicators_of(view_.set_after(), both.later());
  for (const CriteriaChange& part : change.parts) add_indicator(both_of(before, after, part), part);
}

void CriteriaLines::add_indicator(const BothSides<Indicator>& both, const CriteriaChange& change) {
  const std::string& name = both.either().name;
  if (!change.is_in_both())
    add(name, change_word(change), both,
        [&](const Run&, const Indicator& indicator, Language language) {
          return with_source(indicator.text.in(language), indicator.clause, indicator.checked,
                             language);
        });
  const bool is_limited = !change.is_in_both() && both.either().where;
  for (const Aspect aspect : is_limited ? std::vector{Aspect::where} : change.aspects)
    add(name, aspect_word(aspect), both,
        [&](const Run&, const Indicator& indicator, Language language) {
          return indicator_text(aspect, indicator, language);
        });
  for (const CriteriaChange& part : change.parts)
    add_requirement(name, both_of(both.earlier().requirements, both.later().requirements, part),
                    part);
}

void CriteriaLines::add_requirement(const std::string& name, const BothSides<Requirement>& both,
                                    const CriteriaChange& change) {
  const auto is_in_figure = [](Aspect aspect) {
    return aspect != Aspect::formula && aspect != Aspect::order;
  };
  if (!change.is_in_both() || std::ranges::any_of(change.aspects, is_in_figure))
    add(name, kFigure, both,
        [&](const Run& run, const Requirement& requirement, Language language) {
          return threshold_text(run, requirement, language) +
                 requirement_terms(requirement, language);
        });
  if (change.is_in_both()) add_figure_changes(name, both, change);
  add_exceptions(name, both, change);
}

/// Changes of what is not seen in the threshold.
void CriteriaLines::add_figure_changes(const std::string& name, const BothSides<Requirement>& both,
                                       const CriteriaChange& change) {
  const auto title = [](const Requirement& requirement, Language language) {
    return lower_first(requirement.title.in(language));
  };
  if (has_aspect(change, Aspect::formula) &&
      both.before->figure.source != both.after->figure.source)
    add(name, kFormula, both, [&](const Run&, const Requirement& requirement, Language language) {
      return title(requirement, language) + " = " + requirement.figure.source;
    });
  else if (has_aspect(change, Aspect::formula))
    lines_.push_back({name, view_.said(kFormula), "",
                      format_message(view_.language,
                                     {"{0}: công thức của số đo trong đó đã đổi",
                                      "{0}: the formula of a measure in it has changed"},
                                     title(*both.after, view_.language))});
  if (has_aspect(change, Aspect::order))
    add(name, kOrder, both, [&](const Run&, const Requirement& requirement, Language language) {
      std::vector<std::string> reasons;
      for (const Exception& exception : requirement.exceptions)
        reasons.push_back(lower_first(exception.because.in(language)));
      return joined(reasons, "; ");
    });
}

void CriteriaLines::add_exceptions(const std::string& name, const BothSides<Requirement>& both,
                                   const CriteriaChange& requirement_change) {
  for (const CriteriaChange& change : requirement_change.parts) {
    const auto exceptions = both_of(both.earlier().exceptions, both.later().exceptions, change);
    add(name, kException, exceptions,
        [&](const Run& run, const Exception& exception, Language language) {
          const bool is_earlier = &exception == exceptions.before;
          return exception_line(run, is_earlier ? *both.before : *both.after, exception, language) +
                 when_text(exception.where, language);
        });
  }
}

}  // namespace

std::vector<DiffLine> criteria_lines(const DiffView& view) {
  CriteriaLines lines(view);
  for (const CriteriaChange& change : view.diff.standards) lines.add_standard(change);
  return lines.take();
}

}  // namespace kdcl

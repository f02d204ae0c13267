#include "report/criteria_diff_lines.h"
#include "report/criteria_diff_words.h"
#include "report/criteria_words.h"
#include "report/phrases.h"

namespace kdcl {

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

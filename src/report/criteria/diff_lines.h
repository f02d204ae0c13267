// What readers of `kdcl criteria diff` read. Bổ sung, bãi bỏ, sửa đổi are the words of amending
// documents.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/language.h"
#include "model/criteria_diff.h"
#include "model/run.h"

namespace kdcl::diff_words {

inline constexpr Message kTitle{"So sánh hai bộ tiêu chí", "Two criteria sets compared"};
inline constexpr Message kNoDifference{"Hai bộ tiêu chí giống nhau.",
                                       "The two criteria sets are the same."};
inline constexpr Message kMarks{"Chữ khác nhau đứng trong «».", "Words that differ stand in «»."};
inline constexpr Message kSigns{"− trước, + sau; chữ khác nhau đứng trong «».",
                                "− before, + after; words that differ stand in «»."};

// Tables and sheets.
inline constexpr Message kCriteria{"Tiêu chí", "Criteria"};
inline constexpr Message kDataTables{"Cơ sở dữ liệu", "Data tables"};
inline constexpr Message kSources{"Nguồn", "Sources"};
inline constexpr Message kCode{"Mã", "Code"};
inline constexpr Message kBefore{"Trước", "Before"};
inline constexpr Message kAfter{"Sau", "After"};

// Counts.
inline constexpr Message kPart{"Thành phần", "Part"};
inline constexpr Message kStandards{"Tiêu chuẩn", "Standards"};
inline constexpr Message kIndicators{"Chỉ báo", "Indicators"};

// What differs.
inline constexpr Message kAdded{"bổ sung", "added"};
inline constexpr Message kRemoved{"bãi bỏ", "removed"};
inline constexpr Message kChanged{"sửa đổi", "changed"};
inline constexpr Message kStandard{"tiêu chuẩn", "standard"};
inline constexpr Message kCriterion{"tiêu chí", "criterion"};
inline constexpr Message kMeasure{"số đo", "measure"};
inline constexpr Message kName{"tên", "title"};
inline constexpr Message kDocument{"văn bản", "document"};
inline constexpr Message kInForce{"hiệu lực", "in force"};
inline constexpr Message kPerStage{"chấm theo cấp học", "scored by stage"};
inline constexpr Message kEvidenceCode{"mã minh chứng", "evidence code"};
inline constexpr Message kCertainty{"độ tin cậy", "certainty"};
inline constexpr Message kText{"nội dung", "text"};
inline constexpr Message kMandatory{"tính bắt buộc", "mandatory"};
inline constexpr Message kWhere{"chỉ khi", "only when"};
inline constexpr Message kEvidence{"minh chứng", "evidence"};
inline constexpr Message kFigure{"số liệu", "figure"};
inline constexpr Message kFormula{"cách tính", "calculation"};
inline constexpr Message kException{"ngoại lệ", "exception"};
inline constexpr Message kOrder{"thứ tự ngoại lệ", "order of exceptions"};

// How it is said.
inline constexpr Message kFree{"không bắt buộc", "optional"};
}  // namespace kdcl::diff_words

namespace kdcl {

// What differs between two criteria sets, line by line in words: the body of `kdcl criteria diff`,
// before it is laid out as text or workbook.

/// Two runs of one set each, and what differs.
struct DiffView {
  const Run& before;
  const Run& after;
  const CriteriaDiff& diff;
  Language language;

  [[nodiscard]] const CriteriaSet& set_before() const { return before.sets.front(); }
  [[nodiscard]] const CriteriaSet& set_after() const { return after.sets.front(); }
  [[nodiscard]] std::string said(const Message& message) const {
    return std::string(message.in(language));
  }
};

struct DiffLine {
  std::string name;         ///< id of the thing; empty if it has none
  std::string what;         ///< kind of the thing or respect in which it differs
  std::string before;       ///< empty if there was nothing
  std::string after;        ///< empty if nothing is left
  bool is_heading = false;  ///< of a standard, criterion or table; both texts are the same if it is
                            ///< only here for what stands below it
};

/// The set's own document and dates, its levels and awards.
[[nodiscard]] std::vector<DiffLine> general_lines(const DiffView& view);
/// Standards, criteria and indicators with their figures and exceptions.
[[nodiscard]] std::vector<DiffLine> criteria_lines(const DiffView& view);
/// The fields to fill in and the measures.
[[nodiscard]] std::vector<DiffLine> figure_lines(const DiffView& view);
[[nodiscard]] std::vector<DiffLine> data_table_lines(const DiffView& view);

/// "nội dung (tiếng Anh)".
[[nodiscard]] std::string in_other_language(const std::string& what, Language language);

/// A thing in both sets; null where a set lacks it.
template <typename T>
struct BothSides {
  const T* before;
  const T* after;
  static inline const T kNothing{};

  [[nodiscard]] const T& either() const { return after ? *after : *before; }
  /// One that says nothing where a set lacks it.
  [[nodiscard]] const T& earlier() const { return before ? *before : kNothing; }
  [[nodiscard]] const T& later() const { return after ? *after : kNothing; }
};
template <typename T>
[[nodiscard]] BothSides<T> both_of(std::span<const T> before, std::span<const T> after,
                                   const CriteriaChange& change) {
  return {change.before ? &before[*change.before] : nullptr,
          change.after ? &after[*change.after] : nullptr};
}
template <typename T>
[[nodiscard]] BothSides<T> both_of(const std::vector<T>& before, const std::vector<T>& after,
                                   const CriteriaChange& change) {
  return both_of(std::span<const T>(before), std::span<const T>(after), change);
}

/// A heading with what `text` says of a thing of a run, before and after.
template <typename T, typename Text>
[[nodiscard]] DiffLine heading_of(const DiffView& view, std::string name, std::string what,
                                  const BothSides<T>& both, const Text& text) {
  const auto said = [&](const Run& run, const T* thing) {
    return thing ? text(run, *thing, view.language) : std::string();
  };
  return {std::move(name), std::move(what), said(view.before, both.before),
          said(view.after, both.after), true};
}

/// A line of a thing that differs. Where the language of the report knows no difference, it tells
/// that in the other one.
template <typename T, typename Text>
[[nodiscard]] DiffLine line_of(const DiffView& view, std::string name, std::string what,
                               const BothSides<T>& both, const Text& text) {
  DiffLine line = heading_of(view, std::move(name), std::move(what), both, text);
  if (line.before == line.after) {
    const DiffView other{view.before, view.after, view.diff,
                         view.language == Language::vi ? Language::en : Language::vi};
    line = heading_of(other, line.name, in_other_language(line.what, view.language), both, text);
  }
  line.is_heading = false;
  return line;
}

[[nodiscard]] inline bool has_aspect(const CriteriaChange& change, Aspect aspect) {
  return std::ranges::find(change.aspects, aspect) != change.aspects.end();
}

/// "bổ sung", "bãi bỏ" or "sửa đổi".
[[nodiscard]] Message change_word(const CriteriaChange& change);

}  // namespace kdcl

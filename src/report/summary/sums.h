// Tables of sums in the form of provincial reports: a row a group of schools, a column a count,
// shares and totals as live formulas. One list of columns serves the tables by school type and by
// place.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "report/summary/summary.h"

namespace kdcl {

/// A count of schools, or the share that one column before it is of another.
struct SumColumn {
  std::string id{};
  std::string group{};  ///< label above; neighbours with the same one share it; may be empty
  std::string label{};
  std::function<uint64_t(const SchoolSums&)> count{};  ///< absent: a share
  size_t part = 0, whole = 0;                          ///< of a share: positions in the list
  double width = 7;
  bool is_known = true;  ///< false: no row of the data says it, so that its cells are blank
};

/// All columns of form P1, or those that tell places apart. Awards only of sets that have schools.
[[nodiscard]] std::vector<SumColumn> form_columns(const SummaryView& view);
[[nodiscard]] std::vector<SumColumn> place_columns(const SummaryView& view);
/// Those of form P2: who is at the national standard, who will leave it, who is near.
[[nodiscard]] std::vector<SumColumn> progress_columns(const SummaryView& view);

/// One to three indicators before their next award.
[[nodiscard]] uint64_t near_award(const SchoolSums& sums);
/// Those with a certificate of accreditation in force: of one level, of any.
inline constexpr size_t kCertificateLevels = 4;
[[nodiscard]] uint64_t certified_at(const SchoolSums& sums, size_t number);
[[nodiscard]] uint64_t certified(const SchoolSums& sums);
/// How many certificates do not count, and why: "2 expired, 1 without a day"; empty if all count.
[[nodiscard]] std::string certificate_remarks(const SummaryView& view);
/// What the columns count that no row of the data says, each name once.
[[nodiscard]] std::vector<std::string> unknown_counts(const std::vector<SumColumn>& columns);
/// Those whose score reaches an award of the national standard.
[[nodiscard]] uint64_t standard_by_score(const SummaryView& view, const SchoolSums& sums);

class SumTable {
 public:
  /// `sheet` and `table` are where the table will stand, for its formulas; `leading` columns stand
  /// before the sums.
  SumTable(std::vector<SumColumn> columns, size_t sheet, size_t table, size_t leading = 2);

  /// A row of counts after the cells of the leading columns.
  void add(std::vector<Cell> leading, const SchoolSums& sums, Style style = {});
  /// A row whose counts are the sums of rows; adds room for it at once, to be filled when those are
  /// there.
  [[nodiscard]] size_t open_sum(std::vector<Cell> leading);
  void close_sum(size_t row, const std::vector<size_t>& rows, const SchoolSums& sums);
  /// The last row of the table, over these rows; the label stands in the last leading column.
  void total(std::string label, const std::vector<size_t>& rows, const SchoolSums& sums);

  [[nodiscard]] size_t rows() const { return table_.rows.size(); }
  /// The table with leading columns of these heads and widths.
  [[nodiscard]] Table finish(std::vector<HeaderCell> heads, std::vector<Column> leading);

 private:
  [[nodiscard]] Cell share_cell(const SumColumn& column, size_t row, const SchoolSums& sums,
                                Style style) const;
  void add_sums(Row& row, size_t at, const std::vector<size_t>& rows, const SchoolSums& sums) const;

  std::vector<SumColumn> columns_;
  size_t sheet_, place_, leading_;
  Table table_;
};

}  // namespace kdcl

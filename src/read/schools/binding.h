// What each column of a table means, worked out once from its header and the run's criteria sets.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/run.h"

namespace kdcl {

inline constexpr int32_t kNoColumn = -1;

/// A column and the field or indicator it holds.
struct ColumnOf {
  uint32_t column = 0;
  uint32_t index = 0;
};

/// Neighbouring columns that hold neighbouring indicators.
struct ColumnRun {
  uint32_t column = 0;
  uint32_t indicator = 0;
  uint32_t count = 0;
};

/// A criterion-level column.
struct CriterionColumn {
  uint32_t column = 0;
  JudgedSet set{};
  uint32_t criterion = 0;  ///< of that set
};

/// The columns that rows of one criteria set are read from: its own, and those of the sets whose
/// level it asks for.
struct SetBinding {
  std::vector<ColumnOf> indicators;       ///< rising; the index is a judgement's bit
  std::vector<ColumnRun> runs;            ///< the same in as few pieces as there are
  std::vector<CriterionColumn> criteria;  ///< by column
  /// Columns of other sets' indicators and criteria, but not of those that the set amends.
  std::vector<uint32_t> foreign;
};

struct Binding {
  std::vector<std::string> names;                    ///< of the columns, as written
  std::array<int32_t, kIdentityColumns> identity{};  ///< column, or kNoColumn
  std::vector<ColumnOf> fields;                      ///< index: field of the run
  std::vector<SetBinding> sets;                      ///< by set of the run
  int32_t blocking = kNoColumn;                      ///< lists that `score` wrote
  int32_t missing = kNoColumn;
};

/// The Vietnamese title of an identity column, in small letters.
[[nodiscard]] std::string_view folded_title(IdentityColumn column);

/// The ids of all indicators and criteria of a run, set by set.
[[nodiscard]] std::vector<std::string_view> judgement_names(const Run& run);

/// Names of columns in small letters and composed form; empty for sentences, as they stand above
/// tables.
[[nodiscard]] std::vector<std::string> folded_names(const std::vector<std::string>& names);

/// Where an identity column stands in a header, by its name or title; nothing if it has none. Takes
/// folded_names().
[[nodiscard]] std::optional<uint32_t> find_identity_column(const std::vector<std::string>& folded,
                                                           IdentityColumn column);
/// The column of school ids: what tells a header row.
[[nodiscard]] inline std::optional<uint32_t> find_school_column(
    const std::vector<std::string>& folded) {
  return find_identity_column(folded, IdentityColumn::school_id);
}

/// All names that columns may have in a run; worked out once for all its files.
class ColumnNames {
 public:
  explicit ColumnNames(const Run& run);
  ColumnNames(ColumnNames&&) noexcept;
  ~ColumnNames();

  struct Names;
  [[nodiscard]] const Names& names() const { return *names_; }
  [[nodiscard]] const Run& run() const { return *run_; }

 private:
  const Run* run_;
  std::unique_ptr<const Names> names_;
};

/// True for the name of an indicator or criterion of the run.
[[nodiscard]] bool is_judgement_name(std::string_view name, const ColumnNames& known);

/// Where the columns of a header stand that tell more of schools than a list does: not only their
/// ids, names, places and ownership.
[[nodiscard]] std::vector<uint32_t> find_telling_columns(const std::vector<std::string>& names,
                                                         const ColumnNames& known);
/// True if there are any.
[[nodiscard]] inline bool is_more_than_list(const std::vector<std::string>& names,
                                            const ColumnNames& known) {
  return !find_telling_columns(names, known).empty();
}

/// The name in a header that was most likely meant to be that of school ids; empty if none is near.
[[nodiscard]] std::string_view find_near_school_column(const std::vector<std::string>& names,
                                                       const ColumnNames& known);

/// Binds the columns of a header that stands at `where`. Faults: no school_id, a column twice, a
/// name that fits two fields; unknown columns are warnings with the nearest name, errors if
/// `strict`. Where the data have no header row (YAML), `places` says where each name was first
/// written, and `where` is the file.
[[nodiscard]] Binding bind_columns(const std::vector<std::string>& names, const Location& where,
                                   const ColumnNames& known, bool strict, Diagnostics& diagnostics,
                                   std::span<const Location> places = {});
[[nodiscard]] inline Binding bind_columns(const std::vector<std::string>& names,
                                          const Location& where, const Run& run, bool strict,
                                          Diagnostics& diagnostics,
                                          std::span<const Location> places = {}) {
  return bind_columns(names, where, ColumnNames(run), strict, diagnostics, places);
}

}  // namespace kdcl

// Reads the school data that a command names, block by block on all cores, and hands the blocks on
// in order.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/char_buffer.h"
#include "base/diagnostics.h"
#include "command/long_input.h"
#include "command/options.h"
#include "command/output.h"
#include "command/register_input.h"
#include "model/register.h"
#include "model/run.h"
#include "model/score.h"
#include "model/targets.h"
#include "read/csv/blocks.h"
#include "read/csv/grid.h"
#include "read/schools/binding.h"
#include "read/schools/figures.h"
#include "read/schools/same_schools.h"
#include "read/schools/schools.h"
#include "read/schools/sheet_table.h"

namespace kdcl {

struct SchoolBlock;

/// Which schools of the register have rows.
class RegisterSeen {
 public:
  void note(const SchoolRegister& schools, const SchoolBlock& block, uint64_t first_line,
            bool is_sheet);
  /// Ids of the schools of the register that no row is of, in its order.
  [[nodiscard]] std::vector<std::string> not_seen(const SchoolRegister& schools) const;
  /// One warning for all of them, and one for each school that the register does not have.
  void report(const SchoolRegister& schools, Diagnostics& diagnostics) const;

 private:
  struct Unlisted {
    std::string_view id;
    Location place{};  ///< of its first row
    size_t rows = 0;
  };

  void report_unlisted(const SchoolRegister& schools, Diagnostics& diagnostics) const;

  std::vector<bool> seen_;  ///< by school of the register
  std::vector<Unlisted> unlisted_;
  std::unordered_map<std::string, size_t> unlisted_at_;  ///< in that, by school_id
};

/// A block on its way: its text or cells, what was read from it, what was made of it.
struct SchoolBlock {
  TextBlock text;
  SheetBlock cells;
  Grid grid;
  ScoredBlock schools;
  CharBuffer rendered;                     ///< for commands that write while they read
  ScoredBlock results;                     ///< for commands that keep only these
  std::vector<ScoredBlock> sides;          ///< the same by side, for a comparison
  BlockMarks marks;                        ///< what targets say of the rows of `results`
  Diagnostics diagnostics{Language::vi};   ///< places as place_in_file() takes them
  const WideTable* table = nullptr;        ///< where it comes from
  uint64_t first_line = 0;                 ///< of the block in its file, once it is handed on
  const Binding* binding = nullptr;        ///< what its columns mean
  std::optional<uint32_t> sheet_column{};  ///< as in TableSource
  std::vector<uint64_t> keys;
  CodeForms codes;
  DecimalSigns signs;
  std::vector<ShareCount> shares;
  std::vector<ColumnWarning> warnings;
  RegisterDifferences differences;
  std::vector<std::string> faulty_ids;  ///< --keep-going: a school for each error below
  Diagnostics left_out{Language::vi};   ///< those of rows that were left out
};

/// A place in a block, as its faults have it, in the file: lines count from there. What stands in a
/// cell that was joined from a long table is placed in that.
[[nodiscard]] Location place_in_file(const SchoolBlock& block, const Location& place);

struct SchoolInputOptions {
  bool strict = false;
  bool keep_going = false;  ///< rows with faults are left out
  bool quiet = false;
  unsigned threads = 0;
  bool hash = false;    ///< digests of the inputs are wanted
  bool notes = false;   ///< notes are
  bool lists = false;   ///< workbooks that have no more than lists of schools are to be read too
  std::string sheet{};  ///< of workbooks; empty: all with tables of schools
  Encoding encoding = Encoding::unknown;
  /// Where codes are kept that others are compared with; null: alike codes are told by read().
  AlikeCodes* codes = nullptr;
  const SchoolRegister* schools = nullptr;  ///< completes the rows
  std::string school{};                     ///< the only one that is wanted
  bool tells_register = false;  ///< who is only in the data, or only in the register, is a warning
};

[[nodiscard]] SchoolInputOptions input_options(const SharedOptions& shared, bool hash,
                                               bool notes = false);

/// A table as the blocks of its rows.
struct TableSource {
  WideTable table;
  const Binding& binding;
  bool has_comma = false;  ///< a decimal sign may be a comma
  /// The column of a sheet at which the table begins, from 0; nothing for other files.
  std::optional<uint32_t> sheet_column{};
  uint64_t first_line = 1;  ///< of the first block
  /// Takes the next block; false at the end. One at a time.
  std::function<bool(SchoolBlock&)> take{};
  /// Cuts it into cells, side by side. False: what comes after it can't be trusted.
  std::function<bool(SchoolBlock&)> cut{};
};

class SchoolInput {
 public:
  /// Called side by side for a block whose table is read.
  using Work = std::function<void(SchoolBlock&)>;
  /// Called in input order; may move the block away. False stops.
  using HandOn = std::function<bool(SchoolBlock&)>;

  SchoolInput(const Run& run, SchoolInputOptions options)
      : run_(run),
        options_(std::move(options)),
        names_(run),
        long_input_(names_, {.encoding = options_.encoding,
                             .strict = options_.strict,
                             .keep_going = options_.keep_going,
                             .hash = options_.hash,
                             .notes = options_.notes,
                             .lists = options_.lists,
                             .sheet = options_.sheet}),
        shares_(run) {}

  /// Reads all files and what is in folders. Faults are in `diagnostics`, in input order.
  void read(const std::vector<std::string>& named, const Work& work, const HandOn& hand_on,
            Diagnostics& diagnostics);

  /// Names and digests, after read(); of a workbook those of the sheets that were read.
  [[nodiscard]] const std::vector<InputFile>& inputs() const { return inputs_; }
  /// True if rows of one school may still come together as its stages: a file has a column `stage`,
  /// or more tables follow.
  [[nodiscard]] bool may_have_stages() const { return has_stages_ || tables_left_ > 0; }
  [[nodiscard]] uint64_t schools() const { return schools_; }
  /// An error that the one wanted is not there, or not taken, after read().
  void report_no_school(Diagnostics& diagnostics) const;
  /// Rows that were left out for their faults, after read(); only with --keep-going.
  [[nodiscard]] const std::vector<LeftOut>& left_out() const { return left_out_.schools(); }
  /// Ids of the register without a row; nothing where there is no register.
  [[nodiscard]] std::vector<std::string> not_received() const {
    return options_.schools ? seen_.not_seen(*options_.schools) : std::vector<std::string>();
  }
  [[nodiscard]] const Diagnostics& left_out_faults() const { return left_out_.faults(); }
  /// The files in which errors were found, and their sheets, after read().
  [[nodiscard]] const std::set<std::string>& faulty() const { return faulty_; }
  /// Files that were long tables or tables of notes, after read().
  [[nodiscard]] const std::vector<InputFile>& tables() const { return long_input_.inputs(); }

 private:
  friend class BlockWorker;

  /// An error if the whole table lacks the date that its rows need.
  void check_day(const Binding& binding, const Location& header, Diagnostics& diagnostics) const;
  /// The binding with columns for what long tables hold.
  [[nodiscard]] Binding with_long(const Binding& binding, const Location& where) const;
  void join_long(const Binding& own, SchoolBlock& block, const WideTable& wide) const;
  /// Puts the notes of tables to those that the rows have of themselves.
  void join_notes(SchoolBlock& block, const WideTable& wide) const;

  void read_file_named(const std::string& name, InputKind kind, const Work& work,
                       const HandOn& hand_on, Diagnostics& diagnostics);
  void read_text(const std::string& name, const Work& work, const HandOn& hand_on,
                 Diagnostics& diagnostics);
  void read_csv(BlockCutter& cutter, const Work& work, const HandOn& hand_on,
                Diagnostics& diagnostics);
  void read_workbook(const std::string& name, std::string_view bytes, const Work& work,
                     const HandOn& hand_on, Diagnostics& diagnostics);
  void read_sheet(Workbook& workbook, const SheetName& sheet, const Work& work,
                  const HandOn& hand_on, Diagnostics& diagnostics);
  void read_yaml(const std::string& name, std::string_view bytes, const Work& work,
                 const HandOn& hand_on, Diagnostics& diagnostics);
  void read_blocks(const TableSource& source, bool is_small, const Work& work,
                   const HandOn& hand_on, Diagnostics& diagnostics);
  [[nodiscard]] bool accept(SchoolBlock& block, const TableSource& source, uint64_t first_line,
                            const Work& work, const HandOn& hand_on, Diagnostics& diagnostics);
  void note_header(const Binding& binding);
  /// Notes whether the school wanted is among these, or one with a code alike.
  void look_for_wanted(const SchoolTable& schools);
  [[nodiscard]] uint64_t schools_and_left_out() const {
    return schools_ + left_out_.schools().size();
  }
  /// How many faults are kept: with --keep-going all, as each may be of another school.
  [[nodiscard]] size_t most_kept() const {
    return options_.keep_going ? kAllDiagnostics : kMostDiagnostics;
  }
  /// Takes out the rows of schools with faults in long tables. True if there are such.
  [[nodiscard]] bool leave_out_judged(SchoolBlock& block, const WideTable& wide);
  /// Reports judgements of schools or rows that are nowhere, where that is sure.
  void check_owners(Diagnostics& diagnostics);
  /// Hands on what is told once a column.
  void tell_once(SchoolBlock& block, Diagnostics& diagnostics);

  const Run& run_;
  SchoolInputOptions options_;
  std::vector<InputFile> inputs_;
  std::unique_ptr<DuplicateFinder> duplicates_;
  AlikeCodes own_codes_;
  std::unique_ptr<Progress> progress_;
  ColumnNames names_;
  LongInput long_input_;
  DecimalSigns signs_;  ///< of the file being read
  ShareCheck shares_;
  /// Of the table being read: messages and columns.
  std::set<std::pair<std::string_view, uint32_t>> told_;
  uint64_t bytes_before_ = 0;
  uint64_t schools_ = 0;
  size_t tables_left_ = 0;
  bool has_stages_ = false;
  LeftOutSchools left_out_;
  std::vector<bool> told_faulty_;      ///< which of the faulty rows of long tables are left out
  Diagnostics unowned_{Language::vi};  ///< long tables' rows that may be of several
  /// Errors of tables of schools, and how many of them are of rows: else some rows are not known.
  size_t wide_errors_ = 0;
  size_t row_errors_ = 0;
  bool has_nameless_ = false;  ///< a row lacks the school's code
  RegisterDifferences differences_;
  RegisterSeen seen_;
  std::string nearest_;  ///< the code of the school wanted where rows have it, else one alike
  std::set<std::string> faulty_;
};

}  // namespace kdcl

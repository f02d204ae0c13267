#include "command/school_input.h"

#include <algorithm>
#include <filesystem>

#include "base/parallel.h"
#include "base/text.h"
#include "command/criteria_input.h"
#include "command/messages.h"
#include "command/register_input.h"
#include "read/csv/csv.h"
#include "read/csv/file_kind.h"
#include "read/schools/binding.h"
#include "read/schools/labels.h"
#include "read/schools/messages.h"
#include "read/schools/schools.h"
#include "read/schools/set_choice.h"
#include "read/schools/sheet_table.h"
#include "read/schools/table_rows.h"
#include "read/schools/yaml_schools.h"
#include "read/small/partial.h"
#include "read/yaml/yaml.h"
#include "score/filter.h"

namespace kdcl {

using namespace message;

namespace {

/// Bytes of a row, to make room for about as many schools as a file holds; more only cost growing.
constexpr uint64_t kUsualRow = 512;

uint64_t size_of(const std::vector<std::string>& files) {
  uint64_t total = 0;
  for (const std::string& file : files) {
    std::error_code fault;
    const uint64_t size = std::filesystem::file_size(file, fault);
    if (!fault) total += size;
  }
  return total;
}

/// A block of a file may use another decimal sign than blocks before it. True, for the first that
/// does, if the file has both then; `file` keeps where each stands first.
bool has_other_sign(DecimalSigns& file, const DecimalSigns& block, uint64_t line_offset) {
  const bool had_both = file.point.line > 0 && file.comma.line > 0;
  const auto note = [line_offset](Location& first, const Location& here) {
    if (first.line > 0 || here.line == 0) return;
    first = here;
    first.line += line_offset;
  };
  note(file.point, block.point);
  note(file.comma, block.comma);
  return !had_both && file.point.line > 0 && file.comma.line > 0;
}

/// At the second of the signs, in the column of a field.
void report_signs(const DecimalSigns& signs, const Run& run, const Binding& binding,
                  Diagnostics& diagnostics) {
  const bool is_point_first = signs.point < signs.comma;
  const Location& first = is_point_first ? signs.point : signs.comma;
  const Location& second = is_point_first ? signs.comma : signs.point;
  std::string label;
  for (const ColumnOf& field : binding.fields)
    if (uint64_t{field.column} + 1 == second.column)
      label = field_label(run.fields[field.index], diagnostics.language());
  diagnostics
      .error(second,
             {"{0}: một tệp chỉ có một dấu thập phân: ở đây là \"{1}\", ở dòng {2} là \"{3}\"",
              "{0}: a file has one decimal sign: \"{1}\" here, \"{3}\" in line {2}"},
             label, is_point_first ? "," : ".", first.line, is_point_first ? "." : ",")
      .hint({"chỉ dùng một dấu; số hàng nghìn viết liền, như 8500",
             "use one of them; write thousands without a sign, like 8500"});
}

}  // namespace

Location place_in_file(const SchoolBlock& block, const Location& place) {
  if (place.line == 0 || place.is_cell || place.file != block.table->name) return place;
  const Grid& grid = block.grid;
  for (const JoinedCell& joined : grid.joined) {
    std::pair<uint64_t, uint64_t> at{grid.line(joined.row) + 1, uint64_t{joined.column} + 1};
    if (!grid.places.empty()) at = grid.places[size_t{joined.row} * grid.columns + joined.column];
    if (at == std::pair(place.line, place.column))
      return {*joined.table, joined.line, joined.cell, joined.is_sheet};
  }
  const bool has_cell =
      grid.places.empty() ? place.column <= grid.own_columns : place.column < kNoPlace;
  const uint64_t cell = has_cell ? place.column : 0;
  if (block.sheet_column)
    return {place.file, place.line, cell > 0 ? cell + *block.sheet_column : 0, true};
  return {place.file, place.line + block.first_line - 1, cell};
}

/// One thread's part of reading a table.
class BlockWorker {
 public:
  struct Shared {
    SchoolInput& input;
    const TableSource& source;
    const SchoolInput::Work& work;
    const SchoolInput::HandOn& hand_on;
    Diagnostics& diagnostics;
    uint64_t line;  ///< first line of the next block to be handed on
  };

  explicit BlockWorker(Shared& shared)
      : shared_(shared),
        reader_(shared.input.run_, shared.source.binding, shared.source.table.name,
                shared.source.has_comma, shared.input.options_.schools) {}

  bool take() { return shared_.source.take(block_); }

  void work() {
    block_.diagnostics = Diagnostics(shared_.diagnostics.language(), shared_.input.most_kept());
    block_.table = &shared_.source.table;
    block_.binding = &shared_.source.binding;
    block_.sheet_column = shared_.source.sheet_column;
    block_.schools.notes.clear();
    is_sound_ = shared_.source.cut(block_);
    reader_.read(block_.grid, block_.schools.table, block_.diagnostics);
    block_.faulty_ids.clear();
    block_.left_out = Diagnostics(shared_.diagnostics.language(), kAllDiagnostics);
    name_schools(block_.schools.table, false, block_.diagnostics);
    if (shared_.input.options_.keep_going && is_sound_) leave_out_rows(block_, block_.diagnostics);
    block_.keys = duplicate_keys(shared_.input.run_, block_.schools.table);
    block_.codes = code_forms(block_.schools.table);
    block_.signs = reader_.decimal_signs();
    block_.shares = reader_.shares();
    block_.warnings = std::move(reader_.warnings());
    block_.differences = reader_.differences();
    shared_.work(block_);
  }

  bool hand_on() {
    const uint64_t first_line = shared_.line;
    shared_.line += block_.grid.line_count;
    const bool go_on = shared_.input.accept(block_, shared_.source, first_line, shared_.work,
                                            shared_.hand_on, shared_.diagnostics);
    return go_on && is_sound_;
  }

 private:
  Shared& shared_;
  SchoolReader reader_;
  SchoolBlock block_;
  bool is_sound_ = true;
};

SchoolInputOptions input_options(const SharedOptions& shared, bool hash, bool notes) {
  return {.strict = shared.strict,
          .keep_going = shared.keep_going,
          .quiet = shared.quiet,
          .threads = shared.threads,
          .hash = hash,
          .notes = notes,
          .sheet = shared.sheet,
          .encoding = encoding_named(shared.encoding).value_or(Encoding::unknown)};
}

void SchoolInput::read(const std::vector<std::string>& named, const Work& work,
                       const HandOn& hand_on, Diagnostics& diagnostics) {
  const std::vector<std::string> files = input_files(named, diagnostics);
  if (files.empty()) return;
  const uint64_t total = size_of(files);
  unowned_ = Diagnostics(diagnostics.language());
  duplicates_ = std::make_unique<DuplicateFinder>(static_cast<size_t>(total / kUsualRow));
  progress_ = std::make_unique<Progress>(diagnostics.language(), options_.quiet, total);
  std::vector<std::pair<std::string, InputKind>> wide;
  const auto note_faults = [&](const std::string& name, const Diagnostics& found) {
    if (!found.has_errors()) return;
    faulty_.insert(name);
    for (const std::string& title : long_input_.sheets_of(name).read)
      faulty_.insert(table_name(name, title));
  };
  for (const std::string& name : files) {
    const InputKind kind = find_input_kind(name);
    Diagnostics found(diagnostics.language());
    const bool is_done = long_input_.read(name, kind, found) || long_input_.is_refused(name);
    note_faults(name, found);
    // What is wrong with a form is of its own schools; without a long table others would be judged
    // by less than was found.
    const bool is_form = !is_done || long_input_.is_refused(name);
    if (options_.keep_going && found.has_errors() && is_form) {
      left_out_.add_file(name, found);
      continue;
    }
    diagnostics.append(found);
    if (!is_done) wide.emplace_back(name, kind);
  }
  inputs_ = long_input_.inputs();
  if (wide.empty() && !diagnostics.has_errors() && left_out_.schools().empty())
    diagnostics.error(
        {files.front()},
        {"chỉ có bảng dài; cần thêm bảng có tên, loại trường và ngày đánh giá của từng trường",
         "only long tables; a table with the name, type and date of every school is needed too"});
  for (const auto& [name, kind] : wide)
    tables_left_ += std::max<size_t>(1, long_input_.sheets_of(name).wide.size());
  for (const auto& [name, kind] : wide) {
    Diagnostics found(diagnostics.language(), most_kept());
    read_file_named(name, kind, work, hand_on, found);
    wide_errors_ += found.errors();
    shares_.end_file(found);
    note_faults(name, found);
    if (options_.keep_going && found.has_errors())
      left_out_.add_file(name, found);
    else
      diagnostics.append(found);
  }
  shares_.end_run(diagnostics);
  if (!wide.empty()) check_owners(diagnostics);
  left_out_.sort(files);
  if (!options_.codes) own_codes_.report(options_.strict, diagnostics);
  if (options_.tells_register) seen_.report(*options_.schools, diagnostics);
  if (options_.schools)
    report_register_differences(differences_, options_.schools->file.name, diagnostics);
  progress_.reset();
}

void SchoolInput::check_day(const Binding& binding, const Location& header,
                            Diagnostics& diagnostics) const {
  const SetChoice choice(run_);
  if (choice.lacks_day(binding)) choice.report_no_day(header, diagnostics);
}

Binding SchoolInput::with_long(const Binding& binding, const Location& where) const {
  if (long_input_.results().empty()) return binding;
  std::vector<std::string> names = binding.names;
  const std::vector<int32_t> own = long_input_.results().own_columns(binding.names);
  for (size_t i = 0; i < own.size(); ++i)
    if (own[i] == kNoColumn) names.push_back(long_input_.results().names()[i]);
  Diagnostics known(Language::vi);  // those of its own columns are reported already
  return bind_columns(names, where, names_, false, known);
}

void SchoolInput::join_long(const Binding& own, SchoolBlock& block, const WideTable& wide) const {
  if (long_input_.results().empty()) return;
  long_input_.results().join(block.grid, wide, own, long_input_.owners(), block.diagnostics);
}

void SchoolInput::join_notes(SchoolBlock& block, const WideTable& wide) const {
  const SchoolTable& table = block.schools.table;
  block.schools.notes.resize(table.rows);
  for (size_t row = 0; row < table.rows; ++row)
    long_input_.notes().add_to(block.schools.notes[row], schools_row(table, wide, row),
                               long_input_.owners());
}

void SchoolInput::read_file_named(const std::string& name, InputKind kind, const Work& work,
                                  const HandOn& hand_on, Diagnostics& diagnostics) {
  signs_ = {};
  const bool is_book = kind == InputKind::workbook;
  if (!is_book && !options_.sheet.empty())
    diagnostics.error({name}, {"chỉ tệp Excel mới có trang tính: bỏ --sheet",
                               "only workbooks have sheets: leave out --sheet"});
  if (!is_book) --tables_left_;
  if (kind == InputKind::text) return read_text(name, work, hand_on, diagnostics);
  LocalText fault;
  const std::optional<std::string> bytes =
      read_file(name, is_book ? kLargestWorkbook : kMostYamlBytes, fault);
  if (!bytes && fault.en.empty())
    diagnostics.error({name}, kTooLarge, is_book ? kLargestWorkbook >> 20 : kMostYamlBytes >> 20);
  else if (!bytes)
    diagnostics.error({name}, kReadFault, fault.in(diagnostics.language()));
  else if (is_book)
    read_workbook(name, *bytes, work, hand_on, diagnostics);
  else
    read_yaml(name, *bytes, work, hand_on, diagnostics);
}

void SchoolInput::read_text(const std::string& name, const Work& work, const HandOn& hand_on,
                            Diagnostics& diagnostics) {
  LocalText fault;
  std::optional<ByteSource> source = ByteSource::open(name, fault);
  if (!source) {
    diagnostics.error({name}, kReadFault, fault.in(diagnostics.language()));
    return;
  }
  BlockCutter cutter(std::move(*source), name, options_.encoding);
  if (options_.hash) cutter.hash();
  const uint64_t schools_before = schools_and_left_out();
  const size_t errors_before = diagnostics.errors();
  if (!cutter.start(diagnostics)) return;
  if (is_workbook(name)) diagnostics.warning({name}, kReadAsText);
  read_csv(cutter, work, hand_on, diagnostics);
  bytes_before_ += cutter.taken();
  inputs_.push_back({name, cutter.sha256()});
  if (cutter.fault())
    diagnostics.error({name}, kReadFault, cutter.fault()->in(diagnostics.language()));
  if (schools_and_left_out() == schools_before && diagnostics.errors() == errors_before)
    diagnostics.error({name}, kHeaderOnly);
}

void SchoolInput::read_blocks(const TableSource& source, bool is_small, const Work& work,
                              const HandOn& hand_on, Diagnostics& diagnostics) {
  told_.clear();
  note_header(source.binding);
  const unsigned wanted = options_.threads > 0 ? options_.threads : default_threads();
  BlockWorker::Shared shared{*this, source, work, hand_on, diagnostics, source.first_line};
  run_ordered(is_small ? 1 : wanted, [&shared] { return BlockWorker(shared); });
}

void SchoolInput::read_csv(BlockCutter& cutter, const Work& work, const HandOn& hand_on,
                           Diagnostics& diagnostics) {
  const std::optional<CsvHeader> header = read_csv_header(cutter, diagnostics);
  if (!header) return;
  const Location where{cutter.name(), header->line};
  if (header->names.front() == kSumsMark) {
    diagnostics.error(
        where, {"đây là tệp số liệu của \"kdcl summary --partial\", chỉ \"kdcl summary\" đọc",
                "these are sums of \"kdcl summary --partial\", which only \"kdcl summary\" reads"});
    return;
  }
  const std::vector<std::string> folded = folded_names(header->names);
  if (find_long_columns(folded) && !find_school_column(folded)) {
    diagnostics
        .error(where,
               {"bảng dài thiếu cột Mã trường (school_id): không biết kết quả là của trường nào",
                "a long table without a column school_id: it is not known whose the results are"})
        .hint({"thêm cột Mã trường", "add the column school_id"});
    return;
  }
  if (find_long_columns(folded)) {
    diagnostics.error(
        where, {"bảng dài (school_id, indicator, result) phải là tệp, không đọc từ đầu vào chuẩn",
                "a long table (school_id, indicator, result) must be a file, not standard input"});
    return;
  }
  if (check_half_long(header->names, {where.file, where.line, 1}, names_, diagnostics)) return;
  Diagnostics faults(diagnostics.language());
  const Binding own = bind_columns(header->names, where, names_, options_.strict, faults);
  diagnostics.append(faults);
  // Without its columns a file's rows mean nothing.
  if (faults.has_errors()) return;
  check_day(own, where, diagnostics);
  const Binding binding = with_long(own, where);
  const auto take = [&cutter](SchoolBlock& block) { return cutter.next(block.text); };
  const auto cut = [&](SchoolBlock& block) {
    const bool is_sound =
        read_csv_grid(block.text, header->separator, static_cast<uint32_t>(header->names.size()),
                      cutter.name(), block.grid, block.diagnostics);
    join_long(own, block, {cutter.name()});
    return is_sound;
  };
  const bool is_small = cutter.size() > 0 && cutter.size() <= kBlockSize;
  read_blocks(
      {{cutter.name()}, binding, header->separator != ',', {}, header->rows_line, take, cut},
      is_small, work, hand_on, diagnostics);
}

void SchoolInput::read_workbook(const std::string& name, std::string_view bytes, const Work& work,
                                const HandOn& hand_on, Diagnostics& diagnostics) {
  const std::unique_ptr<Workbook> workbook = Workbook::open(name, bytes, diagnostics);
  if (!workbook) return;
  if (!is_workbook(name))
    diagnostics.warning(
        {name},
        {"tên tệp không phải của tệp Excel nhưng nội dung là tệp Excel (.xlsx): đọc như tệp Excel",
         "not named as a workbook, but it is one (.xlsx): read as such"});
  auto [titles, read] = long_input_.sheets_of(name);
  if (titles.empty()) titles = {options_.sheet};
  const uint64_t schools_before = schools_and_left_out();
  const size_t errors_before = diagnostics.errors();
  std::vector<std::string> empty;
  for (const std::string& title : titles) {
    --tables_left_;
    const SheetName* sheet = workbook->find_sheet(title, diagnostics);
    if (!sheet) return;
    const uint64_t before = schools_and_left_out();
    read_sheet(*workbook, *sheet, work, hand_on, diagnostics);
    if (schools_and_left_out() == before) empty.push_back(table_name(name, sheet->title));
    if (read.empty()) read = {sheet->title};
  }
  bytes_before_ += bytes.size();
  for (const std::string& title : read)
    inputs_.push_back({table_name(name, title), options_.hash ? sha256_of(bytes) : std::string()});
  if (diagnostics.errors() > errors_before) return;
  if (schools_and_left_out() == schools_before)
    diagnostics.error({empty.front()}, kHeaderOnly);
  else
    for (const std::string& table : empty) diagnostics.warning({table}, kHeaderOnly);
}

void SchoolInput::read_sheet(Workbook& workbook, const SheetName& sheet, const Work& work,
                             const HandOn& hand_on, Diagnostics& diagnostics) {
  const std::string name = table_name(workbook.name(), sheet.title);
  const WideTable wide{name, workbook.name()};
  SheetReader reader(workbook, sheet);
  SheetBlock first;
  const std::optional<SheetHeader> header = read_sheet_header(reader, first, names_);
  if (reader.fault() || !header) {
    diagnostics.error({name}, reader.fault() ? *reader.fault()
                                             : Message{"trang tính trống", "the sheet is empty"});
    return;
  }
  const Message* fault = nullptr;
  std::vector<MergedCells> merged = workbook.merged_cells(sheet, fault);
  if (fault) diagnostics.error({name}, *fault);
  if (fault || !check_merged_header(merged, *header, name, diagnostics)) return;
  Diagnostics faults(diagnostics.language());
  const Binding own =
      bind_columns(header->names, {name, header->row}, names_, options_.strict, faults);
  diagnostics.append_cells(faults, header->first_column);
  if (faults.has_errors()) return;
  const SheetTable table{name, *header, columns_of_schools(own, run_, diagnostics.language()),
                         &workbook};
  check_number_names(*header, table.columns, name, diagnostics);
  TableRows rows(table, std::move(merged));
  check_day(own, {name, header->row, 0, true}, diagnostics);
  const Binding binding = with_long(own, {name});
  bool has_first = true;
  const auto take = [&](SchoolBlock& block) {
    const bool has_block = std::exchange(has_first, false) ? (std::swap(block.cells, first), true)
                                                           : reader.next(block.cells, kBlockSize);
    if (has_block) rows.put_right(block.cells);
    return has_block;
  };
  const auto cut = [&](SchoolBlock& block) {
    make_sheet_grid(block.cells, table, block.grid, block.diagnostics);
    join_long(own, block, wide);
    return true;
  };
  read_blocks({wide, binding, false, header->first_column, 1, take, cut}, false, work, hand_on,
              diagnostics);
  check_sheet(reader, *header, name, diagnostics);
}

void SchoolInput::read_yaml(const std::string& name, std::string_view bytes, const Work& work,
                            const HandOn& hand_on, Diagnostics& diagnostics) {
  Diagnostics faults(diagnostics.language());
  Diagnostics names(diagnostics.language());
  std::optional<YamlTable> table = read_yaml_schools(name, bytes, faults);
  Binding own;
  if (table) {
    own = bind_columns(table->names, {name}, names_, options_.strict, names, table->places);
    check_sections(*table, own, names);
    if (!names.has_errors()) check_day(own, {name}, faults);
  }
  if (options_.keep_going && (faults.has_errors() || names.has_errors())) {
    for (const Diagnostics* found : {&faults, &names}) left_out_.add_file(name, *found);
    return;
  }
  diagnostics.append(faults);
  diagnostics.append(names);
  if (!table || names.has_errors()) return;
  const Binding binding = with_long(own, {name});
  told_.clear();
  note_header(binding);
  const WideTable wide{name};
  SchoolBlock block;
  block.diagnostics = Diagnostics(diagnostics.language(), most_kept());
  block.grid = std::move(table->grid);
  if (options_.notes) block.schools.notes = std::move(table->notes);
  join_long(own, block, wide);
  block.table = &wide;
  block.binding = &binding;
  SchoolReader reader(run_, binding, name, false, options_.schools);
  reader.read(block.grid, block.schools.table, block.diagnostics);
  block.left_out = Diagnostics(diagnostics.language(), kAllDiagnostics);
  name_schools(block.schools.table, true, block.diagnostics);
  if (options_.keep_going) leave_out_rows(block, block.diagnostics);
  block.keys = duplicate_keys(run_, block.schools.table);
  block.codes = code_forms(block.schools.table);
  block.shares = reader.shares();
  block.warnings = std::move(reader.warnings());
  block.differences = reader.differences();
  work(block);
  inputs_.push_back({name, options_.hash ? sha256_of(bytes) : std::string()});
  bytes_before_ += bytes.size();
  (void)accept(block, {wide, binding}, 1, work, hand_on, diagnostics);
}

bool SchoolInput::accept(SchoolBlock& block, const TableSource& source, uint64_t first_line,
                         const Work& work, const HandOn& hand_on, Diagnostics& diagnostics) {
  const auto id_column = static_cast<uint32_t>(
      source.binding.identity[static_cast<size_t>(IdentityColumn::school_id)] +
      source.sheet_column.value_or(0));
  const bool has_cells = source.sheet_column.has_value();
  Diagnostics repeated(diagnostics.language(), most_kept());
  block.first_line = first_line;
  duplicates_->add(block.keys, block.schools.table,
                   {source.table.name, first_line, uint64_t{id_column} + 1, has_cells}, repeated);
  AlikeCodes& codes = options_.codes ? *options_.codes : own_codes_;
  codes.add(block.codes, block.schools.table,
            {source.table.name, first_line, id_column, has_cells});
  if (options_.keep_going) {
    const bool is_judged = leave_out_judged(block, source.table);
    if (leave_out_repeated(block, first_line, repeated) || is_judged) work(block);
    left_out_.add_block(block);
  }
  if (!long_input_.owners().empty()) {
    long_input_.owners().note_used(block.schools.table, source.table, first_line, unowned_);
    const auto& ids = block.schools.table.identity[static_cast<size_t>(IdentityColumn::school_id)];
    has_nameless_ |= std::find(ids.begin(), ids.end(), std::string_view()) != ids.end();
  }
  if (options_.notes) join_notes(block, source.table);
  block.diagnostics.place([&block](const Location& place) { return place_in_file(block, place); });
  block.diagnostics.keep_first_of_cells();
  diagnostics.append(block.diagnostics);
  if (!source.sheet_column && has_other_sign(signs_, block.signs, first_line - 1))
    report_signs(signs_, run_, source.binding, diagnostics);
  diagnostics.append(repeated);
  row_errors_ += block.diagnostics.errors() + repeated.errors();
  tell_once(block, diagnostics);
  differences_.add(block.differences);
  if (options_.tells_register) seen_.note(*options_.schools, block, first_line, has_cells);
  if (!options_.school.empty()) look_for_wanted(block.schools.table);
  schools_ += block.schools.table.rows;
  progress_->show(bytes_before_ + block.text.size, schools_);
  return hand_on(block);
}

bool SchoolInput::leave_out_judged(SchoolBlock& block, const WideTable& wide) {
  const auto& faulty = long_input_.faulty_rows();
  told_faulty_.resize(faulty.size());
  std::vector<uint32_t> sound;
  for (uint32_t row = 0; row < block.schools.table.rows; ++row) {
    const auto id = block.schools.table.text_of(IdentityColumn::school_id, row);
    bool is_sound = true;
    for (size_t i = 0; i < faulty.size(); ++i) {
      const bool is_of_other = !faulty[i].workbook.empty() && faulty[i].workbook != wide.workbook;
      if (faulty[i].school != id || is_of_other) continue;
      is_sound = false;
      if (!told_faulty_[i]) left_out_.add(faulty[i].school, faulty[i].fault);
      told_faulty_[i] = true;
    }
    if (is_sound) sound.push_back(row);
  }
  if (sound.size() == block.schools.table.rows) return false;
  keep_rows(sound, block.schools);
  return true;
}

void SchoolInput::check_owners(Diagnostics& diagnostics) {
  const auto& faulty = long_input_.faulty_rows();
  told_faulty_.resize(faulty.size());
  for (size_t i = 0; i < faulty.size(); ++i)
    if (!told_faulty_[i]) left_out_.add(faulty[i].school, faulty[i].fault);
  const bool are_all_read = wide_errors_ == row_errors_ && !has_nameless_;
  diagnostics.append(unowned_);
  if (!are_all_read) return;
  Diagnostics found(diagnostics.language());
  long_input_.owners().check_all_used(
      [this](const std::string& school, const Location& place) {
        return left_out_.has(school) || faulty_.contains(place.file);
      },
      found);
  if (!options_.keep_going) return diagnostics.append(found);
  for (const Diagnostic& fault : found.kept()) left_out_.add(fault.location.file, fault);
}

void SchoolInput::look_for_wanted(const SchoolTable& schools) {
  const std::string bare = bare_school_code(options_.school);
  for (size_t row = 0; row < schools.rows && nearest_ != options_.school; ++row) {
    const auto id = schools.text_of(IdentityColumn::school_id, row);
    if (id == options_.school || (nearest_.empty() && bare_school_code(id) == bare)) nearest_ = id;
  }
}

void SchoolInput::report_no_school(Diagnostics& diagnostics) const {
  if (is_number_of_code(options_.school))
    return report_number_of_code({}, "--school", options_.school, diagnostics);
  if (nearest_ == options_.school) {
    diagnostics.error({},
                      {"--school: trường \"{0}\" có trong dữ liệu, nhưng không dòng nào được xét",
                       "--school: school \"{0}\" is in the data, but none of its rows is taken"},
                      excerpt(options_.school));
    return;
  }
  diagnostics.error({},
                    {"--school: không có trường \"{0}\"", "--school: there is no school \"{0}\""},
                    excerpt(options_.school));
  if (!nearest_.empty()) hint_alike(nearest_, diagnostics);
}

void SchoolInput::tell_once(SchoolBlock& block, Diagnostics& diagnostics) {
  for (ShareCount& count : block.shares) count.first = place_in_file(block, count.first);
  shares_.add(block.shares);
  for (ColumnWarning& told : block.warnings) {
    if (!told_.emplace(told.message, told.column).second) continue;
    told.warning.location = place_in_file(block, told.warning.location);
    diagnostics.add(std::move(told.warning));
  }
}

void SchoolInput::note_header(const Binding& binding) {
  has_stages_ |= binding.identity[static_cast<size_t>(IdentityColumn::stage)] != kNoColumn;
}

}  // namespace kdcl

#include "command/school_input.h"

#include <algorithm>
#include <filesystem>

#include "base/parallel.h"
#include "base/text.h"
#include "command/messages.h"
#include "read/binding.h"
#include "read/csv.h"
#include "read/schools.h"
#include "read/table_messages.h"
#include "read/yaml.h"
#include "read/yaml_schools.h"

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

bool is_yaml(const std::string& name) { return name.ends_with(".yaml") || name.ends_with(".yml"); }

/// Later blocks of a file used another decimal sign than earlier ones.
void check_signs(DecimalSigns& file, const DecimalSigns& block, uint64_t line_offset,
                 Diagnostics& diagnostics) {
  const bool had_both = file.point.line > 0 && file.comma.line > 0;
  const auto note = [line_offset](Location& first, const Location& here) {
    if (first.line > 0 || here.line == 0) return;
    first = here;
    first.line += line_offset;
  };
  note(file.point, block.point);
  note(file.comma, block.comma);
  if (had_both || file.point.line == 0 || file.comma.line == 0) return;
  if (file.point < file.comma)
    diagnostics.error(file.comma, kBothDecimalSigns, ",", file.point.line, ".");
  else
    diagnostics.error(file.point, kBothDecimalSigns, ".", file.comma.line, ",");
}

}  // namespace

/// One thread's part of reading a CSV file.
class BlockWorker {
 public:
  struct Shared {
    SchoolInput& input;
    BlockCutter& cutter;
    const CsvHeader& header;
    const Binding& binding;
    const SchoolInput::Work& work;
    const SchoolInput::HandOn& hand_on;
    Diagnostics& diagnostics;
    uint64_t line;      ///< first line of the next block to be handed on
    bool is_cut_short;  ///< quotes went wrong: what follows can't be trusted
  };

  explicit BlockWorker(Shared& shared)
      : shared_(shared),
        reader_(shared.input.run_, shared.binding, shared.cutter.name(),
                shared.header.separator != ',') {}

  bool take() { return shared_.cutter.next(block_.text); }

  void work() {
    block_.diagnostics = Diagnostics(shared_.diagnostics.language());
    block_.file = &shared_.cutter.name();
    block_.binding = &shared_.binding;
    is_sound_ = read_csv_grid(block_.text, shared_.header.separator,
                              static_cast<uint32_t>(shared_.header.names.size()),
                              shared_.cutter.name(), block_.grid, block_.diagnostics);
    reader_.read(block_.grid, block_.schools.table, block_.diagnostics);
    block_.keys = duplicate_keys(shared_.input.run_, block_.schools.table);
    block_.signs = reader_.decimal_signs();
    shared_.work(block_);
  }

  bool hand_on() {
    const uint64_t first_line = shared_.line;
    shared_.line += block_.grid.line_count;
    shared_.is_cut_short = !is_sound_;
    const bool go_on = shared_.input.accept(block_, shared_.binding, shared_.cutter.name(),
                                            first_line, shared_.hand_on, shared_.diagnostics);
    return go_on && is_sound_;
  }

 private:
  Shared& shared_;
  SchoolReader reader_;
  SchoolBlock block_;
  bool is_sound_ = true;
};

void SchoolInput::read(const std::vector<std::string>& files, const Work& work,
                       const HandOn& hand_on, Diagnostics& diagnostics) {
  const uint64_t total = size_of(files);
  duplicates_ = std::make_unique<DuplicateFinder>(static_cast<size_t>(total / kUsualRow));
  progress_ = std::make_unique<Progress>(diagnostics.language(), options_.quiet, total);
  files_left_ = files.size();
  for (const std::string& name : files) {
    --files_left_;
    read_file_named(name, work, hand_on, diagnostics);
  }
  progress_.reset();
}

void SchoolInput::read_file_named(const std::string& name, const Work& work, const HandOn& hand_on,
                                  Diagnostics& diagnostics) {
  std::string fault;
  signs_ = {};
  if (is_yaml(name)) {
    const std::optional<std::string> bytes = read_file(name, kMostYamlBytes, fault);
    if (bytes) return read_yaml(name, *bytes, work, hand_on, diagnostics);
    if (fault.empty())
      diagnostics.error({name}, kTooLarge);
    else
      diagnostics.error({name}, kReadFault, fault);
    return;
  }
  std::optional<ByteSource> source = ByteSource::open(name, fault);
  if (!source) {
    diagnostics.error({name}, kReadFault, fault);
    return;
  }
  BlockCutter cutter(std::move(*source), name);
  if (options_.hash) cutter.hash();
  const uint64_t schools_before = schools_;
  const size_t errors_before = diagnostics.errors();
  if (!cutter.start(diagnostics)) return;
  read_csv(cutter, work, hand_on, diagnostics);
  bytes_before_ += cutter.taken();
  inputs_.push_back({name, cutter.sha256()});
  if (!cutter.fault().empty()) diagnostics.error({name}, kReadFault, cutter.fault());
  if (schools_ == schools_before && diagnostics.errors() == errors_before)
    diagnostics.error({name}, kHeaderOnly);
}

void SchoolInput::read_csv(BlockCutter& cutter, const Work& work, const HandOn& hand_on,
                           Diagnostics& diagnostics) {
  const std::optional<CsvHeader> header = read_csv_header(cutter, diagnostics);
  if (!header) return;
  Diagnostics faults(diagnostics.language());
  const Binding binding =
      bind_columns(header->names, {cutter.name(), header->line}, run_, options_.strict, faults);
  diagnostics.append(faults);
  // Without its columns a file's rows mean nothing.
  if (faults.has_errors()) return;
  note_header(binding);
  const bool is_small = cutter.size() > 0 && cutter.size() <= kBlockSize;
  const unsigned wanted = options_.threads > 0 ? options_.threads : default_threads();
  BlockWorker::Shared shared{*this,   cutter,      *header,           binding, work,
                             hand_on, diagnostics, header->rows_line, false};
  run_ordered(is_small ? 1 : wanted, [&shared] { return BlockWorker(shared); });
}

void SchoolInput::read_yaml(const std::string& name, std::string_view bytes, const Work& work,
                            const HandOn& hand_on, Diagnostics& diagnostics) {
  std::optional<YamlTable> table = read_yaml_schools(name, bytes, diagnostics);
  if (!table) return;
  Diagnostics faults(diagnostics.language());
  const Binding binding =
      bind_columns(table->names, {name}, run_, options_.strict, faults, table->places);
  check_sections(*table, binding, faults);
  diagnostics.append(faults);
  if (faults.has_errors()) return;
  note_header(binding);
  SchoolBlock block;
  block.diagnostics = Diagnostics(diagnostics.language());
  block.grid = std::move(table->grid);
  block.file = &name;
  block.binding = &binding;
  SchoolReader reader(run_, binding, name, false);
  reader.read(block.grid, block.schools.table, block.diagnostics);
  block.keys = duplicate_keys(run_, block.schools.table);
  work(block);
  inputs_.push_back({name, options_.hash ? sha256_of(bytes) : std::string()});
  bytes_before_ += bytes.size();
  (void)accept(block, binding, name, 1, hand_on, diagnostics);
}

bool SchoolInput::accept(SchoolBlock& block, const Binding& binding, const std::string& name,
                         uint64_t first_line, const HandOn& hand_on, Diagnostics& diagnostics) {
  diagnostics.append(block.diagnostics, first_line - 1);
  check_signs(signs_, block.signs, first_line - 1, diagnostics);
  const auto id_column = binding.identity[static_cast<size_t>(IdentityColumn::school_id)];
  duplicates_->add(block.keys, block.schools.table, static_cast<uint32_t>(id_column), first_line,
                   name, diagnostics);
  schools_ += block.schools.table.rows;
  progress_->show(bytes_before_ + block.text.size, schools_);
  return hand_on(block);
}

void SchoolInput::note_header(const Binding& binding) {
  has_stages_ |= binding.identity[static_cast<size_t>(IdentityColumn::stage)] != kNoColumn;
}

}  // namespace kdcl

#include "command/output.h"

#include <unistd.h>

#include <cerrno>

#include "base/file.h"
#include "command/messages.h"
#include "write/plain_text.h"
#include "write/report_files.h"
#include "write/workbook.h"

namespace kdcl {

using namespace message;

bool Output::fail(const LocalText& reason) {
  const std::string name =
      path_.empty() ? Message{"đầu ra chuẩn", "standard output"}.text(language_) : path_;
  print_usage_error(language_, format_message(language_, kCannotWrite, name, reason.in(language_)));
  return false;
}

ExitCode Output::open(const std::vector<std::string>& inputs) {
  if (path_.empty()) return kDone;
  for (const std::string& input : inputs) {
    if (input == "-" || !is_same_file(input, path_)) continue;
    print_usage_error(language_, format_message(language_, kOutputIsInput, path_));
    return kInputError;
  }
  file_ = std::make_unique<WholeFile>(path_);
  LocalText fault;
  return file_->create(fault) || fail(fault) ? kDone : kInternalError;
}

bool Output::put(std::string_view bytes) {
  return write_fully(file_ ? file_->descriptor() : STDOUT_FILENO, bytes) ||
         fail(system_fault(errno));
}

bool Output::flush() {
  for (std::string& piece : held_) {
    if (!put(piece)) return false;
    std::string().swap(piece);
  }
  held_.clear();
  return true;
}

bool Output::write(std::string_view bytes) {
  if (!file_ && !is_streaming_ && held_size_ + bytes.size() <= kHeldBack) {
    held_.emplace_back(bytes);
    held_size_ += bytes.size();
    return true;
  }
  is_streaming_ = true;
  return flush() && put(bytes);
}

bool Output::write_book(const Report& report, unsigned threads) {
  LocalText fault;
  return write_workbook(report, file_->temporary_path(), threads, fault) || fail(fault);
}

bool Output::write_book(const EntryForm& form) {
  LocalText fault;
  return write_entry_workbook(form, file_->temporary_path(), fault) || fail(fault);
}

bool Output::write_report(const Report& report, OutputFormat format, bool color, unsigned threads) {
  switch (format) {
    case OutputFormat::csv: return write(write_report_csv(report));
    case OutputFormat::json: return write(write_report_json(report, KDCL_VERSION));
    case OutputFormat::xlsx: return write_book(report, threads);
    case OutputFormat::text: break;
  }
  return write(write_plain_text(report, {terminal_width(), color}));
}

bool Output::finish() {
  if (!flush()) return false;
  if (!file_) return true;
  LocalText fault;
  return file_->commit(fault) || fail(fault);
}

}  // namespace kdcl

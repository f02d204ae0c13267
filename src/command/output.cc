#include "command/output.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string>

#include "base/file.h"
#include "base/temporary_file.h"
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

namespace {

constexpr Message kSchoolsRead{"{0} trường · {1} MB/s", "{0} schools · {1} MB/s"};
constexpr Message kSchoolsWritten{"{0} báo cáo · {1}/giây", "{0} reports · {1}/s"};
constexpr Message kTimeLeft{" · còn {0} giây", " · {0} s left"};
constexpr auto kBefore = std::chrono::milliseconds(500);
constexpr auto kBetween = std::chrono::milliseconds(100);
constexpr size_t kBarWidth = 24;

std::string bar(double share) {
  const auto filled = static_cast<size_t>(std::clamp(share, 0.0, 1.0) * kBarWidth);
  std::string out;
  for (size_t i = 0; i < kBarWidth; ++i) out += i < filled ? "█" : "░";
  return out;
}

}  // namespace

Progress::Progress(Language language, bool quiet, uint64_t total, Work work)
    : language_(language),
      total_(total),
      work_(work),
      is_wanted_(!quiet && ::isatty(STDERR_FILENO) != 0),
      next_(start_ + kBefore) {}

Progress::~Progress() {
  if (!is_drawn_) return;
  std::fputs("\r\033[K", stderr);
  note_drawn_line(false);
}

void Progress::show(uint64_t done, uint64_t schools) {
  const Clock::time_point now = Clock::now();
  if (!is_wanted_ || now < next_) return;
  next_ = now + kBetween;
  is_drawn_ = true;
  note_drawn_line(true);
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(done) / seconds;
  std::string line = "\r\033[K";
  if (total_ > 0) line += bar(static_cast<double>(done) / static_cast<double>(total_)) + ' ';
  if (work_ == Work::reading)
    line += format_message(language_, kSchoolsRead, schools, static_cast<uint64_t>(rate / 1e6));
  else
    line += format_message(language_, kSchoolsWritten, schools, static_cast<uint64_t>(rate));
  if (total_ > done)
    line += format_message(language_, kTimeLeft,
                           static_cast<uint64_t>(static_cast<double>(total_ - done) / rate + 1));
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace kdcl

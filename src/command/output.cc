#include "command/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "command/messages.h"
#include "command/options.h"

namespace kdcl {

using namespace message;

bool Output::fail(std::string_view reason) {
  const std::string name = path_.empty() ? std::string(kStandardOutput.in(language_)) : path_;
  print_usage_error(language_, format_message(language_, kCannotWrite, name, reason));
  return false;
}

bool Output::open(const std::vector<std::string>& inputs) {
  if (path_.empty()) return true;
  for (const std::string& input : inputs) {
    if (input == "-" || !is_same_file(input, path_)) continue;
    print_usage_error(language_, format_message(language_, kOutputIsInput, path_));
    return false;
  }
  file_ = std::make_unique<WholeFile>(path_);
  std::string fault;
  return file_->create(fault) || fail(fault);
}

bool Output::flush() {
  const bool is_written = write_fully(file_ ? file_->descriptor() : STDOUT_FILENO, held_);
  std::string().swap(held_);
  return is_written || fail(std::strerror(errno));
}

bool Output::write(std::string_view bytes) {
  if (!file_ && !is_streaming_ && held_.size() + bytes.size() <= kHeldBack) {
    held_ += bytes;
    return true;
  }
  is_streaming_ = true;
  if (!held_.empty() && !flush()) return false;
  return write_fully(file_ ? file_->descriptor() : STDOUT_FILENO, bytes) || fail(std::strerror(errno));
}

bool Output::finish() {
  if (!held_.empty() && !flush()) return false;
  if (!file_) return true;
  std::string fault;
  return file_->commit(fault) || fail(fault);
}

}  // namespace kdcl

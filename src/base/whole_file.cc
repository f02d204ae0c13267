#include "base/whole_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <optional>

#include "base/file.h"
#include "base/system_fault.h"

namespace kdcl {
namespace {

namespace fs = std::filesystem;

constexpr int kMostLinks = 40;  // as the system has it
constexpr size_t kCopied = 1u << 16;

/// The descriptor that a name like /dev/stdout or /dev/fd/3 stands for. Opening such a name of a
/// file anew would write over what is in it already.
std::optional<int> descriptor_named(const fs::path& path) {
  std::error_code fault;
  if (!fs::equivalent(path.parent_path(), "/proc/self/fd", fault) || fault) return {};
  const std::string name = path.filename().string();
  int number = -1;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), number);
  if (read.ec != std::errc() || read.ptr != name.data() + name.size()) return {};
  return number;
}

/// The name at the end of the links, whether there is a file or not.
fs::path follow_links(fs::path path) {
  std::error_code fault;
  for (int i = 0; i < kMostLinks && fs::is_symlink(path, fault) && !descriptor_named(path); ++i)
    path = path.parent_path() / fs::read_symlink(path, fault);
  return path;
}

bool is_special(const fs::file_status& status) {
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

bool is_special_file(const std::string& path) {
  std::error_code fault;
  return is_special(fs::status(path, fault)) || descriptor_named(follow_links(path)).has_value();
}

WholeFile::~WholeFile() {
  if (special_ >= 0) ::close(special_);
}

bool WholeFile::find_place(LocalText& fault) {
  const fs::path place = follow_links(path_);
  path_ = place.string();
  const std::optional<int> open = descriptor_named(place);
  std::error_code none;
  const fs::file_status status = fs::status(place, none);
  replaces_ = fs::is_regular_file(status);
  errno = fs::is_directory(status) ? EISDIR : fs::is_symlink(place, none) ? ELOOP : 0;
  if (open)
    special_ = ::fcntl(*open, F_DUPFD_CLOEXEC, 0);
  else if (is_special(status))
    special_ = ::open(path_.c_str(), O_WRONLY | O_NOCTTY | O_CLOEXEC);
  else if (errno == 0)
    return true;
  if (special_ < 0) fault = system_fault(errno);
  return special_ >= 0;
}

bool WholeFile::create(LocalText& fault) {
  if (!find_place(fault)) return false;
  const std::string folder = fs::path(path_).parent_path().string();
  return file_.create(special_ >= 0 ? "" : folder.empty() ? "." : folder, fault);
}

/// Not before the end: who may not read the old file could not read back what is written.
void WholeFile::keep_rights() const {
  const int descriptor = file_.descriptor();
  struct stat before {};
  if (::stat(path_.c_str(), &before) != 0) return;
  const bool is_owner = ::fchown(descriptor, before.st_uid, before.st_gid) == 0;
  // Rights to act as another are only for the owner they were given for.
  if (!is_owner && ::fchown(descriptor, static_cast<uid_t>(-1), before.st_gid) != 0) errno = 0;
  if (::fchmod(descriptor, before.st_mode & (is_owner ? 07777 : 0777)) != 0) errno = 0;
}

bool WholeFile::copy_out(LocalText& fault) const {
  std::string piece(kCopied, '\0');
  for (off_t at = 0;;) {
    const ssize_t got = ::pread(file_.descriptor(), piece.data(), piece.size(), at);
    if (got == 0) return true;
    if (got < 0 && errno == EINTR) continue;
    if (got < 0 || !write_fully(special_, {piece.data(), static_cast<size_t>(got)})) {
      fault = system_fault(errno);
      return false;
    }
    at += got;
  }
}

bool WholeFile::commit(LocalText& fault) {
  if (special_ >= 0) return copy_out(fault);
  if (replaces_) keep_rights();
  return file_.appear_as(path_, fault);
}

}  // namespace kdcl

#include "base/temporary_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <filesystem>
#include <memory>
#include <new>
#include <random>
#include <utility>

#include "base/file.h"
#include "base/system_fault.h"

namespace kdcl {
namespace {

namespace fs = std::filesystem;

constexpr int kTries = 100;
constexpr size_t kRandomLetters = 10;

/// A name beside which no other program's stands. It does not grow with the wanted name, which may
/// be as long as a name can be.
std::string random_path(const std::string& folder) {
  constexpr std::string_view kNameLetters = "abcdefghijklmnopqrstuvwxyz234567";
  std::random_device random;
  std::string name = ".kdcl-";
  for (size_t i = 0; i < kRandomLetters; ++i) name += kNameLetters[random() % kNameLetters.size()];
  return (fs::path(folder) / (name + ".tmp")).string();
}

std::string folder_or_default(const std::string& folder) {
  std::error_code fault;
  return folder.empty() ? fs::temp_directory_path(fault).string() : folder;
}

std::atomic<int> unnamed_fault = 0;

TemporaryFile& unnamed(void* cookie) { return *static_cast<TemporaryFile*>(cookie); }

ssize_t read_unnamed(void* cookie, char* buffer, size_t size) {
  return ::read(unnamed(cookie).descriptor(), buffer, size);
}

/// 0 is a fault here.
ssize_t write_unnamed(void* cookie, const char* bytes, size_t size) {
  if (write_fully(unnamed(cookie).descriptor(), {bytes, size})) return static_cast<ssize_t>(size);
  int none = 0;
  unnamed_fault.compare_exchange_strong(none, errno);
  return 0;
}

int seek_unnamed(void* cookie, off64_t* place, int from) {
  *place = ::lseek(unnamed(cookie).descriptor(), *place, from);
  return *place < 0 ? -1 : 0;
}

int close_unnamed(void* cookie) {
  delete &unnamed(cookie);
  return 0;
}

constexpr cookie_io_functions_t kUnnamed = {read_unnamed, write_unnamed, seek_unnamed,
                                            close_unnamed};

}  // namespace

TemporaryFile::~TemporaryFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (name_.path() == nullptr) return;
  const Undisturbed undisturbed;
  ::unlink(name_.path());
  name_.pardon();
}

bool TemporaryFile::create(const std::string& folder, LocalText& fault) {
  folder_ = folder_or_default(folder);
  return create_unnamed(folder_) || create_named(folder_, fault);
}

bool TemporaryFile::create_unnamed([[maybe_unused]] const std::string& folder) {
#ifdef O_TMPFILE
  descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
  if (descriptor_ < 0) return false;
  path_ = "/proc/self/fd/" + std::to_string(descriptor_);
  if (::access(path_.c_str(), F_OK) == 0) return true;
  ::close(std::exchange(descriptor_, -1));
#endif
  return false;
}

bool TemporaryFile::create_named(const std::string& folder, LocalText& fault) {
  for (int i = 0; i < kTries; ++i) {
    path_ = random_path(folder);
    const Undisturbed undisturbed;
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0 && errno == EEXIST) continue;
    if (descriptor_ >= 0) name_.doom(path_);
    break;
  }
  if (descriptor_ < 0) fault = system_fault(errno);
  return descriptor_ >= 0;
}

bool TemporaryFile::appear_as(const std::string& name, LocalText& fault) {
  if (name_.path() != nullptr) return rename_to(name, fault);
  return link_as(name, fault) && ::close(std::exchange(descriptor_, -1)) == 0;
}

/// A link never replaces a name, so a file that is there already is replaced by way of another
/// name.
bool TemporaryFile::link_as(const std::string& name, LocalText& fault) const {
  const auto link = [this](const std::string& to) {
    return ::linkat(AT_FDCWD, path_.c_str(), AT_FDCWD, to.c_str(), AT_SYMLINK_FOLLOW) == 0;
  };
  const std::string other = random_path(folder_);
  const Undisturbed undisturbed;
  std::error_code system;
  if (!link(name)) {
    system.assign(errno, std::generic_category());
    if (errno == EEXIST && link(other)) {
      fs::rename(other, name, system);
      if (system) ::unlink(other.c_str());
    }
  }
  if (system)
    fault = system_fault(system.value());
  else
    count_whole_file();
  return !system;
}

bool TemporaryFile::rename_to(const std::string& name, LocalText& fault) {
  std::error_code system;
  if (::close(std::exchange(descriptor_, -1)) != 0) system.assign(errno, std::generic_category());
  const Undisturbed undisturbed;
  if (!system) fs::rename(path_, name, system);
  if (system) {
    fault = system_fault(system.value());
    return false;
  }
  name_.pardon();
  count_whole_file();
  return true;
}

FILE* open_unnamed_file(const char* folder) {
  try {
    auto file = std::make_unique<TemporaryFile>();
    LocalText fault;
    if (!file->create(folder != nullptr ? folder : "", fault)) return nullptr;
    FILE* opened = ::fopencookie(file.get(), "w+b", kUnnamed);
    if (opened != nullptr) static_cast<void>(file.release());
    return opened;
  } catch (const std::bad_alloc&) {
    errno = ENOMEM;
    return nullptr;
  }
}

int unnamed_file_fault() { return unnamed_fault; }

}  // namespace kdcl

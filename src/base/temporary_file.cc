#include "base/temporary_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <filesystem>
#include <memory>
#include <new>
#include <optional>
#include <random>
#include <utility>

#include "base/file.h"

namespace kdcl {
namespace {

// Signal handlers see only what is here: no memory of the heap but the names, nothing that locks.
constexpr std::array kEndings = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
constexpr std::array kCrashes = {SIGSEGV, SIGBUS, SIGABRT};
constexpr size_t kLongestLine = 256;
constexpr size_t kLittleMemory = 8u << 20;
constexpr int kPatience = 1000;  // tenths of a millisecond that a crash waits for other threads

std::atomic_flag is_busy;
DoomedName* first_name = nullptr;
std::atomic<bool> has_drawn_line = false;
std::array<char, kLongestLine> no_memory_line{};
std::array<char, kLongestLine> words_before{};
std::array<char, kLongestLine> words_after{};
size_t whole_files = 0;
alignas(16) std::array<char, 1u << 16> crash_stack;

void wait_a_little() {
  const timespec tenth{0, 100000};
  ::nanosleep(&tenth, nullptr);
}

void say(std::string_view text) {
  if (!text.empty() && ::write(STDERR_FILENO, text.data(), text.size()) < 0) return;
}

void say_number(size_t number) {
  std::array<char, 20> digits{};
  size_t at = digits.size();
  do {
    digits[--at] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number > 0);
  say({digits.data() + at, digits.size() - at});
}

void say_last_words() {
  if (words_before[0] == '\0' && words_after[0] == '\0') return;
  say(words_before.data());
  say_number(whole_files);
  say(words_after.data());
}

void wipe_line() {
  if (has_drawn_line.exchange(false)) say("\r\033[K");
}

void remove_names() {
  for (const DoomedName* name = first_name; name != nullptr; name = name->next())
    ::unlink(name->path());
}

/// Ends as if nobody had caught the signal.
void end_by(int signal) {
  std::signal(signal, SIG_DFL);
  sigset_t only;
  ::sigemptyset(&only);
  ::sigaddset(&only, signal);
  ::pthread_sigmask(SIG_UNBLOCK, &only, nullptr);
  ::raise(signal);
}

/// The lock is never given back: nobody makes a name any more.
void on_ending(int signal) {
  while (is_busy.test_and_set(std::memory_order_acquire)) wait_a_little();
  remove_names();
  wipe_line();
  say_last_words();
  end_by(signal);
}

bool is_memory_short() {
  void* some = ::mmap(nullptr, kLittleMemory, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (some == MAP_FAILED) return true;
  ::munmap(some, kLittleMemory);
  return false;
}

[[noreturn]] void end_without_memory() {
  say_no_memory();
  ::_exit(kNoMemoryCode);
}

/// A library that does not look whether it got its memory crashes where it uses it. The lock may be
/// held by the thread that crashed.
void on_crash(int signal) {
  for (int i = 0; i < kPatience && is_busy.test_and_set(std::memory_order_acquire); ++i)
    wait_a_little();
  remove_names();
  if (is_memory_short()) end_without_memory();
  end_by(signal);
}

/// An exception that nobody can catch, such as one in a destructor.
[[noreturn]] void on_terminate() {
  try {
    if (std::current_exception()) std::rethrow_exception(std::current_exception());
  } catch (const std::bad_alloc&) {
    remove_names();
    end_without_memory();
  } catch (...) {
  }
  std::abort();
}

void keep_line(std::string_view text, std::array<char, kLongestLine>& line) {
  line.fill('\0');
  std::copy_n(text.begin(), std::min(text.size(), line.size() - 1), line.begin());
}

bool is_at_default(int signal) {
  struct sigaction now {};
  return ::sigaction(signal, nullptr, &now) == 0 && (now.sa_flags & SA_SIGINFO) == 0 &&
         now.sa_handler == SIG_DFL;
}

sigset_t endings() {
  sigset_t all;
  ::sigemptyset(&all);
  for (const int signal : kEndings) ::sigaddset(&all, signal);
  return all;
}

void catch_signal(int signal, void (*handler)(int), int flags) {
  if (!is_at_default(signal)) return;
  struct sigaction action {};
  action.sa_handler = handler;
  action.sa_mask = endings();
  action.sa_flags = flags;
  ::sigaction(signal, &action, nullptr);
}

}  // namespace

void watch_endings(std::string_view no_memory) {
  keep_line(no_memory, no_memory_line);
  for (const int signal : kEndings) catch_signal(signal, on_ending, SA_RESTART);
  // Of its own, because a crash may be that the stack can't grow.
  stack_t stack{};
  stack.ss_sp = crash_stack.data();
  stack.ss_size = crash_stack.size();
  ::sigaltstack(&stack, nullptr);
  for (const int signal : kCrashes) catch_signal(signal, on_crash, SA_ONSTACK);
  // A file that grows over a limit is a fault of writing like a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  std::set_terminate(on_terminate);
}

void say_no_memory() {
  wipe_line();
  say(no_memory_line.data());
  say_last_words();
}

Undisturbed::Undisturbed() {
  const sigset_t all = endings();
  ::pthread_sigmask(SIG_BLOCK, &all, &before_);
  while (is_busy.test_and_set(std::memory_order_acquire)) wait_a_little();
}

Undisturbed::~Undisturbed() {
  is_busy.clear(std::memory_order_release);
  ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void DoomedName::doom(const std::string& path) {
  path_ = path.c_str();
  next_ = first_name;
  if (next_ != nullptr) next_->previous_ = this;
  first_name = this;
}

void DoomedName::pardon() {
  if (path_ == nullptr) return;
  if (next_ != nullptr) next_->previous_ = previous_;
  (previous_ != nullptr ? previous_->next_ : first_name) = next_;
  path_ = nullptr;
  previous_ = next_ = nullptr;
}

void count_whole_file() { ++whole_files; }

void set_last_words(std::string_view before, std::string_view after) {
  const Undisturbed undisturbed;
  whole_files = 0;
  keep_line(before, words_before);
  keep_line(after, words_after);
}

void note_drawn_line(bool is_drawn) { has_drawn_line = is_drawn; }

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

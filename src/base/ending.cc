#include "base/ending.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <exception>
#include <new>

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

}  // namespace kdcl

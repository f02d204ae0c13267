// How a run ends before its time, by a signal or for want of memory: no file is left behind that is
// not whole, and what was reached is said.
#pragma once

#include <atomic>
#include <csignal>
#include <string>
#include <string_view>

namespace kdcl {

/// From here on a signal that ends the run (Ctrl+C, a closed terminal, a scheduler's) first removes
/// the files that are not whole, then ends it as it always would. Signals that are ignored stay so.
/// A crash of a library that got no memory ends with `kNoMemoryCode` and `no_memory`, a line.
void watch_endings(std::string_view no_memory);

/// Without memory there is nothing to go on with; a thread that says so ends the run.
inline constexpr int kNoMemoryCode = 3;

/// What a run for want of memory says last: the line of watch_endings(), then the last words.
void say_no_memory();

/// While one of these lives, no signal ends the run, and no other thread has one.
class Undisturbed {
 public:
  Undisturbed();
  ~Undisturbed();
  Undisturbed(const Undisturbed&) = delete;
  Undisturbed& operator=(const Undisturbed&) = delete;

 private:
  sigset_t before_{};
};

/// The name of a file that is to go if a signal ends the run. Made and taken back Undisturbed.
class DoomedName {
 public:
  DoomedName() = default;
  ~DoomedName() = default;
  DoomedName(const DoomedName&) = delete;
  DoomedName& operator=(const DoomedName&) = delete;

  /// `path` stays where it is until pardon().
  void doom(const std::string& path);
  void pardon();
  [[nodiscard]] const char* path() const { return path_; }
  [[nodiscard]] const DoomedName* next() const { return next_; }

 private:
  const char* path_ = nullptr;
  DoomedName* previous_ = nullptr;
  DoomedName* next_ = nullptr;
};

/// Counts a file that got its name, whole. Undisturbed, so that the count is true at every moment.
void count_whole_file();

/// What is said last if a signal or want of memory ends the run: `before`, the number of files that
/// are whole, `after`. Both empty: nothing.
void set_last_words(std::string_view before, std::string_view after);

/// True while a line is drawn on standard error that has to be wiped before anything else is said.
void note_drawn_line(bool is_drawn);

}  // namespace kdcl

// How a run ends before its time, by a signal or for want of memory: no file is left behind that is
// not whole, and what was reached is said.
#pragma once

#include <atomic>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/language.h"

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

// A file that nobody sees before it is whole. Where the system can do that it has no name at all,
// so that not even a killed program leaves it behind; elsewhere a name that means nothing, which
// goes with the program.

class TemporaryFile {
 public:
  TemporaryFile() = default;
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile();  ///< the file is gone unless it appeared

  /// Makes it in that folder; empty: where the system keeps such files. On failure the reason in
  /// `fault`. It has the rights of a new file.
  [[nodiscard]] bool create(const std::string& folder, LocalText& fault);
  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// For those who open files by name; as long as it lives.
  [[nodiscard]] const std::string& path() const { return path_; }
  /// Lets it have that name, in the folder it was made in, in place of a file that has it already.
  [[nodiscard]] bool appear_as(const std::string& name, LocalText& fault);

 private:
  [[nodiscard]] bool create_unnamed(const std::string& folder);
  [[nodiscard]] bool create_named(const std::string& folder, LocalText& fault);
  [[nodiscard]] bool link_as(const std::string& name, LocalText& fault) const;
  [[nodiscard]] bool rename_to(const std::string& name, LocalText& fault);

  int descriptor_ = -1;
  std::string folder_;
  std::string path_;
  DoomedName name_;  ///< only where it has to have one
};

/// A file of the C library without a name, opened for reading and writing, that is gone when it is
/// closed. `folder` as for create(), null like empty. Null if there can't be one; errno says why.
/// For a library that does not look whether its bytes were written: see unnamed_file_fault().
[[nodiscard]] FILE* open_unnamed_file(const char* folder);

/// The first fault of writing to any such file (an errno), 0 if there was none.
[[nodiscard]] int unnamed_file_fault();

// Where a result goes: to a name under which it appears only when everything was written, or into
// what is no regular file, such as a device or a pipe.

/// True for names of devices, pipes and open descriptors: they can be written into, not replaced.
[[nodiscard]] bool is_special_file(const std::string& path);

/// A link is followed. A file that is there already keeps its rights, and its owner where that may
/// be. What goes into a device or pipe is written elsewhere first, so that it, too, gets everything
/// or nothing, and writers that move about in a file need not know.
class WholeFile {
 public:
  explicit WholeFile(std::string path) : path_(std::move(path)) {}
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;
  ~WholeFile();  ///< leaves nothing unless it was committed

  /// Finds the place and makes the temporary file; on failure the reason in `fault`. Waits for the
  /// reader of a pipe.
  [[nodiscard]] bool create(LocalText& fault);
  [[nodiscard]] int descriptor() const { return file_.descriptor(); }
  /// Of the temporary file, for those who open files by name.
  [[nodiscard]] const std::string& temporary_path() const { return file_.path(); }
  /// Everything is written: lets it appear.
  [[nodiscard]] bool commit(LocalText& fault);

 private:
  [[nodiscard]] bool find_place(LocalText& fault);
  void keep_rights() const;
  [[nodiscard]] bool copy_out(LocalText& fault) const;

  std::string path_;  ///< once the place is found: links followed
  int special_ = -1;  ///< the device or pipe, open
  bool replaces_ = false;
  TemporaryFile file_;
};

}  // namespace kdcl

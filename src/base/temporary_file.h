// A file that nobody sees before it is whole. Where the system can do that it has no name at all,
// so that not even a killed program leaves it behind; elsewhere a name that means nothing, which
// goes with the program.
#pragma once

#include <cstdio>
#include <string>

#include "base/ending.h"
#include "base/language.h"

namespace kdcl {

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

}  // namespace kdcl

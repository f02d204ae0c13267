// Where a result goes: to a name under which it appears only when everything was written, or into
// what is no regular file, such as a device or a pipe.
#pragma once

#include <string>

#include "base/temporary_file.h"

namespace kdcl {

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

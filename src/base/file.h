// Why the system refused something, in the languages of the program: the C library knows only its
// own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"

namespace kdcl {

/// The reason that an errno stands for; rare ones in the words of the C library, after their number
/// in Vietnamese.
[[nodiscard]] LocalText system_fault(int error);

// Files and streams: how they are read, and bytes written. Where results go: whole_file.h.

/// A file or standard input, read from the front. Reading into a small buffer that stays in the
/// cache beats mapping the file: measured here, the page faults of a mapped file cost twice what
/// copying it does.
class ByteSource {
 public:
  ByteSource(ByteSource&&) noexcept;
  ByteSource& operator=(ByteSource&&) noexcept;
  ~ByteSource();

  /// Opens a file, or standard input for "-". On failure nothing, and the system's reason in
  /// `fault`.
  [[nodiscard]] static std::optional<ByteSource> open(const std::string& path, LocalText& fault);

  /// Reads at most `size` bytes; 0 at the end, -1 on a fault (errno says which).
  [[nodiscard]] std::ptrdiff_t read(char* buffer, size_t size);

  /// Bytes of a file; 0 where that is not known (a pipe).
  [[nodiscard]] uint64_t size() const { return size_; }

 private:
  ByteSource() = default;

  int descriptor_ = -1;
  uint64_t size_ = 0;
};

/// The whole content of a file, or of standard input for "-". Nothing if it can't be read or has
/// more than `most` bytes; then `fault` says why (empty if too large).
[[nodiscard]] std::optional<std::string> read_file(const std::string& path, size_t most,
                                                   LocalText& fault);

/// Writes all bytes to a descriptor. False on a fault (errno says which); a closed pipe is one.
[[nodiscard]] bool write_fully(int descriptor, std::string_view bytes);

/// Puts other bytes in a file that is there already. False, with the reason in `fault`, if they
/// can't be written.
[[nodiscard]] bool replace_content(const std::string& path, std::string_view bytes,
                                   LocalText& fault);

/// True if both names lead to the same existing file. A device or pipe is never the same: it can be
/// read and written.
[[nodiscard]] bool is_same_file(const std::string& a, const std::string& b);

/// Opens what is closed of standard input, output and error, so that no file comes in their place;
/// using them stays a fault.
void keep_standard_streams();

/// SHA-256, fed piece by piece.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);
  /// Lower-case hex of everything added; the next one starts anew.
  [[nodiscard]] std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] std::string sha256_of(std::string_view bytes);

}  // namespace kdcl

// Where results go: a file that appears whole or not at all, or standard output.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "base/temporary_file.h"
#include "command/options.h"
#include "model/entry_form.h"
#include "model/report.h"

namespace kdcl {

/// Standard output is held back up to this size, so that a province or a country is printed whole
/// or not at all; what is larger streams.
inline constexpr size_t kHeldBack = 16u << 20;

class Output {
 public:
  /// An empty path is standard output.
  Output(std::string path, Language language) : path_(std::move(path)), language_(language) {}

  /// Creates the temporary file, so that a wrong path costs no work. kInputError if the path is one
  /// of the inputs, kInternalError if it can't; the message is printed.
  [[nodiscard]] ExitCode open(const std::vector<std::string>& inputs);

  /// False, with a message printed, if it can't write.
  [[nodiscard]] bool write(std::string_view bytes);

  /// Everything is there: let it appear. Not calling it leaves nothing behind.
  [[nodiscard]] bool finish();

  /// The same for a workbook; only for a file. `threads` as for write_workbook().
  [[nodiscard]] bool write_book(const Report& report, unsigned threads);
  [[nodiscard]] bool write_book(const EntryForm& form);
  /// A report in the format. `color`: for text.
  [[nodiscard]] bool write_report(const Report& report, OutputFormat format, bool color,
                                  unsigned threads);

 private:
  bool fail(const LocalText& reason);
  bool put(std::string_view bytes);
  bool flush();

  std::string path_;
  Language language_;
  std::unique_ptr<WholeFile> file_;
  std::vector<std::string> held_;  ///< in pieces: one long text would be copied each time it grows
  size_t held_size_ = 0;
  bool is_streaming_ = false;
};

// A progress bar for work over half a second, on a terminal only.

class Progress {
 public:
  enum class Work : uint8_t { reading, writing };

  /// `total` bytes to read, or schools to write; 0 if not known. Never draws if `quiet` or if
  /// standard error is no terminal.
  Progress(Language language, bool quiet, uint64_t total, Work work = Work::reading);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  ///< wipes the bar

  /// So far: of the total, and schools seen.
  void show(uint64_t done, uint64_t schools);

 private:
  using Clock = std::chrono::steady_clock;

  Language language_;
  uint64_t total_;
  Work work_;
  bool is_wanted_;
  bool is_drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
};

}  // namespace kdcl

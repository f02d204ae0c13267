// A progress bar for work over half a second, on a terminal only.
#pragma once

#include <chrono>
#include <cstdint>

#include "base/language.h"

namespace kdcl {

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

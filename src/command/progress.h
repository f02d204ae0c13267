// A progress bar for work over half a second, on a terminal only.
#pragma once

#include <chrono>
#include <cstdint>

#include "base/language.h"

namespace kdcl {

class Progress {
 public:
  /// `total` bytes to read, 0 if not known. Never draws if `quiet` or if standard error is no
  /// terminal.
  Progress(Language language, bool quiet, uint64_t total);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  ///< wipes the bar

  /// So far: bytes read and schools seen.
  void show(uint64_t bytes, uint64_t schools);

 private:
  using Clock = std::chrono::steady_clock;

  Language language_;
  uint64_t total_;
  bool is_wanted_;
  bool is_drawn_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point next_;
};

}  // namespace kdcl

#include "command/progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "base/temporary_file.h"

namespace kdcl {
namespace {

constexpr Message kSchoolsRead{"{0} trường · {1} MB/s", "{0} schools · {1} MB/s"};
constexpr Message kSchoolsWritten{"{0} báo cáo · {1}/giây", "{0} reports · {1}/s"};
constexpr Message kTimeLeft{" · còn {0} giây", " · {0} s left"};
constexpr auto kBefore = std::chrono::milliseconds(500);
constexpr auto kBetween = std::chrono::milliseconds(100);
constexpr size_t kBarWidth = 24;

std::string bar(double share) {
  const auto filled = static_cast<size_t>(std::clamp(share, 0.0, 1.0) * kBarWidth);
  std::string out;
  for (size_t i = 0; i < kBarWidth; ++i) out += i < filled ? "█" : "░";
  return out;
}

}  // namespace

Progress::Progress(Language language, bool quiet, uint64_t total, Work work)
    : language_(language),
      total_(total),
      work_(work),
      is_wanted_(!quiet && ::isatty(STDERR_FILENO) != 0),
      next_(start_ + kBefore) {}

Progress::~Progress() {
  if (!is_drawn_) return;
  std::fputs("\r\033[K", stderr);
  note_drawn_line(false);
}

void Progress::show(uint64_t done, uint64_t schools) {
  const Clock::time_point now = Clock::now();
  if (!is_wanted_ || now < next_) return;
  next_ = now + kBetween;
  is_drawn_ = true;
  note_drawn_line(true);
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double rate = static_cast<double>(done) / seconds;
  std::string line = "\r\033[K";
  if (total_ > 0) line += bar(static_cast<double>(done) / static_cast<double>(total_)) + ' ';
  if (work_ == Work::reading)
    line += format_message(language_, kSchoolsRead, schools, static_cast<uint64_t>(rate / 1e6));
  else
    line += format_message(language_, kSchoolsWritten, schools, static_cast<uint64_t>(rate));
  if (total_ > done)
    line += format_message(language_, kTimeLeft,
                           static_cast<uint64_t>(static_cast<double>(total_ - done) / rate + 1));
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

}  // namespace kdcl

// Faults in the sums of other summaries.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/language.h"
#include "model/run.h"
#include "model/summary.h"
#include "model/targets.h"

namespace kdcl::message {

inline constexpr Message kMakeAgain{"lập lại từ dữ liệu", "make them again from the data"};
inline constexpr Message kPartialWord{"không rõ \"{0}\" trong bản tổng hợp thành phần",
                                      "sums have no \"{0}\""};
inline constexpr Message kPartialCount{"cần một số đếm, gặp \"{0}\"",
                                       "expected a count, found \"{0}\""};
inline constexpr Message kUseSameSets{"dùng cùng -c, hoặc lập lại từ dữ liệu",
                                      "use the same -c, or make the sums again from the data"};
}  // namespace kdcl::message

namespace kdcl {

// Reads the sums that `kdcl summary --partial` wrote (write/partial).

/// The first cell of such a file.
inline constexpr std::string_view kSumsMark = "kdcl-summary";

/// True if the bytes are the start of such a file, whatever program saved it.
[[nodiscard]] bool is_partial(std::string_view start);
/// Bytes that is_partial needs: of text with two bytes a letter and a byte-order mark.
inline constexpr size_t kPartialMark = 28;

class PartialReader {
 public:
  /// Both must outlive the reader.
  PartialReader(const Run& run, const std::vector<Target>& targets);
  ~PartialReader();

  /// Nothing if the file has faults: it must be whole, of sets and targets that the run has, and
  /// all its counts whole numbers.
  [[nodiscard]] std::optional<PartialSummary> read(const std::string& name, std::string_view bytes,
                                                   Diagnostics& diagnostics);

 private:
  struct Names;
  const Run& run_;
  const std::vector<Target>& targets_;
  std::unique_ptr<Names> names_;  ///< where every count stands, worked out once for all files
};

}  // namespace kdcl
